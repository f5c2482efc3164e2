package concept

import (
	"strings"
	"testing"
)

func find(text string) (string, int) {
	var folds, capitals []string
	for _, w := range strings.Fields(text) {
		f := Fold(w)
		if IsStop(f) && len(strings.Fields(text)) > 1 {
			continue
		}
		folds = append(folds, f)
		c := ""
		if w == strings.ToUpper(w) && w != strings.ToLower(w) {
			c = w
		}
		capitals = append(capitals, c)
	}
	f, ok := Longest(folds, capitals, func(id ID, _ int) bool { return Get(id).Class != Stop })
	if !ok {
		return "", 0
	}
	return Get(f.ID).Key, f.Words
}

func TestFiles(t *testing.T) {
	x, err := load()
	if err != nil {
		t.Fatal(err)
	}
	if len(x.entries) < 700 || len(x.entries) >= 1<<14 || len(x.numbers) < 300 {
		t.Errorf("%d entries, %d numbers", len(x.entries), len(x.numbers))
	}
	for _, e := range x.entries {
		if e.Expand == "" {
			continue
		}
		if len(strings.Fields(e.Expand)) < 2 {
			t.Errorf("%s is expanded to %q", e.Key, e.Expand)
		}
	}
}

func TestLongest(t *testing.T) {
	for _, c := range []struct {
		text, key string
		words     int
	}{
		{"Jaysh", "army", 1},
		{"Jaish", "army", 1},
		{"Dzhaysh", "army", 1},
		{"جيش", "army", 1},
		{"الجيش", "army", 1},
		{"والجيش", "army", 1},
		{"армии", "army", 1},
		{"Jabhat", "front", 1},
		{"Dzhabhat", "front", 1},
		{"جبهه", "front", 1},
		{"фронтом", "front", 1},
		{"ფრონტის", "front", 1},
		{"Cephesi", "front", 1},
		{"Katibat", "battalion", 1},
		{"Qatiba", "battalion", 1},
		{"батальона", "battalion", 1},
		{"Almuhajirin", "emigrants", 1},
		{"Ansarul", "supporters", 1},
		{"Вилаята", "province", 1},
		{"viloyati", "province", 1},
		{"Кавказа", "caucasus", 1},
		{"Qawqaz", "caucasus", 1},
		{"Kafkasya", "caucasus", 1},
		{"Ичкерия", "chechnya", 1},
		{"Узбекистана", "UZ", 1},
		{"Syrian", "SY", 1},
		{"سوريا", "SY", 1},
		{"სირიაში", "SY", 1},
		{"Institut", "institute", 1},
		{"Insitute", "institute", 1},
		{"Aktiengeselschaft", "stock", 1},
		{"Islamic State of Iraq and the Levant Khorasan", "islamic-state", 4},
		{"Islamic State of Iraq", "islamic-state", 2},
		{"الدولة الإسلامية في العراق والشام", "islamic-state", 4},
		{"ИГИЛ", "islamic-state", 1},
		{"ISIL", "islamic-state", 1},
		{"isil", "", 0},
		{"Общество с ограниченной ответственностью", "limited", 3},
		{"Societatea cu Răspundere Limitată", "limited", 4},
		{"Sp z oo", "limited", 3},
		{"open joint stock company", "stock", 4},
		{"joint venture", "joint", 2},
		{"Batirashvili", "", 0},
	} {
		if key, n := find(c.text); key != c.key || n != c.words {
			t.Errorf("%q: %q of %d words, want %q of %d", c.text, key, n, c.key, c.words)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		text     string
		value, n int
	}{
		{"44", 44, 1},
		{"44th brigade", 44, 1},
		{"forty four brigade", 44, 2},
		{"forty 4", 44, 2},
		{"fourty four", 44, 2},
		{"сорок четыре", 44, 2},
		{"вторая бригада", 2, 1},
		{"الثانية", 2, 1},
		{"deuxieme", 2, 1},
		{"zweite", 2, 1},
		{"ikinci", 2, 1},
		{"two hundred five", 205, 3},
		{"one two", 1, 1},
		{"٢٣", 23, 1},
		{"bin", 0, 0},
		{"un", 0, 0},
	} {
		var words []string
		for _, w := range strings.Fields(c.text) {
			words = append(words, Fold(w))
		}
		if v, n, _ := Number(words); v != c.value || n != c.n {
			t.Errorf("%q: %d of %d words, want %d of %d", c.text, v, n, c.value, c.n)
		}
	}
}

func TestInside(t *testing.T) {
	id := func(text string) ID {
		f, _ := Longest([]string{Fold(text)}, []string{""}, func(id ID, _ int) bool { return Get(id).Class == Place })
		return f.ID
	}
	for _, c := range []struct {
		part, whole string
		want        bool
	}{
		{"Dagestan", "Caucasus", true},
		{"Caucasus", "Dagestan", false},
		{"Derna", "Libya", true},
		{"Iraq", "Iran", false},
		{"Iraq", "Iraq", false},
	} {
		if got := Inside(id(c.part), id(c.whole)); got != c.want || id(c.part) == 0 || id(c.whole) == 0 {
			t.Errorf("%s inside %s: %v", c.part, c.whole, got)
		}
	}
}

func TestReadErrors(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"front\tbody\t2", "f.tsv:1: has 3 columns, not 4"},
		{"# x\nfront\tbody\tmuch\ten: front", `f.tsv:2: "much" is not a number of bits`},
		{"front\tbody\t2\tfront, fronts", `"front, fronts" names no language`},
		{"front\tbody\t2\ten: front,,fronts", "an empty form"},
		{"front\tbody\t2\ten: front\nfront\tbody\t2\ten: front", "f.tsv:2: front is listed twice"},
	} {
		x := &lexicon{
			entries: make([]Entry, 1), exact: map[string][]ID{}, stems: map[string]ID{}, sounds: map[string][]ID{},
			abbr: map[string]ID{}, deletes: map[string]string{}, longest: map[string]int{}, family: map[string]uint16{},
		}
		if err := x.read("f.tsv", []byte(c.text), Word); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.text, err, c.want)
		}
	}
}

