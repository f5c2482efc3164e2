package val003

import (
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/tabular/tabletest"
)

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }

func TestCheck(t *testing.T) {
	tabletest.Run(t, Rule, []tabletest.Case{
		{Name: "best under low", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "low", "12", "best", "9", "high", "15")}, Want: `2 best best 9 lies under low 12`},
		{Name: "best over high", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "low", "120", "best", "120", "high", "80")}, Want: `2 best best 120 lies over high 80`},
		{Name: "best outside both", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "low", "9", "best", "7", "high", "6")}, Want: `2 best best 7 lies under low 9 and over high 6`},
		{Name: "bounds without best", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "low", "9", "best", "", "high", "6")}, Want: `2 best low 9 lies over high 6`},
		{Name: "equal bounds and best 0", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "low", "3", "best", "3", "high", "3"), tabletest.Set(3, "low", "0", "best", "0", "high", "5")}, Want: ``},
		{Name: "an empty bound is not compared", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "low", "", "best", "3", "high", "5"), tabletest.Set(3, "low", "1", "best", "3", "high", "")}, Want: ``},
		{Name: "a negative count", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "fatalities", "-3")}, Want: `2 fatalities fatalities -3 is below zero`},
		{Name: "a missing-value code that the codebook does not have", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "fatalities", "-99")}, Want: `2 fatalities fatalities -99 is below zero`},
		{Name: "missing-value codes that it has", Layout: "scad", Rows: []tabletest.Row{tabletest.Set(2, "ndeath", "-77"), tabletest.Set(3, "ndeath", "-88"), tabletest.Set(4, "ndeath", "-99")}, Want: ``},
		{Name: "a fraction", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "fatalities", "2.5"), tabletest.Set(3, "fatalities", "2.0")}, Want: `2 fatalities fatalities 2.5 is not a whole number`},
		{Name: "shares of one total", Layout: "gtd", Rows: []tabletest.Row{
			tabletest.Set(2, "nkill", "1.33", "iyear", "2011", "imonth", "11", "iday", "4"), tabletest.Set(4, "nkill", "1.34", "iyear", "2011", "imonth", "11", "iday", "4"),
			tabletest.Set(5, "nkill", "1.33", "iyear", "2011", "imonth", "11", "iday", "4"), tabletest.Set(7, "nkill", "0.5", "iyear", "2011", "imonth", "11", "iday", "4"),
		}, Want: `
7 nkill nkill 0.5 is a fraction: probably a share of a total for several incidents
2 nkill nkill is 1.33 to 1.34 in 3 rows of 2011-11-04: probably one total of 4 divided among them +4 +5`},
	})
}
