// Package geo004 finds points on which events of many places are piled.
package geo004

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule reports points that carry far more events of other or unknown places than points usually do.
var Rule = &check.Rule{
	Code:       "GEO004",
	Name:       "centroid-pile",
	Title:      "events of many places are piled on one point",
	Severity:   check.Warning,
	Confidence: 0.85,
	Method:     check.Statistical,
	Doc: check.Doc{
		Why: "An event without a known place gets the point of something larger: the centre of a province, its capital, the centre " +
			"of the country. On a map these points look like the hottest spots of the war, and in a grid their cell gets the " +
			"violence of the whole province. Events geocoded by machine are known for geographic bias (Hammond and Weidmann 2014, " +
			"abstract), but coders use such points too.",
		How: "Points with at least 20 rows are looked at. A row counts as put there if its precision is a second-order division or " +
			"coarser, if it names no place, or if it names another place than most rows of the point that name one. The share of " +
			"such rows at a point is compared with their share at all other points (at points with fewer rows only the precision " +
			"is looked at): exact binomial test, one-sided, Holm's correction at 0.01. Reported are points with at least 20 such " +
			"rows and a share at least 20 points above the usual, the largest first, up to the option's number. The finding says " +
			"what the point is (a centre, a capital) where the boundaries tell. It is a warning where most of those rows have no " +
			"precision that says so, else a note.",
		FalseAlarms: "Quarters of a city under the city's point. Formats that put areas on centroids by rule, and say so in the precision " +
			"code, have such points everywhere: the note is then about how to read them.",
		Fix: "Leave these rows out of maps and grids finer than the area that they stand for, or spread them over it.",
		Literature: []string{
			"Hammond, J., Weidmann, N. B. (2014). Using machine-coded event data for the micro-level study of political violence. Research & Politics 1(2). https://doi.org/10.1177/2053168014539924",
			"Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6(2): 65-70. https://www.jstor.org/stable/4615733",
		},
		Before: "location,latitude,longitude\nAbeto,11.88,13.15\nBarwa,11.88,13.15\nChita,11.88,13.15\nDurna,11.88,13.15\n",
		After:  "location,latitude,longitude\nAbeto,12.01,13.02\nBarwa,11.43,13.71\nChita,11.90,12.66\nDurna,11.12,13.30\n",
	},
	Options: []check.Option{
		{Name: "rows", Default: 20, Doc: "least number of rows at a point, and of those put there"},
		{Name: "effect", Default: 0.2, Doc: "least share above the usual one"},
		{Name: "level", Default: 0.01, Doc: "level of significance after correction"},
		{Name: "most", Default: 10, Doc: "greatest number of points reported"},
	},
	Needs: []record.Role{record.RoleLat, record.RoleLon},
	Applies: func(p *check.Pass) string {
		e := p.Data.Events
		if e == nil || e.Lat == nil || e.Lon == nil {
			return "no coordinates"
		}
		if c := p.Data.Role(record.RolePlace); e.PlacePrec == nil && (c == nil || c.Storage != record.Coded) {
			return "neither names of places nor a precision of the point"
		}
		return ""
	},
	Check: run,
	Plant: plant,
}
