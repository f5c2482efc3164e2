package att005

import (
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

func TestPlanted(t *testing.T) { checktest.Plant(t, Rule) }

const header = "event_id_cnty,event_date,year,time_precision,event_type,actor1,actor2,interaction,country,latitude,longitude,geo_precision,fatalities\n"

func TestBothSides(t *testing.T) {
	for _, c := range []struct{ rows, want string }{
		{"X1,2012-05-03,2012,1,Battles,Military Forces of Peru (2009-),Red Front,12,Peru,-12,-77,1,0\n", ""},
		{"X1,2012-05-03,2012,1,Protests,Protesters (Peru),,60,Peru,-12,-77,1,0\n", ""},
		{
			"X1,2012-05-03,2012,1,Battles,Military Forces of Peru (2009-),Military Forces of Peru (2009-),11,Peru,-12,-77,1,0\n",
			"1 actor2 both sides are \"Military Forces of Peru (2009-)\"\n",
		},
		{
			"X1,2012-05-03,2012,1,Riots,Rioters (Peru),Rioters (Peru),55,Peru,-12,-77,1,0\nX2,2012-05-04,2012,1,Riots,Rioters (Peru),Rioters (Peru),55,Peru,-12,-77,1,0\n" +
				"X3,2012-05-04,2012,1,Battles,Red Front,Blue Front,22,Peru,-12,-77,1,0\n",
			"0 actor2 the same actor stands on both sides in 2 rows (67 %) +1 +2\n",
		},
	} {
		if got := checktest.Brief(checktest.Run(t, Rule, header+c.rows)); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestNoteCountsByClass(t *testing.T) {
	found := checktest.Run(t, Rule, header+
		"X1,2012-05-03,2012,1,Riots,Rioters (Peru),Rioters (Peru),55,Peru,-12,-77,1,0\n"+
		"X2,2012-05-03,2012,1,Battles,Military Forces of Peru (2009-),Military Forces of Peru (2009-),11,Peru,-12,-77,1,0\n")
	if len(found) != 2 || found[1].Why != "by class of actor: state forces 1, rioters or protesters 1" {
		t.Errorf("%+v", found)
	}
}
