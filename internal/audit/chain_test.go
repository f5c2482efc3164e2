package audit_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/rules"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

// An invented case about an invented country.
var narland = map[string]string{
	"incidents": `claim_id,incident_key,date_claimed,place,region,lat,lon,event_type,killed_civilians,killed_security,killed_perpetrators,injured,claimed_by,attributed_by_authorities_to,status,source_id,source_title,source_publisher,source_date,locator
I1,tarn-raid,2012-03-01,Tarn,Tarn,6.5,2.5,raid,10,2,,31,Harbour Front,,confirmed,S1,Raid in Tarn,Daily Wire,2012-03-02,
I2,tarn-raid,2012-03-01,Tarn,Tarn,6.5,2.5,raid,25,2,1,31,,Harbour Front,confirmed,S2,The raid on Tarn,Evening Post,2012-03-09,
I3,tarn-raid,2012-03-04,Tarn North,Tarn,6.5,2.5,raid,10,2,1,33,,Hill Brigade,confirmed,S3,Annual list,Narland Institute,2013-01-09,
I4,ost-bomb,2013-05-06,Ost,Ost,7.5,3.5,bombing,4,,,9,,Hill Brigade,,S9,Bomb in Ost,Daily Wire,2013-05-07,
I5,ost-bomb,2013-05-06,Ost,Ost,7.5,3.5,bombing,7,,,9,,Harbour Front,,S4,Bomb,Coast Radio,2013-05-07,
`,
	"figures": `claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,reporter,source_id,source_title,source_publisher,source_date,locator
F1,citizens,Narland,Westmark,present,2012-06,,1700,,Interior Ministry,Daily Wire,S5,Fighters abroad,Daily Wire,2012-06-20,
F2,citizens,Narland,Westmark,present,2012-06,,650,,Security Service,Evening Post,S6,How many left,Evening Post,2012-06-21,
F3,citizens,Narland,Westmark,cumulative travelled,2012,,900,,Narland Institute,,S7,Study,Narland Institute,2013-02-01,
F4,citizens,Narland,Westmark,cumulative travelled,2014,,700,,Narland Institute,,S8,Study again,Narland Institute,2015-02-01,
`,
	"people": `claim_id,person_key,name_in_source,name_variants,birth_date,death_date,death_detail,role,group,from,legal_status,source_id,source_title,source_publisher,source_date
P1,tesfo,Amaru Tesfo,,1971-02-03,2011-05-01,killed,head,Harbour Front,2005,alleged,S10,Death of a leader,Daily Wire,2011-05-02
P2,tesfo,A. Tesfo,Amaru Tesfo,1975,2013-08-09,killed,head,Harbour Front,2007,alleged,S11,He is dead,Coast Radio,2013-08-10
P3,mbele,Jon Mbele,,1969,2012,killed,clerk,Hill Brigade,2001,mentioned,S3,Annual list,Narland Institute,2013-01-09
P4,mbele,Jon Mbele,,1969,2012-11,killed,clerk,Hill Brigade,2001,mentioned,S12,He is dead,Evening Post,2012-12-09
`,
	"groups": `claim_id,group_key,name_in_source,active_from,active_to,leaders,affiliation,source_id,source_title,source_publisher,source_date
G1,hf,Harbour Front,2004,,Amaru Tesfo,,S3,Annual list,Narland Institute,2013-01-09
G2,hf,Harbour Front,1999,2010,Amaru Tesfo,,S10,Death of a leader,Daily Wire,2011-05-02
G3,hb,Hill Brigade,2000,,,,S3,Annual list,Narland Institute,2013-01-09
`,
}

