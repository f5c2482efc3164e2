package src003

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

const (
	figureTable = "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,reporter,source_id,source_title,source_publisher,source_date,source_url,locator,notes\n"
)

func TestCase(t *testing.T) {
	row := func(id, who, measure, asOf, best, body, notes string) string {
		return id + "," + who + ",Colombia,Ecuador," + measure + "," + asOf + ",," + best + ",," + body + ",,S" + id + ",T,Paper " + id + "," + asOf + ",,,\"" + notes + "\"\n"
	}
	one := func(rows ...string) map[string]string {
		return map[string]string{"figures": figureTable + strings.Join(rows, "")}
	}
	checktest.Tell(t, Rule, []checktest.Told{
		{"an odd number", one(row("F1", "citizens", "present", "2011-05", "3417", "Red Cross", ""), row("F2", "citizens", "present", "2014-05", "3417", "Ministry of War", "")), "note F2 F1", "3,417"},
		{"a round one", one(row("F1", "citizens", "present", "2011-05", "3000", "Red Cross", ""), row("F2", "citizens", "present", "2012-05", "3000", "Ministry of War", "")), "", ""},
		{
			"a round one that a remark compares", one(row("F1", "citizens", "present", "2011-05", "3000", "Red Cross", "a year later the ministry's MOW gives the same number"),
				row("F2", "citizens", "present", "2012-05", "3000", "MOW (Smith)", "")), "warning F2 F1", "a remark on one",
		},
		{"a round one of a narrow part, a year later", one(row("F1", "women and children", "women and children present", "2011-05", "2000", "Red Cross", ""),
			row("F2", "women and children", "women and children present", "2012-05", "2000", "Ministry of War", "")), "note F2 F1", "half a year or more"},
		{"of the same part at the same time", one(row("F1", "women and children", "women and children present", "2011-05", "2000", "Red Cross", ""),
			row("F2", "women and children", "women and children present", "2011-05", "2000", "Ministry of War", "")), "", ""},
		{"one body, or one who passed it on", one(row("F1", "citizens", "present", "2011-05", "3417", "Red Cross", ""), row("F2", "citizens", "present", "2014-05", "3417", "Red Cross via Ministry", ""),
			row("F3", "citizens", "present", "2014-05", "3417", "unnamed experts", "")), "", ""},
		{"another measure", one(row("F1", "citizens", "killed", "2011-05", "3417", "Red Cross", ""), row("F2", "citizens", "present", "2014-05", "3417", "Ministry of War", "")), "", ""},
	})
}
