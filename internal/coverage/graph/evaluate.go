package graph

import (
	"math"
	"math/bits"

	"github.com/assaydata/assay/internal/coverage/capture"
)

// evaluator computes the logarithm of the posterior weight of a graph and a number of unseen cases.
//
// The hyper-Dirichlet prior gives a set of lists the Dirichlet prior that delta in every cell of the full table adds up to. Unseen cases
// change only the cell of a set that no list of it has, so that all other cells are one constant.
type evaluator struct {
	lists int
	seen  float64
	cap   float64   // greatest number of unseen cases, whole; the least is 1
	total float64   // prior count of the whole table
	prior []float64 // by set: of one cell
	none  []float64 // by set: seen cases that are on no list of it
	fixed []float64 // by set: constant part of its log likelihood
}

func lgamma(x float64) float64 {
	l, _ := math.Lgamma(x)
	return l
}

func newEvaluator(t *capture.Table, o Options) *evaluator {
	lists := len(t.Lists)
	e := &evaluator{
		lists: lists, seen: float64(t.N()), cap: math.Ceil(o.Cap * float64(t.N())), total: o.Delta * float64(int(1)<<lists),
		prior: make([]float64, 1<<lists), none: make([]float64, 1<<lists), fixed: make([]float64, 1<<lists),
	}
	cell := make([]float64, 1<<lists)
	for set := 1; set < 1<<lists; set++ {
		clear(cell)
		for i, p := range t.Pattern {
			cell[int(p)&set] += float64(t.Count[i])
		}
		a := o.Delta * float64(int(1)<<(lists-bits.OnesCount(uint(set))))
		e.prior[set], e.none[set] = a, cell[0]
		e.fixed[set] = lgamma(e.total) - lgamma(a)
		for _, n := range cell[1:] {
			if n > 0 {
				e.fixed[set] += lgamma(a+n) - lgamma(a)
			}
		}
	}
	return e
}

// at is the log weight of a graph and a number of unseen cases: its marginal likelihood, the number of ways to see that many of the
// cases, and the prior 1/N.
func (e *evaluator) at(m *model, unseen float64) float64 {
	n := e.seen + unseen
	all := lgamma(e.total + n)
	l := lgamma(n+1) - lgamma(unseen+1) - math.Log(n)
	for i, set := range m.sets {
		l += float64(m.power[i]) * (e.fixed[set] + lgamma(e.prior[set]+e.none[set]+unseen) - all)
	}
	return l
}

// peak is the greatest density of a graph over the logarithm of one plus the unseen, and the range outside of which it is negligible.
type peak struct {
	height   float64
	from, to float64 // log(1 + unseen)
}

// peaks finds these for all graphs: on a coarse grid, then by golden section around its greatest point. The range starts at the first point of
// that grid that counts and ends at the last one, so that a second, lower peak is inside.
func (e *evaluator) peaks(models []model) []peak {
	const coarse = 97
	start, end := math.Log1p(1), math.Log1p(e.cap)
	at := func(i int) float64 { return start + (end-start)*float64(i)/(coarse-1) }
	out := make([]peak, len(models))
	var grid [coarse]float64
	for k := range models {
		m := &models[k]
		density := func(t float64) float64 { return e.at(m, math.Expm1(t)) + t }
		top := 0
		for i := range grid {
			grid[i] = density(at(i))
			if grid[i] > grid[top] {
				top = i
			}
		}
		x, height := golden(density, at(max(top-1, 0)), at(min(top+1, coarse-1)))
		low, high := x, x
		for i, d := range grid {
			if d >= height-negligible {
				low, high = math.Min(low, at(i)), math.Max(high, at(i))
			}
		}
		out[k] = peak{
			height: height,
			from:   edge(density, low, start, height-negligible),
			to:     edge(density, high, end, height-negligible),
		}
	}
	return out
}

// golden finds the maximum of a function with one peak.
func golden(f func(float64) float64, a, b float64) (x, value float64) {
	r := (math.Sqrt(5) - 1) / 2
	c, d := b-r*(b-a), a+r*(b-a)
	fc, fd := f(c), f(d)
	for range 24 {
		if fc > fd {
			b, d, fd = d, c, fc
			c = b - r*(b-a)
			fc = f(c)
		} else {
			a, c, fc = c, d, fd
			d = a + r*(b-a)
			fd = f(d)
		}
	}
	if fa, fb := f(a), f(b); fa > math.Max(fc, fd) {
		return a, fa
	} else if fb > math.Max(fc, fd) {
		return b, fb
	}
	if fc > fd {
		return c, fc
	}
	return d, fd
}

// edge finds where a function that falls from a peak towards an end crosses a level; the end, if it does not.
func edge(f func(float64) float64, top, end, level float64) float64 {
	if f(end) >= level {
		return end
	}
	for range 16 {
		middle := (top + end) / 2
		if f(middle) >= level {
			top = middle
		} else {
			end = middle
		}
	}
	return end
}

// masses appends the posterior of one graph, relative to e^best: at every integer while these are few, where the density may fall steeply from
// one unseen case to the next, and from there at points that are evenly spaced in log(1 + unseen), by the trapezoidal rule.
func (e *evaluator) masses(all []mass, m *model, index, points int, p peak, best float64) []mass {
	from, to := math.Max(math.Floor(math.Expm1(p.from)), 1), math.Min(math.Ceil(math.Expm1(p.to)), e.cap)
	last := to
	if to > whole && to-from > whole {
		last = math.Max(whole, from-1)
	}
	for unseen := from; unseen <= last; unseen++ {
		all = append(all, mass{e.seen + unseen, math.Exp(e.at(m, unseen) - best), index})
	}
	if last == to {
		return all
	}
	start, end := math.Log1p(last+0.5), math.Log1p(to+0.5)
	step := (end - start) / float64(points-1)
	for i := range points {
		t := start + float64(i)*step
		unseen := math.Expm1(t)
		w := math.Exp(e.at(m, unseen)+t-best) * step
		if i == 0 || i == points-1 {
			w /= 2
		}
		all = append(all, mass{e.seen + unseen, w, index})
	}
	return all
}
