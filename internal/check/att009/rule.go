// Package att009 holds rule ATT009 (relation-dates): claims date an oath, split or merger so that they cannot all be right.
package att009

import "github.com/assaydata/assay/internal/check"

// Rule is ATT009.
var Rule = &check.Rule{
	Code:       "ATT009",
	Name:       "relation-dates",
	Title:      "claims date an oath, split or merger so that they cannot all be right",
	Severity:   check.Warning,
	Confidence: 0.8,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "When an oath was sworn decides which attacks were the new organisation's. An oath that is dated after its own " +
			"acceptance, or once to 2014 and once to 2017, leaves three years of attacks in doubt.",
		How: "Claims of the same kind (oath, split, merger, founding, dissolution) between the same two groups whose dates do not " +
			"overlap, given their precision; \"end of June\" in the text narrows a month. Besides, oaths that were accepted before " +
			"they were sworn, by the claim's own words or by another claim or context row that gives the day; and affiliations that " +
			"are dated before the oath, split or merger that other sources say brought them about.",
		FalseAlarms: "Oaths that were renewed.",
		Fix:         "Look for the first publication of the oath, and date it by that.",
		Literature: []string{
			"Stanford University, Center for International Security and Cooperation. Mapping Militants Project: relationships of groups over time. https://mappingmilitants.org",
		},
		Before: "claim_id,group_a,relation,group_b,date,source_id,locator\nR1,north,pledge_to,league,2014-11,S1,\nR2,north,pledge_to,league,2017,S2,",
		After:  "claim_id,group_a,relation,group_b,date,source_id,locator\nR1,north,pledge_to,league,2014-11,S1,\nR2,north,pledge_to,league,2014,S2,",
	},
	Case: run,
}
