package idn008

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

var headers = map[string]string{
	"people":    "claim_id,person_key,name_in_source,name_variants,kunya_nisba,birth_date,death_date,death_detail,role,group,from,to,source_id,source_publisher,source_date,locator\n",
	"relations": "claim_id,group_a,relation,group_b,date,source_id,source_publisher,locator,notes\n",
}

func TestCase(t *testing.T) {
	for _, c := range []struct {
		name, want, says string
		tables           map[string]string
	}{
		{"manner", `warning P1 P2 death_detail`, `poisoned (1 claim)`, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2014-03,poisoned,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,2014-03,killed in a special operation,,,,,SP2,Paper SP2,,`,
		}},
		{"manner of a false report long before", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2004,killed by air strike,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,2014,poisoned,,,,,SP2,Paper SP2,,`,
		}},
		{"same manner", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2014,killed by an airstrike,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,2014,killed in an air raid,,,,,SP2,Paper SP2,,`,
		}},
		{"birthplace", `warning P1 P2 locator`, `the birthplace`, map[string]string{
			"people": `P1,k1,Ana Brook,,,,,,,,,,SP1,Paper SP1,,born Northport
P2,k1,Ana Brook,,,,,,,,,,SP2,Paper SP2,,was born in Eastham`,
		}},
		{"birthplace agrees", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,,,,,,,SP1,Paper SP1,,born Northport
P2,k1,Ana Brook,,,,,,,,,,SP2,Paper SP2,,was born in Northport`,
		}},
		{"patronymic", `warning P1 P2 name_in_source`, `the patronymic`, map[string]string{
			"people": `P1,k1,Ana Petrovna Brook,,,,,,,,,,SP1,Paper SP1,,
P2,k1,Ana Ivanovna Brook,,,,,,,,,,SP2,Paper SP2,,`,
		}},
		{"patronymic in other spellings", ``, ``, map[string]string{
			"people": `P1,k1,Ana Sergeevna Brook,,,,,,,,,,SP1,Paper SP1,,
P2,k1,Ana Sergeyevna Brook,,,,,,,,,,SP2,Paper SP2,,
P3,k1,Ана Сергеевна Брук,,,,,,,,,,SP3,Paper SP3,,`,
		}},
		{"given name", `warning P1 P3 P2 name_in_source`, `the given name`, map[string]string{
			"people": `P1,k1,Ana Brook,,,,,,,,,,SP1,Paper SP1,,
P2,k1,Judith Brook,,,,,,,,,,SP2,Paper SP2,,
P3,k1,Ana Brook,,,,,,,,,,SP3,Paper SP3,,`,
		}},
		{"given name spelled otherwise", ``, ``, map[string]string{
			"people": `P1,k1,Tatiana Brook,,,,,,,,,,SP1,Paper SP1,,
P2,k1,Tatyana Brook,,,,,,,,,,SP2,Paper SP2,,`,
		}},
		{"a nom de guerre is no given name", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,,,,,,,SP1,Paper SP1,,
P2,k1,Red Fox,,,,,,,,,,SP2,Paper SP2,,
P3,k1,Umm Nur Brook,,,,,,,,,,SP3,Paper SP3,,`,
		}},
		{"start", `warning P1 P3 from`, `2014-05 and 2015-05`, map[string]string{
			"people": `P1,k1,Ana Brook,,,,,,,Front,2014-05,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,,,,The Front (armed wing),2015,,SP2,Paper SP2,,
P3,k1,Ana Brook,,,,,,,Front,2015-05,,SP3,Paper SP3,,`,
		}},
		{"start at another precision", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,,,,Front,2015,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,,,,Front,2015-05,,SP2,Paper SP2,,`,
		}},
		{"start about then", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,,,,Front,2014~,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,,,,Front,2015-05,,SP2,Paper SP2,,`,
		}},
		{"start in neighbouring months", `warning P1 P2 from`, `neighbouring months`, map[string]string{
			"people": `P1,k1,Ana Brook,,,,,,,Front,2013-11,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,,,,Front,2013-12,,SP2,Paper SP2,,`,
		}},
		{"leader at death after the end", `warning P1 P2 role`, `2019`, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2022-09-08,,leader,Front,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,,,former emir,Front,,2019,SP2,Paper SP2,,`,
		}},
		{"former leader at death", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2022-09-08,,former leader,Front,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,,,,Front,,2019,SP2,Paper SP2,,`,
		}},
		{"the end is the death", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2022-09-08,,leader,Front,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,2022-07,,,Front,,2022-07,SP2,Paper SP2,,`,
		}},
		{"two groups at once", `note P2 P1 from`, `Front and League`, map[string]string{
			"people": `P1,k1,Ana Brook,,,,,,,Front,2013-02,2013-12,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,,,,League,2013-05,,SP2,Paper SP2,,`,
		}},
		{"one group after the other", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,,,,Front,2013-02,2013-05,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,,,,League,2013-05,,SP2,Paper SP2,,`,
		}},
		{"one group is part of the other", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,,,,Front,2013-02,2013-12,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,,,,League,2013-05,,SP2,Paper SP2,,`,
			"relations": `R1,front,affiliate_of,league,2012,SR1,Paper SR1,,`,
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			tables := map[string]string{}
			for name, rows := range c.tables {
				tables[name] = headers[name] + rows + "\n"
			}
			var got, texts []string
			for _, f := range checktest.Case(t, Rule, tables) {
				got = append(got, checktest.Cells(f))
				texts = append(texts, f.Message+" / "+f.Why)
				if f.Why == "" || f.Help == "" || strings.HasSuffix(f.Message, ".") {
					t.Errorf("message: %+v", f)
				}
				if all := f.Message + f.Why + f.Help + f.Found + f.Expected; strings.Contains(all, "Brook") || strings.Contains(all, "Dale") {
					t.Errorf("names a person: %s", all)
				}
			}
			if s := strings.Join(got, "; "); s != c.want {
				t.Errorf("got %q, want %q\n%s", s, c.want, strings.Join(texts, "\n"))
			}
			if all := strings.Join(texts, "\n"); !strings.Contains(all, c.says) {
				t.Errorf("%q does not say %q", all, c.says)
			}
		})
	}
}

func TestExample(t *testing.T) {
	for _, x := range []struct {
		text string
		want bool
	}{{Rule.Doc.Before, true}, {Rule.Doc.After, false}} {
		if got := len(checktest.Case(t, Rule, map[string]string{"table": x.text + "\n"})) > 0; got != x.want {
			t.Errorf("example: found is %v\n%s", got, x.text)
		}
	}
}
