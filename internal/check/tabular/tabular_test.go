package tabular

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/record"
)

func TestPlaceholder(t *testing.T) {
	for _, s := range []string{"NULL", "null", " n/a ", "NaN", "None", "#N/A", "<NA>", ".", "?", "-", "\u2013", `\N`, "not available", "Missing"} {
		if !Placeholder(s) {
			t.Errorf("%q is not taken for a placeholder", s)
		}
	}
	for _, s := range []string{"", " ", "0", "-1", "-99", "Unknown", "Nana", "Na Noi", "Tibet", "n", "Missing persons' families", "N.", "Mis\u00e8re"} {
		if Placeholder(s) {
			t.Errorf("%q is taken for a placeholder", s)
		}
	}
	if n := testing.AllocsPerRun(100, func() { Placeholder("Not Available"); Placeholder("NULL "); Placeholder("Berrin") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestStarts makes sure that the quick test on the first byte loses none of the words.
func TestStarts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.SampledFrom([]string{"null", "(null)", "[null]", "<null>", "#na", "undefined", "missing", "tbd", "blank", "*", "--"}).Draw(t, "word")
		upper := rapid.SliceOfN(rapid.Bool(), len(s), len(s)).Draw(t, "upper")
		b := []byte(s)
		for i := range b {
			if upper[i] {
				b[i] = strings.ToUpper(string(b[i]))[0]
			}
		}
		if !Placeholder(string(b)) {
			t.Fatalf("%q is not taken for a placeholder", b)
		}
	})
}

func TestIdentifiers(t *testing.T) {
	for _, c := range []struct {
		id string
		n  int64
		ok bool
	}{{"163NIG", 163, true}, {"UGA6301", 6301, true}, {"NIG", 0, false}, {"A1B2", 0, false}, {"", 0, false}, {"99999999999999999999999", 0, false}} {
		if n, ok := Digits([]byte(c.id)); ok != c.ok || ok && n != c.n {
			t.Errorf("Digits(%q) = %d, %v", c.id, n, ok)
		}
	}
	for _, c := range []struct {
		id string
		n  int64
		ok bool
	}{{"4750012", 4750012, true}, {"-12", -12, true}, {"12.0", 12, true}, {"12.5", 0, false}, {"", 0, false}, {"-", 0, false}, {".0", 0, false}} {
		if n, ok := Whole([]byte(c.id)); ok != c.ok || ok && n != c.n {
			t.Errorf("Whole(%q) = %d, %v", c.id, n, ok)
		}
	}
}

// TestMemo compares the memory with the relation itself.
func TestMemo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		holds := func(a, b, c uint32) bool { return (a*7+b*3+c)%5 < 2 }
		var m Memo
		for _, k := range rapid.SliceOf(rapid.Custom(func(t *rapid.T) [3]uint32 {
			return [3]uint32{rapid.Uint32Range(0, 200).Draw(t, "a"), rapid.Uint32Range(0, 3).Draw(t, "b"), rapid.Uint32Range(0, 3).Draw(t, "c")}
		})).Draw(t, "rows") {
			if got, want := m.Holds(k[0], k[1], k[2], holds), holds(k[0], k[1], k[2]); got != want {
				t.Fatalf("%v: got %v, want %v", k, got, want)
			}
		}
	})
}

func TestNumbers(t *testing.T) {
	c := &record.Column{Storage: record.Coded, Codes: []uint32{0, 1, 2, 3}, Dict: &record.Dict{
		Texts: []string{"", "12", " 3.5 ", "x"}, States: []record.State{record.Empty, record.Present, record.Present, record.Present},
	}}
	n := NumbersOf(c)
	if !n.OK() || n.At(1) != 12 || n.At(2) != 3.5 || n.At(0) == n.At(0) || n.At(3) == n.At(3) {
		t.Errorf("numbers of texts: %v %v %v %v", n.At(0), n.At(1), n.At(2), n.At(3))
	}
	if NumbersOf(nil).OK() {
		t.Error("no column has numbers")
	}
}
