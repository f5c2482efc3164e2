// Package con014 holds rule CON014 (party-toll): a toll told by a party to the conflict against that of others.
package con014

import "github.com/assaydata/assay/internal/check"

// Rule is CON014.
var Rule = &check.Rule{
	Code:       "CON014",
	Name:       "party-toll",
	Title:      "a party to the conflict gives another toll than the authorities",
	Severity:   check.Warning,
	Confidence: 0.9,
	Doc: check.Doc{
		Why: "A group that claims an attack has reasons to raise its toll, and authorities have reasons to lower it. A row that keeps one of the " +
			"two numbers in its column and the other in a remark hides that there is a choice.",
		How: "Within one row, the numbers of dead or injured that the text of the claim of responsibility gives (\"group: four killed\") are compared with those " +
			"that the text of the authorities gives (\"ministry: two killed\") and with the row's columns. Where claims of several sources " +
			"contradict each other on the dead, CON001 or CON010 tells it and this rule does not repeat it.",
		FalseAlarms: "The two may count different things: the group its enemies, the authorities all dead.",
		Fix:         "Give each party's number a row of its own, with the party as the source.",
		Before:      "claim_id,incident_key,date_claimed,place,killed_security,claimed_by,attributed_by_authorities_to,source_id,source_publisher\nA1,e1,2019-05-02,Port,2,Green Front: nine killed,ministry: two killed,S1,Daily",
		After:       "claim_id,incident_key,date_claimed,place,killed_security,claimed_by,attributed_by_authorities_to,source_id,source_publisher\nA1,e1,2019-05-02,Port,2,Green Front,ministry: two killed,S1,Daily",
	},
	Case: run,
}
