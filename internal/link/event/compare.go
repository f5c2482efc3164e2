package event

import (
	"math/bits"

	"github.com/assaydata/assay/internal/link"
)

// The comparisons, in the order of the levels of a pair. Level 0 always is "nothing to compare" and weighs nothing.
const (
	cTime = iota
	cDistance
	cPlace
	cCrowd
	cKind
	cMeans
	cTarget
	cActor
	cDeaths
	cInjured
	cArticle
	cOutlet
	cExtent
	cRows
	cText
	cShared
	cRecord
	nComparisons
)

// nLevels is the number of levels of a pair with those that compare it with its rivals ([link.RivalComparisons]).
const nLevels = nComparisons + 5

// Comparisons describes what is compared and the levels of each.
var Comparisons = []link.Comparison{
	cTime:     {Name: "time", Levels: []string{"no date", "one day", "overlap, within a week", "overlap, wider", "a day apart", "two days apart", "three days apart", "4 to 7 days apart", "more than a week apart"}, Order: [][]uint8{{1, 4, 5, 6, 7, 8}, {1, 2, 3}, {1, 0}}},
	cDistance: {Name: "distance", Levels: []string{"no point", "under 1 km", "1 to 5 km", "5 to 15 km", "15 to 30 km", "30 to 60 km", "coarse: within its radius", "coarse: beyond its radius", "60 to 150 km", "over 150 km", "no point, other countries"}, Order: [][]uint8{{1, 2, 3, 4, 5, 8, 9, 10}, {1, 6, 7}, {1, 0}}},
	cPlace:    {Name: "place", Levels: []string{"no name", "one name", "a shared word", "one names the place of the other", "other names, one second-order division", "other names, one first-order division", "other names, other divisions", "other names"}, Order: [][]uint8{{1, 0, 4, 5, 6}, {1, 2}, {1, 3}, {0, 7}}},
	cCrowd:    {Name: "crowd", Levels: []string{"not counted", "few others near", "some others near", "many others near", "very many others near", "a crowd"}, Order: [][]uint8{{1, 2, 3, 4, 5}, {1, 0}}},
	cKind:     {Name: "kind", Levels: []string{"not stated", "one kind", "kinds that go together", "kinds that rarely go together", "kinds that exclude each other"}, Order: [][]uint8{{1, 2, 3, 4}, {1, 0}}},
	cMeans:    {Name: "means", Levels: []string{"not told", "the same, which is rare", "the same", "most in common", "some in common", "nothing in common"}, Order: [][]uint8{{1, 2, 3, 4, 0, 5}}},
	cTarget:   {Name: "target", Levels: []string{"not told", "the same, which is rare", "the same", "most in common", "some in common", "nothing in common"}, Order: [][]uint8{{1, 2, 3, 4, 0, 5}}},
	cActor:    {Name: "actor", Levels: []string{"not known", "a rare actor in common", "an actor in common", "one sort", "named in the other's text", "other actors"}, Order: [][]uint8{{1, 2, 0, 5}, {2, 3}, {2, 4}}},
	cDeaths:   {Name: "deaths", Levels: []string{"not stated", "both none", "equal, 1 to 3", "equal, 4 or more", "ranges meet or nearly", "within a factor of 2", "beyond a factor of 2", "none against a few", "none against 5 or more", "as the note of the other says", "as the sum of several records", "a bound of the other", "ranges of at most 3 meet", "none, as its text says, against some"}, Order: [][]uint8{{3, 4, 0, 5, 6}, {2, 0, 7, 8, 13}, {2, 1}, {4, 9}, {4, 10}, {3, 11}, {4, 12}}},
	cInjured:  {Name: "injured", Levels: []string{"not stated", "both none", "equal", "within a factor of 1.5", "further apart"}, Order: [][]uint8{{2, 0, 4}, {2, 3}, {2, 1}}},
	cArticle:  {Name: "article", Levels: []string{"not cited", "one article", "headlines alike", "a word in common", "other articles"}, Order: [][]uint8{{1, 2, 3, 0, 4}}},
	cOutlet:   {Name: "outlet", Levels: []string{"not named", "one outlet", "other outlets"}, Order: [][]uint8{{1, 0, 2}}},
	cExtent:   {Name: "extent", Levels: []string{"not known", "both single", "one may sum up several", "both sum up several", "one is linked to others", "both are linked to others", "a linked one, one that sums up", "one sums up several"}},
	cRows:     {Name: "rows", Levels: []string{"not known", "a row each", "one of two rows", "one of several rows"}},
	cText:     {Name: "text", Levels: []string{"no text", "nothing in common", "little in common", "some in common", "much in common", "very much in common", "most in common", "one text"}, Order: [][]uint8{{7, 6, 5, 4, 0, 2, 1}, {4, 3}}},
	cShared:   {Name: "rare words", Levels: []string{"no text", "none shared", "weak", "fair", "strong", "very strong"}, Order: [][]uint8{{5, 4, 0, 2, 1}, {4, 3}}},
	cRecord:   {Name: "record", Levels: []string{"not alike throughout", "one record: the same words and figures"}},
}

