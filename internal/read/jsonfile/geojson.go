package jsonfile

import (
	"fmt"
)

// parts is what a GeoJSON feature (RFC 7946, section 3.2) consists of.
type parts struct {
	ok         bool // the object is a feature
	properties []byte
	id         []byte
	geometry   string // type of the geometry, "" if it has none
	point      bool
	lon, lat   []byte // texts of the coordinates of a point
}

// feature takes an object apart if it is a GeoJSON feature.
func feature(object []byte) parts {
	var f parts
	isFeature, hasProperties := false, false
	fields(object, func(key, value []byte) {
		switch string(key) {
		case `"type"`:
			isFeature = string(value) == `"Feature"`
		case `"properties"`:
			hasProperties = true
			if value[0] == '{' {
				f.properties = value
			}
		case `"id"`:
			f.id = value
		case `"geometry"`:
			if value[0] == '{' {
				f.readGeometry(value)
			}
		}
	})
	f.ok = isFeature && hasProperties
	return f
}

func (f *parts) readGeometry(object []byte) {
	var coordinates []byte
	fields(object, func(key, value []byte) {
		switch string(key) {
		case `"type"`:
			f.geometry = string(unquote(nil, value))
		case `"coordinates"`:
			coordinates = value
		}
	})
	if f.geometry != "Point" || len(coordinates) == 0 || coordinates[0] != '[' {
		return
	}
	var axes [2][]byte
	i := 1
	for n := range axes {
		i = space(coordinates, i)
		k := end(coordinates, i)
		axes[n] = coordinates[i:k]
		i = space(coordinates, k) + 1
		if len(axes[n]) == 0 || i >= len(coordinates) && n == 0 {
			return
		}
		if c := axes[n][0]; c != '-' && (c < '0' || c > '9') {
			return
		}
	}
	f.lon, f.lat, f.point = axes[0], axes[1], true
}

// splitFeature fills the columns that do not come from the properties.
func (r *Reader) splitFeature(f parts) {
	if !f.ok {
		r.noteOnce("geometry", r.line, "this element is no GeoJSON feature; its cells are empty", "")
		return
	}
	if r.id >= 0 && f.id != nil {
		r.set(r.id, f.id)
	}
	if r.lat < 0 {
		return
	}
	if f.point {
		r.set(r.lat, f.lat)
		r.set(r.lat+1, f.lon)
		return
	}
	what := "no geometry"
	if f.geometry != "" {
		what = fmt.Sprintf("a geometry of type %q, not a point with two coordinates", clip(f.geometry))
	}
	kind := "geometry"
	switch f.geometry { // the names of RFC 7946; a note for each, and one for all others
	case "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection":
		kind += " " + f.geometry
	}
	r.noteOnce(kind, r.line, "this feature has "+what+"; latitude and longitude are left empty, here and in others like it",
		"give a representative point")
}
