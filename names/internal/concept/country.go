package concept

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

const countryBits = 4

// countryLanguages are the languages in which names of countries are known. In those marked true endings are appended or exchanged,
// so that a name without its last vowel is a stem.
var countryLanguages = []struct {
	tag  string
	stem bool
}{
	{"en", false},
	{"fr", false},
	{"de", false},
	{"es", false},
	{"it", false},
	{"pt", false},
	{"ar", false},
	{"fa", false},
	{"ur", false},
	{"ps", false},
	{"ru", true},
	{"uk", true},
	{"ka", true},
	{"tr", true},
	{"uz", true},
	{"kk", true},
	{"ky", true},
	{"tg", true},
	{"id", false},
	{"so", false},
	{"ha", false},
	{"zh", false},
	{"nl", false},
	{"he", false},
	{"be", true},
	{"az", true},
}

// addCountries enters the names of all countries in all languages for which CLDR has them. The ids of places that are codes of
// countries belong to the same entry.
func (x *lexicon) addCountries() {
	byCode := map[string]ID{}
	for i := range x.entries {
		if e := &x.entries[i]; e.Class == Place && len(e.Key) == 2 && e.Key == strings.ToUpper(e.Key) {
			byCode[e.Key] = ID(i)
		}
	}
	codes := countries()
	for _, l := range countryLanguages {
		names := display.Regions(language.MustParse(l.tag))
		if names == nil {
			continue
		}
		for _, r := range codes {
			code := r.String()
			name := names.Name(r)
			if name == "" || name == code {
				continue
			}
			id := byCode[code]
			if id == 0 {
				id = ID(len(x.entries))
				x.entries = append(x.entries, Entry{Key: code, Class: Place, Bits: countryBits})
				byCode[code] = id
			}
			x.country(id, name, l.stem)
		}
	}
}

// countries lists the regions that are countries, by code.
func countries() []language.Region {
	var out []language.Region
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string(a) + string(b)
			if r, err := language.ParseRegion(code); err == nil && r.IsCountry() && r.String() == code {
				out = append(out, r)
			}
		}
	}
	return out
}

// country enters one name, and the part before a bracket: "Congo (DRC)", "Myanmar (Burma)".
func (x *lexicon) country(id ID, name string, stem bool) {
	if i := strings.IndexByte(name, '('); i > 0 {
		name = strings.TrimSpace(name[:i])
	}
	words := x.split(name)
	if len(words) == 0 || len(x.exact[strings.Join(words, " ")]) > 0 {
		return // known already, perhaps as another place: Georgia, Niger in another language
	}
	x.putWords(id, words)
	if !stem || strings.ContainsAny(name, " -") {
		return
	}
	if r, size := utf8.DecodeLastRuneInString(name); utf8.RuneCountInString(name) >= 5 && strings.ContainsRune("аеиоуыяюьйaeiouაეიოუ", r) {
		x.put(id, "", name[:len(name)-size]+"*")
	} else if utf8.RuneCountInString(name) >= 4 {
		x.put(id, "", name+"*")
	}
}
