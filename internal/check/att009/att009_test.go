package att009

import (
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
)

var headers = map[string]string{
	"relations": "claim_id,group_a,relation,group_b,date,source_id,source_publisher,locator,notes\n",
	"context":   "claim_id,date,event,value,source_id,locator\n",
}

func TestCase(t *testing.T) {
	for _, c := range []struct {
		name, want, says string
		tables           map[string]string
	}{
		{"two dates of one oath", `warning R1 R2 date`, `2014-11 and 2017`, map[string]string{
			"relations": `R1,north,pledge_to,league,2014-11,SR1,Paper SR1,,
R2,north,swore allegiance to,league,2017,SR2,Paper SR2,,`,
		}},
		{"another precision", ``, ``, map[string]string{
			"relations": `R1,north,pledge_to,league,2014-11,SR1,Paper SR1,,
R2,north,pledge_to,league,2014,SR2,Paper SR2,,`,
		}},
		{"about that year", ``, ``, map[string]string{
			"relations": `R1,north,pledge_to,league,2014~,SR1,Paper SR1,,
R2,north,pledge_to,league,2015-02,SR2,Paper SR2,,`,
		}},
		{"a state of affairs has many dates", ``, ``, map[string]string{
			"relations": `R1,north,affiliate_of,league,2014,SR1,Paper SR1,,
R2,north,affiliate_of,league,2017,SR2,Paper SR2,,`,
		}},
		{"other groups", ``, ``, map[string]string{
			"relations": `R1,north,pledge_to,league,2014,SR1,Paper SR1,,
R2,south,pledge_to,league,2017,SR2,Paper SR2,,`,
		}},
		{"season in words", `warning R2 R1 date`, `2013 and 2013-11`, map[string]string{
			"relations": `R1,north,split_to,league,2013-11,SR1,Paper SR1,,
R2,north,split_to,league,2013,SR2,Paper SR2,in spring 2013,`,
		}},
		{"the claim tells of another date", `warning R1 date`, `tells of another date`, map[string]string{
			"relations": `R1,north,pledge_to,league,2014-12-15,SR1,Paper SR1,mid-December; another page says end of December,`,
		}},
		{"accepted before it was sworn", `warning R1 R2 date`, `after it was accepted on 2015-06-23`, map[string]string{
			"relations": `R1,north,pledge_to,league,2015-06,SR1,Paper SR1,oath at the end of June,
R2,north,accepted_by,league,2015-06-23,SR2,Paper SR2,,`,
		}},
		{"accepted before, by its own words and a context", `warning R1 E1 date`, `2015-06-23`, map[string]string{
			"relations": `R1,north,pledge_to,league,2015-06,SR1,Paper SR1,end of June though accepted on 23 June,`,
			"context":   `E1,2015-06-23,League accepted oaths,,SE1,`,
		}},
		{"accepted in the same month", ``, ``, map[string]string{
			"relations": `R1,north,pledge_to,league,2015-06,SR1,Paper SR1,,
R2,north,accepted_by,league,2015-06-23,SR2,Paper SR2,,`,
		}},
		{"another oath years later", ``, ``, map[string]string{
			"relations": `R1,north,pledge_to,league,2018,SR1,Paper SR1,,
R2,north,accepted_by,league,2015-06-23,SR2,Paper SR2,,`,
		}},
		{"part before it went over", `warning R1 R2 date`, `before the claims`, map[string]string{
			"relations": `R1,north,front_group_of,league,2013-05,SR1,Paper SR1,,
R2,north,split_to,league,2013-11,SR2,Paper SR2,,`,
		}},
		{"part after it went over", ``, ``, map[string]string{
			"relations": `R1,north,front_group_of,league,2014,SR1,Paper SR1,,
R2,north,split_to,league,2013-11,SR2,Paper SR2,,`,
		}},
		{"one source tells both", ``, ``, map[string]string{
			"relations": `R1,north,affiliate_of,league,2013,S,Paper S,,
R2,north,pledge_to,league,2014,S,Paper S,,`,
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
