package con017

import (
	"fmt"
	"math"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	across.Each(p, func(e *across.Event) {
		if !points(p, e) {
			country(p, e)
		}
	})
}

// leastKm is the distance beyond what precision allows from which on there is something to say: the radii are round numbers.
const leastKm = 2

// sure is the least probability of one event for more than a note. It is higher than elsewhere: that the places differ speaks against one
// event, too, and two events of one day are the likelier explanation the less the rest tells.
const sure = 0.9

// points compares where the datasets put the event on the map.
func points(p *check.Pass, e *across.Event) bool {
	sides := e.Sides(fact.Place)
	gap, ok := e.Furthest(fact.Place, sides)
	if !ok || gap.Distance < leastKm {
		return false
	}
	x := across.Finding(e, fact.Place, across.Odd(e.Fact(fact.Place), gap.A, gap.B), sides)
	d := e.Weigh(gap.A, gap.B)
	km := nearest(gap.A, gap.B)
	x.Severity, x.Confidence, x.Weight = check.Warning, d.Confidence(), gap.Distance
	x.Message = fmt.Sprintf("%s: places differ by %s km: %s", e.Head(), wording.Thousands(int(math.Round(km))), say(e, sides))
	x.Found = fmt.Sprintf("%.0f km", km)
	x.Expected = fmt.Sprintf("at most %.0f km, as far as both points are exact", km-gap.Distance)
	x.Why = fmt.Sprintf("the two points lie %.0f km further apart than their stated precision allows; %s", gap.Distance, e.Support(d))
	x.Help = "find the place in both sources; one of two places of one name, or a unit's seat for an unknown village, is common; lower the stated precision where the place is not known"
	if gap.Distance < p.Float("km") || d.Linked < sure {
		x.Severity = check.Note
	}
	p.Report(x)
	return true
}

// nearest is the distance between the nearest two points of two sides.
func nearest(a, b *across.Side) float64 {
	km := math.Inf(1)
	for _, x := range a.Claims {
		for _, y := range b.Claims {
			km = min(km, place.DistanceKm(x.Value.Lat, x.Value.Lon, y.Value.Lat, y.Value.Lon))
		}
	}
	return km
}

// say names the places and the units in which the datasets put the event.
func say(e *across.Event, sides []across.Side) string {
	out := ""
	for i := range sides {
		s := &sides[i]
		if out != "" {
			out += ", "
		}
		out += s.Data.Name + " " + name(e, fact.PlaceName, s)
		if unit := name(e, fact.Admin1, s); unit != "" {
			out += " (" + unit + ")"
		}
	}
	return out
}

func name(e *across.Event, f fact.Field, s *across.Side) string {
	if stated := e.Fact(f); stated != nil {
		for _, c := range stated.Claims {
			if c.Ref == s.Claims[0].Ref {
				return c.Value.Text
			}
		}
	}
	if f == fact.PlaceName {
		return s.Claims[0].Value.String()
	}
	return ""
}

// country compares the countries where no points could be.
func country(p *check.Pass, e *across.Event) {
	f := e.Fact(fact.Country)
	if f == nil || f.Verdict < fact.Contested {
		return
	}
	a, b, ok := across.Against(e, fact.Country, nil)
	if !ok {
		return
	}
	sides := e.Sides(fact.Country)
	x := across.Finding(e, fact.Country, b, sides)
	d := e.Weigh(a, b)
	x.Severity, x.Confidence, x.Weight = check.Warning, min(d.Confidence(), 0.7), 1
	x.Message = fmt.Sprintf("%s: countries differ: %s", e.Head(), across.Say(sides))
	x.Found, x.Expected = b.Text(), a.Text()
	x.Why = e.Support(d) + "; their points, with their precision, can be one place"
	x.Help = "near a border find the place in both sources; a country's name may also follow the map of another year"
	if !d.Sure() {
		x.Severity = check.Note
	}
	p.Report(x)
}
