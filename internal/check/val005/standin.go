package val005

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// emptyDates are the dates that databases and spreadsheets write for no date.
var emptyDates = []struct{ text, why string }{
	{"1753-", "1753-01-01 is the least date of a database system, written where there was none"},
	{"1899-12-30", "day 0 of a spreadsheet's calendar"},
	{"1900-01-01", "day 1 of a spreadsheet's calendar"},
	{"0001-01-01", "the least date of a programming language, written where there was none"},
	{"9999-12-31", "the greatest date of a database, written where there was none"},
}

func nullDates(p *check.Pass, c *record.Column) {
	if c.Storage != record.Coded || c.Field == nil || c.Field.Type != record.TypeDate ||
		c.Field.Role == record.RoleDate || c.Field.Role == record.RoleDateEnd {
		return
	}
	for _, null := range emptyDates {
		wanted := make([]bool, len(c.Dict.Texts))
		found := false
		for code, text := range c.Dict.Texts {
			wanted[code] = strings.Contains(text, null.text)
			found = found || wanted[code]
		}
		if !found {
			continue
		}
		var rows []int32
		for row, code := range c.Codes {
			if wanted[code] {
				rows = append(rows, int32(row))
			}
		}
		report(p, c, rows, strings.TrimSuffix(null.text, "-"), check.Warning, 0.97, null.why,
			"treat the date as missing; do not compare it with the date of the event")
	}
}

// zeroCode finds 0 where the codebook numbers countries. A country that has no other number anywhere in the file is left
// alone: Kosovo has none in ISO 3166, and ACLED writes 0.
func zeroCode(p *check.Pass, c *record.Column) {
	if c.Storage != record.Coded || c.Field == nil || c.Field.Role != record.RoleCountryCode {
		return
	}
	n := tabular.NumbersOf(c)
	if !n.Any(func(v float64) bool { return v == 0 }) {
		return
	}
	name := p.Data.Role(record.RoleCountry)
	if name == nil || name.Storage != record.Coded {
		return
	}
	numbered := make([]bool, len(name.Dict.Texts))
	for row, code := range name.Codes {
		if v := n.At(row); v > 0 {
			numbered[code] = true
		}
	}
	var rows []int32
	for row, code := range name.Codes {
		if n.At(row) == 0 && numbered[code] {
			rows = append(rows, int32(row))
		}
	}
	report(p, c, rows, "0", check.Warning, 0.95, "the country has another number in other rows", "fill the number of the country from its name")
}

// report reports rows that hold the same stand-in as one finding.
func report(p *check.Pass, c *record.Column, rows []int32, text string, s check.Severity, confidence float64, why, help string) {
	if len(rows) == 0 {
		return
	}
	f := check.Finding{
		Severity: s, Confidence: confidence, Row: int(rows[0]), Column: c.Index,
		Related: tabular.Refs(p.Data, rows[1:], c.Index, tabular.MaxRelated), Alike: len(rows) - 1,
		Message: fmt.Sprintf("%s %s stands for a missing value", tabular.Name(c), text),
		Why:     why, Help: help, Found: text, Expected: "an empty cell", Weight: float64(len(rows)),
	}
	if len(rows) > 1 {
		f.Message = fmt.Sprintf("%s %s in %s stands for a missing value", tabular.Name(c), text, wording.Count(len(rows), "row"))
	}
	p.Report(f)
}

// nines finds piles of 99, 999 and 9999 in counts.
func nines(p *check.Pass, c *record.Column) {
	if c.Storage != record.Coded || c.Field == nil || c.Dict.Nums == nil ||
		c.Field.Type != record.TypeInt && c.Field.Type != record.TypeNumber {
		return
	}
	const below, least, factor = 6, 5, 5
	pile := [...]float64{99, 999, 9999}
	var at, near [len(pile)]int
	class := make([]int8, len(c.Dict.Nums)) // 1 + i for pile[i], -1 - i for a value just below it
	found := false
	for code, v := range c.Dict.Nums {
		for i, nines := range pile {
			switch {
			case v == nines:
				class[code], found = int8(1+i), true
			case v >= nines-below && v < nines:
				class[code] = int8(-1 - i)
			}
		}
	}
	if !found {
		return
	}
	var rows [len(pile)][]int32
	for row, code := range c.Codes {
		switch k := class[code]; {
		case k > 0:
			at[k-1]++
			rows[k-1] = append(rows[k-1], int32(row))
		case k < 0:
			near[-k-1]++
		}
	}
	for i, nines := range pile {
		if at[i] < least || at[i] <= factor*near[i] {
			continue
		}
		report(p, c, rows[i], wording.Num(nines), check.Note, 0.6,
			fmt.Sprintf("%s hold it, %s one of the six values below", wording.Count(at[i], "row"), wording.Count(near[i], "row")),
			"look some of the rows up in the source; if the number means unknown, declare it as a missing-value code")
	}
}
