package fact_test

import (
	"context"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
)

// Nothing of an event is left in the room for those that are made there after it.
func TestEventsInOneRoom(t *testing.T) {
	for seed := range uint64(10) {
		r := rand.New(rand.NewPCG(seed, 7))
		var ds []*record.Dataset
		var refs []link.Ref
		for i, s := range append(inventNumbers(r), invent(r)...) {
			d := dataset(t, s.name, s.head, s.lines...)
			for row := range d.N {
				refs = append(refs, link.Ref{Data: int32(i), Row: int32(row)})
			}
			ds = append(ds, d)
		}
		res := &link.Result{Datasets: ds}
		r.Shuffle(len(refs), func(a, b int) { refs[a], refs[b] = refs[b], refs[a] })
		for len(refs) > 0 {
			n := min(1+r.IntN(6), len(refs))
			var e link.Entity
			for k, ref := range refs[:n] {
				as := link.Same
				if k > 0 && r.IntN(4) == 0 {
					as = link.PartOf
				}
				e.Members = append(e.Members, link.Member{Ref: ref, Relation: as})
			}
			res.Entities, refs = append(res.Entities, e), refs[n:]
		}
		b, err := fact.Build(context.Background(), res)
		if err != nil {
			t.Fatal(err)
		}
		room := &fact.Room{}
		for round := range 2 {
			for i := range res.Entities {
				want, got := b.Event(i), b.EventIn(room, i)
				if diff := cmp.Diff(want.Facts, got.Facts, cmpopts.EquateNaNs(), cmp.Exporter(func(reflect.Type) bool { return true })); diff != "" {
					t.Fatalf("seed %d, round %d, event %d: %s", seed, round, i, diff)
				}
			}
		}
	}
}
