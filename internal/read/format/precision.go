package format

import "github.com/assaydata/assay/internal/record"

// The scales of the formats on the common one.
var (
	acledPlaceScale = []record.PlacePrecision{1: record.PlaceExact, 2: record.PlaceNear, 3: record.PlaceAdmin1}
	gedPlaceScale   = []record.PlacePrecision{
		1: record.PlaceExact, 2: record.PlaceNear, 3: record.PlaceAdmin2, 4: record.PlaceAdmin1, 5: record.PlaceRegion,
		6: record.PlaceCountry, 7: record.PlaceCountry,
	}
	gtdPlaceScale = []record.PlacePrecision{
		1: record.PlaceExact, 2: record.PlaceAdmin2, 3: record.PlaceAdmin2, 4: record.PlaceAdmin1, 5: record.PlaceCountry,
	}
	scadPlaceScale = []record.PlacePrecision{
		1: record.PlaceExact, 2: record.PlaceExact, 3: record.PlaceExact, 4: record.PlaceNear, 5: record.PlaceNear,
		6: record.PlaceAdmin1, 7: record.PlaceCountry, 8: record.PlaceCountry,
	}
)

func onScale(scale []record.PlacePrecision) func(string, float64) record.PlacePrecision {
	return func(text string, num float64) record.PlacePrecision {
		if i := small(text, num); int(i) < len(scale) {
			return scale[i]
		}
		return record.PlaceUnstated
	}
}

func scaled(d *record.Dataset, scale []record.PlacePrecision) []record.PlacePrecision {
	c := d.Role(record.RolePlacePrec)
	if c == nil {
		return nil
	}
	return values(c, d.N, onScale(scale))
}

func acledPlace(d *record.Dataset) []record.PlacePrecision { return scaled(d, acledPlaceScale) }

func gedPlace(d *record.Dataset) []record.PlacePrecision { return scaled(d, gedPlaceScale) }

// gtdPlacePrecision joins specificity with vicinity: a point of a city near which it happened is not the place itself.
func gtdPlacePrecision(d *record.Dataset) []record.PlacePrecision {
	out := scaled(d, gtdPlaceScale)
	near := namedValues(d, "vicinity", small)
	if near == nil {
		return out
	}
	for i := range out {
		if out[i] == record.PlaceExact && near[i] == 1 {
			out[i] = record.PlaceNear
		}
	}
	return out
}

// scadPlacePrecision prefers gislocnum, which is about the row, to locnum, which is about the event. Code -99 is a point
// near the centre of the country that stands for an unknown place.
func scadPlacePrecision(d *record.Dataset) []record.PlacePrecision {
	read := func(text string, num float64) record.PlacePrecision {
		if text == "-99" || text == "-99.0" {
			return record.PlaceCountry
		}
		return onScale(scadPlaceScale)(text, num)
	}
	row := namedValues(d, "gislocnum", read)
	event := namedValues(d, "locnum", read)
	if row == nil {
		return event
	}
	for i := range row {
		if row[i] == record.PlaceUnstated && event != nil {
			row[i] = event[i]
		}
	}
	return row
}

// plainPlace understands the words of [record.PlacePrecision], as values or as meanings of the codes of a mapping.
func plainPlace(d *record.Dataset) []record.PlacePrecision {
	c := d.Role(record.RolePlacePrec)
	if c == nil {
		return nil
	}
	return values(c, d.N, func(text string, _ float64) record.PlacePrecision {
		for p := record.PlaceExact; p <= record.PlaceCountry; p++ {
			if said(c.Field, text, p.String()) {
				return p
			}
		}
		return record.PlaceUnstated
	})
}
