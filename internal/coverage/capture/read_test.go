package capture

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestRead(t *testing.T) {
	abc := []string{"A", "B", "C"}
	for name, test := range map[string]struct {
		text string
		want []Stratum
	}{
		"patterns":       {"A,B,C,count\n1,0,0,4\n0,1,1,2\n", []Stratum{{"", &Table{abc, []uint32{1, 6}, []int64{4, 2}}}}},
		"repeated":       {"A,B,C,Freq\n1,0,0,4\n1,0,0,3\n0,1,0,0\n", []Stratum{{"", &Table{abc, []uint32{1}, []int64{7}}}}},
		"one row a case": {"A,B,C\n1,0,1\n1,0,1\n0,1,0\n", []Stratum{{"", &Table{abc, []uint32{2, 5}, []int64{1, 2}}}}},
		"other forms":    {"\ufeff\"A\";B ;C;FREQUENCY\r\n1; 0;0;4\r\n", []Stratum{{"", &Table{abc, []uint32{1}, []int64{4}}}}},
		"tabs":           {"A\tB\tC\tcount\n1\t1\t1\t5\n", []Stratum{{"", &Table{abc, []uint32{7}, []int64{5}}}}},
		"count first":    {"count,A,B,C\n9,1,0,0\n", []Stratum{{"", &Table{abc, []uint32{1}, []int64{9}}}}},
		"row of zeros":   {"A,B,C,count\n0,0,0,0\n1,0,0,4\n", []Stratum{{"", &Table{abc, []uint32{1}, []int64{4}}}}},
		"strata": {"stratum,A,B,C,count\nnorth,1,0,0,4\neast,0,1,0,2\nnorth,1,0,0,1\n", []Stratum{
			{"east", &Table{abc, []uint32{2}, []int64{2}}}, {"north", &Table{abc, []uint32{1}, []int64{5}}},
		}},
		"no cases of a stratum": {"A,B,C,count\n1,0,0,0\n", []Stratum{{"", &Table{Lists: abc}}}},
	} {
		got, err := Read(strings.NewReader(test.text), "f.csv")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(test.want, got.Strata); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
		if (len(got.Notices) > 0) != (name == "row of zeros") {
			t.Errorf("%s: notices %q", name, got.Notices)
		}
	}
}

func TestReadMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"":                                          "f.csv: nothing in it (hint: one column of 0 and 1 per list, and a column count)",
		"A,B,count\n":                               "f.csv: no cases in it (hint: rows follow the line of column names)",
		"A,B,count\n0,0,3\n":                        "f.csv:2:count: 3 on no list (hint: cases that no list has are what is estimated; leave the row out)",
		"A,B\n1,1\n0,0\n":                           "f.csv:3:A: 1 on no list (hint: cases that no list has are what is estimated; leave the row out)",
		"A,B,count\n1,0,-3\n":                       "f.csv:2:count: a negative count, -3",
		"A,B,count\n1,0,2.5\n":                      `f.csv:2:count: "2.5" is not a whole number (hint: a count of cases)`,
		"A,B,count\n1,2,1\n":                        `f.csv:2:B: "2" is neither 0 nor 1 (hint: a list's cells are 0 or 1)`,
		"A,B,n\n1,0,5\n":                            `f.csv:2:n: "5" is neither 0 nor 1 (hint: a list's cells are 0 or 1; call the column of counts count)`,
		"A,B,count\n1,0\n":                          "f.csv:2: 2 cells under 3 columns (hint: one cell for each column of the first line)",
		"A,a,count\n1,0,1\n":                        "f.csv:1:a: columns 1 and 2 have the same name (hint: every list has its own)",
		"A,,count\n1,0,1\n":                         "f.csv:1:2: this column has no name (hint: the first line names the lists)",
		"A,count,freq\n1,0,1\n":                     "f.csv:1:freq: a second column of counts after count (hint: keep one)",
		"count\n1\n":                                "f.csv:1: no column is a list (hint: one column of 0 and 1 per list, and a column count)",
		"A,B,count\n1,0,\"x\"y\n":                   `f.csv:2:7: not readable as CSV: extraneous or missing " in quoted-field (hint: look at the quotation marks)`,
		"A,count\n1,99999999999999999999\n":         `f.csv:2:count: "99999999999999999999" is more than 70368744177664 cases`,
		"A,count\n1,70368744177664\n1,1\n":          "f.csv:3:count: more than 70368744177664 cases",
		"stratum,A,count\n,1,1\n":                   "f.csv:2:stratum: no name of a stratum (hint: every row has one)",
		"nbcap,freq\n0,4\n":                         "f.csv:2:nbcap: 4 cases seen 0 times (hint: these are what is estimated; leave the row out)",
		"nbcap,freq\n1,-4\n":                        "f.csv:2:freq: a negative count, -4",
		"nbcap,freq\n20000,4\n":                     "f.csv:2:nbcap: seen 20000 times (hint: at most 10000)",
		"nbcap,freq\n":                              "f.csv: no cases in it (hint: rows follow the line of column names)",
		strings.Repeat("x,", 3) + "y\n":             "f.csv:1:x: columns 1 and 2 have the same name (hint: every list has its own)",
		"a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,count\n": "f.csv:1: 17 lists (hint: at most 16; join lists that share an origin)",
	} {
		if _, err := Read(strings.NewReader(text), "f.csv"); err == nil || err.Error() != want {
			t.Errorf("%q\n got %v\nwant %s", text, err, want)
		}
	}
}

