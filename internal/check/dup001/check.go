package dup001

import (
	"cmp"
	"math"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/record"
)

// reach bounds how many later rows of a block a row is compared with. Where more rows of the same actors and toll fall
// into one window, coincidence explains any of them, and no pair of them would be shown.
const reach = 64

// longest is the length in days of the longest interval that takes part.
const longest = 7

func run(p *check.Pass) {
	s := newSearch(p)
	pairs := s.pairs(p)
	if p.Cancelled() {
		return
	}
	for _, c := range clusters(pairs) {
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
	blocks grouping.Keys // actors, target and deaths; 0 = takes no part
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
	actors := grouping.NewKeys(d.N).Keep(s.takesPart)
	actors.Columns(grouping.Actors(d)...).Column(d.Role(record.RoleTarget))
	s.chance = newChance(s, actors)
	s.blocks = slices.Clone(actors).Deaths(s.e.Deaths)
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

func (s *search) pairs(p *check.Pass) []pair {
	type entry struct {
		block uint64
		day   record.Day
		row   int32
	}
	twins := grouping.Equal(s.blocks)
	entries := make([]entry, 0, twins.Rows())
	for i := range twins.Len() {
		for _, r := range twins.At(i) {
			entries = append(entries, entry{s.blocks[r], s.e.When[r].First, r})
		}
	}
	slices.SortFunc(entries, func(x, y entry) int {
		return cmp.Or(cmp.Compare(x.block, y.block), cmp.Compare(x.day, y.day), cmp.Compare(x.row, y.row))
	})
	var out []pair
	for i, x := range entries {
		if i%65536 == 0 && p.Cancelled() {
			return nil
		}
		for _, y := range entries[i+1 : min(i+1+reach, len(entries))] {
			if y.block != x.block || int(y.day-x.day) > s.days+longest-1 {
				break
			}
			if c, ok := s.compare(min(x.row, y.row), max(x.row, y.row)); ok {
				out = append(out, c)
			}
		}
	}
	return out
}

// compare judges two rows of one block.
func (s *search) compare(a, b int32) (pair, bool) {
	x, y := int(a), int(b)
	wx, wy := s.e.When[x], s.e.When[y]
	gap := max(int(wx.First-wy.Last), int(wy.First-wx.Last), 0)
	if gap > s.days {
		return pair{}, false
	}
	px, py := s.e.Where(x), s.e.Where(y)
	limit := max(s.km, px.Precision.RadiusKm(), py.Precision.RadiusKm())
	// A degree of latitude is 111 km everywhere: most pairs need no trigonometry.
	if math.Abs(px.Lat-py.Lat)*111 > limit {
		return pair{}, false
	}
	km := place.Haversine(px.Lat, px.Lon, py.Lat, py.Lon)
	if !(km <= limit) || s.reportedElsewhere(x, y) || !grouping.SameCells(x, y, grouping.Actors(s.d)...) {
		return pair{}, false
	}
	expected := s.chance.expected(x, y)
	odds := 0.005 * s.evidence(x, y) / expected
	c := pair{a: a, b: b, confidence: min(odds/(1+odds), 0.9), expected: expected, km: km, gap: gap}
	return c, c.confidence >= s.least
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
