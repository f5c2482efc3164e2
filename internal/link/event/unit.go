package event

import (
	"slices"

	"github.com/assaydata/assay/internal/link"
)

// unitDays bounds the days over which rows make up one event, unless one of them alone is longer.
const unitDays = 2

// severalRows is from how many rows on the rows of an event are not counted any more.
const severalRows = 3

// setUnits finds the rows of one dataset into which it splits one event, or tells it twice: the rows of one event (SCAD has one
// for each place), rows with one note of one day and place (ACLED codes two rows where two sorts of victims die), and rows
// whose notes nearly agree. Whatever is the same as one of them may be the same as the others, and their dead may have to be
// added up. Tables of claims hold many rows about one event by design and are left out.
func (r *Records) setUnits(pairs []link.Candidate) {
	u := link.NewUnion(r.N())
	bySeries := map[[2]uint64]int32{}
	for i, s := range r.series {
		if s == 0 {
			continue
		}
		k := [2]uint64{uint64(r.data[i]), s}
		if first, ok := bySeries[k]; ok {
			u.Join(first, int32(i))
		} else {
			bySeries[k] = int32(i)
		}
	}
	first, last := slices.Clone(r.first), slices.Clone(r.last)
	for _, p := range pairs {
		if r.data[p.A] != r.data[p.B] || r.claims[r.data[p.A]] || !r.oneUnit(p.A, p.B) {
			continue
		}
		// A stock note that returns every day must not chain years into one event.
		a, b := u.Find(p.A), u.Find(p.B)
		from, to := min(first[a], first[b]), max(last[a], last[b])
		if longest := max(r.last[p.A]-r.first[p.A], r.last[p.B]-r.first[p.B], unitDays); to-from > longest {
			continue
		}
		first[a], first[b], last[a], last[b] = from, from, to, to
		u.Join(a, b)
	}
	r.unit = make([]int32, r.N())
	r.sums = make([]count, r.N())
	r.rows = make([]uint8, r.N())
	sum := map[int32]count{}
	for i := range r.unit {
		r.unit[i] = u.Find(int32(i))
		size := u.Size(int32(i))
		r.rows[i] = uint8(min(size, severalRows))
		if size > 1 {
			s := sum[r.unit[i]]
			if d := r.deaths[i]; d.low == d.low {
				s.low, s.high, s.best = s.low+d.low, s.high+d.high, s.best+best(d)
			}
			sum[r.unit[i]] = s
		}
	}
	for i := range r.sums {
		r.sums[i] = r.deaths[i]
		// Rows of one series repeat the total (SCAD), so that adding them up would count it twice.
		if s, ok := sum[r.unit[i]]; ok && r.series[i] == 0 {
			r.sums[i] = s
		}
	}
}

// setDaySums adds up the dead of the records of one dataset that are near each other on one day, and of linked incidents: a record
// of another dataset may tell them as one.
func (r *Records) setDaySums(pairs []link.Candidate) {
	day := make([]float32, r.N())
	for i := range day {
		day[i] = r.toll(int32(i))
	}
	for _, p := range pairs {
		if p.Keys&1 != 0 && r.data[p.A] == r.data[p.B] && r.first[p.A] == r.first[p.B] && r.km(p.A, p.B) <= 10 {
			day[p.A] += r.toll(p.B)
			day[p.B] += r.toll(p.A)
		}
	}
	series := map[[2]uint64]float32{}
	for i, s := range r.linked {
		if s != 0 {
			series[[2]uint64{uint64(r.data[i]), s}] += r.toll(int32(i))
		}
	}
	r.daySums = make([]count, r.N())
	for i := range day {
		sum := day[i]
		if s := r.linked[i]; s != 0 {
			sum = max(sum, series[[2]uint64{uint64(r.data[i]), s}])
		}
		r.daySums[i] = count{sum, sum, sum}
	}
}

func (r *Records) toll(i int32) float32 {
	if v := best(r.deaths[i]); v == v {
		return v
	}
	return 0
}

// oneUnit reports whether two rows of one dataset tell of one event.
func (r *Records) oneUnit(i, j int32) bool {
	if r.first[j]-r.last[i] > 1 || r.first[i]-r.last[j] > 1 {
		return false
	}
	switch {
	case r.lat[i] == r.lat[i] && r.lat[j] == r.lat[j]:
		if r.km(i, j) > 5 {
			return false
		}
	case common(r.places.of(i), r.places.of(j)) == 0:
		return false // without points, the name of the place must say that it is one
	}
	if r.extent[i]&r.extent[j]&extentLinked != 0 {
		return false // linked incidents are told apart on purpose
	}
	if r.twice(i, j) {
		return true
	}
	if r.note[i] != 0 && r.note[i] == r.note[j] {
		return true
	}
	if r.compareKind(i, j) == 4 {
		return false
	}
	f := focus{Records: r, i: -1}
	f.on(i)
	similar, shared := f.compareText(j)
	return similar == 6 && shared >= 3
}
