package event

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/assaydata/assay/internal/link"
)

// A row that stands again under another identifier is the same, in whatever layout it is told.
func TestCopiesWithinADataset(t *testing.T) {
	for _, layout := range []string{"acled", "ged", "gtd", "scad"} {
		r := rand.New(rand.NewPCG(21, 1))
		tables := watched(r, world(r, 120), 0.8, layout, "plain")
		x := tables[0]
		n := len(x.lines)
		const planted = 20
		for k := range planted {
			x.add(x.lines[k].of, false, copyOf(x.lines[k].cells, idOf(x), fmt.Sprint(99000+k)))
		}
		l := linkTables(t, tables)
		for k := range planted {
			a, b := l.ref(layout, k), l.ref(layout, n+k)
			if l.relation(a, b) != link.Same {
				t.Errorf("%s: row %d and its copy: %v", layout, k+1, l.relation(a, b))
			}
			e := l.l.Entities[l.l.EntityOf(a)]
			if !slices.ContainsFunc(e.Members, func(m link.Member) bool { return m.Ref == b }) {
				t.Errorf("%s: row %d and its copy are two events", layout, k+1)
			}
		}
	}
}

// Where a file is given twice, each record goes with its own copy.
func TestOneFileTwice(t *testing.T) {
	for _, layout := range []string{"acled", "ged", "gtd", "scad", "plain"} {
		r := rand.New(rand.NewPCG(22, 1))
		events := world(r, 150)
		for i := range 30 { // a crowded week
			events[i].day, events[i].town = events[0].day, events[0].town
		}
		x := watched(r, events, 1, layout)[0]
		again := &table{name: "again", header: x.header, lines: slices.Clone(x.lines)}
		l := linkTables(t, []*table{x, again})
		for k := range x.lines {
			a, b := l.ref(layout, k), l.ref("again", k)
			// Rows that differ in nothing can't be told apart.
			if p := l.l.PairOf(a, b); p.Relation != link.Same && !l.l.Records.again(a) {
				t.Errorf("%s: row %d and its copy: %v at %.2f", layout, k+1, p.Relation, p.Probability)
			}
		}
	}
}

// Events of one day and place of which little is told stay apart in two datasets, however alike they are.
func TestAlikeByChance(t *testing.T) {
	const rows = "id,date,place,lat,lon,killed\n1,2006-03-05,Baghdad,33.3,44.4,1\n2,2006-03-05,Baghdad,33.3,44.4,1\n3,2006-03-05,Baghdad,33.3,44.4,1\n4,2006-03-05,Baghdad,33.3,44.4,1\n5,2006-03-09,Mosul,36.3,43.1,2\n"
	l := linkAll(t, datasetsOf(t, "one", rows, "two", rows), Options{})
	for _, e := range l.Entities {
		if len(e.Members) > 2 {
			t.Errorf("%d records are one event", len(e.Members))
		}
	}
	if p := l.PairOf(link.Ref{Data: 0, Row: 4}, link.Ref{Data: 1, Row: 4}); p.Relation != link.Same {
		t.Errorf("the only such record of either: %v", p.Relation)
	}
}

// again reports whether another record of the dataset is alike.
func (r *Records) again(a link.Ref) bool {
	i := slices.Index(r.Refs, a)
	for j := range r.Refs {
		if j != i && r.data[j] == r.data[i] && r.content[j] == r.content[i] {
			return true
		}
	}
	return false
}
