package coverage

import (
	"fmt"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/coverage/capture"
	"github.com/assaydata/assay/internal/wording"
)

// Verdict is what a gate comes to; a result has the worst of its gates.
type Verdict uint8

// Verdicts, from best to worst.
const (
	Pass       Verdict = iota
	Indicative         // an estimate is shown as indicative only
	Withheld           // models are shown for their sensitivity only; there is no estimate
	Refused            // no model is run
)

func (v Verdict) String() string {
	return [...]string{"passed", "indicative only", "no estimate", "refused"}[v]
}

// Gate is one condition and what was found.
type Gate struct {
	// Name is "lists", "small lists", "overlap", "closed population", "period", "unit", "linkage", "singletons", "existence",
	// "convergence", "cap" or "agreement".
	Name    string
	Verdict Verdict
	// Text says what was found, and what to do about it.
	Text string
}

// Limits of the gates.
const (
	minLists     = 3
	minListCases = 5
	minPairs     = 2
	minOverlap   = 5
	maxAlone     = 0.90
	maxAtCap     = 0.01
)

// prepared is the table that models see: lists of one origin joined, small ones left out.
type prepared struct {
	table   *capture.Table
	lists   []List
	grouped []string // "A, B: origin"
	dropped []string
}

// prepare joins and drops lists.
func prepare(s *Study, t *capture.Table) *prepared {
	p := &prepared{table: t, lists: slices.Clone(s.Lists)}
	for i := 0; i < len(p.lists); i++ {
		names := []string{p.lists[i].Name}
		for j := len(p.lists) - 1; j > i; j-- {
			if o := p.lists[i].Origin; o != "" && p.lists[j].Origin == o {
				p.table = p.table.Merge(i, j)
				names = slices.Insert(names, 1, p.lists[j].Name)
				p.lists = slices.Delete(p.lists, j, j+1)
			}
		}
		if len(names) > 1 {
			p.lists[i].Name = p.table.Lists[i]
			p.grouped = append(p.grouped, strings.Join(names, ", ")+": "+p.lists[i].Origin)
		}
	}
	for i := len(p.lists) - 1; i >= 0; i-- {
		if n := p.table.Size(i); n < minListCases && len(p.lists) > 1 {
			p.dropped = slices.Insert(p.dropped, 0, fmt.Sprintf("%s (%d)", p.lists[i].Name, n))
			p.table = p.table.Drop(i)
			p.lists = slices.Delete(p.lists, i, i+1)
		}
	}
	return p
}

// gates checks everything that is known before a model runs.
func gates(s *Study, p *prepared) []Gate {
	out := []Gate{listGate(p), smallGate(p), overlapGate(p), closedGate(s), periodGate(s), unitGate(s), linkageGate(s)}
	once, n := p.table.Seen(1), p.table.N()
	if n > 0 {
		g := Gate{Name: "singletons", Text: fmt.Sprintf("%.0f %% of the cases are on one list only", 100*float64(once)/float64(n))}
		if float64(once) > maxAlone*float64(n) {
			g.Verdict = Indicative
			g.Text += ": over 90 %, so that few cases decide everything"
		}
		out = append(out, g)
	}
	return out
}

func listGate(p *prepared) Gate {
	g := Gate{Name: "lists", Text: wording.Count(len(p.lists), "list")}
	if len(p.grouped) > 0 {
		g.Text = fmt.Sprintf("%s after joining those of one origin (%s)", wording.Count(len(p.lists), "list"), strings.Join(p.grouped, "; "))
	}
	if len(p.lists) < minLists {
		g.Verdict = Refused
		g.Text += ": at least 3 of separate origin are needed, as two lists cannot show whether they depend on each other"
	}
	return g
}

func smallGate(p *prepared) Gate {
	if len(p.dropped) == 0 {
		return Gate{Name: "small lists", Text: "every list has 5 cases or more"}
	}
	return Gate{Name: "small lists", Text: "left out, with fewer than 5 cases: " + strings.Join(p.dropped, ", ")}
}

func overlapGate(p *prepared) Gate {
	pairs := 0
	for j := range p.lists {
		for i := range j {
			if p.table.Overlap(1<<i|1<<j) >= minOverlap {
				pairs++
			}
		}
	}
	g := Gate{Name: "overlap", Text: fmt.Sprintf("%d of %d pairs of lists share 5 cases or more", pairs, len(p.lists)*(len(p.lists)-1)/2)}
	if pairs < minPairs {
		g.Verdict = Refused
		g.Text += ": at least 2 are needed, as the estimate rests on what lists share"
	}
	return g
}

func closedGate(s *Study) Gate {
	g := Gate{Name: "closed population", Text: "stated: every case could have been on every list"}
	switch s.Closed {
	case No:
		g.Verdict, g.Text = Refused, "the population is open: cases entered or left it during the period, so that absence from a list says nothing"
	case NotStated:
		g.Verdict, g.Text = Withheld, "not stated whether every case could have been on every list (closed: yes)"
	}
	return g
}

func periodGate(s *Study) Gate {
	first, stated := s.Lists[0], true
	for _, l := range s.Lists {
		stated = stated && l.From != "" && l.To != ""
	}
	if !stated {
		return Gate{Name: "period", Verdict: Withheld, Text: "the period of a list is not stated (period: 2011-01-01/2011-12-31)"}
	}
	for _, l := range s.Lists {
		if l.From != first.From || l.To != first.To {
			return Gate{Name: "period", Verdict: Refused, Text: fmt.Sprintf("lists cover different periods, %s %s to %s and %s %s to %s: cut all to the same one",
				first.Name, first.From, first.To, l.Name, l.From, l.To)}
		}
	}
	return Gate{Name: "period", Text: "all lists cover " + first.From + " to " + first.To}
}

func unitGate(s *Study) Gate {
	first := s.Lists[0]
	for _, l := range s.Lists {
		if l.Unit == "" {
			return Gate{Name: "unit", Verdict: Withheld, Text: "not stated what a case of each list is (unit: killings)"}
		}
	}
	for _, l := range s.Lists {
		if l.Unit != first.Unit {
			return Gate{Name: "unit", Verdict: Refused, Text: fmt.Sprintf("lists count different things, %s %s and %s %s: bring all to one unit", first.Name, first.Unit, l.Name, l.Unit)}
		}
	}
	return Gate{Name: "unit", Text: "all lists count " + first.Unit}
}

func linkageGate(s *Study) Gate {
	if !s.Linkage.Measured {
		return Gate{Name: "linkage", Verdict: Withheld, Text: "precision and recall of the matching between lists are not measured: missed matches push the total up, false ones down"}
	}
	g := Gate{Name: "linkage", Text: fmt.Sprintf("precision %.3g, recall %.3g", s.Linkage.Precision, s.Linkage.Recall)}
	if s.Linkage.Source != "" {
		g.Text += " (" + s.Linkage.Source + ")"
	}
	return g
}

func worst(gates []Gate) Verdict {
	v := Pass
	for _, g := range gates {
		v = max(v, g.Verdict)
	}
	return v
}
