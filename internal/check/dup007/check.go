package dup007

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	d := p.Data
	if d.Events.Counted != nil {
		events(p)
	}
	if note := d.Role(record.RoleNote); note != nil && !p.Cancelled() {
		reports(p, note)
	}
	if d.Format.ID == "gtd" {
		fractions(p)
	}
}

func toll(d *record.Dataset, row int) float64 {
	if c := d.Events.Deaths[row]; c.Known() && c.Best > 0 {
		return float64(c.Best)
	}
	return 0
}

// events looks at the rows of one identifier and at the whole dataset.
func events(p *check.Pass) {
	d := p.Data
	id := d.Role(record.RoleID)
	if id == nil {
		return
	}
	var rows, once float64
	for row := range d.N {
		v := toll(d, row)
		rows += v
		if d.Events.Counted[row] {
			once += v
		}
	}
	groups := grouping.Equal(grouping.NewKeys(d.N).Keep(id.Has).Column(id)).Confirm(func(a, b int) bool { return grouping.SameCells(a, b, id) })
	repeated, extra := 0, 0
	var first []check.Ref
	for i := range groups.Len() {
		g := groups.At(i)
		again := 0.0
		n := 0
		for _, r := range g {
			if !d.Events.Counted[r] && toll(d, int(r)) > 0 {
				again += toll(d, int(r))
				n++
			}
		}
		if n == 0 {
			continue
		}
		repeated++
		extra += n
		if len(first) < 3 {
			first = append(first, check.Ref{Data: d, Row: int(g[0]), Column: p.Col(record.RoleBest)})
		}
		event(p, g, again)
	}
	if repeated == 0 {
		return
	}
	p.Report(check.Finding{
		Row: -1, Column: p.Col(record.RoleBest), Related: first, Confidence: 0.99,
		Message: fmt.Sprintf("adding up rows gives %s deaths, adding up events %s: %s too many", wording.Total(rows), wording.Total(once), wording.Percent((rows-once)/max(once, 1))),
		Why: fmt.Sprintf("%s have further rows, one a place (%s); %s repeat their deaths on %s",
			wording.Count(groups.Len(), "event"), wording.Count(groups.Rows()-groups.Len(), "row"), wording.Thousands(repeated), wording.Count(extra, "row")),
		Help:     "add up the deaths of the first row of each " + id.Key() + " only",
		Expected: wording.Total(once), Found: wording.Total(rows), Weight: rows - once + 1e6,
	})
}

func event(p *check.Pass, rows []int32, again float64) {
	d := p.Data
	own := 0.0
	same := true
	for _, r := range rows {
		if d.Events.Counted[r] {
			own += toll(d, int(r))
		}
		same = same && toll(d, int(r)) == toll(d, int(rows[0]))
	}
	f := check.Finding{
		Row: int(rows[0]), Column: p.Col(record.RoleBest), Related: grouping.Related(d, rows), Alike: len(rows) - 1, Marked: p.Cols(record.RoleID, record.RoleSeries, record.RolePlace),
		Confidence: 0.98,
		Message: fmt.Sprintf("event %s repeats its %s on each of %s: adding them up gives %s",
			grouping.Label(d, int(rows[0])), wording.Deaths(own), wording.Count(len(rows), "row"), wording.Total(own+again)),
		Why:      "the rows are places of one event, and the number of deaths is that of the whole event",
		Help:     "count the deaths of this event once",
		Expected: wording.Total(own), Found: wording.Total(own + again), Weight: again,
	}
	if !same {
		f.Message = fmt.Sprintf("event %s has different deaths on its %s: %s on the first, %s when added up",
			grouping.Label(d, int(rows[0])), wording.Count(len(rows), "row"), wording.Total(own), wording.Total(own+again))
		f.Why = "the rows are places of one event, and the number of deaths should be that of the whole event on each"
		f.Help = "find out from the note whether these are the deaths in each place, and write down which number holds for the event"
		f.Confidence = 0.8
	}
	p.Report(f)
}
