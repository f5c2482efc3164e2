package val001

import (
	"fmt"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

const repair = "obtain the file again or save it again as UTF-8 from the program that made it"

// damaged reports text that carries traces of a wrong encoding: a text that repeats once, others at their cells.
func damaged(p *check.Pass, c *record.Column) {
	severity := check.Warning
	if tabular.Prose(c) {
		severity = check.Note
	}
	if c.Storage != record.Coded {
		filled := 0
		if len(c.Damaged) >= tabular.Systematic {
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
			text, _ := c.Text(int(row))
			p.Report(damage(c, text, []int32{row}, 1, severity))
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
	rows, counts := tabular.ByCode(c, wanted, tabular.MaxRelated+1)
	for code, text := range c.Dict.Texts {
		if counts[code] == 0 {
			continue
		}
		f := damage(c, text, rows[code], counts[code], severity)
		f.Related, f.Alike = tabular.Refs(p.Data, rows[code][1:], c.Index, tabular.MaxRelated), counts[code]-1
		p.Report(f)
	}
}

// damage words the finding of a damaged text. The text is quoted only where the codebook says that it is a name.
func damage(c *record.Column, text string, rows []int32, n int, severity check.Severity) check.Finding {
	subject := tabular.Name(c)
	f := check.Finding{
		Severity: severity, Confidence: 0.95, Row: int(rows[0]), Column: c.Index,
		Why:  "the text holds replacement or control characters, or letter pairs that appear when text is read in an encoding other than its own",
		Help: repair, Weight: float64(n),
	}
	if text != "" && severity != check.Note {
		f.Found = wording.Quote(text, wording.Label)
		subject += " " + f.Found
	}
	if n > 1 {
		subject += " in " + wording.Count(n, "row")
	}
	f.Message = subject + " carries traces of a wrong encoding"
	if r, ok := control(text); ok {
		f.Message = fmt.Sprintf("%s holds the control character %U", subject, r)
		f.Why = "control characters are no text; they come from broken copies and binary data"
		f.Help = "remove the character, or obtain the file again"
	}
	return f
}

// control returns the first control character of a text other than tab and line breaks. Those of 0x80-0x9F come from a
// wrong encoding and do not count.
func control(text string) (rune, bool) {
	for _, r := range text {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0x7f {
			return r, true
		}
	}
	return 0, false
}
