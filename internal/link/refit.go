package link

import "math"

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
// weights of before, of which spread is the standard deviation in bits. Pairs that somebody was unsure about are left out. The
// descent is bounded by the diagonal of the Hessian with step control, which is deterministic and needs no matrix.
func (m *Model) Refit(list []Labelled, spread float64) {
	m.Fit.Decisions = 0
	for _, x := range list {
		if x.Relation != Unsure {
			m.Fit.Decisions++
		}
	}
	m.Alone.refit(list, spread, func(r Relation) bool { return r == Same })
}

// RefitInView moves the two scales that see the rivals, for which the labelled pairs need all levels.
func (m *Model) RefitInView(list []Labelled, spread float64) {
	m.Same.refit(list, spread, func(r Relation) bool { return r == Same })
	m.Related.refit(list, spread, func(r Relation) bool { return r >= PartOf })
}

func (s *Scale) refit(list []Labelled, spread float64, is func(Relation) bool) {
	start := Scale{s.Prior, clone(s.Weights)}
	penalty := 1 / (spread * spread)
	loss := func(s *Scale) float64 {
		sum := penalty / 2 * sq(s.Prior-start.Prior) / 4
		for c := range s.Weights {
			for l := range s.Weights[c] {
				sum += penalty / 2 * sq(s.Weights[c][l]-start.Weights[c][l])
			}
		}
		for _, x := range list {
			if x.Relation == Unsure {
				continue
			}
			p := Probability(s.Prior + s.Of(x.Levels))
			if !is(x.Relation) {
				p = 1 - p
			}
			sum -= x.Weight * math.Log(math.Max(p, 1e-12))
		}
		return sum
	}
	const most = 400
	before := loss(s)
	step := 1.0
	for range most {
		grad, curve := zero(s.Weights), zero(s.Weights)
		gradP, curveP := penalty/4*(s.Prior-start.Prior), penalty/4
		for c := range grad {
			for l := range grad[c] {
				grad[c][l], curve[c][l] = penalty*(s.Weights[c][l]-start.Weights[c][l]), penalty
			}
		}
		k := float64(len(s.Weights) + 1)
		for _, x := range list {
			if x.Relation == Unsure {
				continue
			}
			y := 0.0
			if is(x.Relation) {
				y = 1
			}
			p := Probability(s.Prior + s.Of(x.Levels))
			g := x.Weight * (p - y) * math.Ln2
			h := x.Weight * p * (1 - p) * math.Ln2 * math.Ln2 * k // bounds the Hessian by its diagonal
			gradP += g
			curveP += h
			for c, l := range x.Levels {
				if l > 0 {
					grad[c][l] += g
					curve[c][l] += h
				}
			}
		}
		next := Scale{s.Prior - step*gradP/curveP, clone(s.Weights)}
		for c := range grad {
			for l := 1; l < len(grad[c]); l++ {
				next.Weights[c][l] -= step * grad[c][l] / curve[c][l]
			}
		}
		after := loss(&next)
		if after > before {
			if step /= 2; step < 1e-6 {
				return
			}
			continue
		}
		*s = next
		if before-after < 1e-9*(1+before) {
			return
		}
		before, step = after, math.Min(4, step*1.5)
	}
}

func sq(x float64) float64 { return x * x }
