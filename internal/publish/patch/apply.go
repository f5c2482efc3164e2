package patch

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/read/csvfile"
	"github.com/assaydata/assay/internal/record"
)

// Applied is a correction with the cell that it changed.
type Applied struct {
	Correction
	At  int    // row from 0
	Old string // text before

	number int  // of the row, for people
	isID   bool // the cell is the identifier
}

// Result is what [Apply] did.
type Result struct {
	Dataset   string
	Applied   []Applied // in the order of the corrections
	Others    int       // corrections of other datasets, left alone
	Rows      int       // rows of the file
	Unread    int       // records that could not be read; they are in the new file as they were
	OldSHA256 string    // of the file
	NewSHA256 string
}

// Apply writes a copy of a file in which the corrections of its dataset are made. in.Name is the dataset's short name, "" for
// the file's base name without extensions. Every byte outside the corrected cells stays as it is; a name ending in .gz
// compresses the copy, whatever the original is.
//
// Nothing is written where a single correction does not fit (ErrRefused, with a [Problem] for each), where the file is not
// delimited text (ErrUnsupported) or breaks off (ErrUnreadable), or where the copy would be read in another way than the original. The copy appears under
// its name when it is complete; out must not be the file itself.
func Apply(ctx context.Context, list []Correction, in read.Input, out string) (*Result, error) {
	if in.Path == "-" {
		return nil, fmt.Errorf("-: %w: standard input cannot be read twice (hint: save it as a file)", ErrUnsupported)
	}
	if sameFile(in.Path, out) {
		return nil, fmt.Errorf("%s: the input is never overwritten (hint: give the copy another name)", out)
	}
	d, err := open(ctx, in)
	switch {
	case err != nil && (read.IsUsage(in.Path, err) || errors.Is(err, ErrUnsupported) || ctx.Err() != nil):
		return nil, err
	case err != nil:
		return nil, fmt.Errorf("%w; %w", err, ErrUnreadable)
	}
	defer d.Close()
	src, ok := d.Source.(*csvfile.Rereader)
	switch {
	case !ok:
		return nil, fmt.Errorf("%s: %w (hint: save the table as CSV and apply them to that)", in.Path, ErrUnsupported)
	case d.Member != "":
		return nil, fmt.Errorf("%s: %w, not to archives (hint: unpack %s and apply them to that)", in.Path, ErrUnsupported, d.Member)
	}
	for _, p := range d.Problems {
		switch p.Kind {
		case "truncated", "changed", "limit":
			if p.Row < 0 && p.Line == 0 {
				return nil, fmt.Errorf("%s: %s; %w", in.Path, p.Text, ErrUnreadable)
			}
		}
	}
	r := &Result{Dataset: d.Name, Rows: d.N, Unread: d.Unread, OldSHA256: d.SHA256}
	var own []Correction
	for _, c := range list {
		if c.Dataset == d.Name {
			own = append(own, c)
		}
	}
	if r.Others = len(list) - len(own); len(own) == 0 && len(list) > 0 {
		return nil, fmt.Errorf("no correction is of the dataset %s, the first one is of %s (hint: --dataset says as which one the file is meant)", d.Name, list[0].Dataset)
	}
	edits, problems, err := locate(ctx, d, src, own)
	if err != nil {
		return nil, err
	}
	if len(problems) > 0 {
		return nil, &failed{problems, ErrRefused}
	}
	for _, e := range edits {
		r.Applied = append(r.Applied, Applied{e.c, e.row, e.old, d.RowNumber(e.row), e.isID})
	}
	if r.NewSHA256, err = write(ctx, d, src, edits, in, out); err != nil {
		return nil, err
	}
	return r, nil
}

func open(ctx context.Context, in read.Input) (*record.Dataset, error) {
	ds, err := read.Open(ctx, in, read.Options{})
	if err != nil {
		return nil, err
	}
	if len(ds) > 1 {
		for _, d := range ds {
			d.Close()
		}
		return nil, fmt.Errorf("%s: %w, not to archives (hint: unpack it)", in.Path, ErrUnsupported)
	}
	return ds[0], nil
}

