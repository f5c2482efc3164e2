package roster

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/claim"
)

// Telling is one of several ways in which claims tell a thing.
type Telling struct {
	Value  string
	Claims []*claim.Person
}

func tellings(list []Telling, value string, c *claim.Person) []Telling {
	for i := range list {
		if list[i].Value == value {
			list[i].Claims = append(list[i].Claims, c)
			return list
		}
	}
	return append(list, Telling{value, []*claim.Person{c}})
}

// All returns the claims of all tellings, each once.
func All(list []Telling) []*claim.Person {
	var out []*claim.Person
	for _, t := range list {
		for _, c := range t.Claims {
			if !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	return out
}

var manners = []struct {
	value string
	re    *regexp.Regexp
}{
	{"poisoned", regexp.MustCompile(`(?i)\bpoison\w*|toxic`)},
	{"killed by his own explosive", regexp.MustCompile(`(?i)\bblew (?:him|her)self up|suicide|detonated (?:his|her)`)},
	{"killed from the air", regexp.MustCompile(`(?i)\bair ?strikes?|air raid|drone|\bwarplanes?`)},
	{"killed in an operation on the ground", regexp.MustCompile(`(?i)\b(?:special |security |police )?(?:operation|raid|operatives|special forces)\b|shot dead|shoot-?out|gun ?battle`)},
	{"assassinated", regexp.MustCompile(`(?i)\bassassinat\w*`)},
	{"died of illness", regexp.MustCompile(`(?i)\b(?:illness|natural causes|heart attack|cancer)\b`)},
}

// Manners returns the ways in which a person is said to have died, where there are two or more that are not told of deaths
// years apart (a false report and the death itself).
func (p *Person) Manners() []Telling {
	out := p.manners()
	const years = 3 * 366
	for i, a := range out {
		for _, b := range out[:i] {
			for _, x := range a.Claims {
				for _, y := range b.Claims {
					if !x.Death.Known() || !y.Death.Known() || apart(x.Death, y.Death) < years {
						return out
					}
				}
			}
		}
	}
	return nil
}

func (p *Person) manners() []Telling {
	var out []Telling
	for _, c := range p.Claims {
		if !c.Death.Known() && !deathWords.MatchString(c.DeathDetail) {
			continue
		}
		for _, m := range manners {
			if m.re.MatchString(c.DeathDetail) {
				out = tellings(out, m.value, c)
				break
			}
		}
	}
	return out
}

var deathWords = regexp.MustCompile(`(?i)\b(?:killed|died|dead|deceased|death)\b`)

var bornIn = regexp.MustCompile(`\bborn (?:in )?(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*)`)

// Birthplaces returns the places in which claims say that a person was born, where there are two or more.
func (p *Person) Birthplaces() []Telling { return several(p.birthplaces()) }

func (p *Person) birthplaces() []Telling {
	var out []Telling
	for _, c := range p.Claims {
		if m := bornIn.FindStringSubmatch(c.Locator + "; " + c.Notes + "; " + c.DeathDetail); m != nil {
			out = tellings(out, m[1], c)
		}
	}
	return out
}

var patronymic = regexp.MustCompile(`(?i)\p{L}{3,}(?:[oe]vich|ich|[oe]vna|ichna|ович|евич|ич|овна|евна|оглы)$`)

// Patronymics returns the father's names that names of East Slavic form give a person, where there are two or more that no
// difference of spelling explains.
func (p *Person) Patronymics() []Telling {
	out := p.patronymics()
	if len(All(out)) < 2 {
		return nil // aliases that one list gives
	}
	return several(out)
}

func (p *Person) patronymics() []Telling {
	var out []Telling
	for _, c := range p.Claims {
		for _, name := range append([]string{c.Name}, c.Variants...) {
			words := strings.Fields(name)
			if len(words) < 3 {
				continue
			}
			for _, w := range words[1:] {
				if !patronymic.MatchString(w) {
					continue
				}
				v := foldName(w)
				for _, t := range out {
					if alike(t.Value, v) {
						v = t.Value
					}
				}
				out = tellings(out, v, c)
			}
		}
	}
	for i := range out {
		out[i].Claims = slices.Compact(out[i].Claims)
	}
	return out
}

// GivenNames returns the given names that claims put before one surname, where there are two or more that no difference of
// spelling explains. Kunyas and names in other scripts than the Latin are left out.
func (p *Person) GivenNames() []Telling {
	type full struct {
		given, family string
		claim         *claim.Person
	}
	var names []full
	count := map[string]int{}
	for _, c := range p.Claims {
		words := strings.Fields(strings.ReplaceAll(c.Name, ",", " "))
		if len(words) < 2 || len(words) > 3 || !isLatin(c.Name) || particle.MatchString(words[0]) || particle.MatchString(words[len(words)-1]) {
			continue
		}
		f := full{foldName(words[0]), foldName(words[len(words)-1]), c}
		for _, o := range names {
			if alike(o.family, f.family) {
				f.family = o.family
			}
		}
		names = append(names, f)
		count[f.family]++
	}
	var out []Telling
	for _, f := range names {
		if count[f.family] < 2 || count[f.family] < len(names)/2 {
			continue // another name of the person altogether
		}
		v := f.given
		for _, t := range out {
			if alike(t.Value, v) {
				v = t.Value
			}
		}
		out = tellings(out, v, f.claim)
	}
	return several(out)
}

var particle = regexp.MustCompile(`(?i)^(?:abu|umm|ibn|sheikh|emir|amir|a[ldrsznt]h?[- ].*|al|el)$`)

func several(list []Telling) []Telling {
	if len(list) < 2 {
		return nil
	}
	return list
}

var folding = strings.NewReplacer("kh", "h", "yo", "e", "ye", "e", "iy", "i", "y", "i", "dzh", "j", "zh", "j", "w", "v", "q", "k", "ck", "k", "'", "", "’", "", "-", "")

// foldName takes away the differences between the usual romanisations of one name.
func foldName(s string) string { return folding.Replace(strings.ToLower(s)) }

// alike reports whether two folded names differ by no more than a letter in four.
func alike(a, b string) bool {
	if isLatin(a) != isLatin(b) {
		return true // one in each script: nothing to compare here
	}
	return distance(a, b)*4 <= max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
}

func isLatin(s string) bool { return strings.IndexFunc(s, func(r rune) bool { return r > 0x24f }) < 0 }

func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range x {
		prev := row[0]
		row[0] = i + 1
		for j, s := range y {
			cost := prev
			if r != s {
				cost++
			}
			prev = row[j+1]
			row[j+1] = min(cost, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(y)]
}
