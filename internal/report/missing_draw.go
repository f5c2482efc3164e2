package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"github.com/assaydata/assay/internal/coverage"
	"github.com/assaydata/assay/internal/coverage/capture"
	"github.com/assaydata/assay/internal/finding"
)

// logAxis places numbers of cases on a logarithmic axis between two sides of a drawing.
type logAxis struct{ from, to, left, right float64 }

func newLogAxis(values []float64, left, right float64) logAxis {
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if v > 0 && !math.IsInf(v, 0) {
			low, high = math.Min(low, v), math.Max(high, v)
		}
	}
	if low > high {
		low, high = 1, 10
	}
	a := logAxis{math.Log(low) - 0.05, math.Log(high) + 0.05, left, right}
	if a.to-a.from < 0.4 {
		a.from, a.to = a.from-0.2, a.to+0.2
	}
	return a
}

func (a *logAxis) x(v float64) float64 {
	return a.left + (a.right-a.left)*math.Max(0, math.Min(1, (math.Log(v)-a.from)/(a.to-a.from)))
}

// ticks are round numbers, three to seven of them.
func (a *logAxis) ticks() []float64 {
	var best []float64
	for _, steps := range [][]float64{{1}, {1, 3}, {1, 2, 5}, {1, 1.5, 2, 3, 5, 7}, {1, 1.2, 1.4, 1.6, 1.8, 2, 2.5, 3, 3.5, 4, 5, 6, 7, 8, 9}} {
		var out []float64
		for d := math.Floor(a.from/math.Ln10) - 1; d <= a.to/math.Ln10+1; d++ {
			for _, s := range steps {
				if v := s * math.Pow(10, d); v >= 1 && math.Log(v) >= a.from && math.Log(v) <= a.to {
					out = append(out, v)
				}
			}
		}
		if best = out; len(out) >= 3 {
			break
		}
	}
	for len(best) > 6 {
		var out []float64
		for i := 0; i < len(best); i += 2 {
			out = append(out, best[i])
		}
		best = out
	}
	return best
}

// grid draws the axis at the foot and a line up for each tick, and the documented minimum.
func (a *logAxis) grid(cv *canvas, foot, top float64, seen float64) {
	line := func(x float64) vg.Path {
		return vg.Path{{Type: vg.MoveComp, Pos: vg.Point{X: vg.Length(x), Y: vg.Length(foot)}}, {Type: vg.LineComp, Pos: vg.Point{X: vg.Length(x), Y: vg.Length(top)}}}
	}
	cv.SetLineWidth(1)
	for _, t := range a.ticks() {
		cv.SetColor(inkGrid)
		cv.Stroke(line(a.x(t)))
		cv.SetColor(inkText)
		cv.label(vg.Point{X: vg.Length(a.x(t)), Y: vg.Length(foot - 12)}, compactCount(math.Round(t)), labelSize, "middle")
	}
	if seen > 0 {
		cv.SetColor(inkExpect)
		cv.SetLineWidth(1.5)
		cv.Stroke(line(a.x(seen)))
		cv.SetLineWidth(1)
	}
}

// spanLine is a line of a drawing of estimates.
type spanLine struct {
	name, hint   string
	n, low, high float64
	bound        bool
	size         float64 // radius of the point
	strong       bool
}

