package val002

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func applies(p *check.Pass) string {
	for i := range p.Data.Columns {
		if closed(&p.Data.Columns[i]) {
			return ""
		}
	}
	return "no column has a closed list of values in its codebook"
}

// closed reports whether the codebook lists all values of a column.
func closed(c *record.Column) bool {
	f := c.Field
	return f != nil && c.Storage == record.Coded && len(f.Codes) > 0 && !f.Open &&
		(f.Type == record.TypeCode || f.Type == record.TypeEnum)
}

func run(p *check.Pass) {
	for i := range p.Data.Columns {
		if c := &p.Data.Columns[i]; closed(c) {
			column(p, c)
		}
		if p.Cancelled() {
			return
		}
	}
}

func column(p *check.Pass, c *record.Column) {
	list := newDomain(c.Field)
	unknown := make([]bool, len(c.Dict.Texts))
	found := false
	for code, text := range c.Dict.Texts {
		if c.Dict.States[code] == record.Present && !tabular.Placeholder(text) && !list.allows(text) {
			unknown[code], found = true, true
		}
	}
	if !found {
		return
	}
	rows, counts := tabular.ByCode(c, unknown, tabular.MaxRelated+1)
	for code, text := range c.Dict.Texts {
		if counts[code] > 0 {
			p.Report(value(p, c, list, text, rows[code], counts[code]))
		}
	}
}

func value(p *check.Pass, c *record.Column, list *domain, text string, rows []int32, n int) check.Finding {
	in, shown := "", wording.Quote(text, wording.Label)
	if len(text) > wording.Label {
		// A shifted column can put a note where a category belongs.
		shown = wording.Quote(text, wording.Cell)
	}
	if n > 1 {
		in = fmt.Sprintf(" in %s (%s of all)", wording.Count(n, "row"), wording.Share(n, p.Data.N))
	}
	f := check.Finding{
		Row: int(rows[0]), Column: c.Index,
		Related: tabular.Refs(p.Data, rows[1:], c.Index, tabular.MaxRelated), Alike: n - 1,
		Message: fmt.Sprintf("%s %s%s is not in the codebook", tabular.Name(c), shown, in),
		Why:     "the codebook allows " + list.String(),
		Help:    "look the record up in the dataset's own release; if the value is new there, set this rule to note for the dataset",
		Found:   strings.Trim(shown, `"`), Weight: float64(n),
	}
	near, how := list.nearest(text)
	switch {
	case how == sameLetters:
		f.Severity = check.Note
		f.Message = fmt.Sprintf("%s %s%s differs from %s only in capitals or spaces", tabular.Name(c),
			shown, in, wording.Quote(near, wording.Label))
		f.Help = "write it like the codebook, or exact comparisons miss it"
	case how == resembles:
		f.Message += fmt.Sprintf("; nearest allowed value: %s", wording.Quote(near, wording.Label))
		f.Help = fmt.Sprintf("replace it by %s if the rows agree", wording.Quote(near, wording.Label))
	case c.Field.Type == record.TypeEnum:
		f.Severity, f.Confidence = check.Warning, 0.8
	}
	f.Expected = near
	return f
}

// domain is a codebook's list of values prepared for looking up.
type domain struct {
	values  []string
	exact   map[string]bool
	numbers []float64 // of the values that are numbers
}

func newDomain(f *record.Field) *domain {
	d := &domain{exact: map[string]bool{}}
	for _, codes := range [][]record.Code{f.Codes, f.Missing} {
		for _, c := range codes {
			d.exact[c.Value] = true
			if v, err := strconv.ParseFloat(c.Value, 64); err == nil {
				d.numbers = append(d.numbers, v)
			}
		}
	}
	for _, c := range f.Codes {
		d.values = append(d.values, c.Value)
	}
	return d
}

func (d *domain) allows(text string) bool {
	if d.exact[text] {
		return true
	}
	v, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
	return err == nil && slices.Contains(d.numbers, v)
}

// String lists the values for people, shortened.
func (d *domain) String() string {
	const most = 12
	if len(d.values) <= most {
		return strings.Join(d.values, ", ")
	}
	return strings.Join(d.values[:most], ", ") + fmt.Sprintf(" and %d more", len(d.values)-most)
}
