package groups

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/record"
)

func day(t testing.TB, text string) record.Day {
	t.Helper()
	d, err := ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d.First
}

func TestBuiltInParses(t *testing.T) {
	r, err := Parse("groups.yaml", builtin)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Groups) < 30 || len(Default().Groups) != len(r.Groups) {
		t.Fatalf("%d groups, Default has %d", len(r.Groups), len(Default().Groups))
	}
	for _, g := range r.Groups {
		if len(g.Names) == 0 {
			t.Errorf("%s has no name", g.Key)
		}
		for i := range g.Names {
			if s := (Match{g, &g.Names[i]}).Source(); !strings.Contains(s, "http") {
				t.Errorf("%s: source of %q has no address: %q", g.Key, g.Names[i].Text, s)
			}
		}
	}
}

func TestLookup(t *testing.T) {
	for _, c := range []struct{ label, key, name string }{
		{"Islamic State of Iraq and the Levant (ISIL)", "islamic-state", "Islamic State of Iraq and the Levant"},
		{"IS", "islamic-state", "Islamic State"},
		{"ISLAMIC  STATE", "islamic-state", "Islamic State"},
		{"Islamic State (Nigeria)", "", ""},
		{"Islamic State (Nigeria) and/or Boko Haram - Jamaatu Ahli is-Sunnah lid-Dawati wal-Jihad", "", ""},
		{"JNIM: Group for Support of Islam and Muslims and/or Islamic State (Sahel)", "", ""},
		{"JNIM: Group for Support of Islam and Muslims", "jnim", "Jama'at Nusrat al-Islam wal-Muslimin"},
		{"AQIM: Group for Support of Islam and Muslims", "", ""},
		{"Boko Haram - Jama’atu Ahli is-Sunnah lid-Dawatai wal-Jihad", "boko-haram", "Boko Haram"},
		{"Boko Haram - Wilayat Gharb Ifriqiyyah", "islamic-state-west-africa", "Islamic State West Africa Province"},
		{"Boko Haram - Wilayat Gharb Ifriqiyyah (Barnawi Faction)", "islamic-state-west-africa", "Boko Haram - Wilayat Gharb Ifriqiyyah (Barnawi Faction)"},
		{"Al-Qaida in the Islamic Maghreb (AQIM)", "aqim", "Al-Qaida in the Islamic Maghreb"},
		{"Taliban", "taliban", "Taliban"},
		{"Taliban (Pakistan)", "", ""},
		{"Taliban Militia (Nigeria)", "", ""},
		{"Tahrir al- Sham Army", "", ""},
		{"HTS: Hayat Tahrir al Sham", "al-nusrah", "Hay'at Tahrir al-Sham"},
		{"Ahrar al-Sham, HTS, Southern Front", "", ""},
		{"Séléka", "seleka", "Séléka"},
		{"Seleka", "seleka", "Séléka"},
		{"", "", ""},
		{"()", "", ""},
		{": ", "", ""},
	} {
		m, ok := Default().Lookup(c.label)
		if ok != (c.key != "") {
			t.Errorf("%q: found %v", c.label, ok)
			continue
		}
		if ok && (m.Group.Key != c.key || m.Name.Text != c.name) {
			t.Errorf("%q: %s, %q", c.label, m.Group.Key, m.Name.Text)
		}
	}
}

