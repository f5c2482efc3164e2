package container

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"pgregory.net/rapid"
)

func TestDecode(t *testing.T) {
	tests := []struct {
		name    string
		enc     Encoding
		in, out string
		damaged bool
	}{
		{"quotes", Windows1252, "\x93week\x92s end\x94 \x96 \x80", "“week’s end” – €", false},
		{"zero value", Encoding{}, "caf\xe9", "café", false},
		{"undefined", Windows1252, "a\x81b\x8d", "a�b�", true},
		{"all undefined", Windows1252, "\x81\x8d\x8f\x90\x9d", "�����", true},
		{"mac", MacRoman, "\xd2week\xd5s end\xd3", "“week’s end”", false},
		{"cyrillic", Windows1251, "\xcf\xf0\xe8\xe2\xe5\xf2", "Привет", false},
		{"dos", CP850, "Jos\x82", "José", false},
		{"latin-1 control", Latin1, "a\x92", "a\u0092", true},
		{"mixed with UTF-8", Windows1252, "caf\xc3\xa9 week\x92s \xe2\x80\x9cx\xe2\x80\x9d", "café week’s “x”", false},
		{"quote after capital", Windows1252, "NO PAS\xd3\x94 \xe9", "NO PASÓ” é", false},
		{"French in Mac OS Roman", MacRoman, "l\xd5\x8et\x8e", "l’été", false},
		{"end", Windows1252, "\xc3", "Ã", false},
	}
	for _, tt := range tests {
		out, damaged := tt.enc.Decode([]byte("> "), []byte(tt.in))
		if string(out) != "> "+tt.out || damaged != tt.damaged {
			t.Errorf("%s: %q, %v; want %q, %v", tt.name, out, damaged, tt.out, tt.damaged)
		}
	}
	allocs := testing.AllocsPerRun(100, func() {
		var buf [64]byte
		Windows1252.Decode(buf[:0], []byte("week\x92s"))
	})
	if allocs > 0 {
		t.Errorf("%v allocations for a cell", allocs)
	}
}

func TestDecodeAgreesWithCharmap(t *testing.T) {
	for _, c := range []struct {
		e Encoding
		m *charmap.Charmap
	}{{Windows1252, charmap.Windows1252}, {MacRoman, charmap.Macintosh}, {Windows1251, charmap.Windows1251}, {CP850, charmap.CodePage850}} {
		for b := range 256 {
			got, damaged := c.e.Decode(nil, []byte{byte(b)})
			if want := string(c.m.DecodeByte(byte(b))); string(got) != want && !(damaged && string(got) == "�") {
				t.Errorf("%s: byte %#x gives %q, want %q", c.e.Name, b, got, want)
			}
		}
	}
}

func TestLookupEncoding(t *testing.T) {
	for name, want := range map[string]string{
		"windows-1252": "windows-1252", "CP1252": "windows-1252", "latin1": "latin-1", "ISO-8859-1": "latin-1",
		"Mac OS Roman": "Mac OS Roman", "macintosh": "Mac OS Roman", "windows-1250": "Windows 1250", "cp850": "DOS code page 850",
		"koi8-r": "KOI8-R",
	} {
		if e, ok := LookupEncoding(name); !ok || e.Name != want {
			t.Errorf("%s: %q, %v; want %q", name, e.Name, ok, want)
		}
	}
	if _, ok := LookupEncoding("klingon"); ok {
		t.Error("an encoding that does not exist was found")
	}
}

// Invented texts in the encodings that the guess must tell apart.
func TestGuess(t *testing.T) {
	english := "The group’s fighters — “about forty” — left the town’s market; the army’s base wasn’t hit.\n"
	french := "Les assaillants ont été repoussés près de l’école, à côté du marché; un blessé a été évacué.\n"
	spanish := "Según la policía, tres jóvenes murieron en la montaña; el gobernador pidió “más acción”.\n"
	german := "Zwei Männer wurden verletzt, für die Gegend ungewöhnlich; Straße gesperrt. Österreich hilft.\n"
	russian := "В результате обстрела города погибли трое, ещё семеро получили ранения. Район оцеплен.\n"
	serbian := "Полиција је саопштила да су три особе повређене у нападу на пијаци. Љубица је рекла ништа.\n"
	tests := []struct {
		name string
		text string
		enc  encoding.Encoding
		want Encoding
	}{
		{"English", english, charmap.Windows1252, Windows1252},
		{"French", french, charmap.Windows1252, Windows1252},
		{"Spanish", spanish, charmap.Windows1252, Windows1252},
		{"German", german, charmap.ISO8859_1, Windows1252},
		{"English Mac", english, charmap.Macintosh, MacRoman},
		{"French Mac", french, charmap.Macintosh, MacRoman},
		{"Spanish Mac", spanish, charmap.Macintosh, MacRoman},
		{"German Mac", german, charmap.Macintosh, MacRoman},
		{"Russian", russian, charmap.Windows1251, Windows1251},
		{"Serbian", serbian, charmap.Windows1251, Windows1251},
		{"Spanish DOS", strings.NewReplacer("“", `"`, "”", `"`).Replace(spanish), charmap.CodePage850, CP850},
		{"German DOS", german, charmap.CodePage850, CP850},
	}
	for _, tt := range tests {
		var g guess
		g.add(encode(t, tt.enc, "id,note\n1,"+tt.text), true)
		if got := g.best(); got.Name != tt.want.Name {
			t.Errorf("%s: %s (scores %v of %d)", tt.name, got.Name, g.score, g.stray)
		}
	}
	var noise guess // what is left of text that was converted several times
	noise.add([]byte("estimated\x92\xdb\x81\xea\x92\xdb\xce people, Guti\x92\xdb\x81\xea\x92\xe4\xce\xa9rrez"), true)
	if got := noise.best(); got.Name != Windows1252.Name {
		t.Errorf("noise: %s", got.Name)
	}
}

