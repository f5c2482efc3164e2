// Package att004 finds times and places in which the share of unidentified perpetrators jumps.
package att004

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule reports jumps of the share of unidentified perpetrators, and stretches in which hardly any is identified.
var Rule = &check.Rule{
	Code:       "ATT004",
	Name:       "sole-unknown-share",
	Title:      "the share of unidentified perpetrators jumps",
	Severity:   check.Warning,
	Confidence: 0.9,
	Method:     check.Statistical,
	Doc: check.Doc{
		Why: "When more perpetrators become \"unidentified\", every named group seems to act less. The cause may be a change of " +
			"sources or of coding rules as well as one on the ground. Counts of one group over time, or maps of it, then show the " +
			"dataset rather than the group. In GTD 732 of 803 attacks in Russia in 2010-2015 name nobody: no trend of any group " +
			"can be read there.",
		How: "A row is unidentified where its perpetrator is (GTD: Unknown), or where either actor is (ACLED: Unidentified …). " +
			"Shares are compared between consecutive years, for the dataset and for each country, and between each first-level " +
			"unit and the rest of its country, by the two-proportion z test; Holm's correction over all tests of the dataset at " +
			"0.01. Reported is only a difference of at least 20 points with at least 50 rows on either side. A jump between two years is a " +
			"warning if it is sharp (30 points or more), else a note. Units are one note per country that names those that differ, " +
			"since who acts differs from place to place. Years in a row in which more than 80 % of a country's events are " +
			"unidentified are one note per country too. The 20 largest are told, warnings first, and the rest counted in one note.",
		FalseAlarms: "The jump itself is real; that it is an artefact is not proven by it. New armed actors, a change of tactics (bombs " +
			"without claim) or a ceasefire change the share too. Regions differ for good reasons.",
		Fix: "Look for a change of source, vendor or codebook at that date. Treat unidentified events as a stratum of their own, " +
			"and give bounds with all and with none of them assigned to the group.",
		Literature: []string{
			"Human Rights Data Analysis Group (HRDAG). Practice of estimating attributed and unidentified killings as separate strata. https://hrdag.org",
			"Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6(2): 65-70. https://www.jstor.org/stable/4615733",
		},
		Before: "year,events,unidentified\n2011,800,160\n2012,820,533\n",
		After:  "year,events,unidentified\n2011,800,160\n2012,820,172\n",
	},
	Options: []check.Option{
		{Name: "effect", Default: 0.2, Doc: "least difference of shares that is reported"},
		{Name: "sharp", Default: 0.3, Doc: "least difference of shares between two years that is a warning rather than a note"},
		{Name: "rows", Default: 50, Doc: "least number of rows on either side of a comparison"},
		{Name: "level", Default: 0.01, Doc: "level of significance after correction"},
		{Name: "coverage", Default: 0.8, Doc: "share of unidentified rows over which a stretch of years is noted"},
		{Name: "most", Default: 20, Doc: "greatest number of findings; the rest is counted in one"},
	},
	Needs: []record.Role{record.RoleActor1},
	Applies: func(p *check.Pass) string {
		switch {
		case p.Data.Format.ID == "ged":
			return "UCDP GED holds only events whose sides are known"
		case p.Data.Role(record.RoleActor1).Storage != record.Coded:
			return "the actors are not labels"
		case p.Data.Events == nil || p.Data.Events.When == nil:
			return "no dates"
		}
		return ""
	},
	Check: run,
	Plant: plant,
}
