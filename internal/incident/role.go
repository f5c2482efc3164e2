package incident

import (
	"math"
	"regexp"
	"strings"

	"github.com/assaydata/assay/internal/claim"
)

// Role words of victims. An abbreviation before "officer" or "member" names a service.
var (
	roleWords = regexp.MustCompile(`(?i)\b(border[ -]?(?:guards?|police(?:m[ae]n)?|troops)|police(?:m[ae]n| officers?)?|soldiers?|servicem[ae]n|troops|guardsm[ae]n|tourists?|civilians?|worshippers?|passengers?|bystanders?|doctors?|teachers?|firefighters?|journalists?|aid workers?|peacekeepers?)\b`)
	service   = regexp.MustCompile(`\b([A-Z]{2,6})\s+(?:[a-z]+\s+)?(?:officers?|members?|agents?|employees?|operatives?)\b`)
	ofVictim  = regexp.MustCompile(`(?i)\b(?:killed|dead|died|victims?|slain|murdered)\b`)
	firstThen = regexp.MustCompile(`(?i)\bfirst\b.*?,\s*(?:later|then)\b`)
)

// roleClasses brings spellings together. A role that is not listed is its own class.
var roleClasses = []struct {
	words *regexp.Regexp
	class string
	force bool // of the security forces
}{
	{regexp.MustCompile(`(?i)^border`), "border guard", true},
	{regexp.MustCompile(`(?i)^polic`), "police", true},
	{regexp.MustCompile(`(?i)^(?:soldier|servicem|troops|guardsm|peacekeeper)`), "soldier", true},
	{regexp.MustCompile(`(?i)^tourist`), "tourist", false},
	{regexp.MustCompile(`(?i)^civilian`), "civilian", false},
}

// Role returns the class of a victim's role, and whether it is one of the security forces.
func Role(word string) (class string, force bool) {
	for _, r := range roleClasses {
		if r.words.MatchString(word) {
			return r.class, r.force
		}
	}
	if strings.ToUpper(word) == word {
		return "member of a service (" + word + ")", true
	}
	return strings.ToLower(strings.TrimSuffix(word, "s")), false
}

// victimRoles reads who the dead were, from the texts that speak of the dead and from the columns: a row that counts dead
// of one kind only says what they were. Number is 1 for the security forces and 0 for others.
func victimRoles(c *claim.Incident) []*Value {
	var out []*Value
	add := func(word, voice string, earlier bool) {
		class, force := Role(word)
		v := &Value{Claim: c, Text: class, FromText: true, Voice: voice, Earlier: earlier, Low: math.NaN(), High: math.NaN()}
		if force {
			v.Number = 1
		}
		for _, o := range out {
			if o.Text == v.Text {
				return
			}
		}
		out = append(out, v)
	}
	for _, cl := range clauses(c.Locator + "; " + c.Notes) {
		if !ofVictim.MatchString(cl.text) {
			continue
		}
		text := cl.text
		if m := firstThen.FindString(text); m != "" {
			roles(m, func(w string) { add(w, cl.voice, true) })
			text = text[strings.Index(text, m)+len(m):]
		}
		roles(text, func(w string) { add(w, cl.voice, false) })
	}
	return out
}

func roles(text string, found func(string)) {
	for _, m := range service.FindAllStringSubmatch(text, -1) {
		found(m[1])
	}
	for _, m := range roleWords.FindAllString(service.ReplaceAllString(text, ""), -1) {
		found(m)
	}
}
