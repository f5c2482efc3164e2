package roster

import (
	"regexp"
	"slices"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/groups"
)

// Twice is a person who by claims was with two groups at one time, neither of which is part of the other.
type Twice struct {
	Claims []*claim.Person
	Groups [2]string
}

var manyGroups = regexp.MustCompile(`(?i)[/;]|\bthen\b|\band\b|\bor\b`)

// TwoGroups returns pairs of groups that claims put a person in at one time: in one from a day on which the time in the other
// had not ended.
func (r *Roster) TwoGroups(p *Person) []Twice {
	var out []Twice
	for _, a := range p.Claims { // a ends after b began
		if !a.To.Known() || !a.From.Known() || manyGroups.MatchString(a.Group) || a.Group == "" {
			continue
		}
		for _, b := range p.Claims {
			if !b.From.Known() || manyGroups.MatchString(b.Group) || b.Group == "" || groupKey(a.Group) == groupKey(b.Group) || r.related(a.Group, b.Group) {
				continue
			}
			if loosen(b.From).Last+grace >= loosen(a.To).First || loosen(a.From).Last > loosen(b.From).First {
				continue
			}
			i := slices.IndexFunc(out, func(t Twice) bool {
				return groupKey(t.Groups[0]) == groupKey(a.Group) && groupKey(t.Groups[1]) == groupKey(b.Group)
			})
			if i < 0 {
				i = len(out)
				out = append(out, Twice{Groups: [2]string{a.Group, b.Group}})
			}
			for _, c := range []*claim.Person{b, a} {
				if !slices.Contains(out[i].Claims, c) {
					out[i].Claims = append(out[i].Claims, c)
				}
			}
		}
	}
	return out
}

// related reports whether one of two groups is part of the other, by the registry, by claims or by their names.
func (r *Roster) related(a, b string) bool {
	x, y := r.KeyOf(a), r.KeyOf(b)
	if x != "" && (x == y || r.above(x, y) || r.above(y, x) || r.accepted(x, y) || r.accepted(y, x)) {
		return true
	}
	ga, okA := registered(beforeBracket(a))
	gb, okB := registered(beforeBracket(b))
	return okA && okB && (partOf(ga.Group, gb.Group) || partOf(gb.Group, ga.Group))
}

func (r *Roster) accepted(a, b string) bool {
	return slices.ContainsFunc(r.Ties, func(t *Tie) bool { return t.A == a && t.B == b && t.Kind == Accepted })
}

func partOf(a, b *groups.Group) bool {
	return slices.ContainsFunc(a.Links, func(l groups.Link) bool { return l.Key == b.Key })
}
