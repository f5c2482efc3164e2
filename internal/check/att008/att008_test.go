package att008

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

var headers = map[string]string{
	"relations": "claim_id,group_a,relation,group_b,date,source_id,source_publisher,locator,notes\n",
	"groups":    "claim_id,group_key,name_in_source,name_variants,active_from,active_to,leaders,affiliation,source_id,source_publisher,locator\n",
}

func TestCase(t *testing.T) {
	for _, c := range []struct {
		name, want, says string
		tables           map[string]string
	}{
		{"two rivals", `warning R1 R2 R3`, `league and rivals`, map[string]string{
			"relations": `R1,north,affiliate_of,league,2015-08,SR1,Paper SR1,,
R2,north,affiliate_of,rivals,2015-08,SR2,Paper SR2,,
R3,league,hostile,rivals,2014,SR3,Paper SR3,,`,
		}},
		{"rivals by a third", `warning R1 R2 R3 R4`, `hostile to each other`, map[string]string{
			"relations": `R1,north,part_of,league,2015-08,SR1,Paper SR1,,
R2,north,part_of,rivals,2015-08,SR2,Paper SR2,,
R3,south,fights,rivals,2014,SR3,Paper SR3,,
R4,south,pledge_to,league,2014,SR4,Paper SR4,,`,
		}},
		{"hostile only later", ``, ``, map[string]string{
			"relations": `R1,north,part_of,league,2013,SR1,Paper SR1,,
R2,north,part_of,rivals,2013,SR2,Paper SR2,,
R3,league,hostile,rivals,2016,SR3,Paper SR3,,`,
		}},
		{"one after the other", ``, ``, map[string]string{
			"relations": `R1,north,part_of,league,2013,SR1,Paper SR1,,
R2,north,part_of,rivals,2015,SR2,Paper SR2,,
R3,league,hostile,rivals,2011,SR3,Paper SR3,,`,
		}},
		{"one of them under the other", ``, ``, map[string]string{
			"relations": `R1,north,part_of,league,2013,S,Paper S,,
R2,north,part_of,union,2013,S,Paper S,,
R3,league,part_of,union,2011,SR3,Paper SR3,,`,
		}},
		{"one source says both", `note R1 R2`, `league and union`, map[string]string{
			"relations": `R1,north,part_of,league,2013,S,Paper S,,
R2,north,part_of,union,2013,S,Paper S,,`,
		}},
		{"two sources, no hostility", ``, ``, map[string]string{
			"relations": `R1,north,part_of,league,2013,SR1,Paper SR1,,
R2,north,part_of,union,2013,SR2,Paper SR2,,`,
		}},
		{"one affiliation names two enemies", `warning G1 R1`, `League and Rivals`, map[string]string{
			"groups": `G1,north,Northern Front,,,,,League and Rivals,SG1,Paper SG1,
G2,league,League,,,,,,SG2,Paper SG2,
G3,rivals,Rivals,,,,,,SG3,Paper SG3,`,
			"relations": `R1,league,hostile,rivals,2014,SR1,Paper SR1,,`,
		}},
		{"one after the other in words", ``, ``, map[string]string{
			"groups": `G1,north,Northern Front,,,,,League until 2013; then Rivals,SG1,Paper SG1,
G2,league,League,,,,,,SG2,Paper SG2,
G3,rivals,Rivals,,,,,,SG3,Paper SG3,`,
			"relations": `R1,league,hostile,rivals,2014,SR1,Paper SR1,,`,
		}},
		{"branch or independent", `warning G1 G2`, `disagree whether Northern Front`, map[string]string{
			"groups": `G1,north,Northern Front,,,,,branch of the League,SG1,Paper SG1,
G2,north,Northern Front,,,,,autonomous,SG2,Paper SG2,`,
		}},
		{"branch, and independent by its own word", `warning G1 R1`, `disagree`, map[string]string{
			"groups":    `G1,north,Northern Front,,,,,branch of the League,SG1,Paper SG1,`,
			"relations": `R1,north,declared_independent_from,league,2015,SR1,Paper SR1,,`,
		}},
		{"claimed and denied", `warning G1`, `disagree`, map[string]string{
			"groups": `G1,north,Northern Front,,,,,League (claimed; League denies),SG1,Paper SG1,`,
		}},
		{"always independent", ``, ``, map[string]string{
			"groups": `G1,north,Northern Front,,,,,independent,SG1,Paper SG1,
G2,north,Northern Front,,,,,autonomous,SG2,Paper SG2,`,
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
