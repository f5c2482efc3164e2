package att001

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
)

func TestPlanted(t *testing.T) { checktest.Plant(t, Rule) }

const gtdHeader = "eventid,iyear,imonth,iday,country_txt,gname,guncertain1,claimed\n"

func TestGrades(t *testing.T) {
	for _, c := range []struct{ name, csv, want string }{
		{
			"graded", gtdHeader + "201405010001,2014,5,1,Peru,Red Front,0,1\n201405020001,2014,5,2,Peru,Red Front,1,0\n", "",
		},
		{
			"half without a grade", gtdHeader + "201405010001,2014,5,1,Peru,Red Front,,1\n201505020001,2015,5,2,Peru,Red Front,1,0\n201505030001,2015,5,3,Peru,Unknown,,\n",
			"0 guncertain1 guncertain1 is empty or unknown in 50 % of the 2 rows that name a perpetrator +1\n",
		},
		{
			"-9 is unknown", gtdHeader + "201405010001,2014,5,1,Peru,Red Front,1,-9\n",
			"0 claimed claimed is empty or unknown in 100 % of the 1 row that name a perpetrator +1\n",
		},
	} {
		if got := checktest.Brief(checktest.Run(t, Rule, c.csv)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestColumnsDropped(t *testing.T) {
	csv := "eventid,iyear,imonth,iday,country_txt,gname\n201405010001,2014,5,1,Peru,Red Front\n"
	found := checktest.Run(t, Rule, csv)
	if len(found) != 1 || found[0].Row != -1 || found[0].Severity != check.Note || !strings.Contains(found[0].Why, "no column guncertain1, no column claimed") {
		t.Errorf("%+v", found)
	}
}

func TestFormatWithoutGrade(t *testing.T) {
	csv := "event_id_cnty,event_date,year,time_precision,event_type,actor1,interaction,country,latitude,longitude,geo_precision,fatalities\n" +
		"X1,2014-05-01,2014,1,Battles,Red Front,20,Peru,-12,-77,1,0\nX2,2014-05-02,2014,1,Battles,Unidentified Armed Group (Peru),30,Peru,-12,-77,1,0\n"
	found := checktest.Run(t, Rule, csv)
	if len(found) != 1 || !strings.Contains(found[0].Message, "in 1 row ") {
		t.Errorf("%s", checktest.Brief(found))
	}
}

func TestSidesAreNoPerpetrators(t *testing.T) {
	csv := "id,year,type_of_violence,dyad_new_id,side_a,side_b,where_prec,date_prec,date_start,date_end,best,low,high,country,latitude,longitude\n" +
		"1,2014,1,5,Government of Peru,Red Front,1,1,2014-05-01,2014-05-01,1,1,1,Peru,-12,-77\n"
	if _, skipped := checktest.Try(t, Rule, csv); skipped == "" {
		t.Error("ran on UCDP GED")
	}
}
