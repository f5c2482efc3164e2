package src001

import (
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

const (
	figureTable   = "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,reporter,source_id,source_title,source_publisher,source_date,source_url,locator,notes\n"
	incidentTable = "claim_id,incident_key,date_claimed,place,killed_civilians,injured,source_id,source_publisher,source_date,locator\n"
)

func TestCase(t *testing.T) {
	checktest.Tell(t, Rule, []checktest.Told{
		{
			"one minister in three papers",
			map[string]string{"figures": figureTable +
				"F1,citizens,Colombia,Ecuador,present,2011-05,,400,,Ministry of War (Smith),,S1,A,Daily Bugle,2011-05-03,,,\n" +
				"F2,citizens,Colombia,Ecuador,cumulative joined,2011-05,400,,,Ministry of War,,S2,B,Herald,2011-05-04,,,\n" +
				"F3,citizens,Colombia,Ecuador,present,2011-06,,,400,The Ministry of War,,S3,C,Tribune,2011-06-05,,,\n" +
				"F4,citizens,Colombia,Ecuador,present,2011-05,,400,,Red Cross,,S4,D,Gazette,2011-05-05,,,\n"},
			"note F1 F2 F3", "3 claims, 1 origin (Ministry of War)",
		},
		{
			"two publishers are too few, and so are years apart", map[string]string{"figures": figureTable +
				"F1,citizens,Colombia,Ecuador,present,2011-05,,400,,Ministry of War,,S1,A,Daily Bugle,2011-05-03,,,\n" +
				"F2,citizens,Colombia,Ecuador,present,2011-05,,400,,Ministry of War,,S2,B,Herald,2011-05-04,,,\n" +
				"F3,citizens,Colombia,Ecuador,present,2013-06,,400,,Ministry of War,,S3,C,Tribune,2013-06-05,,,\n"}, "", "",
		},
		{
			"agency copy of an incident, told once for all fields",
			map[string]string{"incidents": incidentTable +
				"I1,market,2011-06-03,Northport,2,11,S1,AFP via Daily Bugle,2011-06-04,\n" +
				"I2,market,2011-06-03,Northport,2,11,S2,Herald (AFP),2011-06-04,\n" +
				"I3,market,2011-06-03,Northport,2,11,S3,blog copy of AFP,2011-06-04,\n"},
			"note I1 I2 I3", "1 origin (AFP)",
		},
		{
			"a second voice", map[string]string{"incidents": incidentTable +
				"I1,market,2011-06-03,Northport,2,11,S1,AFP via Daily Bugle,2011-06-04,\n" +
				"I2,market,2011-06-03,Northport,2,11,S2,Herald (AFP),2011-06-04,\n" +
				"I3,market,2011-06-03,Northport,2,11,S3,Tribune,2011-06-04,\n"}, "", "",
		},
		{
			"copies of nobody in particular", map[string]string{"incidents": incidentTable +
				"I1,market,2011-06-03,Northport,2,11,S1,blog copy,2011-06-04,\n" +
				"I2,market,2011-06-03,Northport,2,11,S2,news copy,2011-06-04,\n" +
				"I3,market,2011-06-03,Northport,2,11,S3,website,2011-06-04,\n"}, "", "",
		},
	})
}