func TestGuessLateAccents(t *testing.T) {
	text := strings.Repeat("1,plain,text\n", 100_000) + strings.Repeat("2,the town\xd5s \xd2market\xd3,x\n", 20_000)
	b := openOne(t, write(t, "late.csv", []byte(text)))
	if b.Encoding.Name != MacRoman.Name || b.Charset != MacRoman.Name {
		t.Errorf("%s, %s", b.Encoding.Name, b.Charset)
	}
	mixed := strings.Repeat("1,Zürich,text\n", 10_000) + strings.Repeat("2,the town\x92s,x\n", 10)
	b = openOne(t, write(t, "mixed.csv", []byte(mixed)))
	if b.Charset != "UTF-8 with parts in windows-1252" {
		t.Errorf("mixed: %s", b.Charset)
	}
}

func TestDamage(t *testing.T) {
	clean := []string{
		"", "plain", "tab\tand\r\nlines", "Zürich, São Tomé, N’Djaména, “quoted” – 5 °C … €", "ÃO e Â", "NÃO", "MANHÃ, AMANHÃ” disse", "Ã é",
		"Привет", "مرحبا", "日本", "√2 and √ x", "😀", "Âge", "«Ñandú»", "a\u00a0b", "château’s", "SÃO PAULO", "├── tree",
		"Øystein Åse â ê", "50 % Â ", "~}|{",
	}
	damaged := []string{
		"a\x00b", "\x07", "x\x7f", "caf�", "JosÃ©", "weekâ€™s", "weekâ\u0080\u0099s", "a\u0092b", "Ã¼ber", "Ã‰cole", "Â£5", "Ã“scar",
		"Jos√©", "week‚Äôs", "Jos├®", "Ã±", "NiÃ±o", "\ufffe", "Ã\u00a0",
	}
	for _, pad := range []string{"", "x", "xxxxxxx", "xxxxxxxx", strings.Repeat("y", 37)} {
		for _, s := range clean {
			if Damage([]byte(pad + s + pad)) {
				t.Errorf("%q is taken for damaged", pad+s+pad)
			}
		}
		for _, s := range damaged {
			if !Damage([]byte(pad + s + pad)) {
				t.Errorf("%q is not taken for damaged", pad+s+pad)
			}
		}
	}
}

// Text with accents that is encoded twice must show, once it is decoded wrongly.
func TestDamageFindsDoubleEncoding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[a-z]{1,9}[éèêëáàâäíóöúüñç][a-z]{1,9}`).Draw(t, "word")
		if Damage([]byte(word)) {
			t.Fatalf("%q is clean", word)
		}
		twice := asBytes(Latin1, word)
		if !Damage([]byte(twice)) {
			t.Fatalf("%q, once %q, is damaged", twice, word)
		}
	})
}

// asBytes reads every byte by the table, as a program does that takes UTF-8 for a single-byte encoding.
func asBytes(e Encoding, s string) string {
	var out []byte
	for i := range len(s) {
		c := e.table[s[i]]
		out = append(out, c.utf8[:c.n]...)
	}
	return string(out)
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{"", "a", "caf\xe9", "\x93x\x94", "\x81", "\xc3\xa9\x92", "\xe2\x80", "\xff\xfe", "\xf0\x9f\x98\x80\xf0"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		for _, e := range candidates {
			out, damaged := e.Decode(nil, in)
			if !utf8.Valid(out) {
				t.Fatalf("%s: %q gives invalid UTF-8 %q", e.Name, in, out)
			}
			if !damaged && !strings.ContainsRune(string(in), utf8.RuneError) && strings.Contains(string(out), "�") {
				t.Fatalf("%s: %q gives %q without saying so", e.Name, in, out)
			}
			Damage(out)
			Damage(in)
		}
	})
}

func BenchmarkDamage(b *testing.B) {
	for name, text := range map[string]string{
		"ascii": strings.Repeat("On 5 May, armed men attacked a village, killing three. ", 20_000),
		"mixed": strings.Repeat("On 5 May, armed men attacked São José’s market, killing three. ", 20_000),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			p := []byte(text)
			for b.Loop() {
				if Damage(p) {
					b.Fatal("clean text")
				}
			}
		})
	}
}
