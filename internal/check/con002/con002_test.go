package con002

import (
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/tabular/tabletest"
)

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }

func TestCheck(t *testing.T) {
	tabletest.Run(t, Rule, []tabletest.Case{
		{Name: "parts", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "deaths_a", "2", "deaths_b", "5", "deaths_civilians", "0", "deaths_unknown", "1", "best", "9")}, Want: `2 best the parts add up to 8, but best is 9`},
		{Name: "a part is empty", Layout: "ged", Rows: []tabletest.Row{
			tabletest.Set(2, "deaths_a", "2", "deaths_b", "", "deaths_civilians", "0", "deaths_unknown", "1", "best", "9"),
			tabletest.Set(3, "deaths_a", "2", "deaths_b", "", "deaths_civilians", "0", "deaths_unknown", "1", "best", "2"),
		}, Want: `3 best the parts add up to 3, but best is 2`},
		{Name: "no total", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "best", "")}, Want: ``},
		{
			Name: "most rows", Layout: "ged", Rows: []tabletest.Row{tabletest.All("deaths_a", "900")},
			Want: `0 best 100 % of 30 rows break the rule that deaths_a + deaths_b + deaths_civilians + deaths_unknown = best +1 +2 +3 +4 +5 +6 +7 +8 +9 +10 +11 +12 +13 +14 +15 +16 +17 +18 +19 +20`,
		},
	})
}
