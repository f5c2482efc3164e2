package con001

import (
	"fmt"
	"math"
	"regexp"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/incident"
	"github.com/assaydata/assay/internal/wording"
)

// parts are the fields of the dead; the total is told only where none of them is.
var parts = []string{incident.KilledCivilians, incident.KilledSecurity, incident.KilledPerpetrators}

var what = map[string]string{
	incident.KilledCivilians: "killed civilians", incident.KilledSecurity: "killed security forces",
	incident.KilledPerpetrators: "killed perpetrators", incident.Injured: "the injured", incident.TotalDead: "all dead",
}

func run(p *check.Pass) {
	for _, in := range p.Case.Incidents.Incidents {
		told := false
		for _, name := range append(append([]string(nil), parts...), incident.Injured) {
			f := in.Field(name)
			if f == nil || f.Verdict != incident.Contested && f.Verdict != incident.Growing {
				continue
			}
			told = told || name != incident.Injured
			if f.Verdict == incident.Contested {
				report(p, in, f)
			}
		}
		if f := in.Field(incident.TotalDead); f != nil && f.Verdict == incident.Contested && !told {
			report(p, in, f)
		}
	}
}

func report(p *check.Pass, in *incident.Incident, f *incident.Field) {
	x := citing.Finding(f.Column(), citing.All(f.Weakest())...)
	low, high := span(f)
	x.Message = fmt.Sprintf("%s: sources give %s as the number of %s (%s)", in.Key, wording.List(f.Texts(), 6), what[f.Name], f.Say())
	x.Key = f.Name
	x.Found, x.Expected = wording.Num(low)+" to "+wording.Num(high), "one number, or numbers that can all be right"
	x.Weight = (high - low) / max(1, high)
	x.Why = support(f)
	x.Help = "decide by the independent origins and by what each source counts, or keep the range"
	switch reason := excuse(in, f, low, high); {
	case reason != "":
		x.Severity, x.Confidence = check.Warning, 0.85
		x.Why += "; " + reason
	case low >= 50 && high-low <= 0.02*high:
		x.Severity = check.Note
		x.Why += "; the difference is small against the number"
	case f.Name == incident.Injured:
		x.Severity = check.Warning
		x.Why += "; numbers of the injured change with what counts as an injury and when it was counted"
	}
	p.Report(x)
}

func span(f *incident.Field) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, p := range f.Positions {
		low, high = min(low, p.Values[0].Number), max(high, p.Values[0].Number)
	}
	return low, high
}

// support says how many origins stand behind the positions.
func support(f *incident.Field) string {
	var out []string
	for _, p := range f.Positions {
		out = append(out, fmt.Sprintf("%s by %s", p.Text, wording.Count(p.Origins, "independent origin")))
	}
	return wording.List(out, 8)
}

var slip = regexp.MustCompile(`(?i)\btranslat\w*\s+(?:error|slip|mistake)|\bmistranslat\w+`)

var both = regexp.MustCompile(`(?i)^(?:two|three|both|several) (?:attacks|incidents|events)\b|\b(?:both|two|all) (?:attacks|incidents|events) (?:\w+ )?(?:counted|taken|added) together\b`)

// undated reports whether every two values that contradict each other have a source without a date on one side.
func undated(f *incident.Field) bool {
	for i, a := range f.Values {
		for _, b := range f.Values[:i] {
			if !incident.Compatible(a, b) && a.Claim.Source.Date.Known() && b.Claim.Source.Date.Known() {
				return false
			}
		}
	}
	return true
}

// agreeWithout reports whether the other claims agree once one is left out.
func agreeWithout(f *incident.Field, c *claim.Incident) bool {
	for i, a := range f.Values {
		for _, b := range f.Values[:i] {
			if a.Claim != c && b.Claim != c && !incident.Compatible(a, b) {
				return false
			}
		}
	}
	return true
}

// excuse returns a reason why the values may be told apart without a source being wrong about the event.
func excuse(in *incident.Incident, f *incident.Field, low, high float64) string {
	if undated(f) {
		return "the values that differ stand against sources without a date, so that growth over time cannot be ruled out"
	}
	for _, c := range f.Claims() {
		if !agreeWithout(f, c) {
			continue
		}
		if both.MatchString(c.Kind) || both.MatchString(c.Locator) || both.MatchString(c.Notes) {
			return fmt.Sprintf("%s counts more than one attack together", c.ID)
		}
		if slip.MatchString(c.Status) || slip.MatchString(c.Notes) {
			return fmt.Sprintf("the coder of %s suspects an error of translation", c.ID)
		}
	}
	if f.Name != incident.KilledCivilians && f.Name != incident.TotalDead || low == 0 {
		return ""
	}
	if k := in.Field(incident.KilledPerpetrators); k != nil {
		for _, p := range k.Positions {
			if n := p.Values[0].Number; n > 0 && n == high-low {
				return "the difference is the number of attackers killed, so that the highest number may count them"
			}
		}
	}
	return ""
}
