package across

import (
	"math"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/record"
)

// Watched is an event that other datasets tell, and whether one dataset has it too. What it is like is taken from the others
// alone, so that it cannot depend on the one in question.
type Watched struct {
	Hit     bool
	Deaths  float64 // at least 1
	Km      float64 // to the capital, NaN where no point is exact to 50 km or the country has none
	Country place.Country
	Kind    record.Kind
	Ref     link.Ref // a record of another dataset
}

// Watch lists the deadly events that other datasets than the given one tell and that it could have: in its countries, within its time, of
// the kinds that it holds. One of which it has a larger event, or a part, counts as one that it has.
func Watch(p *check.Pass, data int32) []Watched {
	in := p.Across
	s := newScope(in.Facts.Result.Datasets[data])
	related := relatedTo(in, data)
	var out []Watched
	for i := range in.Facts.Result.Entities {
		if i%4096 == 0 && p.Cancelled() {
			return nil
		}
		members := in.Facts.Result.Entities[i].Members
		others := 0
		w := Watched{Km: math.NaN(), Deaths: math.NaN()}
		for _, m := range members {
			switch {
			case m.Data == data:
				w.Hit = true
				continue
			case m.Relation != link.Same:
				continue
			}
			others++
			w.Hit = w.Hit || related[m.Ref]
			w.take(in.Facts.Result.Datasets[m.Data], m.Ref, others == 1)
		}
		if others > 0 && w.Deaths >= 1 && s.holds(&w, in.Facts.Result.Datasets[w.Ref.Data]) {
			out = append(out, w)
		}
	}
	return out
}

// take takes in what a record of another dataset says: the larger number of dead, and the first point and kind.
func (w *Watched) take(d *record.Dataset, r link.Ref, first bool) {
	e := d.Events
	row := int(r.Row)
	if e.Deaths != nil {
		if n := float64(e.Deaths[row].Best); n == n && !(w.Deaths > n) {
			w.Deaths = n
		}
	}
	if first {
		w.Ref, w.Country = r, countryOf(d, row)
		if e.Kinds != nil {
			w.Kind = e.Kinds[row]
		}
	}
	if at := e.Where(row); w.Km != w.Km && at.Known() && at.Precision.RadiusKm() <= 50 {
		w.Km = toCapital(w.Country, at.Lat, at.Lon)
	}
}

func countryOf(d *record.Dataset, row int) place.Country {
	c := d.Role(record.RoleCountry)
	if c == nil || !c.Has(row) {
		return place.NoCountry
	}
	text, _ := c.Text(row)
	if n, ok := place.World().FindCountry(text); ok {
		return n
	}
	return place.NoCountry
}

func toCapital(c place.Country, lat, lon float64) float64 {
	if c == place.NoCountry {
		return math.NaN()
	}
	_, a, o, ok := place.World().Capital(c)
	if !ok {
		return math.NaN()
	}
	return place.DistanceKm(lat, lon, a, o)
}

// relatedTo lists the records that some record of a dataset is the same as, a part of, or the whole of.
func relatedTo(in *check.Linkage, data int32) map[link.Ref]bool {
	out := map[link.Ref]bool{}
	for _, p := range in.Linked.Pairs {
		if p.Relation < link.PartOf {
			continue
		}
		if p.A.Data == data {
			out[p.B] = true
		}
		if p.B.Data == data {
			out[p.A] = true
		}
	}
	return out
}

// scope is what a dataset could hold.
type scope struct {
	months    map[int32]bool // in which it has any event
	countries map[place.Country]bool
	kinds     map[record.Kind]int
	n         int
}

func monthOf(d record.Day) int32 {
	y, m, _ := d.Date()
	return int32(y*12 + m - 1)
}

func newScope(d *record.Dataset) *scope {
	s := &scope{months: map[int32]bool{}, countries: map[place.Country]bool{}, kinds: map[record.Kind]int{}, n: d.N}
	for row := range d.N {
		if w := d.Events.When[row]; w.Known() {
			s.months[monthOf(w.First)] = true
		}
		if d.Events.Kinds != nil && d.Events.Deaths != nil && d.Events.Deaths[row].Best >= 1 {
			s.kinds[d.Events.Kinds[row]]++
		}
	}
	// Countries are few: each distinct name once.
	if c := d.Role(record.RoleCountry); c != nil && c.Storage == record.Coded {
		for code, text := range c.Dict.Texts {
			if c.Dict.States[code] == record.Present {
				if n, ok := place.World().FindCountry(text); ok {
					s.countries[n] = true
				}
			}
		}
	}
	return s
}

// holds reports whether a dataset could have an event that another one tells.
func (s *scope) holds(w *Watched, other *record.Dataset) bool {
	day := other.Events.When[w.Ref.Row].First
	return day != record.NoDay && s.months[monthOf(day)] && (len(s.countries) == 0 || s.countries[w.Country]) &&
		float64(s.kinds[w.Kind]) >= 0.01*float64(s.n)
}

// SizeClass is the class of a number of dead: 1, 2-4, 5-9, 10-24, 25 and more.
func SizeClass(deaths float64) int {
	for i, from := range [...]float64{2, 5, 10, 25} {
		if deaths < from {
			return i
		}
	}
	return 4
}

// SizeNames are the names of the classes of [SizeClass].
var SizeNames = [...]string{"1 dead", "2-4 dead", "5-9 dead", "10-24 dead", "25 or more dead"}

// Quarters gives each event the quarter of its distance to the capital among the events of its country, 0 the nearest, -1 where the
// distance is not known.
func Quarters(list []Watched) []int {
	by := map[place.Country][]float64{}
	for _, w := range list {
		if w.Km == w.Km {
			by[w.Country] = append(by[w.Country], w.Km)
		}
	}
	for _, km := range by {
		slices.Sort(km)
	}
	out := make([]int, len(list))
	for i, w := range list {
		out[i] = -1
		if km := by[w.Country]; w.Km == w.Km && len(km) >= 4 {
			at, _ := slices.BinarySearch(km, w.Km) // events of one town are in one quarter
			out[i] = min(3, 4*at/len(km))
		}
	}
	return out
}

// Best is the number of dead that a side counts, in all its rows, 0 where it states none.
func (s *Side) Best() float64 {
	sum := 0.0
	for _, c := range s.Claims {
		low, best, _ := c.Value.Bounds()
		if best != best {
			best = low
		}
		if best == best {
			sum += best
		}
	}
	return sum
}

// Common counts the records of two datasets that the other could have: in its countries, in months for which it has any event,
// of kinds that make at least 1 % of its rows.
func Common(p *check.Pass, a, b int32) (ofA, ofB int) {
	x, y := p.Across.Facts.Result.Datasets[a], p.Across.Facts.Result.Datasets[b]
	return within(x, y), within(y, x)
}

func within(d, other *record.Dataset) int {
	s := newScope(other)
	kinds := map[record.Kind]int{}
	for row := range other.N {
		kinds[kindOf(other, row)]++
	}
	n := 0
	for row := range d.N {
		day := d.Events.When[row].First
		if day != record.NoDay && s.months[monthOf(day)] && (len(s.countries) == 0 || s.countries[countryOf(d, row)]) && 100*kinds[kindOf(d, row)] >= other.N {
			n++
		}
	}
	return n
}

func kindOf(d *record.Dataset, row int) record.Kind {
	if d.Events.Kinds == nil {
		return record.KindUnknown
	}
	return d.Events.Kinds[row]
}
