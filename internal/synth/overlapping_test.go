package synth

import (
	"encoding/csv"
	"strings"
	"testing"
)

func records(t *testing.T, text string) [][]string {
	t.Helper()
	r, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// The same seed gives the same bytes, every layout has rows, and identifiers are unique within a dataset.
func TestOverlapping(t *testing.T) {
	const n = 300
	for name, world := range map[string]func(int, uint64) map[string]string{"overlapping": Overlapping, "apart": Apart} {
		a, b := world(n, 3), world(n, 3)
		total := 0
		for _, layout := range Layouts {
			if a[layout] != b[layout] {
				t.Errorf("%s %s: two runs differ", name, layout)
			}
			rows := records(t, a[layout])
			if len(rows) < n/20 {
				t.Errorf("%s %s: %d rows", name, layout, len(rows))
			}
			total += len(rows) - 1
			seen := map[string]bool{}
			for _, row := range rows {
				if id := row[0]; seen[id] {
					t.Errorf("%s %s: identifier %s twice", name, layout, id)
				}
				seen[row[0]] = true
			}
		}
		if name == "apart" && total > n {
			t.Errorf("%d rows of %d events that are in one dataset each", total, n)
		}
	}
}
