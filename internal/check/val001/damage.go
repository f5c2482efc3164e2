package val001

import (
	"fmt"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/valutil"
	"github.com/assaydata/assay/internal/record"
)

const repair = "obtain the file again or save it again as UTF-8 from the program that made it"

// damaged reports text that carries traces of a wrong encoding: a text that repeats once, others at their cells.
func damaged(p *check.Pass, c *record.Column) {
	severity := check.Warning
	if valutil.Prose(c) {
		severity = check.Note
	}
	if c.Storage != record.Coded {
		filled := 0
		if len(c.Damaged) >= valutil.Systematic {
			for row := range p.Data.N {
				if c.Has(row) {
					filled++
				}
			}
		}
		if whole(p, c, c.Damaged, filled, severity, "carry traces of a wrong encoding", repair) {
			return
		}
		for _, row := range c.Damaged {
			p.Report(damage(c, []int32{row}, 1, severity, ""))
		}
		return
	}
	if !slices.Contains(c.Dict.Damage, true) {
		return
	}
	wanted := make([]bool, len(c.Dict.Texts))
	for code, bad := range c.Dict.Damage {
		wanted[code] = bad && c.Dict.States[code] != record.Invalid
	}
	var all []int32
	filled := 0
	for row, code := range c.Codes {
		if wanted[code] {
			all = append(all, int32(row))
		}
		if code != 0 {
			filled++
		}
	}
	if whole(p, c, all, filled, severity, "carry traces of a wrong encoding", repair) {
		return
	}
	rows, counts := valutil.ByCode(c, wanted, valutil.MaxRelated+1)
	for code, text := range c.Dict.Texts {
		if counts[code] == 0 {
			continue
		}
		quote := ""
		if severity == check.Warning {
			quote = valutil.Quote(text, valutil.Label)
		}
		f := damage(c, rows[code], counts[code], severity, quote)
		f.Related = valutil.Refs(p.Data, rows[code][1:], c.Index, valutil.MaxRelated)
		p.Report(f)
	}
}

func damage(c *record.Column, rows []int32, n int, severity check.Severity, quote string) check.Finding {
	in := ""
	if n > 1 {
		in = " in " + valutil.Count(n, "row")
	}
	if quote != "" {
		quote = " " + quote
	}
	return check.Finding{
		Severity: severity, Confidence: 0.95, Row: int(rows[0]), Column: c.Index,
		Message: fmt.Sprintf("%s%s%s carries traces of a wrong encoding", valutil.Name(c), quote, in),
		Why:     "the text holds replacement or control characters, or letter pairs that appear when text is read in an encoding other than its own",
		Help:    repair, Found: quote, Weight: float64(n),
	}
}
