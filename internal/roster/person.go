package roster

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

// Dated is a date that several claims give.
type Dated struct {
	Claims  []*claim.Person // all that give a date, in the order of the table
	Clashes bool            // two of the dates cannot both be right
	Apart   int             // the most days between two of them, each read as close to the other as its precision allows
	Values  []string        // the different dates as written, in order of time
	Ages    bool            // none but ages in years say otherwise: reports are often a year out there
}

// Deaths compares the dates on which a person is said to have died.
func (p *Person) Deaths() Dated {
	return p.dated(p.Claims, func(c *claim.Person) cell.Span { return c.Death })
}

// DeathReports returns the claims that report a death in words without giving its date, and do not doubt it.
func (p *Person) DeathReports() []*claim.Person {
	var out []*claim.Person
	for _, c := range p.Claims {
		if !c.Death.Known() && deathWords.MatchString(c.DeathDetail) && !doubt.MatchString(c.DeathDetail) {
			out = append(out, c)
		}
	}
	return out
}

// Births compares the dates on which a person is said to have been born. An age at death stands for the year in which
// somebody of that age was born, where the claim gives no better date.
func (p *Person) Births() Dated {
	d := p.dated(p.Claims, bornOn)
	d.Ages = d.Clashes
	for i, a := range d.Claims {
		for _, b := range d.Claims[:i] {
			if clash(bornOn(a), bornOn(b)) && (apart(bornOn(a), bornOn(b)) > 366 || !byAge(a) && !byAge(b)) {
				d.Ages = false
			}
		}
	}
	return d
}

var age = regexp.MustCompile(`(?i)\b(?:aged? (\d\d)|(\d\d)[ -]years?[ -]old)\b`)

func byAge(c *claim.Person) bool { return bornOn(c).Text != c.Birth.Text }

// bornOn returns the date of birth of a claim, or the year that its age at death implies.
func bornOn(c *claim.Person) cell.Span {
	if c.Birth.Known() && !c.Birth.Approximate || !c.Death.Known() || c.Death.Last-c.Death.First > 31 {
		return c.Birth
	}
	m := age.FindStringSubmatch(c.Birth.Text + "; " + c.DeathDetail + "; " + c.Locator)
	if m == nil {
		return c.Birth
	}
	n, err := strconv.Atoi(m[1] + m[2])
	if err != nil {
		return c.Birth
	}
	return cell.Span{
		Text:  "aged " + strconv.Itoa(n) + " on " + c.Death.Text,
		First: yearsBefore(c.Death.First, n+1) + 1, Last: yearsBefore(c.Death.Last, n), Part: cell.PartYear,
	}
}

func yearsBefore(d record.Day, n int) record.Day {
	y, m, day := d.Date()
	out, ok := record.MakeDay(y-n, m, day)
	if !ok { // 29 February
		out, _ = record.MakeDay(y-n, m, 28)
	}
	return out
}

func (p *Person) dated(claims []*claim.Person, date func(*claim.Person) cell.Span) Dated {
	var d Dated
	for _, c := range claims {
		s := date(c)
		if !s.Known() {
			continue
		}
		for _, o := range d.Claims {
			if clash(date(o), s) {
				d.Clashes = true
				d.Apart = max(d.Apart, apart(date(o), s))
			}
		}
		d.Claims = append(d.Claims, c)
	}
	sorted := slices.Clone(d.Claims)
	slices.SortStableFunc(sorted, func(a, b *claim.Person) int { return compareSpans(date(a), date(b)) })
	for _, c := range sorted {
		if t := date(c).Text; !slices.Contains(d.Values, t) {
			d.Values = append(d.Values, t)
		}
	}
	return d
}

// Starts compares the dates from which a person is said to have been with each group.
func (p *Person) Starts() []Dated {
	var order []string
	by := map[string][]*claim.Person{}
	for _, c := range p.Claims {
		k := groupKey(c.Group)
		if k == "" || !c.From.Known() {
			continue
		}
		if by[k] == nil {
			order = append(order, k)
		}
		by[k] = append(by[k], c)
	}
	var out []Dated
	for _, k := range order {
		if d := p.dated(by[k], func(c *claim.Person) cell.Span { return c.From }); d.Clashes {
			out = append(out, d)
		}
	}
	return out
}

var (
	leading = regexp.MustCompile(`(?i)\b(?:leader|head|emir|amir|commander|chief|chair(?:man|woman)?|president|warlord|minister)\b`)
	former  = regexp.MustCompile(`(?i)\b(?:former|formerly|ex|until|later|then)\b`)
)

// LedToDeath returns claims that call a person leader of a group at death, followed by those that end the time with that
// group well before; nil where there are not both.
func (p *Person) LedToDeath() []*claim.Person {
	for _, d := range p.Claims {
		if !d.Death.Known() || d.To.Known() || !leading.MatchString(d.Role) || former.MatchString(d.Role) {
			continue
		}
		var ended []*claim.Person
		for _, c := range p.Claims {
			atDeath := c.Death.Known() && loosen(c.Death).Overlaps(c.To)
			if c.To.Known() && !atDeath && groupKey(c.Group) != "" && groupKey(c.Group) == groupKey(d.Group) &&
				loosen(d.Death).First > loosen(c.To).Last+31 {
				ended = append(ended, c)
			}
		}
		if len(ended) > 0 {
			return append([]*claim.Person{d}, ended...)
		}
	}
	return nil
}

// groupKey folds the name of a group, without what stands in brackets.
func groupKey(name string) string {
	name = beforeBracket(name)
	if m, ok := registered(name); ok {
		return m.Group.Key
	}
	return strings.ToLower(name)
}
