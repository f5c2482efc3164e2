package privacy_test

import (
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/privacy"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

const key = "a text of sixteen characters or more"

// Invented persons of an invented country.
const people = `claim_id,person_key,name_in_source,name_variants,kunya_nisba,birth_date,death_date,role,group,legal_status,passport_no,source_id,locator
P1,tesfo,Amaru Bekelovich Tesfo,Amar Tesfó; Амару Тесфов; عمارو تسفو; as above; the Baker (Tesfo the Younger),Abu Karil,1971-02-03,2011,head of the front,Harbour Front,alleged,QX123,S1,"born 3 February 1971 in Tarn; Tesfo denied it"
P2,tesfo,Tesfo Amaru,,,1972,,,,,,S2,
P3,ondo_lira,Lira Ondo,Lira Ondo-Kay,Umm Salin,1980-01-01,,speaker,Harbour Front,,,S1,
P4,mbele,Jon Mbele,Abu Karil of Tarn,Muslim,1969,,clerk,Harbour Front,convicted,,S1,the Muslim quarter
P5,,Nilo Karss,尼罗卡,,,,,,mentioned,,S1,
P6,zaro,Zaro the Tall,,Front,,,,,,,S1,
`

const groups = `claim_id,group_key,name_in_source,active_from,leaders,affiliation,source_id
G1,hf,Harbour Front,2001,Lira Ondo; Amaru Tesfo; Old Pel,,S1
`

func tables(t testing.TB, texts ...string) *claim.Tables {
	t.Helper()
	var ds []*record.Dataset
	for i, text := range texts {
		d, err := read.Text(context.Background(), []string{"people", "groups"}[i], text)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		ds = append(ds, d)
	}
	return claim.Load(ds)
}

func shield(t testing.TB, k string, public ...privacy.Public) (*privacy.Shield, *claim.Tables) {
	t.Helper()
	ts := tables(t, people, groups)
	return privacy.New(ts, public, k), ts
}

var lira = privacy.Public{Key: "ondo_lira", Name: "Lira Ondo", Reason: "speaker of the front in public"}

func TestText(t *testing.T) {
	s, _ := shield(t, key, lira)
	tesfo, karss, zaro := s.Key("tesfo"), s.Text("Nilo Karss"), s.Key("zaro")
	if !strings.HasPrefix(tesfo, "person-") || len(tesfo) != len("person-7f3a2c") || s.Key("ondo_lira") != "Lira Ondo" {
		t.Fatalf("tesfo is %q, ondo_lira %q", tesfo, s.Key("ondo_lira"))
	}
	for text, want := range map[string]string{
		"":                                "",
		"Amaru Bekelovich Tesfo was seen": tesfo + " was seen",
		"AMARU  TESFO's house":            tesfo + "'s house",
		"Tesfo, Amaru; A. Tesfo":          tesfo + "; " + tesfo,
		"amar tesfo and Amar-Tesfó":       tesfo + " and " + tesfo,
		"Jon, Mbele and others":           "Jon, Mbele and others",
		"дом Амару Тесфова":               "дом " + tesfo,
		"قال عمارو تسفو وعمارو تسفو": "قال " + tesfo + " و" + tesfo,
		"Tesfo the Younger":                  tesfo,
		"as above":                           "as above",
		"尼罗卡说":                               karss + "说",
		"Lira Ondo and Umm Salin":            "Lira Ondo and Umm Salin",
		"Tesfo alone, a Muslim of the Front": "Tesfo alone, a Muslim of the Front",
		"Zaro the Tall":                      zaro,
		"Abu Karil of Tarn":                  s.Key("mbele"),
		"Jon Mbelele, Jonas Kay, Jon Mbele.": "Jon Mbelele, Jonas Kay, " + s.Key("mbele") + ".",
	} {
		if got := s.Text(text); got != want {
			t.Errorf("Text(%q) = %q, want %q", text, got, want)
		}
	}
}

// A name that two persons share stands for neither of them; one that a public person has too may stay.
func TestSharedNames(t *testing.T) {
	ts := tables(t, `claim_id,person_key,name_in_source,kunya_nisba,birth_date
P1,a,Amaru Tesfo,Abu Karil,
P2,b,Jon Mbele,Abu Karil,
P3,c,Nilo Karss,Umm Salin,
P4,d,Lira Ondo,Umm Salin,
`)
	s := privacy.New(ts, []privacy.Public{{Key: "d", Name: "Lira Ondo"}}, key)
	both := s.Text("Abu Karil")
	if both == s.Key("a") || both == s.Key("b") || !strings.HasPrefix(both, "person-") {
		t.Errorf("a shared name becomes %q", both)
	}
	if got := s.Text("Umm Salin"); got != "Umm Salin" {
		t.Errorf("the name of a public person becomes %q", got)
	}
}

func TestKeys(t *testing.T) {
	a, _ := shield(t, key)
	b, _ := shield(t, key+"x")
	c, _ := shield(t, "")
	d, _ := shield(t, "")
	if a.Key("tesfo") == b.Key("tesfo") || c.Key("tesfo") != d.Key("tesfo") || c.Key("tesfo") == a.Key("tesfo") {
		t.Error("pseudonyms don't depend on the key alone")
	}
	if privacy.New(tables(t, "claim_id,measure,as_of,best\nF1,present,2012,3\n"), nil, key) != nil {
		t.Error("a shield without persons")
	}
	var none *privacy.Shield
	if none.Text("Amaru Tesfo") != "Amaru Tesfo" || none.About().Text("x") != "x" {
		t.Error("no shield changes a text")
	}
}

func TestCells(t *testing.T) {
	s, ts := shield(t, key, lira)
	p, g := ts.Datasets[0], ts.Datasets[1]
	tesfo := s.Key("tesfo")
	for _, test := range []struct {
		d            *record.Dataset
		row          int
		column, want string
	}{
		{p, 0, "person_key", tesfo},
		{p, 0, "name_in_source", tesfo},
		{p, 0, "name_variants", tesfo},
		{p, 0, "birth_date", "withheld"},
		{p, 0, "death_date", "2011"},
		{p, 0, "passport_no", "withheld"},
		{p, 0, "role", "head of the front (alleged)"},
		{p, 0, "locator", "born withheld in Tarn; " + tesfo + " denied it"},
		{p, 1, "kunya_nisba", ""},
		{p, 2, "name_variants", "Lira Ondo-Kay"},
		{p, 2, "birth_date", "1980-01-01"},
		{p, 3, "kunya_nisba", s.Key("mbele")},
		{p, 3, "locator", "the Muslim quarter"},
		{p, 3, "role", "clerk (convicted)"},
		{g, 0, "name_in_source", "Harbour Front"},
		{g, 0, "leaders", "Lira Ondo; " + tesfo + "; " + s.Text("Old Pel")},
	} {
		c := test.d.Column(test.column)
		text, _ := c.Text(test.row)
		if got := s.Cell(test.d, test.row, c.Index, text); got != test.want {
			t.Errorf("%s of row %d: %q, want %q", test.column, test.row, got, test.want)
		}
	}
}

// An address that names somebody leads nowhere once the name is taken out, and is not shown at all.
func TestURL(t *testing.T) {
	s, _ := shield(t, key, lira)
	for address, shown := range map[string]bool{
		"https://example.org/wiki/Amaru_Tesfo": false, "https://example.org/a%20Amaru%20Tesfo.html": false,
		"https://example.org/2012/death-of-amaru-tesfo/": false, "https://example.org/Lira_Ondo": true, "https://example.org/7": true,
		"https://example.org/%zz": true,
	} {
		if got := s.URL(address); (got == address) != shown || !shown && got != "" {
			t.Errorf("%s is shown as %q", address, got)
		}
	}
}

// Where a row about a person is in question, a single word of the name and the birth date are that person's.
func TestAbout(t *testing.T) {
	s, ts := shield(t, key, lira)
	p := ts.Datasets[0]
	tesfo := s.Key("tesfo")
	w := s.About(privacy.Ref{Data: p, Row: 0}, privacy.Ref{Data: p, Row: 3})
	for text, want := range map[string]string{
		"tesfo is born 1971-02-03 (P1), Feb 3, 1971 (P9)": tesfo + " is born withheld (P1), withheld (P9)",
		"1969 and 11969":                                      "withheld and 11969",
		"born in May 1970, head since 2001":                   "born in withheld, head since 2001",
		"2 dates of birth that do not agree":                  "2 dates of birth that do not agree",
		"Tesfo Amaru Bekelovich of the Harbour Front":         tesfo + " of the Harbour Front",
		"the patronymic of this person is Bekelovich; Muslim": "the patronymic of this person is " + tesfo + "; Muslim",
	} {
		if got := w.Text(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := w.Found(p, 0, p.Column("name_in_source").Index, "Ama…"); got != tesfo {
		t.Errorf("found %q", got)
	}
}

func TestRoleWords(t *testing.T) {
	for _, test := range []struct{ role, status, want string }{
		{"commander", "alleged", "described by the ministry as commander (alleged, not established)"},
		{"commander", "designated by the Council", "described by the ministry as commander (designated by the Council; a designation is no conviction)"},
		{"commander", "charged", "described by the ministry as commander (charged, not convicted)"},
		{"clerk", "", "described by the ministry as clerk (legal status not stated)"},
		{"", "in flight", "described by the ministry as having a role that is not stated (legal status as stated: in flight)"},
	} {
		if got := privacy.RoleBy("the ministry", test.role, test.status); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
	if got := privacy.RoleWords("clerk", "acquitted"); got != "described as clerk (acquitted, so not to be held against the person)" {
		t.Error(got)
	}
}

// No full name of anybody survives, in whatever text it stands; shielding again changes nothing; and texts without names
// stay as they are.
func TestNoNameSurvives(t *testing.T) {
	words := map[string]*rapid.Generator[string]{
		"latin":    rapid.StringMatching(`[BDFGK][aeiouéā]{1,2}[lmnrst][aeiou][bdgk]`),
		"cyrillic": rapid.StringMatching(`[БДГК][аеиоу][лмнрст][аеоу][бдгк]ов`),
		"arabic":   rapid.StringMatching(`[بتجدرس][اوي][كلمن][اوي][هفق]`),
		"georgian": rapid.StringMatching(`[ბგდ][აეი][ლმნ][აეი][რსტ]`),
	}
	scripts := []string{"latin", "cyrillic", "arabic", "georgian"}
	rapid.Check(t, func(rt *rapid.T) {
		table := "claim_id,person_key,name_in_source,name_variants,birth_date\n"
		var names []string
		for i := range rapid.IntRange(1, 5).Draw(rt, "persons") {
			var own []string
			for range rapid.IntRange(1, 3).Draw(rt, "names") {
				w := words[rapid.SampledFrom(scripts).Draw(rt, "script")]
				own = append(own, strings.Join(rapid.SliceOfN(w, 2, 4).Draw(rt, "name"), " "))
			}
			names = append(names, own...)
			table += "P" + string(rune('1'+i)) + ",k" + string(rune('1'+i)) + ",\"" + own[0] + "\",\"" + strings.Join(own[1:], "; ") + "\",\n"
		}
		s := privacy.New(tables(t, table), nil, key)
		text := "xq"
		for range rapid.IntRange(0, 6).Draw(rt, "parts") {
			text += rapid.SampledFrom([]string{" ", ", ", " (", "; ", "-", "\n"}).Draw(rt, "separator")
			text += rapid.SampledFrom(append(names, "xq", "1999", "-")).Draw(rt, "part")
		}
		got := s.Text(text)
		for _, n := range names {
			if strings.Contains(got, n) {
				rt.Fatalf("%q is left in %q, from %q", n, got, text)
			}
		}
		if again := s.Text(got); again != got {
			rt.Fatalf("%q becomes %q", got, again)
		}
		if plain := strings.Repeat("xq 1999; ", 3); s.Text(plain) != plain {
			rt.Fatal("a text without names is changed")
		}
	})
}

func BenchmarkText(b *testing.B) {
	ts := tables(b, people, groups)
	s := privacy.New(ts, nil, key)
	text := strings.Repeat("Ministry: 1,800 present (F021, Daily Paper, 2017-02-23); Amaru Tesfo denied it. ", 10)
	b.SetBytes(int64(len(text)))
	for range b.N {
		s.Text(text)
	}
}
