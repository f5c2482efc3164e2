package across

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// Side is what one dataset says of a field of an event.
type Side struct {
	Data   *record.Dataset
	Index  int32
	Claims []*fact.Claim // of records of the event itself; the further rows of an event that is told over several are left out
	Parts  []*fact.Claim // of records of its parts
}

// Sides lists what the datasets say of a field, those that have a record of the event itself, in the order of the datasets.
func (e *Event) Sides(f fact.Field) []Side {
	stated := e.Fact(f)
	if stated == nil {
		return nil
	}
	var out []Side
	for _, d := range e.Datasets() {
		s := Side{Data: e.in.Facts.Result.Datasets[d], Index: d}
		for i := range stated.Claims {
			c := &stated.Claims[i]
			switch {
			case c.Data != d || c.Repeat:
			case c.Relation == link.Same:
				s.Claims = append(s.Claims, c)
			default:
				s.Parts = append(s.Parts, c)
			}
		}
		if len(s.Claims) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// Text is what the dataset says, each value once; numbers of several rows as a sum.
func (s *Side) Text() string {
	var list []string
	if c := s.Claims[0]; c.Value.Count.Low == c.Value.Count.Low || c.Value.Count.Best == c.Value.Count.Best {
		for _, c := range s.Claims {
			list = append(list, said(c))
		}
		out := strings.Join(list, " + ")
		if n := s.inParts(); n > 0 {
			out += fmt.Sprintf(" (and %s in rows about parts)", wording.Total(n))
		}
		return out
	}
	for _, c := range s.Claims {
		if t := said(c); !slices.Contains(list, t) {
			list = append(list, t)
		}
	}
	return strings.Join(list, " and ")
}

// said is what a claim says, and that a reviewer decided so where its cell says something else.
func said(c *fact.Claim) string {
	if c.Decided != "" {
		return c.Value.String() + " (decided)"
	}
	return c.Value.String()
}

// inParts is the number that the records of parts count.
func (s *Side) inParts() float64 {
	sum := 0.0
	for _, c := range s.Parts {
		if _, best, _ := c.Value.Bounds(); best == best {
			sum += best
		}
	}
	return sum
}

// Say puts all sides next to each other: "acled 3, ged 12 (10 to 20)".
func Say(sides []Side) string {
	var out []string
	for i := range sides {
		out = append(out, sides[i].Data.Name+" "+sides[i].Text())
	}
	return strings.Join(out, ", ")
}

// interval is one way to read what a side says.
type interval struct {
	low, high float64
	lat, lon  float64 // of a place, whose radius is high
}

// readings lists all ways in which what a side says can be taken: each record by itself, and for numbers and dates also all
// of them together, with and without the parts, since a dataset may tell an event in several rows where another has one.
func (s *Side) readings(f fact.Field) []interval {
	var out []interval
	together := interval{low: math.NaN()}
	add := func(list []*fact.Claim, alone bool) {
		for _, c := range list {
			i, ok := read(f, &c.Value)
			if !ok {
				continue
			}
			if alone {
				out = append(out, i)
			}
			switch {
			case together.low != together.low:
				together = i
			case f == fact.Date:
				together.low, together.high = min(together.low, i.low), max(together.high, i.high)
			default:
				together.low, together.high = together.low+i.low, together.high+i.high
			}
		}
		if f != fact.Place && together.low == together.low {
			out = append(out, together)
		}
	}
	add(s.Claims, true)
	if len(s.Parts) > 0 {
		add(s.Parts, f == fact.Place || f == fact.Date)
	}
	return out
}

func read(f fact.Field, v *fact.Value) (i interval, ok bool) {
	switch f {
	case fact.Date:
		first, last := v.Days()
		return interval{low: float64(first), high: float64(last)}, first != record.NoDay
	case fact.Place:
		return interval{lat: v.Lat, lon: v.Lon, high: v.Radius}, v.Lat == v.Lat && !math.IsInf(v.Radius, 1)
	}
	low, _, high := v.Bounds()
	return interval{low: low, high: high}, low == low && (low > 0 || !math.IsInf(high, 1))
}

// Gap is how far two sides lie apart beyond the precision of both.
type Gap struct {
	A, B     *Side
	Low      float64 // numbers: the most that the lower side allows
	High     float64 // numbers: the least that the higher side allows
	Distance float64 // persons, days or km
}

// Furthest finds the two sides that lie furthest apart, however each is read; false where all can be right. Where some that
// differ are linked without doubt, it is the furthest of these.
func (e *Event) Furthest(f fact.Field, sides []Side) (worst Gap, ok bool) {
	all := make([][]interval, len(sides))
	for i := range sides {
		all[i] = sides[i].readings(f)
	}
	sure := false
	for i := range sides {
		for j := range i {
			g, differ := nearest(f, all[j], all[i])
			if !differ {
				continue
			}
			d := e.Weigh(&sides[j], &sides[i])
			if d.Linked < Likely {
				continue
			}
			linked := d.Sure()
			if ok && (sure && !linked || sure == linked && g.Distance <= worst.Distance) {
				continue
			}
			g.A, g.B = &sides[j], &sides[i]
			if g.swapped {
				g.A, g.B = g.B, g.A
			}
			worst, ok, sure = g.Gap, true, linked
		}
	}
	return worst, ok
}

type oriented struct {
	Gap
	swapped bool // the second side is the lower one
}

// nearest is the gap between the two readings that go together best; there is none where any two overlap.
func nearest(f fact.Field, xs, ys []interval) (g oriented, differ bool) {
	for _, x := range xs {
		for _, y := range ys {
			n := oriented{}
			if f == fact.Place {
				n.Distance = place.DistanceKm(x.lat, x.lon, y.lat, y.lon) - x.high - y.high
			} else {
				n.Low, n.High = x.high, y.low
				if y.high < x.low {
					n.Low, n.High, n.swapped = y.high, x.low, true
				}
				n.Distance = n.High - n.Low
			}
			if n.Distance <= 0 {
				return oriented{}, false
			}
			if !differ || n.Distance < g.Distance {
				g, differ = n, true
			}
		}
	}
	return g, differ
}
