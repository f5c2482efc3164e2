package check

import (
	"github.com/assaydata/assay/internal/record"
)

// Ref points at a cell or, with Column -1, at a row of a dataset. Row is an index from 0, -1 for the dataset as a whole.
type Ref struct {
	Data   *record.Dataset
	Row    int
	Column int
}

// Stat is the evidence of a statistical finding.
type Stat struct {
	Test      string // "chi-squared, 30 degrees of freedom"
	Statistic float64
	P         float64 // of this test alone
	Adjusted  float64 // after correction for the number of tests
	Tests     int     // number of tests run together
	Method    string  // of the correction: "Holm", "Benjamini-Hochberg"
	Effect    float64 // size, in the unit that EffectIs names
	EffectIs  string  // "share of rows over expectation"
}

// Finding is one thing that a rule found.
type Finding struct {
	Rule       *Rule
	Severity   Severity
	Confidence float64
	Data       *record.Dataset
	Row        int    // index from 0; -1 = the dataset as a whole
	Column     int    // column in question, -1 = the row as a whole
	Marked     []int  // further columns that the finding rests on
	Related    []Ref  // twin rows and other rows that it rests on
	Alike      int    // number of further rows of which the finding says the same; Related lists them first, as many as fit
	Message    string // one sentence without a full stop; names the values
	Why        string // the evidence
	Help       string // what to do
	Expected   string
	Found      string
	Weight     float64 // how bad within the rule; the worst are shown first
	Key        string  // tells apart several findings about one cell or dataset ("day 15", "1993-04"); part of the fingerprint
	Stat       *Stat   // nil for deterministic rules

	Fingerprint string // filled in by the audit; stable between runs and under moving of rows
}
