package read

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/read/jsonfile"
	"github.com/assaydata/assay/internal/read/parquetfile"
	"github.com/assaydata/assay/internal/read/rows"
	"github.com/assaydata/assay/internal/read/table"
	"github.com/assaydata/assay/internal/read/xlsxfile"
	"github.com/assaydata/assay/internal/read/xmlfile"
	"github.com/assaydata/assay/internal/record"
)

// blockRows is the number of records of a block that does not come from delimited text.
const blockRows = 4096

// readRecords reads a workbook, JSON or Parquet.
func readRecords(ctx context.Context, b *container.Blob, d *record.Dataset, in Input, o Options) error {
	open := func(ctx context.Context) (rows.Records, error) {
		switch b.Kind {
		case container.KindXLSX:
			return xlsxfile.Open(ctx, b, in.Sheet)
		case container.KindParquet:
			return parquetfile.Open(ctx, b)
		case container.KindXML:
			return xmlfile.Open(ctx, b)
		}
		return jsonfile.Open(ctx, b)
	}
	r, err := open(ctx)
	if err != nil {
		return err
	}
	defer func() { r.Close() }()
	if s, ok := r.(interface{ Sheet() string }); ok && b.Member == "" {
		d.Member = s.Sheet()
	}

	// The first records are kept: they decide the storage of unknown columns, and one may be an HXL row.
	type kept struct {
		cells [][]byte
		line  int
		err   error
	}
	var head []kept
	first := [][]string{r.Header()}
	for len(head) < sampleRows {
		cells, line, err := r.Next()
		k := kept{line: line, err: err}
		if err == nil {
			texts := make([]string, len(cells))
			for i, c := range cells {
				k.cells = append(k.cells, append([]byte(nil), c...))
				texts[i] = string(c)
			}
			first = append(first, texts)
		}
		head = append(head, k)
		var trouble *rows.RecordError
		if err != nil && !errors.As(err, &trouble) {
			break
		}
	}
	t, skip, err := begin(d, b, first, in)
	if err != nil {
		return err
	}
	width := len(d.Columns)
	skip-- // the header is not among the records
	dropped, at := 0, 0
	pull := func() ([][]byte, int, error) {
		if at < len(head) {
			k := head[at]
			at++
			return k.cells, k.line, k.err
		}
		return r.Next()
	}
	next := func(blk *table.Block) bool {
		for blk.Rows() < blockRows {
			cells, line, err := pull()
			var trouble *rows.RecordError
			switch {
			case errors.As(err, &trouble):
				p := record.Problem{Row: -1, Line: trouble.Line, Column: -1, Kind: trouble.Kind, Text: trouble.Text, Hint: trouble.Hint}
				blk.Problems = append(blk.Problems, p)
				if trouble.Lost {
					blk.Unread = append(blk.Unread, blk.Rows())
				}
				continue
			case err == io.EOF:
				return blk.Rows() > 0 || len(blk.Problems) > 0
			case err != nil:
				blk.Err = err
				return true
			}
			if dropped < skip {
				dropped++
				continue
			}
			blk.Row(line, 0)
			if extra := len(cells) - width; extra > 0 {
				blk.Problems = append(blk.Problems, record.Problem{
					Row: blk.Rows() - 1, Line: line, Column: -1, Kind: "ragged",
					Text: fmt.Sprintf("%d cells where the header has %d; the last %d were left out", len(cells), width, extra),
					Hint: "give every column a header",
				})
			}
			for i := range width {
				if i < len(cells) {
					blk.Cell(i, cells[i])
				} else {
					blk.Cell(i, nil)
				}
			}
		}
		if o.Progress != nil {
			o.Progress(in.Path, 0, 0)
		}
		return true
	}
	if err := t.Pipe(ctx, 1, next, nil, nil); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		d.Problems = append(d.Problems, ended(err))
	}
	finish(d, t)
	d.Source = &rereader{open: open, skip: dropped, blob: b}
	return nil
}

// rereader reads the file again from its beginning up to the last wanted row.
type rereader struct {
	open func(context.Context) (rows.Records, error)
	skip int
	blob *container.Blob
}

// Reread implements record.Rereader.
func (r *rereader) Reread(ctx context.Context, wanted []int, yield func(row int, cells []string) error) error {
	if err := r.blob.Check(); err != nil {
		return err
	}
	in, err := r.open(ctx)
	if err != nil {
		return err
	}
	defer in.Close()
	shifted := make([]int, len(wanted))
	for i, row := range wanted {
		shifted[i] = row + r.skip
	}
	return rows.Reread(ctx, in, shifted, func(row int, cells []string) error { return yield(row-r.skip, cells) })
}
