package incident

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/wording"
)

// Stance is how a claim stands to the question whether the incident took place.
type Stance string

// The stances.
const (
	Vouches    Stance = "told as a fact"
	Unverified Stance = "told as an unverified claim"
	Doubts     Stance = "disputed"
	Denies     Stance = "told as not having happened"
)

var (
	neverWas   = regexp.MustCompile(`(?i)\b(?:did not|didn't|never)\s+(?:happen(?:ed)?|take place|took place|occur(?:red)?)\b|\bfabricat\w+|\bhoax\b|\binvented\b`)
	otherField = regexp.MustCompile(`(?i)\b(?:attribution|motive|toll|nationality|number|date|place|name|identity|cause)\b.*\b(?:disputed|differs?|contested)\b|\bdisputed\s+(?:attribution|motive|toll|nationality|number|date|place|name|identity)\b`)
	asFact     = regexp.MustCompile(`(?i)\b(?:confirmed|fact|reported|verified|report|established|convicted)\b`)
	notFact    = regexp.MustCompile(`(?i)\b(?:not|un|impossible|hard|never|yet to be)\b`)
	doubted    = regexp.MustCompile(`(?i)\b(?:disputed|contested|doubt\w*|denied|not (?:\w+ )?(?:regarded|considered|treated|seen|suspicious))\b`)
	onlyClaim  = regexp.MustCompile(`(?i)\b(?:claim\w*|unverif\w+|unconfirmed|verify|unevidenced)\b`)
	// An event type such as "claimed arson" is what the group says it was.
	claimedKind = regexp.MustCompile(`(?i)^(?:claimed|alleged|reported)\b`)
	deniedBy    = regexp.MustCompile(`(?i)^\s*den(?:ied|y|ies)\b`)
)

// StanceOf reads how a claim stands to the incident from its status and, where that says nothing, from what it counts.
func StanceOf(c *claim.Incident) Stance {
	s := c.Status
	switch {
	case neverWas.MatchString(s) || neverWas.MatchString(c.Locator):
		return Denies
	case deniedBy.MatchString(c.AttributedTo):
		return Denies
	case otherField.MatchString(s):
		return Vouches
	case asFact.MatchString(s) && !notFact.MatchString(s):
		return Vouches
	case doubted.MatchString(s) && !strings.Contains(strings.ToLower(s), "claim"):
		return Doubts
	case claimedKind.MatchString(c.Kind):
		return Unverified
	case onlyClaim.MatchString(s) || strings.Contains(strings.ToLower(s), "claim"):
		return Unverified
	}
	return Vouches
}

// Victims reports whether any claim counts dead or injured.
func (in *Incident) Victims() bool {
	for _, c := range in.Claims {
		for _, n := range []float64{c.KilledCivilians, c.KilledSecurity, c.KilledPerpetrators, c.Injured} {
			if n > 0 {
				return true
			}
		}
	}
	return false
}

// Stances returns the claims by how they stand to the incident.
func (in *Incident) Stances() map[Stance][]*claim.Incident {
	m := map[Stance][]*claim.Incident{}
	for _, c := range in.Claims {
		s := StanceOf(c)
		m[s] = append(m[s], c)
	}
	return m
}

func (in *Incident) originCount(list []*claim.Incident) int {
	var vs []*Value
	for _, c := range list {
		vs = append(vs, &Value{Claim: c})
	}
	n, _ := originsOf(in.g, vs)
	return n
}

// status derives how sure it is that the incident took place as an attack.
func (in *Incident) status() {
	m := in.Stances()
	vouch, deny := in.originCount(m[Vouches]), in.originCount(m[Denies])
	doubt, claims := in.originCount(m[Doubts]), in.originCount(m[Unverified])
	say := func(n int, what string) {
		if n > 0 {
			verb := " say"
			if n == 1 {
				verb = " says"
			}
			in.Reasons = append(in.Reasons, wording.Count(n, "origin")+verb+" "+what)
		}
	}
	say(vouch, "that it took place")
	say(claims, "only that it was claimed")
	say(doubt, "that it is disputed")
	say(deny, "that it did not happen or is denied")
	accidents := 0
	for _, d := range in.Denials {
		if d.Reason == "an accident" && !d.Initial {
			accidents++
		}
	}
	for _, a := range in.Attribution {
		for _, d := range a.Against() {
			if d.Reason == "an accident" && !d.Initial {
				accidents++
			}
		}
	}
	if accidents > 0 {
		in.Reasons = append(in.Reasons, fmt.Sprintf("%s it an accident", wording.Count(accidents, "claim")+plural(accidents, " calls", " call")))
	}
	if !in.Victims() {
		in.Reasons = append(in.Reasons, "no claim counts a victim")
	}
	switch {
	case deny > 0 && !in.Victims() && vouch <= deny:
		in.Status = DidNotHappen
	case vouch == 0 && doubt == 0 && deny == 0:
		in.Status = ClaimedOnly
	case deny+doubt+accidents > 0:
		in.Status = Disputed
	case vouch >= 2:
		in.Status = Confirmed
	default:
		in.Status = Reported
	}
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

var (
	simpleMeans  = regexp.MustCompile(`(?i)\b(?:knife|knives|stabb\w+|axes?|hatchet|vehicle (?:attack|ramming)|ramming|arson|molotov|petrol bombs?|stones?|machete)\b`)
	complexMeans = regexp.MustCompile(`(?i)\b(?:suicide|car bomb\w*|bombing|IEDs?|raids?|storming|coordinated|aircraft|siege|hostage\w*|explosive belt)\b`)
)

// sophistication decides by the origins that name it; where none does, by the kind of attack that the claims describe.
func (in *Incident) sophistication() {
	var simple, elaborate []*claim.Incident
	for _, c := range in.Claims {
		switch s := strings.ToLower(c.Sophistication); {
		case strings.HasPrefix(s, "rudiment"), strings.HasPrefix(s, "simple"), strings.HasPrefix(s, "unsophist"):
			simple = append(simple, c)
		case strings.HasPrefix(s, "complex"), strings.HasPrefix(s, "sophist"):
			elaborate = append(elaborate, c)
		}
	}
	if len(simple)+len(elaborate) == 0 {
		for _, c := range in.Claims {
			switch {
			case complexMeans.MatchString(c.Kind):
				elaborate = append(elaborate, c)
			case simpleMeans.MatchString(c.Kind):
				simple = append(simple, c)
			}
		}
	}
	a, b := in.originCount(simple), in.originCount(elaborate)
	switch {
	case a > b:
		in.Sophistication = Rudimentary
	case b > a:
		in.Sophistication = Complex
	default:
		in.Sophistication = UnknownSophistication
	}
}

// OccurrenceDisputed reports whether it is disputed that the incident took place at all: some tell it as a fact, others as an
// unverified claim or as not having happened, and no claim counts a victim, whom somebody would have seen.
func (in *Incident) OccurrenceDisputed() bool {
	m := in.Stances()
	return !in.Victims() && len(m[Vouches]) > 0 && len(m[Vouches]) < len(in.Claims)
}
