package val005

import (
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/tabular/tabletest"
)

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }

func TestCheck(t *testing.T) {
	tabletest.Run(t, Rule, []tabletest.Case{
		{Name: "an empty key field", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "event_date", "")}, Want: `2 event_date event_date is empty, though a record can hardly be used without it`},
		{Name: "blank is empty", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "country", "  ")}, Want: `2 country country is empty, though a record can hardly be used without it`},
		{Name: "an empty row", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "best", "", "country", "", "side_a", "", "side_b", "")}, Want: `2 side_a 4 key fields of the row are empty`},
		{
			Name: "an emptied key column is one finding", Layout: "ged", Rows: []tabletest.Row{tabletest.All("best", "")},
			Want: `0 best 100 % of 30 rows break the rule that best is filled +1 +2 +3 +4 +5 +6 +7 +8 +9 +10 +11 +12 +13 +14 +15 +16 +17 +18 +19 +20`,
		},
		{Name: "optional fields may be empty", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "admin3", ""), tabletest.Set(3, "actor2", "", "inter2", "0")}, Want: ``},
		{Name: "actor1 of ACLED is VAL004's", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "actor1", "")}, Want: ``},
		{Name: "a placeholder in two rows", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "admin1", "NULL"), tabletest.Set(7, "admin1", "NULL")}, Want: `2 admin1 admin1 "NULL" in 2 rows stands for a missing value +7`},
		{Name: "a placeholder in a number", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "fatalities", "n/a")}, Want: `2 fatalities fatalities "n/a" stands for a missing value`},
		{
			Name: "a placeholder everywhere is one finding", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "admin1", "NA", "admin2", "NA", "location", "NA", "actor2", "NA", "source", "NA", "fatalities", "NA")},
			Want: `0 - "NA" stands for missing values in 6 cells of 6 columns +2 +2 +2 +2 +2 +2`,
		},
		{Name: "values of the codebook", Layout: "gtd", Rows: []tabletest.Row{tabletest.Set(2, "city", "Unknown", "gname", "Unknown")}, Want: ``},
		{Name: "a null of a database", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "source_date", "1753-01-01"), tabletest.Set(5, "source_date", "2014-02-01;1753-01-01")}, Want: `2 source_date source_date 1753 in 2 rows stands for a missing value +5`},
		{Name: "0 as an identifier", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "id", "0")}, Want: `2 id id "0" stands for a missing value`},
		{Name: "99 once is a number", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "fatalities", "99")}, Want: ``},
		{
			Name: "99 in a pile", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "fatalities", "99"), tabletest.Set(3, "fatalities", "99"), tabletest.Set(4, "fatalities", "99"), tabletest.Set(5, "fatalities", "99"), tabletest.Set(6, "fatalities", "99")},
			Want: `2 fatalities fatalities 99 in 5 rows stands for a missing value +3 +4 +5 +6`,
		},
		{Name: "99 among its neighbours", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "fatalities", "99"), tabletest.Set(3, "fatalities", "99"), tabletest.Set(4, "fatalities", "99"), tabletest.Set(5, "fatalities", "99"), tabletest.Set(6, "fatalities", "99"), tabletest.Set(7, "fatalities", "97")}, Want: ``},
	})
}
