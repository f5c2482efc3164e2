package loglinear

import (
	"math"

	"github.com/assaydata/assay/internal/coverage/capture"
)

// Exists says whether a model has a maximum-likelihood estimate on a table, and only one, without fitting it: [Estimated],
// [NoCases], [NoMaximum] or [NotIdentifiable].
//
// The estimate is missing if and only if some direction of the parameters leaves the expectations of all patterns with cases
// as they are and only lowers those of patterns without any: then it pays to go on for ever (Fienberg and Rinaldo 2012; Chan,
// Silverman and Vincent 2021 for empty overlaps). By Stiemke's theorem there is no such direction exactly where positive
// multipliers of the patterns without cases cancel out, which is a linear programme in whole numbers that only depends on
// which counts are 0.
func Exists(t *capture.Table, interactions []uint32) Outcome {
	f := NewFitter(len(t.Lists))
	f.Load(t)
	if f.n == 0 {
		return NoCases
	}
	f.choose(interactions)
	return f.exists()
}

func (f *Fitter) exists() Outcome {
	// Where the patterns with cases tell all parameters apart, no direction leaves them as they are.
	f.indicate(func(c int) bool { return f.y[c] > 0 })
	if f.factor(rankPivot) {
		return Estimated
	}
	f.indicate(func(c int) bool { return f.y[c] > 0 })
	switch f.programme(f.free()) {
	case missing:
		return NoMaximum
	case undecided:
		return NotFound
	}
	f.indicate(func(c int) bool { return !f.gone[c] })
	if !f.factor(rankPivot) {
		return NotIdentifiable
	}
	return Estimated
}

// rankPivot tells 0 from the least pivot of a matrix of small whole numbers, relative to its diagonal.
const rankPivot = 1e-9

// indicate sets the weights to 1 for some patterns and sums them over supersets.
func (f *Fitter) indicate(in func(int) bool) {
	for c := range f.cells {
		f.weight[c] = 0
		if in(c) {
			f.weight[c] = 1
		}
	}
	supersets(f.weight)
}

// free returns a basis of the directions that leave the expectations of all patterns with cases as they are, one after the
// other, each with one number for every term: the null space of the information matrix of these patterns.
func (f *Fitter) free() []float64 {
	p := len(f.terms)
	a := f.gram[:p*p]
	for i, m := range f.terms {
		for j, o := range f.terms {
			a[i*p+j] = f.weight[m|o]
		}
	}
	lead := make([]int, 0, p) // column of the pivot of each row
	for col := 0; col < p && len(lead) < p; col++ {
		r := len(lead)
		at, most := r, 0.0
		for i := r; i < p; i++ {
			if v := math.Abs(a[i*p+col]); v > most {
				at, most = i, v
			}
		}
		if most <= rankPivot*float64(f.cells) {
			continue
		}
		for j := range p {
			a[r*p+j], a[at*p+j] = a[at*p+j], a[r*p+j]
		}
		scale := a[r*p+col]
		for j := range p {
			a[r*p+j] /= scale
		}
		for i := range p {
			if v := a[i*p+col]; i != r && v != 0 {
				for j := range p {
					a[i*p+j] -= v * a[r*p+j]
				}
			}
		}
		lead = append(lead, col)
	}
	var basis []float64
	next := 0
	for col := range p {
		if next < len(lead) && lead[next] == col {
			next++
			continue
		}
		v := make([]float64, p)
		v[col] = 1
		for r, l := range lead {
			v[l] = -a[r*p+col]
		}
		basis = append(basis, v...)
	}
	return basis
}

type verdict uint8

const (
	existing verdict = iota
	missing
	undecided
)

// programme looks for multipliers of at least 1 for the patterns without cases under which every direction of the basis
// cancels out. It is the first phase of the simplex method, with Bland's rule, which cannot cycle (gonum's simplex does on
// these programmes, all of whose corners coincide).
func (f *Fitter) programme(basis []float64) verdict {
	p := len(f.terms)
	rows := len(basis) / p
	var cells []int
	for c := range f.cells {
		if !f.gone[c] && f.y[c] == 0 {
			cells = append(cells, c)
		}
	}
	// Columns: what each multiplier has above 1, then the right side. The basis of the start are artificial variables, one a
	// row, which need no columns: once out, they stay out.
	width := len(cells) + 1
	a := make([]float64, rows*width)
	cost := make([]float64, width)
	basic := make([]int, rows) // a column, or width for an artificial variable
	for r := range rows {
		clear(f.eta)
		for i, m := range f.terms {
			f.eta[m] = basis[r*p+i]
		}
		subsets(f.eta)
		row := a[r*width : (r+1)*width]
		for j, c := range cells {
			if v := f.eta[c]; math.Abs(v) > tiny {
				row[j] = v
				row[width-1] -= v
			}
		}
		if row[width-1] < 0 {
			for j := range row {
				row[j] = -row[j]
			}
		}
		for j, v := range row {
			cost[j] += v
		}
		basic[r] = width
	}
	for range 2000 + 50*width {
		if cost[width-1] <= tiny {
			return existing
		}
		enter := -1
		for j := range width - 1 {
			if cost[j] > tiny {
				enter = j
				break
			}
		}
		if enter < 0 {
			return missing
		}
		leave, least := -1, math.Inf(1)
		for r := range rows {
			if v := a[r*width+enter]; v > tiny {
				q := a[r*width+width-1] / v
				if q < least-tiny || q <= least+tiny && (leave < 0 || basic[r] < basic[leave]) {
					leave, least = r, min(q, least)
				}
			}
		}
		if leave < 0 {
			return undecided // the sum of artificial variables has no lower bound: rounding only
		}
		pivotRow(a, cost, width, leave, enter)
		basic[leave] = enter
	}
	return undecided
}

const tiny = 1e-9

// pivotRow makes one column the unit of one row.
func pivotRow(a, cost []float64, width, leave, enter int) {
	row := a[leave*width : (leave+1)*width]
	scale := row[enter]
	for j := range row {
		row[j] /= scale
	}
	for r := range len(a) / width {
		if v := a[r*width+enter]; r != leave && v != 0 {
			for j := range row {
				a[r*width+j] -= v * row[j]
			}
		}
	}
	if v := cost[enter]; v != 0 {
		for j := range row {
			cost[j] -= v * row[j]
		}
	}
}
