package names

// Level is the grade of a comparison.
type Level uint8

const (
	None    Level = iota // different names
	Weak                 // something is shared, but it alone says nothing: a kunya, a bare nisba, one common part
	Partial              // alike enough for a reader to look at
	Strong               // one name in another spelling, or with parts left out
	Exact                // the same parts in the same roles
)

var levels = [...]string{"none", "weak", "partial", "strong", "exact"}

func (l Level) String() string { return levels[min(int(l), len(levels)-1)] }

// Threshold is the value of a [Score] from which two names are said to match.
const Threshold = 0.70

// Flags are findings of a comparison that a number does not show.
type Flags uint16

const (
	PatronymicDiffers Flags = 1 << iota // speaks for a sibling or another person
	GivenDiffers
	FamilyDiffers
	KunyaOnly    // nothing but a kunya is shared
	NisbaOnly    // nothing but a nisba is shared
	PartsOmitted // one name has parts that the other lacks
	NumberDiffers
	PlaceDiffers
	BranchOf // one group's name is that of a branch, province or wing of the other
	AcronymMatch
)

// Score is how alike two names are.
type Score struct {
	Value float32 // 0 to 1; ranks, and does not pile up at 1: a longer, rarer name that agrees scores higher
	Bits  float32 // evidence for one name against chance, not clipped; negative speaks against
	Level Level
	Flags Flags
}

// Matches reports whether the value reaches [Threshold].
func (s Score) Matches() bool { return s.Value >= Threshold }

// Matcher compares names. It is safe for use from several goroutines.
type Matcher struct{}

// NewMatcher returns a matcher.
func NewMatcher() *Matcher { return &Matcher{} }

// Compare compares two names; it does not allocate. A name of a person and one of a group are compared as groups.
func (m *Matcher) Compare(a, b *Name) Score {
	if a.Kind == Person && b.Kind == Person {
		return m.comparePersons(a, b, nil)
	}
	return m.compareGroups(a, b, nil)
}

// initialBits is what a fitting initial tells.
const initialBits = 2

// titleBits is what a word tells that may be a title or a name.
const titleBits = 1
