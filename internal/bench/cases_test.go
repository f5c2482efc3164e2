package bench

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/rules"
)

// Rules about a case find their own example wherever it is planted, whichever core comes first.
func TestClaims(t *testing.T) {
	about := slices.DeleteFunc(slices.Clone(rules.All()), func(r *check.Rule) bool { return r.Case == nil })[:2]
	if testing.Short() {
		about = about[:1]
	}
	first, err := claims(t.Context(), about, 12, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(first) != len(about) {
		t.Fatalf("%d rules measured, of %d", len(first), len(about))
	}
	for i, s := range first {
		if s.Code != about[i].Code || s.Planted != len(places) || s.Found != s.Planted || s.Alarms != 0 {
			t.Errorf("%s: %+v", about[i].Code, s)
		}
	}
	if testing.Short() {
		return
	}
	again, err := claims(t.Context(), about, 12, nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first, again); diff != "" {
		t.Error(diff)
	}
}