// Compare fills the level of each comparison for two records. It allocates nothing.
func (r *Records) Compare(i, j int32, to []uint8) {
	f := focus{Records: r, i: -1}
	f.on(i)
	f.compareCoded(j, to)
	f.compareWords(j, to)
}

// compareCoded fills the levels that cost little.
func (f *focus) compareCoded(j int32, to []uint8) {
	r, i := f.Records, f.i
	to[cTime] = r.compareTime(i, j)
	to[cDistance] = r.compareDistance(i, j)
	to[cPlace] = f.comparePlace(j)
	to[cCrowd] = max(r.crowd[i], r.crowd[j])
	to[cKind] = r.compareKind(i, j)
	to[cMeans] = compareConcepts(r.means[i], r.means[j], &r.meansDF[r.data[i]], &r.meansDF[r.data[j]])
	to[cTarget] = compareConcepts(r.targets[i], r.targets[j], &r.targetDF[r.data[i]], &r.targetDF[r.data[j]])
	to[cActor] = f.compareActor(j)
	to[cDeaths] = r.compareDeaths(i, j)
	to[cInjured] = compareInjured(r.injured[i], r.injured[j])
	to[cExtent] = compareExtent(r.extent[i], r.extent[j])
	to[cRows] = max(r.rows[i], r.rows[j])
	to[cRecord] = 0
	if r.data[i] != r.data[j] && r.oneRecord(i, j) {
		to[cRecord] = 1
	}
}

// wordComparisons are those that go through the words of both records.
var wordComparisons = [...]int{cArticle, cOutlet, cText, cShared}

func (f *focus) compareWords(j int32, to []uint8) {
	to[cArticle] = f.compareArticle(j)
	to[cOutlet] = f.compareOutlet(f.i, j)
	to[cText], to[cShared] = f.compareText(j)
}

func (r *Records) compareTime(i, j int32) uint8 {
	if r.first[i] > r.last[i] || r.first[j] > r.last[j] {
		return 0
	}
	gap := max(r.first[i]-r.last[j], r.first[j]-r.last[i])
	width := max(r.last[i]-r.first[i], r.last[j]-r.first[j])
	switch {
	case gap > 7:
		return 8
	case gap > 3:
		return 7
	case gap == 3:
		return 6
	case gap == 2:
		return 5
	case gap == 1:
		return 4
	case width == 0:
		return 1
	case width < 7:
		return 2
	}
	return 3
}

// coarseKm is the radius from which on a point stands for an area.
const coarseKm = 50

