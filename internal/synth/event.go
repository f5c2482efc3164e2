package synth

import (
	"math"
	"math/rand/v2"

	"github.com/assaydata/assay/internal/record"
)

// kinds of invented events, in the proportions of real data.
const (
	battle = iota
	attack
	bombing
	protest
	riot
	numKinds
)

// event is one invented event before it is written in a layout.
type event struct {
	n         int // serial number from 1
	kind      int
	country   *country
	site      *site
	first     record.Day
	last      record.Day
	timePrec  int // 1 day, 2 week, 3 month
	placePrec int // 1 named place, 2 near it
	lat, lon  float64
	actor1    string
	actor2    string
	ally1     string
	class1    int // ACLED class: 1 state, 2 rebels, 3 political militia, 4 identity militia, 5 rioters, 6 protesters, 7 civilians
	class2    int
	deaths    int
	injured   int
	sources   []string // 1-3 outlets
	size      int      // of a crowd
	noise     uint64

	serial          int // of the events of the same day, from 1
	serialInCountry int
}

const (
	firstYear = 2010
	numYears  = 10
)

// generator draws events. Strict generators never draw two events that could be taken for one.
type generator struct {
	r      *rand.Rand
	world  []country
	strict bool
	n      int
	span   int
	start  record.Day
	recent map[[2]string][]event
	armed  bool // only armed violence
	lethal bool // only armed violence with at least one dead
	days   []int
	byLand []int
}

func newGenerator(seed uint64, years int, strict bool) *generator {
	if years == 0 {
		years = numYears
	}
	start, _ := record.MakeDay(firstYear, 1, 1)
	end, _ := record.MakeDay(firstYear+years, 1, 1)
	return &generator{
		r: rand.New(rand.NewPCG(seed, 0x5eed)), world: world(), strict: strict, span: int(end - start), start: start,
		recent: map[[2]string][]event{}, days: make([]int, end-start), byLand: make([]int, len(countries)),
	}
}

// next draws one event.
func (g *generator) next() event {
	g.n++
	for {
		e := g.draw()
		e.n = g.n
		if g.strict && !g.fresh(&e) {
			continue
		}
		g.days[e.first-g.start]++
		e.serial = g.days[e.first-g.start]
		for i := range g.world {
			if &g.world[i] == e.country {
				g.byLand[i]++
				e.serialInCountry = g.byLand[i]
			}
		}
		return e
	}
}

// fresh reports whether no earlier event has the same sides within 12 days and 60 km.
func (g *generator) fresh(e *event) bool {
	key := [2]string{min(e.actor1, e.actor2), max(e.actor1, e.actor2)}
	for _, o := range g.recent[key] {
		if e.first-o.last <= 12 && o.first-e.last <= 12 {
			dy, dx := (e.lat-o.lat)*111.2, (e.lon-o.lon)*111.2*math.Cos(e.lat*math.Pi/180)
			if dx*dx+dy*dy < 60*60 {
				return false
			}
		}
	}
	g.recent[key] = append(g.recent[key], *e)
	return true
}

func (g *generator) draw() event {
	r := g.r
	c := &g.world[r.IntN(len(g.world))]
	e := event{country: c, site: &c.places[r.IntN(len(c.places))], noise: r.Uint64(), placePrec: 1, timePrec: 1}
	e.first = g.start + record.Day(r.IntN(g.span))
	e.last = e.first
	switch p := r.Float64(); {
	case p < 0.04:
		e.timePrec = 3
		y, m, _ := e.first.Date()
		e.first, _ = record.MakeDay(y, m, 1)
		e.last, _ = record.MakeDay(y, m, record.DaysIn(y, m))
	case p < 0.12:
		e.timePrec = 2
		e.last = e.first + record.Day(1+r.IntN(5))
		if e.last.Year() != e.first.Year() {
			e.last = e.first
			e.timePrec = 1
		}
	}
	e.lat, e.lon = e.site.lat, e.site.lon
	if r.Float64() < 0.2 {
		e.placePrec = 2
	}
	e.kind = [...]int{battle, battle, battle, attack, attack, attack, bombing, protest, protest, riot}[r.IntN(10)]
	if g.lethal || g.armed {
		e.kind = [...]int{battle, attack, attack, bombing}[r.IntN(4)]
	}
	g.sides(&e)
	g.toll(&e)
	n := 1
	if p := r.Float64(); p < 0.12 {
		n = 3
	} else if p < 0.45 {
		n = 2
	}
	at := r.IntN(len(outlets))
	for i := range n {
		e.sources = append(e.sources, outlets[(at+i*7)%len(outlets)])
	}
	return e
}

// sides draws the actors of an event.
func (g *generator) sides(e *event) {
	r, c := g.r, e.country
	regime := c.regimes[0]
	if e.first.Year() >= 2015 {
		regime = c.regimes[1]
	}
	if e.last.Year() >= 2015 && e.first.Year() < 2015 {
		e.last = e.first
		e.timePrec = 1
	}
	rebels := c.rebels[r.IntN(len(c.rebels))]
	militia := c.militia[r.IntN(len(c.militia))]
	unknown := "Unidentified Armed Group (" + c.name + ")"
	civilians := "Civilians (" + c.name + ")"
	pick := r.Float64()
	switch e.kind {
	case battle:
		switch {
		case pick < 0.65:
			e.actor1, e.class1, e.actor2, e.class2 = regime, 1, rebels, 2
		case pick < 0.85:
			e.actor1, e.class1, e.actor2, e.class2 = rebels, 2, militia, 3
		default:
			e.actor1, e.class1, e.actor2, e.class2 = unknown, 3, regime, 1
		}
	case attack, bombing:
		switch {
		case pick < 0.5:
			e.actor1, e.class1 = rebels, 2
		case pick < 0.7:
			e.actor1, e.class1 = militia, 3
		case pick < 0.85:
			e.actor1, e.class1 = regime, 1
		default:
			e.actor1, e.class1 = unknown, 3
		}
		e.actor2, e.class2 = civilians, 7
	case protest:
		e.actor1, e.class1 = "Protesters ("+c.name+")", 6
		e.size = 20 + r.IntN(4000)
	case riot:
		e.actor1, e.class1 = "Rioters ("+c.name+")", 5
		if pick < 0.4 {
			e.actor2, e.class2 = regime, 1
		}
	}
	if pick > 0.9 && e.kind != protest {
		e.ally1 = militia
	}
	if e.ally1 == e.actor1 || e.ally1 == e.actor2 {
		e.ally1 = ""
	}
}

// toll draws deaths from a long-tailed distribution without preference for round numbers.
func (g *generator) toll(e *event) {
	switch e.kind {
	case protest:
		return
	case riot:
		if g.r.Float64() < 0.8 {
			return
		}
	default:
		if !g.lethal && g.r.Float64() < 0.3 {
			return
		}
	}
	e.lethal(g)
}

func (e *event) lethal(g *generator) {
	e.deaths = 1 + int(math.Exp(g.r.NormFloat64()*1.15+0.8))
	if e.deaths > 180 {
		e.deaths = 1 + g.r.IntN(180)
	}
	e.injured = g.r.IntN(2*e.deaths + 3)
}
