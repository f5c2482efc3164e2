package incident

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

const header = "claim_id,incident_key,date_claimed,place,event_type,killed_civilians,killed_security,killed_perpetrators,injured," +
	"perpetrators_as_claimed,claimed_by,attributed_by_authorities_to,status,sophistication,source_id,source_publisher,source_date,locator\n"

// set reads rows of an invented country. Each row is a full row of the table.
func set(t *testing.T, rows ...string) *Set {
	t.Helper()
	d, err := read.Text(context.Background(), "incidents", header+strings.Join(rows, "\n")+"\n")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	tables := claim.Load([]*record.Dataset{d})
	return Build(tables, evidence.Build(tables))
}

// row is a row of one source about the incident "market".
func row(id, source, date string, cells map[string]string) string {
	var out []string
	for _, name := range strings.Split(strings.TrimSpace(header), ",") {
		v := cells[name]
		switch name {
		case "claim_id":
			v = id
		case "incident_key":
			v = "market"
		case "date_claimed":
			if v == "" {
				v = "2011-06-03"
			}
		case "source_id", "source_publisher":
			v = source
		case "source_date":
			v = date
		}
		out = append(out, `"`+v+`"`)
	}
	return strings.Join(out, ",")
}

type cells = map[string]string

func TestToll(t *testing.T) {
	type report struct{ source, date, killed, locator string }
	for _, c := range []struct {
		name    string
		reports []report
		want    Verdict
		later   bool
	}{
		{"one source", []report{{"Daily", "2011-06-04", "3", ""}}, Uncontested, false},
		{"two agree", []report{{"Daily", "2011-06-04", "3", ""}, {"Weekly", "2011-06-05", "3", ""}}, Corroborated, false},
		{"missing is no contradiction", []report{{"Daily", "2011-06-04", "3", ""}, {"Weekly", "2011-06-05", "", ""}}, Uncontested, false},
		{"same day", []report{{"Daily", "2011-06-04", "3", ""}, {"Weekly", "2011-06-04", "7", ""}}, Contested, false},
		{"at least", []report{{"Daily", "2011-06-04", "3", "at least 3 killed"}, {"Weekly", "2011-06-04", "7", ""}}, Uncontested, false},
		{"weeks are no people", []report{{"Daily", "2011-06-04", "2", "died about two weeks later"}, {"Weekly", "2011-06-04", "3", ""}}, Contested, false},
		{"grows", []report{{"Daily", "2011-06-03", "3", ""}, {"Weekly", "2011-06-09", "7", ""}}, Growing, false},
		{"falls", []report{{"Daily", "2011-06-03", "7", ""}, {"Weekly", "2011-06-09", "3", ""}}, Contested, false},
		{"a late low number is no early report", []report{{"Daily", "2011-08-03", "3", ""}, {"Weekly", "2011-09-09", "7", ""}}, Contested, false},
		{"grows and still differs", []report{
			{"Daily", "2011-06-03", "3", ""}, {"Post", "2011-06-05", "5", ""}, {"Weekly", "2011-06-09", "7", ""}, {"Herald", "2011-06-09", "9", ""},
		}, Growing, true},
		{"rounded", []report{{"Daily", "2011-06-04", "200", ""}, {"Weekly", "2011-06-04", "238", ""}}, Uncontested, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			var rows []string
			for i, r := range c.reports {
				rows = append(rows, row(fmt.Sprint("I", i+1), r.source, r.date, cells{"killed_civilians": r.killed, "locator": r.locator}))
			}
			f := set(t, rows...).Incidents[0].Field(KilledCivilians)
			if f.Verdict != c.want || f.LaterContradict != c.later {
				t.Errorf("verdict %s (later %v), want %s (%v)", f.Verdict, f.LaterContradict, c.want, c.later)
			}
		})
	}
}

