package report

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"gonum.org/v1/plot"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/record"
)

// state is what all that is said of an event comes to.
type state int

const (
	oneOrigin    state = iota // nobody else says anything that could be compared
	corroborated              // two or more independent origins agree, none disagrees
	contested                 // records contradict each other beyond their precision
	numStates
)

var (
	stateNames = [numStates]string{"one origin", "corroborated", "contested"}
	stateInks  = [numStates]ink{inkSoft, inkData, inkMark}
)

// disputable are the fields whose contradictions make an event contested. Kinds are left out: datasets sort the same events
// into categories of their own.
var disputable = [fact.NumFields]bool{
	fact.Date: true, fact.Place: true, fact.Country: true, fact.Admin1: true, fact.PlaceName: true, fact.Actors: true, fact.Deaths: true, fact.Injured: true,
}

// telling are the fields of which agreement says more than that the records were linked.
var telling = [fact.NumFields]bool{fact.Date: true, fact.Place: true, fact.Actors: true, fact.Deaths: true, fact.Injured: true}

// tally counts events by place, month and what they come to. It holds no events.
type tally struct {
	all, shared  [numStates]int
	fields       [fact.NumFields][fact.Refuted + 1]int // of events with two records or more
	months       map[int]*[numStates]int               // by month, counted from year 0
	vague        int                                   // events that are dated to no month
	points       map[[2]float64]int                    // index into dots
	dots         []dot
	placed, lost int // events with and without a place
}

// stateOf sums up an event.
func stateOf(v *fact.Event) state {
	out := oneOrigin
	for i := range v.Facts {
		switch f := &v.Facts[i]; {
		case disputable[f.Field] && f.Verdict >= fact.Contested:
			return contested
		case telling[f.Field] && f.Verdict == fact.Corroborated:
			out = corroborated
		}
	}
	return out
}

// add counts one event.
func (t *tally) add(v *fact.Event) error {
	s := stateOf(v)
	t.all[s]++
	for _, r := range v.Same {
		if r.Data != v.Same[0].Data {
			t.shared[s]++
			break
		}
	}
	if len(v.Same) > 1 {
		for i := range v.Facts {
			t.fields[v.Facts[i].Field][v.Facts[i].Verdict]++
		}
	}
	t.date(v, s)
	t.place(v, s)
	return nil
}

// valueOf is the value of a field that was chosen; where none was, because the records are further rows of an event or
// tell of its parts, that of its first record. nil where no record states any.
func valueOf(v *fact.Event, field fact.Field) *fact.Value {
	f := v.Fact(field)
	switch {
	case f == nil || len(f.Claims) == 0:
		return nil
	case f.Verdict == fact.Unstated:
		return &f.Claims[0].Value
	}
	return &f.Value
}

// date counts an event in the month in which the middle of its dates lies, if they leave less than a month open.
func (t *tally) date(v *fact.Event, s state) {
	first, last := record.NoDay, record.NoDay
	if x := valueOf(v, fact.Date); x != nil {
		first, last = x.Days()
	}
	if first == record.NoDay || last-first > 31 {
		t.vague++
		return
	}
	y, m, _ := (first + (last-first)/2).Date()
	n := t.months[12*y+m-1]
	if n == nil {
		n = new([numStates]int)
		t.months[12*y+m-1] = n
	}
	n[s]++
}

// place counts an event at its point. One that is only known to lie in a country has none.
func (t *tally) place(v *fact.Event, s state) {
	x := valueOf(v, fact.Place)
	if x == nil || !(math.Abs(x.Lat) <= 90) || !(math.Abs(x.Lon) <= 180) || math.IsInf(x.Radius, 1) {
		t.lost++
		return
	}
	t.placed++
	at := [2]float64{x.Lat, x.Lon}
	i, ok := t.points[at]
	if !ok {
		i = len(t.dots)
		t.points[at] = i
		t.dots = append(t.dots, dot{lat: at[0], lon: at[1]})
	}
	t.dots[i].rows++
	if s == contested {
		t.dots[i].marked++
	}
}

// bins are the widths of the bars of a timeline, in months.
var bins = []struct {
	months int
	name   string
}{{1, "month"}, {3, "quarter"}, {12, "year"}, {60, "five years"}, {120, "ten years"}}

const mostBins = 180

