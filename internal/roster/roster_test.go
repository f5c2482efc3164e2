package roster

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

const (
	people    = "claim_id,person_key,name_in_source,name_variants,kunya_nisba,birth_date,death_date,death_detail,role,group,from,to,source_id,source_publisher,source_date,locator\n"
	groupRows = "claim_id,group_key,name_in_source,name_variants,active_from,active_to,leaders,affiliation,source_id,source_publisher,locator\n"
	relations = "claim_id,group_a,relation,group_b,date,source_id,source_publisher,locator,notes\n"
)

func build(t *testing.T, tables ...string) *Roster {
	t.Helper()
	var ds []*record.Dataset
	for _, text := range tables {
		d, err := read.Text(context.Background(), "test", text)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		ds = append(ds, d)
	}
	c := claim.Load(ds)
	return Build(c, evidence.Build(c))
}

func TestKinds(t *testing.T) {
	for _, c := range []struct {
		text string
		want TieKind
	}{
		{"pledge_to", Pledge},
		{"swore bay'ah to", Pledge},
		{"loyal_to", Pledge},
		{"accepted_as_province_by", Accepted},
		{"declared_independent_from", Left},
		{"splintered from", Split},
		{"merged_into", Merged},
		{"subordinate_to", Part},
		{"front_group_of", Part},
		{"fought", Hostile},
		{"ordered_out", Hostile},
		{"cooperates_with", Ally},
		{"dissolved", Dissolved},
		{"formed_from", Formed},
		{"leader_removed", Other},
	} {
		if got := kindOf(c.text); got != c.want {
			t.Errorf("%s is %q, want %q", c.text, got, c.want)
		}
	}
}

func facts(list []Fact) string {
	var out []string
	for _, f := range list {
		s := f.Field + ":"
		for _, v := range f.Values {
			s += " " + v.Text + ";"
		}
		out = append(out, s+" "+f.Words())
	}
	return strings.Join(out, "\n")
}

func TestFactsOfPerson(t *testing.T) {
	r := build(t, people+`P1,k1,Ana Brook,,Umm Nur,1970,2014-03,poisoned,commander,Front,2011,2014-03,S1,Paper,2014-04,
P2,k1,Ana Brook,,Umm Nur,1970-05-02,2014-03-02,died of poison,commander,Front,2011,2014-03,S2,Office,2014-05,
P3,k1,Ana Brook,,,,2016-03-02,shot dead,judge,,,,S3,Radio,2016-04,
P4,,Carl Dale,,,1980,,,,,,,S3,Radio,2016-04,
`)
	if len(r.People) != 2 {
		t.Fatalf("%d people", len(r.People))
	}
	k1 := r.People[slices.IndexFunc(r.People, func(p *Person) bool { return p.Key == "k1" })]
	want := `birth: 1970; 1970-05-02; corroborated by 2 origins
death: 2014-03; 2014-03-02; 2016-03-02; contested, 3 values from 3 origins
manner of death: poisoned; killed in an operation on the ground; contested, 2 values from 3 origins
role: commander; corroborated by 2 origins
role: judge; uncontested, one origin
group: Front, 2011 to 2014-03; corroborated by 2 origins`
	if got := facts(r.Facts(k1)); got != want {
		t.Errorf("got\n%s", got)
	}
}

func TestGroups(t *testing.T) {
	r := build(t, groupRows+`G1,north,Northern Front,Front of the North,2011,,,branch of the League,S1,Paper,
G2,north,Northern Front,,2012,2015,,independent,S2,Office,
G3,league,Great League,,2009,,,,S1,Paper,
`, relations+`R1,north,pledge_to,league,2013-05,S1,Paper,,
R2,north,pledge_to,league,2013,S2,Office,,
R3,league,hostile,north,2014,S3,Radio,,
R4,brook_faction,split_to,league,,S3,Radio,,
R5,dale,expelled_by,league,2012-12,S3,Radio,,
`, people+`P1,k1,Ana Brook,,,,,,,Front of the North,2013,,S1,Paper,,
P2,k2,Carl Dale,,,,,,,,,,S1,Paper,,
`)
	g := r.Find("north")
	want := `name: Northern Front; corroborated by 2 origins
beginning: 2011; 2012; contested, 2 values from 2 origins
end: 2015; uncontested, one origin
affiliation: branch of the League; uncontested, one origin
affiliation: independent; uncontested, one origin`
	if got := facts(r.GroupFacts(g)); got != want {
		t.Errorf("facts:\n%s", got)
	}
	var line []string
	for _, m := range g.Timeline() {
		line = append(line, m.When.Text+" "+m.Text)
	}
	want = `2011 begins as Northern Front
2012 begins as Northern Front
2013 Northern Front pledge to Great League
2013-05 Northern Front pledge to Great League
2014 Great League hostile Northern Front
2015 ends`
	if got := strings.Join(line, "\n"); got != want {
		t.Errorf("timeline:\n%s", got)
	}
	bonds := r.Bonds(g)
	if len(bonds) != 2 || bonds[0].Kind != Pledge || len(bonds[0].For) != 2 || len(bonds[0].Against) != 1 || bonds[0].Verdict != Contested || bonds[1].Verdict != Uncontested {
		t.Errorf("bonds: %+v", bonds)
	}
	if k := r.KeyOf("front of the north (west)"); k != "north" {
		t.Errorf("key %q", k)
	}
	for key, want := range map[string]string{"brook_faction": "faction", "dale": "a person", "league": "Great League", "east_front": "east front"} {
		if got := r.NameOf(key); got != want {
			t.Errorf("%s is called %q, want %q", key, got, want)
		}
	}
}

// The order of the rows changes nothing but the order of claims.
func TestOrder(t *testing.T) {
	rows := []string{"G1,north,Northern Front,,2011,,,,S1,Paper,\n", "G2,north,Northern Front,,2012,,,,S2,Office,\n", "G3,south,Southern Front,,2012,,,,S2,Office,\n"}
	a := build(t, groupRows+rows[0]+rows[1]+rows[2])
	b := build(t, groupRows+rows[2]+rows[1]+rows[0])
	for i := range a.Groups {
		if a.Groups[i].Key != b.Groups[i].Key || values(a.Groups[i]) != values(b.Groups[i]) {
			t.Errorf("group %d differs", i)
		}
	}
}

func values(g *Group) string {
	s := ""
	for _, l := range g.Lives() {
		s += l.Column + " " + strings.Join(l.Values, " ")
	}
	return s
}