func TestTexts(t *testing.T) {
	for _, c := range []struct {
		field string
		cells cells
		want  string
	}{
		{Attackers, cells{"perpetrators_as_claimed": "three masked gunmen"}, "3"},
		{Attackers, cells{"perpetrators_as_claimed": "at least seven fighters"}, "at least 7"},
		{Attackers, cells{"perpetrators_as_claimed": "eight suspects, later seven"}, "7|8-"},
		{Attackers, cells{"perpetrators_as_claimed": "two from Northport, one from Bay"}, ""},
		{Attackers, cells{"locator": "one attacker's name is misspelled"}, ""},
		{Attackers, cells{"locator": "governor: six attackers"}, "6"},
		{Attackers, cells{"locator": "four attackers killed"}, ""},
		{Ages, cells{"perpetrators_as_claimed": "teenagers aged 11-17"}, "11 to 17"},
		{Ages, cells{"perpetrators_as_claimed": "men aged 21 and 18"}, "18 and 21"},
		{Ages, cells{"locator": "a victim aged 40"}, ""},
		{BirthYear, cells{"locator": "birth year corrected from 1984 to 1988"}, "1984-|1988"},
		{TotalDead, cells{"locator": "at least 28 killed including assailants"}, "at least 28"},
		{TotalDead, cells{"locator": "ten dead in all", "killed_civilians": "3", "killed_perpetrators": "4"}, "10"},
		{TotalDead, cells{"locator": "two killed by police", "killed_civilians": "3", "killed_perpetrators": "4"}, "7"},
		{TotalDead, cells{"locator": "ministry: four killed"}, ""},
		{VictimRole, cells{"locator": "victim first called border policeman, later ABC officer"}, "border guard-|member of a service (ABC)"},
		{VictimRole, cells{"locator": "soldiers fired back"}, ""},
	} {
		in := set(t, row("I1", "Daily", "2011-06-04", c.cells)).Incidents[0]
		var got []string
		if f := in.Field(c.field); f != nil {
			for _, v := range f.Values {
				s := v.Text
				if v.Earlier {
					s += "-"
				}
				got = append(got, s)
			}
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s of %v: %q, want %q", c.field, c.cells, s, c.want)
		}
	}
}

func TestStatus(t *testing.T) {
	for _, c := range []struct {
		name string
		rows []string
		want Status
	}{
		{"two origins", []string{row("I1", "Daily", "", cells{"status": "confirmed", "injured": "2"}), row("I2", "Weekly", "", cells{"status": "confirmed"})}, Confirmed},
		{"one origin", []string{row("I1", "Daily", "", cells{"status": "confirmed", "injured": "2"})}, Reported},
		{"claimed only", []string{row("I1", "Daily", "", cells{"status": "claimed only"}), row("I2", "Weekly", "", cells{"status": "hard to verify"})}, ClaimedOnly},
		{"never was", []string{row("I1", "Daily", "", cells{"status": "presented as fact"}), row("I2", "Weekly", "", cells{"status": "likely did not happen"})}, DidNotHappen},
		{"victims were seen", []string{row("I1", "Daily", "", cells{"status": "confirmed", "injured": "2"}), row("I2", "Weekly", "", cells{"status": "likely did not happen"})}, Disputed},
		{"an accident", []string{row("I1", "Daily", "", cells{"status": "confirmed", "injured": "2", "claimed_by": "Taliban", "attributed_by_authorities_to": "fire service: gas leak"})}, Disputed},
		{"toll disputed", []string{row("I1", "Daily", "", cells{"status": "toll disputed", "injured": "2"})}, Reported},
	} {
		if in := set(t, c.rows...).Incidents[0]; in.Status != c.want || len(in.Reasons) == 0 {
			t.Errorf("%s: %s, want %s (%v)", c.name, in.Status, c.want, in.Reasons)
		}
	}
}

