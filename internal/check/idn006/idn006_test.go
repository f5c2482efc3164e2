package idn006

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
		{"two dates", `warning P1 P2 birth_date`, `2 dates of birth`, map[string]string{
			"people": `P1,k1,Ana Brook,,,1970-01-15,,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,1972-05-26,,,,,,,SP2,Paper SP2,,`,
		}},
		{"one list gives both", `warning P1 P2 birth_date`, `the source itself gives them all`, map[string]string{
			"people": `P1,k1,Ana Brook,,,1970,,,,,,,List,Paper List,,
P2,k1,Ana Brook,,,1975,,,,,,,List,Paper List,,`,
		}},
		{"a year holds its days", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,1970,,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,1970-05-26,,,,,,,SP2,Paper SP2,,`,
		}},
		{"about a year", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,c.1970,,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,1971-05-26,,,,,,,SP2,Paper SP2,,`,
		}},
		{"an age at death fits", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,1981-03-09,,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,2016-12-03,shot; 35 years old,,,,,SP2,Paper SP2,,`,
		}},
		{"an age at death is one year out", `note P1 P2 birth_date`, `ages in reports`, map[string]string{
			"people": `P1,k1,Ana Brook,,,1981-03-09,,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,c.1980 (aged 36),2016-12-03,,,,,,SP2,Paper SP2,,`,
		}},
		{"an age at death is ten years out", `warning P1 P2 birth_date`, `up to 9 years`, map[string]string{
			"people": `P1,k1,Ana Brook,,,1981-03-09,,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,2016-12-03,,,,,,SP2,Paper SP2,,aged 45`,
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
