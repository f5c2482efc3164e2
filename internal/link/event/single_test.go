package event

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/link"
)

// A dataset that is known to tell nothing twice gives at most one unit to an event, whatever its records look like.
func TestSingle(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 1))
	tables := watched(r, world(r, 120), 0.9, "acled", "ged")
	acled := tables[0]
	for k := range 40 { // the next day, in other words: as good as told twice
		acled.add(acled.lines[k].of, false, copyOf(acled.lines[k].cells, "event_id_cnty", "URY"+str(9000+k), "notes", acled.lines[k].cells["notes"]+" Later reports spoke of arrests."))
	}
	datasets := readTables(t, tables...)
	twice := func(o Options) int {
		l := linkAll(t, datasets, o)
		n := 0
		for _, e := range l.Entities {
			units := map[int32]bool{}
			for _, m := range e.Members {
				if l.Records.Datasets[m.Ref.Data].Name == "acled" {
					units[l.Records.unit[l.at[m.Ref.Data][m.Ref.Row]]] = true
				}
			}
			if len(units) > 1 {
				n++
			}
		}
		return n
	}
	free := twice(Options{})
	if free == 0 {
		t.Fatal("no event has two records of the dataset: nothing is tested")
	}
	if n := twice(Options{Single: []string{"acled"}}); n != 0 {
		t.Errorf("%d events have two units of a dataset that tells nothing twice, %d when that is not known", n, free)
	}
	if _, err := Link(t.Context(), datasets, Options{Single: []string{"nosuch"}}); err == nil || !strings.Contains(err.Error(), `no dataset "nosuch" is linked (hint: acled, ged)`) {
		t.Errorf("%v", err)
	}
	// A reviewer's decision is above it.
	a, b := link.Ref{Data: 0, Row: 0}, link.Ref{Data: 0, Row: 1}
	l := linkAll(t, datasets, Options{Single: []string{"acled"}, Decisions: []link.Decision{{A: a, B: b, Relation: link.Same, ID: "d"}}})
	if l.EntityOf(a) != l.EntityOf(b) {
		t.Error("two records that a reviewer called the same are two events")
	}
}
