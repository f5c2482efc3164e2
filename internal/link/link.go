// Package link says which records describe one thing: block, compare, weigh, decide, cluster. It knows nothing of events or
// persons: a kind of record brings its own blocking keys and comparisons ([Subject]), package event those of events.
//
// The method is that of Fellegi and Sunter (1969, https://doi.org/10.1080/01621459.1969.10501049): each comparison of a pair
// falls into a level, each level has a match weight, the logarithm of how much more often it occurs among records of one
// thing than among others; the weights of a pair add up.
package link

import (
	"cmp"

	"github.com/assaydata/assay/internal/record"
)

// Ref names a record: a row of a dataset, both counted from 0, the dataset in the order of [Result.Datasets].
type Ref struct{ Data, Row int32 }

// Compare orders records by dataset and row.
func (r Ref) Compare(o Ref) int {
	return cmp.Or(cmp.Compare(r.Data, o.Data), cmp.Compare(r.Row, o.Row))
}

// Relation is what two records are to each other.
type Relation uint8

const (
	Different Relation = iota
	Unsure             // too close to call: for a reviewer
	PartOf             // one contains the other, or both are parts of one larger thing
	Same               // one thing
)

var relations = [...]string{"different", "unsure", "part_of", "same"}

func (r Relation) String() string { return relations[min(r, Same)] }

// ParseRelation reads a relation by its name in files and commands.
func ParseRelation(s string) (Relation, bool) {
	for r, n := range relations {
		if n == s {
			return Relation(r), true
		}
	}
	return Different, false
}

// Pair is two compared records, A before B in the order of [Ref.Compare].
type Pair struct {
	A, B        Ref
	Relation    Relation
	Probability float32 // that the two are the same thing, calibrated
	Related     float32 // that they are the same or parts of one larger thing; at least Probability
	Weight      float32 // match weight in bits: the sum of the weights of all comparisons, without the prior
	Decided     string  // identifier of the decision that settled the pair, "" where the model did
	Levels      []uint8 // level of each comparison, in the order of the model's comparisons
}

// Member is a record of an entity: Same where it describes the entity itself, PartOf where it is one of the rows into which its
// dataset splits it, beside the one that stands for them.
type Member struct {
	Ref
	Relation Relation
}

// Entity is one thing with the records that describe it. Every record is in exactly one. That a thing is a part of another one is
// told of pairs ([Result.Pairs]).
type Entity struct {
	Members []Member // those that are Same first, each group in the order of Ref.Compare
}

// Decision is a reviewer's word on two records, from the journal. It always holds.
type Decision struct {
	A, B     Ref
	Relation Relation
	ID       string
}

// Result is what linking found.
type Result struct {
	Datasets []*record.Dataset // in an order that does not depend on that of the inputs
	Pairs    []Pair            // all pairs that are not Different, ordered by A, B
	Entities []Entity          // every record is in one; ordered by the first member
}
