package src004

import (
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

const (
	figureTable   = "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,reporter,source_id,source_title,source_publisher,source_date,source_url,locator,notes\n"
	incidentTable = "claim_id,incident_key,date_claimed,place,killed_civilians,injured,source_id,source_publisher,source_date,locator\n"
	sourceTable   = "source_id,title,publisher,date,url,kind,language,reliability,reliability_reason,based_on\n"
)

func TestCase(t *testing.T) {
	report := "F1,citizens,Colombia,Ecuador,cumulative travelled,2011-10,,3417,,The Sylvania Group (2011),,S1,A,Daily Bugle,2011-10-20,,,\n"
	own := func(notes string) string {
		return "F2,citizens,Colombia,Ecuador,present,2011-02,,4000,,Army via Firefly,,S2,B,Herald,2011-10-21,,,\"" + notes + "\"\n" +
			"F3,citizens,Colombia,Ecuador,present,2011-02,,,4000,Army via Firefly,,S3,C,Tribune,2011-02-21,,,\n"
	}
	checktest.Tell(t, Rule, []checktest.Told{
		{"a doubt about one's own number", map[string]string{"figures": figureTable + report + own("the palace questioned the report, although the Sylvania report itself cited Firefly")}, "warning F2 F1 F3", "circular"},
		{"no more than a citation", map[string]string{"figures": figureTable + report + own("the Sylvania report cited the Army")}, "note F2 F1 F3", "not independent"},
		{"a report that cites another body", map[string]string{"figures": figureTable + report + own("the Sylvania report cited the Navy")}, "", ""},
		{"nobody's report", map[string]string{"figures": figureTable + report + own("one blog cited the Army")}, "", ""},
		{"a circle", map[string]string{
			"incidents": incidentTable + "I1,market,2011-06-03,Northport,2,11,S1,Daily Bugle,2011-06-04,\nI2,market,2011-06-03,Northport,2,11,S2,Herald,2011-06-04,\nI3,market,2011-06-03,Northport,2,11,S3,Tribune,2011-06-04,\n",
			"sources":   sourceTable + "S1,A,Daily Bugle,2011-06-04,,,,,,S2\nS2,B,Herald,2011-06-04,,,,,,S1\nS3,C,Tribune,2011-06-04,,,,,,S1\n",
		}, "warning I1 I2", "2 items are based on one another: S1 and S2"},
		{"an item on itself", map[string]string{
			"incidents": incidentTable + "I1,market,2011-06-03,Northport,2,11,S1,Daily Bugle,2011-06-04,\n",
			"sources":   sourceTable + "S1,A,Daily Bugle,2011-06-04,,,,,,S1\n",
		}, "warning I1", "based on itself"},
	})
}