// drawIntervals draws one estimate a line.
func drawIntervals(list []spanLine, seen float64, left float64) (*canvas, logAxis) {
	const pitch, foot = 19.0, 20.0
	height := foot + pitch*float64(len(list)) + 6
	cv := newCanvas(chartWidth, height)
	values := []float64{seen}
	for _, l := range list {
		values = append(values, l.n, l.low, l.high)
	}
	axis := newLogAxis(values, left, chartWidth-10)
	axis.grid(cv, foot, height-2, seen)
	for i, l := range list {
		y := vg.Length(height - 4 - pitch*(float64(i)+0.5))
		cv.SetColor(inkText)
		cv.label(vg.Point{X: vg.Length(left - 8), Y: y - 3.8}, l.name, labelSize, "end")
		color := inkSoft
		if l.strong {
			color = inkData
		}
		if l.low > 0 && l.high > l.low {
			cv.SetColor(color)
			cv.SetLineWidth(3)
			cv.Stroke(vg.Path{{Type: vg.MoveComp, Pos: vg.Point{X: vg.Length(axis.x(l.low)), Y: y}}, {Type: vg.LineComp, Pos: vg.Point{X: vg.Length(axis.x(l.high)), Y: y}}})
			cv.SetLineWidth(1)
		}
		var p vg.Path
		if l.bound { // a triangle that points to where the truth is
			x := vg.Length(axis.x(l.n))
			p.Move(vg.Point{X: x - 3, Y: y - 5})
			p.Line(vg.Point{X: x + 6, Y: y})
			p.Line(vg.Point{X: x - 3, Y: y + 5})
			p.Close()
		} else {
			p.Arc(vg.Point{X: vg.Length(axis.x(l.n)), Y: y}, vg.Length(l.size), 0, 2*math.Pi)
		}
		cv.SetColor(inkData)
		cv.Fill(p)
		cv.hint(vg.Rectangle{Min: vg.Point{X: 0, Y: y - pitch/2}, Max: vg.Point{X: chartWidth, Y: y + pitch/2}}, l.hint)
	}
	return cv, axis
}

func spanText(low, high float64) string {
	if math.IsNaN(low) || math.IsNaN(high) {
		return ""
	}
	return count(low) + " to " + count(high)
}

// short cuts a text for a label.
func short(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return text
}

// modelFigure draws the estimates of all models with their intervals.
func modelFigure(r *coverage.Result, unit string) *figure {
	f := &figure{
		Title:   "What each model says",
		Legend:  []legend{{Ink: inkData, Text: "estimate (triangle: a lower bound)"}, {Ink: inkSoft, Line: true, Text: "95 % interval under the model"}, {Ink: inkExpect, Line: true, Text: "documented minimum"}},
		Table:   &numbers{Head: []string{"Model", "Which", "Estimate", "95 % interval"}, Left: true},
		Caption: fmt.Sprintf("Number of %s, seen and unseen, on a logarithmic axis. Every interval holds only if the assumption of its model does; none counts the choice of the model.", unit),
	}
	var list []spanLine
	for i := range r.Lines {
		l := &r.Lines[i]
		if !l.Has() {
			f.Table.add(l.Model, l.Detail, "–", l.Why)
			continue
		}
		f.Table.add(l.Model, l.Detail, count(l.N), spanText(l.Low, l.High))
		if l.Model == "Chapman" || math.IsNaN(l.Low) {
			continue
		}
		name := l.Model
		if l.Model == "graphs" {
			name += ", " + l.Detail
		}
		list = append(list, spanLine{
			name: short(name, 24), hint: fmt.Sprintf("%s %s: %s (%s)", l.Model, l.Detail, count(l.N), spanText(l.Low, l.High)),
			n: l.N, low: l.Low, high: l.High, bound: l.LowerBound, size: 4, strong: r.Headline == l,
		})
	}
	if len(list) == 0 {
		return nil
	}
	cv, _ := drawIntervals(list, float64(r.Seen), 150)
	f.SVG = cv.svgWith(f.Title, fmt.Sprintf("Estimates of %d models with intervals, from %s to %s.", len(list), count(r.Range.Low), count(r.Range.High)))
	return f
}

