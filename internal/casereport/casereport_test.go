package casereport_test

import (
	"bytes"
	"context"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/casereport"
	"github.com/assaydata/assay/internal/check/rules"
	"github.com/assaydata/assay/internal/read"
)

// An invented country with a case of every table: nobody and nothing here exists.
var tables = map[string]string{
	"figures.csv": `claim_id,population_definition,origin_area,destination,measure,as_of,low,best,high,estimator,reporter,source_id,source_title,source_publisher,source_date,source_url,locator,notes
F1,citizens of Chile,Chile,Peru,cumulative travelled,2011-03,,1200,,Ministry of the Interior,Daily Wire,S1,Minister: 1200 gone,Daily Wire,2011-03-04,https://example.org/1,,
F2,citizens of Chile,Chile,Peru,cumulative travelled,2011-04,,2900,,Institute of Peace,Evening Post,S2,Institute counts,Evening Post,2011-04-01,https://example.org/2,,
F3,citizens of Chile,Chile,Peru,cumulative travelled,2011-06,,900,,Ministry of the Interior,Evening Post,S3,Fewer than thought,Evening Post,2011-06-01,,,
F4,Chilean women,Chile,Peru,cumulative travelled,2011-06,,90,,Ministry of the Interior,Evening Post,S3,Fewer than thought,Evening Post,2011-06-01,,,
F5,citizens of Bolivia,Bolivia,Peru,present,2011,300,,400,Institute of Peace,Evening Post,S2,Institute counts,Evening Post,2011-04-01,https://example.org/2,,
F6,citizens of Bolivia,Bolivia,Peru,present,2011-05,,1900,,Minister of War (Zebulon Quarrington),Daily Wire,S1,Minister: 1200 gone,Daily Wire,2011-03-04,https://example.org/1,<b>in brackets</b> & so on,
F7,citizens of Bolivia,Bolivia,Peru,cumulative travelled,,,50,,,,,,,,,,
`,
	"incidents.csv": `claim_id,incident_key,date_claimed,place,event_type,killed_civilians,killed_security,injured,perpetrators_as_claimed,claimed_by,attributed_by_authorities_to,status,sophistication,source_id,source_publisher,source_date,locator
I1,raid,2011-01-01,Tarn,armed raid,3,1,9,Harbour Front,Harbour Front,,confirmed,complex,S1,Daily Wire,2011-01-02,
I2,raid,2011-01-05,Tarn,armed raid,30,1,8,unknown men,,Hill League,confirmed,complex,S2,Evening Post,2011-01-06,
I3,fire,2011-02-01,Olm,fire,,,,,Harbour Front,,claimed only,,S1,Daily Wire,2011-02-02,
I4,stab,2011-02-09,Olm,knife attack,1,,,a man,,,confirmed,rudimentary,S2,Evening Post,2011-02-10,
`,
	"groups.csv": `claim_id,group_key,name_in_source,active_from,active_to,leaders,affiliation,source_id,source_publisher
G1,hf,Harbour Front,2001,2015,Zebulon Quarrington,independent,S1,Daily Wire
G2,hf,Harbour Front,2003,,,Hill League,S2,Evening Post
G3,hl,Hill League,1999,,,,S2,Evening Post
`,
	"group_relations.csv": `claim_id,group_a,relation,group_b,date,source_id,source_publisher
R1,hf,pledge_to,hl,2004,S1,Daily Wire
R2,hf,pledge_to,river_men,2006-05,S2,Evening Post
R3,hf,hostile,hl,2007,S2,Evening Post
`,
	"people.csv": `claim_id,person_key,name_in_source,name_variants,birth_date,death_date,role,group,legal_status,source_id,source_publisher,locator,notes
P1,one,Zebulon Quarrington,Zeb Quarrington,1951-07-09,2011-05-01,head,hf,alleged,S1,Daily Wire,Zebulon Quarrington was seen,
P2,one,Zeb Quarrington,,1951-07-09,2012-06-01,head,hf,alleged,S2,Evening Post,,said by Orla Pettigrew
P3,two,Orla Pettigrew,,,,clerk,hf,,S2,Evening Post,,
`,
	"population.csv": `claim_id,area,as_of,population,source_id,source_publisher
N1,Chile,2011,17000000,S2,Evening Post
N2,Bolivia,2011,10000000,S2,Evening Post
`,
}

