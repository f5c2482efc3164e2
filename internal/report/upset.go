package report

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/finding"
)

// Limits of an UpSet plot: more rows and columns than these say nothing to the eye.
const (
	mostSets         = 12
	mostCombinations = 25
	longestSetName   = 16
)

// combination is a line of an UpSet plot: the events that exactly these columns have.
type combination struct {
	in     []int // columns
	name   string
	events int
}

// setSize is a column of an UpSet plot: a dataset with its events, and how many of them others have too.
type setSize struct {
	dataset       int
	name          string
	alone, shared int
}

// upset draws which datasets have how many events in common (Lex, Gehlenborg, Strobelt, Vuillemot, Pfister 2014,
// https://doi.org/10.1109/TVCG.2014.2346248). Combinations run down the page, so that it can be read on a telephone too.
func (a *across) upset() *figure {
	sets := a.sets()
	shown := sets[:min(len(sets), mostSets)]
	column := map[int]int{}
	for i, s := range shown {
		column[s.dataset] = i
	}
	rows, covered := a.combinations(column)
	if len(rows) == 0 {
		return nil
	}
	total := a.l.Summary.Events
	f := &figure{
		ID: "figure-overlap", Title: "Events by the datasets that have them",
		Legend: []legend{{Ink: inkSoft, Text: "in one dataset only"}, {Ink: inkData, Text: "in two or more"}},
		Table:  &numbers{Head: []string{"Datasets", "Events", "Share"}, Left: true},
	}
	for _, r := range rows {
		f.Table.add(r.name, finding.Thousands(r.events), share(r.events, total))
	}
	for _, s := range sets[:min(len(sets), mostScores)] {
		f.Table.add(s.name+", alone or with others", finding.Thousands(s.alone+s.shared), share(s.alone+s.shared, total))
	}
	f.Caption = "Each line is a combination of datasets, marked by its dots; the bar counts the events that exactly these have. The columns above count all events of each dataset."
	cut := drawUpset(f, shown, rows)
	if cut {
		f.Caption += " Bars with a gap are cut short; their numbers are not."
	}
	if n := len(a.l.Summary.Overlap); n > len(rows) {
		f.Caption += fmt.Sprintf(" Showing %d of %s combinations, with %s of the events.", len(rows), finding.Thousands(n), share(covered, total))
	}
	return f
}

// sets are the datasets, that with the most events first.
func (a *across) sets() []setSize {
	out := make([]setSize, len(a.l.Linked.Datasets))
	for i, d := range a.l.Linked.Datasets {
		out[i] = setSize{dataset: i, name: d.Name}
	}
	for _, o := range a.l.Summary.Overlap {
		for _, d := range o.Datasets {
			if len(o.Datasets) == 1 {
				out[d].alone += o.Events
			} else {
				out[d].shared += o.Events
			}
		}
	}
	slices.SortStableFunc(out, func(x, y setSize) int { return y.alone + y.shared - x.alone - x.shared })
	return out
}

// combinations are the largest combinations of the datasets that have a column, and how many events these are.
func (a *across) combinations(column map[int]int) (out []combination, events int) {
	for _, o := range a.l.Summary.Overlap {
		c := combination{events: o.Events}
		for _, d := range o.Datasets {
			if i, ok := column[d]; ok {
				c.in = append(c.in, i)
			}
		}
		if len(c.in) < len(o.Datasets) {
			continue
		}
		c.name = a.together(o)
		if len(out) == mostCombinations {
			break
		}
		slices.Sort(c.in)
		out = append(out, c)
		events += o.Events
	}
	return out, events
}

// together names the datasets of a combination.
func (a *across) together(o fact.Overlap) string {
	all := make([]string, len(o.Datasets))
	for i, d := range o.Datasets {
		all[i] = a.l.Linked.Datasets[d].Name
	}
	if len(all) == 1 {
		return all[0] + " only"
	}
	return strings.Join(all, " + ")
}

// upsetLayout is where the parts of an UpSet plot lie, in units of the drawing from its lower left corner.
type upsetLayout struct {
	pitch, line  float64 // between columns and between lines
	left, bars   float64 // middle of the first column; where the bars begin
	width        float64 // of the longest bar
	top          float64 // upper end of the lines
	sizes, names float64 // height of the bars of set sizes and of the names above them
	height       float64
}

func newUpsetLayout(sets, rows int) upsetLayout {
	l := upsetLayout{line: 19, left: 16, sizes: 44, names: 82}
	l.pitch = math.Min(30, 210/float64(sets))
	l.bars = l.left + float64(sets-1)*l.pitch + 24
	l.width = chartWidth - l.bars - 52
	l.top = 6 + float64(rows)*l.line
	l.height = l.top + 8 + l.sizes + l.names
	return l
}

func (l *upsetLayout) x(column int) float64 { return l.left + float64(column)*l.pitch }
func (l *upsetLayout) y(row int) float64    { return l.top - (float64(row)+0.5)*l.line }

