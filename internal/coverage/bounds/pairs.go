// Package bounds has the estimates of unseen cases that need no choice of a model: two lists at a time, lower bounds from the
// cases seen once and twice, sample coverage, and closed-population models in which cases differ in how easily they are seen.
// All of them rest on an assumption that is seldom true of lists of violence; they stand beside other estimates as a check.
package bounds

import (
	"math"

	"github.com/assaydata/assay/internal/coverage/capture"
)

const normal975 = 1.959963984540054

// Estimate is a number of cases, seen and unseen, with a 95 % interval. All are NaN where Why says why there is none.
type Estimate struct {
	N, Low, High float64
	Why          string
}

func none(why string) Estimate {
	return Estimate{N: math.NaN(), Low: math.NaN(), High: math.NaN(), Why: why}
}

// logNormal is an estimate whose unseen part is as uncertain as a log-normal variable (Chao 1987, Biometrics 43:783).
func logNormal(seen, n, variance float64) Estimate {
	unseen := n - seen
	if !(unseen > 0) || !(variance > 0) {
		return Estimate{N: n, Low: max(seen, min(n, seen)), High: n}
	}
	spread := math.Exp(normal975 * math.Sqrt(math.Log1p(variance/(unseen*unseen))))
	return Estimate{N: n, Low: seen + unseen/spread, High: seen + unseen*spread}
}

// Pair is the estimate from two lists alone, which holds if they are independent and every case is equally likely to be on
// a list: a weak hint. Positive dependence makes it too low.
type Pair struct {
	A, B         int // lists
	SizeA, SizeB int64
	Both         int64
	// Chapman is the nearly unbiased estimate (Chapman 1951; variance of Seber 1970, Biometrika 57:313).
	Chapman Estimate
	// Petersen is SizeA SizeB / Both, NaN without overlap.
	Petersen float64
}

// Pairs estimates from every two lists.
func Pairs(t *capture.Table) []Pair {
	var out []Pair
	for b := range t.Lists {
		for a := range b {
			p := Pair{A: a, B: b, SizeA: t.Size(a), SizeB: t.Size(b), Both: t.Overlap(1<<a | 1<<b), Petersen: math.NaN()}
			x, y, m := float64(p.SizeA), float64(p.SizeB), float64(p.Both)
			if m > 0 {
				p.Petersen = x * y / m
			}
			switch {
			case p.SizeA == 0 || p.SizeB == 0:
				p.Chapman = none("a list is empty")
			default:
				n := (x+1)*(y+1)/(m+1) - 1
				p.Chapman = logNormal(x+y-m, n, (x+1)*(y+1)*(x-m)*(y-m)/((m+1)*(m+1)*(m+2)))
			}
			out = append(out, p)
		}
	}
	return out
}
