package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/privacy"
	"github.com/assaydata/assay/internal/record"
)

// explanation writes what is known of a finding or a claim.
type explanation struct {
	audit  *audit.Audit
	chain  *audit.Chain
	shield *privacy.Shield
	out    io.Writer
	width  int
}

// head begins a part.
func (e *explanation) head(title string) { fmt.Fprintf(e.out, "\n%s\n", title) }

// text writes a paragraph.
func (e *explanation) text(s string) {
	if s = strings.TrimSpace(finding.Clean(s)); s != "" {
		fmt.Fprintln(e.out, wrap(s, e.width, "  "))
	}
}

// item writes a paragraph of a list.
func (e *explanation) item(s string) {
	lines := strings.Split(wrap(finding.Clean(s), e.width-2, "  "), "\n")
	for i, l := range lines {
		if i > 0 {
			l = "  " + l
		}
		fmt.Fprintln(e.out, l)
	}
}

// sheetRow is a row of a file as it may be shown.
type sheetRow struct {
	title string
	cells []sheetField
}

type sheetField struct {
	name, text string
	asked      bool   // the finding is about this column
	value      string // what rows are compared by, where that is not the text
}

// compared is what tells whether rows differ in a column.
func (f sheetField) compared() string {
	if f.value != "" {
		return f.value
	}
	return f.text
}

// read reads a row again from its file and takes out what may not be shown.
func (e *explanation) read(ctx context.Context, d *record.Dataset, row int, asked []int) (sheetRow, error) {
	out := sheetRow{title: e.rowName(d, row)}
	err := d.Reread(ctx, []int{row}, func(_ int, cells []string) error {
		for i := range d.Columns {
			if i >= len(cells) {
				break
			}
			c := &d.Columns[i]
			out.cells = append(out.cells, sheetField{name: finding.Clean(c.Name), text: e.shown(d, row, c, strings.TrimSpace(cells[i])), asked: slices.Contains(asked, i)})
		}
		return nil
	})
	return out, err
}

// shown is what may be shown of a cell: of texts that may name people only how long they are.
func (e *explanation) shown(d *record.Dataset, row int, c *record.Column, text string) string {
	switch {
	case text == "":
	case c.Withheld():
		text = fmt.Sprintf("[%s]", count(utf8.RuneCountInString(text), "character"))
	case !d.Format.Claims && isActor(c) && !tabular.Quotable(d, c):
		text = fact.Published(text)
	}
	return finding.Clean(e.shield.Cell(d, row, c.Index, text))
}

// isActor reports whether a column names actors.
func isActor(c *record.Column) bool {
	return c.Field != nil && (c.Field.Role.Actor() || c.Field.Name == "actor3")
}

// rowName is the identifier of a row, else its table and number.
func (e *explanation) rowName(d *record.Dataset, row int) string {
	if id := finding.Clean(e.shield.ID(d, row)); id != "" {
		return id
	}
	return fmt.Sprintf("%s row %d", finding.Clean(d.Name), d.RowNumber(row))
}

// address says where a row stands.
func (e *explanation) address(d *record.Dataset, row int) string {
	s := fmt.Sprintf("%s, row %d", finding.Clean(finding.File(d)), d.RowNumber(row))
	if n := d.Line(row); n > 0 {
		s += fmt.Sprintf(", line %d", n)
	}
	return s
}

// beside sets rows side by side, a line for each column that says something in one of them. ">" stands before the columns
// that the finding is about, "≠" before others in which the rows differ.
func (e *explanation) beside(rows []sheetRow) {
	var names []string
	at := map[string][]sheetField{}
	for i, r := range rows {
		for _, c := range r.cells {
			if at[c.name] == nil {
				names = append(names, c.name)
				at[c.name] = make([]sheetField, len(rows))
			}
			at[c.name][i] = c
		}
	}
	names = slices.DeleteFunc(names, func(n string) bool {
		return !slices.ContainsFunc(at[n], func(f sheetField) bool { return f.text != "" || f.asked })
	})
	const mark, most = 3, 22
	label := 0
	for _, n := range names {
		label = max(label, min(most, utf8.RuneCountInString(n)))
	}
	room := max(12, (e.width-mark-label)/len(rows)-2)
	var titles []string
	for _, r := range rows {
		titles = append(titles, r.title)
	}
	e.line("", "", label, titles, room)
	for _, n := range names {
		m, differ := "", false
		var texts []string
		for _, f := range at[n] {
			differ = differ || f.compared() != at[n][0].compared()
			texts = append(texts, f.text)
			if f.asked {
				m = ">"
			}
		}
		if slices.Equal(texts, titles) { // the identifiers stand above
			continue
		}
		if m == "" && differ {
			m = "≠"
		}
		e.line(m, n, label, texts, room)
	}
}

// line writes one column of the rows, on as many lines as its longest cell needs.
func (e *explanation) line(mark, name string, label int, texts []string, room int) {
	const tallest = 5 // lines of one cell
	var cells [][]string
	height := 1
	for _, t := range texts {
		parts := foldCell(t, room)
		if len(parts) > tallest {
			parts = append(parts[:tallest-1], "…")
		}
		cells = append(cells, parts)
		height = max(height, len(parts))
	}
	for i := range height {
		if i > 0 {
			mark, name = "", ""
		}
		var b strings.Builder
		b.WriteString(padded(mark, 3) + padded(cut(name, label), label))
		for _, c := range cells {
			part := ""
			if i < len(c) {
				part = c[i]
			}
			b.WriteString("  " + padded(part, room))
		}
		fmt.Fprintln(e.out, strings.TrimRight(b.String(), " "))
	}
}

// foldCell breaks a text into lines of at most room characters, also within words that are longer.
func foldCell(s string, room int) []string {
	var out []string
	line := ""
	for _, word := range strings.Fields(s) {
		for {
			n := utf8.RuneCountInString(line)
			if n > 0 && n+1+utf8.RuneCountInString(word) <= room {
				line += " " + word
				break
			}
			if n > 0 {
				out = append(out, line)
				line = ""
			}
			if utf8.RuneCountInString(word) <= room {
				line = word
				break
			}
			r := []rune(word)
			out = append(out, string(r[:room]))
			word = string(r[room:])
		}
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}

func padded(s string, n int) string {
	return s + strings.Repeat(" ", max(0, n-utf8.RuneCountInString(s)))
}

func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}
