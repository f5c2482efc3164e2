// Package loglinear estimates how many cases no list has by log-linear models of the overlaps of lists: single fits, all
// hierarchical models up to an order, stepwise selection with a bootstrap, existence of the estimate, and the model without
// the highest interaction.
//
// The counts of the observable patterns are independent Poisson counts whose logarithm is a sum of one term for every set of
// lists in the model; the term of no list is the logarithm of the unseen count (Fienberg 1972, Biometrika 59:591; Bishop,
// Fienberg and Holland 1975, chapter 6). Patterns and terms are both bit masks, so that a term belongs to all patterns that
// contain it: the information matrix is read off the sums of the weights over supersets, and no design matrix is made.
package loglinear

import (
	"math"
	"math/bits"

	"github.com/assaydata/assay/internal/coverage/capture"
	"github.com/assaydata/assay/internal/coverage/glm"
)

// Outcome says whether a model gives an estimate.
type Outcome uint8

const (
	// Estimated: the estimate exists, is unique and was found.
	Estimated Outcome = iota
	// NoCases: the table is empty.
	NoCases
	// NoMaximum: the likelihood has no maximum, because zero counts leave a parameter without bound (Fienberg and Rinaldo
	// 2012, Ann. Statist. 40:996).
	NoMaximum
	// NotIdentifiable: the counts that remain cannot tell the parameters apart.
	NotIdentifiable
	// NotFound: the iteration did not settle.
	NotFound
	// Undefined: a count that the estimate divides by is 0.
	Undefined
)

func (o Outcome) String() string {
	return [...]string{
		"estimated", "no cases", "no maximum-likelihood estimate", "not identifiable", "the iteration did not settle", "a needed count is 0",
	}[o]
}

// Fit is what one model says about one table.
type Fit struct {
	Outcome Outcome
	// N is the estimated number of cases, seen and unseen. Low and High are the 95 % Wald interval on the logarithm of the
	// unseen count; it holds if the model does.
	N, Low, High float64
	// Unseen is the estimated number of cases on no list, and SE the standard error of its logarithm.
	Unseen, SE float64
	// LogLike is the logarithm of the likelihood with the constant of the counts, Params the number of parameters and
	// Freedom the observable patterns less that. Parameters that an empty overlap sends to minus infinity count.
	LogLike         float64
	Params, Freedom int
	AIC, BIC        float64
}

const normal975 = 1.959963984540054

// Fitter fits models to the tables of a fixed number of lists. It allocates nothing after it was made, except where so many
// counts are 0 that a linear programme must decide whether the estimate exists. It is not for concurrent use.
type Fitter struct {
	lists int
	cells int

	n        float64
	y        []float64 // counts by pattern
	sum      []float64 // of y over supersets
	constant float64   // log-likelihood that does not depend on the model
	gone     []bool    // patterns without expectation: an empty overlap is in the model

	terms                  []uint32
	beta, step, right      []float64
	gram                   []float64
	eta, mu, weight, score []float64
}

// NewFitter makes a fitter for tables of a number of lists.
func NewFitter(lists int) *Fitter {
	cells := 1 << lists
	f := &Fitter{lists: lists, cells: cells}
	f.y, f.sum, f.gone = make([]float64, cells), make([]float64, cells), make([]bool, cells)
	f.eta, f.mu, f.weight, f.score = make([]float64, cells), make([]float64, cells), make([]float64, cells), make([]float64, cells)
	f.grow(min(cells, 1+lists+lists*(lists-1)/2))
	return f
}

func (f *Fitter) grow(params int) {
	if params <= cap(f.terms) {
		return
	}
	f.terms = make([]uint32, 0, params)
	f.beta, f.step, f.right = make([]float64, params), make([]float64, params), make([]float64, params)
	f.gram = make([]float64, params*params)
}

// Load takes a table whose lists are as many as those of the fitter.
func (f *Fitter) Load(t *capture.Table) {
	clear(f.y)
	for k, p := range t.Pattern {
		f.y[p] = float64(t.Count[k])
	}
	f.loaded()
}

// loadCounts takes counts by pattern.
func (f *Fitter) loadCounts(y []float64) {
	copy(f.y, y)
	f.loaded()
}

func (f *Fitter) loaded() {
	f.y[0] = 0
	copy(f.sum, f.y)
	supersets(f.sum)
	f.n = f.sum[0]
	f.constant = 0
	for _, y := range f.y {
		if y > 1 {
			g, _ := math.Lgamma(y + 1)
			f.constant -= g
		}
	}
}

// supersets replaces every element by the sum over the patterns that contain it.
func supersets(a []float64) {
	for half := 1; half < len(a); half <<= 1 {
		for i := 0; i < len(a); i += half << 1 {
			low, high := a[i:i+half], a[i+half:i+half<<1]
			for j, v := range high {
				low[j] += v
			}
		}
	}
}

// subsets replaces every element by the sum over the patterns that it contains.
func subsets(a []float64) {
	for half := 1; half < len(a); half <<= 1 {
		for i := 0; i < len(a); i += half << 1 {
			low, high := a[i:i+half], a[i+half:i+half<<1]
			for j, v := range low {
				high[j] += v
			}
		}
	}
}

