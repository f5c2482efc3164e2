package names

import (
	"math"

	"github.com/assaydata/assay/names/internal/concept"
)

// group holds the constants by which names of groups are scored. They were set on public benchmarks (docs/names.md says which) and
// are few on purpose.
var group = struct {
	contradiction, omission float32 // weight of what differs, of what one name lacks
	leastContradiction      float32 // bits of two words that differ, however common they are
	misspelt                float32 // share of what a spelling lacks in likeness that counts as contradiction
	slip                    int32   // hundredths of a letter from which a slip of the hand is the likelier reason
	slipped                 float32 // likeness of two words of which the longer has five letters and that differ by a slip
	exchanged               float32 // share of that which remains for two concepts of one family (battalion, brigade)
	core                    float32 // bits that must be shared besides common words before families are exchanged
	association             float32 // bits against an association and a company
	branch                  float32 // highest value where one name has a place or number that the other lacks
	subsidiary              float32 // highest value where a company's name has a place that the other lacks
	apart                   float32 // highest value where places or numbers differ
	thin                    float32 // highest value where only common words are shared and something is left over
	halfBits                float32 // bits of matching parts for half of the way to 1
}{
	contradiction: 1.6, omission: .28, leastContradiction: 3.5, misspelt: .6, slip: 50, slipped: .9, exchanged: .3, core: 6, association: 5,
	branch: .66, subsidiary: .78, apart: .45, thin: .6, halfBits: 8,
}

// coreBits is what a concept must tell to count as more than a common word.
const coreBits = 2.8

// pairing is the working memory of a comparison of groups; it stays on the stack. Parts are matched one to one; what is matched
// with two parts of the other name, written as one, names the first.
type pairing struct {
	a, b       *Name
	na, nb     int
	toA, toB   [maxGroupParts]int8 // the matched part of the other name, or one of the values above (free, inJoin, ignored)
	like       [maxGroupParts]float32
	matched    float32 // bits
	core       float32 // of them, of words that are not common
	differing  float32 // bits of contradiction
	soft       float32 // of concepts of one family
	lacking    float32
	pairs      int // of parts that are alike
	flags      Flags
	onlyA      int // parts left over that are more than a description of a firm
	onlyB      int
	formDiffer bool
	behind     bool // one has a number, or a place that is not its first word, that the other lacks
	fuzzy      bool // something matched by sound or meaning only
}

// compareGroups aligns the words of two names of groups: first the same words, then the same concepts in whatever language, then
// words alike in sound, then words written as one. What is left over on both sides speaks against, what one name lacks speaks little; places
// and numbers tell branches from each other.
func (m *Matcher) compareGroups(a, b *Name, x *Explanation) Score {
	flip := len(b.Parts) < len(a.Parts) || len(b.Parts) == len(a.Parts) && b.Text < a.Text
	if flip { // ties are resolved by order, which must not depend on who comes first
		a, b = b, a
	}
	p := pairing{a: a, b: b, na: min(len(a.Parts), maxGroupParts), nb: min(len(b.Parts), maxGroupParts)}
	if p.na == 0 || p.nb == 0 {
		return Score{}
	}
	for i := range p.na {
		p.toA[i] = startOf(&a.Parts[i])
	}
	for j := range p.nb {
		p.toB[j] = startOf(&b.Parts[j])
	}
	p.pair(same, 1)
	p.pair(sameConcept, .999)
	p.pairSounds()
	p.joins()
	p.forms()
	s := p.score()
	if v := acronyms(a, b); v > s.Value {
		s = Score{Value: v, Bits: acronymBits, Level: Strong, Flags: AcronymMatch}
		if v < Threshold {
			s.Level = Partial
		}
	}
	if x != nil {
		p.tell(x, flip)
	}
	return s
}

// score turns the sums into a value.
func (p *pairing) score() Score {
	p.weigh()
	if p.matched == 0 {
		return Score{Bits: -p.differing, Flags: p.flags}
	}
	against := group.contradiction*p.differing + p.soft*group.contradiction + group.omission*p.lacking
	if p.formDiffer {
		against += .1
	}
	v := p.matched / (p.matched + against)
	v *= 1 - .12*float32(math.Exp2(float64(-p.matched/group.halfBits)))
	whole := p.differing == 0 && p.lacking == 0 && p.soft == 0
	switch {
	case p.flags&(PlaceDiffers|NumberDiffers) != 0:
		v = capped(v, group.apart)
	case p.flags&BranchOf != 0 && p.branches():
		v = capped(v, group.branch)
	case p.flags&BranchOf != 0:
		v = capped(v, group.subsidiary)
	case p.core < .9*coreBits && (p.onlyA+p.onlyB > 0 || p.differing > 1), p.fuzzy && p.matched < 4 && p.pairs == 1:
		v = capped(v, group.thin)
	}
	s := Score{Value: v, Bits: p.matched - group.contradiction*p.differing - group.omission*p.lacking, Flags: p.flags}
	if p.lacking > 0 {
		s.Flags |= PartsOmitted
	}
	switch {
	case whole && !p.fuzzy && v >= Threshold:
		s.Level = Exact
	case v >= Threshold:
		s.Level = Strong
	case v >= .5:
		s.Level = Partial
	case v >= .3:
		s.Level = Weak
	}
	return s
}

// capped keeps a value below a limit, and the order of the values that it lowers.
func capped(v, limit float32) float32 { return min(v, limit-.1*(1-v)) }

// branches reports whether a place that one name lacks makes a branch of it. It does behind a name, where subsidiaries have theirs (Bank of China (Hong
// Kong)). In front of the name of a company lists add and leave it out freely: where something rare is shared, it says little.
func (p *pairing) branches() bool {
	if p.behind || p.core < group.core {
		return true
	}
	return !p.firm(p.a, p.na) && !p.firm(p.b, p.nb)
}

func (p *pairing) firm(n *Name, k int) bool {
	if n.Kind == Company {
		return true
	}
	for i := range k {
		if q := &n.Parts[i]; q.Role == Form || q.Role == Concept && q.entry().Kin == concept.Firm {
			return true
		}
	}
	return false
}

// acronymBits is what an abbreviation that fits tells.
const acronymBits = 8

// acronyms is the value of an abbreviation against the words that it may stand for, 0 where neither name is one.
func acronyms(a, b *Name) float32 {
	if a.Acronym == "" && b.Acronym == "" {
		return 0
	}
	n := len(a.Acronym)
	switch {
	case a.Acronym == b.Acronym:
		if n < 3 || !a.single() && !b.single() {
			return 0
		}
		return .85
	case a.single() && !b.single() && b.spells(a.Acronym):
	case b.single() && !a.single() && a.spells(b.Acronym):
		n = len(b.Acronym)
	default:
		return 0
	}
	switch {
	case n < 3:
		return .4
	case n == 3:
		return .71
	}
	return .76
}
