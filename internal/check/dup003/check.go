package dup003

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	d := p.Data
	note := d.Role(record.RoleNote)
	groups := grouping.LongTexts(note, d.N, p.Int("min-length"))
	for i := range groups.Len() {
		if i%4096 == 0 && p.Cancelled() {
			return
		}
		rows := oneEach(d, groups.At(i))
		if len(rows) > 1 {
			report(p, note, rows)
		}
	}
}

// oneEach leaves one row of each identifier, and one of rows that are equal in every cell.
func oneEach(d *record.Dataset, rows []int32) []int32 {
	rows = grouping.Distinct(d, rows)
	if !grouping.ManyRows(d) {
		return rows
	}
	parts := grouping.Partition(rows, func(a, b int) bool { return grouping.SameID(d, a, b) })
	out := make([]int32, len(parts))
	for i, part := range parts {
		out[i] = part[0]
	}
	return out
}

// spread is how the rows of one note differ.
type spread struct {
	days, places, actors, pairs, tolls int // numbers of distinct ones; pairs disregards the order of the actors
	deaths                             float64
	dated, placed                      bool
}

func measure(d *record.Dataset, rows []int32) spread {
	var s spread
	e := d.Events
	distinct := func(same func(a, b int) bool) int { return len(grouping.Partition(rows[:min(len(rows), 200)], same)) }
	if e != nil && e.When != nil {
		s.dated = true
		s.days = distinct(grouping.NewDates(d).Same)
	}
	switch place := d.Role(record.RolePlace); {
	case e != nil && e.Lat != nil:
		s.placed = true
		s.places = distinct(func(a, b int) bool {
			return grouping.SameNumber(e.Lat[a], e.Lat[b]) && grouping.SameNumber(e.Lon[a], e.Lon[b])
		})
	case place != nil:
		s.placed = true
		s.places = distinct(func(a, b int) bool { return grouping.SameCells(a, b, place) })
	}
	a1, a2 := d.Role(record.RoleActor1), d.Role(record.RoleActor2)
	s.actors = distinct(func(a, b int) bool { return grouping.SameCells(a, b, a1, a2) })
	s.pairs = distinct(func(a, b int) bool { return samePair(a1, a2, a, b) })
	s.tolls = 1
	if e != nil && e.Deaths != nil {
		s.tolls = distinct(func(a, b int) bool { return grouping.SameNumber(e.Deaths[a].Best, e.Deaths[b].Best) })
		for _, r := range rows {
			if c := e.Deaths[r]; c.Known() {
				s.deaths += float64(c.Best)
			}
		}
	}
	return s
}

func samePair(a1, a2 *record.Column, x, y int) bool {
	if a1 == nil || a2 == nil {
		return grouping.SameCells(x, y, a1, a2)
	}
	x1, _ := a1.Text(x)
	x2, _ := a2.Text(x)
	y1, _ := a1.Text(y)
	y2, _ := a2.Text(y)
	return x1 == y1 && x2 == y2 || x1 == y2 && x2 == y1
}

func report(p *check.Pass, note *record.Column, rows []int32) {
	d := p.Data
	s := measure(d, rows)
	severity, confidence, why, help := judge(d, rows, s)
	p.Report(check.Finding{
		Row: int(rows[0]), Column: note.Index, Related: grouping.Related(d, rows), Alike: len(rows) - 1,
		Marked:   p.Cols(record.RoleDate, record.RolePlace, record.RoleActor1, record.RoleActor2, record.RoleBest),
		Severity: severity, Confidence: confidence,
		Message:  fmt.Sprintf("one note stands on %s: %s", wording.Count(len(rows), "row"), describe(s)),
		Why:      why,
		Help:     help,
		Expected: "1 row a report", Found: wording.Count(len(rows), "row"),
		Weight: float64(len(rows)-1) + s.deaths,
	})
}

// judge says how bad a split is. A text tells of its days once: several dates under one text need a reason.
func judge(d *record.Dataset, rows []int32, s spread) (severity check.Severity, confidence float64, why, help string) {
	length := d.Role(record.RoleNote).Lengths
	why = "the notes are equal, letter by letter"
	if length != nil {
		why = fmt.Sprintf("the notes are equal over %s", wording.Count(int(length[rows[0]]), "byte"))
	}
	switch {
	case s.dated && s.days > 1:
		return check.Warning, 0.6, why + ", on " + grouping.NewDates(d).Span(rows),
			"see whether the text itself gives several days; if not, all rows but one carry a wrong date or are repetitions"
	case s.placed && s.places > 1:
		return check.Note, 0.6, why + "; one report over several places is allowed by the codebooks",
			"count the report once, or its places, and see that its deaths are not repeated on each"
	case s.pairs > 1:
		return check.Note, 0.6, why + "; one report with several pairs of actors is allowed by the codebooks",
			"count the report once, or its pairs of actors, and see that its deaths are not repeated on each"
	case s.actors > 1:
		return check.Note, 0.7, why + "; the rows have the same two actors in the other order", "keep one row"
	case s.tolls == 1 && kinds(d, rows) == 1:
		return check.Note, 0.8, why + "; the rows agree in day, place, actors and deaths as well (DUP006)", "keep one row"
	}
	return check.Warning, 0.7, why + "; day, place and actors are the same as well", "find out which row is right and keep it"
}

func kinds(d *record.Dataset, rows []int32) int {
	return len(grouping.Partition(rows[:min(len(rows), 200)], func(a, b int) bool { return grouping.SameCells(a, b, d.Role(record.RoleKind)) }))
}

func describe(s spread) string {
	var parts []string
	add := func(n int, noun string) {
		if n > 1 {
			parts = append(parts, wording.Count(n, noun))
		}
	}
	if s.dated {
		add(s.days, "date")
	}
	if s.placed {
		add(s.places, "place")
	}
	if s.pairs > 1 {
		parts = append(parts, wording.Thousands(s.pairs)+" pairs of actors")
	}
	switch {
	case s.tolls > 1:
		parts = append(parts, wording.Deaths(s.deaths)+" in all")
	case s.deaths > 0:
		parts = append(parts, "the same deaths on each, "+wording.Deaths(s.deaths)+" in all")
	}
	switch {
	case s.pairs == 1 && s.actors > 1 && len(parts) == 0:
		return "the actors have changed sides"
	case len(parts) == 0:
		return "day, place, actors and deaths are the same"
	}
	return strings.Join(parts, ", ")
}
