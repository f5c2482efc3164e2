// Package con011 holds rule CON011 (attackers-contradict): claims that differ on the number, age or birth year of the attackers.
package con011

import "github.com/assaydata/assay/internal/check"

// Rule is CON011.
var Rule = &check.Rule{
	Code:       "CON011",
	Name:       "attackers-contradict",
	Title:      "sources contradict each other about the attackers",
	Severity:   check.Warning,
	Confidence: 0.85,
	Doc: check.Doc{
		Why: "How many attackers there were, and how old, decides whether an attack counts as one person's or a cell's, as a child's or an " +
			"adult's. These numbers mostly stand in texts, where no comparison of columns finds them.",
		How: "The number of attackers is read from the description of the perpetrators (\"three gunmen\", \"at least seven fighters\") and from remarks that " +
			"do not speak of the dead; ages from \"aged 11-16\", \"oldest 17\", \"22-year-old\"; birth years from \"born 1994\" and " +
			"\"birth year corrected from 1994 to 1998\". Ranges of ages are compared by the ends that are stated. A value that a source " +
			"corrected contradicts the sources that still give it. Where the numbers of attackers and of killed attackers differ in the " +
			"same way, only CON001 tells it. English texts only.",
		FalseAlarms: "A source may speak of some of the attackers only (\"two men shot at the guards\"), or count helpers who were not there.",
		Fix:         "Write the number of attackers into a column of its own, with who says so, and correct what the source itself corrected.",
		Before:      "claim_id,incident_key,date_claimed,place,perpetrators_as_claimed,source_id,source_publisher,source_date\nA1,e1,2019-05-02,Port,one gunman,S1,Daily,2019-05-03\nA2,e1,2019-05-02,Port,three gunmen,S2,Weekly,2019-05-03",
		After:       "claim_id,incident_key,date_claimed,place,perpetrators_as_claimed,source_id,source_publisher,source_date\nA1,e1,2019-05-02,Port,three gunmen,S1,Daily,2019-05-03\nA2,e1,2019-05-02,Port,three gunmen,S2,Weekly,2019-05-03",
	},
	Case: run,
}
