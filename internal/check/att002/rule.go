// Package att002 holds rule ATT002 (claimant-is-party): attributions that only the claiming group vouches for.
package att002

import "github.com/assaydata/assay/internal/check"

// Rule is ATT002.
var Rule = &check.Rule{
	Code:       "ATT002",
	Name:       "claimant-is-party",
	Title:      "an attribution rests on the group's own claim alone",
	Severity:   check.Warning,
	Confidence: 0.85,
	Lead:       true,
	Doc: check.Doc{
		Why: "Groups claim what serves them. Where nobody else names the group, counting the attack as the group's takes a party's word as the data, " +
			"and \"how strong is the group\" becomes \"how much does it claim\". Twenty papers that print one statement are still one voice.",
		How: "For each incident, a group that claimed it is looked for in what the sources say in their own words and in what the authorities say. " +
			"Where neither names it (hedged words such as \"suspected\" do not count) and nobody denies it, the attribution rests on the claim alone. It is " +
			"a note; it is a warning where a source itself says that the claim came without evidence. Disputed attributions are ATT006. One finding an incident.",
		FalseAlarms: "Coders often leave the perpetrator's column empty once the claim is recorded; the source may have said more.",
		Fix:         "Count the incident for the group only under the reading that takes claims at face value, or find an origin that is no party.",
		Literature: []string{
			"Hoffman, A. M. (2010). Voice and silence: Why groups take credit for acts of terror. Journal of Peace Research 47(5): 615-626.",
		},
		Before: "claim_id,incident_key,date_claimed,place,perpetrators_as_claimed,claimed_by,source_id,source_publisher\nA1,e1,2019-05-02,Port,gunmen,Taliban,S1,Daily",
		After:  "claim_id,incident_key,date_claimed,place,perpetrators_as_claimed,claimed_by,source_id,source_publisher\nA1,e1,2019-05-02,Port,Taliban fighters,Taliban,S1,Daily",
	},
	Case: run,
}
