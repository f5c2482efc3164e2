package casereport

import "html/template"

// methods is the chapter that says how everything before it was made, where it is weak, and how to cite it.
func (b *builder) methods() *Chapter {
	return &Chapter{ID: "methods", Title: "Methods, limits, and how to cite", Short: "Methods", Sections: []Section{
		{Heading: "How it was made", Text: []template.HTML{
			"A claim is one row of a table: what one source says about one figure, incident, group or person. Nothing in this report is typed by hand; sentences are made from the claims, from what they come to together, and from the findings of the audit.",
			"Support is counted in voices, not in documents. Claims that name one estimating body, come from one agency, stand in one item, or repeat one unusual number are taken for one voice; every such link carries its reason.",
			"A figure is compared with another only where the whole definition agrees: who is counted, from where, where to, what is counted, how many at a time or how many so far, and as of when. Numbers are read as the intervals that their wording allows: “about 3,000” is 2,500 to 3,500, “more than” is open above, “up to” open below.",
			"Numbers of several voices are pooled only within one definition and half a year, from three voices on, by Student's t on the logarithms of one value a voice. Rates divide the last total of each voice by the population nearest in time. A change of pace is tested with the exact conditional test of two Poisson rates (Przyborowski and Wilenski, Biometrika 31, 1940).",
			"The status of an incident follows from the voices that vouch for it, doubt it or deny it. An attribution is counted by who makes it: the group itself, authorities, or others.",
		}},
		{Heading: "What it cannot see", Text: []template.HTML{
			"The tables hold what was collected, in the languages that were read; they are no sample of all claims, and what nobody wrote is missing. Copies whose origin no text shows count as voices of their own, so that the number of voices is an upper bound. Texts are searched by general English words; a remark in other words is not understood. An error that all voices share cannot be found by comparing them.",
			"Persons appear under pseudonyms unless the case lists them, one by one and with a reason, as persons in a public role. A role or an attribution is what a source says, not a finding of a court.",
		}},
		{Heading: "How to cite", Text: []template.HTML{
			`Cite the case with its version, the sources of the claims that you use (each stands beside its claim in <a href="claims.html">claims.html</a>), and assay with the version at the foot of this page. The files cite.bib and cite.json beside this page hold the citations of the tables.`,
		}},
	}}
}
