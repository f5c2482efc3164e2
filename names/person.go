package names

import (
	"strings"
	"unicode/utf8"

	"github.com/assaydata/assay/names/internal/phone"
)

// person holds the constants by which names of persons are scored. They were fitted to public benchmarks (docs/names.md says
// which) and are few on purpose.
var person = struct {
	contradiction, omission, initial float32 // weight of what differs, of what one name lacks, of an initial that fits
	nickname, kunyaGiven             float32 // likeness of Bob and Robert, of Abu Umar and Umar
	swapped                          float32 // factor where a chain of fathers stands in another order
	single                           float32 // factor where one part fits and both names have others
	halfBits                         float32 // bits of matching parts that are worth half
	perContradiction                 float32 // factor for each part that differs
	scale                            float32 // puts the value with one false alarm in a thousand names on the threshold
	steep, steepAcross               float32 // loss of likeness at the edge of what is allowed, in one script and between two
	reach, across                    float32 // that edge
	growth, slip                     float32 // how that edge grows with length, and the distance of a slip of the hand
	ending                           float32 // part of that edge that a final -i on one side is worth, between two scripts
}{
	contradiction: .1, omission: .3, initial: .7,
	nickname: .8, kunyaGiven: .82,
	swapped: .6, single: .88,
	halfBits: 4, scale: .983, perContradiction: .535,
	steep: .7, steepAcross: .93, reach: .78, across: 1.47, growth: 22, slip: 37, ending: .08,
}

// grid is the working memory of a comparison of persons; it stays on the stack.
type grid struct {
	sim    [maxParts][maxParts]float32
	a, b   [maxParts]int8 // what a part is matched with, or one of the values below
	simA   [maxParts]float32
	na, nb int
}

const (
	free    = -1
	inJoin  = -2 // half of a part of the other name
	ignored = -3
)

// comparePersons aligns the parts of two names and weighs what agrees against what differs and what one of them lacks.
func (m *Matcher) comparePersons(a, b *Name, x *Explanation) Score {
	var g grid
	g.na, g.nb = len(a.Parts), len(b.Parts)
	if g.na == 0 || g.nb == 0 {
		return Score{}
	}
	for i := range g.a {
		g.a[i], g.b[i] = free, free
	}
	some := g.fill(a, b)
	if !some && g.na == 1 && g.nb == 1 {
		if x != nil {
			g.tell(a, b, x)
		}
		return Score{Bits: -min(a.total, b.total), Flags: GivenDiffers | FamilyDiffers}
	}
	g.align()
	g.join(a, b)
	s := g.score(a, b)
	if x != nil {
		g.tell(a, b, x)
	}
	return s
}

// fill computes the likeness of all parts, each of one name with each of the other; it reports whether any are alike.
func (g *grid) fill(a, b *Name) bool {
	some := false
	for i := range a.Parts {
		p := &a.Parts[i]
		for j := range b.Parts {
			if s := alike(p, &b.Parts[j]); s > 0 {
				g.sim[i][j] = s
				some = true
			}
		}
	}
	return some
}

// alike is the likeness of two parts: 1 for one sound, down to about a half for spellings as far apart as those of one name are
// in lists, and 0 beyond.
func alike(p, q *Part) float32 {
	if p.id == q.id {
		return 1
	}
	if p.Script == q.Script && (p.Script == phone.Hangul || p.Script == phone.Han) {
		return 0 // another syllable is another name
	}
	if p.Role == Initial || q.Role == Initial {
		return initials(p, q)
	}
	var best float32
	if p.n > 0 && q.n > 0 {
		n := float32(p.readings[0].N+q.readings[0].N) / 2
		limit := allowed(n, bridge(p, q))
		d := apart(p, q, int32(limit))
		switch {
		case p.Script != q.Script:
		case float32(d) > person.slip && n > 3 && slipped(p.Clean, q.Clean):
			d = int32(person.slip)
		}
		if float32(d) <= limit {
			f, steep := float32(d)/limit, person.steep
			if p.Script != q.Script {
				steep = person.steepAcross
				if p.endsI != q.endsI {
					f += person.ending
				}
			}
			best = max(0, 1-f*f*steep)
			if d == 0 && f == 0 {
				best = .999
			}
		}
	}
	if p.Role == Kunya != (q.Role == Kunya) {
		best = max(best, kunyaAndGiven(p, q))
	}
	if best < person.nickname && p.nick != (nickSet{}) && p.nick.meets(q.nick) {
		best = person.nickname
	}
	return best
}

// allowed is the distance, in hundredths of a letter, up to which two parts of a length can be one name.
func allowed(n, bridge float32) float32 {
	var l float32
	switch {
	case n <= 2:
		l = 30
	case n <= 3:
		l = 65
	case n <= 4:
		l = 100
	default:
		l = 100 + (n-4)*person.growth
	}
	return l * bridge
}

// bridge is by how much more or less two parts may differ for the scripts that they are in: vowels that an abjad leaves open make names
// differ more.
func bridge(p, q *Part) float32 {
	switch {
	case p.Script == q.Script:
		return person.reach
	case p.readings[0].Abjad != q.readings[0].Abjad:
		return person.across
	}
	return 1
}

