package report

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"
	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/rules"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/privacy"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

// talkative quotes every cell of every row of every table, by each way that a finding has of saying something.
var talkative = &check.Rule{
	Code: "USR901", Name: "talkative", Title: "everything is told", Severity: check.Error, Confidence: 0.9, Claims: true,
	Check: func(p *check.Pass) {
		for row := range p.Data.N {
			all := ""
			for i := range p.Data.Columns {
				text, _ := p.Data.Columns[i].Text(row)
				all += " | " + text
				p.Report(check.Finding{
					Row: row, Column: i, Message: "the cell reads " + text, Why: text + " " + text, Help: "ask " + text,
					Found: text, Expected: "not " + text, Key: text,
				})
			}
			f := check.Finding{Row: row, Column: -1, Message: "the row reads" + all, Why: strings.ToUpper(all), Help: strings.ToLower(all)}
			for other := range p.Data.N {
				f.Related = append(f.Related, check.Ref{Data: p.Data, Row: other, Column: -1})
			}
			p.Report(f)
		}
	},
}

// renderings writes an audit in every format and as a report, and returns all texts by name.
func renderings(t testing.TB, a *audit.Audit, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, name := range finding.Formats() {
		for _, all := range []bool{false, true} {
			var b bytes.Buffer
			if err := finding.Render(&b, a, name, finding.Options{Width: 200, All: all, Lines: 1000}); err != nil {
				t.Fatal(err)
			}
			out[fmt.Sprintf("%s, all %t", name, all)] = b.String()
		}
	}
	if err := Write(context.Background(), dir, a, Options{}); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(dir, func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		out[filepath.Base(path)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := parquet.ReadFile[parquetFinding](filepath.Join(dir, "findings.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	out["findings.parquet"] = fmt.Sprintf("%+v", rows)
	return out
}

// No name of a person who is not listed stands in any rendering of an audit, whatever a rule says and wherever in the tables
// the name stands; a listed person is named. Fingerprints do not depend on the key.
func TestNoNameInAnyRendering(t *testing.T) {
	word := rapid.StringMatching(`[BDFGK][aeiou][lmnrst][aeiou][bdgk][aeiou]`)
	cyrillic := rapid.StringMatching(`[БДГК][аеиоу][лмнрст][аеоу][бдгк]ов`)
	name := rapid.Custom(func(t *rapid.T) string {
		w := rapid.SampledFrom([]*rapid.Generator[string]{word, word, cyrillic}).Draw(t, "script")
		return strings.Join(rapid.SliceOfNDistinct(w, 2, 3, rapid.ID[string]).Draw(t, "name"), " ")
	})
	six := rapid.SliceOfNDistinct(name, 6, 6, func(s string) string { return strings.Fields(s)[0] })
	for run := range 10 { // an audit with all rules and its report take a while
		names := six.Example(run)
		files := map[string]string{
			"people.csv": "claim_id,person_key,name_in_source,name_variants,birth_date,death_date,role,group,legal_status,phone,source_id,source_publisher,locator,notes\n" +
				fmt.Sprintf("P1,one,%s,%s,1951-07-09,2011-05-01,head,hf,alleged,5550123,S1,Daily Wire,%s was seen,\n", names[0], names[1], names[0]) +
				fmt.Sprintf("P2,one,%s,,1963-11-12,2012-06,head,hf,alleged,,S2,%s,\"born 12 November 1963, 1963-11-12\",%s\n", names[1], names[0], names[2]) +
				fmt.Sprintf("P3,two,%s,,,2013,clerk,hf,,,S2,Evening Post,with %s,\n", names[2], names[0]) +
				fmt.Sprintf("%s,,%s,,,,,,,,S2,Evening Post,,\n", names[3], names[3]) +
				fmt.Sprintf("P5,open,%s,,1940-01-02,,speaker,hf,,,S1,Daily Wire,,\n", names[4]),
			"groups.csv": "claim_id,group_key,name_in_source,active_from,active_to,leaders,affiliation,source_id,source_publisher\n" +
				fmt.Sprintf("G1,hf,Harbour Front,2001,1999,%s; %s,Men of %s,S1,Daily Wire\n", names[5], names[4], names[1]),
			"incidents.csv": "claim_id,incident_key,date_claimed,place,event_type,killed_civilians,perpetrators_as_claimed,claimed_by,source_id,source_title,source_publisher,locator\n" +
				fmt.Sprintf("I1,raid,2012-01-01,House of %s,raid,3,men of %s,%s,S1,%s dead,Daily Wire,%s\n", names[0], names[1], names[2], names[3], names[5]) +
				"I2,raid,2012-01-05,Tarn,raid,30,unknown,,S2,Raid in Tarn,Evening Post,\n",
			"figures.csv": "claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,reporter,source_id,source_publisher\n" +
				fmt.Sprintf("F1,followers of %s,Tarn,Westmark,present,2012,,300,,Ministry (%s),%s,S1,Daily Wire\n", names[0], names[2], names[5]),
		}
		dir := t.TempDir()
		cfg := audit.Config{
			AsOf: record.NoDay, PseudonymKey: "sixteen characters, or more", Persons: []privacy.Public{{Key: "open", Name: names[4]}},
			Rules: []audit.Chosen{{Rule: talkative}},
		}
		for _, r := range rules.All() {
			cfg.Rules = append(cfg.Rules, audit.Chosen{Rule: r})
		}
		for file, text := range files {
			path := filepath.Join(dir, file)
			if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			cfg.Inputs = append(cfg.Inputs, read.Input{Path: path})
		}
		a, err := audit.Run(context.Background(), cfg)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { a.Close() })
		named := false
		for where, text := range renderings(t, a, filepath.Join(dir, "report")) {
			named = named || strings.Contains(text, names[4])
			for i, n := range names {
				if i != 4 && strings.Contains(strings.ToLower(text), strings.ToLower(n)) {
					at := strings.Index(strings.ToLower(text), strings.ToLower(n))
					t.Errorf("%s names %q, of person %d: …%s…", where, n, i, text[max(0, at-120):min(len(text), at+120)])
				}
			}
			for _, secret := range []string{"1951-07-09", "1963-11-12", "12 November 1963", "5550123"} {
				if strings.Contains(text, secret) {
					at := strings.Index(text, secret)
					t.Errorf("%s says %s: …%s…", where, secret, text[max(0, at-120):min(len(text), at+120)])
				}
			}
		}
		if !named {
			t.Error("the listed person is not named")
		}
		cfg.PseudonymKey = "another text, that is as long"
		b, err := audit.Run(context.Background(), cfg)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { b.Close() })
		differ := 0
		for i := range a.Findings {
			if a.Findings[i].Fingerprint != b.Findings[i].Fingerprint {
				t.Errorf("the fingerprint of %q depends on the key", a.Findings[i].Message)
			}
			if a.Findings[i].Message != b.Findings[i].Message {
				differ++
			}
		}
		if differ == 0 {
			t.Error("another key gives the same pseudonyms")
		}
	}
}
