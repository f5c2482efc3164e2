package idn004

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
)

func TestPlanted(t *testing.T) { checktest.Plant(t, Rule) }

func table(labels map[string]int, order ...string) string {
	var b strings.Builder
	b.WriteString("event_id_cnty,event_date,year,time_precision,event_type,actor1,interaction,country,latitude,longitude,geo_precision,fatalities\n")
	i := 0
	for _, label := range order {
		for range labels[label] {
			i++
			fmt.Fprintf(&b, "X%d,2012-05-%02d,2012,1,Battles,%s,20,Peru,-12,-77,1,0\n", i, i%28+1, label)
		}
	}
	return b.String()
}

func TestPairs(t *testing.T) {
	for _, c := range []struct {
		a, b   string
		na, nb int
		found  bool
	}{
		{"Freedonia Liberation Front", "Freedonia liberation front", 3, 1, true},
		{"Freedonia Liberation Front", "Freedonia  Liberation Front", 3, 1, true},
		{"Freedonia Liberation Front", "Freedonia Liberation-Front", 1, 1, true},
		{"Frente de Liberacion", "Frente de Liberación", 3, 1, true},
		{"Jama'atu Ansar", "Jama’atu Ansar", 3, 1, true},
		{"Freedonia Liberation Front", "Freedonia Libration Front", 100, 2, true},   // a letter left out
		{"Freedonia Liberation Front", "Freedonia Liiberation Front", 100, 1, true}, // doubled
		{"Freedonia Liberation Front", "Freedonia Liberatoin Front", 100, 1, true},  // swapped
		{"Freedonia Liberation Front", "Freedonia Liberaxion Front", 100, 1, true},  // changed
		{"Freedonia Liberation Front", "Freedonia Libration Front", 100, 3, false},  // too frequent for a slip
		{"Freedonia Liberation Front", "Freedonia Libratoin Front", 100, 1, false},  // two slips
		{"Red Front", "Red Frond", 100, 1, false},                                   // too short
		{"Popular Front Faction A", "Popular Front Faction B", 100, 1, false},
		{"Popular Front Sector 1", "Popular Front Sector 2", 100, 1, false},
		{"Military Forces of Peru (1999-2015)", "Military Forces of Peru (1999-2016)", 100, 1, false},
		{"Ethnic Militia (Nigeria)", "Ethnic Militia (Niger)", 100, 1, false},
		{"Civilians (Mali), northern", "Civilians (Bali), northern", 100, 1, false},
	} {
		found := checktest.Run(t, Rule, table(map[string]int{c.a: c.na, c.b: c.nb}, c.a, c.b))
		if (len(found) == 1) != c.found || len(found) > 1 {
			t.Errorf("%q (%d) and %q (%d): %s", c.a, c.na, c.b, c.nb, checktest.Brief(found))
			continue
		}
		if c.found && (found[0].Found != c.b || found[0].Expected != c.a || found[0].Row != c.na || len(found[0].Related) != c.nb) {
			t.Errorf("%q: row %d, %q for %q, %d related", c.b, found[0].Row, found[0].Found, found[0].Expected, len(found[0].Related))
		}
	}
}

// Many labels that differ in case or spaces only are one note; a slip beside them is told by itself.
func TestHabit(t *testing.T) {
	labels := map[string]int{"Freedonia Liberation Front": 100, "Freedonia Libration Front": 1}
	order := []string{"Freedonia Liberation Front", "Freedonia Libration Front"}
	for _, name := range []string{"Bus Drivers", "Cab Drivers", "Farm Workers", "Mine Workers", "Port Workers", "Slum Dwellers"} {
		low := strings.ToLower(name)
		if name == "Slum Dwellers" {
			low = "Slumdwellers"
		}
		labels[name], labels[low] = 3, 2
		order = append(order, name, low)
	}
	found := checktest.Run(t, Rule, table(labels, order...))
	if len(found) != 2 {
		t.Fatalf("%s", checktest.Brief(found))
	}
	note, slip := found[0], found[1]
	if note.Row != -1 || note.Severity != check.Note || len(note.Related) != 6 ||
		note.Message != "6 labels of actors in 12 rows differ from a more frequent label only in letter case or spaces" ||
		!strings.Contains(note.Why, `"bus drivers" for "Bus Drivers"`) {
		t.Errorf("%+v", note)
	}
	if slip.Found != "Freedonia Libration Front" {
		t.Errorf("%+v", slip)
	}
	found = checktest.Run(t, Rule, table(labels, order...), map[string]any{"habit": 6})
	if len(found) != 7 {
		t.Errorf("%s", checktest.Brief(found))
	}
}

// SCAD's actors are whoever protested or fought, persons among them.
func TestUnquoted(t *testing.T) {
	var b strings.Builder
	b.WriteString("eventid,ccode,id,countryname,startdate,enddate,etype,actor1,target1,cgovtarget,rgovtarget,npart,ndeath,ilocal,sublocal,gislocnum,latitude,longitude\n")
	for i, actor := range []string{"Ann-Example", "Ann-Example", "Ann Example"} {
		fmt.Fprintf(&b, "700000%d,70,%d,Mexico,%d-May-12,%d-May-12,1,%s,x,0,0,1,0,Town,1,1,19.4,-99.1\n", i, i, i+1, i+1, actor)
	}
	found := checktest.Run(t, Rule, b.String())
	if len(found) != 1 || found[0].Message != "actor1 differs only in punctuation or diacritics from the label in 2 other rows" ||
		strings.Contains(fmt.Sprintf("%s%s%s%s", found[0].Why, found[0].Help, found[0].Expected, found[0].Found), "Ann") {
		t.Errorf("%+v", found)
	}
}

// Two words that both have events of their own are no slips of one another.
func TestFrequentWords(t *testing.T) {
	labels := map[string]int{"Protesters (Gambia)": 100, "Protesters (Zambia)": 2, "Rioters (Zambia)": 50}
	if found := checktest.Run(t, Rule, table(labels, "Protesters (Gambia)", "Protesters (Zambia)", "Rioters (Zambia)")); len(found) != 0 {
		t.Errorf("%s", checktest.Brief(found))
	}
}

func TestOneSlip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := []rune(rapid.StringMatching("[a-z]{5,12}").Draw(t, "word"))
		at := rapid.IntRange(0, len(word)-1).Draw(t, "at")
		letter := []rune(rapid.StringMatching("[a-z]").Draw(t, "letter"))
		out := slices.Delete(slices.Clone(word), at, at+1)
		in := slices.Insert(slices.Clone(word), at, letter...)
		changed := slices.Clone(word)
		changed[at] = letter[0]
		for _, other := range [][]rune{out, in, changed} {
			if slices.Equal(word, other) {
				continue
			}
			if !oneSlip(word, other) || !oneSlip(other, word) {
				t.Fatalf("%s and %s", string(word), string(other))
			}
		}
		if oneSlip(word, word) {
			t.Fatal("a word is no slip of itself")
		}
	})
}
