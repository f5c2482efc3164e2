package identity

import (
	"github.com/assaydata/assay/internal/entry"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/names"
)

// The comparisons of two entries, in the order of their levels.
const (
	cName = iota
	cGiven
	cFamily
	cBirth
	cLife
	cSex
	cCountry
	cBirthPlace
	cDocument
	cContact
	cAddress
	cGroup
	cPeriod
	nComparisons
)

// Comparisons lists them with their levels for people. Level 0 is "nothing to compare" everywhere and weighs nothing.
var Comparisons = []link.Comparison{
	{Name: "name", Levels: []string{"not compared", "different", "a part differs", "little in common", "partly alike", "alike", "alike, and rare", "the same", "the same, and rare"}},
	{Name: "given name", Levels: []string{"not compared", "different", "initial fits", "similar", "one or two letters apart", "the same, very common", "the same, common", "the same", "the same, rare", "given and family name swapped"}},
	{Name: "family name", Levels: []string{"not compared", "different", "initial fits", "similar", "one or two letters apart", "the same, very common", "the same, common", "the same", "the same, rare"}},
	{Name: "birth", Levels: []string{"not compared", "conflict", "within three years", "same year", "two digits apart", "one digit apart", "day and month swapped", "agree within precision", "same day"}},
	{Name: "life", Levels: []string{"not compared", "active long after death", "deaths far apart", "deaths within a year", "deaths agree", "same day of death"}},
	{Name: "sex", Levels: []string{"not compared", "different", "the same"}},
	{Name: "country", Levels: []string{"not compared", "none in common", "one in common"}},
	{Name: "birth place", Levels: []string{"not compared", "different", "share a word", "the same"}},
	{Name: "document", Levels: []string{"not compared", "other numbers of one kind", "other passports or documents", "one slip apart", "the same"}},
	{Name: "contact", Levels: []string{"not compared", "different", "similar", "a slip apart", "the same"}},
	{Name: "address", Levels: []string{"not compared", "different", "town similar", "same town", "same postcode", "similar street", "street and town or number", "the same"}},
	{Name: "group", Levels: []string{"not compared", "different", "one in common", "both lead it"}},
	{Name: "period", Levels: []string{"not compared", "one ends before the other begins", "may overlap", "same beginning"}},
}

// Compare fills in the levels of a pair.
func (r *Records) Compare(i, j int32, levels []uint8) {
	clear(levels[:nComparisons])
	r.compareDates(i, j, levels)
	r.compareSmall(i, j, levels)
	r.compareNames(i, j, levels)
	r.compareLong(i, j, levels)
}

// compareNames compares names, as wholes or by columns.
func (r *Records) compareNames(i, j int32, levels []uint8) {
	if !r.parted {
		levels[cName] = r.wholeNames(i, j)
		return
	}
	levels[cGiven], levels[cFamily] = r.column(r.given[i], r.given[j]), r.column(r.family[i], r.family[j])
	if levels[cGiven] == 1 && levels[cFamily] <= 1 || levels[cGiven] <= 1 && levels[cFamily] == 1 {
		a, b := r.column(r.given[i], r.family[j]), r.column(r.family[i], r.given[j])
		if a >= 3 && b >= 3 || a >= 4 && b == 0 || b >= 4 && a == 0 {
			levels[cGiven], levels[cFamily] = 9, 0
		}
	}
}

// column is the level of two given names or two family names.
func (r *Records) column(a, b int32) uint8 {
	if a == 0 || b == 0 {
		return 0
	}
	if a == b {
		return 5 + r.parts[a].rare
	}
	x, y := r.tokens.text[a], r.tokens.text[b]
	if len(x) == 1 || len(y) == 1 {
		if x[0] == y[0] {
			return 2
		}
		return 1
	}
	switch s := r.likeness(a, b); {
	case s >= 0.75:
		return 4
	case s >= 0.6:
		return 3
	}
	return 1
}

// rareBits is what a name must tell, in bits of package names, to be called rare.
const rareBits = 17

// wholeNames is the level of the two names of two entries that go together best.
func (r *Records) wholeNames(i, j int32) uint8 {
	a, b := r.names.of(i), r.names.of(j)
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	best := uint8(1)
	for _, x := range a {
		for _, y := range b {
			best = max(best, r.nameLevel(x, y))
		}
	}
	return best
}

func (r *Records) nameLevel(x, y nameOf) uint8 {
	p, q := r.parsed[x.text], r.parsed[y.text]
	s := r.matcher.Compare(p, q)
	level := uint8(1)
	differs := s.Flags&(names.GivenDiffers|names.FamilyDiffers|names.PatronymicDiffers|names.NumberDiffers|names.BranchOf) != 0
	switch s.Level {
	case names.Exact:
		level = 7
	case names.Strong:
		level = 5
	case names.Partial:
		level = 4
	case names.Weak:
		level = 3
	}
	if differs && level >= 3 {
		return min(level, 2)
	}
	if level >= 5 {
		// A nickname or an alias that the list itself calls weak tells little, and so does a name of one part.
		if r.Kind == entry.Person && (len(p.Parts) < 2 || len(q.Parts) < 2) {
			return 3
		}
		if r.Kind == entry.Group && level == 5 && (x.quality != entry.Primary || y.quality != entry.Primary) {
			return 4 // further names of groups are often translations, and of several groups the same
		}
		if s.Bits >= rareBits {
			level++
		}
	}
	return level
}
