package demo

import (
	"io/fs"
	"testing"

	"github.com/assaydata/assay/cases"
	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/read"
)

// The claims about people and groups of the founding case come back together by what they say, without the keys under which they were
// collected, and the answers about merging are right: what is one is proposed, what is not is kept apart.
func TestMerging(t *testing.T) {
	a := &audit.Audit{}
	for _, name := range []string{"people", "groups"} {
		text, err := fs.ReadFile(cases.Founding(), "data/"+name+".csv")
		if err != nil {
			t.Fatal(err)
		}
		d, err := read.Text(t.Context(), name, string(text))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		a.Datasets = append(a.Datasets, d)
	}
	list, err := Link(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) != 2 {
		t.Fatalf("%d kinds", len(list))
	}
	for _, m := range list {
		t.Logf("%d claims, %d proposed, %d by keys: precision %.3f, recall %.3f, F1 %.3f", m.Claims, m.Proposed, m.Keys, m.Precision, m.Recall, m.F1())
		if m.F1() < 0.95 {
			t.Errorf("F1 %.3f", m.F1())
		}
	}
	key, err := Key()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, k := range key {
		if !k.Linking() {
			continue
		}
		if right, ok := Right(list, k); ok {
			n++
			if !right {
				t.Errorf("%s %s: wrong", k.Key, k.Title)
			}
		}
	}
	if n < 30 {
		t.Errorf("only %d answers about merging were compared", n)
	}
}
