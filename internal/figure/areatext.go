package figure

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/place"
)

var (
	inBrackets = regexp.MustCompile(`\(([^()]*)\)`)
	without    = regexp.MustCompile(`(?i)\b(?:excl\.?|excluding|other than|without|except(?: for)?|apart from|but not)\s+(.+)$`)
	including  = regexp.MustCompile(`(?i)\b(?:incl\.?|including)\s+(.+)$`)
	abroad     = regexp.MustCompile(`(?i)\s*(?:,|and|/|&)?\s*(?:(?:its|their|the|european|western)\s+)*diaspora\b`)
	between    = regexp.MustCompile(`\s*(?:,|;|/|&|\+|\band\b)\s*`)
	counting   = regexp.MustCompile(`(?i)\d|\bcountries\b|\bmixed\b`)
)

// mostNameWords is the number of words up to which a text that nobody knows can be a name.
const mostNameWords = 4

var areaCache sync.Map // text → Area

// ParseArea reads an area as tables write it: "CIS excl. Russia", "Batken (Kyrgyzstan)", "worldwide (86 countries)",
// "Northland and Southland", "Northland and diaspora".
func ParseArea(text string) Area {
	if a, ok := areaCache.Load(text); ok {
		return a.(Area)
	}
	a := parseArea(text)
	areaCache.Store(text, a)
	return a
}

func parseArea(text string) Area {
	a := Area{Text: strings.TrimSpace(text)}
	t, err := areas()
	if err != nil {
		return a
	}
	s := a.Text
	hint := ""
	s = strings.TrimSpace(inBrackets.ReplaceAllStringFunc(s, func(b string) string {
		in := strings.TrimSpace(b[1 : len(b)-1])
		switch {
		case abroad.MatchString(in):
			a.Beyond = true
		case t.find(in) != "":
			hint = t.find(in)
		case without.MatchString(in):
			return " " + in
		case strings.EqualFold(in, "former") || strings.EqualFold(in, "the former"):
			return in
		case counting.MatchString(in) || including.MatchString(in):
		default:
			a.Rest = strings.ToLower(in)
		}
		return " "
	}))
	s = strings.Join(strings.Fields(s), " ")
	if m := without.FindStringSubmatchIndex(s); m != nil {
		a.Minus = t.list(s[m[2]:m[3]], "")
		s = strings.TrimSpace(s[:m[0]])
	}
	if m := including.FindStringIndex(s); m != nil {
		s = strings.TrimSpace(s[:m[0]])
	}
	if m := abroad.FindStringIndex(s); m != nil {
		a.Beyond = true
		s = strings.TrimSpace(s[:m[0]] + s[m[1]:])
	}
	a.Plus = t.list(s, hint)
	if len(a.Plus) == 0 && hint != "" {
		a.Rest = strings.ToLower(s)
		a.Plus = []string{hint}
	}
	if first, _ := utf8.DecodeRuneInString(s); len(a.Plus) == 0 && len(a.Minus) == 0 && unicode.IsUpper(first) && len(strings.Fields(s)) <= mostNameWords {
		a.Plus, a.Alone = []string{s}, true
	}
	return a
}

// list resolves names joined by "and" or commas; names that are not known are left out.
func (t *tree) list(s, country string) []string {
	if k := t.find(s); k != "" {
		return []string{k}
	}
	var out []string
	for _, n := range between.Split(s, -1) {
		n = strings.TrimSpace(n)
		k := t.find(n)
		if k == "" {
			k = t.unit(n, country)
		}
		if k != "" && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	// A part that lies in another is said twice.
	out = slices.DeleteFunc(slices.Clone(out), func(k string) bool {
		return slices.ContainsFunc(out, func(o string) bool { return o != k && t.inside(k, o) })
	})
	slices.Sort(out)
	return out
}

// unit finds a first-level unit of a stated country: "Batken (Kyrgyzstan)". Without a country a name could be anywhere.
func (t *tree) unit(name, country string) string {
	if country == "" || name == "" {
		return ""
	}
	x := place.World()
	c, ok := x.FindCountry(country)
	if !ok {
		return ""
	}
	if u, ok := x.FindUnit(c, name); ok {
		return x.UnitName(u) + ", " + x.CountryName(c)
	}
	return ""
}

// findIn returns the keys of all areas of the file and all countries that a running text names, longest names first.
func (t *tree) findIn(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return r == ' ' || r == ',' || r == ';' || r == '(' || r == ')' || r == '/' || r == '.'
	})
	var out []string
	for i := 0; i < len(words); i++ {
		for n := min(4, len(words)-i); n > 0; n-- {
			if k := t.find(strings.Join(words[i:i+n], " ")); k != "" {
				if !slices.Contains(out, k) {
					out = append(out, k)
				}
				i += n - 1
				break
			}
		}
	}
	slices.Sort(out)
	return out
}
