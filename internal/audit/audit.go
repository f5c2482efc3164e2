// Package audit runs the whole pipeline over a set of files and holds the one result that every face of assay renders.
//
// An audit is a pure function of files, configuration and decisions: the same inputs give the same [Audit], whatever the
// order of the files, the number of cores, or the machine.
package audit

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/dossier"
	"github.com/assaydata/assay/internal/journal"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/privacy"
	"github.com/assaydata/assay/internal/record"
)

// Audit is the result.
type Audit struct {
	Datasets   []*record.Dataset // ordered by name
	Rules      []*check.Rule     // the rules that were asked for, by code
	Findings   []check.Finding   // ordered by dataset, then rule, then row, then column
	Skipped    []Skip            // which rule could not work on which dataset, and why
	Failed     []Failure         // inputs of which nothing could be read
	Namesakes  []Namesake        // datasets that go by a number because another one has their short name
	Case       *dossier.Dossier  // what the claim tables come to, nil where there are none
	Across     *check.Linkage    // what the datasets of events have in common, nil where there are no two of them
	Entries    *check.Entries    // which entries of lists are one person or group, nil where there is no list
	Shield     *privacy.Shield   // what keeps persons out of every output, nil where no table names any; texts of findings went through it
	Known      int               // findings left out because the baseline holds them
	Suppressed int               // findings left out because a decision of the journal says that they are none
	Undecided  []journal.Problem // decisions about records that the datasets do not hold
	Partial    bool              // something could not be read: a record, or the rest of a file

	resolved bool            // the decisions of the journal were looked up
	decided  []link.Decision // about rows of Datasets
}

// Skip says that a rule could not work on a dataset.
type Skip struct {
	Rule   *check.Rule
	Data   *record.Dataset
	Reason string
}
