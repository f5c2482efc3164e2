// Package src004 holds rule SRC004 (circular-citation): reports that rest on one another, and bodies that judge a report
// which rests on their own figure.
package src004

import "github.com/assaydata/assay/internal/check"

// Rule is SRC004.
var Rule = &check.Rule{
	Code:       "SRC004",
	Name:       "circular-citation",
	Title:      "a report rests on the figure of the body that judges it, or reports rest on one another",
	Severity:   check.Warning,
	Confidence: 0.8,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "A report that cites a ministry's number neither confirms that number nor is refuted by the ministry: both speak with one voice. " +
			"Where a dataset cites an encyclopedia that cites the dataset, nothing lies underneath, however many documents there are.",
		How: "Cycles in *based_on* of the table of sources. Besides, remarks in *reporter*, *locator* and *notes* of a figure which say that another " +
			"body's report cites, quotes or is based on this figure's own body (\"although the Smith report itself cited the ministry\"). " +
			"A warning where the remark also says that the report is doubted, questioned or denied; else a note that the two are not " +
			"independent. English remarks only.",
		FalseAlarms: "A report may cite a body for one number and rest on others for the rest; the remark does not say which.",
		Fix:         "Count the report and the body as one origin for this number, and look for what the body itself counted.",
		Literature: []string{
			"Lebo, T., Sahoo, S., McGuinness, D. (eds.) (2013). PROV-O: The PROV Ontology. W3C Recommendation. https://www.w3.org/TR/prov-o/",
		},
		Before: "claim_id,population_definition,origin_area,destination,measure,as_of,best,estimator,reporter,source_id,notes\n" +
			"F1,citizens,Mali,Libya,present,2015-10,300,Sahel Monitor,Daily,S1,\n" +
			"F2,citizens,Mali,Libya,present,2015-10,400,Ministry,Weekly,S2,the Ministry doubts the Sahel Monitor report although Sahel Monitor cites the Ministry",
		After: "claim_id,population_definition,origin_area,destination,measure,as_of,best,estimator,reporter,source_id,notes\n" +
			"F2,citizens,Mali,Libya,present,2015-10,400,Ministry,Weekly,S2,",
	},
	Case: run,
}
