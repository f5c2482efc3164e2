package link

import (
	"math"
	"strings"
	"testing"
)

// toy is a model of three comparisons, each "alike" or "unlike", with rivals.
func toy() *Model {
	m := &Model{Version: "toy", Comparisons: []Comparison{
		{Name: "x", Levels: []string{"none", "alike", "unlike"}},
		{Name: "y", Levels: []string{"none", "alike", "unlike"}},
		{Name: "z", Levels: []string{"none", "alike", "unlike"}},
	}}
	own := len(m.Comparisons)
	m.Comparisons = append(m.Comparisons, RivalComparisons...)
	for _, t := range []*[][]float64{&m.Alone.Weights, &m.Same.Weights, &m.Related.Weights, &m.M, &m.U} {
		for _, c := range m.Comparisons {
			*t = append(*t, make([]float64, len(c.Levels)))
		}
	}
	m.Alone.Weights = m.Alone.Weights[:own]
	for c := range own {
		copy(m.M[c], []float64{0, 0.9, 0.1})
		copy(m.U[c], []float64{0, 0.2, 0.8})
		for l := 1; l < 3; l++ {
			w := math.Log2(m.M[c][l] / m.U[c][l])
			m.Alone.Weights[c][l], m.Same.Weights[c][l], m.Related.Weights[c][l] = w, w, w/2
		}
	}
	m.Alone.Prior, m.Same.Prior, m.Related.Prior = Bits(0.1), Bits(0.1), Bits(0.2)
	return m
}

func TestScale(t *testing.T) {
	s := Scale{Weights: [][]float64{{0, 2, -3}, {0, 0.5}}}
	for _, c := range []struct {
		levels []uint8
		want   float64
	}{{[]uint8{0, 0}, 0}, {[]uint8{1, 0}, 2}, {[]uint8{2, 1}, -2.5}, {[]uint8{1}, 2}} {
		if got := s.Of(c.levels); got != c.want {
			t.Errorf("%v weighs %v, want %v", c.levels, got, c.want)
		}
	}
}

func TestProbability(t *testing.T) {
	for _, c := range []struct{ bits, p float64 }{{0, 0.5}, {1, 2.0 / 3}, {-2, 0.2}, {10, 1024.0 / 1025}} {
		if got := Probability(c.bits); math.Abs(got-c.p) > 1e-12 {
			t.Errorf("%v bits are %v, want %v", c.bits, got, c.p)
		}
		if got := Bits(c.p); math.Abs(got-c.bits) > 1e-9 {
			t.Errorf("%v is %v bits, want %v", c.p, got, c.bits)
		}
	}
	for _, x := range []float64{-1e9, 1e9} {
		if p := Probability(x); p < 0 || p > 1 || p != p {
			t.Errorf("%v bits are %v", x, p)
		}
	}
}

func TestCheck(t *testing.T) {
	if err := toy().Check(); err != nil {
		t.Error(err)
	}
	for want, spoil := range map[string]func(*Model){
		"a model of 3 comparisons has weights for 2":    func(m *Model) { m.Alone.Weights = m.Alone.Weights[:2] },
		"a model of 8 comparisons has weights for 3":    func(m *Model) { m.Related.Weights = m.Related.Weights[:3] },
		"comparison y has 3 levels and weights for 2":   func(m *Model) { m.Same.Weights[1] = m.Same.Weights[1][:2] },
		"comparison alone has 9 levels and weights for": func(m *Model) { m.Same.Weights[3] = nil },
	} {
		m := toy()
		spoil(m)
		if err := m.Check(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestExplain(t *testing.T) {
	m := toy()
	parts := m.Explain([]uint8{1, 2, 0})
	if len(parts) != 3 || parts[0].Comparison != "x" || parts[0].Level != "alike" || parts[1].Level != "unlike" || parts[2].Bits != 0 {
		t.Errorf("explained as %+v", parts)
	}
	sum := 0.0
	for _, p := range parts {
		sum += p.Bits
	}
	if sum != m.Same.Of([]uint8{1, 2, 0}) {
		t.Errorf("the parts add up to %v", sum)
	}
}

func TestRelations(t *testing.T) {
	for r := Different; r <= Same; r++ {
		if got, ok := ParseRelation(r.String()); !ok || got != r {
			t.Errorf("%v is read as %v", r, got)
		}
	}
	if _, ok := ParseRelation("alike"); ok {
		t.Error("alike is a relation")
	}
}
