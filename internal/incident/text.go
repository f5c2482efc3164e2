package incident

import (
	"math"
	"regexp"
	"strings"

	"github.com/assaydata/assay/internal/claim"
)

// clause is a part of a text between semicolons, with whom it quotes ("MVD: two killed").
type clause struct {
	voice, text string
}

var voiceMark = regexp.MustCompile(`^\s*([^:;,]{1,48}):\s+`)

// clauses splits a text at semicolons and brackets off the voice before a colon.
func clauses(text string) []clause {
	var out []clause
	for _, part := range strings.Split(text, ";") {
		c := clause{text: strings.TrimSpace(part)}
		if m := voiceMark.FindStringSubmatch(c.text); m != nil && parseNumeral(firstWord(m[1])) != parseNumeral(firstWord(m[1])) {
			c.voice, c.text = strings.TrimSpace(m[1]), strings.TrimSpace(c.text[len(m[0]):])
		}
		if c.text != "" {
			out = append(out, c)
		}
	}
	return out
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(strings.TrimSpace(s), " ")
	return w
}

// texts of a claim that describe the attack, without those that name who claimed it.
func texts(c *claim.Incident) []string { return []string{c.Perpetrators, c.Locator, c.Notes, c.Status} }

const attackerNoun = `(?:attackers?|assailants?|gunm[ae]n|shooters?|bombers?|perpetrators?|hijackers?|raiders?|knifem[ae]n)`

// personNoun counts attackers only in the column that describes them.
const personNoun = `(?:militants?|fighters?|insurgents?|terrorists?|suspects?|m[ae]n|wom[ae]n|brothers?|sisters?|people|persons|youths|teenagers|children|students|natives|citizens|nationals)`

var (
	attackersHere  = regexp.MustCompile(`(?i)(?:\b` + boundWord + `\s+)?\b` + numeral + `\s+(?:[a-z'’-]+\s+){0,2}?(?:` + attackerNoun + `|` + personNoun + `)\b`)
	attackersThere = regexp.MustCompile(`(?i)(?:\b` + boundWord + `\s+)?\b` + numeral + `\s+(?:suicide\s+|armed\s+|unidentified\s+)?(?:` + attackerNoun + `|militants?|fighters?|insurgents?|terrorists?)\b(\s+(?:(?:were|was|had been)\s+)?(?:killed|dead|died|detained|arrested|shot|eliminated|captured|survived|injured|wounded|sought|blew))?`)
	attackersBare  = regexp.MustCompile(`(?i)^(?:` + boundWord + `\s+)?` + numeral + `(?:\s+(?:of|from)\b[^,]*|\s*)$`)
	laterNumber    = regexp.MustCompile(`(?i),?\s*later\s+` + numeral + `\b`)
)

// attackers reads how many attackers a claim speaks of.
func attackers(c *claim.Incident) []*Value {
	var out []*Value
	add := func(bound, word string, cl clause, earlier bool) {
		n := parseNumeral(word)
		if math.IsNaN(n) || n == 0 || n > 1000 {
			return
		}
		v := &Value{Claim: c, Number: n, FromText: true, Voice: cl.voice, Earlier: earlier}
		v.Low, v.High = bounds(bound, n)
		v.Text = strings.TrimSpace(strings.ToLower(bound) + " " + num(n))
		for _, o := range out {
			if o.Text == v.Text && o.Voice == v.Voice {
				return
			}
		}
		out = append(out, v)
	}
	for _, cl := range clauses(c.Perpetrators) {
		m := attackersHere.FindStringSubmatch(cl.text)
		if m == nil {
			m = attackersBare.FindStringSubmatch(cl.text)
		}
		if m == nil {
			continue
		}
		if l := laterNumber.FindStringSubmatch(cl.text); l != nil {
			add("", l[1], cl, false)
			add(m[1], m[2], cl, true)
			continue
		}
		// "two men and a woman": the first number is a part.
		if len(attackersHere.FindAllString(cl.text, -1)) <= 1 {
			add(m[1], m[2], cl, false)
		}
	}
	for _, cl := range clauses(c.Locator + "; " + c.Notes) {
		for _, at := range attackersThere.FindAllStringSubmatchIndex(cl.text, -1) {
			m := attackersThere.FindStringSubmatch(cl.text[at[0]:at[1]])
			// The number of the dead attackers has a column of its own, and "one attacker's name" counts nobody.
			own := strings.HasPrefix(cl.text[at[1]:], "'") || strings.HasPrefix(cl.text[at[1]:], "’")
			if m != nil && m[3] == "" && !own && parseNumeral(m[2]) != c.KilledPerpetrators && !ofVictim.MatchString(cl.text) && !strings.HasPrefix(strings.ToLower(m[2]), "a") {
				add(m[1], m[2], cl, false)
			}
		}
	}
	return out
}

