// Package tim001 holds rule TIM001 (date-range): dates that cannot be, or that lie outside what the dataset covers.
package tim001

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Rule is TIM001.
var Rule = &check.Rule{
	Code:       "TIM001",
	Name:       "date-range",
	Title:      "an event ends before it starts, or lies outside the time that the dataset can cover",
	Claims:     true,
	Severity:   check.Error,
	Confidence: 0.97,
	Doc: check.Doc{
		Why: "An event with a wrong year falls out of every sample by time without leaving a trace, or lands in a year in which it " +
			"makes a peak. A century that was guessed from a two-digit year, a serial number read as a date and a swapped pair of " +
			"columns all show up as dates that cannot be.",
		How: "Each row is compared with bounds that are sure, at the precision that it states. The last date must not precede the " +
			"first. No event may lie before the first day of its dataset: 1 January 1997 in ACLED, 1989 in UCDP GED, 1970 in GTD, " +
			"1989 in SCAD (which starts in 1990, but holds rows of 1989 for Latin America). None may lie after the day on which " +
			"its own row was last edited (ACLED `timestamp`; one day is allowed for time zones) or on which the data were obtained " +
			"(`as_of` in assay.yaml). GTD has no events of 1993: that year was lost before the data were taken over, so a row of " +
			"1993 comes from somewhere else and is a note. A last year that stands more than `gap_years` after all others, with at " +
			"most three rows in a file that is otherwise without such gaps, is a warning.",
		FalseAlarms: "A mapped table has no sure bounds, so that only the order of its two dates and `as_of` are tested. ACLED's coverage " +
			"outside Africa starts later than 1997, by country; that is not tested here. An isolated last year can be real where a " +
			"conflict flares up after a long peace.",
		Fix: "Look the date up in the source. When many rows are concerned, look for the cause first: swapped columns, a century " +
			"guessed by a spreadsheet, day and month swapped while importing.",
		Literature: []string{
			"Raleigh, C., Linke, A., Hegre, H., Karlsen, J. (2010). Introducing ACLED: An Armed Conflict Location and Event Dataset. Journal of Peace Research 47(5): 651-660. https://doi.org/10.1177/0022343310378914",
			"Sundberg, R., Melander, E. (2013). Introducing the UCDP Georeferenced Event Dataset. Journal of Peace Research 50(4): 523-532. https://doi.org/10.1177/0022343313484347",
			"LaFree, G., Dugan, L. (2007). Introducing the Global Terrorism Database. Terrorism and Political Violence 19(2): 181-204. https://doi.org/10.1080/09546550701246817",
		},
		Before: "id,date_start,date_end\n900001,2014-05-11,2014-05-09\n900002,1914-06-02,1914-06-02",
		After:  "id,date_start,date_end\n900001,2014-05-09,2014-05-11\n900002,2014-06-02,2014-06-02",
	},
	Options: []check.Option{
		{Name: "gap_years", Default: 5, Doc: "years without any row before a last year that is reported as isolated"},
	},
	Applies: func(p *check.Pass) string {
		if p.Data.Events == nil || p.Data.Events.When == nil {
			return "no dates"
		}
		return ""
	},
	Check: run,
	Plant: plant,
}

// starts is the first year of each dataset that is sure for every region.
var starts = map[string]struct {
	year int
	why  string
}{
	"acled": {1997, "ACLED's coverage starts in 1997 in Africa and later elsewhere"},
	"ged":   {1989, "UCDP GED starts in 1989"},
	"gtd":   {1970, "GTD starts in 1970"},
	"scad":  {1989, "SCAD starts in 1990, and holds rows of 1989 for Latin America"},
}

func columns(p *check.Pass, roles ...record.Role) (first int, rest []int) {
	all := p.Cols(roles...)
	if len(all) == 0 {
		return -1, nil
	}
	return all[0], all[1:]
}
