package entry_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaydata/assay/internal/entry"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

func lists(t testing.TB, texts ...string) []*entry.List {
	t.Helper()
	var ds []*record.Dataset
	for i, text := range texts {
		d, err := read.Text(context.Background(), fmt.Sprint("list", i), text)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		ds = append(ds, d)
	}
	return entry.Lists(ds)
}

// brief is an entry in one line: kind, names with their quality, and what else it states.
func brief(e *entry.Entry) string {
	var b strings.Builder
	b.WriteString(e.Kind.String())
	for _, n := range e.Names {
		fmt.Fprintf(&b, " | %s %s", n.Quality, n.Text)
	}
	for _, v := range []entry.Value{e.Given, e.Middle, e.Family} {
		if v.Text != "" {
			fmt.Fprintf(&b, " | part %s", v.Text)
		}
	}
	dates := func(what string, list []entry.Date) {
		for _, d := range list {
			fmt.Fprintf(&b, " | %s ", what)
			if d.Known() {
				fmt.Fprintf(&b, "%s..%s", d.First, d.Last)
			} else {
				fmt.Fprintf(&b, "digits %d", d.Digits)
			}
			if d.Approximate {
				b.WriteString("~")
			}
			if d.Ends {
				b.WriteString(" end")
			}
		}
	}
	dates("born", e.Births)
	dates("died", e.Deaths)
	dates("active", e.Active)
	if e.Sex != entry.SexUnknown {
		fmt.Fprintf(&b, " | sex %d", e.Sex)
	}
	for _, d := range e.Identifiers {
		fmt.Fprintf(&b, " | %s %s", d.Kind, d.Text)
	}
	values := func(what string, list []entry.Value) {
		for _, v := range list {
			fmt.Fprintf(&b, " | %s %s", what, v.Text)
		}
	}
	values("birth place", e.BirthPlaces)
	values("country", e.Countries)
	values("phone", e.Phones)
	values("email", e.Emails)
	values("role", e.Roles)
	values("group", e.Groups)
	values("leader", e.Leaders)
	return b.String()
}

