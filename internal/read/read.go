package read

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/read/csvfile"
	"github.com/assaydata/assay/internal/read/format"
	"github.com/assaydata/assay/internal/record"
)

// Input is one file with what the user said about it. Only Path is needed.
type Input struct {
	Path      string
	Name      string // short name of the dataset; "" = the base name without extensions
	Mapping   *format.Mapping
	Delimiter string // of a delimited text; "" = guessed
	Sheet     string // of a workbook; "" = the first sheet that holds a table
	Encoding  string // of cells that are not UTF-8; "" = guessed
	Version   string
	Licence   string
	Cite      string
}

// Options are the circumstances of reading.
type Options struct {
	Stdin    io.Reader
	Workers  int                                  // 0 = number of cores
	Progress func(path string, done, total int64) // bytes of text; may be nil, is called from one goroutine
}

// Open reads a file: one dataset for a plain file, one for each table of an archive. An error means that nothing could be
// read; damage within a file is in the Problems of its dataset. The datasets must be closed.
func Open(ctx context.Context, in Input, o Options) ([]*record.Dataset, error) {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	blobs, err := container.Open(ctx, in.Path, o.Stdin)
	if err != nil {
		return nil, err
	}
	var out []*record.Dataset
	var errs []error
	for _, b := range blobs {
		d, err := one(ctx, b, in, o)
		if err != nil {
			errs = append(errs, err)
			b.Close()
			continue
		}
		d.Remarks = append(d.Remarks, b.Skipped...)
		out = append(out, d)
	}
	if len(out) == 0 || ctx.Err() != nil {
		for _, d := range out {
			d.Close()
		}
		return nil, errors.Join(errs...)
	}
	for _, err := range errs {
		// A member that can't be read is a problem of the archive, not the end of it.
		out[0].Problems = append(out[0].Problems, record.Problem{Row: -1, Column: -1, Kind: "member", Text: err.Error()})
	}
	return out, nil
}

// Text reads a CSV text as if it were a file, for tests and for tables made in memory.
func Text(ctx context.Context, name, text string) (*record.Dataset, error) {
	ds, err := Open(ctx, Input{Path: "-", Name: name}, Options{Stdin: strings.NewReader(text)})
	if err != nil {
		return nil, err
	}
	return ds[0], nil
}

func one(ctx context.Context, b *container.Blob, in Input, o Options) (*record.Dataset, error) {
	if in.Encoding != "" {
		if err := CheckEncoding(in.Encoding); err != nil {
			return nil, fmt.Errorf("%s: %w", in.Path, err)
		}
		b.Encoding, _ = container.LookupEncoding(in.Encoding)
	}
	d := &record.Dataset{
		Path: in.Path, Member: b.Member, Bytes: b.Size, Encoding: b.Charset,
		Name: in.Name, Version: in.Version, Licence: in.Licence, Cite: in.Cite,
	}
	if d.Name == "" {
		d.Name = ShortName(in.Path)
	}
	if b.Member != "" && in.Name == "" {
		d.Name = ShortName(b.Member)
	}
	// The sum needs the whole file: it is taken on another core while the file is parsed.
	sum := make(chan error, 1)
	go func() {
		s, err := b.Sum()
		d.SHA256 = s
		sum <- err
	}()
	var err error
	if b.Kind == container.KindText {
		err = readText(ctx, b, d, in, o)
	} else {
		err = readRecords(ctx, b, d, in, o)
	}
	if sumErr := <-sum; err == nil && sumErr != nil {
		d.Problems = append(d.Problems, ended(sumErr))
	}
	if err != nil {
		return nil, err
	}
	d.OnClose(b.Close)
	return d, nil
}

// ShortName is the base name of a path without its extensions.
func ShortName(path string) string {
	if path == "-" {
		return "stdin"
	}
	name := filepath.Base(filepath.ToSlash(path))
	for {
		ext := filepath.Ext(name)
		switch strings.ToLower(ext) {
		case ".csv", ".tsv", ".tab", ".txt", ".gz", ".zip", ".xlsx", ".json", ".jsonl", ".ndjson", ".geojson", ".parquet", ".xml":
			if len(name) > len(ext) {
				name = name[:len(name)-len(ext)]
				continue
			}
		}
		return name
	}
}

// ended is the problem of a file whose end could not be read.
func ended(err error) record.Problem {
	p := record.Problem{Row: -1, Column: -1, Kind: "truncated", Text: err.Error()}
	var damaged *container.DamagedError
	var changed *container.ChangedError
	var limit *container.LimitError
	switch {
	case errors.As(err, &changed):
		p.Kind = "changed"
	case errors.As(err, &limit):
		p.Kind = "limit"
	case errors.As(err, &damaged):
		p.Kind = "truncated"
	}
	return p
}

func readText(ctx context.Context, b *container.Blob, d *record.Dataset, in Input, o Options) error {
	delimiter, err := csvfile.ParseDelimiter(in.Delimiter)
	if err != nil {
		return fmt.Errorf("%s: %w", in.Path, err)
	}
	f, err := csvfile.Open(b, delimiter)
	if err != nil {
		return err
	}
	defer f.Close()
	first := f.First(sampleRows)
	if len(first) == 0 {
		switch {
		case f.Err() != nil:
			return f.Err()
		case f.Lost() != "":
			return fmt.Errorf("%s: the header could not be read: %s", b.Name(), f.Lost())
		}
		return fmt.Errorf("%s: there is no record in it, only blank lines (hint: is this the right file?)", b.Name())
	}
	t, skip, err := begin(d, b, first, in)
	if err != nil {
		return err
	}
	if len(d.Columns) == 1 {
		// Nothing can be found wrong with such a table, and that must not pass for a clean one.
		d.Problems = append(d.Problems, record.Problem{
			Row: -1, Line: 1, Column: -1, Kind: "one-column",
			Text: fmt.Sprintf("only one column was found, with %s as the delimiter", f.Dialect.Describe()),
			Hint: "if the file uses another one, name it with --delimiter",
		})
	} else if f.Dialect.Delimiter != ',' {
		d.Remarks = append(d.Remarks, "fields are separated by "+f.Dialect.Describe())
	}
	total := b.Size
	progress := func(done int64) {
		if o.Progress != nil {
			o.Progress(in.Path, done, total)
		}
	}
	if err := f.Fill(ctx, t, o.Workers, len(d.Columns), skip, progress); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		d.Problems = append(d.Problems, ended(err))
	}
	finish(d, t)
	d.Source = &csvfile.Rereader{Blob: b, Dialect: f.Dialect, Offsets: t.Offsets}
	return nil
}
