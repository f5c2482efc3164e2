package main

import (
	"math"

	"github.com/assaydata/assay/names/internal/phone"
)

// learn is one round of expectation maximisation. Of the readings of a pair the likeliest two count. A pair counts as far as it
// is more likely as one name than as two unrelated tokens, so that wrong pairs weigh little.
func (m *model) learn(pairs []pair) (bits, related float64) {
	if m.end == 0 {
		m.start(pairs)
	}
	m.seen, m.seenA, m.seenB, m.metA, m.metB = matrix{}, drops{}, drops{}, drops{}, drops{}
	var f, g grid
	var symbols, weight, ends, ops float64
	for _, q := range pairs {
		best := 0.
		var a, b *phone.Reading
		for i := range q.a {
			for j := range q.b {
				if l := m.forward(&f, &q.a[i], &q.b[j]); l > best {
					best, a, b = l, &q.a[i], &q.b[j]
				}
			}
		}
		if best == 0 {
			continue
		}
		m.forward(&f, a, b)
		m.backward(&g, a, b)
		one := m.share * best * m.end
		two := (1 - m.share) * m.unrelated(a, b)
		r := one / (one + two)
		ops += m.count(&f, &g, a, b, q.weight*r/best)
		ends += q.weight * r
		weight += q.weight
		bits -= q.weight * math.Log2(one+two)
		symbols += q.weight * float64(a.N+b.N)
	}
	m.maximise(ends, ops)
	m.share = ends / weight
	return bits / symbols, m.share
}

// grid is one table of probabilities of the two tokens' beginnings or ends.
type grid [30][30]float64

// forward fills f[i][j] with the probability of all ways to make the first i and j symbols.
func (m *model) forward(f *grid, a, b *phone.Reading) float64 {
	n, k := int(a.N), int(b.N)
	for i := 0; i <= n; i++ {
		for j := 0; j <= k; j++ {
			s := 0.
			if i == 0 && j == 0 {
				s = 1
			}
			if i > 0 {
				s += f[i-1][j] * m.pA[place(i-1, n)][a.P[i-1]&63]
			}
			if j > 0 {
				s += f[i][j-1] * m.pB[place(j-1, k)][b.P[j-1]&63]
			}
			if i > 0 && j > 0 {
				s += f[i-1][j-1] * m.p[a.P[i-1]&63][b.P[j-1]&63]
			}
			f[i][j] = s
		}
	}
	return f[n][k]
}

// backward fills g[i][j] with the probability of making what follows i and j symbols.
func (m *model) backward(g *grid, a, b *phone.Reading) {
	n, k := int(a.N), int(b.N)
	for i := n; i >= 0; i-- {
		for j := k; j >= 0; j-- {
			s := 0.
			if i == n && j == k {
				s = 1
			}
			if i < n {
				s += g[i+1][j] * m.pA[place(i, n)][a.P[i]&63]
			}
			if j < k {
				s += g[i][j+1] * m.pB[place(j, k)][b.P[j]&63]
			}
			if i < n && j < k {
				s += g[i+1][j+1] * m.p[a.P[i]&63][b.P[j]&63]
			}
			g[i][j] = s
		}
	}
}

// count adds the expected operations of a pair, each w times its probability, and returns their sum.
func (m *model) count(f, g *grid, a, b *phone.Reading, w float64) (ops float64) {
	n, k := int(a.N), int(b.N)
	whole := w * f[n][k]
	for i, x := range a.P[:n] {
		m.metA[place(i, n)][x&63] += whole
	}
	for j, y := range b.P[:k] {
		m.metB[place(j, k)][y&63] += whole
	}
	for i := 0; i <= n; i++ {
		for j := 0; j <= k; j++ {
			after := w * g[i][j]
			if i > 0 {
				x, at := a.P[i-1]&63, place(i-1, n)
				c := f[i-1][j] * m.pA[at][x] * after
				m.seenA[at][x] += c
				ops += c
			}
			if j > 0 {
				y, at := b.P[j-1]&63, place(j-1, k)
				c := f[i][j-1] * m.pB[at][y] * after
				m.seenB[at][y] += c
				ops += c
			}
			if i > 0 && j > 0 {
				x, y := a.P[i-1]&63, b.P[j-1]&63
				c := f[i-1][j-1] * m.p[x][y] * after
				m.seen[x][y] += c
				ops += c
			}
		}
	}
	return ops
}

// unrelated is the probability of two tokens that have nothing to do with each other.
func (m *model) unrelated(a, b *phone.Reading) float64 {
	p := 1 / (m.lengthA + 1) / (m.lengthB + 1)
	for _, x := range a.P[:a.N] {
		p *= m.unitA[x&63] * m.lengthA / (m.lengthA + 1)
	}
	for _, y := range b.P[:b.N] {
		p *= m.unitB[y&63] * m.lengthB / (m.lengthB + 1)
	}
	return p
}

