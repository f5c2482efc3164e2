// Package src013 holds rule SRC013 (coders-remark): remarks of the coder that speak of a conflict with other claims.
package src013

import "github.com/assaydata/assay/internal/check"

// Rule is SRC013.
var Rule = &check.Rule{
	Code:       "SRC013",
	Name:       "coders-remark",
	Title:      "a remark on the row speaks of a conflict",
	Severity:   check.Note,
	Confidence: 0.7,
	Method:     check.Deterministic,
	Lead:       true,
	Doc: check.Doc{
		Why: "Whoever reads a source sees that its headline and its text differ, that a paper misprints a number, or that another agency has it " +
			"otherwise, and writes it into *notes* or *locator*. There no computation finds it: the number in the cell looks like any other.",
		How: "Sentences in *locator* and *notes* with words of conflict (but, although, elsewhere, other sources, instead of, misprint, " +
			"corrected, lower than, not …) are searched for numbers, dates and names. Claims about the same thing that hold such a number " +
			"or date while this row holds another, or that come from the body or publisher that is named, are listed as related. For " +
			"incidents and the like the same thing is the same key; for figures it is the same area; dated events and relations between groups " +
			"count where they share the day and a name. A row without such a partner is told only where its remark sets two values " +
			"against each other. English remarks only.",
		FalseAlarms: "A number in the remark may count something else than the same number in the other row. Findings are leads to read, " +
			"not errors.",
		Fix: "Read the rows side by side. Put what the remark says into a claim of its own where it names another source's value.",
		Before: "claim_id,incident_key,date_claimed,place,injured,source_id,source_publisher,locator\n" +
			"A1,e1,2019-05-02,Port,11,S1,Daily,\nA2,e1,2019-05-02,Port,14,S2,Weekly,14 injured although other outlets have 11",
		After: "claim_id,incident_key,date_claimed,place,injured,source_id,source_publisher,locator\n" +
			"A1,e1,2019-05-02,Port,11,S1,Daily,\nA2,e1,2019-05-02,Port,14,S2,Weekly,14 injured",
	},
	Options: []check.Option{
		{Name: "related", Default: 4, Doc: "most claims that a finding lists beside the row"},
	},
	Case: run,
}
