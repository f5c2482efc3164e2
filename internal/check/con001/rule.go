// Package con001 holds rule CON001 (claims-contradict): claims about one incident that give numbers that cannot all be right.
package con001

import "github.com/assaydata/assay/internal/check"

// Rule is CON001.
var Rule = &check.Rule{
	Code:       "CON001",
	Name:       "claims-contradict",
	Title:      "sources contradict each other about one incident",
	Severity:   check.Error,
	Confidence: 0.92,
	Doc: check.Doc{
		Why: "Who counts an incident once, from one source, does not see that another source gives another number. Databases " +
			"that watch the same war agree far less on single events than on totals, so an analysis of " +
			"single events depends on which source was taken.",
		How: "All claims about one incident are compared for each of: killed civilians, killed security forces, killed perpetrators, " +
			"injured; the total of the dead only where none of these tells the problem already. A value stands for an interval: " +
			"\"at least 12\" for 12 and more, \"about 50\" for 42 to 58, and a round number from 50 on for the numbers that are rounded to " +
			"it. Two values contradict each other where their intervals share no number. A missing value is no contradiction. " +
			"Numbers that only grow with the date of the report are CON010. There is one finding an incident and field, with all " +
			"claims that give a value. Numbers of the injured, differences that the attackers among the dead would explain and rows " +
			"that their coder suspects of a translation error are warnings; differences of at most 2 % of fifty or more are notes.",
		FalseAlarms: "Sources may count different things under one name: the attackers with the dead, the lightly injured, a second scene. Then " +
			"each may be right in its own definition, and the data should say which it uses.",
		Fix: "Say in the data which value is used and why; prefer the value with more independent origins, not with more copies; where " +
			"that does not decide, keep the range.",
		Literature: []string{
			"Donnay, K., Filimonov, V. (2014). Views to a war: systematic differences in media and military reporting of the war in Iraq. EPJ Data Science 3: 25. https://doi.org/10.1140/epjds/s13688-014-0025-8",
		},
		Before: "claim_id,incident_key,date_claimed,place,killed_security,source_id,source_publisher,source_date\nA1,e1,2019-05-02,Port,1,S1,Daily,2019-05-03\nA2,e1,2019-05-02,Port,4,S2,Weekly,2019-05-03",
		After:  "claim_id,incident_key,date_claimed,place,killed_security,source_id,source_publisher,source_date\nA1,e1,2019-05-02,Port,4,S1,Daily,2019-05-03\nA2,e1,2019-05-02,Port,4,S2,Weekly,2019-05-03",
	},
	Case: run,
}
