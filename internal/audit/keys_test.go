package audit_test

import (
	"context"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/privacy"
	"github.com/assaydata/assay/internal/read"
)

const keyless = `claim_id,person_key,name_in_source,name_variants,kunya_nisba,birth_date,death_date,role,group,source_id
P1,volarski,Taren Aslan Volarski,Taro Volarski,,1970-02-03,2013-05-01,leader,Volar Front,S1
P2,,Taren Aslan Volarsky,,,1970-02-03,2016-07-02,leader,Volar Front,S2
P3,,Mila Ostrand,,,1981-05-06,,treasurer,Northern League,S3
P4,,Mila Ostrandt,,,1981-05-06,,treasurer,Northern League,S4
P5,,Abu Volar,,Abu Volar,,,commander,Other Army,S5
`

// Claims about people without a key are read together with those that they are about, as a proposal that the dataset tells; and a
// proposal makes nobody public.
func TestClaimsWithoutKeys(t *testing.T) {
	d, err := read.Text(context.Background(), "people", keyless)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	a, err := audit.Datasets(context.Background(), audit.Config{Persons: []privacy.Public{{Key: "volarski", Name: "T. Volarski", Reason: "elected, P1"}}}, d)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range a.Case.Roster.People {
		var ids []string
		for _, c := range p.Claims {
			ids = append(ids, c.ID)
		}
		got = append(got, p.Key+": "+strings.Join(ids, " "))
	}
	if s := strings.Join(got, "; "); s != ": P5; P3: P3 P4; volarski: P1 P2" {
		t.Errorf("people: %s", s)
	}
	if s := strings.Join(d.Remarks, "; "); !strings.Contains(s, "3 rows without person_key read together with others that linking takes for the same person: a proposal") {
		t.Errorf("remarks: %s", s)
	}
	for _, c := range a.Case.Claims.People {
		if public := a.Shield.Public(c); public != (c.ID == "P1") {
			t.Errorf("%s: public %v", c.ID, public)
		}
	}
}
