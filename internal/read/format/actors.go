package format

import (
	"strings"

	"github.com/assaydata/assay/internal/record"
)

const (
	sortRioters    = 5
	sortProtesters = 6
	sortCivilians  = 7
)

// interSort reads ACLED's sort of an actor as a code or in words; 0 for none.
func interSort(text string, num float64) uint8 {
	if n := small(text, num); n != 0 {
		return n
	}
	for n := 1; n < len(acledActorSorts); n++ {
		if strings.EqualFold(text, acledActorSorts[n]) {
			return uint8(n)
		}
	}
	return 0
}

// actors describes each distinct label of an actor column. Where ACLED says of which sort an actor is, the sort that most
// rows give to a label decides its class.
func actors(d *record.Dataset, role record.Role, sortColumn string) []record.Actor {
	c := d.Role(role)
	if c == nil || c.Storage != record.Coded {
		return nil
	}
	out := make([]record.Actor, len(c.Dict.Texts))
	for i, label := range c.Dict.Texts {
		out[i] = record.ParseActor(label)
	}
	sorts := namedValues(d, sortColumn, interSort)
	if sorts == nil || d.Format.ID != acled.id {
		return out
	}
	votes := make([][len(acledActorSorts)]uint32, len(out))
	for i, code := range c.Codes[:d.N] {
		if int(sorts[i]) < len(acledActorSorts) {
			votes[code][sorts[i]]++
		}
	}
	for i := range out {
		best := 0
		for n := 1; n < len(acledActorSorts); n++ {
			if votes[i][n] > votes[i][best] || best == 0 && votes[i][n] > 0 {
				best = n
			}
		}
		out[i].Class = classOf(best, out[i].Class)
	}
	return out
}

// classOf lets ACLED's sort decide, but keeps that an actor is not known: unidentified groups are sorted as militias. The
// sort for external and other forces says nothing about the class.
func classOf(sort int, label record.ActorClass) record.ActorClass {
	if label == record.ActorUnidentified || label == record.ActorNone {
		return label
	}
	switch sort {
	case 1:
		return record.ActorState
	case 2, 3, 4:
		return record.ActorArmedGroup
	case sortRioters, sortProtesters:
		return record.ActorProtesters
	case sortCivilians:
		return record.ActorCivilians
	}
	return label
}