// drawUpset draws sets and combinations, and reports whether bars had to be cut.
func drawUpset(f *figure, sets []setSize, rows []combination) (cut bool) {
	l := newUpsetLayout(len(sets), len(rows))
	cv := newCanvas(chartWidth, l.height)
	at := func(x, y float64) vg.Point { return vg.Point{X: vg.Length(x), Y: vg.Length(y)} }
	box := func(x0, y0, x1, y1 float64) vg.Path {
		var p vg.Path
		rectangle(&p, vg.Length(x0), vg.Length(y0), vg.Length(x1), vg.Length(y1))
		return p
	}
	// Events of one dataset alone may outnumber those that two have by far; then their bars are cut, lest the others vanish.
	longest, shared := 1, 0
	for _, r := range rows {
		longest = max(longest, r.events)
		if len(r.in) > 1 {
			shared = max(shared, r.events)
		}
	}
	top := float64(longest)
	if shared > 0 && longest > 6*shared {
		top, cut = 4*float64(shared), true
	}
	var stripes vg.Path
	for i := range rows {
		if i%2 == 0 {
			stripes = append(stripes, box(2, l.y(i)-l.line/2, chartWidth-2, l.y(i)+l.line/2)...)
		}
	}
	cv.SetColor(ink("stripe"))
	cv.Fill(stripes)
	drawSetSizes(cv, &l, sets)
	for i, r := range rows {
		y := l.y(i)
		var empty, full vg.Path
		for c := range sets {
			if slices.Contains(r.in, c) {
				full.Arc(at(l.x(c), y), 5, 0, 2*math.Pi)
			} else {
				empty.Arc(at(l.x(c), y), 3.2, 0, 2*math.Pi)
			}
		}
		cv.SetColor(ink("none"))
		cv.Fill(empty)
		if n := len(r.in); n > 1 {
			cv.SetColor(inkExpect)
			cv.SetLineWidth(2)
			cv.Stroke(vg.Path{{Type: vg.MoveComp, Pos: at(l.x(r.in[0]), y)}, {Type: vg.LineComp, Pos: at(l.x(r.in[n-1]), y)}})
		}
		cv.SetColor(inkExpect)
		cv.Fill(full)
		color := inkSoft
		if len(r.in) > 1 {
			color = inkData
		}
		cv.SetColor(color)
		long := math.Max(1, l.width*float64(r.events)/top)
		if float64(r.events) > top {
			long = l.width
			cv.Fill(box(l.bars, y-6, l.bars+long*0.9-2, y+6))
			cv.Fill(box(l.bars+long*0.9+2, y-6, l.bars+long, y+6))
		} else {
			cv.Fill(box(l.bars, y-6, l.bars+long, y+6))
		}
		cv.SetColor(inkText)
		cv.label(at(l.bars+long+5, y-3.8), finding.Thousands(r.events), labelSize, "")
		cv.hint(vg.Rectangle{Min: at(2, y-l.line/2), Max: at(chartWidth-2, y+l.line/2)}, r.name+": "+finding.Plural(r.events, "event", "events"))
	}
	f.SVG = cv.svgWith(f.Title, describeUpset(sets, rows))
	return cut
}

// drawSetSizes draws a column for each dataset, with its name slanting above it.
func drawSetSizes(cv *canvas, l *upsetLayout, sets []setSize) {
	most := 1
	for _, s := range sets {
		most = max(most, s.alone+s.shared)
	}
	foot := l.top + 6
	high := func(n int) float64 { return l.sizes * float64(n) / float64(most) }
	half := math.Min(8, l.pitch*0.36)
	for i, s := range sets {
		x := l.x(i)
		var shared, alone vg.Path
		rectangle(&shared, vg.Length(x-half), vg.Length(foot), vg.Length(x+half), vg.Length(foot+high(s.shared)))
		rectangle(&alone, vg.Length(x-half), vg.Length(foot+high(s.shared)), vg.Length(x+half), vg.Length(foot+high(s.shared+s.alone)))
		cv.SetColor(inkData)
		cv.Fill(shared)
		cv.SetColor(inkSoft)
		cv.Fill(alone)
		name := s.name
		if r := []rune(name); len(r) > longestSetName {
			name = string(r[:longestSetName-1]) + "…"
		}
		cv.Push()
		cv.Translate(vg.Point{X: vg.Length(x - 1), Y: vg.Length(foot + high(s.shared+s.alone) + 6)})
		cv.Rotate(math.Pi / 4)
		cv.SetColor(inkText)
		cv.label(vg.Point{}, name+" "+finding.Thousands(s.alone+s.shared), labelSize, "")
		cv.Pop()
		cv.hint(vg.Rectangle{Min: vg.Point{X: vg.Length(x - l.pitch/2), Y: vg.Length(foot)}, Max: vg.Point{X: vg.Length(x + l.pitch/2), Y: vg.Length(foot + l.sizes)}},
			fmt.Sprintf("%s: %s, %s of them in other datasets too", s.name, finding.Plural(s.alone+s.shared, "event", "events"), finding.Thousands(s.shared)))
	}
	cv.SetColor(inkAxis)
	cv.SetLineWidth(1)
	cv.Stroke(vg.Path{
		{Type: vg.MoveComp, Pos: vg.Point{X: vg.Length(l.x(0) - l.pitch/2), Y: vg.Length(foot)}},
		{Type: vg.LineComp, Pos: vg.Point{X: vg.Length(l.x(len(sets)-1) + l.pitch/2), Y: vg.Length(foot)}},
	})
}

// describeUpset says for those who do not see it what the plot shows.
func describeUpset(sets []setSize, rows []combination) string {
	var parts []string
	for _, r := range rows[:min(len(rows), 5)] {
		parts = append(parts, r.name+" "+finding.Thousands(r.events))
	}
	return fmt.Sprintf("UpSet plot of %d datasets. Largest combinations: %s.", len(sets), strings.Join(parts, "; "))
}
