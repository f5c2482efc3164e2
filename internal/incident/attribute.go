package incident

import (
	"regexp"
	"strings"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
)

// Words of texts about who did it.
var (
	unclaimed = regexp.MustCompile(`(?i)^(?:none|nobody|no one|no claim|no group|unclaimed|not claimed)\b|\b(?:did not|has not|have not|had not|never|not yet|not)\s+(?:yet\s+)?claim(?:ed)?\b`)
	unstated  = regexp.MustCompile(`(?i)^(?:none|not)\s+(?:stated|given|named|known|mentioned)\b`)
	byOthers  = regexp.MustCompile(`(?i)^(?:attributed|ascribed|linked)\s+to\b`)
	initial   = regexp.MustCompile(`(?i)\b(?:at first|first|initially|initial|at that time|as of|so far|yet|early)\b`)
	hedged    = regexp.MustCompile(`(?i)\b(?:unverified|no evidence|no proof|without evidence|without proof|unevidenced|assum\w+|suspect\w*|affiliated|linked|pledge\w*|believed|alleged\w*|probably|possibly|presumably|may be|reluctant|supporter)\b`)
	denial    = regexp.MustCompile(`(?i)\bno\s+(?:\w+\s+)?(?:evidence|proof|signs?|indications?|links?|traces?|connection)\b|\bnot\s+(?:\w+\s+)?(?:involved|linked|accurate|credible|behind|responsible|true|an?\s+attack|terroris\w+)\b|\bden(?:y|ies|ied|ial)\b|\bdismiss\w*|\breject\w*|\brather than\b|\bneither\b.*\bcredible\b|\brul(?:e|ed|es) out\b|\bnot treated as\b|\breluctant\b`)
	unsettled = regexp.MustCompile(`(?i)\b(?:had|have|has|did) not (?:yet )?(?:confirm\w*|establish\w*)`)
	accident  = regexp.MustCompile(`(?i)\bgas\b|\bleak\b|\btechnical (?:fault|failure|problem)|\baccident\b|\bmalfunction|\bshort circuit|\bcanister\b|\bnatural causes?\b`)
	crime     = regexp.MustCompile(`(?i)\b(?:ordinary|common|domestic) crime\b|\bhooligan\w*|\battempted murder\b|\bmurder case\b|\bnot treated as terroris\w+|\bpersonal (?:motive|quarrel|grudge)|\bmental(?:ly)? ill\w*|\brobbery\b`)
	perBody   = regexp.MustCompile(`(?i)\b(?:per|according to)\s+(?:\w+\s+){0,3}?(?:law enforcement|investigat\w+|police|authorit\w+|officials?|ministry|prosecutors?|government|court)\b`)
	inParens  = regexp.MustCompile(`\([^)]*\)`)
)

// camps are kinds of actors that a text can name without naming a group, and that exclude each other unless the group's
// own name has the word.
var camps = []struct {
	words *regexp.Regexp
	name  string
}{
	{regexp.MustCompile(`(?i)\bneo-?nazis?\b|\bnationalists?\b|\bfar[- ]right\b|\bfascists?\b|\bwhite suprem\w+|\bskinheads?\b`), "the far right"},
	{regexp.MustCompile(`(?i)\banarchists?\b|\bcommunists?\b|\bmaoists?\b|\bleftists?\b|\bfar[- ]left\b`), "the far left"},
	{regexp.MustCompile(`(?i)\borganis?z?ed crime\b|\bmafia\b|\bdrug (?:cartels?|gangs?)\b|\bcartels?\b`), "organised crime"},
}

// attribute reads who is said to be behind the incident, by whom, and who denies it.
func (in *Incident) attribute(n *names) {
	for _, c := range in.Claims {
		in.claimedBy(n, c)
		in.attributedTo(n, c)
		in.described(n, c)
	}
	in.contest()
}

// naming adds a statement about a group.
func (in *Incident) naming(g Group, s Naming) {
	for _, a := range in.Attribution {
		if a.Group.Key == g.Key {
			a.Namings = append(a.Namings, &s)
			return
		}
	}
	in.Attribution = append(in.Attribution, &Attribution{Group: g, Namings: []*Naming{&s}})
}

func (in *Incident) claimedBy(n *names, c *claim.Incident) {
	text := c.ClaimedBy
	if text == "" || unstated.MatchString(text) {
		return
	}
	s := Naming{Claim: c, Voice: Self, Text: text, Column: "claimed_by", Weak: hedged.MatchString(text)}
	found := n.find(inParens.ReplaceAllString(text, " "))
	if unclaimed.MatchString(text) {
		s.Denied, s.Reason, s.Initial, s.Voice, s.Weak = true, "not claimed", initial.MatchString(text), Others, false
		if len(found) == 0 {
			in.Denials = append(in.Denials, &s)
		}
		for _, g := range found {
			in.naming(g, s)
		}
		return
	}
	if byOthers.MatchString(text) {
		s.Voice, s.Weak = Others, false
		if c.AttributedTo != "" {
			s.Voice = Authorities
		}
	}
	if len(found) == 0 {
		if g, ok := proper(text); ok {
			found = append(found, g)
		}
	}
	for i, g := range found {
		if i == 0 || g.Family != found[0].Family && s.Voice != Self {
			in.naming(g, s)
		}
	}
}

func (in *Incident) attributedTo(n *names, c *claim.Incident) {
	for _, cl := range clauses(c.AttributedTo) {
		s := Naming{
			Claim: c, Voice: Authorities, Text: c.AttributedTo, Column: "attributed_by_authorities_to",
			Initial: initial.MatchString(cl.text), Weak: hedged.MatchString(cl.text),
		}
		found := n.find(cl.text)
		s.Reason = against(cl.text)
		s.Denied = s.Reason != ""
		if s.Denied {
			s.Weak = strings.Contains(strings.ToLower(cl.text), "reluctant") || s.Reason == UnsettledReason
			if len(found) == 0 {
				in.Denials = append(in.Denials, &s)
			}
		}
		for _, g := range found {
			in.naming(g, s)
		}
	}
}

// UnsettledReason is the reason of statements that the cause is open.
const UnsettledReason = "the cause not established"

// against returns what a text says instead of an attribution, "" where it does not speak against one.
func against(text string) string {
	switch {
	case accident.MatchString(text):
		return "an accident"
	case crime.MatchString(text):
		return "an ordinary crime"
	}
	for _, k := range camps {
		if k.words.MatchString(text) {
			return k.name
		}
	}
	switch {
	case denial.MatchString(text):
		return "denied"
	case unsettled.MatchString(text):
		return UnsettledReason
	}
	return ""
}

// described reads the perpetrators as the source itself describes them.
func (in *Incident) described(n *names, c *claim.Incident) {
	text := c.Perpetrators
	if text == "" || strings.Contains(text, "(claim") {
		return
	}
	s := Naming{Claim: c, Voice: Others, Text: text, Column: "perpetrators_as_claimed", Weak: hedged.MatchString(text)}
	if perBody.MatchString(text) {
		s.Voice = Authorities
	}
	if evidence.KindOf(c.Source) == evidence.Party {
		s.Voice = Self
	}
	for _, g := range n.find(text) {
		in.naming(g, s)
	}
}
