package link

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// draw makes the levels of n pairs, a share of them about one thing, by the frequencies of the toy model.
func draw(n int, share float64, seed uint64) []uint8 {
	m := toy()
	r := rand.New(rand.NewPCG(seed, 1))
	var out []uint8
	for range n {
		f := m.U
		if r.Float64() < share {
			f = m.M
		}
		for c := range m.Alone.Weights {
			l := uint8(2)
			if r.Float64() < f[c][1] {
				l = 1
			}
			out = append(out, l)
		}
	}
	return out
}

// sound checks that a model still is one: frequencies add up, weights are finite, and being alike speaks for one thing.
func sound(t interface{ Errorf(string, ...any) }, name string, m *Model) {
	for c, w := range m.Alone.Weights {
		for _, f := range [][]float64{m.M[c], m.U[c]} {
			sum := 0.0
			for _, x := range f[1:] {
				sum += x
				if !(x > 0) || x > 1 {
					t.Errorf("%s: frequencies %v", name, f)
				}
			}
			if math.Abs(sum-1) > 1e-9 {
				t.Errorf("%s: frequencies %v add up to %v", name, f, sum)
			}
		}
		if w[0] != 0 {
			t.Errorf("%s: nothing to compare weighs %v", name, w[0])
		}
		for _, x := range w {
			if math.IsNaN(x) || math.IsInf(x, 0) {
				t.Errorf("%s: weights %v", name, w)
			}
		}
	}
	if p, was := m.Fit.Prior, Probability(m.Alone.Prior); p < was/5-1e-12 || p > 5*was+1e-12 || p > 0.5 {
		t.Errorf("%s: share of pairs of one thing %v, was %v", name, p, was)
	}
}

func TestEstimateDoesNotCollapse(t *testing.T) {
	constant := func(levels ...uint8) []uint8 { return slices.Repeat(levels, 20_000) }
	for name, levels := range map[string][]uint8{
		"as expected":    draw(20_000, 0.1, 1),
		"no matches":     draw(20_000, 0, 2),
		"all matches":    draw(20_000, 1, 3),
		"always alike":   constant(1, 1, 1),
		"always unlike":  constant(2, 2, 2),
		"never compared": constant(0, 0, 0),
		"one compared":   constant(0, 1, 0),
		"one pair":       {1, 2, 1},
	} {
		m := toy()
		before := toy()
		m.Estimate(levels, 0.05)
		sound(t, name, m)
		if m.Fit.Pairs != len(levels)/3 {
			t.Errorf("%s: fitted to %d pairs", name, m.Fit.Pairs)
		}
		for c, w := range m.Alone.Weights {
			if w[1] <= 0 || w[2] >= 0 {
				t.Errorf("%s: weights %v turned round", name, w)
			}
			for l := range w {
				if math.Abs(w[l]-before.Alone.Weights[c][l]) > 0.6 {
					t.Errorf("%s: weights %v, were %v", name, w, before.Alone.Weights[c])
				}
			}
		}
		if m.Alone.Prior != before.Alone.Prior {
			t.Errorf("%s: prior %v", name, m.Alone.Prior)
		}
		full := toy()
		full.Estimate(levels, 1)
		sound(t, name+", followed in full", full)
	}
}

func TestEstimateOfNothing(t *testing.T) {
	for _, share := range []float64{0, 0.05} {
		m := toy()
		levels := []uint8{}
		if share == 0 {
			levels = draw(1000, 0.1, 4)
		}
		m.Estimate(levels, share)
		if d := cmp.Diff(toy(), m); d != "" {
			t.Errorf("share %v: %s", share, d)
		}
	}
}

// Where records of one thing differ in x more often than in the reference, x comes to weigh less.
func TestEstimateFollowsTheData(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	levels := draw(30_000, 0.15, 5)
	for i := 0; i < len(levels); i += 3 {
		levels[i] = uint8(1 + r.IntN(2)) // noise
	}
	m := toy()
	m.Estimate(levels, 1)
	was := toy().Alone.Weights
	if got := m.Alone.Weights[0]; got[1] > was[0][1]/2 || got[2] < was[0][2]/2 {
		t.Errorf("noise weighs %v, weighed %v", got, was[0])
	}
	if got := m.Alone.Weights[1][1]; math.Abs(got-was[1][1]) > 0.5 {
		t.Errorf("what was as expected weighs %v, weighed %v", got, was[1][1])
	}
}