func TestDisputes(t *testing.T) {
	for _, c := range []struct {
		name string
		rows []string
		want string
	}{
		{"nobody disagrees", []string{row("I1", "Daily", "2011-06-04", cells{"claimed_by": "Taliban (statement)", "attributed_by_authorities_to": "police: Taliban"})}, ""},
		{"denied", []string{row("I1", "Daily", "2011-06-04", cells{"claimed_by": "Taliban", "attributed_by_authorities_to": "police: no evidence of a Taliban link"})}, DeniedClaim},
		{"another actor", []string{row("I1", "Daily", "2011-06-04", cells{"claimed_by": "Taliban"}), row("I2", "Weekly", "2011-06-04", cells{"attributed_by_authorities_to": "police: neo-Nazi"})}, DeniedClaim},
		{"at first", []string{row("I1", "Daily", "2011-06-04", cells{"claimed_by": "Taliban", "attributed_by_authorities_to": "initially called an accident"})}, ""},
		{"unclaimed", []string{row("I1", "Daily", "2011-06-04", cells{"claimed_by": "Taliban"}), row("I2", "Weekly", "2012", cells{"claimed_by": "Taliban has not claimed it"})}, NotClaimed},
		{"not yet claimed", []string{row("I1", "Daily", "2011-06-04", cells{"claimed_by": "none"}), row("I2", "Weekly", "2011-06-06", cells{"claimed_by": "Taliban"})}, ""},
		{"two groups", []string{row("I1", "Daily", "2011-06-04", cells{"claimed_by": "Green Valley Brigade (by telephone)"}), row("I2", "Weekly", "2011-06-06", cells{"perpetrators_as_claimed": "Taliban fighters"})}, TwoGroups},
		{"whole and part", []string{row("I1", "Daily", "2011-06-04", cells{"claimed_by": "Islamic State Khorasan Province"}), row("I2", "Weekly", "2011-06-06", cells{"claimed_by": "ISIS"})}, ""},
		{"a person is no group", []string{row("I1", "Daily", "2011-06-04", cells{"claimed_by": "Able Baker"}), row("I2", "Weekly", "2011-06-06", cells{"claimed_by": "Taliban"})}, ""},
	} {
		var got []string
		for _, d := range set(t, c.rows...).Incidents[0].Disputes() {
			got = append(got, d.Kind)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %q, want %q", c.name, s, c.want)
		}
	}
}

func TestReadings(t *testing.T) {
	s := set(t,
		row("I1", "Daily", "2011-06-04", cells{"claimed_by": "Taliban", "sophistication": "rudimentary", "injured": "1"}),
		strings.Replace(row("I2", "Daily", "2011-06-04", cells{"claimed_by": "Taliban", "attributed_by_authorities_to": "police: Taliban", "sophistication": "complex", "injured": "1"}), "market", "bridge", 1),
		strings.Replace(row("I3", "Daily", "2011-06-04", cells{"claimed_by": "none", "injured": "1"}), "market", "road", 1),
	)
	want := map[string]string{FaceValue: "2 1 1 none 1", CorroboratedBy: "1 0 1 none 2", AuthoritiesOnly: "1 0 1 none 2", Undisputed: "1 0 1 none 2"}
	for _, r := range s.Readings() {
		sh := r.Shares[0]
		if got := fmt.Sprint(len(sh.Incidents), sh.Rudimentary, sh.Complex, " none ", len(r.None)); strings.Join(strings.Fields(got), " ") != want[r.Name] {
			t.Errorf("%s: %s, want %s", r.Name, got, want[r.Name])
		}
	}
	if s.Get("bridge") == nil || s.Get("nothing") != nil || s.Of(s.Incidents[0].Claims[0]) != s.Incidents[0] {
		t.Error("lookup")
	}
}

func TestCitesNoPerson(t *testing.T) {
	for voice, want := range map[string]bool{"MVD": true, "police": true, "unnamed source": true, "regional spokeswoman": true, "Able": false, "minister Able Baker": false} {
		if isBody(voice) != want {
			t.Errorf("%s: %v", voice, !want)
		}
	}
	s := set(t, row("I1", "Able Baker (blog)", "2011-06-04", cells{"injured": "1"}))
	if got := Cite(s.Incidents[0].Claims[0]); got != "a blog (I1, 2011-06-04)" {
		t.Error(got)
	}
}