func sameFile(a, b string) bool {
	sa, errA := os.Stat(a)
	sb, errB := os.Stat(b)
	if errA == nil && errB == nil {
		return os.SameFile(sa, sb)
	}
	pa, errA := filepath.Abs(a)
	pb, errB := filepath.Abs(b)
	return errA == nil && errB == nil && pa == pb
}

// write makes the copy under a temporary name, reads it again, and only then gives it its name.
func write(ctx context.Context, d *record.Dataset, src *csvfile.Rereader, edits []edit, in read.Input, out string) (sum string, err error) {
	f, err := os.CreateTemp(filepath.Dir(out), "."+filepath.Base(out)+".*")
	if err != nil {
		return "", err
	}
	defer os.Remove(f.Name())
	h := sha256.New()
	err = rewrite(ctx, io.MultiWriter(f, h), src, edits, filepath.Ext(out) == ".gz")
	if err := errors.Join(err, f.Chmod(0o644), f.Close()); err != nil {
		return "", err
	}
	in.Path, in.Name = f.Name(), d.Name
	if err := confirm(ctx, d, edits, in); err != nil {
		return "", fmt.Errorf("%s: %w; %w", out, err, ErrRefused)
	}
	if err := os.Rename(f.Name(), out); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// confirm reads the copy as the original was read: the corrected cells must hold the new values, and every other row must
// be what it was. A value can change how a file is recognised, for example the first row to one of tags.
func confirm(ctx context.Context, d *record.Dataset, edits []edit, in read.Input) error {
	copied, err := open(ctx, in)
	if err != nil {
		return fmt.Errorf("with the new values it could not be read: %w", err)
	}
	defer copied.Close()
	if copied.N != d.N || copied.Unread != d.Unread || len(copied.Columns) != len(d.Columns) || copied.Format.ID != d.Format.ID {
		return fmt.Errorf("with the new values it would be read as %s with %d rows and %d columns instead of %s with %d and %d",
			copied.Format.ID, copied.N, len(copied.Columns), d.Format.ID, d.N, len(d.Columns))
	}
	var rows []int
	for _, e := range edits {
		rows = append(rows, e.row)
	}
	slices.Sort(rows)
	rows = slices.Compact(rows)
	next := 0
	for row := range d.N {
		if next < len(rows) && rows[next] == row {
			next++
			continue
		}
		if copied.RowHash[row] != d.RowHash[row] {
			return fmt.Errorf("with the new values row %d, which has no correction, would be read differently", d.RowNumber(row))
		}
	}
	before := map[int][]string{}
	keep := func(row int, cells []string) error { before[row] = cells; return nil }
	if err := d.Reread(ctx, rows, keep); err != nil {
		return err
	}
	for _, e := range edits {
		before[e.row][e.column] = e.c.New
	}
	return copied.Reread(ctx, rows, func(row int, cells []string) error {
		if !slices.Equal(cells, before[row]) {
			return fmt.Errorf("with the new values row %d would not be read as it is meant", d.RowNumber(row))
		}
		return nil
	})
}

// Inverse returns the corrections that take back what was applied. They rest on the same citations.
func (r *Result) Inverse() []Correction {
	out := make([]Correction, 0, len(r.Applied))
	ids := map[int]string{} // identifiers that were themselves corrected
	for i := range r.Applied {
		if a := &r.Applied[i]; a.isID {
			ids[a.At] = a.New
		}
	}
	for i := range r.Applied {
		a := &r.Applied[i]
		c := a.Correction
		c.OldSHA256, c.New = Hash(a.New), a.Old
		if id, ok := ids[a.At]; ok {
			c.ID, c.Row = id, a.number // another record may have this identifier too
		}
		out = append(out, c)
	}
	return out
}
