package dup001

import (
	"math"

	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/record"
)

// chance estimates how many events of the same actors and the same toll fall near an event by coincidence.
type chance struct {
	s      *search
	actors grouping.Keys

	rows            int // that take part
	span            float64
	byActor, byToll *grouping.Counter // toll by actor
	allTolls        *grouping.Counter // toll in the whole dataset
	byDay, byPlace  *grouping.Counter // of one actor
	byDayAndPlace   *grouping.Counter
}

// pseudo is the number of events with the dataset's overall tolls that are added to each actor's own, so that an actor
// with few events does not make its tolls look unusual or usual.
const pseudo = 10

func newChance(s *search, actors grouping.Keys) *chance {
	c := &chance{s: s, actors: actors}
	first, last := record.Day(math.MaxInt32), record.Day(math.MinInt32)
	for row, key := range actors {
		if key == 0 {
			continue
		}
		c.rows++
		first, last = min(first, s.e.When[row].First), max(last, s.e.When[row].Last)
	}
	c.span = math.Max(float64(last)-float64(first)+1, 1)
	counters := []**grouping.Counter{&c.byActor, &c.byToll, &c.allTolls, &c.byDay, &c.byPlace, &c.byDayAndPlace}
	for _, p := range counters {
		*p = grouping.NewCounter(c.rows)
	}
	for row, key := range actors {
		if key == 0 {
			continue
		}
		day, cell := s.e.When[row].First, c.cell(row)
		c.byActor.Add(key)
		c.byToll.Add(record.Combine(key, c.toll(row)))
		c.allTolls.Add(c.toll(row) + 1)
		c.byDay.Add(dayKey(key, day))
		c.byPlace.Add(record.Combine(key, cell))
		c.byDayAndPlace.Add(record.Combine(dayKey(key, day), cell))
	}
	return c
}

func (c *chance) toll(row int) uint64 {
	return uint64(math.Float32bits(c.s.e.Deaths[row].Best))
}

// cell is a square of a quarter of a degree, about 28 km, the area in which coincidences are counted.
func (c *chance) cell(row int) uint64 {
	return uint64(uint32(int32(math.Floor(c.s.e.Lat[row]*4))))<<32 | uint64(uint32(int32(math.Floor(c.s.e.Lon[row]*4))))
}

func dayKey(actor uint64, day record.Day) uint64 { return record.Combine(actor, uint64(uint32(day))) }

// expected returns the expected number of further events like x near x and y, without these two.
func (c *chance) expected(x, y int) float64 {
	key := c.actors[x]
	total := float64(c.byActor.Of(key))

	tollAll := float64(c.allTolls.Of(c.toll(x)+1)-2) / math.Max(float64(c.rows-2), 1)
	toll := (float64(c.byToll.Of(record.Combine(key, c.toll(x)))-2) + pseudo*math.Max(tollAll, 0.5/float64(c.rows))) / (total - 2 + pseudo)

	window := float64(2*c.s.days + 1)
	inTime := math.Max(float64(c.near(x, y, false)-2), total*window/c.span)
	inPlace := float64(max(c.byPlace.Of(record.Combine(key, c.cell(x))), c.byPlace.Of(record.Combine(key, c.cell(y))))) / total
	near := inTime
	if !c.coarse(x) && !c.coarse(y) {
		near = inTime*inPlace + float64(max(c.near(x, y, true)-2, 0))
	}
	return math.Max(near*toll, 1e-9)
}

// coarse reports whether the point stands for more than a cell.
func (c *chance) coarse(row int) bool { return c.s.e.Where(row).Precision.RadiusKm() > 28 }

// near counts the events of the same actors in the window around x or around y, whichever has more, in their cell or
// anywhere.
func (c *chance) near(x, y int, inCell bool) int {
	most := 0
	for _, row := range [2]int{x, y} {
		n := 0
		for d := -c.s.days; d <= c.s.days; d++ {
			key := dayKey(c.actors[row], c.s.e.When[row].First+record.Day(d))
			if inCell {
				n += c.byDayAndPlace.Of(record.Combine(key, c.cell(row)))
			} else {
				n += c.byDay.Of(key)
			}
		}
		most = max(most, n)
	}
	return most
}
