package report

import (
	"html"
	"html/template"
	"image"
	"image/color"
	"math"
	"strconv"
	"strings"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// ink is a colour by its role. The canvas writes its name as a CSS class, so that the style sheet decides what it looks
// like by day, by night and on paper.
type ink string

const (
	inkText   ink = "text"   // labels
	inkAxis   ink = "axis"   // axes
	inkGrid   ink = "grid"   // grid lines
	inkData   ink = "data"   // the records
	inkSoft   ink = "soft"   // the records, behind something else
	inkMark   ink = "mark"   // what is in question
	inkExpect ink = "expect" // what would be expected
	inkLand   ink = "land"
	inkBorder ink = "border"
)

// ramp returns step i of a scale of n+1 steps from light to dark, i from 0 to 5.
func ramp(i int) ink { return ink("r" + strconv.Itoa(i)) }

// RGBA makes ink a color.Color for gonum. It is only reached where something draws pixels, which the report never does.
func (ink) RGBA() (r, g, b, a uint32) { return 0, 0, 0, 0xffff }

// canvas is a vg.Canvas that writes SVG. In contrast to gonum's own it names colours by class and resolves all
// transformations, so that the text is short and follows the style sheet of the page.
type canvas struct {
	w, h  float64
	b     strings.Builder
	state drawState
	stack []drawState
	slice bool // the browser may cut the drawing at its sides to fill its place
}

type drawState struct {
	m     [6]float64 // x' = m0 x + m2 y + m4, y' = m1 x + m3 y + m5
	class ink
	width float64
	dash  []vg.Length
}

func newCanvas(w, h float64) *canvas {
	return &canvas{w: w, h: h, state: drawState{m: [6]float64{1, 0, 0, 1, 0, 0}, class: inkText, width: 1}}
}

// Size implements vg.CanvasSizer.
func (c *canvas) Size() (w, h vg.Length) { return vg.Length(c.w), vg.Length(c.h) }

// SetLineWidth implements vg.Canvas.
func (c *canvas) SetLineWidth(w vg.Length) { c.state.width = float64(w) }

// SetLineDash implements vg.Canvas.
func (c *canvas) SetLineDash(pattern []vg.Length, _ vg.Length) { c.state.dash = pattern }

// SetColor implements vg.Canvas. Colours that are no ink are drawn as text.
func (c *canvas) SetColor(v color.Color) {
	if i, ok := v.(ink); ok {
		c.state.class = i
		return
	}
	c.state.class = inkText
}

func (c *canvas) multiply(n [6]float64) {
	m := c.state.m
	c.state.m = [6]float64{
		m[0]*n[0] + m[2]*n[1], m[1]*n[0] + m[3]*n[1], m[0]*n[2] + m[2]*n[3], m[1]*n[2] + m[3]*n[3],
		m[0]*n[4] + m[2]*n[5] + m[4], m[1]*n[4] + m[3]*n[5] + m[5],
	}
}

// Rotate implements vg.Canvas.
func (c *canvas) Rotate(rad float64) {
	sin, cos := math.Sincos(rad)
	c.multiply([6]float64{cos, sin, -sin, cos, 0, 0})
}

// Translate implements vg.Canvas.
func (c *canvas) Translate(p vg.Point) {
	c.multiply([6]float64{1, 0, 0, 1, float64(p.X), float64(p.Y)})
}

// Scale implements vg.Canvas.
func (c *canvas) Scale(x, y float64) { c.multiply([6]float64{x, 0, 0, y, 0, 0}) }

// Push implements vg.Canvas.
func (c *canvas) Push() { c.stack = append(c.stack, c.state) }

// Pop implements vg.Canvas.
func (c *canvas) Pop() {
	c.state = c.stack[len(c.stack)-1]
	c.stack = c.stack[:len(c.stack)-1]
}

// at turns a point of the drawing into one of the SVG, whose y axis points down.
func (c *canvas) at(p vg.Point) (x, y float64) {
	px, py := float64(p.X), float64(p.Y)
	m := &c.state.m
	return m[0]*px + m[2]*py + m[4], c.h - (m[1]*px + m[3]*py + m[5])
}

// coordinate writes a number with at most one decimal.
func coordinate(v float64) string {
	v = math.Round(v*10) / 10
	if v == 0 { // no negative zero
		return "0"
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// data writes a path with relative coordinates, which are shorter; the differences are those of rounded positions, so that
// errors do not add up.
func (c *canvas) data(path vg.Path) string {
	var b strings.Builder
	var lastX, lastY float64
	command := byte(0)
	write := func(op byte, ps ...vg.Point) {
		fromX, fromY := lastX, lastY
		for i, p := range ps {
			x, y := c.at(p)
			x, y = math.Round(x*10)/10, math.Round(y*10)/10
			dx, dy := coordinate(x-fromX), coordinate(y-fromY)
			switch {
			case i == 0 && op != command:
				b.WriteByte(op)
			case dx[0] != '-':
				b.WriteByte(' ')
			}
			b.WriteString(dx)
			if dy[0] != '-' {
				b.WriteByte(' ')
			}
			b.WriteString(dy)
			lastX, lastY = x, y
		}
		command = op
	}
	var startX, startY float64
	for _, p := range path {
		switch p.Type {
		case vg.MoveComp:
			write('m', p.Pos)
			command = 0
			startX, startY = lastX, lastY
		case vg.LineComp:
			write('l', p.Pos)
		case vg.CurveComp:
			op := byte('q')
			if len(p.Control) == 2 {
				op = 'c'
			}
			write(op, append(p.Control[:len(p.Control):len(p.Control)], p.Pos)...)
		case vg.ArcComp:
			// Only full circles are drawn, as two half circles that end where they begin.
			write('m', vg.Point{X: p.Pos.X - p.Radius, Y: p.Pos.Y})
			r, d := coordinate(float64(p.Radius)), coordinate(2*float64(p.Radius))
			b.WriteString("a" + r + " " + r + " 0 1 0 " + d + " 0a" + r + " " + r + " 0 1 0-" + d + " 0")
			command = 0
		case vg.CloseComp:
			b.WriteByte('z')
			command = 0
			lastX, lastY = startX, startY
		}
	}
	return b.String()
}

// Stroke implements vg.Canvas.
func (c *canvas) Stroke(path vg.Path) {
	if c.state.width <= 0 || len(path) == 0 {
		return
	}
	c.b.WriteString(`<path class="s ` + string(c.state.class) + `"`)
	if c.state.width != 1 {
		c.b.WriteString(` stroke-width="` + strconv.FormatFloat(math.Round(c.state.width*100)/100, 'f', -1, 64) + `"`)
	}
	if len(c.state.dash) > 0 {
		var parts []string
		for _, d := range c.state.dash {
			parts = append(parts, coordinate(float64(d)))
		}
		c.b.WriteString(` stroke-dasharray="` + strings.Join(parts, " ") + `"`)
	}
	c.b.WriteString(` d="` + c.data(path) + `"/>`)
}

// Fill implements vg.Canvas.
func (c *canvas) Fill(path vg.Path) {
	if len(path) > 0 {
		c.b.WriteString(`<path class="` + string(c.state.class) + `" d="` + c.data(path) + `"/>`)
	}
}

// FillString implements vg.Canvas.
func (c *canvas) FillString(f font.Face, p vg.Point, text string) {
	c.label(p, text, float64(f.Font.Size), "")
}

// label writes text; anchor is "", "middle" or "end".
func (c *canvas) label(p vg.Point, text string, size float64, anchor string) {
	if text == "" || size <= 0 {
		return
	}
	x, y := c.at(p)
	c.b.WriteString(`<text class="` + string(c.state.class) + `" x="` + coordinate(x) + `" y="` + coordinate(y) + `" font-size="` + coordinate(size) + `"`)
	if anchor != "" {
		c.b.WriteString(` text-anchor="` + anchor + `"`)
	}
	if turn := math.Atan2(c.state.m[1], c.state.m[0]); math.Abs(turn) > 1e-6 {
		c.b.WriteString(` transform="rotate(` + coordinate(-turn*180/math.Pi) + ` ` + coordinate(x) + ` ` + coordinate(y) + `)"`)
	}
	c.b.WriteString(`>` + html.EscapeString(text) + `</text>`)
}

// hint makes an area say something under the pointer.
func (c *canvas) hint(r vg.Rectangle, text string) {
	x0, y1 := c.at(r.Min)
	x1, y0 := c.at(r.Max)
	c.b.WriteString(`<path class="hint" d="M` + coordinate(x0) + ` ` + coordinate(y0) + `H` + coordinate(x1) + `V` + coordinate(y1) +
		`H` + coordinate(x0) + `z"><title>` + html.EscapeString(text) + `</title></path>`)
}

// DrawImage implements vg.Canvas. The report has no images made of pixels.
func (c *canvas) DrawImage(vg.Rectangle, image.Image) {}

// svg closes the drawing. Title is read out to those who do not see it; the numbers stand in a table beside it.
func (c *canvas) svg(title string) template.HTML { return c.svgWith(title, "") }

// svgWith is svg with a sentence that describes what there is to see.
func (c *canvas) svgWith(title, description string) template.HTML {
	cut := ""
	if c.slice {
		cut = `" preserveAspectRatio="xMidYMid slice`
	}
	if description != "" {
		description = `<desc>` + html.EscapeString(description) + `</desc>`
	}
	return template.HTML(`<svg viewBox="0 0 ` + coordinate(c.w) + ` ` + coordinate(c.h) + `" width="` + coordinate(c.w) + `" height="` +
		coordinate(c.h) + cut + `" role="img" aria-label="` + html.EscapeString(title) + `"><title>` + html.EscapeString(title) + `</title>` +
		description + c.b.String() + `</svg>`)
}