func TestEstimateIsDeterministic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		levels := rapid.SliceOfN(rapid.Uint8Range(0, 2), 0, 60).Draw(t, "levels")
		levels = levels[:len(levels)/3*3]
		share := rapid.Float64Range(0, 1).Draw(t, "share")
		a, b := toy(), toy()
		a.Estimate(levels, share)
		b.Estimate(levels, share)
		if d := cmp.Diff(a, b); d != "" {
			t.Fatal(d)
		}
		if len(levels) > 0 && share > 0 {
			sound(t, "random", a)
		}
	})
}

func labels(n int, levels []uint8, r Relation) []Labelled {
	return slices.Repeat([]Labelled{{Levels: levels, Relation: r, Weight: 1}}, n)
}

func TestEnough(t *testing.T) {
	for _, c := range []struct {
		same, part, different, unsure int
		want                          bool
	}{
		{0, 0, 0, 0, false},
		{15, 0, 15, 0, true},
		{10, 10, 10, 0, true},
		{9, 0, 40, 0, false},
		{40, 0, 9, 0, false},
		{15, 0, 14, 50, false},
	} {
		list := slices.Concat(labels(c.same, nil, Same), labels(c.part, nil, PartOf), labels(c.different, nil, Different), labels(c.unsure, nil, Unsure))
		if got := Enough(list); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
}

// Labels that say that x means nothing and that y says it all move the weights there.
func TestRefit(t *testing.T) {
	list := slices.Concat(
		labels(30, []uint8{1, 1, 0}, Same), labels(30, []uint8{2, 1, 0}, Same),
		labels(30, []uint8{1, 2, 0}, Different), labels(30, []uint8{2, 2, 0}, PartOf), labels(5, []uint8{1, 1, 1}, Unsure))
	m, was := toy(), toy()
	m.Refit(list, 1)
	x, y, z := m.Alone.Weights[0], m.Alone.Weights[1], m.Alone.Weights[2]
	if x[1]-x[2] > (was.Alone.Weights[0][1]-was.Alone.Weights[0][2])/2 {
		t.Errorf("x weighs %v, weighed %v", x, was.Alone.Weights[0])
	}
	if y[1] <= was.Alone.Weights[1][1] || y[2] >= was.Alone.Weights[1][2] {
		t.Errorf("y weighs %v, weighed %v", y, was.Alone.Weights[1])
	}
	if !slices.Equal(z, was.Alone.Weights[2]) {
		t.Errorf("z, of which no label tells, weighs %v, weighed %v", z, was.Alone.Weights[2])
	}
	if m.Fit.Decisions != 120 {
		t.Errorf("refitted to %d decisions", m.Fit.Decisions)
	}
	if d := cmp.Diff(was.Same, m.Same); d != "" {
		t.Error("the scale in view of rivals moved as well: " + d)
	}
	for _, l := range list[:120] {
		before, after := Probability(was.Alone.Prior+was.Alone.Of(l.Levels)), Probability(m.Alone.Prior+m.Alone.Of(l.Levels))
		if l.Relation != Same {
			before, after = 1-before, 1-after
		}
		if after < before && after < 0.9 {
			t.Errorf("%v of %v became less probable: %.3f, was %.3f", l.Levels, l.Relation, after, before)
		}
	}
}

// One or two labels move little, none nothing, and whatever is labelled the result is finite and nearer to the labels.
func TestRefitStaysNear(t *testing.T) {
	for n, most := range map[int]float64{0: 0, 1: 0.8, 2: 1.2} {
		m, was := toy(), toy()
		m.Refit(labels(n, []uint8{1, 1, 1}, Different), 1)
		for c, w := range m.Alone.Weights {
			for l := range w {
				if math.Abs(w[l]-was.Alone.Weights[c][l]) > most {
					t.Errorf("%d labels: weights %v, were %v", n, w, was.Alone.Weights[c])
				}
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Labelled {
			return Labelled{
				Levels:   rapid.SliceOfN(rapid.Uint8Range(0, 2), 3, 3).Draw(t, "levels"),
				Relation: Relation(rapid.IntRange(0, 3).Draw(t, "relation")),
				Weight:   rapid.Float64Range(0.5, 20).Draw(t, "weight"),
			}
		}), 0, 20).Draw(t, "labels")
		m, was := toy(), toy()
		m.Refit(list, 1)
		loss := func(s *Scale) float64 {
			sum := 0.0
			for _, x := range list {
				p := Probability(s.Prior + s.Of(x.Levels))
				if x.Relation == Unsure {
					continue
				}
				if x.Relation != Same {
					p = 1 - p
				}
				sum -= x.Weight * math.Log(p)
			}
			return sum
		}
		if a, b := loss(&m.Alone), loss(&was.Alone); !(a <= b+1e-9) {
			t.Fatalf("the labels became less probable: loss %v, was %v", a, b)
		}
	})
}

