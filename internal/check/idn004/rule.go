// Package idn004 finds one actor under several labels that differ only in how they are written.
package idn004

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule reports pairs of actor labels that are spellings of one another.
var Rule = &check.Rule{
	Code:       "IDN004",
	Name:       "actor-alias",
	Title:      "one actor under two spellings",
	Severity:   check.Warning,
	Confidence: 0.95,
	Method:     check.Deterministic,
	Doc: check.Doc{
		Why: "Everything that is counted by actor splits when its label is written in two ways: a group loses events, a dyad " +
			"becomes two, and a network gets a node that does not exist. GTD 1970-2015 holds one bombing on two rows whose town is " +
			"written in two ways; labels of actors suffer in the same manner.",
		How: "All labels of the two actor columns are compared with each other. Two labels are spellings of one another if they are " +
			"equal after letter case, diacritics, spaces and punctuation are taken away; or if they differ in one letter (changed, " +
			"added, left out, or two swapped), are at least 12 letters long, and the rarer stands in at most 2 % of the rows of the " +
			"other. A difference in a digit, in a word of fewer than five letters, or between two words that are both frequent in " +
			"the labels (Yemen, Yemeni) does not count. One finding per pair, at the first row of the rarer label. Where more pairs " +
			"than the option allows differ only in letter case or spaces, the dataset does not keep to one way of writing, and one " +
			"note gathers them. Labels are quoted only where a format names groups in them (ACLED, UCDP GED, GTD), since those of " +
			"other tables may name persons.",
		FalseAlarms: "Two groups may really have names that differ in one letter; the second kind of finding carries a lower confidence for " +
			"that reason. Groups that changed their name altogether are not found here, see ATT003.",
		Fix: "Put the rarer label right where it stands for the same actor.",
		Literature: []string{
			"Damerau, F. J. (1964). A technique for computer detection and correction of spelling errors. Communications of the ACM 7(3): 171-176. https://doi.org/10.1145/363958.363994",
		},
		Before: "event_date,actor1\n2012-05-03,Freedonia Liberation Front\n2012-05-09,Freedonia  liberation front\n2012-06-01,Freedonia Libration Front\n",
		After:  "event_date,actor1\n2012-05-03,Freedonia Liberation Front\n2012-05-09,Freedonia Liberation Front\n2012-06-01,Freedonia Liberation Front\n",
	},
	Options: []check.Option{
		{Name: "habit", Default: 5, Doc: "greatest number of pairs that differ only in letter case or spaces to be told one by one"},
		{Name: "letters", Default: 12, Doc: "least length of a label in letters and digits for a one-letter difference to count"},
		{Name: "share", Default: 0.02, Doc: "greatest ratio of the rows of the rarer label to those of the other for a one-letter difference to count"},
	},
	Needs: []record.Role{record.RoleActor1},
	Applies: func(p *check.Pass) string {
		if p.Data.Role(record.RoleActor1).Storage != record.Coded {
			return "the actors are not labels"
		}
		return ""
	},
	Check: run,
	Plant: plant,
}
