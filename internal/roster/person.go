package roster

import (
	"regexp"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/read/cell"
)

// Dated is a date that several claims give.
type Dated struct {
	Claims  []*claim.Person // all that give a date, in the order of the table
	Clashes bool            // two of the dates cannot both be right
	Apart   int             // the most days between two of them
	Values  []string        // the different dates as written, in order of time
}

// Deaths compares the dates on which a person is said to have died.
func (p *Person) Deaths() Dated {
	return p.dated(p.Claims, func(c *claim.Person) cell.Span { return c.Death })
}

// Births compares the dates on which a person is said to have been born.
func (p *Person) Births() Dated {
	return p.dated(p.Claims, func(c *claim.Person) cell.Span { return c.Birth })
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

// groupKey folds the name of a group, without what stands in brackets.
func groupKey(name string) string {
	if i := strings.IndexByte(name, '('); i > 0 {
		name = name[:i]
	}
	if m, ok := registered(strings.TrimSpace(name)); ok {
		return m.Group.Key
	}
	return strings.ToLower(strings.TrimSpace(name))
}

// Telling is one of several ways in which claims tell a thing.
type Telling struct {
	Value  string
	Claims []*claim.Person
}

func tellings(list []Telling, value string, c *claim.Person) []Telling {
	for i := range list {
		if list[i].Value == value {
			list[i].Claims = append(list[i].Claims, c)
			return list
		}
	}
	return append(list, Telling{value, []*claim.Person{c}})
}

// All returns the claims of all tellings, each once.
func All(list []Telling) []*claim.Person {
	var out []*claim.Person
	for _, t := range list {
		for _, c := range t.Claims {
			if !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	return out
}

var manners = []struct {
	value string
	re    *regexp.Regexp
}{
	{"poisoned", regexp.MustCompile(`(?i)\bpoison\w*|toxic`)},
	{"killed by his own explosive", regexp.MustCompile(`(?i)\bblew (?:him|her)self up|suicide|detonated (?:his|her)`)},
	{"killed from the air", regexp.MustCompile(`(?i)\bair ?strikes?|air raid|drone|\bwarplanes?`)},
	{"killed in an operation on the ground", regexp.MustCompile(`(?i)\b(?:special |security |police )?(?:operation|raid|operatives|special forces)\b|shot dead|shoot-?out|gun ?battle`)},
	{"assassinated", regexp.MustCompile(`(?i)\bassassinat\w*`)},
	{"died of illness", regexp.MustCompile(`(?i)\b(?:illness|natural causes|heart attack|cancer)\b`)},
}

// Manners returns the ways in which a person is said to have died, where there are two or more that are not told of deaths
// years apart (a false report and the death itself).
func (p *Person) Manners() []Telling {
	var out []Telling
	for _, c := range p.Claims {
		if !c.Death.Known() && !deathWords.MatchString(c.DeathDetail) {
			continue
		}
		for _, m := range manners {
			if m.re.MatchString(c.DeathDetail) {
				out = tellings(out, m.value, c)
				break
			}
		}
	}
	const years = 3 * 366
	for i, a := range out {
		for _, b := range out[:i] {
			for _, x := range a.Claims {
				for _, y := range b.Claims {
					if !x.Death.Known() || !y.Death.Known() || apart(x.Death, y.Death) < years {
						return out
					}
				}
			}
		}
	}
	return nil
}

var deathWords = regexp.MustCompile(`(?i)\b(?:killed|died|dead|deceased|death)\b`)

var bornIn = regexp.MustCompile(`\bborn (?:in )?(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)`)

// Birthplaces returns the places in which claims say that a person was born, where there are two or more.
func (p *Person) Birthplaces() []Telling {
	var out []Telling
	for _, c := range p.Claims {
		if m := bornIn.FindStringSubmatch(c.Locator + "; " + c.Notes + "; " + c.DeathDetail); m != nil {
			out = tellings(out, m[1], c)
		}
	}
	return several(out)
}

var patronymic = regexp.MustCompile(`(?i)\p{L}{3,}(?:[oe]vich|ich|[oe]vna|ichna|ович|евич|ич|овна|евна|оглы)$`)

// Patronymics returns the father's names that names of East Slavic form give a person, where there are two or more that no
// difference of spelling explains.
func (p *Person) Patronymics() []Telling {
	var out []Telling
	for _, c := range p.Claims {
		for _, name := range append([]string{c.Name}, c.Variants...) {
			words := strings.Fields(name)
			if len(words) < 3 {
				continue
			}
			for _, w := range words[1:] {
				if !patronymic.MatchString(w) {
					continue
				}
				v := foldName(w)
				for _, t := range out {
					if alike(t.Value, v) {
						v = t.Value
					}
				}
				out = tellings(out, v, c)
			}
		}
	}
	for i := range out {
		out[i].Claims = slices.Compact(out[i].Claims)
	}
	if len(All(out)) < 2 {
		return nil // aliases that one list gives
	}
	return several(out)
}

func several(list []Telling) []Telling {
	if len(list) < 2 {
		return nil
	}
	return list
}

var folding = strings.NewReplacer("kh", "h", "yo", "e", "ye", "e", "iy", "i", "y", "i", "dzh", "j", "zh", "j", "w", "v", "q", "k", "ck", "k", "'", "", "’", "", "-", "")

// foldName takes away the differences between the usual romanisations of one name.
func foldName(s string) string { return folding.Replace(strings.ToLower(s)) }

// alike reports whether two folded names differ by no more than a letter in four.
func alike(a, b string) bool {
	if isLatin(a) != isLatin(b) {
		return true // one in each script: nothing to compare here
	}
	return distance(a, b)*4 <= max(len(a), len(b))
}

func isLatin(s string) bool { return strings.IndexFunc(s, func(r rune) bool { return r > 0x24f }) < 0 }

func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range x {
		prev := row[0]
		row[0] = i + 1
		for j, s := range y {
			cost := prev
			if r != s {
				cost++
			}
			prev = row[j+1]
			row[j+1] = min(cost, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(y)]
}

var (
	doubt     = regexp.MustCompile(`(?i)\b(?:not (?:been )?confirm\w*|cannot confirm|could not confirm|unable to confirm|unconfirmed|den(?:y|ied|ies)|reject\w*|believed (?:him|her|to be) alive|still alive|proved false|body not found|still determining|insists?|survived|seen alive)\b`)
	confirmed = regexp.MustCompile(`(?i)\b(?:identity confirmed|confirmed (?:by|\d)|DNA|fingerprints)\b`)
)

// Doubt is a reported death that other words of the claims doubt.
type Doubt struct {
	Doubting, Reporting []*claim.Person
	Confirmed           bool // another claim says that the identity of the dead was established
}

// Doubts returns the claims that deny or do not confirm the death of a person, and those that report it; ok is false where
// there are not both.
func (p *Person) Doubts() (d Doubt, ok bool) {
	for _, c := range p.Claims {
		text := c.DeathDetail + "; " + c.Locator + "; " + c.Notes
		if doubt.MatchString(text) && (deathWords.MatchString(text) || c.Death.Known()) {
			d.Doubting = append(d.Doubting, c)
		}
		if c.Death.Known() {
			d.Reporting = append(d.Reporting, c)
		}
		if confirmed.MatchString(text) && !doubt.MatchString(text) {
			d.Confirmed = true
		}
	}
	return d, len(d.Doubting) > 0 && len(d.Reporting) > 0
}

// Impossible is a claim that does not fit into a life.
type Impossible struct {
	Claims []*claim.Person
	Why    string
}

// Impossibles returns activity after death, and roles or deaths at an age under 10 or over 90. Deaths that contradict one
// another are told by [Person.Deaths] and prove nothing about the rest.
func (p *Person) Impossibles() []Impossible {
	var out []Impossible
	deaths := p.Deaths()
	if !deaths.Clashes {
		for _, d := range deaths.Claims {
			for _, c := range p.Claims {
				if c.From.Known() && loosen(d.Death).Last+31 < loosen(c.From).First {
					out = append(out, Impossible{[]*claim.Person{c, d}, "a role begins (" + c.From.Text + ") after the reported death (" + d.Death.Text + ")"})
				} else if c.To.Known() && loosen(d.Death).Last+31 < loosen(c.To).First && c.To.First != c.From.First {
					out = append(out, Impossible{[]*claim.Person{c, d}, "a role goes on (" + c.To.Text + ") after the reported death (" + d.Death.Text + ")"})
				}
			}
		}
	}
	for _, b := range p.Claims {
		if !b.Birth.Known() {
			continue
		}
		for _, c := range p.Claims {
			for _, s := range []cell.Span{c.From, c.Death} {
				if !s.Known() {
					continue
				}
				young, old := int(s.Last-loosen(b.Birth).First)/365, int(s.First-loosen(b.Birth).Last)/365
				if young < 10 || old > 90 {
					out = append(out, Impossible{[]*claim.Person{c, b}, "born " + b.Birth.Text + ", active or dead in " + s.Text})
				}
			}
		}
	}
	return out
}

// Shared is a byname that two different persons bear.
type Shared struct {
	Name   string
	Claims []*claim.Person // one of each person, by key
}

// SharedNames returns the kunyas and bynames that persons with different keys share, spelling aside.
func (r *Roster) SharedNames() []Shared {
	type holder struct {
		person *Person
		claim  *claim.Person
	}
	by := map[string][]holder{}
	var order []string
	for _, p := range r.People {
		seen := map[string]bool{}
		for _, c := range p.Claims {
			for _, k := range c.Kunyas {
				f := foldName(strings.Join(strings.Fields(k), " "))
				if len(strings.Fields(k)) < 2 || seen[f] {
					continue
				}
				seen[f] = true
				if by[f] == nil {
					order = append(order, f)
				}
				by[f] = append(by[f], holder{p, c})
			}
		}
	}
	slices.Sort(order)
	var out []Shared
	for _, f := range order {
		if len(by[f]) < 2 {
			continue
		}
		s := Shared{Name: f}
		for _, h := range by[f] {
			s.Claims = append(s.Claims, h.claim)
		}
		out = append(out, s)
	}
	return out
}
