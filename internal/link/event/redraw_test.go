package event

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/assaydata/assay/internal/link"
)

func TestRedraw(t *testing.T) {
	l := linkAll(t, readTables(t, mixed(1)...), Options{Redraw: true})
	first, err := l.Redraw(7)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := l.Redraw(7)
	if !slices.Equal(first, again) {
		t.Error("the same seed gives another draw")
	}
	if len(first) != l.Records.N() {
		t.Fatalf("%d clusters for %d records", len(first), l.Records.N())
	}
	// A pair whose records compete with no other is joined as often as its probability says.
	degree := map[int32]int{}
	for _, s := range l.scored {
		degree[l.Records.unit[s.A]]++
		degree[l.Records.unit[s.B]]++
	}
	var alone []link.Scored
	for _, s := range l.scored {
		if p := link.Probability(float64(s.Same)); degree[l.Records.unit[s.A]] == 1 && degree[l.Records.unit[s.B]] == 1 && p > 0.02 && p < 0.98 && l.Records.data[s.A] != l.Records.data[s.B] {
			alone = append(alone, s)
		}
	}
	if len(alone) == 0 {
		t.Fatal("no uncertain pair stands alone: nothing is tested")
	}
	const draws = 400
	joined := make([]float64, len(alone))
	for seed := range uint64(draws) {
		c, _ := l.Redraw(seed)
		for k, s := range alone {
			if c[s.A] == c[s.B] {
				joined[k]++
			}
		}
	}
	for k, s := range alone {
		p := link.Probability(float64(s.Same))
		if math.Abs(joined[k]/draws-p) > 4.5*math.Sqrt(p*(1-p)/draws) {
			t.Errorf("a pair of probability %.3f is joined in %.3f of draws", p, joined[k]/draws)
		}
	}
}

func TestRedrawKeepsDecisions(t *testing.T) {
	datasets := readTables(t, mixed(2)...)
	free := linkAll(t, datasets, Options{Redraw: true})
	var o Options
	o.Redraw = true
	for _, p := range free.Pairs {
		if p.A.Data != p.B.Data && p.Relation == link.Same && len(o.Decisions) < 5 {
			at := func(r link.Ref) link.Ref {
				return link.Ref{Data: int32(slices.Index(datasets, free.Datasets[r.Data])), Row: r.Row}
			}
			o.Decisions = append(o.Decisions, link.Decision{A: at(p.A), B: at(p.B), Relation: link.Different, ID: "d"})
		}
	}
	l := linkAll(t, datasets, o)
	for seed := range uint64(20) {
		c, err := l.Redraw(seed)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range l.words {
			if c[d.a] == c[d.b] {
				t.Fatalf("draw %d joins records that a reviewer told apart", seed)
			}
		}
	}
}

func TestRedrawNeedsItsOption(t *testing.T) {
	l := linkAll(t, readTables(t, mixed(0)...), Options{})
	if _, err := l.Redraw(1); !errors.Is(err, ErrNotKept) {
		t.Errorf("%v, want %v", err, ErrNotKept)
	}
}
