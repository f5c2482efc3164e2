package loglinear

import (
	"cmp"
	"context"
	"math"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/assaydata/assay/internal/coverage/capture"
)

// Ranked is a model among others.
type Ranked struct {
	Interactions []uint32
	Fit
	// BICWeight and AICWeight are exp(-difference/2) over their sum over all models that take part (Burnham and Anderson 2002).
	BICWeight, AICWeight float64
}

// Saturated reports that the model has as many parameters as there are observable patterns: nothing is left to check it
// against. AIC, which likes large models, prefers such a one too easily: it takes no part in a choice by AIC.
func (r *Ranked) Saturated() bool { return r.Freedom <= 0 }

// Search is what a family of models says about one table.
type Search struct {
	// Models with an estimate, by BIC; equal ones in the order of the family.
	Models []Ranked
	// Order is the largest number of lists of an interaction of the family.
	Order int
	// Refused counts the models without an estimate, by reason.
	Refused map[Outcome]int
	AICBest int // index into Models, -1 if none has degrees of freedom left
}

// MaxSearched is the greatest number of lists for which all models of pairs are fitted (32,768 for six).
const MaxSearched = 6

// Range is the smallest and largest estimate of some models.
type Range struct {
	Low, High float64
	Models    int
}

// Within is the range of N over all models whose BIC (or AIC) is at most by over the least one.
func (s *Search) Within(by float64, aic bool) Range {
	r := Range{Low: math.Inf(1), High: math.Inf(-1)}
	least := math.Inf(1)
	for _, counts := range []bool{false, true} {
		for i := range s.Models {
			m := &s.Models[i]
			criterion := m.BIC
			if aic {
				criterion = m.AIC
			}
			switch {
			case aic && m.Saturated():
			case !counts:
				least = min(least, criterion)
			case criterion <= least+by:
				r.Low, r.High, r.Models = min(r.Low, m.N), max(r.High, m.N), r.Models+1
			}
		}
	}
	return r
}

// Best is the model of least BIC, nil if no model has an estimate.
func (s *Search) Best() *Ranked {
	if len(s.Models) == 0 {
		return nil
	}
	return &s.Models[0]
}

// All fits every hierarchical model: of all orders up to four lists, of pairs for five and six. It returns nil for more lists
// (2,097,152 models of pairs for seven), and the error of the context where that ends it.
func All(ctx context.Context, t *capture.Table) (*Search, error) {
	n := len(t.Lists)
	switch {
	case n > MaxSearched:
		return nil, nil
	case n <= 4:
		return Among(ctx, t, Hierarchical(n, n-1), max(1, n-1))
	}
	return Among(ctx, t, Hierarchical(n, 2), 2)
}

// Triples adds interactions of three lists to the best models: every model within 6 BIC of the best one, at most 50, with
// each subset of one or two of the three-list interactions that it admits. It is nil for fewer than five lists, whose models
// have these anyway.
func (s *Search) Triples(ctx context.Context, t *capture.Table) (*Search, error) {
	n := len(t.Lists)
	if n < 5 || s.Best() == nil {
		return nil, nil
	}
	var threes []uint32
	for m := uint32(0); m < 1<<n; m++ {
		if order(m) == 3 {
			threes = append(threes, m)
		}
	}
	var models [][]uint32
	for i := range s.Models[:min(50, len(s.Models))] {
		m := &s.Models[i]
		if m.BIC > s.Models[0].BIC+6 {
			break
		}
		models = append(models, m.Interactions)
		var open []uint32
		for _, x := range threes {
			if admits(m.Interactions, x) {
				open = append(open, x)
			}
		}
		for a, x := range open {
			models = append(models, append(slices.Clone(m.Interactions), x))
			for _, y := range open[:a] {
				models = append(models, append(slices.Clone(m.Interactions), y, x))
			}
		}
	}
	return Among(ctx, t, models, 3)
}

// Among fits the models given and ranks them.
func Among(ctx context.Context, t *capture.Table, models [][]uint32, largest int) (*Search, error) {
	const block = 64
	fits := make([]Fit, len(models))
	err := inBlocks(ctx, len(models), block, func() func(from, to int) {
		f := NewFitter(len(t.Lists))
		f.Load(t)
		return func(from, to int) {
			for i := from; i < to; i++ {
				fits[i] = f.Fit(models[i])
			}
		}
	})
	if err != nil {
		return nil, err
	}
	s := &Search{Order: largest, Refused: map[Outcome]int{}, AICBest: -1}
	for i, fit := range fits {
		if fit.Outcome != Estimated {
			s.Refused[fit.Outcome]++
			continue
		}
		s.Models = append(s.Models, Ranked{Interactions: models[i], Fit: fit})
	}
	slices.SortStableFunc(s.Models, func(a, b Ranked) int { return cmp.Compare(a.BIC, b.BIC) })
	s.weigh()
	return s, nil
}

func (s *Search) weigh() {
	var bic, aic float64
	leastAIC := math.Inf(1)
	for i := range s.Models {
		if m := &s.Models[i]; !m.Saturated() && m.AIC < leastAIC {
			leastAIC, s.AICBest = m.AIC, i
		}
	}
	for i := range s.Models {
		m := &s.Models[i]
		m.BICWeight = math.Exp((s.Models[0].BIC - m.BIC) / 2)
		bic += m.BICWeight
		if !m.Saturated() {
			m.AICWeight = math.Exp((leastAIC - m.AIC) / 2)
			aic += m.AICWeight
		}
	}
	for i := range s.Models {
		m := &s.Models[i]
		m.BICWeight /= bic
		if aic > 0 {
			m.AICWeight /= aic
		}
	}
}

// inBlocks runs work over 0 to n in blocks on all cores; each worker has a function of its own. What a block does must not
// depend on the worker.
func inBlocks(ctx context.Context, n, block int, worker func() func(from, to int)) error {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (n+block-1)/block) {
		wait.Go(func() {
			work := worker()
			for ctx.Err() == nil {
				from := int(next.Add(int64(block))) - block
				if from >= n {
					return
				}
				work(from, min(from+block, n))
			}
		})
	}
	wait.Wait()
	return ctx.Err()
}
