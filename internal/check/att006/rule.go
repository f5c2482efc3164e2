// Package att006 holds rule ATT006 (attribution-dispute): claims that disagree on who was behind an incident.
package att006

import "github.com/assaydata/assay/internal/check"

// Rule is ATT006.
var Rule = &check.Rule{
	Code:       "ATT006",
	Name:       "attribution-dispute",
	Title:      "sources disagree on who was behind an incident",
	Severity:   check.Warning,
	Confidence: 0.88,
	Doc: check.Doc{
		Why: "A claim of responsibility is cheap: groups claim accidents and the deeds of others, and authorities deny political motives. Data that " +
			"keep one name only turn a dispute into a fact, and counts of a group's attacks inherit it.",
		How: "From the columns on perpetrators, claim of responsibility and the authorities' attribution, each statement for or against a group is " +
			"read, groups by the dated registry and the case's own table, with names of parts counted to the whole. Disputed is: a group " +
			"is named, and others deny its part, call it an accident or an ordinary crime, or name another kind of actor; some say that " +
			"the group claimed it and others that it, or nobody, did; two organisations are named that are not part or follower of each other. Statements " +
			"on how things stood at first, or made before the claim, are no dispute. There is one finding an incident and kind of dispute. " +
			"English texts only.",
		FalseAlarms: "Two groups may have acted together. A denial of terrorism in law is no denial of who did it.",
		Fix:         "Keep who claimed it, who is blamed by whom, and who denies it apart; count the incident under each reading.",
		Literature: []string{
			"Hoffman, A. M. (2010). Voice and silence: Why groups take credit for acts of terror. Journal of Peace Research 47(5): 615-626.",
		},
		Before: "claim_id,incident_key,date_claimed,place,claimed_by,attributed_by_authorities_to,source_id,source_publisher\nA1,e1,2019-05-02,Port,Taliban,,S1,Daily\nA2,e1,2019-05-02,Port,Taliban,police: a gas leak,S2,Weekly",
		After:  "claim_id,incident_key,date_claimed,place,claimed_by,attributed_by_authorities_to,source_id,source_publisher\nA1,e1,2019-05-02,Port,Taliban,,S1,Daily\nA2,e1,2019-05-02,Port,Taliban,,S2,Weekly",
	},
	Case: run,
}