// start counts the symbols and sets the probabilities to those of the sounds.
func (m *model) start(pairs []pair) {
	var weight float64
	for _, q := range pairs {
		a, b := &q.a[0], &q.b[0]
		for i, x := range a.P[:a.N] {
			m.metA[place(i, int(a.N))][x&63] += q.weight
		}
		for j, y := range b.P[:b.N] {
			m.metB[place(j, int(b.N))][y&63] += q.weight
		}
		m.lengthA += q.weight * float64(a.N)
		m.lengthB += q.weight * float64(b.N)
		weight += q.weight
	}
	if m.ka == m.kb { // the order of a pair means nothing
		for at := range places {
			for i := range 64 {
				fold(&m.metA[at][i], &m.metB[at][i])
			}
		}
	}
	m.unitA, m.unitB = units(&m.metA, m.na, m.lengthA), units(&m.metB, m.nb, m.lengthB)
	m.lengthA /= weight
	m.lengthB /= weight
	m.spread()
	for i := 1; i < m.na; i++ {
		for at := range places {
			m.seenA[at][i] = m.metA[at][i] * m.priorA[at][i]
		}
		for j := 1; j < m.nb; j++ {
			m.seen[i][j] = weight * (m.unitA[i]*m.lengthA + m.unitB[j]*m.lengthB) / 2 * m.prior[i][j]
		}
	}
	for j := 1; j < m.nb; j++ {
		for at := range places {
			m.seenB[at][j] = m.metB[at][j] * m.priorB[at][j]
		}
	}
	m.maximise(weight, weight*(m.lengthA+m.lengthB)/2)
}

func units(met *drops, n int, all float64) (u [64]float64) {
	for i := 1; i < n; i++ {
		u[i] = 1
		for at := range places {
			u[i] += met[at][i]
		}
		u[i] /= all + float64(n)
	}
	return u
}

// spread turns the costs of the sounds into shares of the operations of each symbol.
func (m *model) spread() {
	var rows, cols [64]float64
	share := func(cost float64) float64 { return math.Exp(-cost / steepness) }
	for i := 1; i < m.na; i++ {
		for j := 1; j < m.nb; j++ {
			m.prior[i][j] = share(m.cost[i][j])
			rows[i] += m.prior[i][j]
			cols[j] += m.prior[i][j]
		}
	}
	for i := 1; i < m.na; i++ {
		for j := 1; j < m.nb; j++ {
			m.prior[i][j] = (m.prior[i][j]/(rows[i]+share(m.costA[within][i])) + m.prior[i][j]/(cols[j]+share(m.costB[within][j]))) / 2
		}
	}
	for at := range places {
		for i := 1; i < m.na; i++ {
			s := share(m.costA[at][i])
			m.priorA[at][i] = s / (rows[i] + s)
		}
		for j := 1; j < m.nb; j++ {
			s := share(m.costB[at][j])
			m.priorB[at][j] = s / (cols[j] + s)
		}
	}
}

const steepness = 14. // hundredths of a letter by which the share of an operation falls to 1/e

// maximise makes probabilities of the counts. What the sounds say counts as much as strength occurrences of each symbol.
func (m *model) maximise(ends, ops float64) {
	if m.ka == m.kb {
		for i := range m.na {
			for at := range places {
				fold(&m.seenA[at][i], &m.seenB[at][i])
				fold(&m.metA[at][i], &m.metB[at][i])
			}
			for j := range i {
				fold(&m.seen[i][j], &m.seen[j][i])
			}
		}
	}
	m.end = ends / (ends + ops)
	scale := (1 - m.end) / (ops + strength*float64(m.na+m.nb)/2)
	for i := 1; i < m.na; i++ {
		for j := 1; j < m.nb; j++ {
			m.p[i][j] = scale * (m.seen[i][j] + strength*m.prior[i][j])
		}
	}
	omissions(&m.pA, &m.seenA, &m.metA, &m.priorA, m.na, scale)
	omissions(&m.pB, &m.seenB, &m.metB, &m.priorB, m.nb, scale)
}

const strength = 30.

// fold makes two counts equal: the order of a pair of one alphabet means nothing.
func fold(a, b *float64) {
	s := (*a + *b) / 2
	*a, *b = s, s
}

// omissions sets p to the probability of leaving out each symbol where it stands, times how often the symbol occurs anywhere: so
// omissions and substitutions of a symbol are on one scale though only omissions know places.
func omissions(p, seen, met, prior *drops, n int, scale float64) {
	for i := 1; i < n; i++ {
		all := strength
		for at := range places {
			all += met[at][i]
		}
		for at := range places {
			p[at][i] = scale * all * (seen[at][i] + strength*prior[at][i]) / (met[at][i] + strength)
		}
	}
}