func TestValidity(t *testing.T) {
	for _, c := range []struct {
		label, on   string
		name, group bool // the name, the organisation may have existed
	}{
		{"Islamic State of Iraq and the Levant (ISIL)", "2013-04-07", false, true},
		{"Islamic State of Iraq and the Levant (ISIL)", "2013-04-18", true, true},
		{"Islamic State", "2014-06-28", false, true},
		{"Islamic State", "2014-06-29", true, true},
		{"Boko Haram - Wilayat Gharb Ifriqiyyah", "2015-03-07", true, true},
		{"Boko Haram - Wilayat Gharb Ifriqiyyah", "2015-03-06", false, false},
		{"Caucasus Emirate", "2014-12-04", true, true},
		{"Caucasus Emirate", "2016-03-31", true, true},
		{"Caucasus Emirate", "2016-10-13", false, false},
		{"Caucasus Emirate", "2007-09-30", false, false},
		{"Jabhat Fateh al-Sham", "2016-01-04", false, true},
		{"Jabhat Fateh al-Sham", "2016-07-01", true, true},
		{"Al-Nusrah Front", "2012-01-06", true, true},
		{"Tehrik-i-Taliban Pakistan (TTP)", "2007-12-23", true, true},
		{"GSPC", "2007-02-14", false, true},
	} {
		m, ok := Default().Lookup(c.label)
		if !ok {
			t.Fatalf("%q not found", c.label)
		}
		d := day(t, c.on)
		if got := m.NameSpan().ValidOn(d); got != c.name {
			t.Errorf("%s on %s: name valid %v (%s)", c.label, c.on, got, m.NameSpan())
		}
		if got := m.Group.ValidOn(d); got != c.group {
			t.Errorf("%s on %s: group valid %v (%s)", c.label, c.on, got, m.Group.Span)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"version: 2", "version is 2"},
		{"version: 1\nmore: x", "field more not found"},
		{"version: 1\ngroups: [{key: a, name: A, from: soon}]", `"soon" is not a date`},
		{"version: 1\ngroups: [{key: a, name: A, from: 2007-13}]", `"2007-13" is not a date`},
		{"version: 1\ngroups: [{key: a, name: A, from: '2008', to: '2007'}]", "ends 2007 before it begins 2008"},
		{"version: 1\ngroups: [{key: a, name: A, source: x}]", `no source "x"`},
		{"version: 1\ngroups: [{key: a, name: A, from: '2007', names: [{name: A}]}]", "has no source"},
		{"version: 1\ngroups: [{key: a, name: A, names: [{name: A}]}, {key: b, name: B, names: [{name: á}]}]", "names both"},
		{"version: 1\ngroups: [{key: a, name: A}, {key: a, name: B}]", "listed twice"},
		{"version: 1\ngroups: [{key: a, name: A, links: [{kind: ate, key: a}]}]", "unknown kind of link"},
		{"version: 1\ngroups: [{key: a, name: A, links: [{kind: part-of, key: z}]}]", `no group "z"`},
		{"version: 1\ngroups: [{name: A}]", "no key"},
		{"version: 1\ngroups: [{key: a, name: A, relations: [{kind: likes, key: a}]}]", "unknown kind of relation"},
		{"version: 1\ngroups: [{key: a, name: A, relations: [{kind: joined}]}]", "needs a key or a name"},
		{"version: 1\ngroups: [{key: a, name: A, relations: [{kind: joined, name: B}]}]", "has no source"},
		{"version: 1\nsources: {s: S}\ngroups: [{key: a, name: A, relations: [{kind: joined, key: z, source: s}]}]", `no group "z" to relate to`},
		{"version: 1\ngroups: [{key: a, name: A, names: [{name: A, spellings: {runic: [A]}}]}]", "unknown script"},
		{"version: 1\ngroups: [{key: a, name: A, names: [{name: A, spellings: {cyrillic: [Kavkaz]}}]}]", "not in cyrillic script"},
	} {
		if _, err := Parse("f.yaml", []byte(c.in)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %q", c.in, err, c.want)
		}
	}
}

func TestSpellingsByScript(t *testing.T) {
	for _, label := range []string{"جيش المهاجرين والأنصار", "Battalion of Emigrants and Supporters", "JMWA"} {
		m, ok := Default().Lookup(label)
		if !ok || m.Group.Key != "jaish-al-muhajireen" {
			t.Errorf("%q: %v", label, m.Group)
		}
	}
}

func TestRelations(t *testing.T) {
	for _, g := range Default().Groups {
		for _, r := range g.Relations {
			if !strings.Contains(r.Source, "http") || r.Name == "" || r.Key == g.Key {
				t.Errorf("%s: relation %+v", g.Key, r)
			}
		}
	}
	g := Default().Get("ajnad-al-kavkaz")
	kinds := map[string]bool{}
	for _, r := range g.Relations {
		kinds[r.Kind] = true
	}
	if !kinds["independent-of"] || !kinds["affiliate-of"] {
		t.Errorf("sources disagree on %s, which the registry shows: %v", g.Name, kinds)
	}
	// A splinter and the group from which it came are two groups.
	a, _ := Default().Lookup("Caucasus Emirate in Syria")
	b, _ := Default().Lookup("Jaish al-Muhajireen wal-Ansar")
	if a.Group == nil || b.Group == nil || a.Group == b.Group || len(a.Group.Links) != 2 {
		t.Errorf("%v, %v", a.Group, b.Group)
	}
}

func TestWithReplacesAndAdds(t *testing.T) {
	other, err := Parse("own.yaml", []byte("version: 1\ngroups: [{key: ltte, name: Tigers, names: [{name: Tigers}]}, {key: own, name: Own, names: [{name: Own group}]}]"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Default().With(other)
	if err != nil {
		t.Fatal(err)
	}
	if r.Get("ltte").Name != "Tigers" || r.Get("own") == nil || len(r.Groups) != len(Default().Groups)+1 {
		t.Errorf("%d groups, ltte is %q", len(r.Groups), r.Get("ltte").Name)
	}
}

func TestSpanPrecision(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.IntRange(1900, 2100).Draw(t, "year")
		month := rapid.IntRange(1, 12).Draw(t, "month")
		d, ok := record.MakeDay(year, month, rapid.IntRange(1, 28).Draw(t, "day"))
		if !ok {
			t.Skip()
		}
		for _, text := range []string{d.String()[:4], d.String()[:7], d.String()} {
			date, err := ParseDate(text)
			if err != nil || d < date.First || d > date.Last {
				t.Fatalf("%s is not within %s: %v", d, text, err)
			}
			if s := (Span{From: date, To: date}); !s.ValidOn(d) || s.ValidOn(date.First-1) || s.ValidOn(date.Last+1) {
				t.Fatalf("span of %s is wrong", text)
			}
		}
	})
}

func FuzzParseDate(f *testing.F) {
	f.Add("2007-10")
	f.Add("2007-")
	f.Add("-2007")
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := ParseDate(s); err == nil && (d.First > d.Last || d.Text != s) {
			t.Errorf("%q: %v", s, d)
		}
	})
}