func (r *Records) compareDistance(i, j int32) uint8 {
	if r.lat[i] != r.lat[i] || r.lat[j] != r.lat[j] {
		if r.country != nil && r.country[i] != r.country[j] && r.country[i] >= 0 && r.country[j] >= 0 {
			return 10
		}
		return 0
	}
	d := r.km(i, j)
	if wide := float64(max(r.radius[i], r.radius[j])); wide >= coarseKm && d >= 1 {
		switch {
		case d <= wide:
			return 6
		case d <= 2*wide:
			return 7
		}
	}
	switch {
	case d >= 150:
		return 9
	case d >= 60:
		return 8
	case d < 1:
		return 1
	case d < 5:
		return 2
	case d < 15:
		return 3
	case d < 30:
		return 4
	}
	return 5
}

func (f *focus) comparePlace(j int32) uint8 {
	r, i := f.Records, f.i
	a, b := r.places.of(i), r.places.of(j)
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	switch n := common(a, b); {
	case n == len(a) && n == len(b):
		return 1
	case n > 0:
		return 2
	case r.tells(j, a) == len(a) || f.tells(b) == len(b):
		return 3
	}
	x, y := r.admin2[i], r.admin2[j]
	if x != 0 && x == y {
		return 4
	}
	switch x, y := r.admin1[i], r.admin1[j]; {
	case x == 0 || y == 0:
		return 7
	case x == y:
		return 5
	}
	return 6
}

// common counts the tokens that two sorted lists share.
func common(a, b []uint32) int {
	n := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			n++
			a, b = a[1:], b[1:]
		}
	}
	return n
}

// within reports whether all tokens of a occur in b.
func within(a, b []uint32) bool { return common(a, b) == len(a) }

// compareConcepts compares sets of concepts by the information of those in common, of what the poorer set has.
func compareConcepts(a, b uint64, da, db *[64]float32) uint8 {
	if a == 0 || b == 0 {
		return 0
	}
	var shared, sumA, sumB float32
	for x := a | b; x != 0; x &= x - 1 {
		k := bits.TrailingZeros64(x)
		inA, inB := a>>k&1 != 0, b>>k&1 != 0
		if inA && inB {
			shared += min(da[k], db[k])
		}
		if inA {
			sumA += da[k]
		}
		if inB {
			sumB += db[k]
		}
	}
	f := shared / max(0.5, min(sumA, sumB))
	switch {
	case f >= 0.7 && shared >= 4:
		return 1
	case f >= 0.7:
		return 2
	case f >= 0.4:
		return 3
	case f >= 0.1:
		return 4
	}
	return 5
}

func (f *focus) compareNames(j int32) uint8 {
	r, i := f.Records, f.i
	a, b := r.actors.of(i), r.actors.of(j)
	n := 0
	rare := false
	for x, y := a, b; len(x) > 0 && len(y) > 0; {
		switch {
		case x[0] < y[0]:
			x = x[1:]
		case x[0] > y[0]:
			y = y[1:]
		default:
			n++
			// Rare is what fewer than one record in fifty names.
			if int(r.actorDF[bucket(x[0])])*50 < r.N() {
				rare = true
			}
			x, y = x[1:], y[1:]
		}
	}
	ca, cb := r.classes[i], r.classes[j]
	switch {
	case n > 0 && rare:
		return 1
	case n > 0:
		return 2
	case len(a) > 0 && len(b) > 0:
		if r.tells(j, a) > 0 || f.tells(b) > 0 {
			return 4
		}
		return 5
	case r.tells(j, a) > 0 || f.tells(b) > 0:
		return 4
	case ca&cb&(classState|classProtesters) != 0:
		return 3
	}
	return 0
}

// compareDeaths compares what is coded, sums and notes. A zero in a column is little evidence that nobody died: it is also what stands for
// an unknown number. Where a text denies harm, the dead of the other record are those of another event.
func (r *Records) compareDeaths(i, j int32) uint8 {
	level := r.compareSums(i, j)
	switch level {
	case 4, 7, 8, 12:
		if r.saysNone(i) && best(r.deaths[j]) > 0 || r.saysNone(j) && best(r.deaths[i]) > 0 {
			return 13
		}
	}
	return level
}