func build(t *testing.T, files map[string]string) (pages map[string]string, report *casereport.Report) {
	t.Helper()
	dir := t.TempDir()
	var cfg audit.Config
	for _, r := range rules.All() {
		cfg.Rules = append(cfg.Rules, audit.Chosen{Rule: r})
	}
	for name, text := range files {
		path := filepath.Join(dir, name)
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
	r := casereport.Build(a, casereport.Options{Version: "1"})
	if r == nil {
		return nil, nil
	}
	pages = map[string]string{}
	var buf bytes.Buffer
	if err := r.Render(&buf, casereport.Frame{Version: "1"}); err != nil {
		t.Fatal(err)
	}
	pages[casereport.Start] = buf.String()
	buf.Reset()
	if err := r.RenderClaims(&buf, casereport.Frame{Version: "1"}); err != nil {
		t.Fatal(err)
	}
	pages[casereport.Page] = buf.String()
	return pages, r
}

var (
	anchors = regexp.MustCompile(`\sid="([^"]*)"`)
	links   = regexp.MustCompile(`href="([^"]*)"`)
	tags    = regexp.MustCompile(`<[^>]*>`)
)

func TestLinksResolve(t *testing.T) {
	pages, r := build(t, tables)
	have := map[string]bool{}
	for name, text := range pages {
		for _, m := range anchors.FindAllStringSubmatch(text, -1) {
			if have[name+"#"+m[1]] {
				t.Errorf("%s has two elements %q", name, m[1])
			}
			have[name+"#"+m[1]] = true
		}
	}
	n := 0
	for name, text := range pages {
		for _, m := range links.FindAllStringSubmatch(text, -1) {
			to := html.UnescapeString(m[1])
			page, at, found := strings.Cut(to, "#")
			if page == "" {
				page = name
			}
			switch {
			case strings.HasPrefix(to, "https://"), page == "index.html", !found && pages[page] != "":
			case !found && (strings.HasSuffix(to, ".json") || strings.HasSuffix(to, ".csv") || strings.HasSuffix(to, ".bib")):
			case !have[page+"#"+at]:
				t.Errorf("%s links to %s, which is not there", name, to)
			default:
				n++
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d links to claims", n)
	}
	var ids []string
	for _, c := range r.Chapters {
		ids = append(ids, c.ID)
		drawn := false
		for _, s := range c.Sections {
			drawn = drawn || len(s.Figures) > 0
		}
		if !drawn {
			t.Errorf("chapter %s has no picture", c.ID)
		}
	}
	if got := strings.Join(ids, " "); got != "verdict mobilisation roles factions incidents mistakes voices methods" {
		t.Errorf("chapters: %s", got)
	}
}

func TestNobodyIsNamed(t *testing.T) {
	pages, _ := build(t, tables)
	for name, text := range pages {
		for _, secret := range []string{"Zebulon", "Quarrington", "Pettigrew", "Orla", "1951-07-09"} {
			if at := strings.Index(text, secret); at >= 0 {
				t.Errorf("%s says %s: …%s…", name, secret, text[max(0, at-150):min(len(text), at+100)])
			}
		}
	}
}

// The pages need no program and no network, hold no text of a cell as HTML, and no format went wrong.
func TestPagesAreStatic(t *testing.T) {
	pages, _ := build(t, tables)
	for name, text := range pages {
		for _, bad := range []string{"<script", "<img", "<link", "%!", "<b>in brackets", "NaN", "+Inf"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s holds %s", name, bad)
			}
		}
	}
}

func TestSentences(t *testing.T) {
	pages, _ := build(t, tables)
	text := html.UnescapeString(strings.Join(strings.Fields(tags.ReplaceAllString(pages[casereport.Start], "")), " "))
	for _, want := range []string{
		"Between 900 and 2,900 citizens of Chile are said to have travelled or joined (Peru) by June 2011",
		"no date is stated",
		"One person is reported dead on 2 dates that cannot all be right",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no sentence %q in %s", want, text[:min(len(text), 6000)])
		}
	}
}

func TestSameBytes(t *testing.T) {
	first, _ := build(t, tables)
	second, _ := build(t, tables)
	for name := range first {
		if first[name] != second[name] {
			t.Errorf("%s differs between two runs", name)
		}
	}
}

// A case of one table gives the chapters that it has claims for.
func TestOneTable(t *testing.T) {
	for name := range tables {
		pages, r := build(t, map[string]string{name: tables[name]})
		if pages == nil || len(r.Chapters) == 0 {
			t.Errorf("%s alone gives no report", name)
		}
	}
	if pages, _ := build(t, map[string]string{"rows.csv": "a,b\n1,2\n"}); pages != nil {
		t.Error("rows that are no claims give a report of a case")
	}
}
