package val002

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/record"
)

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"", "abc", 3}, {"abc", "abc", 0}, {"abc", "acb", 1}, {"demostrations", "demonstrations", 1}, {"kitten", "sitting", 3}, {"ca", "abc", 3}} {
		if got := distance([]rune(c.a), []rune(c.b)); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestDistanceProperties(t *testing.T) {
	text := rapid.StringOfN(rapid.RuneFrom([]rune("abcdé")), 0, 12, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := []rune(text.Draw(t, "a")), []rune(text.Draw(t, "b"))
		d := distance(a, b)
		switch {
		case d != distance(b, a):
			t.Fatalf("not symmetric: %d and %d", d, distance(b, a))
		case (d == 0) != (string(a) == string(b)):
			t.Fatalf("distance %d", d)
		case d > max(len(a), len(b)) || d < max(len(a), len(b))-min(len(a), len(b)):
			t.Fatalf("distance %d of %d and %d letters", d, len(a), len(b))
		}
	})
}

func TestNumbersResembleNothing(t *testing.T) {
	d := newDomain(&record.Field{Codes: []record.Code{{Value: "10"}, {Value: "100"}}})
	if near, how := d.nearest("1000"); how != unlike {
		t.Errorf("1000 resembles %s", near)
	}
	if !d.allows("10.0") || d.allows("11") {
		t.Error("10.0 must be allowed and 11 not")
	}
}
