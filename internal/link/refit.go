package link

import (
	"math"
	"slices"
)

// Labelled is a pair about which somebody decided.
type Labelled struct {
	Levels   []uint8
	Relation Relation
	Weight   float64 // 1, or the inverse of the chance with which the pair was drawn
}

// Enough reports whether decisions suffice to refit weights: thirty at least, with ten on either side of one thing or not.
func Enough(list []Labelled) bool {
	same, other := 0, 0
	for _, x := range list {
		switch x.Relation {
		case Same:
			same++
		case PartOf, Different:
			other++
		}
	}
	return same >= 10 && other >= 10 && same+other >= 30
}

// Refit moves the scale of pairs alone towards labelled pairs: logistic regression on the levels with a normal prior around the
// weights of before, of which spread is the standard deviation in bits, and with the order of the levels kept
// ([Comparison.Order]). Pairs that somebody was unsure about are left out.
func (m *Model) Refit(list []Labelled, spread float64) {
	m.Fit.Decisions = 0
	for _, x := range list {
		if x.Relation != Unsure {
			m.Fit.Decisions++
		}
	}
	m.Alone.refit(m.Comparisons, list, spread, func(r Relation) bool { return r == Same })
}

// RefitInView moves the two scales that see the rivals, for which the labelled pairs need all levels.
func (m *Model) RefitInView(list []Labelled, spread float64) {
	m.Same.refit(m.Comparisons, list, spread, func(r Relation) bool { return r == Same })
	m.Related.refit(m.Comparisons, list, spread, func(r Relation) bool { return r >= PartOf })
}

// step is one free number of a scale: the weight of a level that no chain holds to another, or by how much a level weighs more or
// less than its neighbour in a chain, which is never below zero. It moves the weights of the level and of those beyond it, and through
// them the log odds of the pairs that have one of these.
type step struct {
	comparison int
	levels     []uint8
	sign       float64
	bounded    bool
	value      float64 // of what must not fall below zero
	pairs      []int32
	reach      float64 // how far it may move at once
}

// refit goes through the free numbers one by one, each by a step of Newton within a region of trust, until none moves (Genkin,
// Lewis, Madigan 2007, https://doi.org/10.1198/004017007000000245). That needs no matrix, keeps the bounds, and the loss never grows.
func (s *Scale) refit(comparisons []Comparison, list []Labelled, spread float64, is func(Relation) bool) {
	known := slices.DeleteFunc(slices.Clone(list), func(x Labelled) bool { return x.Relation == Unsure })
	start := Scale{s.Prior, clone(s.Weights)}
	steps := s.steps(comparisons, known)
	odds, want := make([]float64, len(known)), make([]float64, len(known))
	for i, x := range known {
		odds[i] = s.Prior + s.Of(x.Levels)
		if is(x.Relation) {
			want[i] = 1
		}
	}
	all := make([]int32, len(known))
	for i := range all {
		all[i] = int32(i)
	}
	prior := step{sign: 1, pairs: all, reach: 1}
	penalty := 1 / (spread * spread)
	move := func(p *step, slope, bend float64) float64 {
		for _, i := range p.pairs {
			x := &known[i]
			slope += p.sign * x.Weight * (Probability(odds[i]) - want[i]) * math.Ln2
			bend += x.Weight * steepest(odds[i], p.reach) * math.Ln2 * math.Ln2
		}
		d := math.Max(-p.reach, math.Min(p.reach, -slope/bend))
		if p.bounded {
			d = math.Max(d, -p.value)
			p.value += d
		}
		p.reach = math.Max(2*math.Abs(d), p.reach/2)
		for _, i := range p.pairs {
			odds[i] += p.sign * d
		}
		return d
	}
	const most, least = 200, 1e-3
	for range most {
		d := move(&prior, penalty/4*(s.Prior-start.Prior), penalty/4)
		s.Prior += d
		farthest := math.Abs(d)
		for k := range steps {
			p := &steps[k]
			w, before := s.Weights[p.comparison], start.Weights[p.comparison]
			slope := 0.0
			for _, l := range p.levels {
				slope += p.sign * penalty * (w[l] - before[l])
			}
			d := move(p, slope, penalty*float64(len(p.levels)))
			for _, l := range p.levels {
				w[l] += p.sign * d
			}
			farthest = math.Max(farthest, math.Abs(d))
		}
		if farthest < least {
			return
		}
	}
}

// steps lists the free numbers of a scale. Weights that break an order are brought to where they keep it.
func (s *Scale) steps(comparisons []Comparison, list []Labelled) []step {
	var out []step
	for c, w := range s.Weights {
		done := make([]bool, len(w))
		var beyond func(l uint8) []uint8 // a level and those that chains hold to it, for each of which it adds a step
		beyond = func(l uint8) []uint8 {
			done[l] = true
			levels := []uint8{l}
			for _, n := range neighbours(comparisons[c].Order, l) {
				if done[n.level] {
					continue
				}
				apart := math.Max(0, n.sign*(w[n.level]-w[l]))
				w[n.level] = w[l] + n.sign*apart
				more := beyond(n.level)
				out = append(out, step{comparison: c, levels: more, sign: n.sign, bounded: true, value: apart, reach: 1})
				levels = append(levels, more...)
			}
			return levels
		}
		beyond(0)
		for l := range w {
			if !done[l] {
				out = append(out, step{comparison: c, levels: beyond(uint8(l)), sign: 1, reach: 1})
			}
		}
	}
	for k := range out {
		p := &out[k]
		for i, x := range list {
			if slices.Contains(p.levels, x.Levels[p.comparison]) {
				p.pairs = append(p.pairs, int32(i))
			}
		}
	}
	return out
}

type neighbour struct {
	level uint8
	sign  float64 // 1 where it weighs more
}

// neighbours lists the levels next to a level in chains.
func neighbours(order [][]uint8, l uint8) []neighbour {
	var out []neighbour
	for _, chain := range order {
		for i, x := range chain {
			if x != l {
				continue
			}
			if i > 0 {
				out = append(out, neighbour{chain[i-1], 1})
			}
			if i+1 < len(chain) {
				out = append(out, neighbour{chain[i+1], -1})
			}
		}
	}
	return out
}

// steepest bounds the slope of the probability within some bits of log odds.
func steepest(odds, reach float64) float64 {
	p := Probability(math.Max(0, math.Abs(odds)-reach))
	return p * (1 - p)
}
