package val003

import (
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/valutil/valtest"
)

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }

func TestCheck(t *testing.T) {
	valtest.Run(t, Rule, []valtest.Case{
		{"best under low", "ged", []valtest.Row{valtest.Set(2, "low", "12", "best", "9", "high", "15")}, `2 best best 9 lies under low 12`},
		{"best over high", "ged", []valtest.Row{valtest.Set(2, "low", "120", "best", "120", "high", "80")}, `2 best best 120 lies over high 80`},
		{"best outside both", "ged", []valtest.Row{valtest.Set(2, "low", "9", "best", "7", "high", "6")}, `2 best best 7 lies under low 9 and over high 6`},
		{"bounds without best", "ged", []valtest.Row{valtest.Set(2, "low", "9", "best", "", "high", "6")}, `2 best low 9 lies over high 6`},
		{"equal bounds and best 0", "ged", []valtest.Row{valtest.Set(2, "low", "3", "best", "3", "high", "3"), valtest.Set(3, "low", "0", "best", "0", "high", "5")}, ``},
		{"an empty bound is not compared", "ged", []valtest.Row{valtest.Set(2, "low", "", "best", "3", "high", "5"), valtest.Set(3, "low", "1", "best", "3", "high", "")}, ``},
		{"a negative count", "acled", []valtest.Row{valtest.Set(2, "fatalities", "-3")}, `2 fatalities fatalities -3 is below zero`},
		{"a missing-value code that the codebook does not have", "acled", []valtest.Row{valtest.Set(2, "fatalities", "-99")}, `2 fatalities fatalities -99 is below zero`},
		{"missing-value codes that it has", "scad", []valtest.Row{valtest.Set(2, "ndeath", "-77"), valtest.Set(3, "ndeath", "-88"), valtest.Set(4, "ndeath", "-99")}, ``},
		{"a fraction", "acled", []valtest.Row{valtest.Set(2, "fatalities", "2.5"), valtest.Set(3, "fatalities", "2.0")}, `2 fatalities fatalities 2.5 is not a whole number`},
		{"shares of one total", "gtd", []valtest.Row{
			valtest.Set(2, "nkill", "1.33", "iyear", "2011", "imonth", "11", "iday", "4"), valtest.Set(4, "nkill", "1.34", "iyear", "2011", "imonth", "11", "iday", "4"),
			valtest.Set(5, "nkill", "1.33", "iyear", "2011", "imonth", "11", "iday", "4"), valtest.Set(7, "nkill", "0.5", "iyear", "2011", "imonth", "11", "iday", "4"),
		}, `
7 nkill nkill 0.5 is a fraction: probably a share of a total for several incidents
2 nkill nkill is 1.33 to 1.34 in 3 rows of 2011-11-04: probably one total of 4 divided among them +4 +5`},
	})
}
