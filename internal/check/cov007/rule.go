// Package cov007 holds rule COV007 (source-concentration): one outlet or one reach of sources carries most of the dataset.
package cov007

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/stats"
	"github.com/assaydata/assay/internal/record"
)

// Rule is COV007.
var Rule = &check.Rule{
	Code:       "COV007",
	Name:       "survivor-language",
	Title:      "one source carries much of the dataset",
	Severity:   check.Note,
	Confidence: 0.95,
	Method:     check.Statistical,
	Doc: check.Doc{
		Why: "Where one agency, one monitor or one language carries most records, the dataset sees what that source sees: where it has " +
			"people, what its readers ask for, which side it can talk to. A gap of that source is a gap of the dataset, and agreement " +
			"among rows is no corroboration. Choice of sources is among the reasons why datasets disagree about the same country (Raleigh et al. 2023, abstract; " +
			"disputed for UCDP and ACLED by Öberg and Yilmaz 2025, abstract, who put most differences down to auxiliary coding rules and to standards for judging sources). " +
			"In UCDP GED for Syria 2016-2019 one monitor is named in over 90 % of the rows.",
		How: "Names of sources are split as in SRC010 (ACLED's source, GED's source_office). The largest source is reported where it " +
			"is named in more than *share* of the rows that name any, or of the deaths in them; the test is a z test of the share against that " +
			"limit (for deaths with the variance of a ratio, since a few rows hold most), corrected over all sources and both measures by Holm's method at *level*. The effective " +
			"number of sources is the inverse Simpson index of the mentions: 1.2 means that the mix is hardly broader than one source. Besides, one " +
			"reach of sources (ACLED's source_scale) that carries more than *scale* of the rows is told.",
		FalseAlarms: "Concentration is a limit, no error. A monitor may itself draw on many witnesses. A name for many sources (an archive such " +
			"as \"All Africa\") makes a mix look narrower than it is.",
		Fix: "Name the source with every result. Check against a dataset with other sources; look for dates on which this source " +
			"started, stopped or changed its reporting (SRC010, VER003).",
		Literature: []string{
			"Raleigh, C., Kishi, R., Linke, A. (2023). Political instability patterns are obscured by conflict dataset scope conditions, sources, and coding choices. Humanities and Social Sciences Communications 10: 74. https://doi.org/10.1057/s41599-023-01559-4",
			"Öberg, M., Yilmaz, M. C. (2025). Measurement issues in conflict event data: Addressing some misconceptions about what drives differences between human-coded event datasets. Research & Politics 12. https://doi.org/10.1177/20531680251362440",
			"Dietrich, N., Eck, K. (2020). Known unknowns: media bias in the reporting of political violence. International Interactions 46(6): 1043-1060. https://doi.org/10.1080/03050629.2020.1814758",
			"Simpson, E. H. (1949). Measurement of diversity. Nature 163: 688. https://doi.org/10.1038/163688a0",
		},
		Before: "event_date,source\n2016-01-02,Ostra Monitor\n2016-01-05,Ostra Monitor\n2016-02-11,Ostra Monitor; Velim Radio",
		After:  "event_date,source\n2016-01-02,Ostra Monitor\n2016-01-05,Velim Radio\n2016-02-11,Harbour Press; Velim Radio",
	},
	Options: []check.Option{
		{Name: "share", Default: 0.4, Doc: "share of rows, or of deaths, over which a source is reported"},
		{Name: "scale", Default: 0.8, Doc: "share of rows over which a reach of sources is reported"},
		{Name: "rows", Default: 200, Doc: "least number of rows that name a source"},
		{Name: "level", Default: 0.01, Doc: "level of significance after correction"},
	},
	Needs: []record.Role{record.RoleSource},
	Applies: func(p *check.Pass) string {
		switch {
		case p.Data.Format.ID == "scad":
			return "SCAD is made from two news agencies by definition (see COV006)"
		case p.Data.Role(record.RoleSource).Storage != record.Coded:
			return "the sources are not held as labels"
		case stats.NewCalendar(p.Data) == nil:
			return "no dates"
		}
		return ""
	},
	Check: run,
	Plant: plant,
}
