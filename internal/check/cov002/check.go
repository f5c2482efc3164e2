package cov002

import (
	"fmt"
	"math"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/stats"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	t := count(p.Data)
	classes := t.classes()
	small, large := classes[0], classes[len(classes)-1]
	// Where few events have 25 dead or more, the largest class is the greatest sizes that together have enough.
	for i := len(classes) - 2; i > 1 && large.events < p.Int("events"); i-- {
		c := classes[i]
		large = class{
			name: fmt.Sprintf("%d or more dead", c.from), from: c.from, to: large.to,
			events: large.events + c.events, single: large.single + c.single, sources: large.sources + c.sources,
		}
	}
	if small.events < p.Int("events") || large.events < p.Int("events") {
		p.Skip("fewer than %d events with one dead, or with many, whose number of sources is known", p.Int("events"))
		return
	}
	rho, n := t.spearman()
	// The normal approximation of Spearman's coefficient, good from a few dozen events on.
	z := rho * math.Sqrt(float64(n-1))
	zShares, pShares := stats.Two(large.single, large.events, small.single, small.events)
	adjusted := stats.Holm([]float64{stats.Both(z), max(pShares, stats.Both(zShares))}, 2)
	one, many := float64(small.single)/float64(small.events), float64(large.single)/float64(large.events)
	level := p.Float("level")
	if rho < p.Float("rho") || one-many < p.Float("effect") || adjusted[0] >= level || adjusted[1] >= level {
		return
	}
	var parts []string
	for _, c := range classes {
		if c.events > 0 {
			parts = append(parts, fmt.Sprintf("%s: %s of %s, %.2f sources an event", c.name, wording.Share(c.single, c.events),
				wording.Thousands(c.events), float64(c.sources)/float64(c.events)))
		}
	}
	p.Report(check.Finding{
		Row: -1, Column: p.Col(record.RoleBest), Marked: marked(p.Data), Key: "size",
		Message: fmt.Sprintf("%s of the events with one dead rest on a single source, %s of those with %s: small events are probably missed more often",
			wording.Share(small.single, small.events), wording.Share(large.single, large.events), large.name),
		Why:      "share with a single source by size: " + strings.Join(parts, "; "),
		Help:     "compare places and times by deaths or above a threshold of size, not by the number of events",
		Expected: "the same share at every size",
		Found:    fmt.Sprintf("%.0f points apart", 100*(one-many)),
		Weight:   one - many,
		Stat: &check.Stat{
			Test: "Spearman's rank correlation of deaths and sources, z", Statistic: z, P: stats.Both(z), Adjusted: adjusted[0], Tests: 2, Method: "Holm",
			Effect: rho, EffectIs: "rank correlation",
		},
	})
}

// marked lists the columns that say how many sources there are.
func marked(d *record.Dataset) []int {
	if c := d.Column("number_of_sources"); c != nil {
		return []int{c.Index}
	}
	if a, b := d.Column("scite1"), d.Column("scite2"); a != nil && b != nil {
		return tabular.Columns(a, b, d.Column("scite3"))
	}
	return tabular.Columns(d.Role(record.RoleSource))
}
