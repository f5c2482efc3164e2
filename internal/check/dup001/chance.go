package dup001

import (
	"math"

	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/record"
)

// chance estimates how many events of the same actors and the same toll fall near an event by coincidence. It counts only
// what the given pairs need, so that the counters stay small.
type chance struct {
	s    *search
	rows int     // that take part
	span float64 // days from the first event to the last
	n    *grouping.Counter
}

// pseudo is the number of events with the dataset's overall tolls that are added to each actor's own, so that an actor
// with few events does not make its tolls look unusual or usual.
const pseudo = 10

// The keys under which events are counted.
const (
	byActor uint64 = iota + 1
	byToll         // of one actor
	allTolls
	byDay // of one actor
	byPlace
	byDayAndPlace
)

func newChance(s *search, pairs []pair) *chance {
	c := &chance{s: s, n: grouping.NewCounter(len(pairs) * 2 * (4 + 2*(2*s.days+1)))}
	for _, p := range pairs {
		for _, row := range [2]int32{p.a, p.b} {
			for _, key := range c.keys(int(row)) {
				c.n.Want(key)
			}
			for d := -s.days; d <= s.days; d++ {
				day := c.s.e.When[row].First + record.Day(d)
				c.n.Want(c.day(int(row), day))
				c.n.Want(c.dayAndPlace(int(row), day))
			}
		}
	}
	first, last := record.Day(math.MaxInt32), record.Day(math.MinInt32)
	for row, actor := range s.actors {
		if actor == 0 {
			continue
		}
		c.rows++
		w := &s.e.When[row]
		first, last = min(first, w.First), max(last, w.Last)
		c.n.AddWanted(record.Combine(allTolls, c.toll(row)))
		if !c.n.AddWanted(record.Combine(actor, byActor)) {
			continue
		}
		keys := c.keys(row)
		c.n.AddWanted(keys[2])
		c.n.AddWanted(keys[3])
		if c.n.AddWanted(c.day(row, w.First)) {
			c.n.AddWanted(c.dayAndPlace(row, w.First))
		}
	}
	c.span = math.Max(float64(last)-float64(first)+1, 1)
	return c
}

// keys are the keys of a row that do not depend on the day.
func (c *chance) keys(row int) [4]uint64 {
	actor := c.s.actors[row]
	return [4]uint64{
		record.Combine(actor, byActor),
		record.Combine(allTolls, c.toll(row)),
		record.Combine(record.Combine(actor, byToll), c.toll(row)),
		record.Combine(record.Combine(actor, byPlace), c.cell(row)),
	}
}

func (c *chance) day(row int, day record.Day) uint64 {
	return record.Combine(record.Combine(c.s.actors[row], byDay), uint64(uint32(day)))
}

func (c *chance) dayAndPlace(row int, day record.Day) uint64 {
	return record.Combine(record.Combine(record.Combine(c.s.actors[row], byDayAndPlace), uint64(uint32(day))), c.cell(row))
}

func (c *chance) toll(row int) uint64 {
	return uint64(math.Float32bits(c.s.e.Deaths[row].Best))
}

// cell is a square of a quarter of a degree, about 28 km, the area in which coincidences are counted.
func (c *chance) cell(row int) uint64 {
	return uint64(uint32(int32(math.Floor(c.s.e.Lat[row]*4))))<<32 | uint64(uint32(int32(math.Floor(c.s.e.Lon[row]*4))))
}

// expected returns the expected number of further events like x near x and y, without these two.
func (c *chance) expected(x, y int) float64 {
	kx, ky := c.keys(x), c.keys(y)
	total := float64(c.n.Of(kx[0]))

	tollAll := float64(c.n.Of(kx[1])-2) / math.Max(float64(c.rows-2), 1)
	toll := (float64(c.n.Of(kx[2])-2) + pseudo*math.Max(tollAll, 0.5/float64(c.rows))) / (total - 2 + pseudo)

	window := float64(2*c.s.days + 1)
	inTime := math.Max(float64(c.near(x, y, false)-2), total*window/c.span)
	inPlace := float64(max(c.n.Of(kx[3]), c.n.Of(ky[3]))) / total
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
			day := c.s.e.When[row].First + record.Day(d)
			if inCell {
				n += c.n.Of(c.dayAndPlace(row, day))
			} else {
				n += c.n.Of(c.day(row, day))
			}
		}
		most = max(most, n)
	}
	return most
}
