// Package con010 holds rule CON010 (toll-grows): tolls that later reports raise.
package con010

import "github.com/assaydata/assay/internal/check"

// Rule is CON010.
var Rule = &check.Rule{
	Code:       "CON010",
	Name:       "toll-grows",
	Title:      "the toll of an incident grows from report to report",
	Severity:   check.Warning,
	Confidence: 0.85,
	Doc: check.Doc{
		Why: "The dead of an attack are known only after days: bodies are found, the injured die. A row that rests on an early report " +
			"counts too few, and a data set that mixes early and late reports compares unlike numbers.",
		How: "The numbers of one incident (dead by kind, total dead, injured) are put in order of the sources' dates. They grow where at least one later report gives a " +
			"higher number, no later report gives a lower one, and the lowest is from within 14 days of the incident. Totals are read from " +
			"the remarks too (\"at least 28 killed\", \"ten dead in all\") and added from the columns where victims and " +
			"attackers are both given. Reports of one day may differ while the number still grows; where those of the latest day differ, the " +
			"finding is a warning, otherwise a note. All dead are one finding an incident, all injured another.",
		FalseAlarms: "A source without the day of its report cannot be placed and does not count. A late source may repeat an early number of its archive.",
		Fix:         "Use the latest report that counts independently, and say whether the attackers are in the total.",
		Literature: []string{
			"Price, M., Ball, P. (2014). Big Data, Selection Bias, and the Statistical Patterns of Mortality in Conflict. SAIS Review of International Affairs 34(1): 9-20",
		},
		Before: "claim_id,incident_key,date_claimed,place,killed_civilians,source_id,source_publisher,source_date\nA1,e1,2019-05-02,Port,6,S1,Daily,2019-05-02\nA2,e1,2019-05-02,Port,9,S2,Weekly,2019-05-08",
		After:  "claim_id,incident_key,date_claimed,place,killed_civilians,source_id,source_publisher,source_date\nA1,e1,2019-05-02,Port,9,S1,Daily,2019-05-08\nA2,e1,2019-05-02,Port,9,S2,Weekly,2019-05-08",
	},
	Case: run,
}
