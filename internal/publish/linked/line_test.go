package linked

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Lines are those of encoding/csv, of guarded texts.
func TestLines(t *testing.T) {
	texts := rapid.SliceOfN(rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", `\.`, " a", "a,b", `say "so"`, "=1+1", "-", "a\nb", "é, ", "\u00a0x", "\xff", "a\r\n"})), 2, 6)
	rapid.Check(t, func(t *rapid.T) {
		list := texts.Draw(t, "texts")
		var l lines
		var want bytes.Buffer
		w := csv.NewWriter(&want)
		w.UseCRLF = true
		var guarded []string
		for _, s := range list {
			l.text(s)
			guarded = append(guarded, guard(s))
		}
		l.list(list, "; ")
		guarded = append(guarded, guard(strings.Join(list, "; ")))
		l.end()
		if err := w.Write(guarded); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		if string(l.buf) != want.String() {
			t.Fatalf("%q: %q, want %q", list, l.buf, want.String())
		}
	})
}
