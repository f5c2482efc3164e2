// Package con003 holds rule CON003 (subset-bound): parts that are larger than the whole they belong to.
package con003

import "github.com/assaydata/assay/internal/check"

// Rule is CON003.
var Rule = &check.Rule{
	Code:       "CON003",
	Name:       "subset-bound",
	Title:      "a part is larger than its whole",
	Severity:   check.Error,
	Confidence: 0.97,
	Doc: check.Doc{
		Why: "Of the dead of an attack no more can have been perpetrators or citizens of one country than there were dead. Where a row says " +
			"so, one of its two numbers is wrong, and shares computed from it exceed 100 %. Published compilations are " +
			"open to it: in totals of foreign fighters some governments subtract the returned or the dead and others count all who left (Soufan Group 2015, read second-hand). A re-worked copy of GTD " +
			"1970-2015 has 75 such pairs of cells.",
		How: "Pairs of columns of which one counts a part of the other: GTD nkillus, nkillter <= nkill; nwoundus, nwoundte <= nwound; " +
			"nhostkidus, nreleased <= nhostkid; nperpcap <= nperps; ransomamtus <= ransomamt; ransompaidus <= ransompaid. ACLED " +
			"population_1km <= population_2km <= population_5km. Empty cells, missing-value codes and negative numbers are not compared. Where " +
			"more than half of the rows fail for a pair, that is one finding about the dataset.",
		FalseAlarms: "GTD counts nperps by those who took part and may count captured supporters in nperpcap; such rows are warnings. A total " +
			"that was divided among related incidents (a fraction) may lie under a part that was not divided; such rows are warnings too.",
		Fix: "Read the incident's description: it usually names both numbers.",
		Literature: []string{
			"LaFree, G., Dugan, L. (2007). Introducing the Global Terrorism Database. Terrorism and Political Violence 19(2): 181-204. https://doi.org/10.1080/09546550701246817",
			"The Soufan Group (2015). Foreign Fighters: An Updated Assessment of the Flow of Foreign Fighters into Syria and Iraq. https://thesoufancenter.org/research/foreign-fighters/",
		},
		Before: "eventid,nkill,nkillter,nwound\n201403010001,2,3,0",
		After:  "eventid,nkill,nkillter,nwound\n201403010001,3,3,0",
	},
	Applies: applies,
	Check:   run,
	Plant:   plant,
}
