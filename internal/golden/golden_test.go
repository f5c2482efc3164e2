// Package golden holds the tests that audit published event data and compare what the rules find with counts and single
// facts known about these files. The files are not part of the project: ASSAY_DATA names the folder that holds them.
//
// Releases and owners: ACLED (Raleigh et al. 2010, doi 10.1177/0022343310378914), UCDP GED (Sundberg and Melander 2013,
// doi 10.1177/0022343313484347), GTD (LaFree and Dugan 2007, doi 10.1080/09546550701246817), SCAD (Salehyan et al. 2012,
// doi 10.1080/03050629.2012.697426); the nigeria-2011 files are from the replication of Donnay et al. 2019
// (doi 10.1177/0022002718777050). Counts were made anew with a CSV reader of another language.
package golden

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/rules"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

const (
	syria    = "ged_syria_v19_1.csv"
	nigeria  = "ged_nigeria_hdx.csv"
	car      = "ged_car_v23_1.csv"
	acled7   = "acled_nigeria_1997_2016_v7.csv"
	angola   = "acled_hdx_ago.csv"
	ethiopia = "acled_hdx_eth.csv"
	uganda   = "acled_hdx_uga.csv"
	acled22  = "acled_2022_sample9000_acledR.csv"
	gtd      = "gtd_1970_2015.csv.gz"
	gtdUS    = "gtd_0718dist_475rows.csv"
	scad     = "SCAD2018LatinAmerica_Final.csv"
)

// files are all event files with the format as which each must be recognised, its rows and its encoding.
var files = []struct {
	path, format, encoding string
	rows                   int
}{
	{syria, "ged", "UTF-8", 16566},
	{nigeria, "ged", "UTF-8", 4603},
	{car, "ged", "UTF-8", 1848},
	{"ged_car_v23_1.geojson", "ged", "UTF-8", 1848},
	{acled7, "acled", "windows-1252", 9998},
	{"acled_nigeria_1997_2015_v6.csv", "acled", "windows-1252", 8541},
	{"acled_nigeria_2011_geomerge.csv", "acled", "UTF-8", 357},
	{angola, "acled", "UTF-8", 3379},
	{ethiopia, "acled", "UTF-8", 5606},
	{uganda, "acled", "UTF-8", 6082},
	{acled22, "acled", "UTF-8", 9000},
	{gtd, "gtd", "UTF-8", 156771},
	{gtdUS, "gtd", "windows-1252", 475},
	{scad, "scad", "windows-1252", 5602},
	{"nigeria-2011/acled.csv", "acled", "windows-1252", 349},
	{"nigeria-2011/ged.csv", "ged", "", 248},
	{"nigeria-2011/gtd.csv", "gtd", "Mac OS Roman", 174},
	{"nigeria-2011/scad.csv", "scad", "", 133},
}

// counts are numbers of findings of one rule whose message matches, and of the rows of which these speak (0 = not compared).
var counts = []struct {
	path, rule, message string
	findings, rows      int
}{
	{syria, "VAL003", `^best`, 101, 101}, // best outside [low, high]
	{nigeria, "VAL003", `^best`, 70, 70},
	{car, "VAL003", `^best`, 20, 20},
	{syria, "DUP006", `same article$`, 49, 99}, // dates, point, dyad, best, sides' deaths and article identical
	{nigeria, "DUP006", `same article$`, 38, 88},
	{car, "DUP006", `same article$`, 9, 19},
	{syria, "SRC011", ``, 228, 1907}, // articles behind five rows or more
	{nigeria, "SRC011", ``, 51, 388},
	{car, "SRC011", ``, 31, 589},
	{syria, "TIM003", `before the event starts`, 173, 173}, // latest source before the event, those of 1753 left out
	{nigeria, "TIM003", `before the event starts`, 10, 10},
	{car, "TIM003", `before the event starts`, 15, 15},
	{acled7, "DUP003", ``, 477, 1351}, // notes over 60 characters on several rows
	{acled7, "DUP003", `\d+ dates`, 154, 0},
	{acled7, "DUP003", `\d+ places`, 264, 0},
	{ethiopia, "DUP003", ``, 322, 1138},
	{ethiopia, "DUP003", `\d+ dates`, 185, 0},
	{uganda, "DUP003", ``, 190, 709},
	{uganda, "DUP003", `\d+ dates`, 114, 0},
	{angola, "DUP003", ``, 48, 300},
	{acled7, "DUP007", ``, 114, 267}, // one note, the same deaths on every row
	{acled7, "ATT003", `before the years`, 3, 3},
	{acled22, "VAL002", `"Demostrations" in 4,978 rows`, 1, 0},
	{acled22, "VAL008", `^(civilian_targeting|tags) is empty in all 9,000 rows`, 2, 0},
	{gtd, "DUP006", ``, 5479, 17439}, // date, point, type, target, group, weapon, killed and wounded identical
	{gtd, "TIM005", ``, 63, 63},      // identifier more than 31 days from the date
	{gtd, "COV004", `1993-01 to 1993-12`, 1, 0},
	{gtdUS, "CON007", ``, 4, 4},
	{scad, "DUP007", `12,694 deaths, adding up events 11,393`, 1, 0},
	{scad, "DUP007", `^event \d+ (repeats|has different)`, 84, 236}, // 84 events with deaths on a further row
	{scad, "DUP007", `^event \d+ repeats`, 79, 0},                   // the same deaths on all rows
	{scad, "CON008", `numbered|is place`, 9, 0},                     // places not numbered 1 to n
	{scad, "CON008", `differ in ndeath`, 5, 0},
	{scad, "CON008", `differ in enddate`, 5, 0},
	{scad, "VAL007", `etype is 9`, 6, 0},
	{scad, "TIM004", `^duration`, 1, 1},
}