func auditOf(t *testing.T, tables map[string]string) *audit.Audit {
	t.Helper()
	var names []string
	for name := range tables {
		names = append(names, name)
	}
	slices.Sort(names)
	cfg := audit.Config{AsOf: record.NoDay, PseudonymKey: "sixteen characters, or more"}
	var ds []*record.Dataset
	for _, name := range names {
		d, err := read.Text(context.Background(), name, tables[name])
		if err != nil {
			t.Fatal(err)
		}
		ds = append(ds, d)
	}
	for _, r := range rules.All() {
		cfg.Rules = append(cfg.Rules, audit.Chosen{Rule: r})
	}
	a, err := audit.Datasets(context.Background(), cfg, ds...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

// told is everything that a finding says, fingerprint included, without the addresses of the program.
func told(f *check.Finding) string {
	s := fmt.Sprintf("%s %s %d %d %s %v %d %q %q %q %q %q %v %g", f.Rule.Code, f.Data.Name, f.Row, f.Column, f.Fingerprint, f.Severity, f.Alike,
		f.Message, f.Why, f.Help, f.Found, f.Expected, f.Marked, f.Confidence)
	for _, r := range f.Related {
		s += fmt.Sprintf(" %s:%d:%d", r.Data.Name, r.Row, r.Column)
	}
	return s
}

// changed lists the findings of a that b does not have just so.
func changed(a, b *audit.Audit) []*check.Finding {
	have := map[string]bool{}
	for i := range b.Findings {
		have[told(&b.Findings[i])] = true
	}
	var out []*check.Finding
	for i := range a.Findings {
		if f := &a.Findings[i]; !have[told(f)] {
			out = append(out, f)
		}
	}
	return out
}

func theClaim(t *testing.T, c *audit.Chain, id string) claim.Claim {
	t.Helper()
	at := c.Rows(id)
	if len(at) != 1 {
		t.Fatalf("%d rows are called %s", len(at), id)
	}
	return c.Claim(at[0].Data, at[0].Row)
}

// unaccounted lists what changed though it does not depend on a claim.
func unaccounted(a, b *audit.Audit, c *audit.Chain, x claim.Claim) []string {
	depends := map[*check.Finding]bool{}
	for _, d := range c.Dependents(x) {
		depends[d.Finding] = true
	}
	var out []string
	for _, f := range changed(a, b) {
		if !depends[f] {
			out = append(out, told(f))
		}
	}
	return out
}

// One cell decides about the findings that name its claim or depend on it, and about no others: every number and every date
// of the case is changed, one by one.
func TestOneCellChangesWhatDependsOnIt(t *testing.T) {
	before := auditOf(t, narland)
	chain := audit.NewChain(before)
	edits, effective := 0, 0
	for table, text := range narland {
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for r := 1; r < len(rows); r++ {
			for c, name := range rows[0] {
				old := rows[r][c]
				rows[r][c] = another(name, old)
				if rows[r][c] == old {
					continue
				}
				var b strings.Builder
				w := csv.NewWriter(&b)
				if err := w.WriteAll(rows); err != nil {
					t.Fatal(err)
				}
				edited := map[string]string{}
				for k, v := range narland {
					edited[k] = v
				}
				edited[table] = b.String()
				after := auditOf(t, edited)
				id := rows[r][0]
				afterChain := audit.NewChain(after)
				left := append(unaccounted(before, after, chain, theClaim(t, chain, id)), unaccounted(after, before, afterChain, theClaim(t, afterChain, id))...)
				for _, s := range left {
					t.Errorf("%s of %s from %s to %s changes what does not depend on it:\n%s", name, id, old, rows[r][c], s)
				}
				edits++
				if len(changed(before, after)) > 0 {
					effective++
				}
				rows[r][c] = old
			}
		}
	}
	if edits < 40 || effective < edits/4 {
		t.Errorf("only %d of %d edits change a finding", effective, edits)
	}
}

// another is a cell with another number or date in it; texts are left as they are.
func another(column, old string) string {
	switch column {
	case "claim_id", "source_id", "lat", "lon", "source_date":
		return old
	}
	if n, err := strconv.Atoi(old); err == nil && n > 0 {
		if n > 1900 && n < 2100 && (strings.Contains(column, "date") || column == "as_of" || column == "from" || column == "active_from" || column == "active_to") {
			return strconv.Itoa(n + 3)
		}
		return strconv.Itoa(3*n + 1)
	}
	if len(old) >= 7 && old[4] == '-' {
		if y, err := strconv.Atoi(old[:4]); err == nil {
			return strconv.Itoa(y+2) + old[4:]
		}
	}
	return old
}

// The contradiction goes away with the cell that made it, and the chain of the claim names it before.
func TestChain(t *testing.T) {
	before := auditOf(t, narland)
	chain := audit.NewChain(before)
	x := theClaim(t, chain, "i2")
	named := chain.Named(x.Base().Data, x.Base().Row)
	deps := chain.Dependents(x)
	if len(named) == 0 || len(deps) < len(named) {
		t.Fatalf("%d findings name I2, %d depend on it", len(named), len(deps))
	}
	for i, d := range deps {
		if (d.How == "names it") != (i < len(named)) {
			t.Errorf("%d: %s[%s] %s", i, d.Finding.Rule.Code, d.Finding.Message, d.How)
		}
	}
	edited := map[string]string{}
	for k, v := range narland {
		edited[k] = strings.Replace(v, "raid,25,2,1,31", "raid,10,2,1,31", 1)
	}
	after := auditOf(t, edited)
	gone := changed(before, after)
	if len(gone) == 0 {
		t.Error("the correction changes nothing")
	}
	for _, f := range gone {
		if !slices.Contains(named, f) && !slices.ContainsFunc(deps, func(d audit.Dependent) bool { return d.Finding == f }) {
			t.Errorf("%s is gone", told(f))
		}
		if got := chain.Findings(f.Fingerprint[:9]); !slices.Contains(got, f) {
			t.Errorf("%s is not found", f.Fingerprint)
		}
	}
}
