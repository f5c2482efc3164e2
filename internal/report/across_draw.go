package report

import (
	"cmp"
	"fmt"
	"slices"

	"gonum.org/v1/plot/vg"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/finding"
)

// verdicts draws for each field what the records of an event come to, over all events that more than one record tells.
func (t *tally) verdicts() *figure {
	f := &figure{
		ID: "figure-verdicts", Title: "What the records of an event come to, by field",
		Table: &numbers{Head: []string{"Field", "One origin", "Corroborated", "Contested", "One refuted", "Events"}, Left: true},
	}
	type line struct {
		name  string
		parts [numStates]int
		total int
	}
	var rows []line
	for field := range fact.NumFields {
		n := &t.fields[field]
		l := line{name: fieldTitles[field], parts: [numStates]int{n[fact.Uncontested], n[fact.Corroborated], n[fact.Contested] + n[fact.Refuted]}}
		if l.total = sum(l.parts[:]); l.total == 0 {
			continue
		}
		rows = append(rows, l)
		f.Table.add(l.name, finding.Thousands(n[fact.Uncontested]), finding.Thousands(n[fact.Corroborated]), finding.Thousands(n[fact.Contested]),
			finding.Thousands(n[fact.Refuted]), finding.Thousands(l.total))
	}
	if len(rows) == 0 {
		return nil
	}
	const pitch, left, end = 21.0, 112.0, chartWidth - 44.0
	height := 6 + pitch*float64(len(rows))
	cv := newCanvas(chartWidth, height)
	for i, r := range rows {
		y := vg.Length(height - 3 - pitch*(float64(i)+0.5))
		cv.SetColor(inkText)
		cv.label(vg.Point{X: left - 8, Y: y - 3.8}, r.name, labelSize, "end")
		x := left
		for _, s := range []state{contested, corroborated, oneOrigin} {
			wide := (end - left) * float64(r.parts[s]) / float64(r.total)
			if r.parts[s] > 0 {
				var p vg.Path
				rectangle(&p, vg.Length(x), y-6.5, vg.Length(x+max(0.5, wide-0.8)), y+6.5)
				cv.SetColor(stateInks[s])
				cv.Fill(p)
				cv.hint(vg.Rectangle{Min: vg.Point{X: vg.Length(x), Y: y - 6.5}, Max: vg.Point{X: vg.Length(x + wide), Y: y + 6.5}},
					fmt.Sprintf("%s: %s of %s %s", r.name, finding.Thousands(r.parts[s]), finding.Thousands(r.total), stateNames[s]))
			}
			x += wide
		}
		cv.SetColor(inkText)
		cv.label(vg.Point{X: end + 6, Y: y - 3.8}, finding.Thousands(r.total), labelSize, "")
	}
	f.Legend = stateLegend()
	f.Legend[contested].Text = "contested, or one refuted (at the left)"
	f.Caption = "Events that more than one record tells, of the same or of different datasets; the number is how many of them state the field. Records that go back to one article, agency or text are one origin, however many datasets carry them."
	f.SVG = cv.svgWith(f.Title, "Stacked bars, one a field: the share of events that are contested, corroborated, or told by one origin.")
	return f
}

// contestedMap draws where events lie, and which of them are contested.
func (a *across) contestedMap() {
	t := &a.tally
	if len(t.dots) == 0 {
		a.view.NoMap = "No map: no event has a point that stands for less than a country."
		return
	}
	dots := t.dots
	slices.SortFunc(dots, func(x, y dot) int { return cmp.Or(cmp.Compare(x.lat, y.lat), cmp.Compare(x.lon, y.lon)) })
	fr := newFrame(dots, t.placed, eventMap)
	fig := &figure{ID: "figure-map", Title: "Where events are contested", Wide: true}
	cv := newCanvas(fr.w, fr.h)
	names := drawLand(cv, &fr, eventMap)
	inside, outside := onMap(dots, &fr)
	drawPoints(cv, inside, fig, eventMap, eventWords)
	names()
	marked := 0
	for _, d := range dots {
		marked += d.marked
	}
	fig.Caption = fmt.Sprintf("%s with a point, %s of them contested. The point is the one with the most origins and the best precision behind it.",
		finding.Plural(t.placed, "event", "events"), finding.Thousands(marked))
	if t.lost > 0 {
		fig.Caption += fmt.Sprintf(" %s nowhere more exactly than in a country.", finding.Plural(t.lost, "event is placed", "events are placed"))
	}
	if outside > 0 {
		fig.Caption += fmt.Sprintf(" %s far from the others and outside this map.", finding.Plural(outside, "event lies", "events lie"))
	}
	fig.Caption += " Outlines: Natural Earth, de-facto boundaries of about 2022; they say nothing about law."
	fig.SVG = cv.svgWith(fig.Title, fig.Caption)
	a.view.Map = fig
}
