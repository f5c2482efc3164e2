// Package graph estimates how many cases no list has seen as an average over all decomposable graphs of dependence between lists
// (Madigan and York 1997, Biometrika 84:19-31): each graph has a closed marginal likelihood under a hyper-Dirichlet prior, and none is chosen.
//
// The prior count of a cell, delta, can move the result more than the data do; an estimate is only to be shown beside those of other deltas.
package graph

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/assaydata/assay/internal/coverage/capture"
)

// Options of an average. A field that is zero has its default.
type Options struct {
	Delta float64 // prior count of every cell of the table of all lists: 2^-lists
	Cap   float64 // greatest number of unseen cases, in multiples of the number seen: 30
}

// MaxLists bounds the number of lists: seven have 617,675 decomposable graphs.
const MaxLists = 6

// Posterior is what all graphs together say of N, the number of cases on any list or none.
type Posterior struct {
	Options Options
	Seen    int64
	Cap     int64 // the greatest N that was allowed

	Median, Low, High, Mean float64 // Low and High bound the central 95 %
	AtCap                   float64 // share of the posterior whose number of unseen cases lies within a tenth of its cap

	Graphs int        // decomposable graphs of that many lists
	Models []Weighted // those that hold at least a millionth of the posterior, by falling weight

	n, below []float64 // points of the distribution function: N, and the share of the posterior below it
}

// Weighted is a graph with its share of the posterior.
type Weighted struct {
	Edges  [][2]int // pairs of lists that depend on each other given the rest
	Weight float64
	Mean   float64 // of N, given the graph
}

// Average computes the posterior of N under the prior 1/N, with equal prior weights of all graphs and at least one
// case unseen, as in the published example. It fails for a table without cases, with fewer than two
// lists or more than MaxLists, and for a delta or cap that is not positive.
func Average(t *capture.Table, o Options) (*Posterior, error) {
	lists := len(t.Lists)
	switch {
	case lists < 2 || lists > MaxLists:
		return nil, fmt.Errorf("graphs over %d lists (hint: 2 to %d; group lists that share an origin)", lists, MaxLists)
	case t.N() == 0:
		return nil, fmt.Errorf("no cases on any list: nothing to estimate from")
	}
	if o.Delta == 0 {
		o.Delta = 1 / float64(int(1)<<lists)
	}
	if o.Cap == 0 {
		o.Cap = 30
	}
	if !(o.Delta > 0 && o.Delta <= 1e6 && o.Cap > 0 && o.Cap <= 10_000) {
		return nil, fmt.Errorf("a prior count of %v and a cap of %v times the cases seen (hint: both above 0)", o.Delta, o.Cap)
	}
	e := newEvaluator(t, o)
	p := &Posterior{Options: o, Seen: t.N(), Cap: t.N() + int64(e.cap)}
	models := decomposable(lists)
	p.Graphs = len(models)
	e.average(p, models)
	return p, nil
}

// Quantile is the N below which a share of the posterior lies.
func (p *Posterior) Quantile(share float64) float64 {
	i, _ := slices.BinarySearch(p.below, share)
	switch {
	case i == 0:
		return p.n[0]
	case i == len(p.n):
		return p.n[len(p.n)-1]
	}
	gap := p.below[i] - p.below[i-1]
	return p.n[i-1] + (p.n[i]-p.n[i-1])*(share-p.below[i-1])/gap
}

// mass is a piece of the posterior at one N.
type mass struct {
	n, weight float64
	model     int
}

// negligible is how far, in natural logarithms, the greatest density of a graph lies below that of the best one, or a point below the
// greatest of its graph, when it is left out: e^-30 is less than 10^-13.
const negligible = 30

// whole is the number of unseen cases up to which every integer is a point of the posterior.
const whole = 800

// resolution is the number of points beyond that for a graph of a share of the posterior.
func resolution(share float64) int {
	switch {
	case share > 0.01:
		return 4000
	case share > 1e-4:
		return 800
	}
	return 100
}

func (e *evaluator) average(p *Posterior, models []model) {
	peaks := e.peaks(models)
	best := math.Inf(-1)
	for _, x := range peaks {
		best = math.Max(best, x.height)
	}
	rough, roughly := make([]float64, len(models)), 0.0
	for i, x := range peaks {
		rough[i] = math.Exp(x.height-best) * (x.to - x.from)
		roughly += rough[i]
	}
	var all []mass
	for i := range models {
		if peaks[i].height >= best-negligible {
			all = e.masses(all, &models[i], i, resolution(rough[i]/roughly), peaks[i], best)
		}
	}
	slices.SortFunc(all, func(a, b mass) int { return cmp.Or(cmp.Compare(a.n, b.n), cmp.Compare(a.model, b.model)) })
	total := 0.0
	for _, m := range all {
		total += m.weight
	}
	weight, mean := make([]float64, len(models)), make([]float64, len(models))
	sum := 0.0
	for i, m := range all {
		w := m.weight / total
		p.Mean += w * m.n
		weight[m.model] += w
		mean[m.model] += w * m.n
		if m.n-float64(p.Seen) > 0.9*e.cap {
			p.AtCap += w
		}
		sum += w
		if i+1 == len(all) || all[i+1].n > m.n {
			p.n, p.below = append(p.n, m.n), append(p.below, sum)
		}
	}
	step := 0.0 // at each point the distribution function is taken in the middle of its step
	for i, s := range p.below {
		p.below[i], step = (s+step)/2, s
	}
	p.Low, p.Median, p.High = p.Quantile(0.025), p.Quantile(0.5), p.Quantile(0.975)
	pairs := Pairs(e.lists)
	for i, w := range weight {
		if w < 1e-6 {
			continue
		}
		g := Weighted{Weight: w, Mean: mean[i] / w}
		for k, pair := range pairs {
			if models[i].edges>>k&1 == 1 {
				g.Edges = append(g.Edges, pair)
			}
		}
		p.Models = append(p.Models, g)
	}
	slices.SortStableFunc(p.Models, func(a, b Weighted) int { return cmp.Compare(b.Weight, a.Weight) })
}
