// Package planting measures a rule: it plants known errors into a clean table, reads the table as a file, runs the rule, and
// counts what was found and what was raised on clean rows.
package planting

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/read/format"
	"github.com/assaydata/assay/internal/record"
)

// Table is a clean table as it stands in a file.
type Table struct {
	Name   string
	Header []string
	Rows   [][]string

	Mapping *format.Mapping // how the columns are read; nil = by their names
}

// ParseTable reads a well-formed CSV text.
func ParseTable(name, text string) (*Table, error) {
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(records) == 0 {
		return nil, fmt.Errorf("%s: there is no record in it", name)
	}
	return &Table{Name: name, Header: records[0], Rows: records[1:]}, nil
}

// CSV writes the table.
func (t *Table) CSV() []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write(t.Header)
	for _, row := range t.Rows {
		if len(row) == 1 && row[0] != "" && strings.HasPrefix(row[0], rawMark) {
			w.Flush()
			b.WriteString(row[0][len(rawMark):] + "\n")
			continue
		}
		w.Write(row)
	}
	w.Flush()
	return b.Bytes()
}

// rawMark begins the only cell of a row that is written as it is, for errors that no well-formed table can hold.
const rawMark = "\x00raw:"

// Raw makes a row that is written without quoting: a broken record.
func Raw(text string) []string { return []string{rawMark + text} }

// Open reads the table as a file.
func (t *Table) Open(ctx context.Context) (*record.Dataset, error) {
	ds, err := read.Open(ctx, read.Input{Path: "-", Name: t.Name, Mapping: t.Mapping}, read.Options{Stdin: bytes.NewReader(t.CSV())})
	if err != nil {
		return nil, err
	}
	return ds[0], nil
}

// Clean is a clean table with the dataset that it reads as.
type Clean struct {
	*Table
	Data *record.Dataset
}

// NewClean reads a clean table. The dataset must be closed.
func NewClean(ctx context.Context, t *Table) (*Clean, error) {
	d, err := t.Open(ctx)
	if err != nil {
		return nil, err
	}
	return &Clean{t, d}, nil
}

// Sheet returns a copy of the table to plant errors into. The seed fixes what is planted where.
func (c *Clean) Sheet(seed uint64) *check.Sheet {
	s := &check.Sheet{Data: c.Data, Header: append([]string(nil), c.Header...), Rand: rand.New(rand.NewPCG(seed, 0xa55a))}
	for _, row := range c.Rows {
		s.Rows = append(s.Rows, append([]string(nil), row...))
	}
	return s
}

// Result is how a rule did on one table.
type Result struct {
	Rule    *check.Rule
	Table   string
	Format  string
	Skipped string // why the rule can't work on the table, "" if it can
	Planted int
	Found   int
	Missed  []check.Planted
	Rows    int             // clean rows
	Alarms  []check.Finding // raised on the clean table, and on untouched rows of the planted one
}

// Recall is the share of planted errors that were found, 1 where nothing was planted.
func (r *Result) Recall() float64 {
	if r.Planted == 0 {
		return 1
	}
	return float64(r.Found) / float64(r.Planted)
}

// AlarmsPer10000 is the number of false alarms per 10,000 clean rows.
func (r *Result) AlarmsPer10000() float64 {
	return float64(len(r.Alarms)) / float64(max(r.Rows, 1)) * 10000
}

// Measure plants about n errors of the rule's kind into a copy of a clean table and runs the rule on both.
func Measure(ctx context.Context, r *check.Rule, clean *Clean, n int, seed uint64) (*Result, error) {
	res := &Result{Rule: r, Table: clean.Name, Format: clean.Data.Format.ID, Rows: clean.Data.N}
	pass := func(d *record.Dataset) ([]check.Finding, string) {
		return check.NewPass(ctx, r, d, &check.Env{AsOf: record.NoDay}, 0, nil).Run()
	}
	res.Alarms, res.Skipped = pass(clean.Data)
	if res.Skipped != "" || r.Plant == nil {
		return res, nil
	}
	sheet := clean.Sheet(seed)
	r.Plant(sheet, n)
	res.Planted = len(sheet.Planted)
	if res.Planted == 0 {
		return res, nil
	}
	dirty := &Table{Name: clean.Name, Header: sheet.Header, Rows: sheet.Rows, Mapping: clean.Mapping}
	p, err := dirty.Open(ctx)
	if err != nil {
		return nil, fmt.Errorf("the planted table could not be read: %w", err)
	}
	defer p.Close()
	found, skipped := pass(p)
	if skipped != "" {
		return nil, fmt.Errorf("%s works on the clean table but not on the planted one: %s", r.Code, skipped)
	}
	res.count(sheet.Planted, found)
	return res, nil
}

// Rows returns the numbers of the rows that a finding names, from 0 and counting unreadable ones; none for a finding about
// the dataset as a whole.
func Rows(f *check.Finding) []int {
	var out []int
	if f.Row >= 0 {
		out = append(out, f.Data.RowNumber(f.Row)-1)
	}
	for _, other := range f.Related {
		if other.Row >= 0 {
			out = append(out, other.Data.RowNumber(other.Row)-1)
		}
	}
	return out
}

// count decides which planted errors were found, and which findings belong to none.
func (r *Result) count(planted []check.Planted, found []check.Finding) {
	before := map[string]bool{}
	for i := range r.Alarms {
		before[alarmKey(&r.Alarms[i])] = true
	}
	owned, whole := map[int]bool{}, false
	for _, p := range planted {
		whole = whole || len(p.Rows) == 0
		for _, row := range p.Rows {
			owned[row] = true
		}
	}
	named, general := map[int]bool{}, false
	for i := range found {
		f := &found[i]
		fresh := !before[alarmKey(f)]
		hit := false
		for _, row := range Rows(f) {
			named[row] = true
			hit = hit || owned[row]
		}
		if f.Row < 0 && fresh {
			general = true
			// Errors planted into rows may show as one finding about the dataset; it is no false alarm.
			hit = true
		}
		if fresh && !hit && !whole {
			r.Alarms = append(r.Alarms, *f)
		}
	}
	for _, p := range planted {
		ok := len(p.Rows) == 0 && general
		for _, row := range p.Rows {
			ok = ok || named[row]
		}
		if ok {
			r.Found++
		} else {
			r.Missed = append(r.Missed, p)
		}
	}
}

// alarmKey tells findings on the clean table again on the planted one. Messages about the dataset hold counts that shift.
func alarmKey(f *check.Finding) string {
	return fmt.Sprint(f.Row, f.Column, f.Message)
}
