// Package rows is what the readers of workbooks, JSON and Parquet have in common: records one by one, each as the texts
// of its cells, and reading chosen records again.
package rows

import (
	"context"
	"errors"
	"fmt"
	"io"
)

// Records yields the records of one table in file order.
type Records interface {
	// Header returns the names of the columns.
	Header() []string

	// Next returns the cells of the next record, at least as many as there are names in the header unless the record is
	// shorter in the file, and the physical line on which it begins (the row number in a workbook, 0 where the file has
	// no lines). The cells are valid until the next call. The error is io.EOF at the end; a [*RecordError] after which
	// Next can be called again; any other error ends the table, and the records before it are good.
	Next() (cells [][]byte, line int, err error)

	Close() error
}

// RecordError is trouble with one record.
type RecordError struct {
	Line int    // physical line, 0 if none
	Kind string // short stable key
	Text string // what is wrong
	Hint string // what to do
	Lost bool   // the record could not be read at all; otherwise this is a note, and the record follows
}

func (e *RecordError) Error() string {
	s := e.Text
	if e.Line > 0 {
		s = fmt.Sprintf("line %d: %s", e.Line, s)
	}
	if e.Hint != "" {
		s += " (hint: " + e.Hint + ")"
	}
	return s
}

// Reread passes the wanted records to yield. Rows ascend and count from 0 the records that Next returned. It stops after
// the last one.
func Reread(ctx context.Context, r Records, rows []int, yield func(row int, cells []string) error) error {
	at := 0
	for row := 0; at < len(rows); {
		if row&1023 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		cells, _, err := r.Next()
		var trouble *RecordError
		switch {
		case errors.As(err, &trouble):
			continue
		case errors.Is(err, io.EOF):
			return fmt.Errorf("row %d is not there any more", rows[at]+1)
		case err != nil:
			return err
		}
		for at < len(rows) && rows[at] == row {
			texts := make([]string, len(cells))
			for i, c := range cells {
				texts[i] = string(c)
			}
			if err := yield(row, texts); err != nil {
				return err
			}
			at++
		}
		row++
	}
	return nil
}
