package event

import (
	"strings"
	"testing"
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
		"":                                    "tax.csv: EOF",
		"source,base,level\na,b,c\n":          "tax.csv:1: a taxonomy has the columns",
		"data.source,base.categories,level\n": "lists no category",
		"data.source,base.categories,level\na,b,c\na,b,d\n":                 `tax.csv:2:base.categories: "b" of a has other levels`,
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
