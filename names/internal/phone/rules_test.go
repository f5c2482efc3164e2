package phone

import (
	"strings"
	"testing"
)

// What the standards of names.md section 4 are read as.
func TestReadings(t *testing.T) {
	for _, c := range []struct{ token, want string }{
		{"khrushchev", "kh r u shch e v"},
		{"щёкино", "shch yo k i n o"},
		{"eltsine", "e l ts i n ef"},
		{"ельцин", "j ye l soft ts i n"},
		{"цагаев", "ts a g a j ye v"},
		{"tchagaïev", "tch a g a i e v"},
		{"tschagajew", "tch a g a j e w"},
		{"юлия", "j u l i j af"},
		{"дмитрий", "d m i t r iy"},
		{"dmitrii", "d m i t r iy"},
		{"ivanova", "i v a n o v fem"},
		{"иванова", "i v a n o v fem"},
		{"достоевская", "d o s t o j ye v s k fem"},
		{"dostoevsky", "d o s t o e v s k iy"},
		{"marina", "m a r i n af"},
		{"гӏала", "gh a l af"},
		{"къоьзан", "q ö z a n"},
		{"хьамзат", "h a m z a t"},
		{"ҷамшед", "dj a m sh ye d"},
		{"jamshed", "j a m sh e df"},
		{"dzhamshed", "dj a m sh e df"},
		{"ғулом", "gh u l o m"},
		{"şeyh", "sh e y h"},
		{"çağlar", "ç a ğ l a r"},
		{"cihan", "ce i h a n"},
		{"cemal", "ce e m a l"},
		{"giorgi", "ge i o r ge i"},
		{"hassan", "h a s long a n"},
		{"alexander", "a l e k s a n d e r|a l e kh a n d e r"},
		{"xolmatov", "x o l m a t o v"},
		{"szczepan", "shch e p a n"},
		{"عبد", "ain b d"},
		{"فاطمة", "f alif ṭ m tm"},
		{"محمّد", "m ḥ m long d"},
		{"تشاد", "ch alif d"},
		{"علی", "ain l ay"},
		{"عبدالله", "ain b d wasla l long h"},
		{"نورالدين", "n w r wasla d long y n|n w r wasla l d y n"},
		{"ўктам", "o k t a m|u k t a m"},
		{"چمران", "ch m r alif n"},
		{"ښاه", "she alif hf"},
		{"ჭყონდიდელი", "ch q o n d i d e l i"},
		{"ג׳ורג׳", "j w r j"},
		{"שלמה", "shin l m hf"},
		{"երևան", "j e r e v a n"},
		{"μπαμπης", "b a b i s"},
		{"मोहम्मद", "m o h a m long a d"},
		{"ਸਿੰਘ", "s i n g"},
		{"김", "k i m|g i m"},
		{"aбдул", "a b d u l"},
		{"g20", "? ? ?"},
		{"習近平", "? ? ?"},
		{"", ""},
	} {
		var got []string
		for _, r := range Readings(nil, Clean(c.token), majority(c.token)) {
			got = append(got, r.String())
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s is read %s, want %s", c.token, s, c.want)
		}
	}
}

// majority is the script of most letters.
func majority(s string) (best Script) {
	count := map[Script]int{}
	for _, r := range s {
		if c := ScriptOf(r); c != None {
			if count[c]++; count[c] > count[best] {
				best = c
			}
		}
	}
	return best
}

// Every symbol that a rule writes is priced in every table, and the tables are complete.
func TestCostsAreComplete(t *testing.T) {
	rows := map[string]int{}
	for line := range strings.Lines(costsText) {
		if line[0] == '#' {
			continue
		}
		table, _, _ := strings.Cut(line, ",")
		rows[table]++
		ka, kb, ok := tableKinds(table)
		if !ok {
			t.Fatalf("no table %s", table)
		}
		if want := 2 + int(places) + len(symbols[kb]) - 1; strings.Count(line, ",")+1 != want {
			t.Errorf("%s: %d columns, want %d: run namecosts", table, strings.Count(line, ",")+1, want)
		}
		_ = ka
	}
	for ka := range Kinds {
		for kb := ka; kb < Kinds; kb++ {
			name := KindNames[ka] + "-" + KindNames[kb]
			if want := 1 + int(places) + len(symbols[ka]) - 1; rows[name] != want {
				t.Errorf("%s: %d rows, want %d: run namecosts", name, rows[name], want)
			}
		}
	}
}

func TestMistakesInCostsAreNamed(t *testing.T) {
	defer loadCosts()
	for _, c := range []struct{ text, want string }{
		{"latin-plain,,drop,a\nlatin-plain,a,1,2,3\n", "costs.csv:2: more costs than symbols"},
		{"# c\nlatin-latin,,drop,a\nlatin-latin,a,1,x\n", "costs.csv:3:"},
		{"latin-greek,,drop\n", `costs.csv:1: no table "latin-greek"`},
	} {
		if err := parseCosts(c.text); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.text, err, c.want)
		}
	}
}

func TestLongTokensAreCut(t *testing.T) {
	long := strings.Repeat("abcdefg", 9)
	for _, c := range []struct {
		token string
		cut   bool
	}{{long, true}, {long[:29], false}, {"習近平習近平習近平", false}, {"習近平習近平習近平習", true}, {"a", false}} {
		r := Readings(nil, c.token, majority(c.token))[0]
		if r.Cut() != c.cut {
			t.Errorf("%s: cut %v, want %v", c.token, r.Cut(), c.cut)
		}
	}
}

func TestCodePoints(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int32
	}{
		{"習近平", "習近平", 0},
		{"習近平", "習近東", Letter},
		{"習近平", "習平", Letter},
		{"習近平", "jinping", 7 * Letter},
		{"١٧", "17", 0},
		{"17", "18", Letter},
		{"さくら", "さくら", 0},
	} {
		if got := nearest(c.a, c.b); got != c.want {
			t.Errorf("%s and %s are %d apart, want %d", c.a, c.b, got, c.want)
		}
	}
}
