package finding

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// diagnostic lays out one finding in full.
type diagnostic struct {
	width   int
	related int // further rows that are shown
	prose   int // lines of evidence and of help that are shown, each
}

func newDiagnostic(width int, all bool) diagnostic {
	if all {
		return diagnostic{width: width, related: 10, prose: 20}
	}
	return diagnostic{width: width, related: 3, prose: 4}
}

// lines renders a finding with the cells of its rows.
func (g diagnostic) lines(f *check.Finding, c *cells) []line {
	out := g.headline(f)
	digits := g.digits(f)
	out = append(out, g.where(f, digits))
	for _, t := range g.tables(f) {
		if t.data != f.Data {
			at := clean(file(t.data))
			out = append(out, line{gutter(0, digits), {" " + shortenLeft(at, g.width-digits-5), faint}})
		}
		rows := make([]tableRow, len(t.rows))
		for i, row := range t.rows {
			got, err := c.row(t.data, row)
			rows[i] = tableRow{row: row, cells: got, err: err}
		}
		out = append(out, table(t.data, t.columns, rows, digits, g.width, classOf(f).style())...)
	}
	if more := len(f.Related) - len(shownRelated(f, g.related)); more > 0 {
		out = append(out, line{gutter(0, digits), {" and " + plural(more, "more row", "more rows"), faint}})
	}
	out = append(out, g.prosa("why", f.Why, digits)...)
	if f.Stat != nil {
		out = append(out, g.prosa("test", statText(f.Stat), digits)...)
	}
	return append(out, g.prosa("help", f.Help, digits)...)
}

// height is at least the number of lines that the finding takes, without reading its cells.
func (g diagnostic) height(f *check.Finding) int {
	digits := g.digits(f)
	n := len(g.headline(f)) + 1 + len(g.prosa("why", f.Why, digits)) + len(g.prosa("help", f.Help, digits))
	for _, t := range g.tables(f) {
		n += 2 + len(t.rows)
		if t.data != f.Data {
			n++
		}
	}
	if len(f.Related) > g.related {
		n++
	}
	if f.Stat != nil {
		n += len(g.prosa("test", statText(f.Stat), digits))
	}
	return n
}

// headline is "error[VAL003]: message" with the confidence at the right end of its first line.
func (g diagnostic) headline(f *check.Finding) []line {
	class := classOf(f)
	tag := class.String() + "[" + f.Rule.Code + "]"
	sure := fmt.Sprintf("  confidence %.2f", f.Confidence)
	texts := wrap(clean(f.Message), g.width-width(tag)-2-width(sure), g.width-4)
	first := line{{tag, class.style()}, {": ", plain}, {texts[0], bold}}
	if blank := g.width - first.width() - width(sure); blank >= 0 && f.Confidence > 0 {
		first = append(first, span{strings.Repeat(" ", blank) + sure, faint})
	}
	out := []line{first}
	for _, t := range texts[1:] {
		out = append(out, line{{"    " + t, bold}})
	}
	return out
}

// where is the address: file:row:column, and in words the row and the physical line.
func (g diagnostic) where(f *check.Finding, digits int) line {
	at, words := clean(file(f.Data)), ""
	column := clean(columnName(f.Data, f.Column))
	switch {
	case f.Row >= 0:
		number := f.Data.RowNumber(f.Row)
		at += ":" + strconv.Itoa(number)
		words = "  (row " + wording.Thousands(number)
		if n := f.Data.Line(f.Row); n > 0 {
			words += ", line " + wording.Thousands(n)
		}
		words += ")"
		if column != "" {
			at += ":" + column
		}
	case column != "":
		words = "  (column " + column + ")"
	default:
		words = "  (the dataset as a whole)"
	}
	arrow := strings.Repeat(" ", digits) + "--> "
	return line{{arrow, blue}, {shortenLeft(at, g.width-width(arrow)-width(words)), plain}, {words, faint}}
}

// prosa is "= why: text", wrapped.
func (g diagnostic) prosa(label, s string, digits int) []line {
	if s == "" {
		return nil
	}
	head := strings.Repeat(" ", digits+2) + "= " + label + ": "
	indent := strings.Repeat(" ", width(head))
	room := g.width - width(head)
	texts := wrap(clean(s), room, room)
	if len(texts) > g.prose {
		texts = texts[:g.prose]
		texts[g.prose-1] = shorten(texts[g.prose-1]+" "+ellipsis, room)
	}
	out := []line{{{head, blue}, {texts[0], plain}}}
	for _, t := range texts[1:] {
		out = append(out, line{{indent + t, plain}})
	}
	return out
}

// digits is the width of the row numbers in the gutter.
func (g diagnostic) digits(f *check.Finding) int {
	n := rowNumber(f.Data, f.Row)
	for _, r := range shownRelated(f, g.related) {
		n = max(n, rowNumber(r.Data, r.Row))
	}
	return max(4, len(strconv.Itoa(n)))
}

// dataTable names the rows and columns of one dataset that a finding shows.
type dataTable struct {
	data    *record.Dataset
	rows    []int
	columns []tableColumn
}

// tables returns what is shown of each dataset: the row in question first, the rows that it refers to after it.
func (g diagnostic) tables(f *check.Finding) []dataTable {
	var out []dataTable
	if f.Row >= 0 {
		out = append(out, dataTable{f.Data, []int{f.Row}, tableColumns(f.Data, f.Column, f.Marked)})
	}
	for _, r := range shownRelated(f, g.related) {
		i := slices.IndexFunc(out, func(t dataTable) bool { return t.data == r.Data })
		if i < 0 {
			i = len(out)
			value, basis := -1, []int(nil)
			if r.Data == f.Data { // rows that a finding about the whole dataset rests on
				value, basis = f.Column, f.Marked
			} else if r.Column >= 0 {
				basis = []int{r.Column}
			}
			out = append(out, dataTable{r.Data, nil, tableColumns(r.Data, value, basis)})
		}
		out[i].rows = append(out[i].rows, r.Row)
	}
	return out
}

// statText writes the evidence of a statistical finding on one line.
func statText(s *check.Stat) string {
	var parts []string
	if s.Test != "" {
		parts = append(parts, s.Test+": "+short(s.Statistic))
	}
	p := "p = " + short(s.P)
	if s.Tests > 1 {
		p += fmt.Sprintf(", %s after correction for %s tests", short(s.Adjusted), wording.Thousands(s.Tests))
		if s.Method != "" {
			p += " (" + s.Method + ")"
		}
	}
	parts = append(parts, p)
	if s.EffectIs != "" {
		parts = append(parts, s.EffectIs+" = "+short(s.Effect))
	}
	return strings.Join(parts, "; ")
}
