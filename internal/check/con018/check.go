package con018

import (
	"fmt"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/record"
)

func run(p *check.Pass) { across.Each(p, func(e *across.Event) { compare(p, e) }) }

func compare(p *check.Pass, e *across.Event) {
	f := e.Fact(fact.Actors)
	if f == nil || f.Verdict < fact.Contested {
		return
	}
	a, b, ok := across.Against(e, fact.Actors, names)
	if !ok {
		return
	}
	sides := e.Sides(fact.Actors)
	x := across.Finding(e, fact.Actors, b, sides)
	d := e.Weigh(a, b)
	x.Severity, x.Confidence = check.Warning, d.Confidence()
	x.Message = fmt.Sprintf("%s: %s names %s, %s names %s", e.Head(), a.Data.Name, say(a), b.Data.Name, say(b))
	x.Found, x.Expected = say(b), say(a)
	x.Weight = 1 + e.Deaths()
	x.Why = e.Support(d)
	if f.Verdict == fact.Refuted {
		x.Why += fmt.Sprintf("; %d independent voices name the same, and one another", f.Origins)
	}
	x.Help = "compare what the sources say with what the coder concluded: whose victims, whose area and whose method are inferences; another name of one group belongs into the registry"
	if !known(a) && !known(b) {
		x.Severity, x.Confidence = check.Note, min(x.Confidence, 0.5)
		x.Why += "; the registry knows none of these names, and names of peoples, religions and places may mean the same side"
	}
	if !d.Sure() {
		x.Severity = check.Note
	}
	p.Report(x)
}

// names reports whether a side names a group, or a state.
func names(s *across.Side) bool {
	return slices.ContainsFunc(s.Claims, func(c *fact.Claim) bool {
		return slices.ContainsFunc(c.Value.Actors, func(a *fact.Actor) bool {
			return a.Class == record.ActorState || across.Group(s.Data, a)
		})
	})
}

// known reports whether the registry knows a group that a side names, or it names no group but a state.
func known(s *across.Side) bool {
	groups := false
	for _, c := range s.Claims {
		for _, a := range c.Value.Actors {
			if a.Group != nil {
				return true
			}
			groups = groups || across.Group(s.Data, a)
		}
	}
	return !groups
}

// say names the groups and states of a side; who else stands there is no matter of this rule.
func say(s *across.Side) string {
	var out []string
	for _, c := range s.Claims {
		for _, a := range c.Value.Actors {
			if n := a.Name(); (a.Class == record.ActorState || across.Group(s.Data, a)) && !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return strings.Join(out, "; ")
}
