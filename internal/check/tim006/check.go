package tim006

import (
	"fmt"
	"regexp"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/incident"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	for _, in := range p.Case.Incidents.Incidents {
		if f := in.Field(incident.Date); f != nil && f.Verdict == incident.Contested {
			report(p, in, f)
		}
	}
}

func report(p *check.Pass, in *incident.Incident, f *incident.Field) {
	// Dates that contradict none of the others (a month that holds all of the days) are not part of it.
	var part []*claim.Incident
	var positions []incident.Position
	first, last := record.Day(0), record.NoDay
	for i := len(f.Positions) - 1; i >= 0; i-- {
		pos := f.Positions[i]
		if !contradicts(pos, f.Positions) {
			continue
		}
		positions = append([]incident.Position{pos}, positions...)
		d := pos.Values[0].Date
		if last == record.NoDay {
			first, last = d.Last, d.First
		}
		first, last = min(first, d.Last), max(last, d.First)
		for _, v := range pos.Values {
			part = append(part, v.Claim)
		}
	}
	days := int(last - first)
	x := citing.Finding(f.Column(), citing.All(part)...)
	said, texts := "", []string(nil)
	for i, pos := range positions {
		if i > 0 {
			said += "; "
		}
		said += pos.Say()
		texts = append(texts, pos.Text)
	}
	x.Message = fmt.Sprintf("%s: sources date it %s apart (%s)", in.Key, wording.Count(days, "day"), said)
	x.Why = fmt.Sprintf("%s by %s, the others by fewer", positions[0].Text, wording.Count(positions[0].Origins, "independent origin"))
	x.Help = "settle the local date from the source closest to the event; a night attack is an interval of two days"
	x.Found, x.Expected = wording.List(texts, 6), "one date"
	x.Weight = float64(days)
	if len(positions) > 1 && positions[1].Origins == positions[0].Origins {
		x.Why = fmt.Sprintf("%s and %s have the same number of independent origins, %d", positions[0].Text, positions[1].Text, positions[0].Origins)
	}
	if days <= 1 {
		x.Severity = check.Warning
		x.Why += "; one day apart is usual for attacks at night, for other time zones and for the date of the report taken for that of the event"
	}
	if c := nightly(part); c != nil {
		x.Why += fmt.Sprintf("; the remark on %s speaks of the time of day or of a time zone", c.ID)
	}
	p.Report(x)
}

func contradicts(p incident.Position, all []incident.Position) bool {
	for _, o := range all {
		if !p.Values[0].Date.Overlaps(o.Values[0].Date) {
			return true
		}
	}
	return false
}

var night = regexp.MustCompile(`(?i)\b(?:night|midnight|overnight|GMT|UTC|local time|yesterday|time zone|evening|early hours|\d{1,2}:\d{2})\b`)

// nightly returns a claim whose remark explains a day's difference.
func nightly(list []*claim.Incident) *claim.Incident {
	for _, c := range list {
		if night.MatchString(c.Locator) || night.MatchString(c.Notes) {
			return c
		}
	}
	return nil
}
