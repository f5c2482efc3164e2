package main

import (
	"context"
	"fmt"
	"math"
	"os"

	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/link/event"
)

// fit fits a model to the labels of sets. Pairs across datasets count in full, those within a little, because they are of other
// kinds (rows into which one dataset splits an event).
func fit(ctx context.Context, sets []*set, spread float64) *link.Model {
	return fitTo(ctx, sets, spread, func(*set, int) bool { return true })
}

func fitTo(ctx context.Context, sets []*set, spread float64, use func(s *set, i int) bool) *link.Model {
	m := event.NewModel()
	var list []link.Labelled
	for _, s := range sets {
		mean := 0.0
		for _, l := range s.labels {
			mean += math.Sqrt(l.weight) / float64(len(s.labels))
		}
		for i, l := range s.labels {
			if !use(s, i) {
				continue
			}
			x := l.Labelled
			// The root of the weights: strata that were drawn thinly count more, without a few pairs ruling the rest.
			x.Weight = math.Sqrt(l.weight) / mean
			if !l.across {
				x.Weight /= 4
			}
			list = append(list, x)
		}
	}
	m.Same.Prior, m.Related.Prior = -3, -1
	m.Refit(list, spread)
	frequencies(m, list)
	rivals(ctx, m, sets, use)
	return m
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

// rivals fits what the competition of pairs says.
func rivals(ctx context.Context, m *link.Model, sets []*set, use func(s *set, i int) bool) {
	var own []float32
	var features [][3]float32
	var same []bool
	var weight []float64
	for _, s := range sets {
		scored, lead := s.leads(ctx, m)
		for i, l := range s.labels {
			k, ok := scored[[2]int32{l.a, l.b}]
			if !ok || !l.across || !use(s, i) {
				continue
			}
			own, features = append(own, k.Same), append(features, lead[[2]int32{l.a, l.b}])
			same, weight = append(same, l.Relation == link.Same), append(weight, math.Sqrt(l.weight))
		}
	}
	m.Rivals.Fit(own, features, same, weight)
}

func (s *set) leads(ctx context.Context, m *link.Model) (map[[2]int32]link.Scored, map[[2]int32][3]float32) {
	scored := s.records.Score(ctx, m, s.candidates)
	f := link.Leads(s.records.Population(), scored)
	by, lead := map[[2]int32]link.Scored{}, map[[2]int32][3]float32{}
	for k, x := range scored {
		by[[2]int32{x.A, x.B}], lead[[2]int32{x.A, x.B}] = x, f[k]
	}
	return by, lead
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
