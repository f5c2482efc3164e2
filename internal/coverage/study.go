// Package coverage estimates how many cases no list has seen, from the cases that several lists share, and says on which
// assumption the number rests.
//
// Before any model runs, gates look at what is known about the lists. A table that fails one gets its documented minimum and
// the reason, and no number that could be taken for an estimate. Otherwise models with different assumptions are fitted side
// by side, with what the result is sensitive to; the range over defensible choices belongs to the answer.
package coverage

import (
	"github.com/assaydata/assay/internal/coverage/capture"
)

// Study is what is known: tables of one set of lists by stratum, and the lists.
type Study struct {
	Name string
	// Lists describe the lists of all tables, in their order.
	Lists  []List
	Strata []capture.Stratum
	// Closed says whether nobody entered or left the population in the period, so that every case could be on every list.
	Closed  Answer
	Linkage Linkage
	// Replicates are the same strata after drawing the uncertain links anew.
	Replicates [][]capture.Stratum
}

// List describes one list. What is empty was not stated.
type List struct {
	Name string
	// Unit is what a case is: "killings", "persons", "events".
	Unit string
	// From and To are the first and last day that the list covers, as 2006-01-02.
	From, To string
	// Origin names what the list is made from. Lists of one origin count as one list.
	Origin string
}

// Answer is yes, no or not stated.
type Answer uint8

// Answers.
const (
	NotStated Answer = iota
	Yes
	No
)

// Linkage is how well cases were matched between lists.
type Linkage struct {
	// Precision is the share of matches that are right, Recall the share of true matches that were made.
	Precision, Recall float64
	// Measured says that both are known, and Source how.
	Measured bool
	Source   string
}
