package capture

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// File is what a file of capture histories holds: either a table for each stratum, or frequencies.
type File struct {
	Name string
	// Strata stand in the order of their names; a file without a column "stratum" has one, named "".
	Strata []Stratum
	// Frequencies is set, and Strata empty, where the file only says how many cases were seen how often.
	Frequencies *Frequencies
	// Notices say what was left out.
	Notices []string
}

// Stratum is one part of the population with its own table.
type Stratum struct {
	Name  string
	Table *Table
}

// Frequencies counts cases by how often they were seen, without saying by which lists.
type Frequencies struct {
	Seen []int64 // Seen[k-1] is the number of cases seen exactly k times
}

// N is the number of cases seen at all.
func (f *Frequencies) N() int64 {
	var n int64
	for _, c := range f.Seen {
		n += c
	}
	return n
}

// Limits of a file that [Read] accepts.
const (
	maxStrata = 10_000
	maxTimes  = 10_000  // the greatest number of captures in a table of frequencies
	maxDense  = 1 << 22 // cells of all tables together
)

// Read reads capture histories from CSV (separated by comma, semicolon or tab). The first line names the columns:
//
//   - one column per list, whose cells are 0 or 1, and a column "count" (or "freq", "frequency"): the number of cases with
//     that pattern. Repeated patterns are added up, absent ones have no cases;
//   - without a column of counts every row is one case;
//   - a column "stratum" divides the cases into parts with tables of their own;
//   - two columns "nbcap" and "freq" are a table of frequencies.
//
// Cases on no list are what is to be estimated: a row of zeros with a count is refused. Errors have the form
// "file:line:column: what (hint: what to do)".
func Read(r io.Reader, name string) (*File, error) {
	text := bufio.NewReader(r)
	if b, _ := text.Peek(3); bytes.Equal(b, []byte("\ufeff")) {
		text.Discard(3)
	}
	head, _ := text.Peek(4096)
	c := csv.NewReader(text)
	c.Comma = separator(head)
	c.FieldsPerRecord = -1
	c.TrimLeadingSpace = true
	header, err := c.Read()
	if errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: nothing in it (hint: one column of 0 and 1 per list, and a column count)", name)
	}
	if err != nil {
		return nil, wrap(name, err)
	}
	p := &parser{file: name, csv: c, count: -1, stratum: -1, tables: map[string][]int64{}}
	if err := p.columns(header); err != nil {
		return nil, err
	}
	if p.frequencies {
		return p.readFrequencies()
	}
	return p.readPatterns()
}

// separator is the character that divides the first line most often.
func separator(head []byte) rune {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	best, most := ',', bytes.Count(line, []byte(","))
	for _, s := range []rune{';', '\t'} {
		if n := bytes.Count(line, []byte(string(s))); n > most {
			best, most = s, n
		}
	}
	return best
}

// wrap gives an error of the CSV reader the form of the others.
func wrap(file string, err error) error {
	var bad *csv.ParseError
	if errors.As(err, &bad) {
		return fmt.Errorf("%s:%d:%d: not readable as CSV: %w (hint: look at the quotation marks)", file, bad.Line, bad.Column, bad.Err)
	}
	return fmt.Errorf("%s: %w", file, err)
}

type parser struct {
	file        string
	csv         *csv.Reader
	header      []string
	lists       []int // columns
	count       int   // column, -1 if none
	stratum     int
	frequencies bool
	tables      map[string][]int64
	total       int64
	empty       int // rows of zeros without cases
}

func (p *parser) fail(column int, format string, args ...any) error {
	line, _ := p.csv.FieldPos(0)
	name := strconv.Itoa(column + 1)
	if column < len(p.header) {
		name = p.header[column]
	}
	return fmt.Errorf("%s:%d:%s: "+format, append([]any{p.file, line, name}, args...)...)
}

// columns finds out what each column is.
func (p *parser) columns(header []string) error {
	seen := map[string]int{}
	for i, h := range header {
		h = strings.TrimSpace(h)
		if !utf8.ValidString(h) {
			return fmt.Errorf("%s:1:%d: the name of this column is not valid UTF-8 (hint: save the file as UTF-8)", p.file, i+1)
		}
		if h == "" {
			return fmt.Errorf("%s:1:%d: this column has no name (hint: the first line names the lists)", p.file, i+1)
		}
		if before, twice := seen[strings.ToLower(h)]; twice {
			return fmt.Errorf("%s:1:%s: columns %d and %d have the same name (hint: every list has its own)", p.file, h, before+1, i+1)
		}
		seen[strings.ToLower(h)] = i
		p.header = append(p.header, h)
		switch strings.ToLower(h) {
		case "count", "freq", "frequency":
			if p.count >= 0 {
				return fmt.Errorf("%s:1:%s: a second column of counts after %s (hint: keep one)", p.file, h, p.header[p.count])
			}
			p.count = i
		case "stratum":
			p.stratum = i
		default:
			p.lists = append(p.lists, i)
		}
	}
	if len(p.lists) == 1 && p.count >= 0 && p.stratum < 0 && strings.EqualFold(p.header[p.lists[0]], "nbcap") {
		p.frequencies = true
		return nil
	}
	if len(p.lists) == 0 {
		return fmt.Errorf("%s:1: no column is a list (hint: one column of 0 and 1 per list, and a column count)", p.file)
	}
	if len(p.lists) > MaxLists {
		return fmt.Errorf("%s:1: %d lists (hint: at most %d; join lists that share an origin)", p.file, len(p.lists), MaxLists)
	}
	return nil
}

