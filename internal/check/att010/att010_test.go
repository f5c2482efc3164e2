package att010

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

var headers = map[string]string{
	"relations": "claim_id,group_a,relation,group_b,date,source_id,source_publisher,locator,notes\n",
	"groups":    "claim_id,group_key,name_in_source,name_variants,active_from,active_to,leaders,affiliation,source_id,source_publisher,locator\n",
	"people":    "claim_id,person_key,name_in_source,name_variants,kunya_nisba,birth_date,death_date,death_detail,role,group,from,to,source_id,source_publisher,source_date,locator\n",
}

func TestCase(t *testing.T) {
	for _, c := range []struct {
		name, want, says string
		tables           map[string]string
	}{
		{"name not yet in use", `warning R1 date`, `was not yet in use`, map[string]string{
			"relations": `R1,north,joined,hts,2015,SR1,Paper SR1,,
R2,south,part_of,jabhat_nusra,2014,SR2,Paper SR2,,`,
		}},
		{"name in use", ``, ``, map[string]string{
			"relations": `R1,north,joined,hts,2017-03,SR1,Paper SR1,,
R2,south,part_of,jabhat_nusra,2014,SR2,Paper SR2,,`,
		}},
		{"the key stands for the organisation", ``, ``, map[string]string{
			"relations": `R1,north,joined,hts,2015,SR1,Paper SR1,,`,
		}},
		{"old name goes on", `note R2 date`, `no more in use`, map[string]string{
			"relations": `R1,north,joined,hts,2017-03,SR1,Paper SR1,,
R2,south,part_of,jabhat_nusra,2017-05,SR2,Paper SR2,,`,
		}},
		{"organisation did not exist", `warning R1 date`, `did not exist yet`, map[string]string{
			"relations": `R1,north,pledge_to,boko_haram,1990,SR1,Paper SR1,,`,
		}},
		{"dissolved yet credited", `warning R1 G1 date`, `did not exist any more`, map[string]string{
			"groups":    `G1,north,Northern Front,,,2012-07,,,SG1,Paper SG1,`,
			"relations": `R1,rivals,fights,north,2012-10-23,SR1,Paper SR1,,`,
		}},
		{"oath before the beginning by all claims", `warning R1 G1 G2 date`, `did not exist yet`, map[string]string{
			"groups": `G1,north,Northern Front,,2013-06,,,,SG1,Paper SG1,
G2,north,Northern Front,,2014,,,,SG2,Paper SG2,`,
			"relations": `R1,north,pledge_to,league,2012,SR1,Paper SR1,,`,
		}},
		{"one claim has it begin earlier", ``, ``, map[string]string{
			"groups": `G1,north,Northern Front,,2011,,,,SG1,Paper SG1,
G2,north,Northern Front,,2014,,,,SG2,Paper SG2,`,
			"relations": `R1,north,pledge_to,league,2012,SR1,Paper SR1,,`,
		}},
		{"within a month", ``, ``, map[string]string{
			"groups":    `G1,north,Northern Front,,,2012-07-10,,,SG1,Paper SG1,`,
			"relations": `R1,north,pledge_to,league,2012-08-01,SR1,Paper SR1,,`,
		}},
		{"its own dissolution", ``, ``, map[string]string{
			"groups":    `G1,north,Northern Front,,,2012-07-10,,,SG1,Paper SG1,`,
			"relations": `R1,north,dissolved,state,2013,SR1,Paper SR1,,`,
		}},
		{"role after the end", `warning P1 P2 G1 to`, `goes on to 2015`, map[string]string{
			"groups": `G1,north,Northern Front,,,2012,,,SG1,Paper SG1,`,
			"people": `P1,k1,Ana Brook,,,,,,,Northern Front (west),2010,2015,SP1,Paper SP1,,
P2,k2,Ana Brook,,,,,,,northern front,,2016,SP2,Paper SP2,,`,
		}},
		{"role before the beginning", `note P1 G1 from`, `begins 2010`, map[string]string{
			"groups": `G1,north,Northern Front,,2012,,,,SG1,Paper SG1,`,
			"people": `P1,k1,Ana Brook,,,,,,,Northern Front,2010,,SP1,Paper SP1,,`,
		}},
		{"role in another group", ``, ``, map[string]string{
			"groups": `G1,north,Northern Front,,2012,,,,SG1,Paper SG1,`,
			"people": `P1,k1,Ana Brook,,,,,,,Southern Front,2010,,SP1,Paper SP1,,`,
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