// weightFigure draws the log-linear models that fit nearly as well as the best one, each as large as its weight.
func weightFigure(r *coverage.Result, unit string) *figure {
	const band, most = 6, 14
	if r.Search == nil || r.Search.Best() == nil {
		return nil
	}
	f := &figure{
		Title:  "Log-linear models that fit almost equally well",
		Legend: []legend{{Ink: inkData, Text: "estimate; the larger, the more weight (BIC)"}, {Ink: inkSoft, Line: true, Text: "95 % interval"}, {Ink: inkExpect, Line: true, Text: "documented minimum"}},
		Table:  &numbers{Head: []string{"Interactions", "BIC over the best", "Weight", "Estimate", "95 % interval"}, Left: true},
	}
	var list []spanLine
	least := r.Search.Models[0].BIC
	for i := range r.Search.Models {
		m := &r.Search.Models[i]
		if m.BIC > least+band || len(list) == most {
			break
		}
		low, high := m.Interval()
		name := modelName(r, m)
		f.Table.add(name, fmt.Sprintf("%.1f", m.BIC-least), fmt.Sprintf("%.3f", m.BICWeight), count(m.N), spanText(low, high))
		list = append(list, spanLine{
			name: fmt.Sprintf("+%.1f BIC, weight %.2f", m.BIC-least, m.BICWeight), hint: fmt.Sprintf("%s: %s (%s)", name, count(m.N), spanText(low, high)),
			n: m.N, low: low, high: high, size: 2.5 + 6*math.Sqrt(m.BICWeight),
		})
	}
	if len(list) < 2 {
		return nil
	}
	within := r.Search.Within(band, false)
	f.Caption = fmt.Sprintf("%d of %s lie within %d BIC of the best; their estimates of the number of %s go from %s to %s.", within.Models,
		finding.Plural(len(r.Search.Models), "model", "models"), band, unit, count(within.Low), count(within.High))
	if within.Models > len(list) {
		f.Caption += fmt.Sprintf(" The first %d are drawn.", len(list))
	}
	cv, _ := drawIntervals(list, float64(r.Seen), 136)
	f.SVG = cv.svgWith(f.Title, f.Caption)
	return f
}

