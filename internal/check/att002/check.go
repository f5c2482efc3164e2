package att002

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/incident"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	for _, in := range p.Case.Incidents.Incidents {
		if in.OccurrenceDisputed() || len(in.Disputes()) > 0 {
			continue
		}
		alone(p, in)
	}
}

// alone reports an incident where every group that claimed it is named by nobody else.
func alone(p *check.Pass, in *incident.Incident) {
	var claims []*claim.Incident
	var names, families []string
	for _, a := range in.Attribution {
		for _, n := range a.Support(incident.Authorities, incident.Others) {
			if !n.Weak {
				return
			}
		}
		self := a.Support(incident.Self)
		if len(self) == 0 {
			continue
		}
		if !slices.Contains(families, a.Group.Family) {
			families = append(families, a.Group.Family)
			names = append(names, a.Group.Name)
		}
		for _, n := range self {
			claims = append(claims, n.Claim)
		}
	}
	if len(claims) == 0 {
		return
	}
	x := citing.Finding("claimed_by", citing.All(claims)...)
	x.Message = fmt.Sprintf("%s: that %s was behind it rests on the group's own claim alone (%s)", in.Key, wording.List(names, 3), cite(claims))
	x.Why = fmt.Sprintf("%s repeat the claim, and no source and no authority names the group in its own words", wording.Count(1+len(x.Related), "row"))
	if len(x.Related) == 0 {
		x.Why = "one row repeats the claim, and no source and no authority names the group in its own words"
	}
	x.Help = "count it for the group only under the reading that takes claims at face value"
	x.Found, x.Expected = "a party's claim", "an origin that is no party"
	x.Weight = float64(1 + len(x.Related))
	x.Severity = check.Note
	for _, c := range claims {
		if bare.MatchString(c.ClaimedBy) || bare.MatchString(c.Status) {
			x.Severity = check.Warning
			x.Why += fmt.Sprintf("; by %s the claim came without evidence or in doubt", c.ID)
			break
		}
	}
	p.Report(x)
}

var bare = regexp.MustCompile(`(?i)\b(?:no|without) (?:evidence|proof)\b|\bunevidenced\b|\bunverified\b|\bclaim doubtful\b|\bassumed\b`)

func cite(list []*claim.Incident) string {
	var out []string
	seen := map[*claim.Incident]bool{}
	for _, c := range list {
		if !seen[c] {
			seen[c] = true
			out = append(out, incident.Cite(c))
		}
	}
	if len(out) > 3 {
		return strings.Join(out[:3], ", ") + fmt.Sprintf(" and %d more", len(out)-3)
	}
	return strings.Join(out, ", ")
}
