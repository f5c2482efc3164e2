// Package geo007 holds rule GEO007 (claim-coordinates): coordinates of claims that belong to another incident or lie far apart.
package geo007

import "github.com/assaydata/assay/internal/check"

// Rule is GEO007.
var Rule = &check.Rule{
	Code:       "GEO007",
	Name:       "claim-coordinates",
	Title:      "coordinates do not fit the place that the claims name",
	Severity:   check.Error,
	Confidence: 0.85,
	Doc: check.Doc{
		Why: "Two incidents of the same days swap their coordinates easily when they are entered, and both points look plausible: they lie in the right " +
			"region. Maps and distances then show each attack in the other's place.",
		How: "For each incident the places that its claims name are looked for in the places of other incidents of the case, with the coordinates that " +
			"these give. An incident whose own coordinates lie more than 40 km from there, while those of another incident of the same " +
			"ten days lie within 30 km, has probably swapped with it. A coder's remark that names a swap counts as well. Coordinates that claims " +
			"of one incident give more than 25 km apart are a finding of their own. Place names that stand for places far apart are not used.",
		FalseAlarms: "Two places of one name. An incident with several scenes has several coordinates.",
		Fix:         "Check both places on a map and exchange the coordinates; say in the remark that they were exchanged.",
		Literature: []string{
			"Hammond, J., Weidmann, N. B. (2014). Using machine-coded event data for the micro-level study of political violence. Research & Politics 1(2). https://doi.org/10.1177/2053168014539924",
		},
		Before: "claim_id,incident_key,date_claimed,place,lat,lon,source_id\nA1,e1,2019-05-02,Northport,10.0,20.0,S1\nA2,e2,2019-05-03,Southbay,12.0,20.0,S1\nA3,e3,2018-01-09,Northport road,12.1,20.0,S1",
		After:  "claim_id,incident_key,date_claimed,place,lat,lon,source_id\nA1,e1,2019-05-02,Northport,12.0,20.0,S1\nA2,e2,2019-05-03,Southbay,10.0,20.0,S1\nA3,e3,2018-01-09,Northport road,12.1,20.0,S1",
	},
	Case: run,
}
