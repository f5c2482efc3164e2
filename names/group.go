package names

import (
	"math"

	"github.com/assaydata/assay/names/internal/concept"
	"github.com/assaydata/assay/names/internal/phone"
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

func startOf(p *Part) int8 {
	if p.Role == Particle {
		return ignored
	}
	return free
}

func same(p, q *Part) bool { return p.id == q.id && (p.Role == Number) == (q.Role == Number) }

// sameConcept reports whether two parts share one of their concepts.
func sameConcept(p, q *Part) bool {
	if p.concept == 0 || q.concept == 0 {
		return false
	}
	p1, p2, q1, q2 := p.concept&conceptMask, p.concept>>conceptBits, q.concept&conceptMask, q.concept>>conceptBits
	return p1 == q1 || p2 != 0 && p2 == q1 || q2 != 0 && (p1 == q2 || p2 == q2)
}

// pair matches the parts that are alike, in their order.
func (p *pairing) pair(alike func(p, q *Part) bool, like float32) {
	for i := range p.na {
		if p.toA[i] != free {
			continue
		}
		for j := range p.nb {
			if p.toB[j] == free && alike(&p.a.Parts[i], &p.b.Parts[j]) {
				p.match(i, j, like)
				break
			}
		}
	}
}

func (p *pairing) match(i, j int, like float32) {
	p.toA[i], p.toB[j], p.like[i] = int8(j), int8(i), like
	if like < 1 {
		p.fuzzy = true
	}
}

// pairSounds matches the parts alike in sound, the most alike first.
func (p *pairing) pairSounds() {
	type candidate struct {
		i, j int8
		like float32
	}
	var found [2 * maxGroupParts]candidate
	n := 0
	for i := range p.na {
		q := &p.a.Parts[i]
		if p.toA[i] != free || q.n == 0 {
			continue
		}
		for j := range p.nb {
			r := &p.b.Parts[j]
			if p.toB[j] != free || r.n == 0 || n == len(found) {
				continue
			}
			if s := alikeInSound(q, r); s > 0 {
				found[n] = candidate{int8(i), int8(j), s}
				n++
			}
		}
	}
	for {
		best := -1
		for k := range found[:n] {
			c := &found[k]
			if p.toA[c.i] == free && p.toB[c.j] == free && (best < 0 || c.like > found[best].like) {
				best = k
			}
		}
		if best < 0 {
			return
		}
		p.match(int(found[best].i), int(found[best].j), found[best].like)
	}
}

// alikeInSound is the likeness of two words: 1 for one sound down to .75, and 0 for different words. Two words of the lexicon are
// told apart by meaning: Iran is not Iraq.
func alikeInSound(p, q *Part) float32 {
	if p.concept != 0 && q.concept != 0 || p.Role == Form || q.Role == Form {
		return 0
	}
	n := min(letters(p), letters(q))
	limit := spelling(n, p.Script != q.Script)
	if p.concept != 0 || q.concept != 0 { // the usual spellings of its words are in the lexicon
		if n < 5 {
			return 0
		}
		if n < 7 {
			limit = min(limit, 60)
		}
	}
	if limit == 0 {
		return 0
	}
	d := apart(p, q, limit)
	if d > limit || d > group.slip {
		if p.Script == q.Script && n >= 4 && letters(p)+letters(q) >= 9 && slipped(p.Clean, q.Clean) {
			return group.slipped
		}
		if d > limit {
			return 0
		}
	}
	f := float32(d) / float32(limit)
	return .998 - f*f*.25
}

// letters is the length of a word: of a Latin one as written, of others as read.
func letters(p *Part) int {
	if p.Script == phone.Latin {
		return len(p.Clean)
	}
	return int(p.readings[0].N)
}

// spelling is the distance in hundredths of a letter up to which two words are spellings of one, by the length of the shorter. Short words of one
// script must sound the same, longer ones may differ by what conventions of transliteration exchange, long ones in a letter or two.
func spelling(n int, scripts bool) int32 {
	if scripts {
		return int32(allowed(float32(n), person.across))
	}
	switch {
	case n <= 2:
		return 0
	case n <= 4:
		return 30
	case n <= 6:
		return 100
	case n <= 9:
		return 125
	}
	return 180
}

// joins matches a part with two neighbours of the other name that are written as one there: Goodwill and Good Will.
func (p *pairing) joins() {
	for i := range p.na {
		if p.toA[i] == free {
			p.join(i, p.a, p.b, &p.toA, &p.toB, p.nb, true)
		}
	}
	for j := range p.nb {
		if p.toB[j] == free {
			p.join(j, p.b, p.a, &p.toB, &p.toA, p.na, false)
		}
	}
}

func (p *pairing) join(i int, one, two *Name, toOne, toTwo *[maxGroupParts]int8, n int, first bool) {
	w := &one.Parts[i]
	if w.Role == Number || len(w.Clean) < 4 {
		return
	}
	size := letters(w)
	for j := 0; j+1 < n; j++ {
		l, r := &two.Parts[j], &two.Parts[j+1]
		if toTwo[j] != free && toTwo[j] != ignored || toTwo[j+1] != free && toTwo[j+1] != ignored || toTwo[j] == ignored && toTwo[j+1] == ignored {
			continue
		}
		if k := letters(l) + letters(r) - size; k < -2 || k > 2 {
			if l.Script == w.Script || k < -size/2 || k > size/2 {
				continue
			}
		}
		var like float32
		if len(l.Clean)+len(r.Clean) == len(w.Clean) && hashMore(l.id, r.Clean) == w.id {
			like = .99
		} else if w.concept == 0 && r.Role != Form {
			if z := join(l, r); z.N > 4 && z.N > w.readings[0].N/2 && w.n > 0 {
				limit := spelling(min(letters(l)+letters(r), letters(w)), l.Script != w.Script)
				if d := phone.Distance(&z, &w.readings[0], limit); d <= limit {
					f := float32(d) / float32(limit)
					like = .98 - f*f*.25
				}
			}
		}
		if like == 0 {
			continue
		}
		toOne[i] = int8(j)
		toTwo[j], toTwo[j+1] = int8(i), inJoin
		if l.Role == Particle {
			toTwo[j], toTwo[j+1] = inJoin, int8(i)
			toOne[i] = int8(j + 1)
		}
		if first {
			p.like[i] = like
		} else {
			p.like[toOne[i]] = like
		}
		p.fuzzy = true
		return
	}
}

// forms sets legal forms against each other: they hardly count, but those of an association and of a company do.
func (p *pairing) forms() {
	for i := range p.na {
		q := &p.a.Parts[i]
		if p.toA[i] != free || q.Role != Form {
			continue
		}
		for j := range p.nb {
			r := &p.b.Parts[j]
			if p.toB[j] != free || r.Role != Form {
				continue
			}
			p.formDiffer = true
			if e, f := q.entry(), r.entry(); e.Family != f.Family && (e.Key == "nonprofit" || f.Key == "nonprofit") {
				p.differing += group.association
			}
			break
		}
	}
	p.drop(&p.toA, p.a, p.na)
	p.drop(&p.toB, p.b, p.nb)
}

func (p *pairing) drop(to *[maxGroupParts]int8, n *Name, k int) {
	for i := range k {
		if to[i] == free && n.Parts[i].Role == Form {
			to[i] = ignored
		}
	}
}

// isCommon reports words that tell little: company, group, international.
func isCommon(p *Part) bool {
	return p.Role == Form || p.Role == Concept && p.weight < coreBits
}

// weigh sums what matched and what is left over.
func (p *pairing) weigh() {
	for i := range p.na {
		q := &p.a.Parts[i]
		if j := p.toA[i]; j >= 0 {
			r := &p.b.Parts[j]
			w := (q.weight + r.weight) / 2
			p.matched += w * p.like[i]
			p.pairs++
			p.differing += w * (1 - p.like[i]) * group.misspelt
			if !isCommon(q) || !isCommon(r) {
				p.core += w * p.like[i]
			}
		}
	}
	p.repeated(p.a, p.b, &p.toA, p.na)
	p.repeated(p.b, p.a, &p.toB, p.nb)
	p.places()
	p.families()
	var left [2]float32
	for i := range p.na {
		if p.toA[i] == free {
			left[0] += p.a.Parts[i].weight
			if p.a.Parts[i].weight > 1 {
				p.onlyA++
			}
		}
	}
	for j := range p.nb {
		if p.toB[j] == free {
			left[1] += p.b.Parts[j].weight
			if p.b.Parts[j].weight > 1 {
				p.onlyB++
			}
		}
	}
	against := min(left[0], left[1])
	if n := min(p.onlyA, p.onlyB); n > 0 {
		against = max(against, group.leastContradiction*float32(n))
	}
	p.differing += against
	p.lacking += max(left[0], left[1]) - min(left[0], left[1])
}

// repeated takes what a name says twice out of what is left over: a concept that it has matched already (in translation, in brackets)
// and the abbreviation that the other name has in brackets.
func (p *pairing) repeated(n, other *Name, to *[maxGroupParts]int8, k int) {
	for i := range k {
		if to[i] != free {
			continue
		}
		q := &n.Parts[i]
		if other.Acronym != "" && q.Clean == other.Acronym {
			to[i] = ignored
			continue
		}
		if q.concept == 0 {
			continue
		}
		for h := range k {
			if h != i && to[h] >= 0 && sameConcept(q, &n.Parts[h]) {
				to[i] = ignored
				break
			}
		}
	}
}

// places takes places and numbers out of what is left over: on both sides they contradict each other unless one lies within the other, on one
// side they make a branch of it.
func (p *pairing) places() {
	for _, role := range [...]Role{Place, Number} {
		differ := PlaceDiffers
		if role == Number {
			differ = NumberDiffers
		}
		for i := range p.na {
			if p.toA[i] != free || p.a.Parts[i].Role != role {
				continue
			}
			for j := range p.nb {
				if p.toB[j] != free || p.b.Parts[j].Role != role {
					continue
				}
				q, r := &p.a.Parts[i], &p.b.Parts[j]
				p.toA[i], p.toB[j] = ignored, ignored
				if role == Place && nested(q, r) {
					p.flags |= BranchOf | PartsOmitted
					p.behind = true
					break
				}
				p.flags |= differ
				p.differing += (q.weight + r.weight) / 2
				break
			}
		}
		if p.rest(p.a, &p.toA, p.na, role) || p.rest(p.b, &p.toB, p.nb, role) {
			p.flags |= BranchOf | PartsOmitted
		}
	}
}

// rest takes the parts of a role that are left over out of them; it reports whether there are any.
func (p *pairing) rest(n *Name, to *[maxGroupParts]int8, k int, role Role) bool {
	found, first := false, true
	for i := range k {
		if to[i] == free && n.Parts[i].Role == role {
			to[i] = ignored
			p.lacking += n.Parts[i].weight
			p.behind = p.behind || role == Number || !first
			found = true
		}
		first = first && n.Parts[i].Role == Particle
	}
	return found
}

// nested reports whether one place lies within the other.
func nested(p, q *Part) bool {
	return concept.Inside(concept.ID(p.concept&conceptMask), concept.ID(q.concept&conceptMask)) ||
		concept.Inside(concept.ID(q.concept&conceptMask), concept.ID(p.concept&conceptMask))
}

// families takes pairs of concepts of one family out of what is left over: battalion and brigade, foundation and charity are
// exchanged in translations. That counts little where the names share something rare, and as any other contradiction where they don't.
func (p *pairing) families() {
	for i := range p.na {
		if p.toA[i] != free || p.a.Parts[i].Role != Concept {
			continue
		}
		e := p.a.Parts[i].entry()
		if e.Kin == 0 {
			continue
		}
		for j := range p.nb {
			if p.toB[j] != free || p.b.Parts[j].Role != Concept {
				continue
			}
			f := p.b.Parts[j].entry()
			if f.Kin != e.Kin {
				continue
			}
			p.toA[i], p.toB[j] = ignored, ignored
			w := max(e.Bits, f.Bits, 1)
			if p.core >= group.core {
				p.soft += w * group.exchanged
			} else {
				p.differing += max(w, group.leastContradiction)
			}
			break
		}
	}
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
