// Package figure reads published numbers ("2,400 Russians in Syria") as definition tuples and says which of them can be
// compared, which cannot all be true, and what they come to together.
//
// Two figures are comparable only when their whole tuple agrees: who is counted, from where, where to, what is counted,
// stock or cumulative, as of when. Figures with different definitions are shown side by side and never averaged.
package figure

import (
	"cmp"
	"slices"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
)

// Figure is one published number with its definition. A row of the table gives one; numbers that its locator adds ("900
// joined; 195 lost citizenship") give derived ones.
type Figure struct {
	*claim.Figure               // the numbers; for a derived figure a copy with its own
	Row           *claim.Figure // the claim in the table
	Derived       bool          // read out of the locator of the row

	Population  Population
	Area        Area
	Destination Destination
	Measure     Measure
	Kind        Kind
	Qualifier   string // a restriction in the text of the measure, "identity established"
	Interval    Interval
	Point       float64 // the number by which it is known, NaN if none
	Bound       Bound
	Body        string // who estimated it, "" if not told
	Origin      *evidence.Origin
}

// Book is all figures of a case.
type Book struct {
	Figures     []*Figure // as in the tables, each followed by the figures derived from it
	Populations []*Inhabitants
	Evidence    *evidence.Graph
}

// Inhabitants is a claim about the population of an area.
type Inhabitants struct {
	*claim.Population
	Place Area
}

// Build reads all figures of the tables.
func Build(t *claim.Tables, g *evidence.Graph) *Book {
	b := &Book{Evidence: g}
	for _, c := range t.Figures {
		f := readRow(c)
		f.Origin = g.Origin(c)
		b.Figures = append(b.Figures, f)
		for _, d := range derive(f) {
			d.Origin = f.Origin
			b.Figures = append(b.Figures, d)
		}
	}
	for _, p := range t.Populations {
		b.Populations = append(b.Populations, &Inhabitants{Population: p, Place: ParseArea(p.Area)})
	}
	return b
}

func readRow(c *claim.Figure) *Figure {
	f := &Figure{Figure: c, Row: c, Area: ParseArea(c.Origin), Destination: ParseDestination(c.Destination)}
	if !f.Area.Known() {
		if a := ParseArea(c.Population); a.Known() && !a.Alone {
			f.Area = a
		}
	}
	f.Measure, f.Kind = parseMeasure(c.Measure, c.Population)
	f.Population = parsePopulation(c.Population, c.Measure, f.Area)
	f.Qualifier = qualifier(c.Measure)
	f.Interval, f.Point, f.Bound = intervalOf(c), point(c), boundOf(c)
	f.Body = evidence.Body(c.Estimator)
	return f
}

// qualifier returns what stands in brackets in the text of a measure, unless it only says it again.
func qualifier(measure string) string {
	m := inBrackets.FindStringSubmatch(measure)
	if m == nil || m[1] == "percent" || m[1] == "persons" || m[1] == "people" {
		return ""
	}
	return m[1]
}

// Claims returns the claims behind figures, each once, in order.
func Claims(list ...*Figure) []claim.Claim {
	var out []claim.Claim
	seen := map[*claim.Figure]bool{}
	for _, f := range list {
		if !seen[f.Row] {
			seen[f.Row] = true
			out = append(out, f.Row)
		}
	}
	return out
}

// Order sorts figures by date as of, then by row. Undated ones come last.
func Order(list []*Figure) {
	slices.SortStableFunc(list, func(a, b *Figure) int {
		x, y := a.AsOf, b.AsOf
		switch {
		case x.Known() && !y.Known():
			return -1
		case !x.Known() && y.Known():
			return 1
		}
		return cmp.Or(cmp.Compare(x.Last, y.Last), cmp.Compare(x.First, y.First), cmp.Compare(a.Data.Name, b.Data.Name), cmp.Compare(a.Row.Row, b.Row.Row))
	})
}
