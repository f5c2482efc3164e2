package figure

import (
	"regexp"
	"slices"
	"strings"
)

// Belonging is what makes somebody one of the population.
type Belonging string

// The kinds of belonging. A demonym ("Russians") may mean any of them.
const (
	Citizens    Belonging = "citizens"
	Residents   Belonging = "residents"
	Natives     Belonging = "natives"
	Demonym     Belonging = "people"
	Fighters    Belonging = "fighters"
	NotStated   Belonging = ""
	CasesNotMen Belonging = "cases" // acts or files, not persons
)

// Population is who a figure counts.
type Population struct {
	Belonging Belonging
	Part      Part
	Rest      string // a narrower definition, in the words that are not otherwise understood, sorted
}

var belongings = []struct {
	b  Belonging
	re *regexp.Regexp
}{
	{CasesNotMen, regexp.MustCompile(`\b(?:cases|crimes|attacks|incidents|offences)\b`)},
	{Citizens, regexp.MustCompile(`\b(?:citizens?|nationals?)\b`)},
	{Residents, regexp.MustCompile(`\b(?:residents?|inhabitants?|residing)\b`)},
	{Natives, regexp.MustCompile(`\b(?:natives?|descendants?|people from|originally from|from)\b`)},
	{Fighters, regexp.MustCompile(`\b(?:fighters?|militants?|combatants?|mercenaries|jihadists?)\b`)},
}

// plain words of a definition, which narrow nothing that the other fields do not say.
var plain = wordSet(`the a an of from and or in to who all people persons person individuals citizens citizen nationals national
	residents resident inhabitants natives native descendants descendant foreign foreigners fighters fighter militants militant combatants jihadists
	men women woman females children child minors minor other states state countries country region area republic republics province
	former incl including excl excluding than travelled traveled joined join fight fought fighting alongside with for returned returnees
	returnee affiliated terrorist terrorists groups group organisations organizations members member nations international young
	is isis isil daesh islamic relatives wives their them which that are were have had as at by on not two three four five six several`)

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// parsePopulation reads who is counted. Names and demonyms of the area are no restriction.
func parsePopulation(text, measure string, area Area) Population {
	low := strings.ToLower(text)
	p := Population{Part: parsePart(text, measure), Belonging: NotStated}
	for _, b := range belongings {
		if b.re.MatchString(low) {
			p.Belonging = b.b
			break
		}
	}
	areaWords := lettersOf(area.Text)
	var rest []string
	for _, w := range lettersOf(low) {
		switch {
		case plain[w] || len(w) < 3:
		case slices.ContainsFunc(areaWords, func(a string) bool { return sameStem(a, w) }):
		case womenWords.MatchString(w) || childrenWords.MatchString(w) || menWords.MatchString(w):
		case known(w):
		default:
			if !slices.Contains(rest, w) {
				rest = append(rest, w)
			}
		}
	}
	slices.Sort(rest)
	p.Rest = strings.Join(rest, " ")
	if p.Belonging == NotStated && low != "" {
		p.Belonging = Demonym
	}
	return p
}

// known reports whether a word is the name of an area or a demonym of one.
func known(w string) bool {
	t, err := areas()
	if err != nil {
		return false
	}
	if t.find(w) != "" {
		return true
	}
	for n := range t.names {
		for _, part := range strings.FieldsFunc(n, notLetter) {
			if len(part) > 3 && sameStem(part, w) {
				return true
			}
		}
	}
	return false
}

func lettersOf(s string) []string { return strings.FieldsFunc(strings.ToLower(s), notLetter) }

func notLetter(r rune) bool { return !(r >= 'a' && r <= 'z' || r > 127) }

// sameStem reports whether two words share their first letters, as the name of an area and its demonym do: Georgia,
// Georgians; Chechnya, Chechens.
func sameStem(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 4 && n >= min(len(a), len(b))-3
}

// Fits reports whether two definitions may mean the same people. Citizens and residents need not be the same; a demonym
// fits them all.
func (p Population) Fits(q Population) bool {
	if p.Part != q.Part || p.Rest != q.Rest || (p.Belonging == CasesNotMen) != (q.Belonging == CasesNotMen) {
		return false
	}
	return p.Belonging.fits(q.Belonging)
}

func (b Belonging) fits(c Belonging) bool {
	loose := func(x Belonging) bool { return x == Demonym || x == Fighters || x == NotStated }
	return b == c || loose(b) || loose(c) || b == Residents && c == Natives || b == Natives && c == Residents
}
