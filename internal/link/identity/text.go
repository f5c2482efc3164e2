package identity

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/record"
)

// fold brings a text to the form in which spellings are compared letter by letter: lower case, letters and digits only, without accents,
// words apart by one space.
func fold(s string) string {
	plain := true
	for i := range len(s) {
		if c := s[i]; c >= 0x80 || !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	put := func(r rune) {
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		gap = false
		b.WriteRune(r)
	}
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] < 0x80
	}
	if !ascii {
		s = norm.NFKD.String(s)
	}
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			put(unicode.ToLower(r))
		case unicode.Is(unicode.M, r) || r == '\'' || r == '’' || r == '`':
		default:
			gap = true
		}
	}
	return b.String()
}

// alphanumeric keeps the letters and digits of a number, in lower case.
func alphanumeric(s string) string { return strings.ReplaceAll(fold(s), " ", "") }

// lastDigits are the last nine digits of a telephone number, which countries and trunk prefixes do not reach; "" for fewer than six.
func lastDigits(s string) string {
	var d []byte
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			d = append(d, s[i])
		}
	}
	if len(d) < 6 {
		return ""
	}
	return string(d[max(0, len(d)-9):])
}

func token(s string) uint32 { return uint32(record.Hash([]byte(s)) >> 32) }

// appendWords adds the words of a text, by their hashes.
func appendWords(to []uint32, text string) []uint32 {
	for _, w := range strings.Fields(fold(text)) {
		if len(w) > 1 {
			to = append(to, token(w))
		}
	}
	return to
}

// countryOf is a code for a country by its name or its code, or for the text where it is none.
func countryOf(text string) uint32 {
	countryCache.Lock()
	defer countryCache.Unlock()
	if c, ok := countryCache.of[text]; ok {
		return c
	}
	code := token("?" + fold(text))
	if c, ok := place.World().FindCountry(text); ok {
		code = token("=" + place.World().ISO3(c))
	}
	if len(countryCache.of) < 10_000 { // text of any kind may come here
		countryCache.of[text] = code
	}
	return code
}

var countryCache = struct {
	sync.Mutex
	of map[string]uint32
}{of: map[string]uint32{}}

// groupsOf splits the groups that a cell names: "Caucasus Emirate then IS", "Riyadus-Salikhin / IS".
func groupsOf(text string) []string {
	text = beforeBracket(text)
	for _, sep := range []string{" then ", " / ", "/"} {
		text = strings.ReplaceAll(text, sep, ";")
	}
	var out []string
	for _, s := range strings.Split(text, ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func beforeBracket(s string) string {
	if i := strings.IndexByte(s, '('); i > 0 {
		s = s[:i]
	}
	return strings.TrimSpace(s)
}

// leading are the beginnings of words for those at the head of a group.
var leading = []string{"leader", "emir", "amir", "founder", "commander", "head", "chief", "wali", "governor", "president", "chairman", "director"}

func leads(role string) bool {
	for _, w := range strings.Fields(fold(role)) {
		for _, l := range leading {
			if strings.HasPrefix(w, l) {
				return true
			}
		}
	}
	return false
}
