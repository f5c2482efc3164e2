package main

import (
	"bytes"
	"fmt"
	"math"
	"strings"

	"github.com/assaydata/assay/names/internal/phone"
)

// A model is a memoryless stochastic transducer (Ristad and Yianilos 1998, doi 10.1109/34.682181): a pair of readings is made by
// drawing operations, substitutions of a symbol by another and symbols that only one side has, from one distribution. What only
// one side has depends on its place in the token as well. Counts that follow from the sounds of the symbols keep seldom symbols
// sensible.
type model struct {
	ka, kb           int
	na, nb           int
	p                matrix // probability of a substitution
	pA, pB           drops  // probability of a symbol that only one side has
	prior            matrix // share of a substitution among the operations of its symbols by the sounds alone
	priorA, priorB   drops
	cost             matrix // costs by the sounds alone
	costA, costB     drops
	seen             matrix // expected operations of the last round
	seenA, seenB     drops
	metA, metB       drops // symbols met in it
	unitA, unitB     [64]float64
	lengthA, lengthB float64
	end              float64 // probability that a pair ends after an operation
	share            float64 // share of the pairs that are related
}

type (
	matrix [64][64]float64
	drops  [places][64]float64
)

// The places of a symbol in a token, as in phone.
const (
	within = iota
	first
	last
	places
)

var dropNames = [places]string{"drop", "drop-first", "drop-last"}

func place(i, n int) int {
	switch i {
	case 0:
		return first
	case n - 1:
		return last
	}
	return within
}

func newModel(ka, kb int) *model {
	a, b := phone.Symbols(ka), phone.Symbols(kb)
	m := &model{ka: ka, kb: kb, na: len(a), nb: len(b), share: .9}
	for i := 1; i < m.na; i++ {
		for at := range places {
			m.costA[at][i] = priorDrop(a[i], ka, kb)
		}
		for j := 1; j < m.nb; j++ {
			m.cost[i][j] = priorSub(a[i], b[j], ka == kb)
		}
	}
	for j := 1; j < m.nb; j++ {
		for at := range places {
			m.costB[at][j] = priorDrop(b[j], kb, ka)
		}
	}
	return m
}

// replace replaces the costs of the sounds by learned ones, on a scale on which unrelated tokens of the pairs are unrelatedApart
// hundredths of a letter apart per letter, whatever their alphabets.
func (m *model) replace(pairs []pair) {
	cost, costA, costB := m.cost, m.costA, m.costB
	scale := 11.
	for range 6 {
		m.cost, m.costA, m.costB = cost, costA, costB
		m.rescale(scale)
		scale *= unrelatedApart / m.meanApart(pairs)
	}
}

// meanApart is the mean distance, per letter, of tokens of different pairs.
func (m *model) meanApart(pairs []pair) float64 {
	const step = 97
	var sum, letters float64
	for i := 0; i < len(pairs); i += step {
		a, b := &pairs[i].a[0], &pairs[(i+len(pairs)/2)%len(pairs)].b[0]
		n := float64(a.N+b.N) / 2
		sum += m.distance(a, b)
		letters += n
	}
	return sum / letters
}

func (m *model) distance(a, b *phone.Reading) float64 {
	var f grid
	n, k := int(a.N), int(b.N)
	for i := 0; i <= n; i++ {
		for j := 0; j <= k; j++ {
			if i == 0 && j == 0 {
				continue
			}
			c := math.Inf(1)
			if i > 0 {
				c = min(c, f[i-1][j]+m.costA[place(i-1, n)][a.P[i-1]&63])
			}
			if j > 0 {
				c = min(c, f[i][j-1]+m.costB[place(j-1, k)][b.P[j-1]&63])
			}
			if i > 0 && j > 0 {
				c = min(c, f[i-1][j-1]+m.cost[a.P[i-1]&63][b.P[j-1]&63])
			}
			f[i][j] = c
		}
	}
	return f[n][k]
}

