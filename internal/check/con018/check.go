package con018

import (
	"fmt"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// found is a contradiction before it is told.
type found struct {
	check.Finding
	key string // the two datasets and the names
}

func run(p *check.Pass) {
	var list []*found
	many := map[string]int{}
	across.Each(p, func(e *across.Event) {
		if x := compare(e); x != nil {
			list = append(list, x)
			many[x.key]++
		}
	})
	first := map[string]*found{}
	for _, x := range list {
		if many[x.key] < p.Int("convention") {
			p.Report(x.Finding)
			continue
		}
		// The same two names in event after event are two ways of coding, and told once.
		if o := first[x.key]; o != nil {
			o.Related = append(o.Related, check.Ref{Data: x.Data, Row: x.Row, Column: x.Column})
			o.Weight = max(o.Weight, x.Weight)
			continue
		}
		first[x.key] = x
	}
	for _, x := range list {
		if first[x.key] == x {
			p.Report(convention(x, many[x.key]))
		}
	}
}

// mostExamples is how many rows a finding about a convention names.
const mostExamples = 12

func convention(x *found, n int) check.Finding {
	f := x.Finding
	f.Severity, f.Confidence = check.Note, 0.8
	f.Message = fmt.Sprintf("in %s %s: two ways of coding, most likely", wording.Count(n, "event"), x.key)
	f.Why = "the same two names stand against each other in event after event; the first is " + x.Message
	f.Help = "decide once which name holds for which time, and tell the registry if both are one group"
	f.Related = f.Related[:min(len(f.Related), mostExamples)]
	f.Alike = n - 1
	f.Key, f.Found = x.key, x.key
	return f
}

func compare(e *across.Event) *found {
	f := e.Fact(fact.Actors)
	if f == nil || f.Verdict < fact.Contested {
		return nil
	}
	a, b, ok := across.Against(e, fact.Actors, names)
	if !ok || common(a, b) {
		return nil
	}
	sides := e.Sides(fact.Actors)
	x := across.Finding(e, fact.Actors, b, sides)
	d := e.Weigh(a, b)
	x.Severity, x.Confidence = check.Warning, d.Confidence()
	x.Found = fmt.Sprintf("%s names %s, %s names %s", a.Data.Name, say(a), b.Data.Name, say(b))
	x.Expected = "an actor in common"
	x.Message = fmt.Sprintf("%s: %s", e.Head(), x.Found)
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
	key := []string{a.Data.Name + " names " + groups(a), b.Data.Name + " names " + groups(b)}
	slices.Sort(key)
	return &found{x, strings.Join(key, ", ")}
}

// groups names the groups of a side by which two ways of coding are told: those of the registry where there are any, since whom they
// fought differs from event to event, else all.
func groups(s *across.Side) string {
	var out, registered []string
	for _, c := range s.Claims {
		for _, a := range c.Value.Actors {
			n := a.Name()
			if across.Group(s.Data, a) && !slices.Contains(out, n) {
				out = append(out, n)
			}
			if a.Group != nil && !slices.Contains(registered, n) {
				registered = append(registered, n)
			}
		}
	}
	switch {
	case len(registered) > 0:
		out = registered
	case len(out) == 0:
		return say(s)
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}

// names reports whether a side names a group, or a state.
func names(s *across.Side) bool {
	return slices.ContainsFunc(s.Claims, func(c *fact.Claim) bool {
		return slices.ContainsFunc(c.Value.Actors, func(a *fact.Actor) bool {
			return a.Class == record.ActorState || across.Group(s.Data, a)
		})
	})
}

// common reports whether both sides name one actor by one name: two datasets may file it under two classes.
func common(a, b *across.Side) bool {
	list := strings.Split(say(a), "; ")
	return slices.ContainsFunc(strings.Split(say(b), "; "), func(n string) bool { return slices.Contains(list, n) })
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
