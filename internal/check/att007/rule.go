// Package att007 holds rule ATT007 (status-dispute): incidents that some tell as a fact and others doubt.
package att007

import "github.com/assaydata/assay/internal/check"

// Rule is ATT007.
var Rule = &check.Rule{
	Code:       "ATT007",
	Name:       "status-dispute",
	Title:      "an incident is told as a fact by some and doubted by others",
	Severity:   check.Error,
	Confidence: 0.9,
	Doc: check.Doc{
		Why: "Some attacks exist only in the statement of the group that claims them. Once an encyclopedia or a list of attacks tells them as a " +
			"fact, every count made from it contains an event that may never have happened.",
		How: "For each incident without a single counted victim, the status that each claim gives is read as told as a fact, told as an " +
			"unverified claim, disputed, or told as not having happened (also where authorities are said to deny it). A finding needs at " +
			"least one claim that tells it as a fact and one that does not. It is an error where somebody says that it did not happen, " +
			"else a warning.",
		FalseAlarms: "A later source may have verified what an earlier one could not.",
		Fix:         "Leave the incident out of counts of events that took place, or count it under a status of its own.",
		Before:      "claim_id,incident_key,date_claimed,place,status,source_id,source_publisher\nA1,e1,2019-05-02,Port,presented as fact,S1,Daily\nA2,e1,2019-05-02,Port,likely did not happen,S2,Weekly",
		After:       "claim_id,incident_key,date_claimed,place,status,source_id,source_publisher\nA1,e1,2019-05-02,Port,claimed only,S1,Daily\nA2,e1,2019-05-02,Port,likely did not happen,S2,Weekly",
	},
	Case: run,
}
