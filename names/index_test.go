package names_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/assaydata/assay/names"
)

func TestSearchRanksAndKeepsKindsApart(t *testing.T) {
	x := names.NewIndex(names.NewMatcher())
	for e, list := range [][]string{
		{"Tarkhan Batirashvili", "Omar al-Shishani"},
		{"Muslim al-Shishani"},
		{"Doku Khamatovich Umarov"},
	} {
		for _, n := range list {
			x.Add(e, names.Parse(n, names.Person))
		}
	}
	x.Add(3, names.Parse("Omar al-Shishani Foundation", names.Organization))
	hits := x.Search(names.Parse("عمر الشيشاني", names.Person), 5)
	if len(hits) == 0 || hits[0].Entity != 0 || hits[0].Name.Text != "Omar al-Shishani" || !hits[0].Score.Matches() {
		t.Fatalf("%+v", hits)
	}
	for _, h := range hits {
		if h.Entity == 3 {
			t.Error("a person's name found a foundation")
		}
	}
	if hits := x.SearchText("Тархан Батирашвили; Омар аш-Шишани", names.Person, 1); len(hits) != 1 || hits[0].Entity != 0 {
		t.Errorf("%+v", hits)
	}
}

// Beyond the size up to which all names are compared, blocking keys must still bring the right one, in another script as well.
func TestLargeIndexFindsByKeys(t *testing.T) {
	given := []string{"Magomed", "Ruslan", "Aslan", "Timur", "Shamil", "Zaur", "Murad", "Islam", "Akhmed", "Rustam"}
	family := []string{"ov", "ev", "khanov", "bekov", "dinov", "murzaev", "sultanov", "galiev", "girov", "saidov"}
	stems := []string{"Ali", "Bag", "Dad", "Gad", "Kur", "Mam", "Nab", "Ram", "Sal", "Tag", "Um", "Vag", "Yus", "Zak", "Khal", "Abak", "Bel", "Chak", "Dzhab", "Elm"}
	x := names.NewIndex(names.NewMatcher())
	e := 0
	for _, g := range given {
		for _, s := range stems {
			for _, f := range family {
				for k := range 11 {
					x.Add(e, names.Parse(fmt.Sprintf("%s %s%s%s", g, s, "aeiou"[k%5:k%5+1], f), names.Person))
					e++
				}
			}
		}
	}
	x.Add(e, names.Parse("Tarkhan Batirashvili", names.Person))
	if x.Len() <= 20_000 {
		t.Fatalf("%d names are compared with all queries", x.Len())
	}
	for _, q := range []string{"Tarkhan Batyrashvili", "Тархан Батирашвили", "თარხან ბათირაშვილი"} {
		if hits := x.Search(names.Parse(q, names.Person), 1); len(hits) != 1 || hits[0].Entity != e {
			t.Errorf("%s: %+v", q, hits)
		}
	}
}

func TestSplit(t *testing.T) {
	for text, want := range map[string][]string{
		"Omar; Umar":   {"Omar", "Umar"},
		"Umarov, Doku": {"Umarov, Doku"},
		"Abdelali Abou Dher (عبد العالي)":     {"Abdelali Abou Dher", "عبد العالي"},
		"Hassan Ghul (Hassan Gul; Hasan Gul)": {"Hassan Ghul", "Hassan Gul", "Hasan Gul"},
		"Deutsche Bank (Schweiz) AG":          {"Deutsche Bank (Schweiz) AG"},
		"one\ntwo / three":                    {"one", "two", "three"},
		" ; ":                                 nil,
	} {
		if got := names.Split(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// In a list full of Magomeds, a shared Magomed tells less than it does elsewhere.
func TestFrequenciesOfAList(t *testing.T) {
	f := names.NewFrequencies()
	for i := range 100 {
		f.Add(names.Parse(fmt.Sprintf("Magomed Aliev%c", 'a'+i%26), names.Person))
	}
	n := names.Parse("Magomed Batirashvili", names.Person)
	before := n.Parts[0].Weight()
	f.Weigh(n)
	if n.Parts[0].Weight() >= before || n.Parts[1].Weight() <= n.Parts[0].Weight() {
		t.Errorf("Magomed weighs %.1f, weighed %.1f; Batirashvili %.1f", n.Parts[0].Weight(), before, n.Parts[1].Weight())
	}
}
