package cell

import "testing"

func TestEDTF(t *testing.T) {
	for text, want := range map[string]string{
		"2015-12-29":            "2015-12-29 2015-12-29",
		"2015-12":               "2015-12-01 2015-12-31",
		"2015":                  "2015-01-01 2015-12-31",
		"2013~":                 "2013-01-01 2013-12-31 ~",
		"2017-10?":              "2017-10-01 2017-10-31 ?",
		"2017%":                 "2017-01-01 2017-12-31 ~?",
		"2015-12-29/2015-12-30": "2015-12-29 2015-12-30",
		"2014/2016":             "2014-01-01 2016-12-31",
		"201X":                  "2010-01-01 2019-12-31",
		"2014-21":               "2014-03-01 2014-05-31",
		"2014-24":               "2014-12-01 2015-02-28",
		"c.1980 (aged 36)":      "1980-01-01 1980-12-31 ~",
		"c.1964-1965 (aged 49)": "1964-01-01 1965-12-31 ~",
		"2013 (autumn)":         "2013-09-01 2013-11-30",
		"December 2015":         "2015-12-01 2015-12-31",
		"2015-12-XX":            "2015-12-01 2015-12-31",
		"":                      "no",
		"n.d.":                  "no",
		"2015-13":               "no",
		"2016/2015":             "no",
		"as above":              "no",
	} {
		s, ok := EDTF(text)
		got := "no"
		if ok {
			got = s.First.String() + " " + s.Last.String()
			mark := ""
			if s.Approximate {
				mark += "~"
			}
			if s.Uncertain {
				mark += "?"
			}
			if mark != "" {
				got += " " + mark
			}
		}
		if got != want {
			t.Errorf("EDTF(%q) = %s, want %s", text, got, want)
		}
	}
}

func TestSpansCompareWithinTheirPrecision(t *testing.T) {
	span := func(text string) Span { s, _ := EDTF(text); return s }
	for _, c := range []struct {
		a, b             string
		overlaps, before bool
	}{
		{"2015-12-29", "2015-12", true, false},
		{"2015-12-29", "2015-12-30", false, true},
		{"c.1980", "1981-03-09", true, false},
		{"1955", "1964-04-13", false, true},
		{"", "2015", true, false},
	} {
		if got := span(c.a).Overlaps(span(c.b)); got != c.overlaps {
			t.Errorf("%q overlaps %q: %v", c.a, c.b, got)
		}
		if got := span(c.a).Before(span(c.b)); got != c.before {
			t.Errorf("%q before %q: %v", c.a, c.b, got)
		}
	}
}

func FuzzEDTF(f *testing.F) {
	for _, s := range []string{"2013~", "2015-12-29/2015-12-30", "c.1964-1965 (aged 49)", "201X", "../2015", "2014-24", "((", "/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if span, ok := EDTF(s); ok && (span.Last < span.First || !span.Known()) {
			t.Errorf("EDTF(%q) = %v..%v", s, span.First, span.Last)
		}
	})
}
