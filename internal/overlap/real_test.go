package overlap

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link/event"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

func open(t *testing.T, paths ...string) []*record.Dataset {
	t.Helper()
	var out []*record.Dataset
	for _, p := range paths {
		ds, err := read.Open(t.Context(), read.Input{Path: p}, read.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range ds {
			t.Cleanup(func() { d.Close() })
		}
		out = append(out, ds...)
	}
	return out
}

func build(t *testing.T, datasets []*record.Dataset, o Options) *Tables {
	t.Helper()
	l, err := event.Link(t.Context(), datasets, event.Options{Redraw: true})
	if err != nil {
		t.Fatal(err)
	}
	b, err := fact.BuildWith(t.Context(), l.Result, fact.Options{BuiltOn: o.BuiltOn})
	if err != nil {
		t.Fatal(err)
	}
	got, err := Build(t.Context(), l, b, o)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// Nigeria 2011: the authors of MELTT found 596 violent events in any of the four datasets, 144 of them in several (Donnay et al. 2019); another way of linking must come to the same order.
func TestNigeria2011(t *testing.T) {
	folder := os.Getenv("ASSAY_DATA")
	if folder == "" {
		t.Skip("ASSAY_DATA is not set: it names the folder that holds the public releases")
	}
	var paths []string
	for _, n := range []string{"acled.csv", "ged.csv", "gtd.csv", "scad.csv"} {
		paths = append(paths, filepath.Join(folder, "events", "nigeria-2011", n))
	}
	got := build(t, open(t, paths...), Options{Violent: true, Draws: 5, Seed: 1})
	t.Logf("linked %d, used %d, left out %v, echoes %v", got.Linked, got.Used, got.Left, got.Echoes)
	for _, r := range append(got.Study.Replicates, got.Study.Strata) {
		table := r[0].Table
		t.Logf("%d %v", table.N(), table.Count)
		if n := table.N(); n < 430 || n > 650 {
			t.Errorf("%d events in any dataset", n)
		}
		if several := table.N() - table.Seen(1); several < 100 || several > 230 {
			t.Errorf("%d events in several datasets", several)
		}
	}
}