func TestRead(t *testing.T) {
	ofac := `101,"VOLARSKI, Taren",individual,TEST,Commander,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 12 Mar 1970; alt. DOB circa 1971; POB Upper Town, Georgia; nationality Georgia; Passport AB123 (Georgia) expires 01 Jan 2010; Gender Male; a.k.a. 'TARO'."` + "\n" +
		`102,"VOLAR FRONT",-0- ,TEST,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ` + "\n" +
		`103,"VOLAR STAR",vessel,TEST,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ` + "\n"
	alt := "101,1,aka,\"VOLARSKY, Taren\",-0- \n102,2,fka,FRONT OF VOLAR,-0- \n"
	for _, c := range []struct {
		name  string
		texts []string
		want  []string
	}{
		{"a register", []string{"rec_id, given_name, surname, date_of_birth, soc_sec_id, gender\nr1, taren, volarski, 19371233, 123, M\nr2, , ostrand, 1981-05-06, , f\n"}, []string{
			"person | part taren | part volarski | born digits 19371233 | sex 1 | national_id 123",
			"person | part ostrand | born 1981-05-06..1981-05-06 | sex 2",
		}},
		{"dates", []string{"id,name,birth_date\n1,A B,1968-1970\n2,C D,circa 1960; 1961\n3,E F,between 1950 and 1952\n4,G H,3 Feb 1970\n5,I K,unknown\n6,L M,1970~\n"}, []string{
			"person | primary A B | born 1968-01-01..1970-12-31",
			"person | primary C D | born 1960-01-01..1960-12-31~ | born 1961-01-01..1961-12-31",
			"person | primary E F | born 1950-01-01..1952-12-31",
			"person | primary G H | born 1970-02-03..1970-02-03",
			"person | primary I K",
			"person | primary L M | born 1970-01-01..1970-12-31~",
		}},
		{"entities", []string{"id,schema,name,alias,country\n1,Company,Volar Trading,VT; Volar Trade,Georgia\n2,Person,Taren Volarski,,\n3,Vessel,Volar Star,,\n"}, []string{
			"group | primary Volar Trading | alias VT | alias Volar Trade | country Georgia",
			"person | primary Taren Volarski",
			"none | primary Volar Star",
		}},
		{"OFAC with its alternative names", []string{ofac, alt}, []string{
			"person | primary VOLARSKI, Taren | alias VOLARSKY, Taren | weak alias TARO | born 1970-03-12..1970-03-12 | born 1971-01-01..1971-12-31~ | sex 1 | passport AB123 | birth place Upper Town, Georgia | country Georgia | role Commander",
			"group | primary VOLAR FRONT | alias FRONT OF VOLAR",
			"none | primary VOLAR STAR",
		}},
		{"FollowTheMoney", []string{`{"id":"x1","schema":"Person","caption":"Taren Volarski","properties":{"name":["Taren Volarski"],"alias":["Тарен Воларский"],"weakAlias":["Taro"],"birthDate":["1970-02-03"],"nationality":["ge"],"passportNumber":["AB123"],"gender":["male"]}}
{"id":"x2","schema":"Organization","caption":"Volar Front","properties":{"name":["Volar Front"]}}
{"id":"x3","schema":"Sanction","caption":"x","properties":{"name":["no entry"]}}
{"id":"x4","schema":"Person","caption":"Mila","properties":{}}
`}, []string{
			"person | primary Taren Volarski | alias Тарен Воларский | weak alias Taro | born 1970-02-03..1970-02-03 | sex 1 | passport AB123 | country ge",
			"group | primary Volar Front",
			"none",
			"person | primary Mila",
		}},
		{"claims", []string{
			"claim_id,person_key,name_in_source,name_variants,kunya_nisba,birth_date,death_date,role,group,from,to,source_id\n" +
				"P1,k,Taren Volarski (Volarsky),alias of Taro Volar; as above; 'Taro',Abu Volar (Абу Волар),c.1970 (aged 40),2010-05,leader,Volar Front,2001,2009,S1\n",
			"claim_id,group_key,name_in_source,name_variants,active_from,leaders,affiliation,source_id\nG1,g,Volar Front (VF),Front of Volar (sic),2001,Taren Volarski,Northern League,S1\n",
		}, []string{
			"person | primary Taren Volarski | alias Taro Volar | alias Taro | weak alias Abu Volar | weak alias Абу Волар | born 1970-01-01..1970-12-31~ | died 2010-05-01..2010-05-31 | active 2001-01-01..2001-12-31 | active 2009-01-01..2009-12-31 end | role leader | group Volar Front",
			"group | primary Volar Front | weak alias VF | alias Front of Volar | active 2001-01-01..2001-12-31 | group Northern League | leader Taren Volarski",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			var e entry.Entry
			for _, l := range lists(t, c.texts...) {
				for row := range l.Data.N {
					l.Read(row, &e)
					got = append(got, brief(&e))
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Every value leads back to the cell that it came from.
func TestCells(t *testing.T) {
	l := lists(t, "id,name,aliases,birth_date,passport\n1,Taren Volarski,Taro; Tarko,1970,AB1\n")[0]
	var e entry.Entry
	l.Read(0, &e)
	text := func(c entry.Cell) string {
		s, _ := c.Data.Columns[c.Column].Text(c.Row)
		return s
	}
	if len(e.Names) != 3 || text(e.Names[0].Cell) != "Taren Volarski" || text(e.Names[2].Cell) != "Taro; Tarko" || text(e.Births[0].Cell) != "1970" || text(e.Identifiers[0].Cell) != "AB1" {
		t.Errorf("%+v", e)
	}
}

func TestTablesThatAreNoLists(t *testing.T) {
	for _, text := range []string{
		"event_date,location,name,fatalities\n2015-01-01,Town,Front,3\n",
		"id,name,latitude,longitude\n1,Town,1,2\n",
		"name,value\nx,1\n",
	} {
		if got := lists(t, text); len(got) != 0 {
			t.Errorf("read as a list: %q", text)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("Taren (Taro); as above; a.k.a. X", "1970; c.1980 (aged 3); 1968-1970", "Passport: 1; x", `{"name":["a"],"birthDate":"1970"}`)
	f.Add("(", ";;;", ":", "[")
	f.Fuzz(func(t *testing.T, name, date, documents, properties string) {
		clean := func(s string) string {
			return strings.NewReplacer("\n", " ", "\r", " ", `"`, "'", "\x00", " ").Replace(s)
		}
		text := fmt.Sprintf("id,name,aliases,birth_date,documents\n1,\"%s\",\"%s\",\"%s\",\"%s\"\n", clean(name), clean(name), clean(date), clean(documents))
		ds, err := read.Text(context.Background(), "x", text)
		if err != nil {
			return
		}
		defer ds.Close()
		var e entry.Entry
		for _, l := range entry.Lists([]*record.Dataset{ds}) {
			for row := range l.Data.N {
				l.Read(row, &e)
				for _, b := range e.Births {
					if b.Known() && b.Last < b.First {
						t.Errorf("%q ends before it begins", b.Text)
					}
				}
			}
		}
	})
}
