package src009

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

func TestCopies(t *testing.T) {
	pairs := []struct{ pair, what string }{{"acled", "notes"}, {"gtd", "notes"}, {"acled", "notes"}, {"ged", "articles"}}
	for i, said := range checktest.PlantAcross(t, Rule, Plant, 1500) {
		if !strings.Contains(said, pairs[i].pair) || !strings.Contains(said, "have its "+pairs[i].what) {
			t.Errorf("%v: %q", pairs[i], said)
		}
	}
}

// With fewer than 30 events in common nothing is said.
func TestFew(t *testing.T) {
	row := "VEL%,2015-05-%,1,Violence against civilians,Attack,Hill Brigade,Civilians (Mali),27,Mali,Gao,Ansongo,15.66,0.50,1,Daily Post,Hill Brigade fighters on motorcycles fired on the market for the %th time,14\n"
	head := "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities\n"
	var b strings.Builder
	b.WriteString(head)
	for _, n := range strings.Fields("01 05 09 13 17 21 25 29") {
		b.WriteString(strings.ReplaceAll(row, "%", n))
	}
	for _, f := range checktest.Across(t, Rule, []string{b.String(), b.String()}) {
		t.Errorf("%s", f.Message)
	}
}

func TestIdentifiers(t *testing.T) {
	for id, want := range map[string]bool{"42045": false, "201101010005": true, "2871NIG": true, "VEL1": true, "": false} {
		if long(id) != want {
			t.Errorf("%q: %v", id, long(id))
		}
	}
}
