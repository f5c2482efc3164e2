package event

import (
	"slices"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/link"
)

const taxonomyText = `data.source,base.categories,fine,middle,broad
one,bombing,explosion,attack,violence
two,1,explosion,attack,violence
two,2,shooting,attack,violence
two,3,looting,crime,violence
two,4,march,protest,peaceful
`

// Categories agree on the first level that is the same, from fine to broad.
func TestTaxonomy(t *testing.T) {
	x, err := ReadTaxonomy(strings.NewReader(taxonomyText), "tax.csv", "kind")
	if err != nil {
		t.Fatal(err)
	}
	a := x.codes[[2]string{"one", "bombing"}]
	for category, want := range map[string]uint8{"1": 1, "2": 2, "3": 3, "4": 4} {
		b := x.codes[[2]string{"two", category}]
		if b == 0 {
			t.Fatalf("%s is not listed", category)
		}
		if got := x.compare(a, b); got != want {
			t.Errorf("bombing and %s: level %d, want %d", category, got, want)
		}
		if x.compare(a, b) != x.compare(b, a) {
			t.Errorf("%s: not symmetric", category)
		}
	}
}

func TestTaxonomyMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"":                                    "tax.csv: the taxonomy is empty (hint: ",
		"source,base,level\na,b,c\n":          "tax.csv:1: a taxonomy has the columns",
		"data.source,base.categories,level\n": "lists no category",
		"data.source,base.categories,level\na,b\n":                          "wrong number of fields",
		"data.source,base.categories\na,b\n":                                "at least one level",
		"data.source,base.categories,level\na,\"b\nc,d,e\n":                 "tax.csv:",
		"data.source,base.categories,level\na,b,c\na,b,c\na,b,c\na,x,c,d\n": "wrong number of fields",
	} {
		if _, err := ReadTaxonomy(strings.NewReader(text), "tax.csv", "kind"); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// Of a category that stands again with other levels the first line holds, and the reader is told.
func TestTaxonomyRepeated(t *testing.T) {
	x, err := ReadTaxonomy(strings.NewReader("data.source,base.categories,level\na,b,c\na,b,c\na,b,d\n"), "tax.csv", "kind")
	if err != nil {
		t.Fatal(err)
	}
	if got := x.levels[x.codes[[2]string{"a", "b"}]]; !slices.Equal(got, []string{"c"}) {
		t.Errorf("levels %v, want those of the first line", got)
	}
	if want := []string{"tax.csv:3: a: b"}; !slices.Equal(x.Repeated, want) {
		t.Errorf("repeated %v, want %v", x.Repeated, want)
	}
}

// A taxonomy of actors says whether actors of other names are of one sort; names that agree need none.
func TestTaxonomyOfActors(t *testing.T) {
	tables := []string{
		"one", acledColumns + "\nA1,2011-03-05,2011,1,Battles,,Ostra Column,2,Hill Wardens,3,23,Uruguay,,,-30.4,-56.4,1,,,\nA2,2011-07-05,2011,1,Battles,,Ostra Column,2,Hill Wardens,3,23,Uruguay,,,-30.4,-56.4,1,,,\n",
		"two", acledColumns + "\nB1,2011-03-05,2011,1,Battles,,Vell Union,2,Coast Pickets,3,23,Uruguay,,,-30.4,-56.4,1,,,\nB2,2011-07-05,2011,1,Battles,,Mark Choir,2,Coast Pickets,3,23,Uruguay,,,-30.4,-56.4,1,,,\nB3,2011-07-05,2011,1,Battles,,Ostra Column,2,Coast Pickets,3,23,Uruguay,,,-30.4,-56.4,1,,,\n",
	}
	x, err := ReadTaxonomy(strings.NewReader("data.source,base.categories,fine,broad\none,Ostra Column,rebels,armed\ntwo,Vell Union,militia,armed\ntwo,Mark Choir,choir,civil\ntwo,Ostra Column,choir,civil\n"), "tax.csv", "actor1")
	if err != nil {
		t.Fatal(err)
	}
	x.Actors = true
	l := linkAll(t, datasetsOf(t, tables...), Options{Taxonomies: []*Taxonomy{x}})
	for _, c := range []struct {
		a, b int32
		want string
	}{{0, 0, "one sort"}, {1, 1, "other actors"}, {1, 2, "an actor in common"}} {
		levels := l.PairOf(link.Ref{Data: 0, Row: c.a}, link.Ref{Data: 1, Row: c.b}).Levels
		if got := Comparisons[cActor].Levels[levels[cActor]]; got != c.want {
			t.Errorf("row %d and row %d: %s, want %s", c.a+1, c.b+1, got, c.want)
		}
	}
}
