package report

import (
	"fmt"
	"math"
	"strconv"

	"gonum.org/v1/plot"
	"gonum.org/v1/plot/vg"

	"github.com/assaydata/assay/internal/finding"
)

var dashes = []vg.Length{3, 3}

// fewest is the number of rows under which the shape of a distribution says little.
const fewest = 50

// tollHeaping shows whether the numbers of deaths are round more often than numbers of people are.
func (p *profile) tollHeaping() *figure {
	n := sum(p.endings[:])
	if n < fewest {
		return nil
	}
	f := &figure{Title: "Round numbers of deaths", Table: &numbers{Head: []string{"Last digit", "Rows", "Share"}}}
	c := newChart(chartHeight)
	var bs bars
	top := 0
	for v := 10; v <= spectrum; v++ {
		top = max(top, p.tolls[v])
		b := bar{X: float64(v), High: float64(p.tolls[v]), Width: 0.8, Ink: inkSoft, Hint: fmt.Sprintf("%d deaths: %s", v, finding.Plural(p.tolls[v], "row", "rows"))}
		if v%5 == 0 {
			b.Ink = inkMark
		}
		bs = append(bs, b)
	}
	c.yTicks(float64(top), compactCount)
	var ticks []plot.Tick
	for v := 10; v <= spectrum; v += 10 {
		ticks = append(ticks, plot.Tick{Value: float64(v), Label: strconv.Itoa(v)})
	}
	c.X.Tick.Marker = plot.ConstantTicks(ticks)
	c.X.Min, c.X.Max = 9.4, spectrum+0.6
	c.X.Label.Text = "deaths stated in one row"
	c.Add(bs)
	for digit, k := range p.endings {
		f.Table.add(strconv.Itoa(digit), finding.Thousands(k), percent(float64(k)/float64(n)))
	}
	round := float64(p.endings[0]+p.endings[5]) / float64(n)
	f.Caption = fmt.Sprintf("Of %s rows with ten or more deaths, %s end in 0 or 5, where about 20 %% would be expected of exact counts.",
		finding.Thousands(n), percent(round))
	switch {
	case round > 0.4:
		f.Caption += " Many of the numbers are estimates: treat sums of them as approximate."
	case round < 0.25:
		f.Caption += " There is little sign of rounding."
	}
	f.Legend = []legend{{Ink: inkMark, Text: "multiples of 5"}, {Ink: inkSoft, Text: "other numbers"}}
	f.SVG = c.svg(f.Title)
	return f
}

// dayHeaping shows whether some days of the month stand in for unknown ones.
func (p *profile) dayHeaping() *figure {
	if p.exactDays < 4*fewest {
		return nil
	}
	f := &figure{Title: "Days of the month", Table: &numbers{Head: []string{"Day", "Rows", "Expected"}}}
	c := newChart(chartHeight)
	var bs bars
	expect := curve{Ink: inkExpect, Width: 1.2, Dash: dashes, Steps: true}
	top, worst := 0.0, 0
	excess := func(day int) float64 { return float64(p.days[day]) / max(1, p.expected[day]) }
	for day := 1; day <= 31; day++ {
		n, e := float64(p.days[day]), p.expected[day]
		top = max(top, n, e)
		b := bar{X: float64(day), High: n, Width: 0.8, Ink: inkSoft, Hint: fmt.Sprintf("day %d: %s, %s expected", day, finding.Plural(p.days[day], "row", "rows"), count(e))}
		// A fifth too many, and far beyond what chance does to a Poisson count.
		if e > 0 && n > 1.2*e && n-e > 4*math.Sqrt(e) {
			b.Ink = inkMark
			if worst == 0 || excess(day) > excess(worst) {
				worst = day
			}
		}
		bs = append(bs, b)
		expect.X, expect.Y = append(expect.X, float64(day)-0.5), append(expect.Y, e)
		f.Table.add(strconv.Itoa(day), finding.Thousands(p.days[day]), count(e))
	}
	expect.X, expect.Y = append(expect.X, 31.5), append(expect.Y, p.expected[31])
	c.yTicks(top, compactCount)
	var ticks []plot.Tick
	for _, v := range []int{1, 5, 10, 15, 20, 25, 31} {
		ticks = append(ticks, plot.Tick{Value: float64(v), Label: strconv.Itoa(v)})
	}
	c.X.Tick.Marker = plot.ConstantTicks(ticks)
	c.X.Min, c.X.Max = 0.4, 31.6
	c.Add(bs, expect)
	f.Legend = []legend{{Ink: inkSoft, Text: "rows dated to the day"}, {Ink: inkExpect, Line: true, Text: "expected by the calendar"}}
	if worst > 0 {
		f.Legend = append(f.Legend, legend{Ink: inkMark, Text: "clearly too many"})
		f.Caption = fmt.Sprintf("Day %d holds %.1f times the rows that the calendar would give it: some of these dates may be the start of a period or a guess.", worst, excess(worst))
	} else {
		f.Caption = fmt.Sprintf("The %s dated to the day spread over the month as the calendar would have it; no day stands out.", finding.Plural(p.exactDays, "row", "rows"))
	}
	f.SVG = c.svg(f.Title)
	return f
}