// slipped reports whether one slip of the hand turns one text into the other: a letter too many, one missing, another one or two
// swapped. Short words are other words then.
func slipped(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > utf8.UTFMax || len(a) < 4 || a[0] != b[0] && a[len(a)-1] != b[len(b)-1] {
		return false
	}
	for len(a) > 0 && len(b) > 0 { // what they begin with
		x, n := utf8.DecodeRuneInString(a)
		y, m := utf8.DecodeRuneInString(b)
		if x != y {
			break
		}
		a, b = a[n:], b[m:]
	}
	for len(a) > 0 && len(b) > 0 { // what they end with
		x, n := utf8.DecodeLastRuneInString(a)
		y, m := utf8.DecodeLastRuneInString(b)
		if x != y {
			break
		}
		a, b = a[:len(a)-n], b[:len(b)-m]
	}
	i, j := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	if i <= 1 && j <= 1 {
		return true
	}
	if i != 2 || j != 2 {
		return false
	}
	x, n := utf8.DecodeRuneInString(a)
	y, m := utf8.DecodeRuneInString(b)
	return a[n:] == b[:m] && b[m:] == a[:n] && x != y
}

// initials compares a part with an initial: the first sound agrees or does not.
func initials(p, q *Part) float32 {
	for i := range p.readings[:p.n] {
		for j := range q.readings[:q.n] {
			x, y := p.readings[i], q.readings[j]
			x.N, y.N = min(x.N, 1), min(y.N, 1)
			if x.N > 0 && phone.Distance(&x, &y, 40) <= 40 {
				return person.initial
			}
		}
	}
	return 0
}

// kunyaAndGiven compares "Abu Umar" with "Umar": the press drops the one and adds the other.
func kunyaAndGiven(p, q *Part) float32 {
	if q.Role == Kunya {
		p, q = q, p
	}
	if q.n == 0 || p.n == 0 {
		return 0
	}
	tail, ok := kunyaTail(p)
	if !ok {
		return 0
	}
	limit := allowed(float32(tail.N+q.readings[0].N)/2, person.reach)
	if d := phone.Distance(&tail, &q.readings[0], int32(limit)); float32(d) <= limit {
		return person.kunyaGiven * (1 - float32(d)/limit*.3)
	}
	return 0
}

// kunyaTail is a kunya without Abu or Umm.
func kunyaTail(p *Part) (phone.Reading, bool) {
	k := p.readings[0]
	head := uint8(3) // sounds of "abu"; an abjad writes two or three letters
	if p.Script == phone.Arabic {
		head = uint8(len([]rune(kunyaPrefix(p.Clean))))
	}
	var tail phone.Reading
	if k.N <= head+1 {
		return tail, false
	}
	tail.Abjad = k.Abjad
	tail.N = uint8(copy(tail.P[:], k.P[head:k.N]))
	return tail, true
}

func kunyaPrefix(clean string) string {
	if strings.HasPrefix(clean, "ام") {
		return "ام"
	}
	return "ابو"
}

// align matches parts one to one, the likest first, of equals those that stand nearest each other, so that the order of the two
// names does not matter.
func (g *grid) align() {
	for {
		best, bi, bj := float32(0), -1, -1
		var bestGap int
		for i := 0; i < g.na; i++ {
			if g.a[i] != free {
				continue
			}
			for j := 0; j < g.nb; j++ {
				if g.b[j] != free || g.sim[i][j] == 0 {
					continue
				}
				s, gap := g.sim[i][j], abs(i*(g.nb-1)-j*(g.na-1))
				if s > best || s == best && gap < bestGap {
					best, bi, bj, bestGap = s, i, j, gap
				}
			}
		}
		if bi < 0 {
			return
		}
		g.a[bi], g.b[bj] = int8(bj), int8(bi)
		g.simA[bi] = best
	}
}

func abs(i int) int { return max(i, -i) }

// join matches two neighbouring parts of one name with one of the other: "Jong Un" and "Jongun".
func (g *grid) join(a, b *Name) {
	g.joinSide(a, b, &g.a, &g.b, true)
	g.joinSide(b, a, &g.b, &g.a, false)
}

func (g *grid) joinSide(a, b *Name, ma, mb *[maxParts]int8, first bool) {
	for j := range b.Parts {
		q := &b.Parts[j]
		if mb[j] < free || q.n == 0 || q.readings[0].N < 5 || j+1 < len(b.Parts) && mb[j+1] == inJoin {
			continue
		}
		for i := 0; i+1 < len(a.Parts); i++ {
			p := &a.Parts[i]
			if p.pair.N == 0 || !joinable(ma[i], ma[i+1], mb[j], int8(i), int8(j)) {
				continue
			}
			if gap := int(p.pair.N) - int(q.readings[0].N); p.Script == q.Script && (gap > 2 || gap < -2) {
				continue // a letter more or less, and the sound of a seam
			}
			limit := allowed(float32(q.readings[0].N), bridge(p, q))
			if p.Script == q.Script {
				limit = min(100, limit)
			}
			if phone.Bound(p.pairs, q.sounds[0]) > int32(limit) {
				continue
			}
			d := phone.Distance(&p.pair, &q.readings[0], int32(limit))
			if float32(d) > limit {
				continue
			}
			at := j // in the first name
			if first {
				at = i
				if ma[i+1] == int8(j) {
					at = i + 1
				}
			}
			f, steep := float32(d)/limit, float32(.2)
			if p.Script != q.Script {
				steep = person.steepAcross
			}
			s := .97 - steep*f*f
			if mb[j] >= 0 && g.simA[at] >= s {
				continue // one of the two fits better alone
			}
			if first {
				at = i
			}
			ma[i], ma[i+1], mb[j] = int8(j), inJoin, int8(i)
			g.simA[at] = s
			break
		}
	}
}

// joinable reports whether parts i and i+1 of one name and j of the other are free for each other: all three, or one of the two is matched
// with j and the other is left over.
func joinable(m, next, other, i, j int8) bool {
	switch {
	case other == free:
		return m == free && next == free
	case other == i:
		return m == j && next == free
	}
	return other == i+1 && next == j && m == free
}
