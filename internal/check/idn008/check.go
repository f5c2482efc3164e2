package idn008

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/roster"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	for _, x := range p.Case.Roster.People {
		told(p, "death_detail", "the manner of death", x.Manners(), true)
		told(p, "locator", "the birthplace", x.Birthplaces(), false)
		told(p, "name_in_source", "the patronymic", x.Patronymics(), false)
		told(p, "name_in_source", "the given name", x.GivenNames(), false)
		for _, d := range x.Starts() {
			f := citing.Finding("from", citing.All(d.Claims)...)
			f.Key = "from " + d.Values[0]
			f.Message = fmt.Sprintf("claims date the beginning of this person's time with one group to %s", wording.List(d.Values, 6))
			f.Why = roster.Gap(d.Apart)
			f.Help = "look whether one claim speaks of joining and the other of a post"
			f.Found = wording.List(d.Values, 6)
			f.Confidence = 0.7
			f.Weight = float64(d.Apart)
			p.Report(f)
		}
		if list := x.LedToDeath(); list != nil {
			f := citing.Finding("role", citing.All(list)...)
			f.Key = "to"
			f.Message = fmt.Sprintf("this person is called a leader of the group at the reported death (%s), while another claim ends that time in %s", list[0].Death.Text, list[1].To.Text)
			f.Why = "the first claim gives no end of the office, and the end in the other is not the death"
			f.Help = "write \"former\" where the office had ended, or correct its end"
			f.Confidence = 0.7
			p.Report(f)
		}
		for _, t := range p.Case.Roster.TwoGroups(x) {
			f := citing.Finding("from", citing.All(t.Claims)...)
			f.Key = t.Groups[0] + " and " + t.Groups[1]
			f.Message = fmt.Sprintf("claims put this person in %s and %s at one time", t.Groups[0], t.Groups[1])
			f.Why = "by the claims the time in one began before that in the other had ended, and neither group is said to be part of the other"
			f.Help = "look which date is that of a post and which that of a change of side"
			f.Severity, f.Confidence = check.Note, 0.6
			p.Report(f)
		}
	}
}

// told reports a detail that claims tell in several ways. Values that may name or identify a person are not printed.
func told(p *check.Pass, column, what string, list []roster.Telling, show bool) {
	if len(list) == 0 {
		return
	}
	f := citing.Finding(column, citing.All(roster.All(list))...)
	f.Key = what
	f.Message = fmt.Sprintf("claims give %s of this person in %d ways", what, len(list))
	if show {
		var values []string
		for _, t := range list {
			values = append(values, fmt.Sprintf("%s (%s)", t.Value, wording.Count(len(t.Claims), "claim")))
		}
		f.Message += ": " + wording.List(values, 5)
	}
	f.Why = fmt.Sprintf("%s from %s", wording.Count(len(roster.All(list)), "claim"), wording.Count(roster.Origins(p.Case.Evidence, roster.All(list)), "origin"))
	f.Help = "keep both with their sources; ask whether these are two persons"
	f.Weight = float64(len(list))
	p.Report(f)
}
