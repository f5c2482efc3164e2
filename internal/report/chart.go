package report

import (
	"html/template"
	"math"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/font/liberation"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// Size of a chart in CSS pixels. Two stand side by side on a wide screen; one fills a telephone.
const (
	chartWidth  = 440
	chartHeight = 200
	labelSize   = 11
)

// chart is a gonum plot in the style of the report: no frame, pale horizontal lines, small labels.
type chart struct {
	*plot.Plot
	w, h float64
}

// labels is the font in which labels are measured; the browser draws them in a font of the same widths.
var labels = font.Font{Typeface: "Liberation", Variant: "Sans", Size: labelSize}

func newChart(h float64) *chart {
	p := plot.New()
	handler := text.Plain{Fonts: font.NewCache(liberation.Collection())}
	p.TextHandler = handler
	p.BackgroundColor = nil
	for _, a := range []*plot.Axis{&p.X, &p.Y} {
		a.LineStyle = draw.LineStyle{}
		a.Padding = 0
		a.Tick.LineStyle = draw.LineStyle{}
		a.Tick.Length = 0
		a.Tick.Label.Color = inkText
		a.Tick.Label.Font = labels
		a.Tick.Label.Handler = handler
		a.Label.TextStyle.Color = inkText
		a.Label.TextStyle.Font = labels
		a.Label.TextStyle.Handler = handler
		a.Label.Padding = 3
	}
	p.X.Tick.Length = 4
	p.X.Tick.LineStyle = draw.LineStyle{Color: inkAxis, Width: 0.7}
	p.X.LineStyle = draw.LineStyle{Color: inkAxis, Width: 1}
	p.Title.TextStyle.Font = labels
	p.Title.TextStyle.Handler = handler
	p.Legend.TextStyle.Font = labels
	p.Legend.TextStyle.Handler = handler
	p.Y.Min = 0
	return &chart{p, chartWidth, h}
}

// svg draws the chart.
func (c *chart) svg(title string) template.HTML {
	if !(c.Y.Max > c.Y.Min) {
		c.Y.Max = c.Y.Min + 1
	}
	cv := newCanvas(c.w, c.h)
	c.Draw(draw.New(cv))
	return cv.svg(title)
}

// yTicks are a few round values from 0 up, labelled by say.
func (c *chart) yTicks(top float64, say func(float64) string) {
	step := niceStep(top / 4)
	var ticks []plot.Tick
	for v := 0.0; v <= top*1.0001; v += step {
		ticks = append(ticks, plot.Tick{Value: v, Label: say(v)})
	}
	c.Y.Tick.Marker = plot.ConstantTicks(ticks)
	c.Y.Min, c.Y.Max = 0, top*1.04
	c.Add(lines{ticks})
}

// niceStep is the next of 1, 2, 5, 10, 20 … that is not less than v.
func niceStep(v float64) float64 {
	if !(v > 0) {
		return 1
	}
	base := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{1, 2, 5} {
		if m*base >= v*0.9999 {
			return m * base
		}
	}
	return 10 * base
}

// years labels the x axis with years, not more than fit.
func (c *chart) years(first, last int) {
	step := 1
	for _, s := range []int{1, 2, 5, 10, 20, 50, 100} {
		step = s
		if (last-first)/s < 9 {
			break
		}
	}
	var ticks []plot.Tick
	for y := first; y <= last; y++ {
		if y%step == 0 || first == last {
			ticks = append(ticks, plot.Tick{Value: float64(y), Label: strconv.Itoa(y)})
		}
	}
	c.X.Tick.Marker = plot.ConstantTicks(ticks)
	c.X.Min, c.X.Max = float64(first)-0.5, float64(last)+0.5
}

// lines are horizontal lines at the ticks above zero.
type lines struct{ at []plot.Tick }

// Plot implements plot.Plotter.
func (l lines) Plot(c draw.Canvas, p *plot.Plot) {
	_, y := p.Transforms(&c)
	style := draw.LineStyle{Color: inkGrid, Width: 0.7}
	for _, t := range l.at {
		if t.Value > 0 {
			c.StrokeLine2(style, c.Min.X, y(t.Value), c.Max.X, y(t.Value))
		}
	}
}

// bar is a column from Low to High at X, Width wide, all in units of the axes.
type bar struct {
	X, Low, High, Width float64
	Ink                 ink
	Hint                string
}

// bars draws columns; those of one ink are one path.
type bars []bar

// Plot implements plot.Plotter.
func (bs bars) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	var inks []ink
	paths := map[ink]*vg.Path{}
	for _, b := range bs {
		if b.High <= b.Low || b.Ink == "" {
			continue
		}
		path := paths[b.Ink]
		if path == nil {
			path = &vg.Path{}
			paths[b.Ink] = path
			inks = append(inks, b.Ink)
		}
		rectangle(path, x(b.X-b.Width/2), y(b.Low), x(b.X+b.Width/2), max(y(b.High), y(b.Low)+0.5))
	}
	for _, i := range inks {
		c.SetColor(i)
		c.Fill(*paths[i])
	}
	sheet, ok := c.Canvas.(*canvas)
	for _, b := range bs {
		if ok && b.Hint != "" {
			sheet.hint(vg.Rectangle{Min: vg.Point{X: x(b.X - 0.5), Y: c.Min.Y}, Max: vg.Point{X: x(b.X + 0.5), Y: c.Max.Y}}, b.Hint)
		}
	}
}

