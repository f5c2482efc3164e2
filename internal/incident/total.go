package incident

import (
	"math"
	"regexp"
	"strings"

	"github.com/assaydata/assay/internal/claim"
)

var (
	totalWord  = regexp.MustCompile(`(?i)\btotal(?:\s+of)?[:\s]+(?:` + boundWord + `\s+)?` + numeral + `\b`)
	deadNumber = regexp.MustCompile(`(?i)(?:\b` + boundWord + `\s+)?\b` + numeral + `\s+(?:people\s+|persons\s+)?(?:dead|deaths|lives|killed)\b(.{0,32})`)
	withThem   = regexp.MustCompile(`(?i)\b` + numeral + `\s+incl(?:uding|\.)?\s+(?:the\s+)?` + attackerNoun)
	without    = regexp.MustCompile(`(?i)^\s*(?:besides|apart from|excluding|other than|not counting|by\b)`)
	including  = regexp.MustCompile(`(?i)^[^;]{0,12}\bincl(?:uding|\.)?\s+(?:the\s+|\w+\s+)?` + attackerNoun)
	moreParts  = regexp.MustCompile(`(?i)^\s*(?:and\b|,)?\s*(?:` + numeral + `)\s+\w*\s*(?:officers?|police\w*|soldiers?|civilians?)\s+killed`)
)

// totals reads the number of all dead, attackers with them where the text or the row says so: as stated in a text, else
// as the sum of the columns of the dead where victims and attackers are both given.
func totals(c *claim.Incident) []*Value {
	sum, full := sumDead(c)
	var out []*Value
	add := func(bound, word string, cl clause, includes bool) {
		n := parseNumeral(word)
		// A total below the row's own sum speaks of a part, or repeats somebody else.
		if math.IsNaN(n) || n < sum || strings.HasPrefix(strings.ToLower(word), "a") {
			return
		}
		v := &Value{Claim: c, Number: n, FromText: true, Voice: cl.voice, Includes: includes}
		v.Low, v.High = bounds(bound, n)
		v.Text = strings.TrimSpace(strings.ToLower(bound) + " " + num(n))
		if len(out) == 0 {
			out = append(out, v)
		}
	}
	for _, t := range []string{c.Locator, c.Notes, c.Perpetrators} {
		for _, cl := range clauses(t) {
			if m := totalWord.FindStringSubmatch(cl.text); m != nil {
				add(m[1], m[2], cl, false)
			}
			if m := withThem.FindStringSubmatch(cl.text); m != nil {
				add("", m[1], cl, true)
			}
			if cl.voice != "" {
				continue // one party's number, or one body's; not the total of the source
			}
			for _, m := range deadNumber.FindAllStringSubmatch(cl.text, -1) {
				if !without.MatchString(m[3]) && !moreParts.MatchString(m[3]) {
					add(m[1], m[2], cl, including.MatchString(m[3]))
				}
			}
		}
	}
	if len(out) == 0 && full {
		out = append(out, &Value{Claim: c, Text: num(sum), Number: sum, Low: sum, High: sum, Sum: true, Includes: true})
	}
	return out
}

// sumDead adds the dead of a row's columns. It is full where victims and attackers are both given, so that the sum is a
// total and not a part.
func sumDead(c *claim.Incident) (sum float64, full bool) {
	victims := false
	for _, n := range []float64{c.KilledCivilians, c.KilledSecurity} {
		if !math.IsNaN(n) {
			sum += n
			victims = victims || n > 0
		}
	}
	if math.IsNaN(c.KilledPerpetrators) {
		return sum, false
	}
	return sum + c.KilledPerpetrators, victims
}

// totalsAgree compares totals. A text that does not say whether it counts the attackers may mean the victims only, so that
// it agrees with a sum of the columns if either the victims or all dead of that row fit.
func totalsAgree(a, b *Value) bool {
	if a.Sum == b.Sum || a.Includes && b.Includes {
		return a.compatible(b)
	}
	if b.Sum {
		a, b = b, a // a is the sum
	}
	victims := a.Low - a.Claim.KilledPerpetrators
	return a.compatible(b) || victims <= b.High && b.Low <= victims
}
