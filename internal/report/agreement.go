package report

import (
	"cmp"
	"fmt"
	"html/template"
	"math"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/wording"
)

// agreeView is how often datasets agree about one field of the events that they share.
type agreeView struct {
	Field string
	Rows  []agreeRow // all pairs of datasets together first
	Note  string
}

type agreeRow struct {
	Pair, Share, Agree, Of, Interval string
	Bar                              template.HTML
	Total                            bool
}

const mostPairs = 10 // pairs of datasets in a table

// fieldTitles are the fields as headings.
var fieldTitles = [fact.NumFields]string{
	"Date", "Point on the map", "Country", "First-level unit", "Name of the place", "Kind of event", "Actors", "Deaths", "Injured",
}

// pairTotals adds up agreement by pairs of datasets; those with the most to compare come first in every table.
func (a *across) pairTotals() [][2]int {
	n := map[[2]int]int{}
	for _, x := range a.l.Summary.Agreement {
		n[[2]int{x.A, x.B}] += x.Compare
	}
	out := make([][2]int, 0, len(n))
	for p := range n {
		out = append(out, p)
	}
	slices.SortFunc(out, func(x, y [2]int) int {
		return cmp.Or(cmp.Compare(n[y], n[x]), cmp.Compare(x[0], y[0]), cmp.Compare(x[1], y[1]))
	})
	return out
}

// agreement makes a small table for each field.
func (a *across) agreement() {
	pairs := a.pairTotals()
	shown := pairs[:min(len(pairs), mostPairs)]
	for f := range fact.NumFields {
		by := map[[2]int]fact.Agreement{}
		all := fact.Agreement{}
		for _, x := range a.l.Summary.Agreement {
			if x.Field == f {
				by[[2]int{x.A, x.B}] = x
				all.Agree, all.Compare = all.Agree+x.Agree, all.Compare+x.Compare
			}
		}
		if all.Compare == 0 {
			continue
		}
		v := agreeView{Field: fieldTitles[f]}
		if len(pairs) > 1 {
			r := newAgreeRow("all pairs", all)
			r.Total = true
			v.Rows = append(v.Rows, r)
		}
		for _, p := range shown {
			if x, ok := by[p]; ok {
				v.Rows = append(v.Rows, newAgreeRow(a.l.Linked.Datasets[p[0]].Name+" and "+a.l.Linked.Datasets[p[1]].Name, x))
			}
		}
		if len(by) > len(v.Rows) {
			v.Note = fmt.Sprintf("Showing %d of %d pairs, those with the most to compare.", len(v.Rows)-1, len(by))
		}
		a.view.Agreement = append(a.view.Agreement, v)
	}
	if len(a.view.Agreement) > 0 {
		a.view.AgreeNotes = a.agreeNotes()
	}
}

func newAgreeRow(name string, x fact.Agreement) agreeRow {
	s := audit.NewShare(x.Agree, x.Compare)
	return agreeRow{
		Pair: name, Share: share(x.Agree, x.Compare), Agree: finding.Thousands(x.Agree), Of: finding.Thousands(x.Compare),
		Interval: interval(s), Bar: agreeBar(s),
	}
}

// agreeBar draws a share of one as a bar with its interval as a line.
func agreeBar(s audit.Share) template.HTML {
	const w, h = 160, 14
	x := func(v float64) string { return coordinate(w * math.Min(1, v)) }
	return template.HTML(fmt.Sprintf(`<svg viewBox="0 0 %d %d" width="%d" height="%d" aria-hidden="true"><path class="none" d="M0 3H%dV11H0z"/>`+
		`<path class="soft" d="M0 3H%sV11H0z"/><path class="s text" stroke-width="1.5" d="M%s 7H%sM%s 4V10M%s 4V10"/></svg>`,
		w, h, w, h, w, x(s.Value()), x(s.Low), x(s.High), x(s.Low), x(s.High)))
}

// agreeNotes explain what a difference is not.
func (a *across) agreeNotes() []string {
	out := []string{"Agreement is counted for each event that both datasets have and of which both say something: it holds if any of their records agree within the precision of both. Intervals of days must overlap, points must lie within the sum of their radii, and ranges of numbers must meet. An unidentified actor, or a point that stands for a whole country, contradicts nothing."}
	kind := "A difference of kind is mostly one of coding, and does not make an event contested: each dataset sorts events into categories of its own."
	if a.has("ged") {
		kind += " UCDP GED has no category for the means: it says who fought whom, so that a bombing is a battle or violence against civilians there, and goes with either."
	}
	if a.has("scad") {
		kind += " SCAD asks how a conflict is organised rather than what happened in a place."
	}
	return append(out, kind)
}

func (a *across) has(format string) bool {
	for _, d := range a.l.Linked.Datasets {
		if d.Format.ID == format {
			return true
		}
	}
	return false
}

// inShort is the agreement of all pairs in one sentence, for the index.
func (a *across) inShort() string {
	var parts []string
	for _, f := range []fact.Field{fact.Date, fact.Place, fact.Actors, fact.Deaths} {
		agree, of := 0, 0
		for _, x := range a.l.Summary.Agreement {
			if x.Field == f {
				agree, of = agree+x.Agree, of+x.Compare
			}
		}
		if of > 0 {
			parts = append(parts, fmt.Sprintf("the %s in %s of %s comparisons", strings.ToLower(fieldWords[f]), share(agree, of), finding.Thousands(of)))
		}
	}
	if parts == nil {
		return ""
	}
	return "About events that they share, datasets agree on " + wording.List(parts, len(parts)) + ", within their precision."
}

// fieldWords are the fields within a sentence.
var fieldWords = map[fact.Field]string{fact.Date: "date", fact.Place: "place", fact.Actors: "actors", fact.Deaths: "number of dead"}
