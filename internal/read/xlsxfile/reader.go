package xlsxfile

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/read/rows"
)

// Reader yields the rows of one sheet below its header. It implements [rows.Records]. Rows without any text are left out.
type Reader struct {
	ctx   context.Context
	bk    *book
	asked string // sheet that the caller named, "" if none
	sheet string
	store *rows.Store // takes the rows, for Reread; nil if it cannot
	other []string    // further sheets that hold tables
	rows  *excelize.Rows

	header   []string
	line     int // number of the current row in the sheet
	notes    []*rows.RecordError
	text     []byte
	cells    [][]byte
	finished error
}

var _ rows.Records = (*Reader)(nil)

// ErrNoSheet is in the chain of the error for a sheet that was asked for and is not there.
var ErrNoSheet = errors.New("no sheet")

// Open opens a sheet, or if the name is empty the first that looks like a table. The header is the first row with at
// least two columns.
func Open(ctx context.Context, b *container.Blob, sheet string) (*Reader, error) {
	bk, err := open(ctx, b)
	if err != nil {
		return nil, err
	}
	r := &Reader{ctx: ctx, bk: bk, asked: sheet, sheet: sheet}
	if err := r.start(); err != nil {
		bk.close()
		return nil, err
	}
	if b.Kept(storeKey+sheet) == nil {
		r.store, _ = rows.NewStore() // without it rows are read again from the workbook
	}
	return r, nil
}

func (r *Reader) start() error {
	list, err := r.bk.sheets(r.ctx)
	if err != nil {
		return err
	}
	name := r.bk.blob.Name()
	if r.sheet == "" {
		if r.sheet, err = choose(list); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	found := false
	var names []string
	for _, s := range list {
		names = append(names, s.Name)
		if strings.EqualFold(s.Name, r.sheet) {
			r.sheet, found = s.Name, true
		} else if s.Table {
			r.other = append(r.other, s.Name)
		}
	}
	if !found {
		return fmt.Errorf("%s: %w %q (hint: it has %s)", name, ErrNoSheet, r.sheet, strings.Join(names, ", "))
	}
	if r.rows, err = r.bk.file.Rows(r.sheet); err != nil {
		return broken(r.bk.blob, fmt.Sprintf("sheet %q cannot be read", r.sheet), err)
	}
	for filled := 0; filled < titleRows; {
		cells, err := r.next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
		if texts(cells) > 1 {
			r.header = cells
			return nil
		}
		filled++
		r.notes = append(r.notes, &rows.RecordError{Line: r.line, Kind: "preamble", Text: "this row above the header was left out"})
	}
	return fmt.Errorf("%s: sheet %q has no row with two columns or more: %w", name, r.sheet, container.ErrEmpty)
}

// next returns the next row that has text.
func (r *Reader) next() (cells []string, err error) {
	defer guard(r.bk.blob, &err)
	for r.rows.Next() {
		r.line++
		if r.line&1023 == 0 {
			if err := r.ctx.Err(); err != nil {
				return nil, err
			}
		}
		if cells, err = r.rows.Columns(); err != nil {
			return nil, r.at(err)
		}
		if texts(cells) > 0 {
			return cells, nil
		}
	}
	if err := r.rows.Error(); err != nil {
		return nil, r.at(err)
	}
	last, err := r.bk.lastRow(r.sheet)
	if err != nil {
		return nil, r.at(err)
	}
	if last > r.line {
		return nil, r.at(fmt.Errorf("what follows is no valid XML, and rows up to %d are lost: %w", last, io.ErrUnexpectedEOF))
	}
	return nil, io.EOF
}

func (r *Reader) at(err error) error {
	return fmt.Errorf("%s:%d: sheet %q is damaged: %w (hint: open it in a spreadsheet program and save it again; the rows before are used)",
		r.bk.blob.Name(), r.line, r.sheet, err)
}

// Header returns the texts of the first row with at least two columns.
func (r *Reader) Header() []string { return r.header }

// Sheet returns the name of the sheet.
func (r *Reader) Sheet() string { return r.sheet }

// Remarks says what was assumed: the choice among several sheets.
func (r *Reader) Remarks() []string {
	if len(r.other) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("sheet %q was read; others that hold tables: %s", r.sheet, strings.Join(r.other, ", "))}
}

// Next implements [rows.Records]; the line is the number of the row in the sheet. The only kind of [rows.RecordError] is
// preamble, for rows above the header.
func (r *Reader) Next() ([][]byte, int, error) {
	if len(r.notes) > 0 {
		note := r.notes[0]
		r.notes = r.notes[1:]
		return nil, note.Line, note
	}
	if r.finished != nil {
		return nil, 0, r.finished
	}
	cells, err := r.next()
	if err != nil {
		r.finished = err
		r.keep()
		return nil, r.line, err
	}
	r.text, r.cells = r.text[:0], r.cells[:0]
	for _, c := range cells {
		r.text = append(r.text, c...)
	}
	at := 0
	for _, c := range cells {
		r.cells = append(r.cells, r.text[at:at+len(c):at+len(c)])
		at += len(c)
	}
	for len(r.cells) < len(r.header) { // excelize leaves out empty cells at the end of a row
		r.cells = append(r.cells, nil)
	}
	if r.store != nil {
		r.store.Add(r.cells)
	}
	return r.cells, r.line, nil
}

const storeKey = "xlsx rows of "

// keep leaves the rows with the workbook once they are all read: XLSX is the slowest of the formats, and reading a few
// rows again would cost as much as the first time.
func (r *Reader) keep() {
	if r.store == nil {
		return
	}
	if r.store.Finish() != nil || !r.bk.blob.Keep(storeKey+r.asked, r.store) {
		r.store.Close()
	}
	r.store = nil
}

// Close closes the workbook and removes its temporary files.
func (r *Reader) Close() error {
	if r.store != nil {
		r.store.Close()
	}
	err := r.rows.Close()
	if e := r.bk.close(); err == nil {
		err = e
	}
	return err
}

// Reread passes the rows with the given numbers to yield. Rows ascend and count from 0 those that [Reader.Next] returned.
// The sheet is the one that was given to [Open]. If a reader came to its end before, rows are had at once; otherwise the
// sheet is read from its beginning.
func Reread(ctx context.Context, b *container.Blob, sheet string, wanted []int, yield func(row int, cells []string) error) error {
	if len(wanted) == 0 {
		return nil
	}
	if err := b.Check(); err != nil {
		return err
	}
	if s, ok := b.Kept(storeKey + sheet).(*rows.Store); ok {
		return s.Reread(ctx, wanted, yield)
	}
	r, err := Open(ctx, b, sheet)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := rows.Reread(ctx, r, wanted, yield); err != nil {
		return fmt.Errorf("%s: %w", b.Name(), err)
	}
	return nil
}
