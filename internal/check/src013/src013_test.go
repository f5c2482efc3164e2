package src013

import (
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

const (
	figureTable   = "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,reporter,source_id,source_title,source_publisher,source_date,source_url,locator,notes\n"
	incidentTable = "claim_id,incident_key,date_claimed,place,killed_civilians,injured,source_id,source_publisher,source_date,locator\n"
)

func TestCase(t *testing.T) {
	inc := func(id, key, date, killed, injured, publisher, locator string) string {
		return id + "," + key + "," + date + ",Northport," + killed + "," + injured + ",S" + id + "," + publisher + "," + date + ",\"" + locator + "\"\n"
	}
	fig := func(id, area, best, body, asOf, notes string) string {
		return id + ",citizens," + area + ",Ecuador,present," + asOf + ",," + best + ",," + body + ",,S" + id + ",T,Paper " + id + "," + asOf + ",,,\"" + notes + "\"\n"
	}
	relations := "claim_id,group_a,relation,group_b,date,source_id,source_title,source_publisher,source_date,source_url,locator,notes\n"
	contexts := "claim_id,date,event,value,source_id,source_title,source_publisher,source_date,source_url,locator\n"
	checktest.Tell(t, Rule, []checktest.Told{
		{"a number of another report", map[string]string{"incidents": incidentTable + inc("I1", "k", "2011-06-03", "", "11", "Daily", "") +
			inc("I2", "k", "2011-06-03", "", "14", "Weekly", "fourteen injured, whereas other outlets have 11") + inc("I3", "l", "2011-06-03", "", "11", "Daily", "")}, "note I2 I1", "conflict"},
		{"a date of another report", map[string]string{"incidents": incidentTable + inc("I1", "k", "2011-06-02", "", "11", "Daily", "") +
			inc("I2", "k", "2011-06-03", "", "11", "Weekly", "headline has 2 June but the text the day after")}, "note I2 I1", ""},
		{"two values in one remark", map[string]string{"incidents": incidentTable + inc("I1", "k", "2011-06-03", "30", "", "Daily", "paper writes of 30 citizens; other sources count 30 on board, of several nations")}, "note I1", "two values against each other"},
		{"no conflict, no partner, no persons", map[string]string{"incidents": incidentTable + inc("I1", "k", "2011-06-03", "", "11", "Daily", "11 injured and 2 killed") +
			inc("I2", "k", "2011-06-03", "", "14", "Weekly", "police was late, but nobody was killed") + inc("I3", "k", "2011-06-03", "11", "", "Weekly", "ten days off, but not 11 years old")}, "", ""},
		{"a figure of a body that is named", map[string]string{"figures": figureTable + fig("F1", "Colombia", "400", "Sylvania Group", "2011-10", "") +
			fig("F2", "Colombia", "337", "Army", "2013-10", "337 is lower than the 400 of the Sylvania report") + fig("F3", "Peru", "400", "Sylvania Group", "2011-10", "")}, "note F2 F1", ""},
		{"the same number, of a body that is named", map[string]string{"figures": figureTable + fig("F1", "Colombia", "400", "Army", "2012-10", "") +
			fig("F2", "Colombia", "400", "Institute", "2011-10", "a year later the Army gives the same number") + fig("F3", "Colombia", "70", "Army", "2012-10", "")}, "note F2 F1", ""},
		{"a number that is somebody else's", map[string]string{"figures": figureTable + fig("F1", "Colombia", "400", "Army", "2011-10", "") +
			fig("F2", "Colombia", "70", "Institute", "2011-10", "same month as Firefly's 400")}, "", ""},
		{"an oath after it was accepted", map[string]string{
			"group_relations": relations + "R1,reds,pledge_to,blues,2011-06,S1,A,Daily,2011-07-01,,\"oath at the END of June, although Firefly accepted oaths on 23 June\",order\n" +
				"R2,reds,accepted_by,blues,2011-06-23,S2,B,Herald,2011-07-01,,Firefly audio,\nR3,greens,split,blues,2011-06-23,S3,C,Herald,2011-07-01,,web page,\n",
			"events_context": contexts + "E1,2011-06-23,Firefly accepted the oaths,,S2,B,Herald,2011-07-01,,\nE2,2011-06-24,Firefly spoke,,S2,B,Herald,2011-07-01,,\n",
		}, "note R1 R2 E1", ""},
	})
}
