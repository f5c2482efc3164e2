package val005

import (
	"fmt"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// everywhere is the number of columns over which a placeholder is told once for the whole dataset.
const everywhere = 5

// stand is one placeholder in one column.
type stand struct {
	column *record.Column
	text   string
	rows   []int32 // the first few
	count  int
}

func placeholders(p *check.Pass) {
	byText := map[string][]stand{}
	for i := range p.Data.Columns {
		for _, s := range stands(p.Data, &p.Data.Columns[i]) {
			byText[s.text] = append(byText[s.text], s)
		}
	}
	texts := make([]string, 0, len(byText))
	for text := range byText {
		texts = append(texts, text)
	}
	slices.Sort(texts)
	for _, text := range texts {
		list := byText[text]
		if len(list) > everywhere {
			wholeDataset(p, text, list)
			continue
		}
		for _, s := range list {
			p.Report(inColumn(p.Data, s))
		}
	}
}

// stands lists the placeholders of a column.
func stands(d *record.Dataset, c *record.Column) []stand {
	switch c.Storage {
	case record.Coded:
		wanted := make([]bool, len(c.Dict.Texts))
		found := false
		for code, text := range c.Dict.Texts {
			s := c.Dict.States[code]
			wanted[code] = (s == record.Present || s == record.Invalid) && standsFor(d, c, text)
			found = found || wanted[code]
		}
		if !found {
			return nil
		}
		var out []stand
		rows, counts := tabular.ByCode(c, wanted, tabular.MaxRelated+1)
		for code, n := range counts {
			if n > 0 {
				out = append(out, stand{c, strings.TrimSpace(c.Dict.Texts[code]), rows[code], n})
			}
		}
		return out
	case record.Packed:
		var out []stand
		for row := range d.N {
			raw := tabular.Raw(c, row)
			if len(raw) == 0 || len(raw) > 8 || !standsFor(d, c, string(raw)) {
				continue
			}
			text := string(raw)
			k := slices.IndexFunc(out, func(s stand) bool { return s.text == text })
			if k < 0 {
				out = append(out, stand{column: c, text: text})
				k = len(out) - 1
			}
			out[k].count++
			if len(out[k].rows) <= tabular.MaxRelated {
				out[k].rows = append(out[k].rows, int32(row))
			}
		}
		return out
	}
	return nil
}

// standsFor reports whether a text is a placeholder in this column.
func standsFor(d *record.Dataset, c *record.Column, text string) bool {
	text = strings.TrimSpace(text)
	if text == "0" {
		return c.Field != nil && c.Field.Role == record.RoleID
	}
	if !tabular.Placeholder(text) {
		unknown := strings.EqualFold(text, "unknown") && (d.Format.ID == "acled" || d.Format.ID == "ged")
		if !unknown || c.Field == nil || c.Field.Type == record.TypeText {
			return false
		}
	}
	if c.Field == nil {
		return true
	}
	// NA is the two-letter code of Namibia.
	if text == "NA" && c.Field.Role == record.RoleCountryCode {
		return false
	}
	return !slices.ContainsFunc(c.Field.Codes, func(k record.Code) bool { return k.Value == text })
}

func inColumn(d *record.Dataset, s stand) check.Finding {
	name, quote := tabular.Name(s.column), wording.Quote(s.text, wording.Cell)
	f := check.Finding{
		Severity: check.Note, Confidence: 0.85, Row: int(s.rows[0]), Column: s.column.Index,
		Related: tabular.Refs(d, s.rows[1:], s.column.Index, tabular.MaxRelated), Alike: s.count - 1,
		Message:  fmt.Sprintf("%s %s in %s stands for a missing value", name, quote, wording.Count(s.count, "row")),
		Why:      "the codebook defines no such value; programs read it as a value",
		Help:     "leave the cell empty, or declare the word as a missing value in the mapping",
		Expected: "an empty cell or a code of the codebook", Found: s.text, Weight: float64(s.count),
	}
	if s.count == 1 {
		f.Message = fmt.Sprintf("%s %s stands for a missing value", name, quote)
	}
	switch {
	case s.column.Field == nil:
	case s.column.Field.Required:
		f.Severity, f.Confidence = check.Error, 0.95
	case s.column.Field.Type != record.TypeLabel && s.column.Field.Type != record.TypeText:
		f.Severity, f.Confidence = check.Warning, 0.95
	}
	return f
}

func wholeDataset(p *check.Pass, text string, list []stand) {
	f := check.Finding{
		Severity: check.Warning, Confidence: 0.95, Row: -1, Column: -1,
		Why:      "the word is no value of the codebook; a program that exported the table wrote it for missing values",
		Help:     "declare the word as a missing value when reading the file, or replace it by empty cells",
		Expected: "empty cells", Found: text,
	}
	total := 0
	for _, s := range list {
		total += s.count
		f.Marked = append(f.Marked, s.column.Index)
		for _, r := range s.rows {
			if len(f.Related) < tabular.Examples {
				f.Related = append(f.Related, check.Ref{Data: p.Data, Row: int(r), Column: s.column.Index})
			}
		}
	}
	f.Message = fmt.Sprintf("%s stands for missing values in %s of %d columns", wording.Quote(text, wording.Cell),
		wording.Count(total, "cell"), len(list))
	f.Weight = float64(total)
	p.Report(f)
}
