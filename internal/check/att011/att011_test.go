package att011

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

var headers = map[string]string{
	"groups": "claim_id,group_key,name_in_source,name_variants,active_from,active_to,leaders,affiliation,source_id,source_publisher,locator\n",
}

func TestCase(t *testing.T) {
	for _, c := range []struct {
		name, want, says string
		tables           map[string]string
	}{
		{"two beginnings", `warning G1 G2 active_from`, `beginning of Northern Front to 2012 and 2014`, map[string]string{
			"groups": `G1,north,Northern Front,,2012,,,,SG1,Paper SG1,
G2,north,Northern Front,,2014,,,,SG2,Paper SG2,`,
		}},
		{"two ends", `warning G1 G2 G3 active_to`, `end of Northern Front`, map[string]string{
			"groups": `G1,north,Northern Front,,,2012,,,SG1,Paper SG1,
G2,north,Northern Front,,,2012-03,,,SG2,Paper SG2,
G3,north,Northern Front,,,2014-05,,,SG3,Paper SG3,`,
		}},
		{"another precision", ``, ``, map[string]string{
			"groups": `G1,north,Northern Front,,2012,,,,SG1,Paper SG1,
G2,north,Northern Front,,2012-05,,,,SG2,Paper SG2,`,
		}},
		{"about that year", ``, ``, map[string]string{
			"groups": `G1,north,Northern Front,,c.2012,,,,SG1,Paper SG1,
G2,north,Northern Front,,2013,,,,SG2,Paper SG2,`,
		}},
		{"intervals overlap", ``, ``, map[string]string{
			"groups": `G1,north,Northern Front,,2011/2013,,,,SG1,Paper SG1,
G2,north,Northern Front,,2013-05,,,,SG2,Paper SG2,`,
		}},
		{"two groups", ``, ``, map[string]string{
			"groups": `G1,north,Northern Front,,2012,,,,SG1,Paper SG1,
G2,south,Northern Front,,2014,,,,SG2,Paper SG2,`,
		}},
		{"end in words", `warning G1 active_to`, `absorbed in 2007`, map[string]string{
			"groups": `G1,north,Northern Front,,,2003,,,SG1,Paper SG1,absorbed by the League in 2007`,
		}},
		{"end in words agrees", ``, ``, map[string]string{
			"groups": `G1,north,Northern Front,,,2003-05,,,SG1,Paper SG1,dissolved 2003`,
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
