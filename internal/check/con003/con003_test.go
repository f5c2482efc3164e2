package con003

import (
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/tabular/tabletest"
)

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }

func TestCheck(t *testing.T) {
	tabletest.Run(t, Rule, []tabletest.Case{
		{Name: "perpetrators among the dead", Layout: "gtd", Rows: []tabletest.Row{tabletest.Set(2, "nkill", "2", "nkillter", "3"), tabletest.Set(3, "nkill", "3", "nkillter", "3")}, Want: `2 nkillter nkillter 3 is larger than nkill 2`},
		{Name: "nobody counted", Layout: "gtd", Rows: []tabletest.Row{tabletest.Set(2, "nkill", "", "nkillter", "3"), tabletest.Set(3, "nhostkid", "-99", "nreleased", "4")}, Want: ``},
		{Name: "survivors among hostages", Layout: "gtd", Rows: []tabletest.Row{tabletest.Set(2, "nhostkid", "10", "nreleased", "12")}, Want: `2 nreleased nreleased 12 is larger than nhostkid 10`},
	})
}
