package territory

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/place"
)

const header = "event_id_cnty,event_date,year,time_precision,event_type,actor1,interaction,country,admin1,location,latitude,longitude,geo_precision,fatalities\n"

func row(year int, country, admin, where string, lat, lon float64) string {
	return fmt.Sprintf("X1,%d-05-03,%d,1,Battles,Red Front,20,%s,%s,%s,%v,%v,1,0\n", year, year, country, admin, where, lat, lon)
}

func TestStated(t *testing.T) {
	d := checktest.Read(t, header+
		row(2012, "Nigeria", "Borno", "Maiduguri", 11.85, 13.15)+
		row(2012, "Niger", "Diffa", "Diffa", 13.3, 12.6)+
		row(2012, "Freedonia", "Borno", "Town", 1, 1)+
		row(2010, "Sudan", "", "Juba", 4.85, 31.6)+
		row(2013, "Sudan", "", "Juba", 4.85, 31.6)+
		row(2012, "Niger", "Borno", "Town", 13.3, 12.6))
	s := NewStated(d)
	f := s.NewFinder()
	for i, want := range []struct {
		known, country, unit bool
		units                int
	}{
		{true, true, true, 1},
		{true, true, true, 1},
		{false, false, false, 0},
		{true, true, true, 0},
		{true, false, false, 0},
		{true, true, true, 0},
	} {
		if s.Known(i) != want.known || len(s.Units(i)) != want.units {
			t.Errorf("row %d: known %v, %d units", i, s.Known(i), len(s.Units(i)))
		}
		for range 2 { // the second time from memory
			if spot := f.Find(i); want.known && (spot.InCountry != want.country || spot.InUnit != want.unit) {
				t.Errorf("row %d: %+v", i, spot)
			}
		}
	}
	if u := s.Unknown(); len(u) != 1 || u["Freedonia"] != 1 {
		t.Errorf("unknown: %v", u)
	}
}

func TestVague(t *testing.T) {
	d := checktest.Read(t, header+
		row(2012, "Nigeria", "Kano", "Kano", 12, 8.5)+
		row(2012, "Nigeria", "Kano", "KANO", 12, 8.5)+
		row(2012, "Nigeria", "Borno", "Kano", 12, 8.5)+
		row(2012, "Nigeria", "Borno", "Nigeria", 12, 8.5)+
		row(2012, "Nigeria", "Borno", "", 12, 8.5)+
		row(2012, "Nigeria", "Borno", "Maiduguri", 12, 8.5))
	v := NewVague(d)
	for i, want := range []bool{true, true, false, true, true, false} {
		if v.Row(i) != want {
			t.Errorf("row %d: %v", i, v.Row(i))
		}
	}
}

// What is found near lies no farther than that; the exact distance is the judge.
func TestNearIsCertain(t *testing.T) {
	d := checktest.Read(t, header+row(2012, "Nigeria", "Lagos", "Lagos", 6.45, 3.4))
	s := NewStated(d)
	rapid.Check(t, func(t *rapid.T) {
		lat := rapid.Float64Range(3, 15).Draw(t, "lat")
		lon := rapid.Float64Range(2, 15.5).Draw(t, "lon")
		km := rapid.Float64Range(1, 60).Draw(t, "km")
		if s.NearCountry(0, lat, lon, km) {
			if d := s.Index.DistanceToCountries(s.Countries(0), lat, lon); d > km+0.05 {
				t.Fatalf("%v km from the country, not %v", d, km)
			}
		}
		if s.NearUnit(0, lat, lon, km) {
			if d := s.Index.DistanceToUnits(s.Units(0), lat, lon); d > km+0.05 {
				t.Fatalf("%v km from the unit, not %v", d, km)
			}
		}
	})
}

// An explanation leads into the stated country and is never given for a point that is in the right place.
func TestExplain(t *testing.T) {
	d := checktest.Read(t, header+row(2012, "Peru", "", "Lima", -12.05, -77.04))
	s := NewStated(d)
	rapid.Check(t, func(t *rapid.T) {
		lat := rapid.Float64Range(-90, 90).Draw(t, "lat")
		lon := rapid.Float64Range(-180, 180).Draw(t, "lon")
		slip, ok := s.Explain(0, lat, lon)
		if !ok {
			return
		}
		if !s.InCountry(0, s.Index.Locate(slip.Lat, slip.Lon)) || s.InCountry(0, s.Index.Locate(lat, lon)) {
			t.Fatalf("%v, %v explained by %+v", lat, lon, slip)
		}
	})
}

func TestCentre(t *testing.T) {
	d := checktest.Read(t, header+row(2012, "Nigeria", "Borno", "Town", 11, 13)+row(2012, "Nigeria", "", "Town", 11, 13))
	s := NewStated(d)
	c, _ := s.Index.FindCountry("Nigeria")
	lat, lon := s.Index.CountryCentroid(c)
	if what, km, ok := s.Centre(1, lat, lon, 1); !ok || what != "Nigeria" || km > 0.01 {
		t.Errorf("%q, %v, %v", what, km, ok)
	}
	if _, _, ok := s.Centre(0, lat+1, lon, 1); ok {
		t.Error("a point 100 km from any centre is one")
	}
	if what := s.Landmark(0, 9.06, 7.49); what != "the capital Abuja" {
		t.Errorf("%q", what)
	}
}

func TestWords(t *testing.T) {
	for km, want := range map[float64]string{12: "12.0 km", 99.94: "99.9 km", 100: "100 km", 2210.4: "2,210 km"} {
		if got := Km(km); got != want {
			t.Errorf("%v: %q", km, got)
		}
	}
	if got := Where(place.World(), 0, -30); got != "at sea or in no country" {
		t.Errorf("%q", got)
	}
	if got := Coordinates(-12.05, math.Trunc(77.9)); got != "-12.05, 77" {
		t.Errorf("%q", got)
	}
}
