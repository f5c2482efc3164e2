package main

import (
	"context"
	"fmt"

	"github.com/assaydata/assay/internal/link"
)

// result is how links compare with labels, by their weights.
type result struct {
	same, linked, right    float64 // pairs labelled same; linked as same; both
	related, joined, found float64 // labelled same or part; linked as same or part; both
}

func (r *result) add(o result) {
	r.same += o.same
	r.linked += o.linked
	r.right += o.right
	r.related += o.related
	r.joined += o.joined
	r.found += o.found
}

// share scales a result to one pair labelled same, so that no set rules a mean by its size or its weights.
func (r result) share() result {
	n := max(1e-9, r.same)
	return result{r.same / n, r.linked / n, r.right / n, r.related / n, r.joined / n, r.found / n}
}

func (r result) String() string {
	p, q := r.right/max(1e-9, r.linked), r.right/max(1e-9, r.same)
	return fmt.Sprintf("same precision %.3f recall %.3f F1 %.3f, same or part precision %.3f recall %.3f", p, q, 2*p*q/max(1e-9, p+q),
		r.found/max(1e-9, r.joined), r.found/max(1e-9, r.related))
}

// evaluate links a set with a model and compares with the labels across datasets that use names; nil for all.
func (s *set) evaluate(ctx context.Context, m *link.Model, use func(i int) bool) result {
	relation, err := s.records.Relations(ctx, m, s.candidates)
	if err != nil {
		panic(err) // no labels, no figures: nothing to go on with
	}
	var r result
	for i, l := range s.labels {
		if !l.across || use != nil && !use(i) {
			continue
		}
		got := relation[[2]int32{l.a, l.b}]
		if l.Relation == link.Same {
			r.same += l.weight
		}
		if got == link.Same {
			r.linked += l.weight
			if l.Relation == link.Same {
				r.right += l.weight
			}
		}
		if l.Relation >= link.PartOf {
			r.related += l.weight
		}
		if got >= link.PartOf {
			r.joined += l.weight
			if l.Relation >= link.PartOf {
				r.found += l.weight
			}
		}
	}
	return r
}

// validate fits on all folds but one and links with the weights of those, fold by fold.
func validate(ctx context.Context, sets []*set, spread float64, folds int) []result {
	out := make([]result, len(sets))
	fold := func(s *set, i int) int {
		l := s.labels[i]
		return int((uint64(l.a)*0x9e3779b97f4a7c15 ^ uint64(l.b)*0xe7037ed1a0b428db) >> 33 % uint64(folds))
	}
	for f := range folds {
		m := fitTo(ctx, sets, spread, func(s *set, i int) bool { return fold(s, i) != f })
		for k, s := range sets {
			out[k].add(s.evaluate(ctx, m, func(i int) bool { return fold(s, i) == f }))
		}
	}
	return out
}
