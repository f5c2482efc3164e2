// Package acrosstest writes one invented event in four layouts, each in its own words and from its own source, for tests of the
// rules across datasets.
package acrosstest

import "github.com/assaydata/assay/internal/check/grouping/sample"

// Headline is an article that two datasets may cite.
const Headline = "Bomb at a grain market in Ostra leaves eleven stalls in ashes"

func fill(e sample.Event, note string) sample.Event {
	if e.Date == "" {
		e.Date = "2014-03-02"
	}
	if e.Note == "" {
		e.Note = note
	}
	return e
}

// ACLED writes the event as ACLED would.
func ACLED(e sample.Event) string {
	e = fill(e, "A bomb of the Red Column exploded in the grain market of Ostra at noon on Sunday and burnt eleven stalls")
	if e.Sources == "" {
		e.Sources = "Evening Post"
	}
	if e.Kind == "" {
		e.Kind = "Explosions/Remote violence"
	}
	return sample.ACLED(e)
}

// GED writes the event as UCDP GED would.
func GED(e sample.Event) string {
	e = fill(e, "")
	if e.Sources == "" {
		e.Sources = "World Service"
	}
	if e.Article == "" {
		e.Article = "World Service," + e.Date + ",Stalls burnt as bomb hits Ostra"
	}
	return sample.GED(e)
}

// GEDFrom is GED with an outlet and [Headline].
func GEDFrom(outlet string, e sample.Event) string {
	e.Sources, e.Article = outlet, outlet+",2014-03-03,"+Headline
	return GED(e)
}

// GTD writes the event as GTD would, in as many rows as there are.
func GTD(list ...sample.Event) string {
	for i := range list {
		list[i] = fill(list[i], "Red Column fighters detonated a bomb at the grain market, Ostra; eleven stalls were burnt, and police said it was noon")
		if list[i].Article == "" {
			list[i].Article = `Interior Gazette, "Market burnt," March 3, 2014`
		}
	}
	return sample.GTD(list...)
}

// GTDFrom is GTD with an outlet and [Headline].
func GTDFrom(outlet string, e sample.Event) string {
	e.Article = outlet + `, "` + Headline + `," March 3, 2014`
	return GTD(e)
}

// SCAD writes the event as SCAD would.
func SCAD(e sample.Event) string {
	if e.Actor1 == "" {
		e.Actor1 = "Red Column"
	}
	return sample.SCAD(fill(e, "Red Column militants bomb the grain market of Ostra"))
}
