package val002

import (
	"testing"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/valutil/valtest"
)

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }

func TestCheck(t *testing.T) {
	valtest.Run(t, Rule, []valtest.Case{
		{"a misspelling is one finding for all its rows", "acled", []valtest.Row{valtest.Set(2, "event_type", "Batles"), valtest.Set(5, "event_type", "Batles"), valtest.Set(8, "event_type", "Batles")},
			`2 event_type event_type "Batles" in 3 rows (10 % of all) is not in the codebook; nearest allowed value: "Battles" +5 +8`},
		{"two letters swapped", "acled", []valtest.Row{valtest.Set(2, "event_type", "Protsets")},
			`2 event_type event_type "Protsets" is not in the codebook; nearest allowed value: "Protests"`},
		{"a cut-off value", "acled", []valtest.Row{valtest.Set(2, "event_type", "Violence against")},
			`2 event_type event_type "Violence against" is not in the codebook; nearest allowed value: "Violence against civilians"`},
		{"capitals", "acled", []valtest.Row{valtest.Set(2, "event_type", "BATTLES ")},
			`2 event_type event_type "BATTLES " differs from "Battles" only in capitals or spaces`},
		{"nothing resembles it", "acled", []valtest.Row{valtest.Set(2, "event_type", "Weather")},
			`2 event_type event_type "Weather" is not in the codebook`},
		{"a code beyond its list", "ged", []valtest.Row{valtest.Set(2, "where_prec", "9")},
			`2 where_prec where_prec "9" is not in the codebook`},
		{"a code as a decimal number", "ged", []valtest.Row{valtest.Set(2, "where_prec", "3.0")}, ``},
		{"missing-value codes", "scad", []valtest.Row{valtest.Set(2, "npart", "-99"), valtest.Set(3, "etype", "-9")}, ``},
		{"categories of before 2019", "acled", []valtest.Row{valtest.Set(2, "event_type", "Riots/Protests")}, ``},
		{"an open list", "scad", []valtest.Row{valtest.Set(2, "nsource", "Other")}, ``},
	})
}
