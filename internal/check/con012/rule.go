// Package con012 holds rule CON012 (victim-role): claims that differ on who the victim was.
package con012

import "github.com/assaydata/assay/internal/check"

// Rule is CON012.
var Rule = &check.Rule{
	Code:       "CON012",
	Name:       "victim-role",
	Title:      "sources differ on who the victim was",
	Severity:   check.Warning,
	Confidence: 0.85,
	Doc: check.Doc{
		Why: "Whether the dead of an attack was a civilian or a member of the security forces decides whether it counts as terrorism " +
			"against civilians or as fighting, and moves it between categories of most databases.",
		How: "For incidents with one victim killed: rows that count the dead as a civilian against rows that count him as one of the security " +
			"forces, and roles that the remarks on the dead name (\"a border guard killed\", \"victim an XYZ officer\") against each " +
			"other. Spellings of one role are brought together. English texts only.",
		FalseAlarms: "A service may be part of another (border troops of an intelligence service), and a soldier may have died as a tourist: both " +
			"statements are right then. A remark may speak of another person than the dead.",
		Fix: "Settle on one role from the source closest to the victim's employer, and say that others differ.",
		Before: "claim_id,incident_key,date_claimed,place,killed_civilians,killed_security,source_id,source_publisher,locator\n" +
			"A1,e1,2019-05-02,Port,1,,S1,Daily,a tourist killed\nA2,e1,2019-05-02,Port,,1,S2,Weekly,a border guard killed",
		After: "claim_id,incident_key,date_claimed,place,killed_civilians,killed_security,source_id,source_publisher,locator\n" +
			"A1,e1,2019-05-02,Port,,1,S1,Daily,a border guard killed\nA2,e1,2019-05-02,Port,,1,S2,Weekly,a border guard killed",
	},
	Case: run,
}