// saysNone reports whether a record denies in words that anybody died or was hurt, and no column of it counts dead.
func (r *Records) saysNone(i int32) bool { return r.noted[i].high == 0 && !(best(r.deaths[i]) > 0) }

// compareSums also tries the sum over the rows into which a dataset splits an event. Where only the sum agrees, a row is a part of
// what the other dataset tells; a note that states the sum is about the whole.
func (r *Records) compareSums(i, j int32) uint8 {
	level := compareDeaths(r.deaths[i], r.deaths[j], r.noted[i], r.noted[j])
	if level < 5 || level > 9 {
		return level
	}
	if (r.sums[i] != r.deaths[i] || r.sums[j] != r.deaths[j]) && r.unit[i] != r.unit[j] {
		closest := level
		for _, p := range [...][2]count{{r.sums[i], r.deaths[j]}, {r.deaths[i], r.sums[j]}, {r.sums[i], r.sums[j]}} {
			if l := deathLevel(p[0], p[1]); l >= 2 && l <= 4 {
				closest = min(closest, l)
			}
		}
		switch {
		case closest == level:
		case level == 9:
			return closest
		default:
			return 10
		}
	}
	if level <= 8 {
		for _, p := range [...][3]count{{r.daySums[i], r.deaths[j], r.deaths[i]}, {r.daySums[j], r.deaths[i], r.deaths[j]}} {
			if sum, other, own := p[0], p[1], p[2]; best(sum) > best(own) && other.high >= 2 && other.low == other.low {
				if l := deathLevel(sum, other); l >= 2 && l <= 4 {
					return 10
				}
			}
		}
	}
	return level
}

func compareDeaths(a, b, noteA, noteB count) uint8 {
	if a.low != a.low || b.low != b.low {
		if a.low == a.low && noteB.low == noteB.low {
			b = noteB
		} else if b.low == b.low && noteA.low == noteA.low {
			a = noteA
		} else {
			return 0
		}
	}
	level := deathLevel(a, b)
	if level >= 5 && level < 11 {
		// A note that gives the other's number explains the difference: a toll of several places, or one that grew.
		if noteA.high > 0 && meets(noteA, b) && b.high > 0 || noteB.high > 0 && meets(noteB, a) && a.high > 0 {
			return 9
		}
	}
	return level
}

// bound reports whether a number is the least or the most that a range states: the other dataset took one side of what was reported.
func bound(a count, x float32) bool { return a.low < a.high && x > 0 && (x == a.low || x == a.high) }

func meets(a, b count) bool { return a.low <= b.high && b.low <= a.high }

func deathLevel(a, b count) uint8 {
	x, y := best(a), best(b)
	lo, hi := min(x, y), max(x, y)
	switch {
	case hi == 0 && a.high == 0 && b.high == 0:
		return 1
	case x == y && hi >= 1 && hi <= 3:
		return 2
	case x == y && hi > 3:
		return 3
	case bound(a, y) || bound(b, x):
		return 11
	case meets(a, b) || hi-lo <= 1 && lo >= 4 || lo >= 5 && hi <= 1.2*lo:
		if hi <= 3 {
			return 12
		}
		return 4
	case lo > 0 && hi <= 2*lo:
		return 5
	case lo > 0:
		return 6
	case hi < 5:
		return 7
	}
	return 8
}

func best(c count) float32 {
	if c.best == c.best {
		return c.best
	}
	return (c.low + c.high) / 2
}

func compareInjured(a, b count) uint8 {
	if a.best != a.best || b.best != b.best {
		return 0
	}
	lo, hi := min(a.best, b.best), max(a.best, b.best)
	switch {
	case hi == 0:
		return 1
	case hi == lo:
		return 2
	case hi <= 1.5*lo:
		return 3
	}
	return 4
}
