package event

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// The page about the levels says what pairs.csv holds.
func TestLevelsPage(t *testing.T) {
	m, err := Reference()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString(`# Levels of the comparisons

The columns of ` + "`pairs.csv`" + ` from the tenth on hold the level of each comparison of a pair as a number; ` + "`assay explain A B`" + ` says them in words. Level 0
weighs nothing. A match weight is in bits: each bit doubles the odds. The weights of *same* and of *same or part* add up with those of the other comparisons and
what they start from (` + fmt.Sprintf("%.1f and %.1f", m.Same.Prior, m.Related.Prior) + ` bits). They are those of model ` + m.Version + `; on data of your own they move a little ([linking](linking.md)).
The last five comparisons see the rivals of a pair: other pairs of one of its two records with the dataset of the other.
`)
	for c, x := range m.Comparisons {
		fmt.Fprintf(&b, "\n## %s\n| level | meaning | same | same or part |\n|---|---|---|---|\n", x.Name)
		for l, text := range x.Levels {
			fmt.Fprintf(&b, "| %d | %s | %+.1f | %+.1f |\n", l, text, m.Same.Weights[c][l]+0, m.Related.Weights[c][l]+0)
		}
	}
	const path = "../../../docs/linking-levels.md"
	text := strings.ReplaceAll(b.String(), "-0.0 |", "+0.0 |")
	if *update {
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(page), text); d != "" {
		t.Errorf("docs/linking-levels.md (go test ./internal/link/event -run Levels -update writes it): -is +should be\n%s", d)
	}
}
