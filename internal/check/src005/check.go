package src005

import (
	"fmt"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// aspect is one way in which a row says where it comes from.
type aspect struct {
	column  *record.Column
	lacks   func(row int) bool
	missing string // "names no source"
	plural  string // "name no source"
}

func aspects(d *record.Dataset) []aspect {
	var out []aspect
	add := func(c *record.Column, missing, plural string) {
		if c != nil {
			out = append(out, aspect{c, func(row int) bool { return !c.Has(row) }, missing, plural})
		}
	}
	if c := d.Column("number_of_sources"); c != nil && d.Format.ID == "ged" {
		// Rows coded before sources were structured lack office, date and headline together: one problem, not three.
		out = append(out, aspect{c, func(row int) bool { return !c.Has(row) }, "has no structured source: office, date and headline are not given", "have no structured source: office, date and headline are not given"})
	} else {
		add(d.Role(record.RoleSource), "names no source", "name no source")
	}
	add(d.Role(record.RoleArticle), "cites no article", "cite no article")
	add(d.Role(record.RoleNote), "has no description", "have no description")
	return out
}

func applies(p *check.Pass) string {
	if len(aspects(p.Data)) == 0 {
		return "no column for a source, an article or a description"
	}
	return ""
}

func run(p *check.Pass) {
	for _, a := range aspects(p.Data) {
		if p.Cancelled() {
			return
		}
		n := 0
		for row := range p.Data.N {
			if a.lacks(row) {
				n++
			}
		}
		switch {
		case n == 0:
		case float64(n) <= p.Float("share")*float64(p.Data.N) || n == 1:
			for row := range p.Data.N {
				if a.lacks(row) {
					single(p, a, row)
				}
			}
		default:
			whole(p, a, n)
		}
	}
}

func deaths(d *record.Dataset, row int) float64 {
	if d.Events == nil || d.Events.Deaths == nil || !d.Events.Deaths[row].Known() {
		return 0
	}
	return float64(d.Events.Deaths[row].Best)
}

func single(p *check.Pass, a aspect, row int) {
	p.Report(check.Finding{
		Row: row, Column: a.column.Index,
		Message:  "the row " + a.missing,
		Why:      a.column.Key() + " is " + state(a.column, row),
		Help:     "look the record up in the owner's current release",
		Expected: "a source", Found: state(a.column, row),
		Weight: 1 + deaths(p.Data, row),
	})
}

func state(c *record.Column, row int) string {
	if text, ok := c.Text(row); ok && text != "" {
		return text
	}
	return "empty"
}

// whole reports a column that lacks more than a few values, with the years that lack most.
func whole(p *check.Pass, a aspect, n int) {
	d := p.Data
	var refs []check.Ref
	toll := 0.0
	for row := range d.N {
		if a.lacks(row) {
			toll += deaths(d, row)
			if len(refs) < 5 {
				refs = append(refs, check.Ref{Data: d, Row: row, Column: a.column.Index})
			}
		}
	}
	why := years(d, a)
	if toll > 0 {
		why = strings.TrimPrefix(why+"; ", "; ") + wording.Total(toll) + " deaths rest on these rows"
	}
	p.Report(check.Finding{
		Row: -1, Column: a.column.Index, Related: refs,
		Message: fmt.Sprintf("%s of %s (%s) %s", wording.Thousands(n), wording.Count(d.N, "row"), wording.Percent(float64(n)/float64(d.N)), a.plural),
		Why:     why,
		Help:    "say in any analysis of sources which rows it covers",
		Weight:  1000 * float64(n) / float64(d.N),
	})
}

// years says in which years the share is highest, and how low it is elsewhere: "2003 94 %, 2004 90 %, least in 2015 2.0 %".
func years(d *record.Dataset, a aspect) string {
	if d.Events == nil || d.Events.When == nil {
		return ""
	}
	const first, span = 1800, 400
	var all, lack [span]int
	for row := range d.N {
		w := &d.Events.When[row]
		if !w.Known() {
			continue
		}
		y := w.First.Year() - first
		if y < 0 || y >= span {
			continue
		}
		all[y]++
		if a.lacks(row) {
			lack[y]++
		}
	}
	var list []int
	for y, n := range all {
		if n > 0 {
			list = append(list, y)
		}
	}
	if len(list) < 2 {
		return ""
	}
	share := func(y int) float64 { return float64(lack[y]) / float64(all[y]) }
	slices.SortStableFunc(list, func(x, y int) int {
		switch {
		case share(x) > share(y):
			return -1
		case share(x) < share(y):
			return 1
		}
		return all[y] - all[x]
	})
	say := func(y int) string { return fmt.Sprintf("%d %s", y+first, wording.Percent(share(y))) }
	var top []string
	for _, y := range list[:min(3, len(list)-1)] {
		top = append(top, say(y))
	}
	return "most in " + wording.List(top, 3) + ", least in " + say(list[len(list)-1])
}
