package report

import (
	"fmt"
	"html/template"
	"math"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/finding"
)

// figure is a drawing with what it says and the numbers behind it.
type figure struct {
	ID      string
	Title   string
	SVG     template.HTML
	Legend  []legend
	Caption string
	Table   *numbers
	Wide    bool
}

// legend explains one ink.
type legend struct {
	Ink  ink
	Line bool // drawn as a line
	Ring bool // drawn as a ring
	Text string
}

// numbers is the table behind a figure.
type numbers struct {
	Head []string
	Rows [][]string
	Left bool // the first column is text
}

func (t *numbers) add(cells ...string) { t.Rows = append(t.Rows, cells) }

func count(v float64) string { return finding.Thousands(int(math.Round(v))) }

// compactCount labels an axis: 2,500 or 20k or 3M.
func compactCount(v float64) string {
	switch {
	case v >= 1e6:
		return strconv.FormatFloat(v/1e6, 'f', -1, 64) + "M"
	case v >= 1e4:
		return strconv.FormatFloat(v/1e3, 'f', -1, 64) + "k"
	case v == math.Trunc(v):
		return finding.Thousands(int(v))
	}
	return "" // no half rows
}

func percentTick(v float64) string {
	return strconv.FormatFloat(math.Round(v*1000)/10, 'f', -1, 64) + " %"
}

// byYear draws the share of each year's records that is in question, with its interval.
func (p *profile) byYear() *figure {
	f := &figure{Title: "Share of records in question, by year", Table: &numbers{Head: []string{"Year", "Records", "In question", "Share", "95 % interval"}}}
	c := newChart(chartHeight)
	ws := whiskers{ink: inkMark}
	var hints bars
	top, worst := 0.0, -1
	share := func(i int) float64 { return float64(p.inQuestion[i]) / float64(max(1, p.rows[i])) }
	for i, n := range p.rows {
		if n == 0 {
			continue
		}
		y := p.first + i
		s := audit.NewShare(p.inQuestion[i], n)
		// Years with a handful of records have intervals that would press all others flat; they are cut.
		top = max(top, s.Value(), min(s.High, 2.5*s.Value()+0.002))
		if n >= 20 && p.inQuestion[i] > 0 && (worst < 0 || share(i) > share(worst)) {
			worst = i
		}
		ws.at = append(ws.at, whiskerAt{float64(y), s.Low, s.Value(), s.High})
		hints = append(hints, bar{X: float64(y), Hint: fmt.Sprintf("%d: %s of %s in question (%s)", y, finding.Thousands(p.inQuestion[i]), finding.Plural(n, "record", "records"), percent(share(i)))})
		f.Table.add(strconv.Itoa(y), finding.Thousands(n), finding.Thousands(p.inQuestion[i]), percent(share(i)), interval(s))
	}
	c.yTicks(top, percentTick)
	c.years(p.first, p.last)
	c.Add(ws, hints)
	f.Legend = []legend{{Ink: inkMark, Text: "records with an error or a warning"}, {Ink: inkAxis, Line: true, Text: "95 % interval"}}
	f.Caption = fmt.Sprintf("%s, %d to %d.", finding.Plural(sum(p.rows), "dated record", "dated records"), p.first, p.last)
	if worst >= 0 && p.last > p.first {
		f.Caption += fmt.Sprintf(" The largest share of them in question is in %d: %s.", p.first+worst, percent(share(worst)))
	}
	if p.outside > 0 {
		f.Caption += fmt.Sprintf(" %s not shown: dated outside these years.", finding.Plural(p.outside, "record is", "records are"))
	}
	if p.undated > 0 {
		f.Caption += fmt.Sprintf(" %s no date that could be read.", finding.Plural(p.undated, "record has", "records have"))
	}
	if p.unlisted > 0 {
		f.Caption += fmt.Sprintf(" Not drawn: up to %s more that findings count but do not list.", finding.Plural(p.unlisted, "row", "rows"))
	}
	f.SVG = c.svg(f.Title)
	return f
}

