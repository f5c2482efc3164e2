package idn009

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

var headers = map[string]string{
	"people": "claim_id,person_key,name_in_source,name_variants,kunya_nisba,birth_date,death_date,death_detail,role,group,from,to,source_id,source_publisher,source_date,locator\n",
}

func TestCase(t *testing.T) {
	for _, c := range []struct {
		name, want, says string
		tables           map[string]string
	}{
		{"not confirmed", `warning P2 P1 death_detail`, `doubted or denied in 1 claim`, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2017-09-08,killed by air strike,,,,,SP1,Paper SP1,2017-09-09,
P2,k1,Ana Brook,,,,,the ministry cannot confirm the death,,,,,SP2,Paper SP2,2017-09-10,`,
		}},
		{"identity established", `note P2 P1 P3 death_detail`, `identity was established`, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2017-09-08,,,,,,SP1,Paper SP1,2017-09-09,
P2,k1,Ana Brook,,,,,death denied,,,,,SP2,Paper SP2,2017-09-10,
P3,k1,Ana Brook,,,,2017-09-08,identity confirmed by DNA,,,,,SP3,Paper SP3,2017-09-20,`,
		}},
		{"the doubt was right", `note P1 death_detail`, `bears the doubt out`, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2011-03,reported killed; the group denied,,,,,SP1,Paper SP1,2011-03,
P2,k1,Ana Brook,,,,2021,,,,,,SP2,Paper SP2,2021,`,
		}},
		{"two younger reports without doubt", `note P1 P2 P3 death_detail`, `younger than every doubt`, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2014-01,death denied,,,,,SP1,Paper SP1,2014-01,
P2,k1,Ana Brook,,,,2014,,,,,,SP2,Paper SP2,2015,
P3,k1,Ana Brook,,,,2014,,,,,,SP3,Paper SP3,2016,`,
		}},
		{"alive before", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,,"seen alive, death denied",,,,,SP1,Paper SP1,2012,
P2,k1,Ana Brook,,,,2017,,,,,,SP2,Paper SP2,2017,`,
		}},
		{"nobody doubts", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2017,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,2017-03,killed,,,,,SP2,Paper SP2,,`,
		}},
		{"a denial of something else", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2017,killed,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,,denied the charges,,,,,SP2,Paper SP2,,`,
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
