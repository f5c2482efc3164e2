// Package geo002 finds points outside the country or first-level unit that their row states.
package geo002

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/territory"
	"github.com/assaydata/assay/internal/record"
)

// Least distances that are reported, in km.
const (
	toleranceKm     = 12.0
	unitToleranceKm = 15.0
)

// Rule reports points outside the stated country or first-level unit.
var Rule = &check.Rule{
	Code:       "GEO002",
	Name:       "geo-in-admin",
	Title:      "point lies outside the stated country or unit",
	Severity:   check.Error,
	Confidence: 0.95,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "The point and the name of the country are two statements about one place; where they exclude each other, one is " +
			"wrong, and every count by country or by unit depends on which of them the analysis uses. GTD places 200503220002 in " +
			"Iraq with a point and a city of Grozny, and 200612030014 in Iraq with a point in Afghanistan.",
		How: "The point is compared with the boundaries of Natural Earth, version 5 (1:10m, de-facto control of about 2022). " +
			"Outside the stated country by more than a tolerance it is reported with the distance: as an error where it lies more " +
			"than 50 km outside on the land of another country, else as a warning. The tolerance is the radius of the precision " +
			"that the row states, at least 12 km, because coasts and borders are generalised; a row that is precise to the country " +
			"only is not checked. States that no longer exist stand for all their successors, and what broke away belongs to the " +
			"old state up to the year in which it did. Ground that the stated country holds or claims is never outside: one note " +
			"names each such territory. A point in the right country but outside the stated first-level unit is a note, from 30 km " +
			"on a warning; where a third or more of a unit's rows (and at least five) lie outside, the unit is drawn differently " +
			"there, and one note says so. Rows with the same point and the same stated area are one finding. Names of countries " +
			"that the boundaries do not know are listed, with the number of rows that could not be checked. Points that a swap or " +
			"a lost sign explains are left to GEO001.",
		FalseAlarms: "Units are redrawn and renamed: a point right by the division of its year may be wrong by that of 2022. Events at sea " +
			"are filed under the nearest country; they are reported as lying at sea, with a lower confidence, and as a note up to " +
			"50 km off, since small islands are missing from the boundaries.",
		Fix: "Look the place up in the source: correct the point if the name of the country is right, else the country.",
		Literature: []string{
			"Eck, K. (2012). In data we trust? A comparison of UCDP GED and ACLED conflict events datasets. Cooperation and Conflict 47(1): 124-141. https://doi.org/10.1177/0010836711434463",
			"Natural Earth. 1:10m Cultural Vectors, admin 0 and admin 1, version 5. Public domain. https://www.naturalearthdata.com",
		},
		Before: "country,admin1,location,latitude,longitude\nIraq,Baghdad,Baghdad,43.3180,45.6987\n",
		After:  "country,admin1,location,latitude,longitude\nIraq,Baghdad,Baghdad,33.3128,44.3615\n",
	},
	Options: []check.Option{
		{Name: "tolerance_km", Default: toleranceKm, Doc: "least distance outside a country that is reported, in km"},
		{Name: "unit_tolerance_km", Default: unitToleranceKm, Doc: "least distance outside a first-level unit that is reported, in km"},
		{Name: "units", Default: true, Doc: "compare with the stated first-level unit too"},
	},
	Needs: []record.Role{record.RoleLat, record.RoleLon, record.RoleCountry},
	Applies: func(p *check.Pass) string {
		if territory.Unfit(p.Data) {
			return "no column of country names, or no coordinates"
		}
		return ""
	},
	Check: run,
	Plant: plant,
}
