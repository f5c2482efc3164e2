package dup001

import (
	"math"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/record"
)

// reach bounds how many later rows of a block a row is compared with. Where more rows of the same actors and toll fall
// into one window, coincidence explains any of them, and no pair of them would be shown.
const reach = 32

// longest is the length in days of the longest interval that takes part.
const longest = 7

func run(p *check.Pass) {
	s := newSearch(p)
	pairs := s.candidates(p)
	if len(pairs) == 0 || p.Cancelled() {
		return
	}
	s.chance = newChance(s, pairs)
	likely := pairs[:0]
	for _, c := range pairs {
		c.expected = s.chance.expected(int(c.a), int(c.b))
		odds := 0.005 * s.evidence(int(c.a), int(c.b)) / c.expected
		c.confidence = min(odds/(1+odds), 0.9)
		if c.confidence >= s.least {
			likely = append(likely, c)
		}
	}
	for _, c := range clusters(likely) {
		s.report(p, c)
	}
}

// search holds what pairs are judged by.
type search struct {
	d      *record.Dataset
	e      *record.Events
	a      *grouping.Attributes
	note   *record.Column
	ref    *record.Column
	actors grouping.Keys // actors and target; 0 = takes no part
	blocks grouping.Keys // actors, target and deaths
	chance *chance
	days   int
	km     float64
	least  float64
}

func newSearch(p *check.Pass) *search {
	d := p.Data
	s := &search{
		d: d, e: d.Events, a: grouping.NewAttributes(d), note: d.Role(record.RoleNote), ref: d.Role(record.RoleArticle),
		days: max(p.Int("days"), 0), km: p.Float("km"), least: p.Float("confidence"),
	}
	s.actors = grouping.NewKeys(d.N).Keep(s.takesPart).Columns(grouping.Actors(d)...).Column(d.Role(record.RoleTarget))
	s.blocks = slices.Clone(s.actors).Deaths(s.e.Deaths)
	return s
}

// takesPart reports whether a row has deaths, a date known to about a week and a point known to a division.
func (s *search) takesPart(row int) bool {
	w := &s.e.When[row]
	if !w.Known() || w.Days() > longest || w.Precision == record.TimeMonth || w.Precision == record.TimeLonger {
		return false
	}
	if c := s.e.Deaths[row]; !c.Known() || c.Best <= 0 {
		return false
	}
	where := s.e.Where(row)
	return where.Known() && where.Precision < record.PlaceRegion && !s.a.InSeries(row)
}

// pair is two rows, in file order, that are probably one event.
type pair struct {
	a, b       int32
	confidence float64
	expected   float64 // by coincidence
	km         float64
	gap        int
}

// candidates returns the pairs of one block that are close enough in time and place.
func (s *search) candidates(p *check.Pass) []pair {
	twins := grouping.Equal(s.blocks)
	var out []pair
	var order []uint64
	for i := range twins.Len() {
		if i%4096 == 0 && p.Cancelled() {
			return nil
		}
		// Day and place in the group in one number: sorting numbers is several times as fast as sorting structures.
		rows := twins.At(i)
		order = order[:0]
		for k, r := range rows {
			order = append(order, uint64(uint32(s.e.When[r].First)^1<<31)<<32|uint64(k))
		}
		slices.Sort(order)
		for k, first := range order {
			a := rows[uint32(first)]
			for _, next := range order[k+1 : min(k+1+reach, len(order))] {
				if int(next>>32)-int(first>>32) > s.days+longest-1 {
					break
				}
				b := rows[uint32(next)]
				if c, ok := s.compare(min(a, b), max(a, b)); ok {
					out = append(out, c)
				}
			}
		}
	}
	return out
}

// widest is the largest radius of a point that takes part, in degrees of latitude: 150 km.
const widest = 1.36

// compare looks at time and place of two rows of one block.
func (s *search) compare(a, b int32) (pair, bool) {
	x, y := int(a), int(b)
	if math.Abs(s.e.Lat[x]-s.e.Lat[y]) > max(widest, s.km/110) {
		return pair{}, false
	}
	wx, wy := &s.e.When[x], &s.e.When[y]
	gap := max(int(wx.First-wy.Last), int(wy.First-wx.Last), 0)
	if gap > s.days {
		return pair{}, false
	}
	px, py := s.e.Where(x), s.e.Where(y)
	limit := max(s.km, px.Precision.RadiusKm(), py.Precision.RadiusKm())
	// A degree of latitude is at least 110 km everywhere: most pairs need no trigonometry.
	if math.Abs(px.Lat-py.Lat)*110 > limit {
		return pair{}, false
	}
	km := place.Haversine(px.Lat, px.Lon, py.Lat, py.Lon)
	if !(km <= limit) || s.reportedElsewhere(x, y) || !grouping.SameCells(x, y, grouping.Actors(s.d)...) {
		return pair{}, false
	}
	return pair{a: a, b: b, km: km, gap: gap}, true
}

// reportedElsewhere reports whether another rule on duplicates owns the pair.
func (s *search) reportedElsewhere(x, y int) bool {
	if grouping.SameID(s.d, x, y) || grouping.SameRecord(s.d, x, y) || s.a.Same(x, y) {
		return true
	}
	n := s.note
	return n != nil && n.Lengths != nil && n.Lengths[x] > 60 && grouping.SameCells(x, y, n)
}

// evidence weighs what speaks for one event besides actors, toll, time and place. The weights are judgements.
func (s *search) evidence(x, y int) float64 {
	w := 1.0
	if s.ref != nil && s.ref.Has(x) && grouping.SameCells(x, y, s.ref) {
		w *= 3
	}
	if s.e.When[x].First == s.e.When[y].First {
		w *= 1.5
	}
	if s.a.HasSides() && s.a.SameSides(x, y) {
		w *= 1.5
	}
	return w
}