// strataFigure draws the documented number of each part with its best log-linear estimate, in the order of names: over time, where parts are years.
func strataFigure(rep *coverage.Report, unit string) *figure {
	const most = 40
	if len(rep.Results) < 2 {
		return nil
	}
	f := &figure{
		ID: "figure-strata", Title: "Documented and estimated, part by part",
		Legend: []legend{{Ink: inkExpect, Text: "documented"}, {Ink: inkData, Text: "estimate"}, {Ink: inkSoft, Line: true, Text: "95 % interval under the model"}},
		Table:  &numbers{Head: []string{"Part", "Documented", "Estimate", "95 % interval", "Gates"}, Left: true},
	}
	const pitch, foot, left = 19.0, 20.0, 124.0
	shown := rep.Results[:min(len(rep.Results), most)]
	height := foot + pitch*float64(len(shown)) + 6
	cv := newCanvas(chartWidth, height)
	type mark struct{ n, low, high float64 }
	marks := make([]mark, len(shown))
	var values []float64
	for i, r := range shown {
		values = append(values, float64(max(r.Seen, 1)))
		marks[i] = mark{math.NaN(), math.NaN(), math.NaN()}
		if h := r.Headline; h != nil {
			marks[i] = mark{h.N, h.Low, h.High}
		} else if b := r.Best(); b != nil && r.Verdict != coverage.Refused {
			low, high := b.Interval()
			marks[i] = mark{b.N, low, high}
		}
		if !math.IsNaN(marks[i].n) {
			values = append(values, marks[i].n, marks[i].low, math.Min(marks[i].high, 100*marks[i].n))
		}
	}
	axis := newLogAxis(values, left, chartWidth-10)
	axis.grid(cv, foot, height-2, 0)
	refused := 0
	for i, r := range shown {
		y := vg.Length(height - 4 - pitch*(float64(i)+0.5))
		cv.SetColor(inkText)
		cv.label(vg.Point{X: left - 8, Y: y - 3.8}, short(r.Stratum, 19), labelSize, "end")
		m := marks[i]
		hint := fmt.Sprintf("%s: %s documented; %s", r.Stratum, finding.Thousands(int(r.Seen)), r.Verdict)
		cells := []string{r.Stratum, finding.Thousands(int(r.Seen)), "–", "", r.Verdict.String()}
		if !math.IsNaN(m.n) {
			cv.SetColor(inkSoft)
			cv.SetLineWidth(3)
			cv.Stroke(vg.Path{{Type: vg.MoveComp, Pos: vg.Point{X: vg.Length(axis.x(m.low)), Y: y}}, {Type: vg.LineComp, Pos: vg.Point{X: vg.Length(axis.x(m.high)), Y: y}}})
			cv.SetLineWidth(1)
			var p vg.Path
			p.Arc(vg.Point{X: vg.Length(axis.x(m.n)), Y: y}, 4, 0, 2*math.Pi)
			cv.SetColor(inkData)
			cv.Fill(p)
			hint += fmt.Sprintf("; %s (%s)", count(m.n), spanText(m.low, m.high))
			cells[2], cells[3] = count(m.n), spanText(m.low, m.high)
		} else {
			refused++
		}
		f.Table.Rows = append(f.Table.Rows, cells)
		if r.Seen > 0 {
			var bar vg.Path
			rectangle(&bar, vg.Length(axis.x(float64(r.Seen))-1.5), y-6, vg.Length(axis.x(float64(r.Seen))+1.5), y+6)
			cv.SetColor(inkExpect)
			cv.Fill(bar)
		}
		cv.hint(vg.Rectangle{Min: vg.Point{X: 0, Y: y - pitch/2}, Max: vg.Point{X: chartWidth, Y: y + pitch/2}}, hint)
	}
	f.Caption = fmt.Sprintf("Number of %s by part: documented, and the best log-linear model by BIC where none is to be quoted. The axis is logarithmic.", unit)
	if refused > 0 {
		f.Caption += fmt.Sprintf(" %s no number: too few lists or overlaps.", upper(finding.Plural(refused, "part has", "parts have")))
	}
	if len(rep.Results) > most {
		f.Caption += fmt.Sprintf(" The first %d of %d parts are drawn.", most, len(rep.Results))
	}
	f.SVG = cv.svgWith(f.Title, f.Caption)
	return f
}

// overlapFigure draws the table itself as an UpSet plot.
func overlapFigure(r *coverage.Result, unit string) *figure {
	t := r.All
	if len(t.Lists) < 2 || t.N() == 0 {
		return nil
	}
	sets := make([]setSize, len(t.Lists))
	dense := t.Dense()
	for i, name := range t.Lists {
		alone := int(dense[1<<i])
		sets[i] = setSize{dataset: i, name: name, alone: alone, shared: int(t.Size(i)) - alone}
	}
	f := &figure{
		Title:  "Which lists have it",
		Legend: []legend{{Ink: inkSoft, Text: "on one list only"}, {Ink: inkData, Text: "on two or more"}},
		Table:  &numbers{Head: []string{"Lists", "Number", "Share"}, Left: true},
	}
	rows := patternsOf(t)
	for _, c := range rows {
		f.Table.add(c.name, finding.Thousands(c.events), share(c.events, int(t.N())))
	}
	if len(rows) > mostCombinations {
		rows = rows[:mostCombinations]
	}
	f.Caption = fmt.Sprintf("Each line is a combination of lists; the bar counts the %s that exactly these have. The columns above count all of each list.", unit)
	if drawUpset(f, sets[:min(len(sets), mostSets)], rows) {
		f.Caption += " Bars with a gap are cut short; their numbers are not."
	}
	return f
}

// patternsOf lists the patterns of a table, the most frequent first.
func patternsOf(t *capture.Table) []combination {
	var out []combination
	for k, p := range t.Pattern {
		c := combination{events: int(t.Count[k])}
		var names []string
		for i, name := range t.Lists {
			if p>>i&1 == 1 {
				c.in = append(c.in, i)
				names = append(names, name)
			}
		}
		if c.name = strings.Join(names, " + "); len(names) == 1 {
			c.name += " only"
		}
		if c.in[len(c.in)-1] < mostSets {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b combination) int { return b.events - a.events })
	return out
}

