package fact

import (
	"math"

	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/record"
)

// answer is how two values of one field stand to each other.
type answer int8

const (
	differ  answer = -1 // cannot both be right
	nothing answer = 0  // one of them says nothing that could be compared
	agree   answer = 1  // the same within the precision of both
)

// relate compares two values of a field, never beyond their precision.
func relate(f Field, a, b *Value) answer {
	switch f {
	case Date:
		return relateDates(a.When, b.When)
	case Place:
		return relatePoints(a, b)
	case Country, Admin1:
		return relateUnits(a, b)
	case PlaceName:
		return relateNames(a, b)
	case Kind:
		return relateKinds(a.Kind, b.Kind)
	case Actors:
		return relateActors(a.Actors, b.Actors)
	}
	return relateCounts(a.Count, b.Count)
}

func relateDates(a, b record.When) answer {
	if !a.Known() || !b.Known() {
		return nothing
	}
	aFirst, aLast := span(a)
	bFirst, bLast := span(b)
	if aFirst > bLast || bFirst > aLast {
		return differ
	}
	return agree
}

// relatePoints compares the distance with the sum of the radii.
func relatePoints(a, b *Value) answer {
	reach := a.Radius + b.Radius
	if a.Lat != a.Lat || b.Lat != b.Lat || math.IsInf(reach, 1) {
		return nothing
	}
	if math.Abs(a.Lat-b.Lat)*110 > reach || place.DistanceKm(a.Lat, a.Lon, b.Lat, b.Lon) > reach {
		return differ
	}
	return agree
}

func relateUnits(a, b *Value) answer {
	switch {
	case a.key == b.key || shares(a.words, b.words):
		return agree
	case a.exact && b.exact: // both are known to the map
		return differ
	}
	return nothing
}

// relateNames lets names differ only where both points are those of named places and lie apart: the name of a district
// and that of its town are no contradiction.
func relateNames(a, b *Value) answer {
	if a.key == b.key || shares(a.words, b.words) {
		return agree
	}
	if a.exact && b.exact && a.where != nil && b.where != nil && relatePoints(a.where, b.where) == differ {
		return differ
	}
	return nothing
}

// means lists kinds that go together: that a bomb was used says nothing of whom it was meant for, and an abduction is
// violence against civilians.
var means = func() (m [record.KindOther + 1][record.KindOther + 1]bool) {
	for _, p := range [][2]record.Kind{
		{record.KindExplosion, record.KindBattle},
		{record.KindExplosion, record.KindOneSided},
		{record.KindExplosion, record.KindProperty},
		{record.KindKidnapping, record.KindOneSided},
		{record.KindProperty, record.KindOneSided},
		{record.KindProperty, record.KindBattle},
		{record.KindProperty, record.KindRiot},
		{record.KindProperty, record.KindStrategic},
		{record.KindKidnapping, record.KindStrategic},
		{record.KindKidnapping, record.KindBattle},
		{record.KindRiot, record.KindOneSided},
		{record.KindStrike, record.KindProtest},
	} {
		m[p[0]][p[1]], m[p[1]][p[0]] = true, true
	}
	return m
}()

func relateKinds(a, b record.Kind) answer {
	switch {
	case a == record.KindUnknown || b == record.KindUnknown || a == record.KindOther || b == record.KindOther:
		return nothing
	case a == b || means[a][b]:
		return agree
	}
	return differ
}

// relateActors compares sets of actors. Datasets name one side or both, so that what only one names contradicts nothing;
// groups that have nobody in common do, unless one side is not identified.
func relateActors(a, b []*Actor) answer {
	for _, x := range a {
		for _, y := range b {
			if named(x) && named(y) && x.one(y) && (x.Class != record.ActorState || !onlyGroupsDiffer(a, b)) {
				return agree
			}
		}
	}
	if has(a, record.ActorUnidentified) || has(b, record.ActorUnidentified) {
		return nothing
	}
	if !anyNamed(a) || !anyNamed(b) {
		return nothing
	}
	return differ
}

// onlyGroupsDiffer reports whether both sets name groups: that the same army fought each makes no agreement.
func onlyGroupsDiffer(a, b []*Actor) bool {
	return has(a, record.ActorArmedGroup) && has(b, record.ActorArmedGroup)
}

// named reports whether an actor is one in particular: a group, a state, a movement with a name.
func named(a *Actor) bool {
	return a.Class == record.ActorState || a.Class == record.ActorArmedGroup || a.Class == record.ActorProtesters && len(a.words) > 0
}

func anyNamed(list []*Actor) bool {
	for _, a := range list {
		if a.Class == record.ActorState || a.Class == record.ActorArmedGroup {
			return true
		}
	}
	return false
}

func has(list []*Actor, c record.ActorClass) bool {
	for _, a := range list {
		if a.Class == c {
			return true
		}
	}
	return false
}

func relateCounts(a, b record.Count) answer {
	if !stated(a) || !stated(b) {
		return nothing
	}
	aLow, aHigh := bounds(a)
	bLow, bHigh := bounds(b)
	if aLow > bHigh || bLow > aHigh {
		return differ
	}
	return agree
}

// silent reports whether a value says nothing that could be compared with any other.
func silent(f Field, v *Value) bool {
	switch f {
	case Place:
		return math.IsInf(v.Radius, 1)
	case Kind:
		return v.Kind == record.KindUnknown || v.Kind == record.KindOther
	case Actors:
		for _, a := range v.Actors {
			if named(a) {
				return false
			}
		}
		return true
	case Deaths, Injured:
		low, high := bounds(v.Count)
		return low == 0 && math.IsInf(high, 1)
	}
	return false
}

// width is how imprecise a value is, 0 the most precise. That a count has no stated bounds does not make it precise.
func width(f Field, v *Value) float64 {
	switch f {
	case Date:
		first, last := span(v.When)
		return float64(last - first)
	case Place:
		return v.Radius
	case PlaceName:
		if v.where != nil {
			return v.where.Radius
		}
	case Kind: // the means of an attack is more than that there was one
		if v.Kind == record.KindExplosion || v.Kind == record.KindKidnapping || v.Kind == record.KindProperty {
			return 0
		}
		return 1
	case Deaths, Injured:
		if !v.Count.Known() {
			return 1
		}
		return 0
	case Actors:
		n := 0
		for _, a := range v.Actors {
			if a.Class == record.ActorArmedGroup || a.Class == record.ActorState {
				n++
			}
		}
		return 1 / float64(1+n)
	}
	return 0
}
