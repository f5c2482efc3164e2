package src012

import (
	"fmt"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// sources counts the sources of a row.
type sources struct {
	column *record.Column
	count  func(row int) int // 0 = the row does not say
}

func newSources(d *record.Dataset) *sources {
	if d.Format.ID == "ged" {
		if c := d.Column("number_of_sources"); c != nil {
			return &sources{c, func(row int) int {
				n, ok := c.Number(row)
				if !ok || n < 1 {
					return 0
				}
				return int(n)
			}}
		}
	}
	if first, second := d.Column("scite1"), d.Column("scite2"); d.Format.ID == "gtd" && first != nil && second != nil {
		cites := []*record.Column{first, second}
		if c := d.Column("scite3"); c != nil {
			cites = append(cites, c)
		}
		return &sources{first, func(row int) int {
			n := 0
			for _, c := range cites {
				if c.Has(row) {
					n++
				}
			}
			return n
		}}
	}
	c := d.Role(record.RoleSource)
	split := grouping.SplitSources(c)
	if split == nil {
		return nil
	}
	// Copies of SCAD 3.1 hold 0 and 1 here, of which no codebook says what they mean.
	if d.Format.ID == "scad" && !slices.ContainsFunc(c.Dict.Texts, func(text string) bool { return strings.ContainsAny(text, "Aa") }) {
		return nil
	}
	count := make([]int, len(split.ByCode))
	for code := range count {
		count[code] = len(split.ByCode[code])
		// SCAD writes that both of its agencies carried a report as one word.
		if d.Format.ID == "scad" && strings.EqualFold(c.Dict.Texts[code], "both") {
			count[code] = 2
		}
	}
	return &sources{c, func(row int) int { return count[c.Codes[row]] }}
}

// classes are the sizes of events by deaths: from each number up to the next.
var classes = []struct {
	from float32
	name string
}{{1, "1"}, {2, "2-4"}, {5, "5-9"}, {10, "10-24"}, {25, "25-99"}, {100, "100 or more"}}

// usual is the share of single-source events over which a single source says nothing about an event: the dataset does not
// list all sources that were used.
const usual = 0.9

func run(p *check.Pass) {
	d := p.Data
	s := newSources(d)
	least := float32(p.Int("deaths"))
	var all, single [16]int
	var deaths, singleDeaths float64
	var large []int
	for row := range d.N {
		c := d.Events.Deaths[row]
		if !c.Known() || c.Best < 1 || d.Events.Counted != nil && !d.Events.Counted[row] {
			continue
		}
		n := s.count(row)
		if n == 0 {
			continue
		}
		class := len(classes) - 1
		for c.Best < classes[class].from {
			class--
		}
		all[class]++
		deaths += float64(c.Best)
		if n > 1 {
			continue
		}
		single[class]++
		singleDeaths += float64(c.Best)
		if c.Best >= least {
			large = append(large, row)
		}
	}
	events, ones := 0, 0
	var parts []string
	for i := range classes {
		events += all[i]
		ones += single[i]
		if all[i] > 0 {
			parts = append(parts, fmt.Sprintf("%s of %s with %s", wording.Percent(float64(single[i])/float64(all[i])), wording.Thousands(all[i]), classes[i].name))
		}
	}
	if events == 0 {
		return
	}
	share := float64(ones) / float64(events)
	if share <= usual {
		for _, row := range large {
			lead(p, s, row, share)
		}
	}
	if share < p.Float("share") {
		return
	}
	p.Report(check.Finding{
		Row: -1, Column: s.column.Index, Related: deadliest(d, large),
		Message: fmt.Sprintf("%s of %s (%s) rest on one source, with %s of the deaths",
			wording.Thousands(ones), wording.Count(events, "deadly event"), wording.Percent(float64(ones)/float64(events)), wording.Percent(singleDeaths/deaths)),
		Why:    "by number of deaths: " + strings.Join(parts, ", "),
		Help:   "report results with and without these events",
		Weight: 1e6 * float64(ones) / float64(events),
	})
}

// deadliest points at the five deadliest of the rows.
func deadliest(d *record.Dataset, rows []int) []check.Ref {
	toll := make([]float64, len(rows))
	for i, row := range rows {
		toll[i] = float64(d.Events.Deaths[row].Best)
	}
	var out []check.Ref
	for _, i := range grouping.Largest(toll, 5) {
		out = append(out, check.Ref{Data: d, Row: rows[i], Column: -1})
	}
	return out
}

func lead(p *check.Pass, s *sources, row int, share float64) {
	deaths := p.Data.Events.Deaths[row].Best
	p.Report(check.Finding{
		Row: row, Column: s.column.Index, Marked: p.Cols(record.RoleBest),
		Message:  fmt.Sprintf("%s rest on one source", wording.Deaths(float64(deaths))),
		Why:      fmt.Sprintf("large events are normally reported by several; of all deadly events in this dataset, %s rest on one", wording.Percent(share)),
		Help:     "look for a second, independent report",
		Expected: "2 or more sources", Found: "1 source",
		Weight: float64(deaths),
	})
}
