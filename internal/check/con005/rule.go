// Package con005 holds rule CON005 (stock-flow): returned, killed and present do not fit into travelled.
package con005

import "github.com/assaydata/assay/internal/check"

// Rule is CON005.
var Rule = &check.Rule{
	Code:       "CON005",
	Name:       "stock-flow",
	Title:      "returned, killed and present do not fit into travelled",
	Severity:   check.Warning,
	Confidence: 0.8,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Whoever returned, was killed or is still there has travelled. The three do not overlap, so that together they " +
			"cannot exceed the number of those who travelled; where they do, at least one of the figures counts something else.",
		How: "For each cumulative figure of those who travelled, the figures of the same item or body and month are taken for " +
			"those present, returned and killed, one each, with their lowest reading. The finding names the smallest set that " +
			"cannot all be true. Parts that exceed the whole alone are CON009's.",
		FalseAlarms: "A body that counts returnees among those present, or persons killed after their return.",
		Fix:         "Ask the body for its definition; do not subtract these figures from one another.",
		Literature: []string{
			"The Soufan Group (2015). Foreign Fighters: An Updated Assessment of the Flow of Foreign Fighters into Syria and Iraq",
		},
		Before: "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,travelled,2017-03,,200,,Ministry,S1\nF2,citizens,Mali,Libya,killed,2017-03,,120,,Ministry,S1\nF3,citizens,Mali,Libya,present,2017-03,,110,,Ministry,S1",
		After:  "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,source_id\nF1,citizens,Mali,Libya,travelled,2017-03,,250,,Ministry,S1\nF2,citizens,Mali,Libya,killed,2017-03,,120,,Ministry,S1\nF3,citizens,Mali,Libya,present,2017-03,,110,,Ministry,S1",
	},
	Case: run,
}
