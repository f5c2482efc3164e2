package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"slices"

	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/link/event"
)

// fit fits a model to the labels of sets. Pairs across datasets count in full, those within a little, because they are of other
// kinds (rows into which one dataset splits an event).
func fit(ctx context.Context, sets []*set, spread float64) *link.Model {
	return fitTo(ctx, sets, spread, func(*set, int) bool { return true })
}

func fitTo(ctx context.Context, sets []*set, spread float64, use func(s *set, i int) bool) *link.Model {
	m := alone(sets, spread, use)
	// How much the competition between pairs counts is learned from scores as they will be met: by weights that do not know the
	// country (stacked generalization, Wolpert 1992, https://doi.org/10.1016/S0893-6080(05)80023-1).
	var list []link.Labelled
	for _, g := range groups(sets) {
		of, rest := split(sets, g)
		by := m
		if len(rest) > 0 {
			by = alone(rest, spread, use)
		}
		list = append(list, inView(ctx, by, of, use)...)
	}
	m.RefitInView(list, spread)
	m.Same.Prior += shift
	frequencies(m, list)
	return m
}

// alone fits the weights of pairs by themselves.
func alone(sets []*set, spread float64, use func(s *set, i int) bool) *link.Model {
	m := event.NewModel()
	var list []link.Labelled
	for _, s := range sets {
		mean := s.mean()
		for i, l := range s.labels {
			if !use(s, i) {
				continue
			}
			x := l.Labelled
			x.Weight = s.counts * l.share(mean)
			list = append(list, x)
		}
	}
	m.Alone.Prior, m.Same.Prior, m.Related.Prior = -3, -3, -1
	event.Beyond(m)
	m.Refit(list, spread)
	return m
}

// groups lists the names of the groups in their order.
func groups(sets []*set) []string {
	var out []string
	for _, s := range sets {
		if !slices.Contains(out, s.group) {
			out = append(out, s.group)
		}
	}
	return out
}

// split parts the sets of a group from the others.
func split(sets []*set, group string) (of, rest []*set) {
	for _, s := range sets {
		if s.group == group {
			of = append(of, s)
		} else {
			rest = append(rest, s)
		}
	}
	return of, rest
}

// frequencies counts the levels among pairs of one thing and among the others.
func frequencies(m *link.Model, list []link.Labelled) {
	for c := range m.M {
		n := len(m.M[c]) - 1
		var sums [2]float64
		for _, x := range list {
			l := x.Levels[c]
			if l == 0 {
				continue
			}
			to, k := m.U, 0
			if x.Relation == link.Same {
				to, k = m.M, 1
			}
			to[c][l] += x.Weight
			sums[k] += x.Weight
		}
		for l := 1; l <= n; l++ {
			m.M[c][l] = (m.M[c][l] + 1) / (sums[1] + float64(n))
			m.U[c][l] = (m.U[c][l] + 1) / (sums[0] + float64(n))
		}
	}
}

// inView lists the labelled pairs with the levels that compare them with their rivals.
func inView(ctx context.Context, m *link.Model, sets []*set, use func(s *set, i int) bool) []link.Labelled {
	var out []link.Labelled
	for _, s := range sets {
		scored, _ := s.records.Score(ctx, m, s.candidates)
		rivals := link.Rivals(s.records.Population(), scored)
		at := map[[2]int32]int{}
		for k, x := range scored {
			at[[2]int32{x.A, x.B}] = k
		}
		mean := s.mean()
		for i, l := range s.labels {
			if !use(s, i) {
				continue
			}
			x := l.Labelled
			x.Weight = s.counts * l.share(mean)
			x.Levels = append(slices.Clone(l.Levels), make([]uint8, len(link.RivalComparisons))...)
			if k, ok := at[[2]int32{l.a, l.b}]; ok {
				copy(x.Levels[len(l.Levels):], rivals[k*len(link.RivalComparisons):])
			}
			out = append(out, x)
		}
	}
	return out
}

// mean is the mean of the roots of the weights.
func (s *set) mean() float64 {
	mean := 0.0
	for _, l := range s.labels {
		mean += math.Sqrt(l.weight) / float64(len(s.labels))
	}
	return mean
}

// share is how much a label counts: the root of its weight, so that strata that were drawn thinly count more without a few pairs
// ruling the rest. Pairs within a dataset are of another kind and count a quarter.
func (l *label) share(mean float64) float64 {
	w := math.Sqrt(l.weight) / mean
	if !l.across {
		w /= 4
	}
	return w
}

func write(path string, m *link.Model) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := event.WriteModel(f, m); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
