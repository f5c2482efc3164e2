package incident

import (
	"math"
	"regexp"
	"strings"

	"github.com/assaydata/assay/internal/claim"
)

var (
	killedNumber  = regexp.MustCompile(`(?i)(?:\b` + boundWord + `\s+)?\b` + numeral + `\s+(?:[a-z]+\s+){0,2}?(?:killed|dead|died)\b`)
	injuredNumber = regexp.MustCompile(`(?i)(?:\b` + boundWord + `\s+)?\b` + numeral + `\s+(?:[a-z]+\s+){0,2}?(?:wounded|injured|hurt)\b`)
)

// PartyToll is a toll that one row gives in the words of a party to the conflict and in those of others.
type PartyToll struct {
	Claim         *claim.Incident
	Field         string // KilledSecurity or KilledCivilians (whichever the row counts), or Injured
	Party, Others *Value
}

// PartyTolls finds rows whose own text tells a party's number that the authorities, or the row's column, contradict.
func (in *Incident) PartyTolls() []PartyToll {
	var out []PartyToll
	for _, c := range in.Claims {
		dead := victimsKilled(c)
		for _, k := range []struct {
			pattern *regexp.Regexp
			field   string
			column  float64
		}{
			{killedNumber, killedField(c), dead},
			{injuredNumber, Injured, c.Injured},
		} {
			party := textNumber(c, k.pattern, c.ClaimedBy)
			if party == nil || unclaimed.MatchString(c.ClaimedBy) {
				continue
			}
			others := textNumber(c, k.pattern, c.AttributedTo)
			if others == nil && !math.IsNaN(k.column) {
				others = &Value{Claim: c, Number: k.column, Low: k.column, High: k.column, Text: num(k.column)}
			}
			if others != nil && !party.compatible(others) {
				out = append(out, PartyToll{Claim: c, Field: k.field, Party: party, Others: others})
			}
		}
	}
	return out
}

func textNumber(c *claim.Incident, pattern *regexp.Regexp, text string) *Value {
	m := pattern.FindStringSubmatch(text)
	if m == nil {
		return nil
	}
	n := parseNumeral(m[2])
	v := &Value{Claim: c, Number: n, FromText: true, Text: strings.TrimSpace(strings.ToLower(m[1]) + " " + num(n))}
	v.Low, v.High = bounds(m[1], n)
	return v
}

// victimsKilled adds the victims killed that a row counts, NaN where it counts none of either kind.
func victimsKilled(c *claim.Incident) float64 {
	switch {
	case math.IsNaN(c.KilledCivilians):
		return c.KilledSecurity
	case math.IsNaN(c.KilledSecurity):
		return c.KilledCivilians
	}
	return c.KilledCivilians + c.KilledSecurity
}

func killedField(c *claim.Incident) string {
	if c.KilledSecurity > 0 || math.IsNaN(c.KilledCivilians) {
		return KilledSecurity
	}
	return KilledCivilians
}