var (
	ageYears  = regexp.MustCompile(`(?i)\b(\d{1,2})[ -]years?[ -]old\b`)
	agedRange = regexp.MustCompile(`(?i)\baged\s+(\d{1,2})\s*(?:-|–|to)\s*(\d{1,2})\b`)
	agedList  = regexp.MustCompile(`(?i)\baged\s+(\d{1,2})(?:\s+and\s+(\d{1,2}))?\b`)
	oldest    = regexp.MustCompile(`(?i)\boldest(?:\s+(?:was|is|aged))?\s+(\d{1,2})\b`)
	youngest  = regexp.MustCompile(`(?i)\byoungest(?:\s+(?:was|is|aged))?\s+(\d{1,2})\b`)
	ofPerson  = regexp.MustCompile(`(?i)\b` + attackerNoun + `\b|\bsuspects?\b`)
	notFirst  = regexp.MustCompile(`(?i)\b(?:first|initially|at first|earlier|previously|formerly)\b`)
)

// ages reads the ages of the attackers. A range has the youngest and the oldest; Low is NaN-free only where both ends are
// stated: "oldest 17" leaves the youngest open.
func ages(c *claim.Incident) []*Value {
	var out []*Value
	read := func(cl clause) {
		v := &Value{Claim: c, FromText: true, Voice: cl.voice, Earlier: notFirst.MatchString(cl.text), Number: math.NaN()}
		set := func(text string, low, high float64) {
			if v.Text == "" {
				v.Text, v.Low, v.High = text, low, high
				out = append(out, v)
			}
		}
		if m := agedRange.FindStringSubmatch(cl.text); m != nil {
			set(m[1]+" to "+m[2], parseNumeral(m[1]), parseNumeral(m[2]))
		}
		if m := oldest.FindStringSubmatch(cl.text); m != nil {
			set("oldest "+m[1], math.Inf(-1), parseNumeral(m[1]))
		}
		if m := youngest.FindStringSubmatch(cl.text); m != nil {
			set("youngest "+m[1], parseNumeral(m[1]), math.Inf(1))
		}
		if m := agedList.FindStringSubmatch(cl.text); m != nil {
			a := parseNumeral(m[1])
			if m[2] == "" {
				if v.Text == "" {
					v.Number = a
				}
				set(m[1], a, a)
			} else {
				b := parseNumeral(m[2])
				set(num(min(a, b))+" and "+num(max(a, b)), min(a, b), max(a, b))
			}
		}
		if m := ageYears.FindStringSubmatch(cl.text); m != nil && len(ageYears.FindAllString(cl.text, -1)) == 1 {
			if v.Text == "" {
				v.Number = parseNumeral(m[1])
			}
			set(m[1], parseNumeral(m[1]), parseNumeral(m[1]))
		}
	}
	for _, cl := range clauses(c.Perpetrators) {
		read(cl)
	}
	for _, cl := range clauses(c.Locator + "; " + c.Notes) {
		if ofPerson.MatchString(cl.text) {
			read(cl)
		}
	}
	return out
}

// agesAgree reports whether two readings of the attackers' ages can both be right: ranges by both ends that are stated,
// single ages by equality or by lying inside a range.
func agesAgree(a, b *Value) bool {
	single := func(v *Value) bool { return !math.IsNaN(v.Number) }
	switch {
	case single(a) && single(b):
		return a.Number == b.Number
	case single(a):
		return a.Number >= b.Low && a.Number <= b.High
	case single(b):
		return b.Number >= a.Low && b.Number <= a.High
	}
	same := func(x, y float64) bool { return math.IsInf(x, 0) || math.IsInf(y, 0) || x == y }
	return same(a.Low, b.Low) && same(a.High, b.High)
}

var (
	born      = regexp.MustCompile(`(?i)\b(?:born(?:\s+in)?|b\.|birth year(?:\s+given as)?)\s+(\d{4})\b`)
	birthSlip = regexp.MustCompile(`(?i)\bbirth year\s+(?:was\s+)?(?:corrected|changed|revised)\s+from\s+(\d{4})\s+to\s+(\d{4})\b`)
)

// birthYears reads the year of birth of the one attacker.
func birthYears(c *claim.Incident) []*Value {
	var out []*Value
	add := func(year string, earlier bool) {
		n := parseNumeral(year)
		out = append(out, &Value{Claim: c, Text: year, Number: n, Low: n, High: n, FromText: true, Earlier: earlier})
	}
	for _, t := range []string{c.Perpetrators, c.Locator, c.Notes} {
		if m := birthSlip.FindStringSubmatch(t); m != nil {
			add(m[1], true)
			add(m[2], false)
		}
		if all := born.FindAllStringSubmatch(t, -1); len(all) == 1 {
			add(all[0][1], false)
		}
	}
	return out
}
