package casereport

import (
	"html"
	"html/template"
	"math"
	"strconv"
	"strings"
)

// Classes of the drawings; the style sheet decides what they look like by day, by night and on paper.
const (
	inkAxis = "axis"
	inkGrid = "grid"
	inkText = "text"
	inkData = "data"
	inkMark = "mark"
	inkSoft = "soft"
	inkNone = "none"
)

// series is the class of the i-th of some voices or kinds; those beyond the palette share one colour.
func series(i int) string {
	if i < 0 || i >= palette {
		return "o-other"
	}
	return "o" + strconv.Itoa(i)
}

// palette is the number of colours that can be told apart at a glance, also by most people with a colour deficiency.
const palette = 6

// sheet is an SVG drawing with the origin at the top left.
type sheet struct {
	w, h float64
	b    strings.Builder
}

func newSheet(w, h float64) *sheet { return &sheet{w: w, h: h} }

// px writes a coordinate with at most one decimal.
func px(v float64) string {
	v = math.Round(v*10) / 10
	if v == 0 || math.IsNaN(v) || math.IsInf(v, 0) {
		return "0"
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func (s *sheet) line(class string, x1, y1, x2, y2, width float64) {
	s.b.WriteString(`<path class="s ` + class + `"`)
	if width != 1 {
		s.b.WriteString(` stroke-width="` + px(width) + `"`)
	}
	s.b.WriteString(` d="M` + px(x1) + ` ` + px(y1) + `L` + px(x2) + ` ` + px(y2) + `"/>`)
}

// path draws a line or an area from path commands; dash is "" for a solid line.
func (s *sheet) path(class, d, dash string, width float64) {
	s.b.WriteString(`<path class="` + class + `"`)
	if dash != "" {
		s.b.WriteString(` stroke-dasharray="` + dash + `"`)
	}
	if width > 0 {
		s.b.WriteString(` stroke-width="` + px(width) + `"`)
	}
	s.b.WriteString(` d="` + d + `"/>`)
}

func (s *sheet) rect(class string, x, y, w, h float64) {
	s.b.WriteString(`<path class="` + class + `" d="M` + px(x) + ` ` + px(y) + `h` + px(math.Max(w, 0.5)) + `v` + px(h) + `h` + px(-math.Max(w, 0.5)) + `z"/>`)
}

func (s *sheet) text(x, y, size float64, anchor, class, text string) {
	s.b.WriteString(`<text class="` + class + `" x="` + px(x) + `" y="` + px(y) + `" font-size="` + px(size) + `"`)
	if anchor != "" {
		s.b.WriteString(` text-anchor="` + anchor + `"`)
	}
	s.b.WriteString(`>` + html.EscapeString(text) + `</text>`)
}

// link makes what is drawn until end lead to a claim; hint is read out and shown under the pointer.
func (s *sheet) link(href, hint string) {
	s.b.WriteString(`<a href="` + html.EscapeString(href) + `"><title>` + html.EscapeString(hint) + `</title>`)
}

func (s *sheet) end() { s.b.WriteString(`</a>`) }

// shape is the form of a mark, so that kinds can be told apart without colour.
type shape int

const (
	circle shape = iota
	square
	diamond
	triangle
	cross
)

// mark draws a mark of about the same area whatever its shape.
func (s *sheet) mark(sh shape, class string, x, y, r float64, hollow bool) {
	c := class
	if hollow {
		c = "s hollow " + class
	}
	var d string
	switch sh {
	case square:
		q := r * 0.9
		d = "M" + px(x-q) + " " + px(y-q) + "h" + px(2*q) + "v" + px(2*q) + "h" + px(-2*q) + "z"
	case diamond:
		q := r * 1.25
		d = "M" + px(x) + " " + px(y-q) + "l" + px(q) + " " + px(q) + "l" + px(-q) + " " + px(q) + "l" + px(-q) + " " + px(-q) + "z"
	case triangle:
		q := r * 1.2
		d = "M" + px(x) + " " + px(y-q) + "l" + px(q) + " " + px(1.8*q) + "h" + px(-2*q) + "z"
	case cross:
		q := r * 0.9
		c = "s " + class
		d = "M" + px(x-q) + " " + px(y-q) + "l" + px(2*q) + " " + px(2*q) + "M" + px(x+q) + " " + px(y-q) + "l" + px(-2*q) + " " + px(2*q)
	default:
		d = "M" + px(x-r) + " " + px(y) + "a" + px(r) + " " + px(r) + " 0 1 0 " + px(2*r) + " 0a" + px(r) + " " + px(r) + " 0 1 0 " + px(-2*r) + " 0z"
	}
	width := 0.0
	if hollow || sh == cross {
		width = 1.7
	}
	s.path(c, d, "", width)
}

// svg closes the drawing. Title is read out to those who do not see it.
func (s *sheet) svg(title string) template.HTML {
	t := html.EscapeString(title)
	return template.HTML(`<svg viewBox="0 0 ` + px(s.w) + ` ` + px(s.h) + `" width="` + px(s.w) + `" height="` + px(s.h) +
		`" role="img" aria-label="` + t + `"><title>` + t + `</title>` + s.b.String() + `</svg>`)
}

// swatch is a small drawing for a legend.
func swatch(draw func(*sheet)) template.HTML {
	s := newSheet(18, 12)
	draw(s)
	return template.HTML(`<svg viewBox="0 0 18 12" width="18" height="12" aria-hidden="true">` + s.b.String() + `</svg>`)
}

// textWidth is about the width of a text in the drawings' font.
func textWidth(s string, size float64) float64 {
	w := 0.0
	for _, r := range s {
		switch {
		case strings.ContainsRune("il.,;:'|!()[] jtfrI", r):
			w += 0.32
		case r >= 'A' && r <= 'Z' || strings.ContainsRune("mw%–—", r):
			w += 0.72
		default:
			w += 0.55
		}
	}
	return w * size
}

// fit cuts a text to a width.
func fit(s string, size, width float64) string {
	if textWidth(s, size) <= width {
		return s
	}
	rs := []rune(s)
	for len(rs) > 1 && textWidth(string(rs)+"…", size) > width {
		rs = rs[:len(rs)-1]
	}
	return strings.TrimSpace(string(rs)) + "…"
}
