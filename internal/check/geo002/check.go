package geo002

import (
	"fmt"
	"math"
	"slices"
	"sync"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/check/territory"
	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// suspect is a row whose point is not where the row says; unit is where it is.
type suspect struct {
	row       int32
	unit      place.Unit
	inCountry bool // only the first-level unit differs
}

func run(p *check.Pass) {
	s := territory.NewStated(p.Data)
	suspects := search(p, s)
	if p.Cancelled() {
		return
	}
	countries(p, s, suspects)
	if p.Bool("units") {
		units(p, s, suspects)
	}
	unknown(p, s)
}

// chunk is the number of rows that one goroutine takes at a time.
const chunk = 1 << 15

// search locates the point of every row. This is the dearest loop of all rules, so several goroutines share it; the result
// is in the order of the rows whatever their number.
func search(p *check.Pass, s *territory.Stated) []suspect {
	n := p.Data.N
	found := make([][]suspect, (n+chunk-1)/chunk)
	next := make(chan int, len(found))
	for i := range found {
		next <- i
	}
	close(next)
	var wg sync.WaitGroup
	for range min(len(found), 4) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			finder := s.NewFinder()
			for i := range next {
				if p.Cancelled() {
					return
				}
				found[i] = searchRows(p.Data.Events, s, finder, i*chunk, min((i+1)*chunk, n))
			}
		}()
	}
	wg.Wait()
	return slices.Concat(found...)
}

func searchRows(e *record.Events, s *territory.Stated, finder *territory.Finder, from, to int) (out []suspect) {
	for row := from; row < to; row++ {
		lat, lon := e.Lat[row], e.Lon[row]
		if math.IsNaN(lat) || math.IsNaN(lon) || lat == 0 && lon == 0 || !s.Known(row) {
			continue
		}
		if e.PlacePrec != nil && e.PlacePrec[row] == record.PlaceCountry {
			continue
		}
		if spot := finder.Find(row); !spot.InUnit {
			out = append(out, suspect{int32(row), spot.Unit, spot.InCountry})
		}
	}
	return out
}

// distances remembers how far points lie outside what their rows state, since misplaced points repeat.
type distances struct {
	least float64 // distances up to this one need not be exact
	km    map[distanceKey]float64
}

type distanceKey struct {
	lat, lon       float64
	country, admin uint32
	year           int
}

// nearby stands for a distance between 0 and the least one that matters.
const nearby = 1e-3

// toCountry returns how far a row's point lies outside the stated country, and the key under which equal rows are found.
func (m *distances) toCountry(s *territory.Stated, e *record.Events, row int) (distanceKey, float64) {
	key := distanceKey{lat: e.Lat[row], lon: e.Lon[row], country: s.CountryCode(row)}
	if s.Varies(row) {
		key.year = e.When[row].First.Year()
	}
	d, ok := m.km[key]
	if !ok {
		d = nearby
		if territory, _ := s.Index.Disputed(key.lat, key.lon); territory != "" || !s.NearCountry(row, key.lat, key.lon, m.least) {
			d = s.Index.Outside(s.Countries(row), key.lat, key.lon)
		}
		m.km[key] = d
	}
	return key, d
}

// toUnit is toCountry for the stated first-level unit.
func (m *distances) toUnit(s *territory.Stated, e *record.Events, row int) (distanceKey, float64) {
	key := distanceKey{lat: e.Lat[row], lon: e.Lon[row], country: s.CountryCode(row), admin: s.AdminCode(row)}
	d, ok := m.km[key]
	if !ok {
		if d = nearby; !s.NearUnit(row, key.lat, key.lon, m.least) {
			d = s.Index.DistanceToUnits(s.Units(row), key.lat, key.lon)
		}
		m.km[key] = d
	}
	return key, d
}

