package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/publish/patch"
	"github.com/assaydata/assay/internal/wording"
)

type applyFlags struct{ out, dataset, mapping string }

func (a *app) applyCommand() *cobra.Command {
	var f applyFlags
	c := &cobra.Command{
		Use:   "apply CORRECTIONS FILE --out NEWFILE",
		Short: "apply published corrections to a fresh copy of the data",
		Long: `Apply a list of corrections (corrections.csv) to a file of which its owner lets you have a copy. Each correction names a cell by
identifier and column and gives the SHA-256 of the text that it means to replace. Where a single one does not fit, all that do
not are listed and nothing is written; otherwise a new file is written in which those cells are changed and every other byte is
what it was. The input is never overwritten.

Files are CSV or TSV with any delimiter and encoding, also as .gz; corrections of other datasets are left alone.

Exit codes: 0 written, 1 refused because the data differs, 2 usage or a mistake in the corrections, 3 parts of the input
could not be read: they stand in the new file as they were, or no file was written, 130 interrupted.`,
		Example: `  assay apply corrections.csv ged241.csv --out ged241-corrected.csv
  assay apply corrections.csv download.csv --dataset ged241 --out ged241-corrected.csv`,
		Args: arguments(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, args []string) error { return a.apply(c.Context(), args[0], args[1], &f) },
	}
	fl := c.Flags()
	fl.StringVar(&f.out, "out", "", "the file to write; a name ending in .gz compresses it")
	fl.StringVar(&f.dataset, "dataset", "", "short name of the dataset that the file holds (the file's base name without extensions)")
	fl.StringVar(&f.mapping, "map", "", "what the columns mean: a file, or the name of a shipped mapping")
	return c
}

func (a *app) apply(ctx context.Context, corrections, path string, f *applyFlags) error {
	if f.out == "" {
		return errors.New("the name of the new file is missing (hint: --out NEWFILE)")
	}
	if st, err := os.Stat(f.out); err == nil {
		if own, err := os.Stat(corrections); err == nil && os.SameFile(st, own) {
			return fmt.Errorf("%s holds the corrections and is not overwritten (hint: give the copy another name)", f.out)
		}
		if st.IsDir() {
			return fmt.Errorf("%s is a folder (hint: name the new file in it)", f.out)
		}
	}
	list, err := patch.ReadFile(corrections)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: there is no such file (hint: check the spelling and the folder)", corrections)
	case err != nil:
		return err
	case len(list) == 0:
		return fmt.Errorf("%s: there are no corrections in it", corrections)
	}
	in, err := input(path, f.mapping)
	if err != nil {
		return err
	}
	in.Name = f.dataset
	r, err := patch.Apply(ctx, list, in, f.out)
	switch {
	case errors.Is(err, patch.ErrRefused):
		var all patch.Problems
		if errors.As(err, &all) {
			fmt.Fprintf(a.err, "%v\n", all)
			err = fmt.Errorf("%s of %d do not fit %s; %w", wording.Count(len(all), "correction"), len(list), path, patch.ErrRefused)
		}
		return &exitError{exitFindings, err}
	case errors.Is(err, patch.ErrUnreadable):
		return &exitError{exitPartial, err}
	case err != nil:
		return err
	}
	fmt.Fprintf(a.out, "%s: %s in %s, %s\n", f.out, wording.Count(len(r.Applied), "correction"), wording.Count(r.Rows, "row"), others(r.Others))
	fmt.Fprintf(a.out, "  %s  sha256 %s\n  %s  sha256 %s\n", path, r.OldSHA256, f.out, r.NewSHA256)
	if r.Unread > 0 {
		return &exitError{exitPartial, fmt.Errorf("%s: %s not read, copied as found (hint: assay check lists what could not be read)", path, wording.Count(r.Unread, "record"))}
	}
	return nil
}

func others(n int) string {
	if n == 0 {
		return "nothing else was changed"
	}
	return wording.Count(n, "correction") + " of other datasets left alone"
}
