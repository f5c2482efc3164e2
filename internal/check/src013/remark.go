package src013

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/read/cell"
)

// remark is what a conflict in locator or notes speaks of.
type remark struct {
	column  string
	text    string
	numbers []float64
	dates   []cell.Span
	names   map[string]bool // words with a capital, in lower case
	strong  bool            // it sets two values of one item or two sources against each other
	weak    bool            // it holds no more than weak words of conflict
	owned   bool            // it gives the number as somebody's: "the ministry's 5,000"
	same    bool            // it says that two numbers are the same
}

var (
	// conflict are words that set one statement against another; weak ones do so only beside a name or a date.
	conflict = regexp.MustCompile(`(?i)\b(?:but|although|though|elsewhere|whereas|however|yet|instead of|rather than|contrary|contradict\w*|conflict\w*|` +
		`differ\w*|inconsistent|misprint\w*|slip|swapped|corrected|correction|others:|other (?:sources|outlets|reports|agencies|media)|same (?:item|month|day|source|report|number|figure)|itself|` +
		`den(?:y|ies|ied)|(?:fewer|lower|higher|larger|smaller|earlier|later) than|against|versus|vs|first (?:named|called|reported|reports)|` +
		`earlier (?:tally|report|figure)|down from|up from|turns?|renders|reduced|days? (?:earlier|later|off)|year later|months? (?:earlier|later))(?:\b|$|\s)|\bboth ['"‘“\d]`)
	weak  = regexp.MustCompile(`(?i)\b(?:while|others?|not|never|none|error|(?:less|more) than|above|below|after|before)\b`)
	owner = regexp.MustCompile(`\p{Lu}[\p{L}-]+['’]s (?:figure|number|estimate|count|\d)`)
	same  = regexp.MustCompile(`(?i)\bsame (?:number|figure|estimate|total)\b|\bequals\b`)
	// measured are numbers that count no persons: "ten days off", "23-year-old", "30 kg".
	measured = regexp.MustCompile(`(?i)\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:-|\s+)(?:years?|months?|weeks?|days?|hours?|minutes?|kg|km|storey|ways|times)\b`)
	strong   = regexp.MustCompile(`(?i)\bother (?:sources|outlets|reports|agencies|media)\b|\bothers?:|\belsewhere\b|\bwhereas\b|\bboth ['"\d]|\bsame (?:item|source|report)\b|\bcorrected from\b|\binstead of\b|\byet\b|\bdown from\b`)
	number   = regexp.MustCompile(`\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?`)
	day      = regexp.MustCompile(`(?i)\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b(?: (\d{4}))?`)
	iso      = regexp.MustCompile(`\b\d{4}-\d{2}-\d{2}\b`)
	spelt    = map[string]float64{
		"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
		"twelve": 12, "fifteen": 15, "fifty": 50,
	}
	months = map[string]string{
		"jan": "01", "feb": "02", "mar": "03", "apr": "04", "may": "05", "jun": "06", "jul": "07", "aug": "08", "sep": "09", "oct": "10", "nov": "11", "dec": "12",
	}
)

// read returns the remark of a claim that speaks of a conflict, false where there is none. year is where days without a year
// are put.
func read(h *claim.Head, year string) (remark, bool) {
	r := remark{names: map[string]bool{}, weak: true}
	for _, x := range []struct{ column, text string }{{"locator", h.Locator}, {"notes", h.Notes}} {
		firm := conflict.MatchString(x.text)
		if x.text == "" || !firm && !weak.MatchString(x.text) {
			continue
		}
		r.weak = r.weak && !firm
		r.owned = r.owned || owner.MatchString(x.text)
		r.same = r.same || same.MatchString(x.text)
		if r.text == "" {
			r.column = x.column
		}
		r.text = strings.TrimPrefix(r.text+"; "+x.text, "; ")
		r.strong = r.strong || strong.MatchString(x.text)
	}
	if r.text == "" {
		return r, false
	}
	for _, m := range day.FindAllStringSubmatch(r.text, -1) {
		y := m[3]
		if y == "" {
			y = year
		}
		if y == "" {
			continue
		}
		if s, ok := cell.EDTF(y + "-" + months[strings.ToLower(m[2][:3])] + "-" + pad(m[1])); ok {
			r.dates = append(r.dates, s)
		}
	}
	for _, m := range iso.FindAllString(r.text, -1) {
		if s, ok := cell.EDTF(m); ok {
			r.dates = append(r.dates, s)
		}
	}
	rest := measured.ReplaceAllString(iso.ReplaceAllString(day.ReplaceAllString(r.text, " "), " "), " ")
	for _, m := range number.FindAllString(rest, -1) {
		v, err := strconv.ParseFloat(strings.ReplaceAll(m, ",", ""), 64)
		if err == nil && !(v >= 1900 && v <= 2100 && len(m) == 4) {
			r.numbers = append(r.numbers, v)
		}
	}
	for _, w := range strings.FieldsFunc(rest, func(c rune) bool { return !unicode.IsLetter(c) }) {
		if v, ok := spelt[strings.ToLower(w)]; ok {
			r.numbers = append(r.numbers, v)
		}
		if c := []rune(w); len(c) > 2 && unicode.IsUpper(c[0]) {
			r.names[strings.ToLower(w)] = true
		}
	}
	return r, true
}

func pad(d string) string {
	if len(d) == 1 {
		return "0" + d
	}
	return d
}
