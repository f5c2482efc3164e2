package con017

import (
	"fmt"
	"strconv"

	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/record"
)

// Plant moves the point of one dataset by 45 to 80 km and leaves the name, as a wrong entry of a gazetteer does.
var Plant = across.Plant{Do: func(s *across.Sheets, n int) {
	events := s.Pick(n, func(e *across.Event) bool {
		f := e.Fact(fact.Place)
		_, ok := s.Of(e, "acled")
		return ok && f != nil && f.Verdict < fact.Contested && f.Value.Radius <= 5
	})
	for i, e := range events {
		r, _ := s.Of(e, "acled")
		v := e.Fact(fact.Place).Value
		km := 45 + float64(i%36)
		lat := v.Lat + km/111.2
		if i%2 == 0 {
			lat = v.Lat - km/111.2
		}
		s.Set(r, record.RoleLat, strconv.FormatFloat(lat, 'f', 4, 64))
		s.SetColumn(r, "geo_precision", "1")
		s.Add(fmt.Sprintf("point moved by %.0f km", km), r)
	}
}}
