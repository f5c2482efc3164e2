// Package geo001 finds coordinates that cannot be, or that a slip of the pen explains.
package geo001

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule reports impossible, swapped, sign-lost and null coordinates.
var Rule = &check.Rule{
	Code:       "GEO001",
	Name:       "geo-range",
	Title:      "coordinates are impossible, swapped, or have lost their sign",
	Claims:     true,
	Severity:   check.Error,
	Confidence: 0.97,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "A latitude and a longitude in each other's column, a minus sign lost on the way through a spreadsheet, or zeros for " +
			"\"unknown\" move an event to another continent or into the Gulf of Guinea. Maps hide it (the point is off the page), " +
			"while distances, joins with grids and spatial models take it as it is.",
		How: "Reported are: a latitude beyond ±90 or a longitude beyond ±180; the point (0, 0); one of the two without the other; " +
			"and, where the stated country is known and the point lies more than 50 km outside it, a point that comes into the " +
			"country when the two numbers are swapped or a sign is changed. The same is tried with the stated first-level unit for " +
			"points that are in the right country. Boundaries are Natural Earth's, version 5.",
		FalseAlarms: "Events off the coast whose mirror image happens to lie in the country. A point of (0, 0) could be an event at sea, " +
			"but no dataset was seen to hold one.",
		Fix: "Use the corrected point that the finding gives after looking it up in the source; empty the coordinates where they " +
			"are not known.",
		Literature: []string{
			"Hammond, J., Weidmann, N. B. (2014). Using machine-coded event data for the micro-level study of political violence. Research & Politics 1(2). https://doi.org/10.1177/2053168014539924",
		},
		Before: "country,latitude,longitude\nNigeria,3.3792,6.5244\nPeru,12.0464,-77.0428\n",
		After:  "country,latitude,longitude\nNigeria,6.5244,3.3792\nPeru,-12.0464,-77.0428\n",
	},
	Needs: []record.Role{record.RoleLat, record.RoleLon},
	Applies: func(p *check.Pass) string {
		if p.Data.Events == nil || p.Data.Events.Lat == nil || p.Data.Events.Lon == nil {
			return "no coordinates"
		}
		return ""
	},
	Check: run,
	Plant: plant,
}