func TestSound(t *testing.T) {
	for _, same := range [][]string{
		{"jaysh", "jaish", "jeish", "dzhaysh", "djaysh"},
		{"wilaya", "vilaya", "wilayah", "vilaia"},
		{"qawqaz", "kawkaz"},
		{"sharia", "charia", "shariah", "sharya"},
		{"mujahidin", "mujahideen", "moujahidin"},
	} {
		for _, w := range same[1:] {
			if sound(w) != sound(same[0]) {
				t.Errorf("%s is %q, %s is %q", w, sound(w), same[0], sound(same[0]))
			}
		}
	}
}

func FuzzLongest(f *testing.F) {
	for _, s := range []string{"الدولة الإسلامية", "00\xf7Ž", "JSC", "виелаят", "\xff", "ﷲ ﻻ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var folds []string
		for _, w := range strings.Fields(s) {
			w = Fold(w)
			if w != Fold(w) && !strings.HasPrefix(w, "ال") && !strings.HasPrefix(w, "وال") && !strings.HasPrefix(w, "لل") {
				t.Errorf("Fold(%q) is %q: it changes when folded again", w, Fold(w))
			}
			folds = append(folds, w)
		}
		if len(folds) > 20 {
			folds = folds[:20]
		}
		got, ok := Longest(folds, make([]string, len(folds)), func(ID, int) bool { return true })
		if ok && (got.Words < 1 || got.Words > len(folds) || got.ID == 0) {
			t.Errorf("%q: %v", s, got)
		}
		if _, n, ok := Number(folds); ok && (n < 1 || n > len(folds)) {
			t.Errorf("%q: number of %d words", s, n)
		}
	})
}
