// Package geo006 finds one place name with points far apart.
package geo006

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule reports rows whose point is far from where the same place lies in other rows.
var Rule = &check.Rule{
	Code:       "GEO006",
	Name:       "one-name-many-points",
	Title:      "the same place lies elsewhere in other rows",
	Severity:   check.Warning,
	Confidence: 0.6,
	Method:     check.Deterministic,
	Lead:       true,
	Doc: check.Doc{
		Why: "Coordinates are looked up by name, often by several coders over years. When one row has a town 200 km from where all " +
			"other rows have it, a namesake was taken from the gazetteer, or digits were mistyped. The point still lies in the " +
			"right country and unit, so that no boundary shows it.",
		How: "Rows with the same country, first-level unit and place name, and with the precision of a named place, should share a " +
			"point. Their points are gathered into clusters, each within the distance of the option of its first point. Where one " +
			"cluster holds at least three rows and at least three times as many as another, the other is reported, at its first " +
			"row. Rows that name different second-order divisions are taken for different places.",
		FalseAlarms: "Villages share names, also within one unit. Large places (a river, a forest, a road) have no single point.",
		Fix:         "Look the place up in the source and the gazetteer; correct the point, or tell the namesakes apart in the name.",
		Literature: []string{
			"Hammond, J., Weidmann, N. B. (2014). Using machine-coded event data for the micro-level study of political violence. Research & Politics 1(2). https://doi.org/10.1177/2053168014539924",
		},
		Before: "country,admin1,location,latitude,longitude\nFreedonia,North,Springfield,10.10,8.20\nFreedonia,North,Springfield,10.10,8.20\nFreedonia,North,Springfield,10.10,8.20\nFreedonia,North,Springfield,11.60,9.90\n",
		After:  "country,admin1,location,latitude,longitude\nFreedonia,North,Springfield,10.10,8.20\nFreedonia,North,Springfield,10.10,8.20\nFreedonia,North,Springfield,10.10,8.20\nFreedonia,North,Springfield,10.10,8.20\n",
	},
	Options: []check.Option{
		{Name: "km", Default: 30.0, Doc: "distance between two points of one place from which on they are taken for different ones, in km"},
		{Name: "majority", Default: 3, Doc: "how many times as many rows the usual point must have, and how many at least"},
	},
	Needs: []record.Role{record.RoleLat, record.RoleLon, record.RoleCountry, record.RoleAdmin1, record.RolePlace},
	Applies: func(p *check.Pass) string {
		e := p.Data.Events
		if e == nil || e.Lat == nil || e.Lon == nil {
			return "no coordinates"
		}
		for _, r := range []record.Role{record.RoleCountry, record.RoleAdmin1, record.RolePlace} {
			if p.Data.Role(r).Storage != record.Coded {
				return "names of places are not labels"
			}
		}
		return ""
	},
	Check: run,
	Plant: plant,
}
