// Package fig009 holds rule FIG009 (number-heap): more round numbers of dead or injured than the numbers beside them lead to
// expect, and single numbers that stand out by themselves.
package fig009

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule is FIG009.
var Rule = &check.Rule{
	Code:       "FIG009",
	Name:       "number-heap",
	Title:      "round numbers are more frequent than the numbers beside them lead to expect",
	Severity:   check.Note,
	Confidence: 0.95,
	Method:     check.Statistical,
	Doc: check.Doc{
		Why: "A toll of 20 or 50 is more often \"about\" that number than exactly it. Where round numbers are much more frequent than " +
			"those beside them, counts carry an error of rounding that no column states; models of fatality counts, thresholds (25 dead a " +
			"year) and comparisons of two datasets event by event are affected. Of events with ten or more dead, those with a " +
			"multiple of ten make up 41 % in ACLED for Nigeria, 31 % in UCDP GED for the same country and 24 % in GTD. A single number far over its " +
			"neighbours can be a default that coders enter where a source says \"several\", or one toll copied to many rows.",
		How: "The reference is smooth in the number, since counts fall steeply: a naive tenth would be wrong. A Poisson regression on the " +
			"logarithm and its square, a log-normal distribution read at whole numbers, is fitted to the numbers from 6 to 200 that are not multiples of five. " +
			"The index is the number of events with a multiple of ten (or an odd multiple of five) from 10 to 200 over what the reference gives for " +
			"these numbers, as Whipple's index of age heaping does against a flat one. The z test allows for overdispersion and for the error of the " +
			"fit. Besides, each number from 3 on is compared with the geometric means of its neighbours on both sides, of the same roundness. " +
			"Holm's correction at *level* over all tests; reported are indices over *index* (single numbers: over *single* and *excess* events more).",
		FalseAlarms: "Rounding is in the sources as a rule, not an error of the dataset: the finding is a note. A single number can be frequent because " +
			"one toll stands on many rows of one event (see DUP001, DUP003).",
		Fix: "Treat round numbers as intervals (20 as 15 to 25), or model the heaping. For a single number, look at its rows: the same " +
			"note or source on many of them tells of a default or a copied toll.",
		Literature: []string{
			"Shryock, H. S., Siegel, J. S. (1976). The Methods and Materials of Demography. Condensed edition by E. G. Stockwell. Academic Press",
			"Vesco, P., Randahl, D., Hegre, H., Högbladh, S., Yilmaz, M. C. (2026). The Underreported Death Toll of Wars: A Probabilistic Reassessment From a Survey with UCDP Coders. Journal of Conflict Resolution. https://doi.org/10.1177/00220027261423826",
			"Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6(2): 65-70. https://www.jstor.org/stable/4615733",
		},
		Before: "event_date,fatalities\n2014-03-02,20\n2014-03-09,30\n2014-03-11,10\n2014-04-01,50",
		After:  "event_date,fatalities\n2014-03-02,18\n2014-03-09,31\n2014-03-11,10\n2014-04-01,47",
	},
	Options: []check.Option{
		{Name: "index", Default: 1.5, Doc: "least index of heaping that is reported"},
		{Name: "single", Default: 2.0, Doc: "least ratio of a single number to its neighbours"},
		{Name: "excess", Default: 40, Doc: "least number of events over the expectation for a single number"},
		{Name: "events", Default: 100, Doc: "least number of events with ten or more dead (or injured)"},
		{Name: "level", Default: 0.01, Doc: "level of significance after correction"},
	},
	Applies: func(p *check.Pass) string {
		if p.Data.Role(record.RoleBest) == nil && p.Data.Role(record.RoleInjured) == nil {
			return "no column for dead or injured"
		}
		return ""
	},
	Check: run,
	Plant: plant,
}