// rescale sets the costs. The cost of an operation is how much less likely it is, among the operations of its symbols, than the
// likeliest of each, in natural logarithms times scale: nothing for a letter and what it usually becomes.
func (m *model) rescale(scale float64) {
	var bestA, bestB [64]float64
	for i := 1; i < m.na; i++ {
		for j := 1; j < m.nb; j++ {
			bestA[i] = max(bestA[i], m.p[i][j])
			bestB[j] = max(bestB[j], m.p[i][j])
		}
	}
	for i := 1; i < m.na; i++ {
		bestA[i] = max(bestA[i], m.pA[within][i])
	}
	for j := 1; j < m.nb; j++ {
		bestB[j] = max(bestB[j], m.pB[within][j])
	}
	a, b := phone.Symbols(m.ka), phone.Symbols(m.kb)
	floors := [places]float64{floor, floorFirst, floor}
	cost := func(best, p float64) float64 { return max(0, scale*math.Log(best/p)) }
	for i := 1; i < m.na; i++ {
		if seldom(a[i], &m.metA, i) {
			continue
		}
		for at := range places {
			m.costA[at][i] = bounded(cost(bestA[i], m.pA[at][i]), m.costA[at][i], floors[at])
		}
		for j := 1; j < m.nb; j++ {
			if m.ka == m.kb && i == j || seldom(b[j], &m.metB, j) {
				continue
			}
			c := (cost(bestA[i], m.p[i][j]) + cost(bestB[j], m.p[i][j])) / 2
			if m.ka == m.kb {
				c = max(c, shortestNonzero)
			}
			m.cost[i][j] = bounded(c, m.cost[i][j], floor)
		}
	}
	for j := 1; j < m.nb; j++ {
		for at := range places {
			if !seldom(b[j], &m.metB, j) {
				m.costB[at][j] = bounded(cost(bestB[j], m.pB[at][j]), m.costB[at][j], floors[at])
			}
		}
	}
	m.conform()
}

// bounded keeps a learned cost sensible for names that Wikidata has few of: letters with one sound stay near, and nothing is much
// cheaper than its sounds say.
func bounded(learned, sound, least float64) float64 {
	if sound <= shortestNonzero {
		learned = min(learned, sameSound)
	}
	return max(learned, least*sound)
}

// seldom says that a symbol was met too rarely to learn from: its costs are those of the sounds.
func seldom(s phone.Symbol, met *drops, i int) bool {
	return s.Fixed() || met[within][i]+met[first][i]+met[last][i] < fewestMet
}

func (m *model) write(b *bytes.Buffer) {
	name := phone.KindNames[m.ka] + "-" + phone.KindNames[m.kb]
	sa, sb := phone.Symbols(m.ka), phone.Symbols(m.kb)
	fmt.Fprintf(b, "%s,,%s", name, strings.Join(dropNames[:], ","))
	for j := 1; j < m.nb; j++ {
		fmt.Fprintf(b, ",%s", sb[j].Name)
	}
	b.WriteByte('\n')
	cell := func(c float64) { fmt.Fprintf(b, ",%d", int(math.Round(min(max(c, 0), dearest)))) }
	for at, d := range dropNames {
		fmt.Fprintf(b, "%s,%s,0,0,0", name, d)
		for j := 1; j < m.nb; j++ {
			cell(m.costB[at][j])
		}
		b.WriteByte('\n')
	}
	for i := 1; i < m.na; i++ {
		fmt.Fprintf(b, "%s,%s", name, sa[i].Name)
		for at := range places {
			cell(m.costA[at][i])
		}
		for j := 1; j < m.nb; j++ {
			cell(m.cost[i][j])
		}
		b.WriteByte('\n')
	}
}

const (
	unrelatedApart = 75  // mean distance of unrelated tokens per letter: vowels that meet vowels make it less than a letter
	sameSound      = 3   // most that two symbols cost whose usual sound is the same
	floor          = .4  // of the cost by the sounds, below which nothing is learned
	floorFirst     = 1   // the same at the beginning of a token, where spellings of one name seldom differ
	fewestMet      = 100 // occurrences of a symbol to learn its costs from
	dearest        = 150 // nothing costs more than one and a half letters
)