// Fit fits the model that has, besides every list, the interactions given: sets of two lists or more, each with all the
// smaller interactions that it contains. An interaction whose lists share no case is minus infinity: the patterns that
// contain it have no expectation (Chan, Silverman and Vincent 2021, J. Am. Stat. Assoc. 116:1297).
func (f *Fitter) Fit(interactions []uint32) Fit {
	if f.n == 0 {
		return Fit{Outcome: NoCases}
	}
	f.choose(interactions)
	out := f.iterate()
	out.Params = 1 + f.lists + len(interactions)
	out.Freedom = f.cells - 1 - out.Params
	if out.Outcome == Estimated {
		out.AIC = -2*out.LogLike + 2*float64(out.Params)
		out.BIC = -2*out.LogLike + math.Log(f.n)*float64(out.Params)
		out.N = f.n + out.Unseen
		spread := math.Exp(normal975 * out.SE)
		out.Low, out.High = f.n+out.Unseen/spread, f.n+out.Unseen*spread
	}
	return out
}

// choose sets the terms with a finite estimate and the patterns without expectation.
func (f *Fitter) choose(interactions []uint32) {
	f.grow(1 + f.lists + len(interactions))
	clear(f.gone)
	f.gone[0] = true // unseen
	f.terms = append(f.terms[:0], 0)
	for i := range f.lists {
		f.term(1 << i)
	}
	for _, m := range interactions {
		f.term(m)
	}
}

func (f *Fitter) term(m uint32) {
	if f.sum[m] > 0 {
		f.terms = append(f.terms, m)
		return
	}
	// Supersets of m, counting through the bits that m does not have.
	rest := uint32(f.cells-1) &^ m
	for s := rest; ; s = (s - 1) & rest {
		f.gone[s|m] = true
		if s == 0 {
			return
		}
	}
}

// Limits of the iteration. The decrement is the squared length of a Newton step in units of standard errors, twice the gain
// in log-likelihood that it promises.
const (
	maxSteps = 60
	settled  = 1e-18
	nearly   = 1e-9 // good enough where rounding stops the iteration
	pivot    = 1e-14
)

// iterate runs Newton's method, which for this link is iteratively reweighted least squares.
func (f *Fitter) iterate() Fit {
	p := len(f.terms)
	beta, step, right := f.beta[:p], f.step[:p], f.right[:p]
	if out := f.exists(); out != Estimated {
		return Fit{Outcome: out}
	}
	f.start()
	if !f.factor(pivot) {
		return Fit{Outcome: NotFound}
	}
	copy(beta, right)
	glm.Solve(f.gram, p, beta)
	value := f.expect(beta)
	for range 30 { // a start that overshoots is shortened towards a flat model
		if !math.IsNaN(value) && !math.IsInf(value, 0) {
			break
		}
		for i := range beta {
			beta[i] /= 2
		}
		value = f.expect(beta)
	}
	decrement, last := math.Inf(1), math.Inf(1)
	for range maxSteps {
		copy(f.weight, f.mu)
		supersets(f.weight)
		decrement = 0
		for i, m := range f.terms {
			right[i] = f.sum[m] - f.weight[m]
		}
		if !f.factor(pivot) {
			return Fit{Outcome: NotFound}
		}
		copy(step, right)
		glm.Solve(f.gram, p, step)
		for i, g := range right {
			decrement += g * step[i]
		}
		if decrement <= settled || decrement <= nearly && decrement >= last {
			break
		}
		last = decrement
		value = f.advance(beta, step, value)
	}
	if !(decrement <= nearly) {
		return Fit{Outcome: NotFound}
	}
	out := Fit{LogLike: value + f.constant, Unseen: math.Exp(beta[0])}
	out.SE = math.Sqrt(glm.FirstVariance(f.gram, p, step))
	if math.IsInf(out.Unseen, 0) || math.IsNaN(out.SE) || math.IsInf(out.SE, 0) || math.IsInf(out.Unseen*math.Exp(normal975*out.SE), 0) {
		return Fit{Outcome: NotFound}
	}
	return out
}

// start sets up the first weighted regression, on the logarithms of the counts a little raised.
func (f *Fitter) start() {
	for c := range f.cells {
		f.weight[c], f.score[c] = 0, 0
		if !f.gone[c] {
			m := f.y[c] + 0.1
			f.weight[c], f.score[c] = m, m*math.Log(m)+f.y[c]-m
		}
	}
	supersets(f.weight)
	supersets(f.score)
	for i, m := range f.terms {
		f.right[i] = f.score[m]
	}
}

// factor builds the information matrix of the weights summed over supersets, and factors it.
func (f *Fitter) factor(least float64) bool {
	p := len(f.terms)
	for i, a := range f.terms {
		row := f.gram[i*p : i*p+i+1]
		for j := range row {
			row[j] = f.weight[a|f.terms[j]]
		}
	}
	return glm.Cholesky(f.gram, p, least)
}

// expect sets the expectations under beta and returns the log-likelihood without its constant.
func (f *Fitter) expect(beta []float64) float64 {
	clear(f.eta)
	var value float64
	for i, m := range f.terms {
		f.eta[m] = beta[i]
		value += beta[i] * f.sum[m]
	}
	subsets(f.eta)
	for c, e := range f.eta {
		if f.gone[c] {
			f.mu[c] = 0
			continue
		}
		f.mu[c] = math.Exp(e)
		value -= f.mu[c]
	}
	return value
}

// advance adds the step to beta, shortened as long as the likelihood falls, and returns the new value.
func (f *Fitter) advance(beta, step []float64, value float64) float64 {
	for i := range beta {
		beta[i] += step[i]
	}
	slack := 1e-10 * (1 + math.Abs(value))
	next := f.expect(beta)
	for range 40 {
		if next >= value-slack {
			return next
		}
		for i := range beta {
			step[i] /= 2
			beta[i] -= step[i]
		}
		next = f.expect(beta)
	}
	return next
}

// expected is the number of cases that the last fit expects on all lists of a mask together.
func (f *Fitter) expected(mask uint32) float64 { return f.weight[mask] }

// order is the number of lists of an interaction.
func order(m uint32) int { return bits.OnesCount32(m) }
