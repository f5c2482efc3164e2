package val002

import (
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/tabular/tabletest"
)

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }

func TestCheck(t *testing.T) {
	tabletest.Run(t, Rule, []tabletest.Case{
		{
			Name: "a misspelling is one finding for all its rows", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "event_type", "Batles"), tabletest.Set(5, "event_type", "Batles"), tabletest.Set(8, "event_type", "Batles")},
			Want: `2 event_type event_type "Batles" in 3 rows (10 % of all) is not in the codebook; nearest allowed value: "Battles" +5 +8`,
		},
		{
			Name: "two letters swapped", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "event_type", "Protsets")},
			Want: `2 event_type event_type "Protsets" is not in the codebook; nearest allowed value: "Protests"`,
		},
		{
			Name: "a cut-off value", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "event_type", "Violence against")},
			Want: `2 event_type event_type "Violence against" is not in the codebook; nearest allowed value: "Violence against civilians"`,
		},
		{
			Name: "capitals", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "event_type", "BATTLES ")},
			Want: `2 event_type event_type "BATTLES " differs from "Battles" only in capitals or spaces`,
		},
		{
			Name: "nothing resembles it", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "event_type", "Weather")},
			Want: `2 event_type event_type "Weather" is not in the codebook`,
		},
		{
			Name: "a code beyond its list", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "where_prec", "9")},
			Want: `2 where_prec where_prec "9" is not in the codebook`,
		},
		{Name: "a code as a decimal number", Layout: "ged", Rows: []tabletest.Row{tabletest.Set(2, "where_prec", "3.0")}, Want: ``},
		{Name: "missing-value codes", Layout: "scad", Rows: []tabletest.Row{tabletest.Set(2, "npart", "-99"), tabletest.Set(3, "etype", "-9")}, Want: ``},
		{Name: "categories of before 2019", Layout: "acled", Rows: []tabletest.Row{tabletest.Set(2, "event_type", "Riots/Protests")}, Want: ``},
		{Name: "an open list", Layout: "scad", Rows: []tabletest.Row{tabletest.Set(2, "nsource", "Other")}, Want: ``},
	})
}