// Whatever the labels say, weights keep the order of the levels, and nothing to compare lies where the chain has it.
func TestRefitKeepsOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := toy()
		m.Comparisons[0].Order = [][]uint8{{1, 0, 2}}
		m.Comparisons[1].Order = [][]uint8{{1, 2}}
		m.Refit(rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Labelled {
			return Labelled{
				Levels:   rapid.SliceOfN(rapid.Uint8Range(0, 2), 3, 3).Draw(t, "levels"),
				Relation: Relation(rapid.IntRange(0, 3).Draw(t, "relation")),
				Weight:   rapid.Float64Range(0.5, 20).Draw(t, "weight"),
			}
		}), 0, 40).Draw(t, "labels"), 2)
		if x := m.Alone.Weights[0]; x[1] < 0 || x[2] > 0 {
			t.Fatalf("x weighs %v", x)
		}
		if y := m.Alone.Weights[1]; y[1] < y[2]-1e-9 {
			t.Fatalf("y weighs %v", y)
		}
		for _, w := range m.Alone.Weights {
			if w[0] != 0 {
				t.Fatalf("nothing to compare weighs %v", w)
			}
		}
	})
}

// Labels against the order move weights as far as it allows: both levels come to weigh the same.
func TestRefitAgainstOrder(t *testing.T) {
	list := slices.Concat(labels(60, []uint8{1, 0, 0}, Different), labels(60, []uint8{2, 0, 0}, Same))
	m := toy()
	m.Refit(list, 4)
	if x := m.Alone.Weights[0]; x[2] <= x[1] {
		t.Errorf("without an order, x weighs %v", x)
	}
	m = toy()
	m.Comparisons[0].Order = [][]uint8{{1, 2}}
	m.Refit(list, 4)
	if x := m.Alone.Weights[0]; math.Abs(x[1]-x[2]) > 0.01 {
		t.Errorf("with an order, x weighs %v", x)
	}
}

func TestRefitInView(t *testing.T) {
	m, was := toy(), toy()
	long := func(l ...uint8) []uint8 { return append(l, make([]uint8, len(RivalComparisons))...) }
	m.RefitInView(slices.Concat(labels(40, long(1, 1, 2), PartOf), labels(40, long(1, 2, 2), Different), labels(40, long(1, 1, 1), Same)), 1)
	if d := cmp.Diff(was.Alone, m.Alone); d != "" {
		t.Error("the scale of pairs alone moved: " + d)
	}
	part := long(1, 1, 2)
	if same, related := Probability(m.Same.Prior+m.Same.Of(part)), Probability(m.Related.Prior+m.Related.Of(part)); same > 0.3 || related < 0.8 {
		t.Errorf("pairs that were parts are one thing by %.2f, related by %.2f", same, related)
	}
}
