package src010

import (
	"fmt"
	"math"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// alpha is the level of the corrected test.
const alpha = 0.01

// column returns the column of sources: names of outlets, or for GTD the collecting project.
func column(d *record.Dataset) *record.Column {
	if c := d.Role(record.RoleSource); c != nil && c.Storage == record.Coded {
		return c
	}
	if c := d.Column("dbsource"); c != nil && c.Storage == record.Coded {
		return c
	}
	return nil
}

func applies(p *check.Pass) string {
	switch {
	case p.Data.Events == nil || p.Data.Events.When == nil:
		return "the rows are not events with dates"
	case column(p.Data) == nil:
		return "no column for names of sources"
	}
	return ""
}

func run(p *check.Pass) {
	d := p.Data
	c := column(d)
	table := tally(d, c, p.Int("rows"))
	if len(table.years) < 2 {
		p.Skip("fewer than two years with %d rows that name a source", p.Int("rows"))
		return
	}
	tests := make([]test, len(table.years)-1)
	ps := make([]float64, len(tests))
	sizes := make([]float64, len(tests))
	for i := range tests {
		tests[i] = compare(table.counts[i], table.counts[i+1])
		ps[i], sizes[i] = tests[i].p, tests[i].divergence
	}
	adjusted := holm(ps)
	usual := 0.0
	// With fewer than three pairs there is no usual change to compare with.
	if len(sizes) > 2 {
		usual = median(sizes)
	}
	for i, t := range tests {
		if adjusted[i] >= alpha || t.divergence < p.Float("divergence") || t.divergence < usual*p.Float("times") {
			continue
		}
		report(p, c, table, i, t, adjusted[i], usual)
	}
}

// mixes is the number of mentions of each source in each year that has enough rows.
type mixes struct {
	names  []string
	years  []int
	counts [][]float64
	rows   []int
}

func tally(d *record.Dataset, c *record.Column, least int) *mixes {
	s := grouping.SplitSources(c)
	const first, span = 1800, 400
	var rows [span]int
	year := func(row int) int {
		w := &d.Events.When[row]
		if !w.Known() || len(s.Of(row)) == 0 {
			return -1
		}
		// Rows that may belong to either of two years say nothing about a change between them.
		y, last := w.First.Year(), w.Last.Year()
		if y != last || y < first || y >= first+span {
			return -1
		}
		return y - first
	}
	for row := range d.N {
		if y := year(row); y >= 0 {
			rows[y]++
		}
	}
	m := &mixes{names: s.Names}
	index := [span]int{}
	for y, n := range rows {
		index[y] = -1
		if n >= least {
			index[y] = len(m.years)
			m.years = append(m.years, y+first)
			m.counts = append(m.counts, make([]float64, len(s.Names)))
			m.rows = append(m.rows, n)
		}
	}
	for row := range d.N {
		y := year(row)
		if y < 0 || index[y] < 0 {
			continue
		}
		for _, name := range s.Of(row) {
			m.counts[index[y]][name]++
		}
	}
	return m
}

func report(p *check.Pass, c *record.Column, m *mixes, i int, t test, adjusted, usual float64) {
	before, after := m.years[i], m.years[i+1]
	why := "largest changes: " + changes(m, i)
	if usual > 0 {
		why += fmt.Sprintf("; the median over all pairs of years is %.2f bits", usual)
	}
	p.Report(check.Finding{
		Row: -1, Column: c.Index,
		Message: fmt.Sprintf("the mix of sources changes between %d and %d (divergence %.2f bits)", before, after, t.divergence),
		Why:     why,
		Help:    "find out whether the provider changed its sources; do not read a change of level between these years as a change of violence",
		Weight:  t.divergence,
		Stat: &check.Stat{
			Test: fmt.Sprintf("Pearson chi-squared, %d degrees of freedom", t.df), Statistic: t.statistic,
			P: t.p, Adjusted: adjusted, Tests: len(m.years) - 1, Method: "Holm",
			Effect: t.divergence, EffectIs: "Jensen-Shannon divergence in bits",
		},
	})
}

// changes names the sources whose share changed most.
func changes(m *mixes, i int) string {
	before, after := sum(m.counts[i]), sum(m.counts[i+1])
	size := make([]float64, len(m.names))
	for k := range size {
		size[k] = math.Abs(m.counts[i][k]/before - m.counts[i+1][k]/after)
	}
	var words []string
	for _, k := range grouping.Largest(size, 3) {
		if size[k] > 0 {
			words = append(words, fmt.Sprintf("%s from %s to %s", m.names[k], wording.Percent(m.counts[i][k]/before), wording.Percent(m.counts[i+1][k]/after)))
		}
	}
	return wording.List(words, 3)
}

func sum(v []float64) (s float64) {
	for _, x := range v {
		s += x
	}
	return s
}

func median(v []float64) float64 {
	w := slices.Clone(v)
	slices.Sort(w)
	if n := len(w); n%2 == 0 {
		return (w[n/2-1] + w[n/2]) / 2
	}
	return w[len(w)/2]
}
