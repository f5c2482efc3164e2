package evidence

import (
	"math"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/read/cell"
)

func TestAgency(t *testing.T) {
	for publisher, want := range map[string]string{
		"AFP via Daily Bugle":                                 "AFP",
		"Daily Bugle (Reuters)":                               "Reuters",
		"Daily Bugle (citing Freedonia Press)":                "Freedonia Press",
		"Daily Bugle (Office, citing)":                        "Daily Bugle",
		"blog copy of The Herald":                             "Herald",
		"blog copy of agency report":                          "",
		"blog copy":                                           "",
		"Herald (reposted)":                                   "Herald",
		"Herald mirror":                                       "Herald",
		"herald.blogspot.com":                                 "herald.blogspot.com",
		"Herald (No. 12/222; No. 16)":                         "Herald",
		"University of Sylvania; copy in example.org":         "University of Sylvania",
		"Reuters/AFP via Herald":                              "Reuters",
		"Herald/TASS":                                         "TASS",
		"Bugle (Herald/AP copy)":                              "AP",
		"Bugle (Herald copy)":                                 "Herald",
		"Bugle (citing Sylvanian Statistics, 1 January 2019)": "Sylvanian Statistics",
		"Bugle (John Smith)":                                  "Bugle",
		"News3 via Bugle":                                     "News3",
		"Front News (citing SITE)":                            "SITE",
		"RFE/RL via Herald":                                   "RFE/RL",
		"":                                                    "",
	} {
		if got := Agency(publisher); got != want {
			t.Errorf("%q is from %q, want %q", publisher, got, want)
		}
	}
	if got := originators("Bugle (Herald)", map[string]bool{"herald": true}); len(got) != 1 || got[0] != "Herald" {
		t.Errorf("a known outlet in brackets: %q", got)
	}
}

func TestBodyAndSpeakers(t *testing.T) {
	for _, c := range []struct{ text, body, speakers, voice string }{
		{"Ministry of War (Smith) via Jones", "Ministry of War", "Smith Jones", "Ministry of War"},
		{"unnamed experts", "", "", ""},
		{"various estimates via Jones", "", "Jones", "Jones"},
		{"various, collected by Trentino Foundation", "", "Trentino Foundation", "Trentino Foundation"},
		{"The Sylvania Institute (2014)", "The Sylvania Institute", "", "The Sylvania Institute"},
		{"President ('several sources')", "President", "", "President"},
		{"researchers via Radio (i.e. The Sylvania Group)", "The Sylvania Group", "Radio", "The Sylvania Group"},
		{"Firefly, War Council", "War Council", "", "War Council"},
		{"Freedonian deputy minister Smith", "Freedonian deputy minister", "Smith", "Freedonian deputy minister"},
		{"Minister Smith", "Minister Smith", "", "Minister Smith"},
		{"Freedonian Interior Ministry", "Freedonian Interior Ministry", "", "Freedonian Interior Ministry"},
		{"Freedonia (ambassador Smith)", "Freedonia", "Smith", "Freedonia"},
		{"Freedonia KGB and PVO", "Freedonia KGB/Freedonia PVO", "", "Freedonia KGB/Freedonia PVO"},
		{"", "", "", ""},
	} {
		if got := Body(c.text); got != c.body {
			t.Errorf("body of %q: %q, want %q", c.text, got, c.body)
		}
		if got := strings.Join(Speakers(c.text), " "); got != c.speakers {
			t.Errorf("speakers of %q: %q, want %q", c.text, got, c.speakers)
		}
		if got := Voice(c.text); got != c.voice {
			t.Errorf("voice of %q: %q, want %q", c.text, got, c.voice)
		}
	}
	for _, c := range []struct {
		a, b        string
		body, voice bool
	}{
		{"Ministry of War (Smith)", "The Ministry of War", true, true},
		{"Army via Jones", "Navy via Jones", false, true},
		{"experts", "experts", false, false},
		{"10th Department of the Police", "Police", true, true},
		{"Army", "Navy", false, false},
	} {
		if SameBody(c.a, c.b) != c.body || SameVoice(c.a, c.b) != c.voice {
			t.Errorf("%q and %q: same body %v, same voice %v", c.a, c.b, SameBody(c.a, c.b), SameVoice(c.a, c.b))
		}
	}
}

