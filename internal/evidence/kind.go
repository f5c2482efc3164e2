package evidence

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/assaydata/assay/internal/claim"
)

// Kind is the kind of a source.
type Kind string

// The kinds of sources.
const (
	StateBody    Kind = "state body"
	Party        Kind = "party"
	NewsAgency   Kind = "agency"
	Outlet       Kind = "outlet"
	NGO          Kind = "ngo"
	Academic     Kind = "academic"
	Encyclopedia Kind = "encyclopedia"
	Court        Kind = "court"
	Dataset      Kind = "dataset"
	Social       Kind = "social"
	UnknownKind  Kind = "unknown"
)

// allKinds is the list of kinds that a table of sources may declare.
var allKinds = []Kind{StateBody, Party, NewsAgency, Outlet, NGO, Academic, Encyclopedia, Court, Dataset, Social}

// kinds are tried in this order; the first whose words stand in the publisher's name wins.
var kinds = []struct {
	kind  Kind
	words *regexp.Regexp
}{
	{Encyclopedia, regexp.MustCompile(`(?i)\b(?:wiki\w*|encyclop\w+|britannica)\b`)},
	{Social, regexp.MustCompile(`(?i)\b(?:blog|blogspot|wordpress|livejournal|telegram|twitter|facebook|youtube|vkontakte|substack|medium\.com|forum)\b`)},
	{Court, regexp.MustCompile(`(?i)\b(?:court|tribunal)\b`)},
	{Academic, regexp.MustCompile(`(?i)\b(?:university|college|journal of|academy|institute|faculty|sentinel|studies)\b`)},
	{StateBody, regexp.MustCompile(`(?i)\b(?:ministry|minister|security council|commission|committee|government|police|parliament|federal service|department of|united nations|prosecutor|statistic(?:s|al) (?:office|service))\b`)},
	{NGO, regexp.MustCompile(`(?i)\b(?:foundation|watch|amnesty|memorial|red cross|crisis group|center for|centre for|project|council on)\b`)},
	{Dataset, regexp.MustCompile(`(?i)\b(?:datasets?|database|data project|github\.com)\b`)},
	{Outlet, regexp.MustCompile(`(?i)\b(?:news|times|post|daily|tv|radio|press|journal|tribune|herald|gazette|magazine|star|telegraph|guardian|today|media|gazeta|bbc|cnn|weekly|review|mail|broadcasting|bulletin)\b|\.[a-z]{2,5}\b`)},
}

// KindOf returns the kind of a source: as declared in the table of sources, else by the words of its publisher. A copy is
// of the kind of whom it copies.
func KindOf(s *claim.Source) Kind {
	if s == nil {
		return UnknownKind
	}
	declared := strings.ToLower(strings.TrimSpace(s.Kind))
	for _, k := range allKinds {
		if declared == string(k) || declared == strings.ReplaceAll(string(k), " ", "_") {
			return k
		}
	}
	if declared != "" {
		return kindOfText(declared)
	}
	return kindOfText(s.Publisher)
}

func kindOfText(publisher string) Kind {
	from := Agency(publisher)
	if agencies[strings.ToLower(from)] != "" {
		return NewsAgency
	}
	for _, text := range []string{from, publisher} {
		for _, k := range kinds {
			if k.words.MatchString(text) {
				return k.kind
			}
		}
	}
	return UnknownKind
}

var (
	// inLanguage is a language that a text gives as its own: "Title (Arabic, Agency)", "(German machine translation of …)",
	// "Outlet Kazakh Service", "Spanish edition", "English-language". An adjective in a headline is none.
	inLanguage = regexp.MustCompile(`\((\p{Lu}\p{Ll}+)(?:\)|,|-language\b|\s+(?:(?:machine|auto\w*)[ -])?(?:translat\w+|scripts?|cop(?:y|ies)|texts?|editions?|versions?|mirrors?|original|agency|news)\b)|` +
		`\b(\p{Lu}\p{Ll}+)(?:-language\b|\s+(?:Service|edition|version|translation)\b)`)
	lastWord = regexp.MustCompile(`\b(?:in )?(\p{Lu}\p{Ll}+)$`)
	wiki     = regexp.MustCompile(`\b(\p{Lu}\p{Ll}+) (?:Wikipedia|Encyclop\w+)\b`)
)

// Language returns the language of a source, declared or guessed from a remark in its title or publisher ("(Arabic)",
// "Kazakh Service"), or from its script; "" where there is no sign.
func Language(s *claim.Source) string {
	if s == nil {
		return ""
	}
	if s.Language != "" {
		return s.Language
	}
	for _, text := range []string{s.Title, s.Publisher} {
		for _, m := range inLanguage.FindAllStringSubmatch(text, -1) {
			if w := m[1] + m[2]; languages[w] {
				return w
			}
		}
	}
	for _, pattern := range []*regexp.Regexp{lastWord, wiki} {
		if m := pattern.FindStringSubmatch(s.Publisher); m != nil && languages[m[1]] {
			return m[1]
		}
	}
	for _, r := range s.Title {
		switch {
		case unicode.Is(unicode.Cyrillic, r):
			return "Cyrillic script"
		case unicode.Is(unicode.Arabic, r):
			return "Arabic script"
		case unicode.Is(unicode.Georgian, r):
			return "Georgian"
		case unicode.Is(unicode.Han, r):
			return "Chinese or Japanese"
		}
	}
	return ""
}

// languages that titles name.
var languages = words(`Arabic Russian French German Spanish Italian Portuguese Turkish Ukrainian Polish Japanese Chinese Persian
	Farsi Kyrgyz Kazakh Uzbek Tajik Georgian Armenian Indonesian Vietnamese Icelandic Czech Greek Catalan Dutch Swedish Hebrew
	Urdu Pashto Dari Kurdish Somali Swahili Hausa Amharic English`)

// Reliability returns the grade of a source by the first half of the Admiralty code, A completely reliable to E unreliable, F
// cannot be judged, and the reason. A grade is a judgement of the reader: it is only ever read from the table of sources.
func Reliability(s *claim.Source) (grade byte, reason string) {
	if s != nil {
		if g := strings.ToUpper(strings.TrimSpace(s.Reliability)); len(g) == 1 && g[0] >= 'A' && g[0] <= 'F' {
			if s.Reason == "" {
				return g[0], "declared without a reason"
			}
			return g[0], s.Reason
		}
	}
	return 'F', "cannot be judged: nobody has graded this source"
}
