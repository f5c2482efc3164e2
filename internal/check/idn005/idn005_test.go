package idn005

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
		{"two dates", `error P1 P2 death_date`, `2 different dates: 2014-01-05 and 2016-07-13`, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2014-01-05,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,2016-07-13,,,,,,SP2,Paper SP2,,`,
		}},
		{"three, and one in words", `error P1 P3 P4 P2 death_date`, `3 different dates`, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2014-01,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,,reported killed,,,,,SP2,Paper SP2,,
P3,k1,Ana Brook,,,,2016,,,,,,SP3,Paper SP3,,
P4,k1,Ana Brook,,,,2014-01-09,,,,,,SP4,Paper SP4,,`,
		}},
		{"a day apart", `warning P1 P2 death_date`, `announcement`, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2014-01-05,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,2014-01-06,,,,,,SP2,Paper SP2,,`,
		}},
		{"the same at another precision", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2014,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,2014-01,,,,,,SP2,Paper SP2,,
P3,k1,Ana Brook,,,,2014-01-06,,,,,,SP3,Paper SP3,,`,
		}},
		{"about the same year", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2014~,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,2015-03,,,,,,SP2,Paper SP2,,`,
		}},
		{"two people", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2014,,,,,,SP1,Paper SP1,,
P2,k2,Ana Brook,,,,2016,,,,,,SP2,Paper SP2,,`,
		}},
		{"no keys", ``, ``, map[string]string{
			"people": `P1,,Ana Brook,,,,2014,,,,,,SP1,Paper SP1,,
P2,,Ana Brook,,,,2016,,,,,,SP2,Paper SP2,,`,
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
