package report

import (
	"fmt"
	"math"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"

	"github.com/assaydata/assay/internal/finding"
)

// deathsByYear draws the sum of the best estimates of each year within the sums of the low and high ones.
func (p *profile) deathsByYear() *figure {
	if p.toll == 0 {
		return nil
	}
	f := &figure{Title: "Deaths per year", Table: &numbers{Head: []string{"Year", "Best"}}}
	if p.ranges {
		f.Table.Head = []string{"Year", "Low", "Best", "High"}
	}
	c := newChart(chartHeight + 20)
	top := 0.0
	var low, best, high float64
	for i, d := range p.deaths {
		l, b, h := float64(d.Low), float64(d.Best), float64(d.High)
		top = max(top, b, h)
		low, best, high = low+l, best+b, high+h
		line := []string{strconv.Itoa(p.first + i), count(b)}
		if p.ranges {
			line = []string{line[0], count(l), count(b), count(h)}
		}
		f.Table.add(line...)
	}
	c.yTicks(top, compactCount)
	c.years(p.first, p.last)
	c.Add(tolls{p})
	f.Caption = fmt.Sprintf("%s deaths in all by the best estimate", count(best))
	f.Legend = []legend{{Ink: inkData, Text: "best estimate"}}
	if p.ranges {
		f.Caption += fmt.Sprintf(", between %s and %s", count(low), count(high))
		f.Legend = append(f.Legend, legend{Ink: inkSoft, Text: "sum of low to sum of high estimates"})
	} else {
		f.Caption += "; the dataset gives one number a row, so that how uncertain it is stays unsaid"
	}
	f.Caption += ". Events told over several rows count once; the year is that of the first day."
	f.SVG = c.svg(f.Title)
	return f
}

// tolls draws a bar from low to high and a dot at best for each year, or columns where there is only one number.
type tolls struct{ *profile }

// Plot implements plot.Plotter.
func (t tolls) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	var spans, dots, columns vg.Path
	var hints bars
	for i, d := range t.deaths {
		year := float64(t.first + i)
		hint := fmt.Sprintf("%d: %s", t.first+i, count(float64(d.Best)))
		if t.ranges {
			hint += fmt.Sprintf(" (%s to %s)", count(float64(d.Low)), count(float64(d.High)))
			if d.High > d.Low {
				rectangle(&spans, x(year-0.32), y(float64(d.Low)), x(year+0.32), y(float64(d.High)))
			}
			if d.Best > 0 {
				dots.Arc(vg.Point{X: x(year), Y: y(float64(d.Best))}, min(3.4, max(1.6, (x(year+0.3)-x(year)))), 0, 2*math.Pi)
			}
		} else if d.Best > 0 {
			rectangle(&columns, x(year-0.4), y(0), x(year+0.4), max(y(float64(d.Best)), y(0)+0.5))
		}
		hints = append(hints, bar{X: year, Hint: hint})
	}
	c.SetColor(inkSoft)
	c.Fill(spans)
	c.SetColor(inkData)
	c.Fill(columns)
	c.Fill(dots)
	hints.Plot(c, p)
}

// spark is a small drawing of the records per year with those in question, for the head of the report.
func (p *profile) spark() *figure {
	if p.first > p.last || sum(p.rows) == 0 {
		return nil
	}
	const w, h = 300, 56
	cv := newCanvas(w, h)
	n := len(p.rows)
	top := 1
	for _, v := range p.rows {
		top = max(top, v)
	}
	const foot = 13
	step := float64(w) / float64(n)
	width := math.Min(step*0.82, 40)
	var all, marked vg.Path
	for i, v := range p.rows {
		x := step*(float64(i)+0.5) - width/2
		column := func(path *vg.Path, k int) {
			if k > 0 {
				rectangle(path, vg.Length(x), foot, vg.Length(x+width), foot+vg.Length(max(0.8, (h-foot-1)*float64(k)/float64(top))))
			}
		}
		column(&all, v)
		column(&marked, p.inQuestion[i])
	}
	cv.SetColor(inkSoft)
	cv.Fill(all)
	cv.SetColor(inkMark)
	cv.Fill(marked)
	cv.SetColor(inkText)
	cv.label(vg.Point{X: 0, Y: 1}, strconv.Itoa(p.first), 10, "")
	if p.last > p.first {
		cv.label(vg.Point{X: w, Y: 1}, strconv.Itoa(p.last), 10, "end")
	}
	title := fmt.Sprintf("Records per year, %d to %d, at most %s; those with an error or a warning are marked", p.first, p.last, finding.Thousands(top))
	return &figure{Title: title, SVG: cv.svg(title)}
}