func rectangle(p *vg.Path, x0, y0, x1, y1 vg.Length) {
	p.Move(vg.Point{X: x0, Y: y0})
	p.Line(vg.Point{X: x1, Y: y0})
	p.Line(vg.Point{X: x1, Y: y1})
	p.Line(vg.Point{X: x0, Y: y1})
	p.Close()
}

// curve is a line through points; NaN breaks it.
type curve struct {
	X, Y  []float64
	Ink   ink
	Width float64
	Dash  []vg.Length
	Dots  bool
	Steps bool // constant between points
}

// Plot implements plot.Plotter.
func (l curve) Plot(c draw.Canvas, p *plot.Plot) {
	tx, ty := p.Transforms(&c)
	var path vg.Path
	pen := false
	var last vg.Point
	for i := range l.X {
		if math.IsNaN(l.Y[i]) {
			pen = false
			continue
		}
		at := vg.Point{X: tx(l.X[i]), Y: ty(l.Y[i])}
		switch {
		case !pen:
			path.Move(at)
		case l.Steps:
			path.Line(vg.Point{X: at.X, Y: last.Y})
			path.Line(at)
		default:
			path.Line(at)
		}
		pen, last = true, at
	}
	c.SetLineStyle(draw.LineStyle{Color: l.Ink, Width: vg.Length(l.Width), Dashes: l.Dash})
	c.Stroke(path)
	if !l.Dots {
		return
	}
	var dots vg.Path
	for i := range l.X {
		if !math.IsNaN(l.Y[i]) {
			dots.Arc(vg.Point{X: tx(l.X[i]), Y: ty(l.Y[i])}, 2.2, 0, 2*math.Pi)
		}
	}
	c.SetColor(l.Ink)
	c.Fill(dots)
}

// whiskers are values with their intervals.
type whiskers struct {
	at  []whiskerAt
	ink ink
}

type whiskerAt struct{ x, low, value, high float64 }

// Plot implements plot.Plotter.
func (ws whiskers) Plot(c draw.Canvas, p *plot.Plot) {
	x, y := p.Transforms(&c)
	var lines, dots vg.Path
	for _, w := range ws.at {
		lines.Move(vg.Point{X: x(w.x), Y: y(w.low)})
		lines.Line(vg.Point{X: x(w.x), Y: min(y(w.high), c.Max.Y)})
		dots.Arc(vg.Point{X: x(w.x), Y: y(w.value)}, 3, 0, 2*math.Pi)
	}
	c.SetLineStyle(draw.LineStyle{Color: inkAxis, Width: 1.2})
	c.Stroke(lines)
	c.SetColor(ws.ink)
	c.Fill(dots)
}
