package report

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/vg"

	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/place"
)

const (
	mapWidth   = 760
	mostPoints = 1500 // different points that are drawn one by one; more are counted in hexagons
)

// mapStyle is how large and how detailed a map is.
type mapStyle struct {
	width, aspect float64
	points        int     // different points that are drawn one by one; more are counted in hexagons
	dot           float64 // least radius of a point
	hexagon       float64 // radius
	outline       int     // points of borders
	names         bool
}

// mapWords say what the points of a map are, and which are marked.
type mapWords struct{ points, marked string }

var (
	recordWords = mapWords{"records", "with an error or a warning"}
	eventWords  = mapWords{"events", "contested"}
)

var (
	largeMap = mapStyle{width: mapWidth, aspect: 1.55, points: mostPoints, dot: 1.5, hexagon: 5, outline: 7000, names: true}
	eventMap = mapStyle{width: mapWidth, aspect: 1.55, points: mostPoints, dot: 2.4, hexagon: 5, outline: 7000, names: true}
	smallMap = mapStyle{width: 320, aspect: 2, points: 300, dot: 1.5, hexagon: 3.4, outline: 3000}
)

// worldMap draws where the records lie and which of them are in question.
func (p *profile) worldMap(style mapStyle) *figure {
	e := p.data.Events
	if e == nil || e.Lat == nil || e.Lon == nil {
		return nil
	}
	dots, points := p.points.get(p)
	if len(dots) == 0 {
		return nil
	}
	fr := newFrame(dots, points, style)
	fig := &figure{Title: "Where the records lie, and those in question", Wide: true}
	cv := newCanvas(fr.w, fr.h)
	cv.slice = !style.names
	names := drawLand(cv, &fr, style)
	inside, outside := onMap(dots, &fr)
	marked := 0
	for _, d := range dots {
		marked += d.marked
	}
	fig.Caption = fmt.Sprintf("%s with a point, %s of them in question.", finding.Plural(points, "record", "records"), finding.Thousands(marked))
	drawPoints(cv, inside, fig, style, recordWords)
	if style.names {
		drawMisplaced(cv, inside, fig)
		names()
	}
	coarse := 0
	for _, d := range dots {
		coarse += d.imprecise
	}
	if coarse > 0 {
		fig.Caption += fmt.Sprintf(" %s of the points stand for a first-level unit or something larger, and are no places.",
			percent(float64(coarse)/float64(points)))
	}
	if outside > 0 {
		fig.Caption += fmt.Sprintf(" %s far from the others and outside this map.", finding.Plural(outside, "record lies", "records lie"))
	}
	fig.Caption += " Outlines: Natural Earth, de-facto boundaries of about 2022; they say nothing about law."
	fig.SVG = cv.svg(fig.Title)
	return fig
}

// onMap keeps the points within the frame, with their places in the drawing, and counts the rows outside it.
func onMap(dots []dot, fr *frame) (inside []dot, outside int) {
	for _, d := range dots {
		if !fr.has(d.lat, d.lon) {
			outside += d.rows
			continue
		}
		at := fr.xy(d.lat, d.lon)
		d.x, d.y = float64(at.X), float64(at.Y)
		inside = append(inside, d)
	}
	return inside, outside
}

// drawPoints draws points one by one, or counts them in a honeycomb where they are too many.
func drawPoints(cv *canvas, inside []dot, fig *figure, style mapStyle, say mapWords) {
	if len(inside) > style.points {
		drawHexagons(cv, inside, fig, style.hexagon, say)
	} else {
		drawDots(cv, inside, fig, style.dot, say)
	}
}

// drawLand draws the countries within the frame. It returns what writes their names, to be called last.
func drawLand(cv *canvas, f *frame, style mapStyle) (names func()) {
	world := place.World()
	shown := outlines(f, style.outline)
	var land vg.Path
	for _, s := range shown {
		for _, ring := range s.rings {
			for i, p := range ring {
				at := vg.Point{X: vg.Length(p.x), Y: vg.Length(p.y)}
				if i == 0 {
					land.Move(at)
				} else {
					land.Line(at)
				}
			}
			land.Close()
		}
	}
	cv.SetColor(inkLand)
	cv.Fill(land)
	cv.SetColor(inkBorder)
	cv.SetLineWidth(0.6)
	cv.Stroke(land)
	return func() {
		var taken []vg.Rectangle
		for _, s := range shown {
			label(cv, f, world, s.country, &taken)
		}
	}
}

