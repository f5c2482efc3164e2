package link

import "math"

// bounds of the leads and of the support, in bits, beyond which they say no more.
const (
	leadBound    = 6
	supportBound = 5
	noRival      = -9
)

// Leads returns, for each pair, the smaller and the larger of its leads over the strongest rival on either side and the support by a
// third record. A rival is another unit of the same dataset; where a dataset has many records about one thing, there are none.
func Leads(p *Population, pairs []Scored) (features [][3]float32) {
	c := newClusters(p, pairs)
	features = make([][3]float32, len(pairs))
	for k, s := range pairs {
		a, b := p.Unit[s.A], p.Unit[s.B]
		if a == b {
			continue
		}
		own := float32(c.bits(a, b))
		x, y := own-c.rival(a, b), own-c.rival(b, a)
		features[k] = [3]float32{bound(min(x, y), leadBound), bound(max(x, y), leadBound), bound(c.support(a, b), supportBound)}
	}
	return features
}

func bound(x float32, by float32) float32 { return min(by, max(-by, x)) }

// rival is the strongest pair of a with another unit of the dataset of b.
func (c *clusters) rival(a, b int32) float32 {
	best := float32(noRival)
	if c.p.Many[c.p.Data[b]] {
		return best
	}
	for _, e := range c.edges[a] {
		if e.to != b && c.p.Data[e.to] == c.p.Data[b] {
			best = max(best, e.bits)
		}
	}
	return best
}

// support is the best third unit, by the weaker of its pairs with a and b.
func (c *clusters) support(a, b int32) float32 {
	best := float32(noRival)
	x, y := c.edges[a], c.edges[b]
	for len(x) > 0 && len(y) > 0 {
		switch {
		case x[0].to < y[0].to:
			x = x[1:]
		case x[0].to > y[0].to:
			y = y[1:]
		default:
			best = max(best, min(x[0].bits, y[0].bits))
			x, y = x[1:], y[1:]
		}
	}
	return best
}

// Of is the log odds of a pair in view of its rivals.
func (r *Rivals) Of(own float32, f [3]float32) float64 {
	if *r == (Rivals{}) {
		return float64(own)
	}
	return r.Own*float64(own) + r.Least*float64(f[0]) + r.Most*float64(f[1]) + r.Support*float64(f[2]) + r.Add
}

// Fit fits the five numbers to labelled pairs by logistic regression with a weak prior around "the pair alone".
func (r *Rivals) Fit(own []float32, features [][3]float32, same []bool, weight []float64) {
	w := [5]float64{1, 0, 0, 0, 0}
	start := w
	const penalty, rate, rounds = 0.5, 0.2, 4000
	for range rounds {
		var grad, curve [5]float64
		for j := range w {
			grad[j], curve[j] = penalty*(w[j]-start[j]), penalty
		}
		for i := range own {
			x := [5]float64{float64(own[i]), float64(features[i][0]), float64(features[i][1]), float64(features[i][2]), 1}
			z := 0.0
			for j := range w {
				z += w[j] * x[j]
			}
			p, y := Probability(z), 0.0
			if same[i] {
				y = 1
			}
			for j := range w {
				grad[j] += weight[i] * (p - y) * x[j] * math.Ln2
				curve[j] += weight[i] * p * (1 - p) * x[j] * x[j] * math.Ln2 * math.Ln2
			}
		}
		for j := range w {
			w[j] -= rate * grad[j] / curve[j]
		}
	}
	*r = Rivals{w[0], w[1], w[2], w[3], w[4]}
}
