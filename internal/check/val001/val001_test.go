package val001

import (
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/valutil/valtest"
)

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }

func TestCheck(t *testing.T) {
	valtest.Run(t, Rule, []valtest.Case{
		{"a fraction of a word in a count", "acled", []valtest.Row{valtest.Set(3, "fatalities", "4?")},
			`3 fatalities fatalities "4?" can't be read as a whole number`},
		{"a day that does not exist", "ged", []valtest.Row{valtest.Set(2, "date_start", "2014-02-30")},
			`2 date_start date_start "2014-02-30" can't be read as a date`},
		{"a coordinate with a comma", "gtd", []valtest.Row{valtest.Set(5, "latitude", "9,05")},
			`5 latitude latitude can't be read as a coordinate`},
		{"three cells are one shifted row", "ged", []valtest.Row{valtest.Set(4, "best", "x", "low", "y", "high", "z")},
			`4 best 3 cells of the row can't be read as their columns' types; its columns have probably shifted`},
		{"a damaged name that repeats is one finding", "acled", []valtest.Row{valtest.Set(2, "location", "SÃ£o Berrin"), valtest.Set(9, "location", "SÃ£o Berrin")},
			`2 location location "SÃ£o Berrin" in 2 rows carries traces of a wrong encoding +9`},
		{"a damaged note is not quoted", "acled", []valtest.Row{valtest.Set(6, "notes", "On 3 May, Ann\ufffd Example was seen")},
			`6 notes notes carries traces of a wrong encoding`},
		{"a column full of text is one finding", "acled", []valtest.Row{valtest.All("fatalities", "some")},
			`0 fatalities fatalities: 100 % of 30 filled cells can't be read as a whole number +1 +2 +3 +4 +5 +6 +7 +8 +9 +10 +11 +12 +13 +14 +15 +16 +17 +18 +19 +20`},
		{"missing-value codes and empty cells are readable", "scad", []valtest.Row{valtest.Set(2, "ndeath", "-99"), valtest.Set(3, "npart", "-99"), valtest.Set(4, "ndeath", "")}, ``},
		{"words for missing are left to VAL005", "acled", []valtest.Row{valtest.Set(2, "fatalities", "n/a")}, ``},
		{"letters of other alphabets are no damage", "acled", []valtest.Row{valtest.Set(2, "location", "Übernäß"), valtest.Set(3, "location", "Полтава"), valtest.Set(4, "location", "حلب"), valtest.Set(5, "location", "São Lourival")}, ``},
	})
}
