package con012

import (
	"fmt"
	"math"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/incident"
)

func run(p *check.Pass) {
	for _, in := range p.Case.Incidents.Incidents {
		if single(in) {
			compare(p, in)
		}
	}
}

// single reports whether most claims that count the victims killed count one.
func single(in *incident.Incident) bool {
	one, all := 0, 0
	for _, c := range in.Claims {
		if n := some(c.KilledCivilians) + some(c.KilledSecurity); n > 0 {
			all++
			if n == 1 {
				one++
			}
		}
	}
	return 2*one > all
}

// some is a count, 0 where it is not stated.
func some(n float64) float64 {
	if math.IsNaN(n) {
		return 0
	}
	return n
}

func compare(p *check.Pass, in *incident.Incident) {
	var civil, force []*claim.Incident
	for _, c := range in.Claims {
		switch {
		case c.KilledCivilians == 1 && !(c.KilledSecurity > 0):
			civil = append(civil, c)
		case c.KilledSecurity == 1 && !(c.KilledCivilians > 0):
			force = append(force, c)
		}
	}
	var said []string
	var claims []*claim.Incident
	f := in.Field(incident.VictimRole)
	// The role in the texts, of the rows that count one victim.
	if f != nil && f.Verdict == incident.Contested && differ(f) {
		var list []string
		for _, pos := range f.Positions {
			if relevant(pos) {
				list = append(list, pos.Say())
			}
		}
		said = append(said, strings.Join(list, "; "))
		for _, v := range f.Values {
			if victims(v.Claim) <= 1 {
				claims = append(claims, v.Claim)
			}
		}
	}
	if len(civil) > 0 && len(force) > 0 {
		said = append([]string{fmt.Sprintf("a civilian: %s; one of the security forces: %s", cite(civil), cite(force))}, said...)
		claims = append(claims, append(force, civil...)...)
	}
	if len(said) == 0 {
		return
	}
	column := "killed_security"
	if len(civil) == 0 || len(force) == 0 {
		column = "locator"
	}
	x := citing.Finding(column, citing.All(claims)...)
	x.Message = fmt.Sprintf("%s: sources differ on who the person killed was: %s", in.Key, strings.Join(said, "; "))
	x.Why = "one victim cannot be counted both as a civilian and as a member of the security forces, nor of two services"
	x.Help = "settle on one role, or keep the role as disputed and out of counts of civilians"
	x.Found, x.Expected = "several roles of one victim", "one role"
	x.Weight = float64(len(claims))
	p.Report(x)
}

func victims(c *claim.Incident) float64 { return some(c.KilledCivilians) + some(c.KilledSecurity) }

func relevant(p incident.Position) bool {
	for _, v := range p.Values {
		if victims(v.Claim) <= 1 {
			return true
		}
	}
	return false
}

// differ reports whether rows that count one victim name two roles.
func differ(f *incident.Field) bool {
	n := 0
	for _, p := range f.Positions {
		if relevant(p) {
			n++
		}
	}
	return n > 1
}

func cite(list []*claim.Incident) string {
	var out []string
	for _, c := range list[:min(2, len(list))] {
		out = append(out, incident.Cite(c))
	}
	s := strings.Join(out, ", ")
	if more := len(list) - len(out); more > 0 {
		s += fmt.Sprintf(" and %d more", more)
	}
	return s
}
