package fact

import (
	"encoding/csv"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What is looked for, as regular expressions.
var (
	monthPattern   = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`
	reportPattern  = regexp.MustCompile(`^([^,]*),(\d{4}-\d\d-\d\d)(?: [\d:.]+)?,(.*)$`)
	dayPattern     = regexp.MustCompile(`\b(?:\d{1,2} ` + monthPattern + ` \d{4}|` + monthPattern + ` \d{1,2},? \d{4}|\d{4}-\d\d-\d\d)\b`)
	lastPattern    = regexp.MustCompile(` ` + monthPattern + `\s*$`)
	addressPattern = regexp.MustCompile(`(?i)\b(?:https?://|www\.)\S+`)
)

func checkScan(t interface{ Errorf(string, ...any) }, text string) {
	if got, want := dayIn(text), dayPattern.FindString(text); got != want {
		t.Errorf("date in %q: %q, want %q", text, got, want)
	}
	if got, want := withoutMonth(text), lastPattern.ReplaceAllString(text, ""); got != want {
		t.Errorf("%q without its month: %q, want %q", text, got, want)
	}
	// Go folds the long s to s; addresses have none.
	if !strings.Contains(text, "ſ") {
		if got, want := withoutAddresses(text), addressPattern.ReplaceAllString(text, ""); got != want {
			t.Errorf("%q without addresses: %q, want %q", text, got, want)
		}
	}
	office, date, headline, ok := report(text)
	if m := reportPattern.FindStringSubmatch(text); ok != (m != nil) || ok && !slices.Equal(m[1:], []string{office, date, headline}) {
		t.Errorf("report %q: %q %q %q %v, want %q", text, office, date, headline, ok, m)
	}
	if items, ok := listed(text); ok && text != "" {
		r := csv.NewReader(strings.NewReader(text))
		r.Comma, r.LazyQuotes = ';', true
		if want, err := r.Read(); err != nil || !slices.Equal(items, want) {
			t.Errorf("list %q: %q, want %q, %v", text, items, want, err)
		}
	}
}

func TestScan(t *testing.T) {
	pieces := rapid.SampledFrom([]string{
		"May", "March", " ", "  ", ",", ", ", "4", "24", "2011", "12345", "2011-02-24", "-", "_", "é", "\n", "\t", "http://", "HTTPS://", "www.", "x.org/a", "wwww.",
		`"`, `";"`, ";", "Reuters", "08:00:00", ".", ":", "24 February 2011", "February 24, 2011", "ap", "\xff", "\r",
	})
	rapid.Check(t, func(t *rapid.T) { checkScan(t, strings.Join(rapid.SliceOfN(pieces, 0, 12).Draw(t, "pieces"), "")) })
}

func FuzzScan(f *testing.F) {
	f.Add(`"Reuters News,2014-03-06 08:00:00,Gunmen raid town, ten dead";"AFP,2014-03-07,x"`)
	f.Add(`Author, "Blast," http://v.example/x (April 9, 2011).`)
	f.Add("AI 3 March 2011 March ")
	f.Fuzz(func(t *testing.T, text string) { checkScan(t, text) })
}
