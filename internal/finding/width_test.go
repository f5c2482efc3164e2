package finding

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/wording"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"":                     "",
		"Brack, 3 dead":        "Brack, 3 dead",
		"東の村 · Köln":           "東の村 · Köln",
		"a\nb\tc\r":            "a b c ",
		"a\x1b[31mb":           "a\ufffd[31mb",
		"a\u009b31mb":          "a\ufffd31mb",
		"\u202eevil\u2066":     "\ufffdevil\ufffd",
		"bad \xff byte":        "bad \ufffd byte",
		"می\u200cخواهم":        "می\u200cخواهم", // a joiner that Persian needs
		"line\u2028separator":  "line separator",
		"tag\U000e0041letters": "tag\ufffdletters",
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		in    string
		w     int
		right string
		left  string
	}{
		{"Brack", 5, "Brack", "Brack"},
		{"Brack town", 5, "Brac…", "…town"},
		{"東の村の名", 5, "東の…", "…の名"},
		{"Brack", 0, "", "…"},
	} {
		if got := shorten(c.in, c.w); got != c.right {
			t.Errorf("shorten(%q, %d) = %q, want %q", c.in, c.w, got, c.right)
		}
		if c.w > 0 {
			if got := shortenLeft(c.in, c.w); got != c.left {
				t.Errorf("shortenLeft(%q, %d) = %q, want %q", c.in, c.w, got, c.left)
			}
		}
	}
}

func TestWrapKeepsTheTextAndTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.SampledFrom([]rune("ab cd ef é日e\u0301 ,.…"))).Draw(t, "text")
		first, w := rapid.IntRange(2, 30).Draw(t, "first"), rapid.IntRange(2, 30).Draw(t, "width")
		got := wrap(s, first, w)
		for i, l := range got {
			limit := w
			if i == 0 {
				limit = first
			}
			if width(l) > limit {
				t.Fatalf("line %d, %q, is wider than %d", i, l, limit)
			}
		}
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if bare(strings.Join(got, "")) != bare(s) {
			t.Fatalf("wrapping %q lost text: %q", s, got)
		}
	})
}

func TestPadAndShortenGiveTheExactWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, w := clean(rapid.String().Draw(t, "text")), rapid.IntRange(1, 40).Draw(t, "width")
		got := pad(shorten(s, w), w, rapid.Bool().Draw(t, "right"))
		if n := width(got); n != w || !utf8.ValidString(got) {
			t.Fatalf("%q is %d columns wide, want %d", got, n, w)
		}
	})
}

func TestNumbers(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567", -1000: "-1,000", -100: "-100"} {
		if got := wording.Thousands(n); got != want {
			t.Errorf("wording.Thousands(%d) = %q, want %q", n, got, want)
		}
	}
	for v, want := range map[float64]string{0: "0 %", 1: "100 %", 0.00001: "<0.01 %", 0.0023: "0.23 %", 0.0234: "2.3 %", 0.5: "50.0 %"} {
		if got := percent(v); got != want {
			t.Errorf("percent(%v) = %q, want %q", v, got, want)
		}
	}
	for d, want := range map[time.Duration]string{
		400 * time.Microsecond: "1 ms", 45 * time.Millisecond: "45 ms", 2840 * time.Millisecond: "2.8 s", 125 * time.Second: "2 min 05 s",
	} {
		if got := seconds(d); got != want {
			t.Errorf("seconds(%v) = %q, want %q", d, got, want)
		}
	}
	for _, c := range []struct {
		count, of int
		want      string
	}{{0, 1000, "0–0.38"}, {101, 43123, "0.19–0.28"}, {500, 1000, "46.9–53.1"}} {
		if got := interval(audit.NewShare(c.count, c.of)); got != c.want {
			t.Errorf("interval of %d in %d = %q, want %q", c.count, c.of, got, c.want)
		}
	}
}
