package report

import (
	"fmt"
	"math"
	"strconv"

	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/record"
)

// unknownActors draws the share of rows whose perpetrator, or first actor, is not known.
func (p *profile) unknownActors() *figure {
	if !p.hasActor || sum(p.unknown) == 0 {
		return nil
	}
	f := &figure{Title: "Perpetrator not known", Table: &numbers{Head: []string{"Year", "Rows", "Not known", "Share"}}}
	c := newChart(chartHeight)
	line := curve{Ink: inkData, Width: 1.6, Dots: true}
	var hints bars
	top, low, high := 0.0, -1, -1
	share := func(i int) float64 { return float64(p.unknown[i]) / float64(p.rows[i]) }
	for i, n := range p.rows {
		y := float64(p.first + i)
		line.X = append(line.X, y)
		if n == 0 {
			line.Y = append(line.Y, math.NaN())
			continue
		}
		line.Y = append(line.Y, share(i))
		top = max(top, share(i))
		if n >= 20 {
			if low < 0 || share(i) < share(low) {
				low = i
			}
			if high < 0 || share(i) > share(high) {
				high = i
			}
		}
		hints = append(hints, bar{X: y, Hint: fmt.Sprintf("%d: %s of %s", p.first+i, percent(share(i)), finding.Plural(n, "row", "rows"))})
		f.Table.add(strconv.Itoa(p.first+i), finding.Thousands(n), finding.Thousands(p.unknown[i]), percent(share(i)))
	}
	c.yTicks(top, percentTick)
	c.years(p.first, p.last)
	c.Add(line, hints)
	f.Legend = []legend{{Ink: inkData, Line: true, Text: "share of rows whose first actor is unknown or unidentified"}}
	f.Caption = fmt.Sprintf("%s of all rows.", percent(float64(sum(p.unknown))/float64(max(1, sum(p.rows)))))
	if low >= 0 && high != low {
		f.Caption += fmt.Sprintf(" The share runs from %s in %d to %s in %d; comparisons between groups over time must allow for that.",
			percent(share(low)), p.first+low, percent(share(high)), p.first+high)
	}
	f.SVG = c.svg(f.Title)
	return f
}

// stack is one layer of a chart of shares.
type stack struct {
	name string
	ink  ink
	n    func(year int) int
}

// shares draws what share of each year's rows belongs to each layer, the most exact at the bottom.
func (p *profile) shares(title string, layers []stack) *figure {
	f := &figure{Title: title, Table: &numbers{Head: []string{"Year"}}}
	var used []stack
	total := 0
	sums := []int{}
	for _, l := range layers {
		n := 0
		for i := range p.rows {
			n += l.n(i)
		}
		if n > 0 {
			used, sums = append(used, l), append(sums, n)
			f.Table.Head = append(f.Table.Head, l.name)
			total += n
		}
	}
	if len(used) == 0 || len(used) == 1 && used[0].name == "not stated" {
		return nil
	}
	c := newChart(chartHeight)
	var bs bars
	for i, n := range p.rows {
		if n == 0 {
			continue
		}
		y := p.first + i
		at := 0.0
		line := []string{strconv.Itoa(y)}
		hint := strconv.Itoa(y) + ":"
		for k, l := range used {
			s := float64(l.n(i)) / float64(n)
			bs = append(bs, bar{X: float64(y), Low: at, High: at + s, Width: 0.84, Ink: l.ink})
			at += s
			line = append(line, percent(s))
			if k > 0 {
				hint += ","
			}
			hint += " " + l.name + " " + percent(s)
		}
		bs = append(bs, bar{X: float64(y), Hint: hint})
		f.Table.add(line...)
	}
	c.yTicks(1, percentTick)
	c.years(p.first, p.last)
	c.Add(bs)
	for k := len(used) - 1; k >= 0; k-- {
		f.Legend = append(f.Legend, legend{Ink: used[k].ink, Text: used[k].name})
	}
	f.Caption = fmt.Sprintf("%s: %s of all rows.", upper(used[0].name), percent(float64(sums[0])/float64(total)))
	f.SVG = c.svg(f.Title)
	return f
}

func (p *profile) placePrecision() *figure {
	if !p.hasPlace {
		return nil
	}
	var layers []stack
	for i, prec := range []record.PlacePrecision{
		record.PlaceExact, record.PlaceNear, record.PlaceAdmin2, record.PlaceAdmin1, record.PlaceRegion, record.PlaceCountry,
	} {
		layers = append(layers, stack{prec.String(), ramp(5 - i), func(year int) int { return p.place[year][prec] }})
	}
	layers = append(layers, stack{"not stated", "none", func(year int) int { return p.place[year][record.PlaceUnstated] }})
	return p.shares("How exactly events are placed", layers)
}

func (p *profile) timePrecision() *figure {
	if !p.hasTime {
		return nil
	}
	var layers []stack
	names := map[record.TimePrecision]string{record.TimeDay: "the day", record.TimeWeek: "the week", record.TimeMonth: "the month", record.TimeLonger: "longer"}
	for i, prec := range []record.TimePrecision{record.TimeDay, record.TimeWeek, record.TimeMonth, record.TimeLonger} {
		layers = append(layers, stack{names[prec], ramp(5 - i - i/2), func(year int) int { return p.time[year][prec] }})
	}
	layers = append(layers, stack{"not stated", "none", func(year int) int { return p.time[year][record.TimeUnknown] }})
	return p.shares("How exactly events are dated", layers)
}