// next returns the next row, nil at the end.
func (p *parser) next() ([]string, error) {
	row, err := p.csv.Read()
	if errors.Is(err, io.EOF) {
		return nil, nil
	}
	if err != nil {
		return nil, wrap(p.file, err)
	}
	if len(row) != len(p.header) {
		line, _ := p.csv.FieldPos(0)
		return nil, fmt.Errorf("%s:%d: %d cells under %d columns (hint: one cell for each column of the first line)", p.file, line, len(row), len(p.header))
	}
	return row, nil
}

// number reads a cell of counts.
func (p *parser) number(row []string, column int) (int64, error) {
	text := strings.TrimSpace(row[column])
	n, err := strconv.ParseInt(text, 10, 64)
	switch {
	case err != nil && errors.Is(err, strconv.ErrRange), err == nil && n > MaxCases:
		return 0, p.fail(column, "%s is more than %d cases", shown(text), int64(MaxCases))
	case err != nil:
		return 0, p.fail(column, "%s is not a whole number (hint: a count of cases)", shown(text))
	case n < 0:
		return 0, p.fail(column, "a negative count, %d", n)
	}
	return n, nil
}

// shown quotes a cell, cut to a length that fits into a message.
func shown(s string) string {
	if r := []rune(s); len(r) > 24 {
		s = string(r[:24]) + "…"
	}
	return strconv.Quote(s)
}

func (p *parser) readPatterns() (*File, error) {
	for {
		row, err := p.next()
		if err != nil {
			return nil, err
		}
		if row == nil {
			break
		}
		if err := p.pattern(row); err != nil {
			return nil, err
		}
	}
	f := &File{Name: p.file}
	if p.empty > 0 {
		f.Notices = append(f.Notices, "the row of cases on no list, with a count of 0, is left out: these cases are what is estimated")
	}
	var lists []string
	for _, c := range p.lists {
		lists = append(lists, p.header[c])
	}
	if len(p.tables) == 0 {
		return nil, fmt.Errorf("%s: no cases in it (hint: rows follow the line of column names)", p.file)
	}
	for name, dense := range p.tables {
		t, err := New(lists, dense)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.file, err)
		}
		f.Strata = append(f.Strata, Stratum{name, t})
	}
	slices.SortFunc(f.Strata, func(a, b Stratum) int { return strings.Compare(a.Name, b.Name) })
	return f, nil
}

// pattern adds one row.
func (p *parser) pattern(row []string) error {
	mask := 0
	for i, c := range p.lists {
		switch strings.TrimSpace(row[c]) {
		case "1":
			mask |= 1 << i
		case "0":
		default:
			hint := "a list's cells are 0 or 1"
			if p.count < 0 {
				hint += "; call the column of counts count"
			}
			return p.fail(c, "%s is neither 0 nor 1 (hint: %s)", shown(row[c]), hint)
		}
	}
	n := int64(1)
	if p.count >= 0 {
		var err error
		if n, err = p.number(row, p.count); err != nil {
			return err
		}
	}
	if mask == 0 {
		if n > 0 {
			at := p.lists[0]
			if p.count >= 0 {
				at = p.count
			}
			return p.fail(at, "%d on no list (hint: cases that no list has are what is estimated; leave the row out)", n)
		}
		p.empty++
		return nil
	}
	stratum := ""
	if p.stratum >= 0 {
		if stratum = strings.TrimSpace(row[p.stratum]); stratum == "" || !utf8.ValidString(stratum) {
			return p.fail(p.stratum, "no name of a stratum (hint: every row has one)")
		}
	}
	if p.total += n; p.total > MaxCases {
		return p.fail(max(p.count, 0), "more than %d cases", int64(MaxCases))
	}
	dense := p.tables[stratum]
	if dense == nil {
		if len(p.tables) == maxStrata || (len(p.tables)+1)<<len(p.lists) > maxDense {
			return p.fail(p.stratum, "more than %d strata (hint: fewer, larger ones)", len(p.tables))
		}
		dense = make([]int64, 1<<len(p.lists))
		p.tables[stratum] = dense
	}
	dense[mask] += n
	return nil
}

func (p *parser) readFrequencies() (*File, error) {
	f := &Frequencies{}
	for {
		row, err := p.next()
		if err != nil {
			return nil, err
		}
		if row == nil {
			break
		}
		times, err := p.number(row, p.lists[0])
		if err != nil {
			return nil, err
		}
		n, err := p.number(row, p.count)
		if err != nil {
			return nil, err
		}
		switch {
		case times == 0 && n > 0:
			return nil, p.fail(p.lists[0], "%d cases seen 0 times (hint: these are what is estimated; leave the row out)", n)
		case times == 0:
			continue
		case times > maxTimes:
			return nil, p.fail(p.lists[0], "seen %d times (hint: at most %d)", times, maxTimes)
		}
		if p.total += n; p.total > MaxCases {
			return nil, p.fail(p.count, "more than %d cases", int64(MaxCases))
		}
		for int64(len(f.Seen)) < times {
			f.Seen = append(f.Seen, 0)
		}
		f.Seen[times-1] += n
	}
	if p.total == 0 {
		return nil, fmt.Errorf("%s: no cases in it (hint: rows follow the line of column names)", p.file)
	}
	return &File{Name: p.file, Frequencies: f}, nil
}
