package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/casefile"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/release"
	"github.com/assaydata/assay/internal/wording"
)

type diffFlags struct{ format, out, mapping string }

var diffFormats = []string{"full", "json", "csv"}

func (a *app) diffCommand() *cobra.Command {
	var f diffFlags
	c := &cobra.Command{
		Use:   "diff OLD NEW",
		Short: "compare two releases of one dataset, record by record",
		Long: `Compare two releases of one dataset. Records are joined by what they say, not by their identifiers, which are renumbered and
used again; then it is told which values changed, which records are gone and which were added, and whether identifiers can
be used to join the two. The order of rows and of columns, and the way in which dates and numbers are written, is no
difference. Notes and other long text are compared but not printed.

Exit codes: 0 the releases say the same, 1 they differ, 2 usage, 3 an input could be read only in part, 130 interrupted.`,
		Example: `  assay diff acled_v6.csv acled_v7.csv
  assay diff ged231.csv ged241.csv --out changes/     # with changes.csv, one line a value`,
		Args: arguments(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, args []string) error { return a.diff(c.Context(), args[0], args[1], &f) },
	}
	fl := c.Flags()
	fl.StringVar(&f.format, "format", "full", strings.Join(diffFormats, ", "))
	fl.StringVar(&f.out, "out", "", "write changes.csv into this folder")
	fl.StringVar(&f.mapping, "map", "", "what the columns mean: a file, or the name of a shipped mapping")
	return c
}

func (a *app) diff(ctx context.Context, before, after string, f *diffFlags) error {
	if !slices.Contains(diffFormats, f.format) {
		return fmt.Errorf("unknown format %q (hint: %s)", f.format, strings.Join(diffFormats, ", "))
	}
	if before == "-" && after == "-" {
		return fmt.Errorf("standard input can be only one of the two releases (hint: assay diff OLD NEW)")
	}
	old, err := a.table(ctx, before, f.mapping)
	if err != nil {
		return err
	}
	defer old.Close()
	now, err := a.table(ctx, after, f.mapping)
	if err != nil {
		return err
	}
	defer now.Close()
	d, err := release.Compare(ctx, old, now)
	if err != nil {
		return err
	}
	if f.out != "" {
		if err := os.MkdirAll(f.out, 0o755); err != nil {
			return err
		}
		path := filepath.Join(f.out, "changes.csv")
		if err := casefile.Replace(path, func(w io.Writer) error { return diffCSV(w, d) }); err != nil {
			return err
		}
		fmt.Fprintf(a.err, "assay: every change is in %s\n", path)
	}
	switch f.format {
	case "json":
		err = diffJSON(a.out, d)
	case "csv":
		err = diffCSV(a.out, d)
	default:
		var text bytes.Buffer
		diffText(&text, d, min(a.width(), 110))
		_, err = a.out.Write(text.Bytes())
	}
	partial := a.unread(old)
	partial = a.unread(now) || partial
	switch {
	case err != nil:
		return err
	case partial:
		return &exitError{code: exitPartial}
	case !d.Empty():
		return &exitError{code: exitFindings}
	}
	return nil
}

// table reads a file that holds one table.
func (a *app) table(ctx context.Context, path, mapping string) (*record.Dataset, error) {
	in, err := input(path, mapping)
	if err != nil {
		return nil, err
	}
	p := a.progress()
	ds, err := read.Open(ctx, in, read.Options{Stdin: a.in, Progress: p.update})
	p.clear()
	switch {
	case err != nil && !read.IsUsage(path, err) && ctx.Err() == nil:
		return nil, &exitError{exitPartial, err}
	case err != nil:
		return nil, err
	case len(ds) > 1:
		for _, d := range ds {
			d.Close()
		}
		return nil, fmt.Errorf("%s: there are %d tables in this archive (hint: unpack it and name one)", path, len(ds))
	}
	return ds[0], nil
}

// unread says what could not be read of a file and reports whether there was something.
func (a *app) unread(d *record.Dataset) bool {
	const most = 3
	lost := 0
	for _, p := range d.Problems {
		if p.Row >= 0 || p.Line == 0 && p.Kind == "preamble" {
			continue
		}
		if lost++; lost > most {
			continue
		}
		text := d.Path
		if p.Line > 0 {
			text = fmt.Sprintf("%s, line %d", d.Path, p.Line)
		}
		if p.Hint != "" {
			p.Text += " (hint: " + p.Hint + ")"
		}
		fmt.Fprintf(a.err, "assay: %s: %s\n", text, p.Text)
	}
	if lost > most {
		fmt.Fprintf(a.err, "assay: %s: %s more (hint: assay check lists them)\n", d.Path, wording.Count(lost-most, "problem"))
	}
	return lost > 0 || d.Unread > 0
}
