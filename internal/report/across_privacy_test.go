package report

import (
	"strings"
	"testing"
)

// Where a case names persons in its tables, their names go out of everything that the page shows of event datasets: names
// of places, actors, sources and identifiers.
func TestAcrossPassesTheShield(t *testing.T) {
	tables := threeTables(48)
	tables["people"] = "claim_id,person_key,name_in_source,name_variants,birth_date,death_date,role,group,legal_status,source_id,source_publisher\n" +
		"P1,one,Gorim Beltane,,,2011,head,hf,alleged,S1,Daily Wire\nP2,two,Katu Dorsen,,,2012,clerk,hf,alleged,S2,Evening Post\n"
	for name, text := range tables {
		if name == "people" {
			continue
		}
		text = strings.ReplaceAll(text, "Brackburg", "House of Gorim Beltane")
		text = strings.ReplaceAll(text, "Harbour Front", "Men of Katu Dorsen")
		text = strings.ReplaceAll(text, "Evening Post", "Katu Dorsen")
		tables[name] = strings.ReplaceAll(text, "NAR4,", "Gorim Beltane 4,")
	}
	a := linkedAudit(t, tables)
	if a.Shield == nil {
		t.Fatal("no shield")
	}
	page := contents(t, write(t, a))[acrossPage]
	if !strings.Contains(page, "House of") || !strings.Contains(page, "Men of") {
		t.Fatal("the places and actors with names in them are not shown at all")
	}
	for _, name := range []string{"Gorim Beltane", "Katu Dorsen", "Beltane", "Dorsen"} {
		if at := strings.Index(page, name); at >= 0 {
			t.Errorf("the page names %s: …%s…", name, page[max(0, at-100):min(len(page), at+60)])
		}
	}
}
