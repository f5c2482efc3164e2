package identity

import (
	"github.com/assaydata/assay/internal/record"
)

func (r *Records) compareDates(i, j int32, levels []uint8) {
	levels[cBirth] = births(r.births.of(i), r.births.of(j))
	levels[cLife] = r.life(i, j)
	levels[cPeriod] = periods(r.active.of(i), r.active.of(j))
}

// births is the level of the two dates of birth that go together best: a list gives several where its sources differ.
func births(a, b []day) uint8 {
	best := uint8(0)
	for _, x := range a {
		for _, y := range b {
			best = max(best, birth(x, y))
		}
	}
	return best
}

const year = 366

func birth(x, y day) uint8 {
	if x.digits != 0 && y.digits != 0 {
		if x.digits == y.digits {
			return 8
		}
		switch n := digitsApart(x.digits, y.digits); {
		case swapped(x.digits, y.digits):
			return 6
		case n == 1, n == 2 && transposed(x.digits, y.digits):
			return 5
		case n == 2:
			return 4
		}
	}
	if x.first > x.last || y.first > y.last {
		return 1
	}
	slack := int32(0)
	if x.approx || y.approx {
		slack = year
	}
	switch {
	case x.first <= y.last+slack && y.first <= x.last+slack:
		if x.first == x.last && y.first == y.last && slack == 0 {
			return 8
		}
		return 7
	case x.first == x.last && y.first == y.last && record.Day(x.first).Year() == record.Day(y.first).Year():
		return 3
	case x.first-y.last <= 3*year && y.first-x.last <= 3*year:
		return 2
	}
	return 1
}

// digitsApart is the number of digits in which two dates differ.
func digitsApart(a, b uint32) int {
	n := 0
	for a > 0 || b > 0 {
		if a%10 != b%10 {
			n++
		}
		a, b = a/10, b/10
	}
	return n
}

// transposed reports whether two neighbouring digits changed places.
func transposed(a, b uint32) bool {
	for p := uint32(1); p < 1e7; p *= 10 {
		x, y := a/p%100, b/p%100
		if x != y && x/10 == y%10 && x%10 == y/10 && a-x*p == b-y*p {
			return true
		}
	}
	return false
}

func swapped(a, b uint32) bool {
	return a/10000 == b/10000 && a/100%100 == b%100 && a%100 == b/100%100
}

// life is the level of what is known of two ends: deaths of both, or the death of one against what the other did later.
func (r *Records) life(i, j int32) uint8 {
	best := uint8(0)
	di, dj := r.deaths.of(i), r.deaths.of(j)
	for _, x := range di {
		for _, y := range dj {
			best = max(best, deaths(x, y))
		}
	}
	if best > 0 {
		return best
	}
	if after(di, r.active.of(j)) || after(dj, r.active.of(i)) {
		return 1
	}
	return 0
}

func deaths(x, y day) uint8 {
	if x.first > x.last || y.first > y.last {
		return 0
	}
	switch gap := max(x.first-y.last, y.first-x.last); {
	case gap <= 0 && x.first == x.last && y.first == y.last:
		return 5
	case gap <= 31:
		return 4
	case gap <= year:
		return 3
	}
	return 2
}

// after reports whether all deaths lie half a year and more before the last time at which somebody was active.
func after(dead, active []day) bool {
	if len(dead) == 0 || len(active) == 0 {
		return false
	}
	last := active[0].first
	for _, a := range active {
		last = max(last, a.first)
	}
	for _, d := range dead {
		if d.first > d.last || last-d.last < year/2 {
			return false
		}
	}
	return true
}

// periods is the level of the times in which two entries are said to have been active.
func periods(a, b []day) uint8 {
	beginA, okA := begin(a)
	beginB, okB := begin(b)
	if ended(a, beginB, okB) || ended(b, beginA, okA) {
		return 1
	}
	if !okA || !okB {
		return 0
	}
	const month = 31
	if beginA.first <= beginB.last && beginB.first <= beginA.last && beginA.last-beginA.first <= 2*month && beginB.last-beginB.first <= 2*month {
		return 3
	}
	return 2
}

// begin is the first beginning among dates of activity.
func begin(list []day) (day, bool) {
	for _, d := range list {
		if !d.ends && d.first <= d.last {
			return d, true
		}
	}
	return day{}, false
}

// ended reports whether a time of activity ends before another begins, or when it begins, as that of a group that takes the place of
// another one.
func ended(list []day, begin day, known bool) bool {
	for _, d := range list {
		if d.ends && known && d.first <= d.last {
			return d.first <= begin.first && d.last <= begin.last
		}
	}
	return false
}
