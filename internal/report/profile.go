package report

import (
	"cmp"
	"math"
	"slices"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// mostYears is the longest span of years that the charts show; thinly covered years at the ends are cut off, and said so.
const mostYears = 120

// profile is what the charts show of a dataset, gathered in one pass over its rows.
type profile struct {
	data        *record.Dataset
	first, last int // years shown; first > last where no row has a date
	outside     int // dated rows beyond them
	undated     int

	rows, inQuestion []int          // by year; rows with an error or a warning
	months           []int          // rows by month, 12 a year
	deaths           []record.Count // sums by year
	toll             int            // rows with a number of deaths
	unknown          []int          // rows by year whose first actor is not known
	hasActor         bool
	place            [][7]int // rows by year and record.PlacePrecision
	time             [][5]int // rows by year and record.TimePrecision
	hasPlace         bool
	hasTime          bool
	ranges           bool // low or high is stated

	days      [32]int // rows by day of the month, those dated to the day
	expected  [32]float64
	exactDays int
	tolls     [spectrum + 1]int // rows by number of deaths
	endings   [10]int           // rows of ten or more deaths, by last digit
	questions bitset            // rows with an error or a warning
	misplaced map[int]bool      // rows with an error or a warning about their place
	unlisted  int               // further rows of which findings speak without listing them
	points    lazyDots
}

const spectrum = 60 // numbers of deaths that the heaping chart shows

type bitset []uint64

func (b bitset) has(i int) bool { return b != nil && b[i>>6]&(1<<(i&63)) != 0 }

func (b *bitset) set(i, n int) {
	if *b == nil {
		*b = make(bitset, (n+63)/64)
	}
	(*b)[i>>6] |= 1 << (i & 63)
}

// inQuestion reports whether a finding puts its rows in question, by the definition of the scorecard (audit.RowSet).
func inQuestion(f *check.Finding) bool {
	return !f.Rule.Lead && f.Severity >= check.Warning && f.Row >= 0
}

func newProfile(a *audit.Audit, d *record.Dataset) *profile {
	p := &profile{data: d, first: 1, last: 0, misplaced: map[int]bool{}}
	for i := range a.Findings {
		if f := &a.Findings[i]; f.Data == d && inQuestion(f) {
			p.mark(f, f.Row)
			listed := min(f.Alike, len(f.Related))
			for _, r := range f.Related[:listed] {
				if r.Data == d && r.Row >= 0 {
					p.mark(f, r.Row)
				}
			}
			p.unlisted += f.Alike - listed
		}
	}
	e := d.Events
	if e == nil {
		return p
	}
	if e.When != nil {
		p.span(e)
	}
	n := max(0, p.last-p.first+1)
	p.rows, p.inQuestion, p.months = make([]int, n), make([]int, n), make([]int, 12*n)
	p.deaths, p.unknown = make([]record.Count, n), make([]int, n)
	p.place, p.time = make([][7]int, n), make([][5]int, n)
	actor := d.Role(record.RoleActor1)
	p.hasActor = actor != nil && actor.Storage == record.Coded && e.Actors1 != nil
	p.hasPlace = e.PlacePrec != nil
	var calendar days
	for row := range d.N {
		p.heaps(e, row)
		if e.When == nil || !e.When[row].Known() {
			p.undated++
			continue
		}
		w := &e.When[row]
		year, month, day := calendar.date(w.First)
		at := year - p.first
		if at < 0 || at >= n {
			p.outside++
			continue
		}
		p.rows[at]++
		p.months[12*at+month-1]++
		if p.questions.has(row) {
			p.inQuestion[at]++
		}
		p.time[at][min(w.Precision, record.TimeLonger)]++
		p.hasTime = p.hasTime || w.Precision != record.TimeUnknown
		if w.First == w.Last && w.Precision <= record.TimeDay {
			p.days[day]++
			p.exactDays++
		}
		if e.PlacePrec != nil {
			p.place[at][min(e.PlacePrec[row], record.PlaceCountry)]++
		}
		if p.hasActor && e.Actors1[actor.Codes[row]].Class == record.ActorUnidentified {
			p.unknown[at]++
		}
		p.count(e, row, at)
	}
	p.calendar()
	return p
}

// mark puts a row in question.
func (p *profile) mark(f *check.Finding, row int) {
	p.questions.set(row, p.data.N)
	if f.Rule.Family() == "GEO" {
		p.misplaced[row] = true
	}
}

// heaps looks at the digits of the number of deaths.
func (p *profile) heaps(e *record.Events, row int) {
	if e.Deaths == nil || e.Counted != nil && !e.Counted[row] {
		return
	}
	v := float64(e.Deaths[row].Best)
	if !(v >= 0) || v != math.Trunc(v) || v > 1e9 {
		return
	}
	n := int(v)
	if n <= spectrum {
		p.tolls[n]++
	}
	if n >= 10 {
		p.endings[n%10]++
	}
}

// count adds the deaths of a row to its year. A part that is not stated is taken to be the best estimate.
func (p *profile) count(e *record.Events, row, at int) {
	if e.Deaths == nil || e.Counted != nil && !e.Counted[row] {
		return
	}
	c := e.Deaths[row]
	if !c.Known() || c.Best < 0 {
		return
	}
	p.toll++
	low, high := c.Best, c.Best
	if c.Low == c.Low {
		low, p.ranges = c.Low, true
	}
	if c.High == c.High {
		high, p.ranges = c.High, true
	}
	sum := &p.deaths[at]
	sum.Low, sum.Best, sum.High = sum.Low+low, sum.Best+c.Best, sum.High+high
}

// span finds the years to show.
func (p *profile) span(e *record.Events) {
	years := map[int]int{}
	var calendar days
	for row := range e.When {
		if w := &e.When[row]; w.Known() {
			y, _, _ := calendar.date(w.First)
			years[y]++
		}
	}
	type year struct{ y, n int }
	all := make([]year, 0, len(years))
	for y, n := range years {
		all = append(all, year{y, n})
	}
	if len(all) == 0 {
		return
	}
	slices.SortFunc(all, func(a, b year) int { return cmp.Compare(a.y, b.y) })
	i, j := 0, len(all)-1
	for all[j].y-all[i].y >= mostYears {
		if all[i].n <= all[j].n {
			i++
		} else {
			j--
		}
	}
	p.first, p.last = all[i].y, all[j].y
}

// calendar works out how the exactly dated rows would spread over the days of the month if every day of each month had
// the same chance.
func (p *profile) calendar() {
	for m, n := range p.months {
		length := record.DaysIn(p.first+m/12, m%12+1)
		for day := 1; day <= length; day++ {
			p.expected[day] += float64(n) / float64(length)
		}
	}
	total := 0.0
	for _, v := range p.expected {
		total += v
	}
	if total > 0 {
		for i := range p.expected {
			p.expected[i] *= float64(p.exactDays) / total
		}
	}
}

// days remembers the last day that it took apart: neighbouring rows often share it.
type days struct {
	day     record.Day
	y, m, d int
}

func (c *days) date(day record.Day) (y, m, d int) {
	if c.m == 0 || c.day != day {
		c.day = day
		c.y, c.m, c.d = day.Date()
	}
	return c.y, c.m, c.d
}

func sum(ns []int) int {
	total := 0
	for _, n := range ns {
		total += n
	}
	return total
}
