// Package draw draws figures as SVG: a timeline of low, best and high coloured by origin, claims against origins, and what a
// number comes to under each reading. The pictures carry their own colours for light and dark and need no script.
package draw

import (
	"cmp"
	"fmt"
	"html"
	"math"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/figure"
	"github.com/assaydata/assay/internal/wording"
)

// palette is the eight colours of Okabe and Ito, which people with any kind of colour vision tell apart; black is left for axes.
var palette = []string{"#0072b2", "#e69f00", "#009e73", "#d55e00", "#56b4e9", "#cc79a7", "#b8a800"}

const other = "#8a8a8a"

const style = `<style>text{font:12px system-ui,sans-serif;fill:#222}.axis{stroke:#888;stroke-width:1}.grid{stroke:#ddd;stroke-width:1}.h{font-size:14px;font-weight:600}.s{font-size:11px;fill:#555}@media(prefers-color-scheme:dark){text{fill:#e6e6e6}.grid{stroke:#3a3a3a}.s{fill:#aaa}.bg{fill:#16181c}}.bg{fill:#fff}@media(prefers-color-scheme:dark){.bg{fill:#16181c}}</style>`

type canvas struct {
	b    strings.Builder
	w, h float64
}

func (c *canvas) line(x1, y1, x2, y2 float64, attr string) {
	fmt.Fprintf(&c.b, `<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" %s/>`, x1, y1, x2, y2, attr)
}

func (c *canvas) text(x, y float64, attr, s string) {
	fmt.Fprintf(&c.b, `<text x="%.1f" y="%.1f" %s>%s</text>`, x, y, attr, html.EscapeString(s))
}

func (c *canvas) end(title string) string {
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" role="img" aria-label="%s"><title>%s</title>%s<rect class="bg" width="100%%" height="100%%"/>%s</svg>`+"\n",
		c.w, c.h, html.EscapeString(title), html.EscapeString(title), style, c.b.String())
}

// origins returns the origins of figures by number of claims, then name, with their colours; those past the palette are grey.
func origins(list []*figure.Figure) (names []string, colour map[string]string) {
	count := map[string]int{}
	label := map[string]string{}
	var keys []string
	for _, f := range list {
		k := f.Origin.Key
		if count[k] == 0 {
			keys = append(keys, k)
		}
		count[k]++
		label[k] = f.Origin.Root
	}
	slices.SortStableFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	colour = map[string]string{}
	for i, k := range keys {
		colour[k] = other
		if i < len(palette) {
			colour[k] = palette[i]
			names = append(names, fmt.Sprintf("%s (%d)", label[k], count[k]))
		}
	}
	if n := len(keys) - len(palette); n > 0 {
		names = append(names, fmt.Sprintf("%d more", n))
	}
	return names, colour
}

// scale maps numbers to heights on a logarithmic axis.
type scale struct{ lo, hi, top, bottom float64 }

func (s scale) y(v float64) float64 {
	v = max(v, s.lo)
	return s.bottom - (math.Log(v)-math.Log(s.lo))/(math.Log(s.hi)-math.Log(s.lo))*(s.bottom-s.top)
}

func newScale(list []*figure.Figure, top, bottom float64) scale {
	lo, hi := math.Inf(1), 0.0
	for _, f := range list {
		if f.Point > 0 {
			lo, hi = min(lo, f.Point), max(hi, f.Point)
			if f.Interval.Low > 0 {
				lo = min(lo, f.Interval.Low)
			}
			if !math.IsInf(f.Interval.High, 1) {
				hi = max(hi, f.Interval.High)
			}
		}
	}
	if hi == 0 {
		lo, hi = 1, 10
	}
	return scale{lo * 0.8, hi * 1.25, top, bottom}
}

func (s scale) ticks() []float64 {
	var out []float64
	for p := math.Pow(10, math.Floor(math.Log10(s.lo))); p <= s.hi; p *= 10 {
		for _, m := range []float64{1, 2, 5} {
			if v := p * m; v >= s.lo && v <= s.hi {
				out = append(out, v)
			}
		}
	}
	return out
}

