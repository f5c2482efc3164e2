// Package captest has the published capture tables that tests of coverage share. Counts are facts; their sources stand
// beside them.
package captest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/coverage/capture"
)

// Table is a published table in short: names of lists, and patterns with their counts.
type Table struct{ lists, cells string }

// The tables. Lists whose labels are confidential have letters.
var (
	// Kosovo has killings from 20 March to 22 June 1999: Ball, Betts, Scheuren, Dudukovich and Asher 2002, report to the ICTY.
	Kosovo = Table{"EXH ABA OSCE HRW", "1000:1131 0100:845 1100:177 0010:936 1010:228 0110:217 1110:181 0001:306 1001:106 0101:31 1101:18 0011:123 1011:42 0111:32 1111:27"}
	// UK5 has potential victims of trafficking in 2013: UK Home Office 2014, two of six lists joined (Silverman, arXiv 1902.06078).
	UK5 = Table{"LA NG PFNCA GO GP", "10000:54 01000:463 00100:995 00010:695 00001:316 11000:15 10100:19 10010:3 01100:62 01010:19 01001:1 00110:76 00101:11 00011:8 11100:1 11010:1 01110:4 11110:1"}
	// NewOrleans5 has victims of trafficking in Greater New Orleans: Bales, Murphy and Silverman 2019, four of eight lists joined.
	NewOrleans5 = Table{"A BEFG C D H", "10000:25 01000:24 00100:70 00010:33 00001:21 11000:1 10100:1 10010:2 01100:2 01010:2 01001:1 00110:1 11100:1 11010:1"}
	// Western has victims of trafficking at a site in the western United States: Farrell et al. 2019, NIJ 2015-VF-GX-0105.
	Western = Table{"A B C D E", "10000:52 01000:90 00100:114 00010:45 00001:21 10100:4 10010:2 10001:5 01100:6 01010:1 00011:3 10101:1 01110:1"}
	// Australia has victims of trafficking: the table of OlivierBinette/MSETools.
	Australia = Table{"A B C D", "1000:34 0100:13 0010:198 0001:100 1100:3 1010:4 1001:1 0110:36 0101:2 1110:6 1101:1 0111:15 1111:1"}
	// Artificial3 is made up, without an estimate under some models: Chan, Silverman and Vincent, arXiv 1902.05156, table 2.
	Artificial3 = Table{"A B C", "100:40 010:30 001:20 110:6"}
	// Nigeria2011 has violent events of 2011 by dataset, as integrated by Donnay et al. 2019, doi 10.1177/0022002718777050.
	Nigeria2011 = Table{"ACLED GED GTD SCAD", "1000:166 0100:142 1100:40 0010:89 1010:18 0110:7 1110:35 0001:55 1001:9 0101:4 1101:6 0011:4 1011:7 0111:4 1111:10"}
	// Hepatitis has cases of hepatitis A in Taiwan in 1995 by source (serum tests, hospital records, questionnaires): Chao,
	// Tsay, Lin, Shau and Chao 2001, Statistics in Medicine 20:3123.
	Hepatitis = Table{"P Q E", "100:69 010:55 001:63 110:21 101:17 011:18 111:28"}
)

// CSV is the table as a file.
func (c Table) CSV() string {
	var b strings.Builder
	b.WriteString(strings.ReplaceAll(c.lists, " ", ",") + ",count\n")
	for cell := range strings.FieldsSeq(c.cells) {
		pattern, count, _ := strings.Cut(cell, ":")
		for _, r := range pattern {
			b.WriteString(string(r) + ",")
		}
		b.WriteString(count + "\n")
	}
	return b.String()
}

// Read is the table.
func (c Table) Read(t testing.TB) *capture.Table {
	t.Helper()
	f, err := capture.Read(strings.NewReader(c.CSV()), "table")
	if err != nil {
		t.Fatal(err)
	}
	return f.Strata[0].Table
}

// Published reads a file of the shared data by its name without ending, and skips the test where ASSAY_DATA does not name the
// folder that has them (in coverage, or beside it).
func Published(t testing.TB, name string) *capture.File {
	t.Helper()
	folder := os.Getenv("ASSAY_DATA")
	if folder == "" {
		t.Skip("ASSAY_DATA is not set: it names the folder that holds the published tables")
	}
	path := filepath.Join(folder, "coverage", name+".csv")
	if _, err := os.Stat(path); err != nil {
		path = filepath.Join(folder, "..", "coverage", name+".csv")
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	got, err := capture.Read(f, path)
	if err != nil {
		t.Fatal(err)
	}
	return got
}
