// Package idn001 holds rule IDN001 (several-entries): one person or group stands in a list under several entries.
package idn001

import "github.com/assaydata/assay/internal/check"

// Rule is IDN001.
var Rule = &check.Rule{
	Code:       "IDN001",
	Name:       "several-entries",
	Title:      "one person or group under several entries of a list",
	Severity:   check.Warning,
	Confidence: 0.9,
	Method:     check.Statistical,
	Lead:       true,
	Doc: check.Doc{
		Why: "Somebody who stands in a list twice is counted twice, and what is known of him is spread over two entries: a search that finds " +
			"one of them misses the rest.",
		How: "All entries of a list are linked by names (across scripts and spellings), births, documents, addresses and places, with weights " +
			"that are learned from the list itself (docs/identity.md). Entries of one list that are put together with a probability of 0.9 or " +
			"more, or that a reviewer decided to be one, are reported together at the first of them.",
		FalseAlarms: "Twins and namesakes of one town; father and son with one name where no birth is given. A proposal of the model is no proof.",
		Fix: "Look at the entries side by side (assay explain A B). Record what you find: assay decide same or different; what is decided is not " +
			"asked again.",
		Literature: []string{
			"Fellegi, I. P., Sunter, A. B. (1969). A theory for record linkage. Journal of the American Statistical Association 64(328): 1183-1210. https://doi.org/10.1080/01621459.1969.10501049",
		},
		Before: "id,given_name,family_name,birth_date,phone\n1,Taren,Volarski,1970-02-03,0301234567\n2,Tarren,Volarski,1970-02-03,0301234567\n3,Mila,Ostrand,1981-05-06,0307654321",
		After:  "id,given_name,family_name,birth_date,phone\n1,Taren,Volarski,1970-02-03,0301234567\n3,Mila,Ostrand,1981-05-06,0307654321",
	},
	Entries: run,
}
