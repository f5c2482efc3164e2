// Package geo003 says what analysis the stated precision of the points can bear, and finds points coded more precise than
// they are.
package geo003

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule reports how many points are known to an area only, and single points that claim more than they hold.
var Rule = &check.Rule{
	Code:       "GEO003",
	Name:       "precision-overclaim",
	Title:      "point coded more precise than it is",
	Severity:   check.Warning,
	Confidence: 0.6,
	Method:     check.Deterministic,
	Lead:       true,
	Doc: check.Doc{
		Why: "An analysis by district or grid cell can use only rows that are known to the district. Of Afghan events taken from " +
			"media about 80 % lay within 50 km of where soldiers recorded them, which allows districts at best (Weidmann 2015, " +
			"quoted second-hand). Rows that are coded as exact while their point is the centre of a province add false exactness " +
			"where the analysis trusts the code.",
		How: "One note gives the share of points by precision, and what a second-order and a first-order analysis would have to " +
			"leave out. Single rows coded as a named place are reported in two cases: their place, by name and point, is coded as " +
			"an area (a second-order division or coarser) in at least three other rows and three times as often (not in ACLED, " +
			"which puts areas on towns); or their place bears the name of the first-level unit or of the country, or none, and " +
			"their point lies within 1 km of the centre of that unit or country as Natural Earth draws it, if that is larger than " +
			"1,000 km². Rows at one point are one finding.",
		FalseAlarms: "A town that bears the name of its province and lies in its very centre. A place coded as an area elsewhere may be " +
			"meant as the town in this row.",
		Fix: "Choose the unit of analysis by the note. For single rows, set the code of the area if the source names no place.",
		Literature: []string{
			"Weidmann, N. B. (2015). On the accuracy of media-based conflict event data. Journal of Conflict Resolution 59(6): 1129-1149. https://doi.org/10.1177/0022002714530431",
		},
		Before: "admin1,location,geo_precision,latitude,longitude\nBorno,Borno,1,11.88,13.15\n",
		After:  "admin1,location,geo_precision,latitude,longitude\nBorno,Borno,3,11.88,13.15\n",
	},
	Options: []check.Option{
		{Name: "share", Default: 0.05, Doc: "least share of points known to an area only that is noted"},
		{Name: "centre_km", Default: 1.0, Doc: "distance from the centre of a unit within which a point counts as its centre, in km"},
	},
	Needs: []record.Role{record.RoleLat, record.RoleLon, record.RolePlacePrec},
	Applies: func(p *check.Pass) string {
		e := p.Data.Events
		if e == nil || e.Lat == nil || e.Lon == nil || e.PlacePrec == nil {
			return "no points with a precision"
		}
		return ""
	},
	Check: run,
	Plant: plant,
}