// label writes the name of a country where there is room for it.
func label(cv *canvas, f *frame, world *place.Index, c place.Country, taken *[]vg.Rectangle) {
	const size = 9.5
	lat, lon := world.CountryCentroid(c)
	if math.IsNaN(lat) || !f.has(lat, lon) {
		return
	}
	b, ok := world.CountryBounds(c)
	if !ok || b.West > b.East {
		return
	}
	name := world.CountryName(c)
	at := f.xy(lat, lon)
	wide := vg.Length(len([]rune(name))) * size * 0.56
	if wide > vg.Length((b.East-b.West)*f.shrink*f.scale) || at.X < wide/2 || at.X > vg.Length(f.w)-wide/2 || at.Y < 8 || at.Y > vg.Length(f.h)-12 {
		return
	}
	box := vg.Rectangle{Min: vg.Point{X: at.X - wide/2, Y: at.Y - 4}, Max: vg.Point{X: at.X + wide/2, Y: at.Y + size}}
	for _, t := range *taken {
		if box.Min.X < t.Max.X && t.Min.X < box.Max.X && box.Min.Y < t.Max.Y && t.Min.Y < box.Max.Y {
			return
		}
	}
	*taken = append(*taken, box)
	cv.SetColor(ink("name"))
	cv.label(at, name, size, "middle")
}

// drawDots draws every point, larger where many records stand.
func drawDots(cv *canvas, dots []dot, fig *figure, least float64, say mapWords) {
	var all, marked vg.Path
	for _, d := range dots {
		r := vg.Length(min(6, least+0.5*math.Sqrt(float64(d.rows-1))))
		at := vg.Point{X: vg.Length(d.x), Y: vg.Length(d.y)}
		if d.marked == 0 {
			all.Arc(at, r, 0, 2*math.Pi)
			continue
		}
		all.Arc(at, r, 0, 2*math.Pi)
		marked.Arc(at, min(r, vg.Length(least-0.3+0.5*math.Sqrt(float64(d.marked-1)))), 0, 2*math.Pi)
	}
	cv.SetColor(ink("point"))
	cv.Fill(all)
	cv.SetColor(inkMark)
	cv.Fill(marked)
	fig.Legend = append(fig.Legend, legend{Ink: "point", Text: say.points + ", larger where many share a point"},
		legend{Ink: inkMark, Text: say.marked})
}

// drawHexagons counts the points in a honeycomb.
func drawHexagons(cv *canvas, dots []dot, fig *figure, radius float64, say mapWords) {
	cells := hexagons(dots, radius)
	top := 1
	for _, c := range cells {
		top = max(top, c.rows)
	}
	const steps = 5
	level := func(n int) int {
		if n <= 1 || top <= 1 {
			return 0
		}
		return min(steps-1, int(steps*math.Log(float64(n))/math.Log(float64(top)+1)))
	}
	paths := make([]vg.Path, steps)
	var marks vg.Path
	for _, c := range cells {
		hexagonPath(&paths[level(c.rows)], c.x, c.y, radius)
		if c.marked > 0 {
			r := min(radius*0.95, 0.25*radius+radius*0.8*math.Sqrt(float64(c.marked)/float64(c.rows)))
			marks.Arc(vg.Point{X: vg.Length(c.x), Y: vg.Length(c.y)}, vg.Length(r), 0, 2*math.Pi)
		}
	}
	for i, p := range paths {
		cv.SetColor(ramp(i + 1))
		cv.Fill(p)
	}
	cv.SetColor(inkMark)
	cv.Fill(marks)
	from := 1
	for i := range steps {
		to := from
		for to < top && level(to+1) <= i {
			to++
		}
		if level(from) == i {
			text := finding.Thousands(from) + "–" + finding.Thousands(to)
			if from == to {
				text = finding.Thousands(from)
			}
			if i == steps-1 || to == top {
				text += " " + say.points
			}
			fig.Legend = append(fig.Legend, legend{Ink: ramp(i + 1), Text: text})
			from = to + 1
		}
		if from > top {
			break
		}
	}
	fig.Legend = append(fig.Legend, legend{Ink: inkMark, Text: say.marked + "; the dot grows with their share"})
}

// drawMisplaced rings the points that rules about places find impossible or in the wrong country.
func drawMisplaced(cv *canvas, dots []dot, fig *figure) {
	const most = 400
	var rings vg.Path
	n := 0
	for _, d := range dots {
		if !d.misplaced {
			continue
		}
		if n++; n <= most {
			rings.Arc(vg.Point{X: vg.Length(d.x), Y: vg.Length(d.y)}, 6.5, 0, 2*math.Pi)
		}
	}
	if n == 0 {
		return
	}
	cv.SetColor(inkMark)
	cv.SetLineWidth(1.3)
	cv.Stroke(rings)
	text := "error or warning about the place itself"
	if n > most {
		text += fmt.Sprintf(" (%d of %s points ringed)", most, finding.Thousands(n))
	}
	fig.Legend = append(fig.Legend, legend{Ink: inkMark, Ring: true, Text: text})
}
