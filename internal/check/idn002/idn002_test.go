package idn002

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
		{"role after death", `warning P2 P1`, `after the last reported death (2013-09)`, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2013-09,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,,,commander,Front,2015-02,,SP2,Paper SP2,,`,
		}},
		{"role goes on after death", `warning P2 P1`, `goes on (2014)`, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2013-09-02,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,,,,Front,2011,2014,SP2,Paper SP2,,`,
		}},
		{"a list that was not corrected for a month", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2013-09-02,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,,,,Front,2011,2013-10-01,SP2,Paper SP2,,`,
		}},
		{"the year of the death", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2013-09-02,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,,,,Front,,2013,SP2,Paper SP2,,`,
		}},
		{"about that year", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,c.2013,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,,,,Front,2014-06,,SP2,Paper SP2,,`,
		}},
		{"after a death that was reported again later", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,,2009,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,2016,,,,,,SP2,Paper SP2,,
P3,k1,Ana Brook,,,,,,,Front,2012,,SP3,Paper SP3,,`,
		}},
		{"a commander aged six", `warning P2 P1`, `under 10 years old`, map[string]string{
			"people": `P1,k1,Ana Brook,,,1994,,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,,,,commander,Front,2000,,SP2,Paper SP2,,`,
		}},
		{"by another date of birth it fits", ``, ``, map[string]string{
			"people": `P1,k1,Ana Brook,,,1994,,,,,,,SP1,Paper SP1,,
P2,k1,Ana Brook,,,1984,,,,,,,SP2,Paper SP2,,
P3,k1,Ana Brook,,,,,,,Front,2000,,SP3,Paper SP3,,`,
		}},
		{"dead at 95", `warning P1`, `over 90 years old`, map[string]string{
			"people": `P1,k1,Ana Brook,,,1900,1999,,,,,,SP1,Paper SP1,,`,
		}},
		{"two rows without a key", ``, ``, map[string]string{
			"people": `P1,,Ana Brook,,,,2013-09,,,,,,SP1,Paper SP1,,
P2,,Ana Brook,,,,,,,Front,2015,,SP2,Paper SP2,,`,
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