// byMonth draws the records of each month with the months that have none and the breaks that rules found.
func (p *profile) byMonth(breaks []timeMark) *figure {
	from, to := 0, len(p.months)
	for from < to && p.months[from] == 0 {
		from++
	}
	for to > from && p.months[to-1] == 0 {
		to--
	}
	if to-from < 12 {
		return nil
	}
	f := &figure{Title: "Records per month: gaps and breaks", Table: &numbers{Head: []string{"Months without a record", "From", "To"}}}
	c := newChart(chartHeight)
	line := curve{Ink: inkData, Width: 1, Steps: true}
	top := 0
	var gaps bars
	empty := 0
	longest, longestAt := 0, 0
	for m := from; m < to; m++ {
		line.X = append(line.X, float64(p.first)+float64(m)/12-0.5)
		line.Y = append(line.Y, float64(p.months[m]))
		top = max(top, p.months[m])
		if p.months[m] > 0 {
			continue
		}
		run := m
		for run < to && p.months[run] == 0 {
			run++
		}
		if m > from && p.months[m-1] == 0 {
			continue
		}
		empty += run - m
		if run-m > longest {
			longest, longestAt = run-m, m
		}
		gaps = append(gaps, bar{X: float64(p.first) - 0.5 + float64(m+run)/24, High: 1, Width: float64(run-m) / 12, Ink: inkMark})
		if len(f.Table.Rows) < 60 {
			f.Table.add(strconv.Itoa(run-m), p.month(m), p.month(run-1))
		}
	}
	line.X, line.Y = append(line.X, float64(p.first)+float64(to)/12-0.5), append(line.Y, line.Y[len(line.Y)-1])
	c.yTicks(float64(top), compactCount)
	for i := range gaps {
		gaps[i].High = c.Y.Max
		gaps[i].Ink = "gap"
	}
	c.years(p.first, p.last)
	c.Add(gaps)
	f.Legend = []legend{{Ink: inkData, Line: true, Text: "records per month"}}
	switch {
	case empty == 0:
		f.Caption = fmt.Sprintf("Every month from %s to %s has at least one record.", p.month(from), p.month(to-1))
		f.Table = nil
	default:
		f.Legend = append(f.Legend, legend{Ink: "gap", Text: "month without a record"})
		f.Caption = fmt.Sprintf("%s between %s and %s no record", finding.Plural(empty, "month has", "months have"), p.month(from), p.month(to-1))
		if longest > 1 {
			f.Caption += fmt.Sprintf("; the longest gap runs from %s to %s", p.month(longestAt), p.month(longestAt+longest-1))
		}
		f.Caption += "."
		if len(gaps) > len(f.Table.Rows) {
			f.Caption += fmt.Sprintf(" The table names the first %d of %d gaps.", len(f.Table.Rows), len(gaps))
		}
	}
	c.Add(line)
	var shown []string
	for _, b := range breaks {
		if b.at < float64(p.first) || b.at > float64(p.last+1) {
			continue
		}
		c.Add(curve{X: []float64{b.at - 0.5, b.at - 0.5}, Y: []float64{0, c.Y.Max}, Ink: inkMark, Width: 1.2, Dash: dashes})
		shown = append(shown, b.text)
	}
	if len(shown) > 0 {
		f.Legend = append(f.Legend, legend{Ink: inkMark, Line: true, Text: "break or gap found by a rule"})
		const most = 4
		f.Caption += " Found by rules: " + strings.Join(shown[:min(most, len(shown))], "; ")
		if len(shown) > most {
			f.Caption += fmt.Sprintf("; and %d more", len(shown)-most)
		}
		f.Caption += "."
	}
	f.SVG = c.svg(f.Title)
	return f
}

func (p *profile) month(m int) string { return fmt.Sprintf("%d-%02d", p.first+m/12, m%12+1) }

// timeMark is a place on the time axis that a rule about coverage points at.
type timeMark struct {
	at   float64 // in years
	text string
}

// timeMarks collects the findings about a dataset as a whole whose key is a year, a month or a day.
func timeMarks(fs []check.Finding) []timeMark {
	var out []timeMark
	for i := range fs {
		f := &fs[i]
		if f.Row >= 0 || f.Rule.Family() != "COV" && f.Rule.Family() != "VER" {
			continue
		}
		if at, ok := keyTime(f.Key); ok {
			out = append(out, timeMark{at, f.Rule.Code + " at " + f.Key})
		}
	}
	return out
}

// keyTime reads "1993", "1993-04" or "1993-04-01" at the beginning of a key.
func keyTime(key string) (float64, bool) {
	if len(key) < 4 {
		return 0, false
	}
	y, err := strconv.Atoi(key[:4])
	if err != nil || y < 1000 || len(key) > 4 && key[4] >= '0' && key[4] <= '9' {
		return 0, false
	}
	if len(key) >= 7 && key[4] == '-' {
		if m, err := strconv.Atoi(key[5:7]); err == nil && m >= 1 && m <= 12 {
			return float64(y) + float64(m-1)/12, true
		}
	}
	return float64(y), true
}
