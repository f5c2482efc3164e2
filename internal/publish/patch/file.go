package patch

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/settings"
)

// The columns of corrections.csv; the last two may be left out.
var (
	columns  = []string{"dataset", "id", "field", "old_sha256", "new_value", "citations", "row", "decision"}
	required = columns[:6]
)

// ReadFile reads a corrections file. The error names every mistake in it as file:row:column.
func ReadFile(path string) ([]Correction, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return Read(bytes.NewReader(text), path)
}

// Read reads corrections from CSV in UTF-8, with comma, semicolon or tab between cells. The name stands in messages.
func Read(in io.Reader, name string) ([]Correction, error) {
	text, err := io.ReadAll(in)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	r := reader{file: name, text: bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")), index: map[string]int{}}
	r.read()
	if len(r.problems) > 0 {
		return nil, &failed{r.problems, ErrMalformed}
	}
	return r.list, nil
}

type reader struct {
	file      string
	text      []byte
	pos       int
	delimiter byte
	index     map[string]int
	width     int
	list      []Correction
	problems  Problems
}

func (r *reader) fail(row int, column, text, hint string) {
	r.problems = append(r.problems, Problem{r.file, row, column, text, hint})
}

// next returns the cells of the next record, blank lines skipped.
func (r *reader) next(row int) ([]string, bool) {
	for r.pos < len(r.text) && (r.text[r.pos] == '\n' || r.text[r.pos] == '\r') {
		r.pos++
	}
	if r.pos >= len(r.text) {
		return nil, false
	}
	spans, next, ok := cellsOf(r.text, r.pos, r.delimiter, '\n')
	if !ok {
		r.fail(row, "", "a quotation mark that opens a cell is never closed", "double a quotation mark that is part of the text")
		r.pos = len(r.text)
		return nil, false
	}
	r.pos = next
	cells := make([]string, len(spans))
	for i, s := range spans {
		cells[i] = string(s.text(r.text))
	}
	return cells, true
}

func (r *reader) read() {
	line, _, _ := bytes.Cut(bytes.TrimLeft(r.text, "\r\n"), []byte("\n"))
	r.delimiter = ','
	for _, d := range []byte{';', '\t'} {
		if bytes.Count(line, []byte{d}) > bytes.Count(line, []byte{r.delimiter}) {
			r.delimiter = d
		}
	}
	names, ok := r.next(0)
	if !ok {
		if len(r.problems) == 0 {
			r.fail(0, columns[0], "the file is empty", "the first line names the columns: "+strings.Join(columns, ","))
		}
		return
	}
	r.header(names)
	if len(r.problems) > 0 {
		return
	}
	for row := 1; ; row++ {
		cells, ok := r.next(row)
		if !ok {
			return
		}
		r.row(row, cells)
	}
}

func (r *reader) header(names []string) {
	r.width = len(names)
	for i, name := range names {
		name = strings.ToLower(strings.TrimSpace(name))
		switch _, twice := r.index[name]; {
		case !slices.Contains(columns, name):
			hint := "columns are " + strings.Join(columns, ", ")
			if near := settings.Nearest(name, columns); near != "" {
				hint = "did you mean " + near + "?"
			}
			r.fail(0, strconv.Quote(names[i]), "there is no such column among corrections", hint)
		case twice:
			r.fail(0, name, "this column stands twice in the header", "")
		}
		r.index[name] = i
	}
	for _, name := range required {
		if _, ok := r.index[name]; !ok {
			r.fail(0, name, "this column is missing", "columns are "+strings.Join(columns, ", "))
		}
	}
}

func (r *reader) row(row int, cells []string) {
	before := len(r.problems)
	if len(cells) != r.width {
		r.fail(row, columns[0], fmt.Sprintf("%d cells where the header has %d", len(cells), r.width), "a value that holds the delimiter must stand in quotation marks")
		return
	}
	cell := func(column string) string {
		i, ok := r.index[column]
		if !ok {
			return ""
		}
		return cells[i]
	}
	c := Correction{
		Dataset: cell("dataset"), ID: cell("id"), Field: cell("field"), OldSHA256: strings.ToLower(strings.TrimSpace(cell("old_sha256"))),
		New: cell("new_value"), Decision: cell("decision"), at: problemAt{r.file, row},
	}
	for _, s := range strings.Split(cell("citations"), strings.TrimSpace(Separator)) {
		if s = strings.TrimSpace(s); s != "" {
			c.Citations = append(c.Citations, s)
		}
	}
	if s := strings.TrimSpace(cell("row")); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			r.fail(row, "row", "this is no number of a row", "data rows count from 1, without the header")
		}
		c.Row = n
	}
	for _, p := range c.check() {
		r.fail(row, p.Column, p.Text, p.Hint)
	}
	if len(r.problems) == before {
		r.list = append(r.list, c)
	}
}

// check returns what a correction lacks.
func (c *Correction) check() (out Problems) {
	fail := func(column, text, hint string) {
		out = append(out, Problem{c.at.file, c.at.row, column, text, hint})
	}
	if c.Dataset == "" {
		fail("dataset", "the dataset is missing", "its short name: the file's base name without extensions")
	}
	if c.ID == "" && c.Row == 0 {
		fail("id", "neither an identifier nor a row says which record is meant", "")
	}
	if c.Field == "" {
		fail("field", "the column to correct is missing", "")
	}
	if len(c.OldSHA256) != 64 || strings.Trim(c.OldSHA256, "0123456789abcdef") != "" {
		fail("old_sha256", "this is no SHA-256", "64 hexadecimal digits: the hash of the cell's text before the correction")
	}
	if len(c.Citations) == 0 {
		fail("citations", "nothing says what the new value rests on", "a DOI, an address or a reference; several with \" | \" between them")
	}
	for _, s := range c.Citations {
		if strings.Contains(s, "|") || strings.TrimSpace(s) != s || s == "" {
			fail("citations", "a citation is empty or holds a bar, which stands between citations", "")
		}
	}
	for i, text := range []string{c.Dataset, c.ID, c.Field, "", c.New, strings.Join(c.Citations, Separator), "", c.Decision} {
		if !utf8.ValidString(text) {
			fail(columns[i], "this is not UTF-8", "save the file as UTF-8")
		}
	}
	return out
}

// Write writes corrections as CSV, in the given order. Columns that no correction fills (row, decision) are left out. The
// error is in the chain of ErrMalformed where a correction could not be read again.
func Write(out io.Writer, list []Correction) error {
	var problems Problems
	width := len(required)
	for i := range list {
		for _, p := range list[i].check() {
			p.Row = i + 1
			problems = append(problems, p)
		}
		if list[i].Row > 0 {
			width = max(width, len(required)+1)
		}
		if list[i].Decision != "" {
			width = len(columns)
		}
	}
	if len(problems) > 0 {
		return &failed{problems, ErrMalformed}
	}
	w := csv.NewWriter(out)
	err := w.Write(columns[:width])
	for i := range list {
		c := &list[i]
		row := ""
		if c.Row > 0 {
			row = strconv.Itoa(c.Row)
		}
		cells := []string{c.Dataset, c.ID, c.Field, c.OldSHA256, c.New, strings.Join(c.Citations, Separator), row, c.Decision}
		err = errors.Join(err, w.Write(cells[:width]))
	}
	w.Flush()
	return errors.Join(err, w.Error())
}
