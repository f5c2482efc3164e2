package figure

import (
	"testing"

	"pgregory.net/rapid"
)

func TestParseArea(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Mali", "Mali"},
		{"Republic of Mali", "Mali"},
		{"CIS excl. Russia", "CIS without Russia"},
		{"CIS incl. Russia", "CIS"},
		{"citizens of former Soviet republics (other than Russia)", "citizens of former Soviet republics (other than Russia)"},
		{"worldwide (86 countries)", "World"},
		{"Borno (Nigeria)", "Borno, Nigeria"},
		{"Mali and Niger", "Mali and Niger"},
		{"Mali, Niger; Chad", "Chad and Mali and Niger"},
		{"Mali/West Africa", "West Africa"},
		{"Mali and diaspora", "Mali and diaspora"},
		{"the Sahel", "Sahel"},
		{"mixed", "mixed"},
		{"Velian Islands", "Velian Islands"},
		{"", ""},
		{"the (former) Soviet Union", "former Soviet Union"},
	} {
		if got := ParseArea(c.text).String(); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestContains(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Sahel", "Mali", true},
		{"Mali", "Sahel", false},
		{"worldwide", "Borno (Nigeria)", true},
		{"Nigeria", "Borno (Nigeria)", true},
		{"Niger", "Borno (Nigeria)", false},
		{"CIS excl. Russia", "Russia", false},
		{"CIS excl. Russia", "Kazakhstan", true},
		{"CIS excl. Russia", "CIS", false},
		{"CIS", "CIS excl. Russia", true},
		{"former Soviet Union excl. Russia", "CIS excl. Russia", true},
		{"Mali and diaspora", "Mali", true},
		{"Mali", "Mali and diaspora", false},
		{"Mali (mostly the north)", "Mali", false},
		{"Mali", "Mali (mostly the north)", true},
		{"mixed", "Mali", false},
		{"mixed", "mixed", false},
		{"Velian Islands", "Velian Islands", true},
		{"Velian Islands", "Mali", false},
	} {
		if got := ParseArea(c.a).Contains(ParseArea(c.b)); got != c.want {
			t.Errorf("%q contains %q: %v", c.a, c.b, got)
		}
	}
}

// Containment is an order: an area contains itself, and what its parts contain.
func TestContainsIsAnOrder(t *testing.T) {
	texts := []string{
		"Mali", "Sahel", "West Africa", "Niger", "worldwide", "CIS", "CIS excl. Russia", "former Soviet Union", "Central Asia", "Kazakhstan",
		"Mali and Niger", "Borno (Nigeria)", "Nigeria", "Lake Chad Basin", "Middle East", "Levant", "Syria", "Syria and Iraq",
	}
	rapid.Check(t, func(t *rapid.T) {
		pick := func(name string) Area { return ParseArea(rapid.SampledFrom(texts).Draw(t, name)) }
		a, b, c := pick("a"), pick("b"), pick("c")
		if !a.Contains(a) {
			t.Fatalf("%s does not contain itself", a)
		}
		if a.Contains(b) && b.Contains(c) && !a.Contains(c) {
			t.Fatalf("%s ⊇ %s ⊇ %s, but not %s ⊇ %s", a, b, c, a, c)
		}
		if a.Same(b) != b.Same(a) {
			t.Fatalf("%s and %s are the same in one direction only", a, b)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"CIS excl. Russia", "Borno (Nigeria)", "a (b (c)", "excl.", "and and", "Syria and Iraq (IS)", "()", "п (ф)", "diaspora"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a, d := parseArea(s), parseDestination(s)
		if a.Known() && !a.Contains(a) {
			t.Errorf("%q does not contain itself", s)
		}
		if !d.Same(d) {
			t.Errorf("destination %q is not the same as itself", s)
		}
		parseMeasure(s, s)
		parsePopulation(s, s, a)
	})
}

func TestParseDestination(t *testing.T) {
	same := [][2]string{{"Syria and Iraq", "Iraq and Syria"}, {"Syria (IS)", "Syria (ISIL)"}, {"Syria/Iraq", "Syria and Iraq"}, {"n/a", ""}}
	for _, c := range same {
		if !ParseDestination(c[0]).Same(ParseDestination(c[1])) {
			t.Errorf("%q and %q differ", c[0], c[1])
		}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Syria and Iraq", "Syria", true},
		{"Syria", "Syria and Iraq", false},
		{"Syria", "Syria (IS)", true},
		{"Syria (IS)", "Syria", false},
		{"Middle East", "Syria and Iraq", true},
		{"abroad", "Libya", true},
		{"terrorist organisations abroad", "Syria and Iraq (IS)", true},
		{"Islamic State", "Syria (IS)", true},
		{"Libya", "abroad", false},
		{"n/a", "Libya", false},
	} {
		if got := ParseDestination(c.a).Contains(ParseDestination(c.b)); got != c.want {
			t.Errorf("%q contains %q: %v (%+v, %+v)", c.a, c.b, got, ParseDestination(c.a), ParseDestination(c.b))
		}
	}
}