// facts are single records that a rule must name in a message that matches.
var facts = []struct{ path, rule, ids, message string }{
	{acled7, "ATT003", "265NIG 280NIG", `Military Forces of Nigeria \(1999-2015\)`}, // events of 1998
	{acled7, "ATT003", "275NIG", `Guinea-Bissau \(1999-2000\)`},
	{acled7, "DUP003", "163NIG", "15 deaths in all"}, // fifteen dead in three towns, one point
	{uganda, "CON007", "UGA6045", "2020-04-03"},      // coded 4 March: day and month swapped
	{uganda, "CON007", "UGA2740", "2005-06-06"},
	{ethiopia, "CON007", "ETH5520", "2020-01-21"},
	{ethiopia, "CON007", "ETH5359", "2019-11-12"},
	{gtdUS, "CON007", "200012300007", "2000-12-29"},
	{gtdUS, "CON007", "200209020005", "2002-09-09"},
	{nigeria, "TIM003", "156299", "2013-11-21"}, // event of 2014-11-21: a year's slip
	{syria, "TIM003", "214797", "2015-01-01"},   // event of 2016-01-01
	{gtd, "GEO002", "200503220002", "outside Iraq"},
	{gtd, "GEO002", "200612030014 200708220024", "outside Iraq"},
	{gtd, "GEO002", "199002020001 199801250001", "outside Pakistan"},
	{gtd, "TIM005", "198103030008", "1986-02-28"},
	{scad, "CON008", "410862 411158 420334 510114 520008 701177 900344 930039 950032", `numbered|is place`},
	{scad, "VAL007", "701849 702114 702147 702149 702164", "etype is 9"},
	{nigeria, "VAL003", "16925 190753 144171 186204 186205 186206", "best"},
	{car, "VAL003", "150819", "under low 105 and over high 102"},
	{"nigeria-2011/gtd.csv", "DUP007", "201111040012", "10 rows"}, // 63 dead told as ten times 6.3
}

var audits = map[string]*audit.Audit{}

// audited runs all rules over one file, once.
func audited(t *testing.T, path string) *audit.Audit {
	t.Helper()
	folder := os.Getenv("ASSAY_DATA")
	if folder == "" {
		t.Skip("ASSAY_DATA is not set: it names the folder that holds the published event files")
	}
	if audits[path] == nil {
		audits[path] = run(t, filepath.Join(folder, path))
	}
	return audits[path]
}

func run(t *testing.T, path string) *audit.Audit {
	t.Helper()
	c := audit.Config{Inputs: []read.Input{{Path: path}}, AsOf: record.NoDay}
	for _, r := range rules.All() {
		c.Rules = append(c.Rules, audit.Chosen{Rule: r})
	}
	a, err := audit.Run(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if len(a.Failed) > 0 || len(a.Datasets) != 1 {
		t.Fatalf("%s: %d datasets, failed %v", path, len(a.Datasets), a.Failed)
	}
	return a
}

// found returns the findings of a rule whose message matches.
func found(a *audit.Audit, rule, message string) []check.Finding {
	like := regexp.MustCompile(message)
	return slices.DeleteFunc(slices.Clone(a.Findings), func(f check.Finding) bool { return f.Rule.Code != rule || !like.MatchString(f.Message) })
}

func id(f *check.Finding) string { return strings.TrimSuffix(f.Data.ID(f.Row), ".0") }

func TestFormats(t *testing.T) {
	for _, f := range files {
		d := audited(t, f.path).Datasets[0]
		if d.Format.ID != f.format || d.N != f.rows || d.Unread != 0 || f.encoding != "" && d.Encoding != f.encoding {
			t.Errorf("%s: %s, %d rows, %d unread, %s; want %s, %d rows, 0 unread, %s",
				f.path, d.Format.ID, d.N, d.Unread, d.Encoding, f.format, f.rows, f.encoding)
		}
	}
}

func TestCounts(t *testing.T) {
	for _, c := range counts {
		fs := found(audited(t, c.path), c.rule, c.message)
		rows := 0
		for _, f := range fs {
			rows += 1 + f.Alike
		}
		if len(fs) != c.findings || c.rows > 0 && rows != c.rows {
			t.Errorf("%s %s %q: %d findings about %d rows, want %d about %d", c.path, c.rule, c.message, len(fs), rows, c.findings, c.rows)
		}
	}
}

func TestFacts(t *testing.T) {
	for _, x := range facts {
		fs := found(audited(t, x.path), x.rule, x.message)
		for want := range strings.FieldsSeq(x.ids) {
			if !slices.ContainsFunc(fs, func(f check.Finding) bool { return id(&f) == want }) {
				t.Errorf("%s: no finding of %s about %s that says %q", x.path, x.rule, want, x.message)
			}
		}
	}
}
