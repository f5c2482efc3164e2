package figure

import (
	"regexp"
	"strings"
)

// Measure is what a figure counts.
type Measure string

// The measures. Travelled and Joined are two words of the sources for nearly the same; they are kept apart and compared by
// [Measure.Went].
const (
	Travelled  Measure = "travelled"
	Joined     Measure = "joined"
	Affiliated Measure = "affiliated"
	Present    Measure = "present"
	Returned   Measure = "returned"
	Repatriate Measure = "repatriated"
	Killed     Measure = "killed"
	KilledLost Measure = "killed or missing"
	Injured    Measure = "injured"
	Detained   Measure = "detained"
	Convicted  Measure = "convicted"
	Prosecuted Measure = "prosecuted"
	Prevented  Measure = "prevented from travelling"
	Revoked    Measure = "citizenship revoked"
	Displaced  Measure = "displaced"
	Attacks    Measure = "attacks"
	Share      Measure = "share"
	Other      Measure = "" // not understood
)

// Went reports whether the measure counts people who went there, by whatever word.
func (m Measure) Went() bool { return m == Travelled || m == Joined || m == Affiliated }

// Kind is the kind of a quantity in time.
type Kind string

// The kinds: how many at a time, how many so far, how many within a period.
const (
	Stock      Kind = "stock"
	Cumulative Kind = "cumulative"
	Flow       Kind = "flow"
	Unstated   Kind = ""
)

// Part is the part of a population by sex and age.
type Part string

// The parts.
const (
	Everybody        Part = "all"
	Men              Part = "men"
	Women            Part = "women"
	Children         Part = "children"
	WomenAndChildren Part = "women and children"
)

// Within reports whether everybody of p is of q.
func (p Part) Within(q Part) bool {
	return p == q || q == Everybody || q == WomenAndChildren && (p == Women || p == Children)
}

// The first expression that matches a measure's text decides.
var measures = []struct {
	m  Measure
	re *regexp.Regexp
}{
	{Share, regexp.MustCompile(`\b(?:share|percent|percentage|proportion)\b|%`)},
	{Attacks, regexp.MustCompile(`\b(?:incidents?|attacks?|bombings?|events?)\b`)},
	{KilledLost, regexp.MustCompile(`\b(?:killed|dead|died|deaths?) (?:or|and|and/or) missing\b`)},
	{Killed, regexp.MustCompile(`\b(?:killed|dead|died|deaths?|fatalities|casualties)\b`)},
	{Injured, regexp.MustCompile(`\b(?:injured|wounded)\b`)},
	{Repatriate, regexp.MustCompile(`\b(?:repatriat\w*|evacuated|brought (?:back|home))\b`)},
	{Returned, regexp.MustCompile(`\b(?:return\w*|came back|come back)\b`)},
	{Revoked, regexp.MustCompile(`\b(?:revoked|stripped|deprived|lost (?:their )?citizenship)\b`)},
	{Convicted, regexp.MustCompile(`\b(?:convicted|sentenced|convictions?)\b`)},
	{Prosecuted, regexp.MustCompile(`\b(?:prosecut\w*|charged|cases?|crimes?|indicted|wanted)\b`)},
	{Detained, regexp.MustCompile(`\b(?:detained|arrested|imprisoned|in custody)\b`)},
	{Prevented, regexp.MustCompile(`\b(?:prevented|stopped|turned back)\b`)},
	{Displaced, regexp.MustCompile(`\b(?:displaced|refugees?|fled)\b`)},
	{Joined, regexp.MustCompile(`\b(?:joined|recruited|recruits|enlisted|fight or fought|fought)\b`)},
	{Affiliated, regexp.MustCompile(`\b(?:affiliat\w*|linked|associated)\b`)},
	{Travelled, regexp.MustCompile(`\b(?:travel\w*|left|went|gone|departed|identified|departures?)\b`)},
	{Present, regexp.MustCompile(`\b(?:present|fighting|remain\w*|active|strength|currently|now)\b`)},
}

var stockWords = regexp.MustCompile(`\b(?:present|currently|now|remain\w*|stock|strength|are fighting)\b`)

// parseMeasure reads the measure and its kind in time. Where the measure's text names only a part of the population
// ("women"), the population's own text is read.
func parseMeasure(measure, population string) (Measure, Kind) {
	for i, text := range []string{measure, population} {
		s := strings.ToLower(text)
		for _, m := range measures {
			if !m.re.MatchString(s) {
				continue
			}
			if i == 1 && m.m != Affiliated && m.m != Joined && m.m != Travelled && m.m != Killed && m.m != Returned {
				continue
			}
			switch {
			case strings.Contains(s, "cumulative") || strings.Contains(s, "total"):
				return m.m, Cumulative
			case m.m == Share || m.m == Present && stockWords.MatchString(s):
				return m.m, Stock
			case m.m == Displaced || m.m == Detained:
				return m.m, Unstated
			}
			return m.m, Cumulative
		}
	}
	return Other, Unstated
}

var (
	womenWords    = regexp.MustCompile(`(?i)\b(?:women|woman|females?|wives|widows|girls)\b`)
	childrenWords = regexp.MustCompile(`(?i)\b(?:children|child|minors?|infants|orphans|boys|girls|underage)\b`)
	menWords      = regexp.MustCompile(`(?i)\b(?:men|males?)\b`)
)

func parsePart(texts ...string) Part {
	s := strings.Join(texts, " ")
	w, c := womenWords.MatchString(s), childrenWords.MatchString(s)
	switch {
	case w && c:
		return WomenAndChildren
	case w:
		return Women
	case c:
		return Children
	case menWords.MatchString(s):
		return Men
	}
	return Everybody
}
