package val004

import (
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/tabular/tabletest"
)

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }

func TestCheck(t *testing.T) {
	tabletest.Run(t, Rule, []tabletest.Case{
		{
			Name: "nobody killed", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "low", "0", "best", "0", "high", "0")},
			Want: `2 high high 0: nobody was killed in any reading, yet the dataset holds events with at least one death`,
		},
		{Name: "only the high estimate has deaths", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "low", "0", "best", "0", "high", "1"), tabletest.Set(3, "high", "")}, Want: ``},
		{
			Name: "one criterion", Layout: "gtd", Rows: []tabletest.Row{tabletest.Set(2, "crit1", "0", "crit2", "1", "crit3", "0"), tabletest.Set(3, "crit1", "0", "crit2", "1", "crit3", "1"), tabletest.Set(4, "crit1", "", "crit2", "0", "crit3", "0")},
			Want: `2 crit1 1 of the 3 criteria of inclusion met; the dataset asks for 2`,
		},
		{
			Name: "placeholders", Layout: "scad", Rows: []tabletest.Row{tabletest.Set(2, "etype", "-9"), tabletest.Set(3, "eventid", "-4750012")},
			Want: `
2 etype etype -9 marks a placeholder for an armed conflict, not an event
3 eventid eventid -4750012 marks a placeholder for an armed conflict, not an event`,
		},
		{
			Name: "no first actor", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "actor1", "")},
			Want: `2 actor1 actor1 is empty, yet every event of the dataset has a first actor`,
		},
	})
}