// tolerance is the distance below which a row's point is not reported.
func tolerance(e *record.Events, row int, least float64) float64 {
	if e.PlacePrec == nil {
		return least
	}
	switch prec := e.PlacePrec[row]; prec {
	case record.PlaceExact, record.PlaceUnstated:
		return least
	default:
		return max(least, prec.RadiusKm())
	}
}

// farKm is the distance from which on a point on another country's land cannot be a matter of how a border is drawn.
const farKm = 50

// twins gathers rows with the same point and the same stated area: one finding for all of them.
type twins struct {
	order []*twin
	index map[distanceKey]*twin
}

type twin struct {
	rows []int32
	km   float64
	unit place.Unit
}

func (t *twins) add(key distanceKey, x suspect, km float64) {
	if t.index == nil {
		t.index = map[distanceKey]*twin{}
	}
	w := t.index[key]
	if w == nil {
		w = &twin{km: km, unit: x.unit}
		t.index[key] = w
		t.order = append(t.order, w)
	}
	w.rows = append(w.rows, x.row)
}

func countries(p *check.Pass, s *territory.Stated, suspects []suspect) {
	e := p.Data.Events
	memory := distances{p.Float("tolerance_km"), map[distanceKey]float64{}}
	claimed := claims{}
	outside := twins{}
	for _, x := range suspects {
		if x.inCountry {
			continue
		}
		row := int(x.row)
		key, km := memory.toCountry(s, e, row)
		if km == 0 {
			claimed.add(s, row, e.Lat[row], e.Lon[row])
		} else if km > tolerance(e, row, p.Float("tolerance_km")) {
			outside.add(key, x, km)
		}
	}
	for _, w := range outside.order {
		reportCountry(p, s, w)
	}
	claimed.report(p, s)
}

func reportCountry(p *check.Pass, s *territory.Stated, w *twin) {
	e := p.Data.Events
	row := int(w.rows[0])
	lat, lon := e.Lat[row], e.Lon[row]
	if _, ok := s.Explain(row, lat, lon); ok {
		return
	}
	f := check.Finding{
		Row: row, Column: p.Col(record.RoleCountry), Marked: p.Cols(record.RoleLat, record.RoleLon, record.RolePlace),
		Related: tabular.Refs(p.Data, w.rows[1:], p.Col(record.RoleCountry), tabular.MaxRelated), Alike: len(w.rows) - 1,
		Severity: check.Warning, Confidence: 0.8,
		Message: fmt.Sprintf("%s lies %s outside %s, %s%s", territory.Coordinates(lat, lon), territory.Km(w.km), s.Country(row),
			territory.Where(s.Index, lat, lon), more(w.rows)),
		Why:      "boundaries of Natural Earth; the tolerance for " + precisionOf(e, row) + " is " + territory.Km(tolerance(e, row, p.Float("tolerance_km"))),
		Help:     "look the place up in the source: correct the point, or the country",
		Expected: "a point in " + s.Country(row), Found: territory.Coordinates(lat, lon),
		Weight: w.km,
	}
	switch {
	case w.unit < 0 && w.km <= farKm: // mostly islands and reefs that the boundaries do not have
		f.Severity, f.Confidence = check.Note, 0.4
		f.Help = "nothing to do for events at sea or on an island that the boundaries lack"
	case w.unit < 0:
		f.Confidence = 0.6
		f.Help = "if the event happened at sea, the row is right: leave it out of counts on land"
	case w.km > farKm:
		f.Severity, f.Confidence = check.Error, 0.95
	}
	p.Report(f)
}

// more says how many rows a finding stands for.
func more(rows []int32) string {
	if len(rows) == 1 {
		return ""
	}
	return fmt.Sprintf(" (%s)", wording.Count(len(rows), "row"))
}

func precisionOf(e *record.Events, row int) string {
	if e.PlacePrec == nil || e.PlacePrec[row] == record.PlaceUnstated {
		return "a point without stated precision"
	}
	return "the precision \"" + e.PlacePrec[row].String() + "\""
}
