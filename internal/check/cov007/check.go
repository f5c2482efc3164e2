package cov007

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/stats"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	c := p.Data.Role(record.RoleSource)
	m := count(p.Data, c)
	if m.rows < p.Int("rows") {
		p.Skip("fewer than %d rows name a source", p.Int("rows"))
		return
	}
	limit, tests := p.Float("share"), 2*len(m.names)
	byRows, byDeaths := m.top()
	share, z := m.overRows(byRows, limit)
	// Only the largest of all shares is looked at, so the first step of Holm's method is the whole of it.
	adjust := func(z float64) (alone, adjusted float64) {
		alone = stats.Upper(z)
		return alone, min(1, alone*float64(tests))
	}
	found := -1
	if alone, adjusted := adjust(z); share > limit && adjusted < p.Float("level") {
		found = byRows
		f := source(p, c, m, byRows)
		f.Message = fmt.Sprintf("%s is named in %s of the %s that name a source, and is the only one in %s", name(m, byRows),
			m.percent(byRows), wording.Count(m.rows, "row"), wording.Share(m.alone[byRows], m.rows))
		f.Weight = share
		f.Stat = &check.Stat{
			Test: fmt.Sprintf("z test of a share against %.0f %%", 100*limit), Statistic: z, P: alone, Adjusted: adjusted, Tests: tests,
			Method: "Holm", Effect: share, EffectIs: "share of rows",
		}
		p.Report(f)
	}
	share, z = m.overDeaths(byDeaths, limit)
	if alone, adjusted := adjust(z); found != byDeaths && share > limit && adjusted < p.Float("level") {
		f := source(p, c, m, byDeaths)
		f.Message = fmt.Sprintf("rows that name %s hold %.0f %% of the deaths", name(m, byDeaths), 100*share)
		f.Weight = share
		f.Stat = &check.Stat{
			Test: fmt.Sprintf("z test of a ratio against %.0f %%", 100*limit), Statistic: z, P: alone, Adjusted: adjusted, Tests: tests,
			Method: "Holm", Effect: share, EffectIs: "share of deaths",
		}
		p.Report(f)
	}
	reach(p)
}

func name(m *mix, i int) string { return wording.Quote(m.names[i], wording.Label) }

// source begins a finding about a source with what both measures have in common.
func source(p *check.Pass, c *record.Column, m *mix, i int) check.Finding {
	why := fmt.Sprintf("effective number of sources %.1f of %s", m.effective(), wording.Count(len(m.names), "name"))
	if m.deaths > 0 {
		why += fmt.Sprintf("; %s of the deaths are in rows that name it", wording.Share(int(m.dead[i]), int(m.deaths)))
	}
	least, over, enough := 50, 0, 0
	var most, fewest *year
	years := m.years(p.Data, c, i)
	for k := range years {
		y := &years[k]
		if y.rows < least {
			continue
		}
		enough++
		if float64(y.named) > p.Float("share")*float64(y.rows) {
			over++
		}
		if most == nil || y.named*most.rows > most.named*y.rows {
			most = y
		}
		if fewest == nil || y.named*fewest.rows < fewest.named*y.rows {
			fewest = y
		}
	}
	if enough > 1 {
		why += fmt.Sprintf("; over %.0f %% of rows in %d of %d years (least %s in %d, most %s in %d)", 100*p.Float("share"), over, enough,
			wording.Share(fewest.named, fewest.rows), fewest.year, wording.Share(most.named, most.rows), most.year)
	}
	return check.Finding{
		Row: -1, Column: c.Index, Key: "source " + m.names[i], Why: why,
		Help:  "say so with every result, and compare with a dataset that has other sources",
		Found: fmt.Sprintf("%.1f sources in effect", m.effective()),
	}
}

// reach reports that nearly all rows rest on sources of one reach.
func reach(p *check.Pass) {
	c := p.Data.Column("source_scale")
	if c == nil || c.Storage != record.Coded {
		return
	}
	m := count(p.Data, c)
	if m.rows < p.Int("rows") || len(m.names) < 2 {
		return
	}
	top, _ := m.top()
	limit := p.Float("scale")
	share, z := m.overRows(top, limit)
	alone := stats.Upper(z)
	adjusted := min(1, alone*float64(len(m.names)))
	if share <= limit || adjusted >= p.Float("level") {
		return
	}
	p.Report(check.Finding{
		Row: -1, Column: c.Index, Key: "scale " + m.names[top],
		Message: fmt.Sprintf("%s of the %s rest on sources of one reach: %s", m.percent(top), wording.Count(m.rows, "row"), name(m, top)),
		Why:     fmt.Sprintf("%s rest on it alone; effective number of kinds of sources %.1f of %d", wording.Share(m.alone[top], m.rows), m.effective(), len(m.names)),
		Help:    "local events that such sources do not carry are missing; compare with a dataset that has local sources",
		Found:   m.percent(top), Weight: share,
		Stat: &check.Stat{
			Test: fmt.Sprintf("z test of a share against %.0f %%", 100*limit), Statistic: z, P: alone, Adjusted: adjusted, Tests: len(m.names),
			Method: "Holm", Effect: share, EffectIs: "share of rows",
		},
	})
}