// posteriorFigure draws the densities of the Bayesian models over the logarithm of N.
func posteriorFigure(r *coverage.Result, unit string) *figure {
	type curve struct {
		name string
		q    func(float64) float64
		ink  ink
		wide vg.Length
		dash []vg.Length
	}
	var curves []curve
	if p := r.Latent; p != nil {
		c := curve{name: "latent classes", q: p.Quantile, ink: inkMark, wide: 2.2}
		if p.Converged {
			c.ink = inkData
		} else {
			c.name += ", which did not converge"
		}
		curves = append(curves, c)
	}
	for i, g := range r.Graphs {
		dash := [][]vg.Length{nil, {5, 3}, {1.5, 3}}[i%3]
		curves = append(curves, curve{name: fmt.Sprintf("graphs, delta %.4g", g.Options.Delta), q: g.Quantile, ink: inkExpect, wide: 1.4, dash: dash})
	}
	if len(curves) == 0 {
		return nil
	}
	f := &figure{
		Title: "Posterior of the total", Table: &numbers{Head: []string{"Model", "2.5 %", "25 %", "50 %", "75 %", "97.5 %"}, Left: true},
		Caption: fmt.Sprintf("Density of the number of %s, seen and unseen, over its logarithm. Graphs differ only in the prior count of a cell: solid the smallest, dashed a half, dotted one.", unit),
		Legend:  []legend{{Ink: inkExpect, Line: true, Text: "graphs, by prior count"}},
	}
	if r.Latent != nil {
		f.Legend = append(f.Legend, legend{Ink: curves[0].ink, Line: true, Text: curves[0].name})
	}
	var values []float64
	for _, c := range curves {
		values = append(values, c.q(0.005), c.q(0.995))
		f.Table.add(c.name, count(c.q(0.025)), count(c.q(0.25)), count(c.q(0.5)), count(c.q(0.75)), count(c.q(0.975)))
	}
	const height, foot = 170.0, 20.0
	cv := newCanvas(chartWidth, height)
	axis := newLogAxis(append(values, float64(r.Seen)), 10, chartWidth-10)
	axis.grid(cv, foot, height-4, float64(r.Seen))
	densities := make([][]float64, len(curves))
	top := 0.0
	for i, c := range curves {
		densities[i] = density(c.q, &axis)
		top = math.Max(top, slices.Max(densities[i]))
	}
	for i, c := range curves {
		var p vg.Path
		for k, d := range densities[i] {
			x := axis.left + (axis.right-axis.left)*float64(k)/float64(len(densities[i])-1)
			at := vg.Point{X: vg.Length(x), Y: vg.Length(foot + (height-foot-10)*math.Min(1, d/top))}
			if k == 0 {
				p.Move(at)
			} else {
				p.Line(at)
			}
		}
		cv.SetColor(c.ink)
		cv.SetLineWidth(c.wide)
		cv.SetLineDash(c.dash, 0)
		cv.Stroke(p)
	}
	cv.SetLineDash(nil, 0)
	f.SVG = cv.svgWith(f.Title, f.Caption)
	return f
}

// density is how thick quantiles lie along an axis, smoothed by a kernel of a fiftieth of its length.
func density(q func(float64) float64, a *logAxis) []float64 {
	const points, draws = 160, 400
	out := make([]float64, points)
	h := float64(points) / 60
	for i := range draws {
		at := (math.Log(q((float64(i)+0.5)/draws)) - a.from) / (a.to - a.from) * (points - 1)
		for k := range out {
			if d := (float64(k) - at) / h; math.Abs(d) < 4 {
				out[k] += math.Exp(-d * d / 2)
			}
		}
	}
	return out
}
