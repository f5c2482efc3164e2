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

// Redated is one event between two groups that claims date differently.
type Redated struct {
	Ties   []*Tie
	Values []string
	Apart  int
	Inside bool // one claim itself tells of another date
}

type event struct {
	a, b string
	kind TieKind
}

// Redated returns oaths, splits, mergers and the like that claims date so that they cannot all be right.
func (r *Roster) Redated() []Redated {
	by := map[event][]*Tie{}
	var order []event
	for _, t := range r.Ties {
		if !t.Kind.Event() || !t.When.Known() {
			continue
		}
		k := event{t.A, t.B, t.Kind}
		if by[k] == nil {
			order = append(order, k)
		}
		by[k] = append(by[k], t)
	}
	var out []Redated
	for _, k := range order {
		d := Redated{Ties: slices.Clone(by[k])}
		for i, t := range by[k] {
			for _, o := range by[k][:i] {
				if clash(o.When, t.When) {
					d.Apart = max(d.Apart, apart(o.When, t.When))
				}
			}
		}
		slices.SortStableFunc(d.Ties, func(a, b *Tie) int { return compareSpans(a.When, b.When) })
		for _, t := range d.Ties {
			if !slices.Contains(d.Values, t.Date.Text) {
				d.Values = append(d.Values, t.Date.Text)
			}
		}
		for _, t := range by[k] {
			if s, ok := retold(t); ok && d.Apart == 0 {
				d.Apart, d.Inside = apart(t.When, s), true
				d.Values = []string{t.Date.Text, s.Text}
				d.Ties = append([]*Tie{t}, slices.DeleteFunc(d.Ties, func(o *Tie) bool { return o == t })...)
			}
		}
		if d.Apart > 0 {
			out = append(out, d)
		}
	}
	return out
}

var elsewhere = regexp.MustCompile(`(?i)\b(?:another|others?|elsewhere|versus|vs)\b`)

// retold returns another date that the words of a claim give for the same event: "another page says end of December".
func retold(t *Tie) (cell.Span, bool) {
	text := t.Text()
	at := elsewhere.FindStringIndex(text)
	if at == nil {
		return cell.Span{}, false
	}
	m := partOfMonth.FindStringSubmatch(text[at[0]:])
	if m == nil {
		return cell.Span{}, false
	}
	s, ok := mention(m, t.When.First.Year())
	return s, ok && clash(s, t.When)
}

// Disordered is an oath that is dated after its acceptance.
type Disordered struct {
	Pledge   *Tie
	Accepted record.Day
	Claims   []claim.Claim // further claims that give the day of the acceptance
}

var accepting = regexp.MustCompile(`(?i)\baccept\w*`)

var dayMonth = regexp.MustCompile(`(?i)\b(\d{1,2}) (january|february|march|april|may|june|july|august|september|october|november|december)\b`)

// Disorder returns oaths that were accepted before they were sworn: by the claim's own words on the day of acceptance, or by
// another claim that the one who received the oath accepted this group.
func (r *Roster) Disorder() []Disordered {
	var out []Disordered
	for _, t := range r.Ties {
		if t.Kind != Pledge || !t.When.Known() {
			continue
		}
		when := loosen(t.When)
		d := Disordered{Pledge: t, Accepted: acceptance(t)}
		own := d.Accepted != record.NoDay
		for _, o := range r.Ties {
			if o.Kind != Accepted || o.B != t.B || !o.When.Known() {
				continue
			}
			if last := loosen(o.When).Last; o.A == t.A && !own && (d.Accepted == record.NoDay || last < d.Accepted) {
				d.Accepted = last
			}
			if o.When.First == d.Accepted && o.When.Last == d.Accepted || o.A == t.A && !own {
				d.Claims = append(d.Claims, o.Relation)
			}
		}
		if d.Accepted == record.NoDay || d.Accepted >= when.First || when.First-d.Accepted > 366 {
			continue // a year later it is another oath
		}
		for _, c := range r.Contexts {
			if c.Date.Known() && c.Date.First == d.Accepted && c.Date.Last == d.Accepted && accepting.MatchString(c.Event) {
				d.Claims = append(d.Claims, c)
			}
		}
		out = append(out, d)
	}
	return out
}

// acceptance returns the day on which the words of an oath's claim say that it was accepted.
func acceptance(t *Tie) record.Day {
	at := accepting.FindStringIndex(t.Text())
	if at == nil {
		return record.NoDay
	}
	m := dayMonth.FindStringSubmatch(t.Text()[at[0]:])
	if m == nil {
		return record.NoDay
	}
	n, err := strconv.Atoi(m[1])
	day, ok := record.MakeDay(t.When.First.Year(), cell.MonthNamed(strings.ToLower(m[2])), n)
	if err != nil || !ok {
		return record.NoDay
	}
	return day
}

// Early is a group that is called part of another before it, or a part of it, went over to that other by other claims.
type Early struct {
	Tie    *Tie
	Events []*Tie
}

// Early returns affiliations that are dated before the oath, split or merger that other sources say brought them about.
func (r *Roster) Early() []Early {
	var out []Early
	for _, t := range r.Ties {
		if t.Kind != Part || !t.When.Known() {
			continue
		}
		e := Early{Tie: t}
		for _, o := range r.Ties {
			joins := o.Kind == Pledge || o.Kind == Joined || o.Kind == Split || o.Kind == Merged
			if !joins || o.A != t.A || o.B != t.B {
				continue
			}
			if o.Source == t.Source || !o.When.Known() || loosen(o.When).First <= loosen(t.When).Last {
				e.Events = nil
				break
			}
			e.Events = append(e.Events, o)
		}
		if len(e.Events) > 0 {
			out = append(out, e)
		}
	}
	return out
}
