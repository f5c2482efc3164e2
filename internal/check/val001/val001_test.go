package val001

import (
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/tabular/tabletest"
	"github.com/assaydata/assay/internal/record"
)

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }

func TestCheck(t *testing.T) {
	tabletest.Run(t, Rule, []tabletest.Case{
		{
			Name: "a fraction of a word in a count", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(3, "fatalities", "4?")},
			Want: `3 fatalities fatalities "4?" can't be read as a whole number`,
		},
		{
			Name: "a day that does not exist", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "date_start", "2014-02-30")},
			Want: `2 date_start date_start "2014-02-30" can't be read as a date`,
		},
		{
			Name: "a coordinate with a comma", Layout: "gtd", Rows: []tabletest.Row{tabletest.Set(5, "latitude", "9,05")},
			Want: `5 latitude latitude can't be read as a coordinate`,
		},
		{
			Name: "three cells are one shifted row", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(4, "best", "x", "low", "y", "high", "z")},
			Want: `4 best 3 cells of the row can't be read as their columns' types; its columns have probably shifted`,
		},
		{
			Name: "a damaged name that repeats is one finding", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "location", "SÃ£o Berrin"), tabletest.Set(9, "location", "SÃ£o Berrin")},
			Want: `2 location location "SÃ£o Berrin" in 2 rows carries traces of a wrong encoding +9`,
		},
		{
			Name: "a damaged note is not quoted", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(6, "notes", "On 3 May, Ann\ufffd Example was seen")},
			Want: `6 notes notes carries traces of a wrong encoding`,
		},
		{
			Name: "a column full of text is one finding", Layout: "acled", Rows: []tabletest.Row{tabletest.All("fatalities", "some")},
			Want: `0 fatalities fatalities: 100 % of 30 filled cells can't be read as a whole number +1 +2 +3 +4 +5 +6 +7 +8 +9 +10 +11 +12 +13 +14 +15 +16 +17 +18 +19 +20`,
		},
		{Name: "missing-value codes and empty cells are readable", Layout: "scad", Rows: []tabletest.Row{tabletest.Set(2, "ndeath", "-99"), tabletest.Set(3, "npart", "-99"), tabletest.Set(4, "ndeath", "")}, Want: ``},
		{Name: "words for missing are left to VAL005", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "fatalities", "n/a")}, Want: ``},
		{Name: "letters of other alphabets are no damage", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "location", "Übernäß"), tabletest.Set(3, "location", "Полтава"), tabletest.Set(4, "location", "حلب"), tabletest.Set(5, "location", "São Lourival")}, Want: ``},
	})
}

// TestProblems checks what becomes of records that the reader could not read.
func TestProblems(t *testing.T) {
	const header = "event_id_cnty,event_date,actor1,interaction,country,fatalities\n"
	for _, c := range []struct{ name, csv, want string }{
		{"too few fields", "X1,2014-01-01,A,12,Berrin,3\nX2,2014-01-02,A,12,Berrin\n", "2 - 5 fields where the header has 6; the missing ones were taken as empty\n"},
		{"too many fields", "X1,2014-01-01,A,12,Berrin,3\nX2,2014-01-02,A,12,Berrin,4,5\n", "2 - 7 fields where the header has 6; the last 1 were left out\n"},
		{
			"an open quotation mark", "X1,2014-01-01,A,12,Berrin,3\nX2,2014-01-02,\"A,12,Berrin,4\nX3,2014-01-03,A,12,Berrin,4\n",
			"0 - line 3: a quotation mark that opens a field is never closed; this line was left out and reading went on with the next\n",
		},
		{"a NUL", "X1,2014-01-01,A\x00,12,Berrin,3\n", "1 actor1 actor1 \"A \" holds the control character U+0000\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := checktest.Brief(checktest.Run(t, Rule, header+c.csv)); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestManyProblems makes sure that a file of which every record is broken gives one finding, and that a missing row has the
// line in its message.
func TestManyProblems(t *testing.T) {
	d := &record.Dataset{N: 3000, Path: "x.csv"}
	for row := range d.N {
		d.Problems = append(d.Problems, record.Problem{Row: row, Line: row + 2, Column: -1, Kind: "ragged", Text: "1 field where the header has 6"})
	}
	d.Problems = append(d.Problems, record.Problem{Row: -1, Line: 3002, Column: -1, Kind: "json", Text: "no JSON"},
		record.Problem{Row: -1, Column: -1, Kind: "truncated", Text: "x.csv: the data breaks off (hint: copy it again)"})
	found, _ := checktest.On(t, Rule, d)
	if len(found) != 3 {
		t.Fatalf("%d findings, want 3", len(found))
	}
	for i, want := range []string{"3,000 records, most of the file: 1 field where the header has 6", "line 3002: no JSON", "the data breaks off"} {
		if found[i].Message != want || found[i].Row != -1 {
			t.Errorf("row %d %q, want %q", found[i].Row, found[i].Message, want)
		}
	}
	if found[2].Help != "copy it again" {
		t.Errorf("help %q", found[2].Help)
	}
}