func TestKindLanguageReliability(t *testing.T) {
	for _, c := range []struct {
		s        claim.Source
		kind     Kind
		language string
	}{
		{claim.Source{Publisher: "AFP via Daily Bugle", Title: "Five killed (Arabic)"}, NewsAgency, "Arabic"},
		{claim.Source{Publisher: "Daily Bugle", Title: "Russian minister in Freedonia"}, Outlet, ""},
		{claim.Source{Publisher: "Radio Fred Kazakh Service"}, Outlet, "Kazakh"},
		{claim.Source{Publisher: "Wikipedia mirror (Italian translation)"}, Encyclopedia, "Italian"},
		{claim.Source{Publisher: "University of Sylvania; copy in github.com/x"}, Academic, ""},
		{claim.Source{Publisher: "Herald Tribune via x.blogspot.com"}, Outlet, ""},
		{claim.Source{Publisher: "J. Smith (blog)"}, Social, ""},
		{claim.Source{Publisher: "Supreme Court of Freedonia"}, Court, ""},
		{claim.Source{Publisher: "Freedonian Interior Ministry"}, StateBody, ""},
		{claim.Source{Publisher: "Freedonia Watch"}, NGO, ""},
		{claim.Source{Publisher: "Conflict Database"}, Dataset, ""},
		{claim.Source{Publisher: "Xyzzy", Kind: "state_body", Language: "fr"}, StateBody, "fr"},
		{claim.Source{Publisher: "Daily Bugle", Kind: "party"}, Party, ""},
		{claim.Source{Publisher: "Xyzzy", Title: "Взрыв в городе"}, UnknownKind, "Cyrillic script"},
		{claim.Source{}, UnknownKind, ""},
	} {
		if k, l := KindOf(&c.s), Language(&c.s); k != c.kind || l != c.language {
			t.Errorf("%+v: %s, %q; want %s, %q", c.s, k, l, c.kind, c.language)
		}
	}
	if KindOf(nil) != UnknownKind || Language(nil) != "" {
		t.Error("no source has a kind or a language")
	}
	for _, c := range []struct {
		s     *claim.Source
		grade byte
	}{
		{nil, 'F'}, {&claim.Source{}, 'F'}, {&claim.Source{Reliability: "b", Reason: "long record"}, 'B'}, {&claim.Source{Reliability: "G"}, 'F'}, {&claim.Source{Reliability: "A"}, 'A'},
	} {
		if g, why := Reliability(c.s); g != c.grade || why == "" {
			t.Errorf("%+v: %c %q", c.s, g, why)
		}
	}
}

func TestEffectiveSources(t *testing.T) {
	for _, c := range []struct {
		m    int
		rho  float64
		want float64
	}{{20, 0.9, 1.1}, {1, 0.9, 1}, {5, 0, 5}, {5, 1, 1}, {0, 0.5, 0}, {5, -1, 5}} {
		if got := EffectiveSources(c.m, c.rho); math.Abs(got-c.want) > 0.01 {
			t.Errorf("%d sources with correlation %g are worth %g, want %g", c.m, c.rho, got, c.want)
		}
	}
}

func TestCredibility(t *testing.T) {
	rows := ""
	for i, p := range []string{"Herald", "Tribune", "AFP via Post", "Bugle (AFP)", "Gazette", "Echo", "blog copy"} {
		rows += inc(string(rune('A'+i)), "k", string(rune('a'+i)), "Title", p, "2011-05-04")
	}
	g, tb := graph(t, map[string]string{"incidents": incidentHeader + rows})
	pick := func(ids string) []claim.Claim {
		var out []claim.Claim
		for _, c := range tb.Incidents {
			if strings.Contains(ids, c.ID) {
				out = append(out, c)
			}
		}
		return out
	}
	for _, c := range []struct {
		agree, against string
		want           int
	}{{"AB", "", 1}, {"CD", "", 3}, {"ABC", "E", 2}, {"A", "B", 3}, {"A", "BE", 4}, {"A", "BEF", 5}, {"AB", "EF", 3}, {"G", "", 6}, {"", "", 6}} {
		if got := g.Credibility(pick(c.agree), pick(c.against)...); got != c.want || CredibilityWords[got] == "" {
			t.Errorf("%s against %s: %d, want %d", c.agree, c.against, got, c.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for v, want := range map[float64]int{2400: 2, 3417: 4, 5: 1, 0: 0, 0.5: 0, 1e16: 0, 100: 1, 1010: 3} {
		if got := Digits(v); got != want {
			t.Errorf("%g has %d digits, want %d", v, got, want)
		}
	}
	nan := math.NaN()
	a, b := &claim.Figure{Low: 5, Best: nan, High: 5}, &claim.Figure{Low: 7, Best: 5, High: nan}
	if n := Numbers(a); len(n) != 1 {
		t.Errorf("numbers %v", n)
	}
	if n := SharedNumbers(a, b); len(n) != 1 || n[0] != 5 {
		t.Errorf("shared %v", n)
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{{"2011-05", "2011-06", true}, {"2011-05", "2011-09", false}, {"2011", "2011-12-30", true}, {"n.d.", "2011", false}} {
		x, _ := cell.EDTF(c.a)
		y, _ := cell.EDTF(c.b)
		if CloseInTime(x, y) != c.want {
			t.Errorf("%s and %s", c.a, c.b)
		}
	}
}
