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
		for _, d := range x.Starts() {
			f := citing.Finding("from", citing.All(d.Claims)...)
			f.Key = "from " + d.Values[0]
			f.Message = fmt.Sprintf("claims date the beginning of this person's time with one group to %s", wording.List(d.Values, 6))
			f.Why = fmt.Sprintf("the dates cannot all be right: read as closely as their precision allows, they still lie up to %s apart", wording.Count(d.Apart, "day"))
			f.Help = "look whether one claim speaks of joining and the other of a post"
			f.Found = wording.List(d.Values, 6)
			f.Confidence = 0.7
			f.Weight = float64(d.Apart)
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