// Timeline draws figures over the time that they speak of. A filled mark is a number, an arrow an open bound, a bar a range or
// the width of rounding; figures without a date stand at the right edge, hollow.
func Timeline(title string, list []*figure.Figure) string {
	list = slices.Clone(list)
	figure.Order(list)
	names, colour := origins(list)
	c := &canvas{w: 760}
	legend := float64((len(names)+1)/2) * 16
	left, right, top, bottom := 64.0, 720.0, 40.0, 320.0
	c.h = bottom + 40 + legend
	first, last := math.Inf(1), math.Inf(-1)
	for _, f := range list {
		if f.AsOf.Known() {
			first, last = min(first, float64(f.AsOf.First)), max(last, float64(f.AsOf.Last))
		}
	}
	if first > last {
		first, last = 0, 1
	}
	pad := max(30, (last-first)*0.03)
	first, last = first-pad, last+pad
	x := func(day float64) float64 { return left + (day-first)/(last-first)*(right-30-left) }
	s := newScale(list, top, bottom)
	c.text(left, 20, `class="h"`, title)
	for _, v := range s.ticks() {
		c.line(left, s.y(v), right, s.y(v), `class="grid"`)
		c.text(left-6, s.y(v)+4, `text-anchor="end" class="s"`, wording.Total(v))
	}
	for y := int(first/365.2425) + 1970; y <= int(last/365.2425)+1970; y++ {
		if px := x(float64(y-1970) * 365.2425); px >= left && px <= right-30 {
			c.line(px, bottom, px, bottom+4, `class="axis"`)
			c.text(px, bottom+18, `class="s" text-anchor="middle"`, fmt.Sprint(y))
		}
	}
	c.line(left, bottom, right, bottom, `class="axis"`)
	for _, f := range list {
		if !(f.Point > 0) {
			continue
		}
		col := colour[f.Origin.Key]
		px, fill := right-12, "none"
		if f.AsOf.Known() {
			px, fill = x(float64(f.AsOf.First+f.AsOf.Last)/2), col
		}
		fmt.Fprintf(&c.b, `<g><title>%s</title>`, html.EscapeString(fmt.Sprintf("%s: %s %s, %s (%s)", f.Origin.Root, f.Words(), f.Measure, f.AsOf.Text, f.ID)))
		lo, hi := f.Interval.Low, f.Interval.High
		switch f.Bound {
		case figure.AtLeast:
			fmt.Fprintf(&c.b, `<path d="M%.1f %.1fv-14m-4 5l4-5l4 5" fill="none" stroke="%s" stroke-width="2"/>`, px, s.y(f.Point), col)
		case figure.UpTo:
			fmt.Fprintf(&c.b, `<path d="M%.1f %.1fv14m-4 -5l4 5l4 -5" fill="none" stroke="%s" stroke-width="2"/>`, px, s.y(f.Point), col)
		default:
			if hi > lo && !math.IsInf(hi, 1) {
				c.line(px, s.y(max(lo, s.lo)), px, s.y(hi), fmt.Sprintf(`stroke="%s" stroke-width="3" stroke-opacity=".45"`, col))
			}
		}
		mark := "4"
		if f.Measure == figure.Present {
			fmt.Fprintf(&c.b, `<rect x="%.1f" y="%.1f" width="8" height="8" fill="%s" stroke="%s" stroke-width="1.5"/></g>`, px-4, s.y(f.Point)-4, fill, col)
			continue
		}
		fmt.Fprintf(&c.b, `<circle cx="%.1f" cy="%.1f" r="%s" fill="%s" stroke="%s" stroke-width="1.5"/></g>`, px, s.y(f.Point), mark, fill, col)
	}
	for i, n := range names {
		lx, ly := left+float64(i%2)*330, bottom+44+float64(i/2)*16
		col := other
		if i < len(palette) {
			col = palette[i]
		}
		fmt.Fprintf(&c.b, `<circle cx="%.1f" cy="%.1f" r="4" fill="%s"/>`, lx, ly-4, col)
		c.text(lx+10, ly, `class="s"`, n)
	}
	return c.end(title + ": round marks count those who went, square ones those present; arrows are open bounds")
}

// Bar is one bar with its label.
type Bar struct {
	Label string
	Value float64
	Note  string
}

// Bars draws labelled bars, longest value as the scale.
func Bars(title string, bars []Bar) string {
	c := &canvas{w: 760, h: 40 + float64(len(bars))*26}
	c.text(16, 20, `class="h"`, title)
	top := 0.0
	for _, b := range bars {
		top = max(top, b.Value)
	}
	for i, b := range bars {
		y := 36 + float64(i)*26
		c.text(270, y+13, `text-anchor="end"`, clip(b.Label, 42))
		width := 0.0
		if top > 0 {
			width = b.Value / top * 360
		}
		fmt.Fprintf(&c.b, `<rect x="280" y="%.1f" width="%.1f" height="18" fill="%s" rx="2"/>`, y, max(width, 1), palette[0])
		c.text(286+width, y+13, `class="s"`, wording.Total(b.Value)+" "+b.Note)
	}
	return c.end(title)
}

func clip(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}

// Readings draws what a number comes to under each reading.
func Readings(title string, list []figure.Reading) string {
	var bars []Bar
	for _, r := range list {
		bars = append(bars, Bar{Label: r.Name, Value: r.Value})
	}
	return Bars(title, bars)
}

// Origins draws how many claims each origin stands behind: the number of bars is the number of voices.
func Origins(title string, list []*figure.Figure) string {
	count := map[string]int{}
	label := map[string]string{}
	var keys []string
	for _, f := range list {
		k := f.Origin.Key
		if count[k] == 0 {
			keys = append(keys, k)
		}
		count[k]++
		label[k] = f.Origin.Root
	}
	slices.SortStableFunc(keys, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	var bars []Bar
	for _, k := range keys {
		bars = append(bars, Bar{Label: label[k], Value: float64(count[k]), Note: "claims"})
	}
	return Bars(fmt.Sprintf("%s: %s from %s", title, wording.Count(len(list), "claim"), wording.Count(len(keys), "origin")), bars)
}

// Leave draws the pooled value without each origin.
func Leave(title string, p *figure.Pooled) string {
	bars := []Bar{{Label: "all origins", Value: p.Value}}
	for _, l := range p.Leave {
		bars = append(bars, Bar{Label: "without " + l.Name, Value: l.Value, Note: fmt.Sprintf("(%+.0f %%)", 100*l.Shift)})
	}
	return Bars(title, bars)
}
