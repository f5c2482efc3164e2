package record

import (
	"math"
	"testing"
)

func TestOnGlobe(t *testing.T) {
	for _, c := range []struct {
		lat, lon     float64
		known, globe bool
	}{
		{11.8, 13.1, true, true},
		{-90, 180, true, true},
		{90.1, 13, true, false},
		{11, -180.5, true, false},
		{math.NaN(), 13, false, false},
		{11, math.NaN(), false, false},
		{math.Inf(1), 13, true, false},
	} {
		w := Where{Lat: c.lat, Lon: c.lon}
		if w.Known() != c.known || w.OnGlobe() != c.globe {
			t.Errorf("%v, %v: known %v, on the globe %v", c.lat, c.lon, w.Known(), w.OnGlobe())
		}
	}
}