// timeline draws the events of each month by what they come to.
func (t *tally) timeline() *figure {
	if len(t.months) == 0 {
		return nil
	}
	keys := make([]int, 0, len(t.months))
	for m := range t.months {
		keys = append(keys, m)
	}
	slices.Sort(keys)
	first, last := t.years(keys)
	bin := bins[0]
	for _, bin = range bins {
		if (last-first)/bin.months < mostBins {
			break
		}
	}
	start := first - first%bin.months
	columns := map[int]*[numStates]int{}
	var order []int
	outside := 0
	for _, m := range keys {
		if m < first || m > last {
			outside += sum(t.months[m][:])
			continue
		}
		at := (m - start) / bin.months
		if columns[at] == nil {
			columns[at] = new([numStates]int)
			order = append(order, at)
		}
		for s, n := range t.months[m] {
			columns[at][s] += n
		}
	}
	unit := bin.name
	f := &figure{
		ID: "figure-time", Title: "Events per " + unit + ", and what they come to",
		Table: &numbers{Head: []string{upper(unit), "One origin", "Corroborated", "Contested", "All"}},
	}
	c := newChart(chartHeight)
	var stacks bars
	top, worst, drawn, marked := 0, -1, 0, 0
	wide := float64(bin.months) / 12
	for _, at := range order {
		n := columns[at]
		x := float64(start+at*bin.months)/12 + wide/2 - 0.5
		low, cells := 0, []string{binName(start+at*bin.months, bin.months)}
		for _, s := range []state{contested, corroborated, oneOrigin} {
			stacks = append(stacks, bar{X: x, Low: float64(low), High: float64(low + n[s]), Width: wide * 0.86, Ink: stateInks[s]})
			low += n[s]
		}
		for _, k := range n {
			cells = append(cells, finding.Thousands(k))
		}
		f.Table.add(append(cells, finding.Thousands(low))...)
		if n[contested] > 0 && (worst < 0 || n[contested] > columns[worst][contested]) {
			worst = at
		}
		top = max(top, low)
		drawn, marked = drawn+low, marked+n[contested]
	}
	c.yTicks(float64(top), compactCount)
	c.calendar(first, last, wide)
	c.Add(stacks)
	f.Legend = stateLegend()
	f.Caption = fmt.Sprintf("%s, %s of them contested.", finding.Plural(drawn, "event", "events"), finding.Thousands(marked))
	if worst >= 0 && len(order) > 1 {
		n := columns[worst]
		f.Caption += fmt.Sprintf(" Most are in %s: %s of %s.", binName(start+worst*bin.months, bin.months), finding.Thousands(n[contested]), finding.Thousands(sum(n[:])))
	}
	if outside > 0 {
		f.Caption += fmt.Sprintf(" Not drawn: %s dated far from all others.", finding.Plural(outside, "event that is", "events that are"))
	}
	if t.vague > 0 {
		f.Caption += fmt.Sprintf(" Not drawn: %s dated to no month.", finding.Plural(t.vague, "event that is", "events that are"))
	}
	f.SVG = c.svg(f.Title)
	return f
}

// years are the first and the last month that the timeline shows. A handful of events far from all others, such as a year
// with a wrong digit, does not shrink it.
func (t *tally) years(keys []int) (first, last int) {
	first, last = keys[0], keys[len(keys)-1]
	total := 0
	for _, m := range keys {
		total += sum(t.months[m][:])
	}
	low, high, n := first, last, 0
	for _, m := range keys {
		before := n
		n += sum(t.months[m][:])
		if skip := total / 200; before <= skip && n > skip {
			low = m
		}
		if rest := total - total/200; before < rest && n >= rest {
			high = m
		}
	}
	if last-first > 2*(high-low)+24 {
		return low, high
	}
	return first, last
}

func stateLegend() []legend {
	return []legend{
		{Ink: stateInks[oneOrigin], Text: "one origin only"},
		{Ink: stateInks[corroborated], Text: "corroborated"},
		{Ink: stateInks[contested], Text: "contested (at the foot)"},
	}
}

// binName names a bin that begins with a month.
func binName(month, months int) string {
	y, m := month/12, month%12
	switch {
	case months == 1:
		return fmt.Sprintf("%d-%02d", y, m+1)
	case months < 12:
		return fmt.Sprintf("%d Q%d", y, m/3+1)
	case months == 12:
		return strconv.Itoa(y)
	}
	return fmt.Sprintf("%d–%d", y, y+months/12-1)
}

// calendar labels the x axis, on which year y begins at y - 0.5: with years, or with months where there are few.
func (c *chart) calendar(first, last int, wide float64) {
	c.years(first/12, last/12)
	c.X.Min, c.X.Max = float64(first)/12-0.5, max(float64(last+1)/12-0.5, float64(first)/12-0.5+wide)
	step := 1
	switch n := last - first; {
	case n > 36:
		return
	case n > 18:
		step = 6
	case n > 8:
		step = 3
	}
	var ticks []plot.Tick
	for m := first; m <= last; m++ {
		if m%step == 0 {
			ticks = append(ticks, plot.Tick{Value: (float64(m)+0.5)/12 - 0.5, Label: binName(m, 1)})
		}
	}
	c.X.Tick.Marker = plot.ConstantTicks(ticks)
}