func TestReadFrequencies(t *testing.T) {
	got, err := Read(strings.NewReader("nbcap,freq\n1,1645\n2,183\n4,13\n0,0\n"), "f.csv")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]int64{1645, 183, 0, 13}, got.Frequencies.Seen); diff != "" || got.Frequencies.N() != 1841 {
		t.Errorf("N %d (-want +got)\n%s", got.Frequencies.N(), diff)
	}
}

// A table says the same in any order of its rows and however its counts are divided over rows.
func TestReadOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dense := make([]int64, 8)
		var rows []string
		for mask := 1; mask < 8; mask++ {
			for _, n := range rapid.SliceOfN(rapid.Int64Range(0, 1e9), 1, 3).Draw(t, "counts") {
				dense[mask] += n
				rows = append(rows, fmt.Sprintf("%d,%d,%d,%d\n", mask&1, mask>>1&1, mask>>2, n))
			}
		}
		rows = rapid.Permutation(rows).Draw(t, "rows")
		want, err := New([]string{"A", "B", "C"}, dense)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Read(strings.NewReader("A,B,C,count\n"+strings.Join(rows, "")), "f.csv")
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got.Strata[0].Table); diff != "" {
			t.Fatal(diff)
		}
	})
}

// The published tables, where ASSAY_DATA names the folder that has them (coverage/ in it or beside it).
func TestReadPublished(t *testing.T) {
	for name, want := range map[string]struct {
		lists int
		n     int64
	}{
		"kosovo": {4, 4400}, "ukdat": {6, 2744}, "ukdat_5": {5, 2744}, "ned": {6, 8234}, "ned_5": {5, 8234}, "neworl": {8, 185},
		"neworl_5": {5, 185}, "western": {5, 345}, "australia": {4, 414}, "artificial_3": {3, 96}, "rcapture_hiv": {4, 1896},
		"rcapture_lesbian": {4, 2185}, "rcapture_bunting": {8, 1681}, "rcapture_duck": {6, 896}, "rcapture_hare": {6, 68},
		"nigeria2011_violent_capture": {4, 596}, "rcapture_ill": {0, 1880}, "rcapture_bbs2001": {0, 71}, "rcapture_cbird": {0, 19},
	} {
		got := published(t, name)
		if want.lists == 0 {
			if n := got.Frequencies.N(); n != want.n {
				t.Errorf("%s: %d cases, want %d", name, n, want.n)
			}
			continue
		}
		if table := got.Strata[0].Table; len(table.Lists) != want.lists || table.N() != want.n {
			t.Errorf("%s: %d lists, %d cases; want %d, %d", name, len(table.Lists), table.N(), want.lists, want.n)
		}
	}
}

func published(t *testing.T, name string) *File {
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
	got, err := Read(f, path)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"A,B,C,count\n1,0,0,4\n0,1,1,2\n", "A,B\n1,1\n", "nbcap,freq\n1,3\n", "stratum,A,B,count\nx,1,0,3\n", "A;B;freq\r\n1;0;99999999999999999999\r\n",
		"\ufeffA,B\n1,\"1\"\n", "A,B,count\n0,0,0\n", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,count\n",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := Read(strings.NewReader(string(data)), "f.csv")
		if err != nil {
			return
		}
		for _, s := range got.Strata {
			if _, err := New(s.Table.Lists, s.Table.Dense()); err != nil {
				t.Fatalf("a table that was read is no table: %v", err)
			}
			for i := range s.Table.Lists {
				s.Table.Drop(i)
				s.Table.Given(i)
			}
		}
		if got.Frequencies != nil && got.Frequencies.N() <= 0 {
			t.Fatal("frequencies without cases")
		}
	})
}
