package main

import (
	"bytes"
	"fmt"
	"math"

	"github.com/assaydata/assay/names/internal/phone"
)

// A model is a memoryless stochastic transducer (Ristad and Yianilos 1998, doi 10.1109/34.682181): a pair of readings is made by
// drawing operations, substitutions of a symbol by another and symbols that only one side has, from one distribution.
// Symbol 0 stands for no symbol. Counts of a prior, drawn from the sounds of the symbols, keep seldom symbols sensible.
type model struct {
	ka, kb int
	na, nb int
	p      [64][64]float64 // probability of an operation
	prior  [64][64]float64 // expected share of it among the operations of its symbols, by the sounds alone
	cost   [64][64]float64 // prior cost
	seen   [64][64]float64 // expected counts of the last round
	ua, ub [64]float64     // probability of a symbol in an unrelated token
	end    float64
	share  float64 // pairs that are related
}

func newModel(ka, kb int) *model {
	a, b := phone.Symbols(ka), phone.Symbols(kb)
	m := &model{ka: ka, kb: kb, na: len(a), nb: len(b), share: .9}
	for i := 1; i < m.na; i++ {
		m.cost[i][0] = priorDrop(a[i], ka, kb)
		for j := 1; j < m.nb; j++ {
			m.cost[i][j] = priorSub(a[i], b[j], ka == kb)
		}
	}
	for j := 1; j < m.nb; j++ {
		m.cost[0][j] = priorDrop(b[j], kb, ka)
	}
	return m
}

// final is the cost of an operation in hundredths of a letter.
func (m *model) final(i, j int) float64 { return m.cost[i][j] }

func (m *model) write(b *bytes.Buffer) {
	name := phone.KindNames[m.ka] + "-" + phone.KindNames[m.kb]
	sa, sb := phone.Symbols(m.ka), phone.Symbols(m.kb)
	fmt.Fprintf(b, "%s,,drop", name)
	for j := 1; j < m.nb; j++ {
		fmt.Fprintf(b, ",%s", sb[j].Name)
	}
	b.WriteByte('\n')
	for i := range m.na {
		first := "drop"
		if i > 0 {
			first = sa[i].Name
		}
		fmt.Fprintf(b, "%s,%s", name, first)
		for j := range m.nb {
			c := 0.
			if i > 0 || j > 0 {
				c = m.final(i, j)
			}
			fmt.Fprintf(b, ",%d", int(math.Round(min(max(c, 0), 150))))
		}
		b.WriteByte('\n')
	}
}
