package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/casefile"
	"github.com/assaydata/assay/internal/journal"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

func (a *app) initCommand() *cobra.Command {
	var dir, mapping string
	var force, show, claims bool
	c := &cobra.Command{
		Use:   "init FILE… | --claims [DIR]",
		Short: "write a commented assay.yaml for files, or empty tables for claims",
		Long: `Recognise the files and write an assay.yaml for them: what each was taken for, its licence and citation as far as
known, the mapping of a table of an unknown layout, and how rules are configured.

With --claims, write a case to fill in: empty tables for claims about figures, incidents, groups and people, an assay.yaml,
and a codebook that explains every column with examples.`,
		Example: `  assay init data/*.csv
  assay init --claims my-case`,
		Args: arguments(func(c *cobra.Command, args []string) error {
			if claims {
				return cobra.MaximumNArgs(1)(c, args)
			}
			return cobra.MinimumNArgs(1)(c, args)
		}),
		RunE: func(c *cobra.Command, args []string) error {
			if !claims {
				return a.initCase(c.Context(), args, dir, mapping, force, show)
			}
			if len(args) == 1 {
				if c.Flags().Changed("dir") {
					return errors.New("--claims takes one folder (hint: assay init --claims DIR)")
				}
				dir = args[0]
			}
			if mapping != "" {
				return errors.New("--map says what files hold, and --claims writes empty ones (hint: leave out one of them)")
			}
			if err := a.initClaims(dir, force, show); err != nil || show {
				return err
			}
			return a.attributes(dir)
		},
	}
	c.Flags().StringVar(&dir, "dir", ".", "folder to write it into")
	c.Flags().StringVar(&mapping, "map", "", "mapping for the files, a file or the name of a shipped one")
	c.Flags().BoolVar(&force, "force", false, "replace what is there")
	c.Flags().BoolVar(&show, "print", false, "print it (with --claims: the codebook), write nothing")
	c.Flags().BoolVar(&claims, "claims", false, "write empty tables for claims, with a codebook")
	return c
}

func (a *app) initCase(ctx context.Context, files []string, dir, mapping string, force, show bool) error {
	path := filepath.Join(dir, casefile.FileName)
	if _, err := os.Stat(path); !show && !force && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is there already (hint: --force replaces it, --print shows what would be written)", path)
	}
	var all []*record.Dataset
	for _, file := range files {
		if file == "-" {
			return errors.New("a case cannot name standard input (hint: save it to a file first)")
		}
		in, err := input(file, mapping)
		if err != nil {
			return err
		}
		ds, err := read.Open(ctx, in, read.Options{Stdin: a.in})
		if err != nil {
			return err
		}
		for _, d := range ds {
			defer d.Close()
		}
		all = append(all, ds...)
	}
	text := casefile.Template(all, dir)
	if show {
		_, err := io.WriteString(a.out, text)
		return err
	}
	err := casefile.Replace(path, func(w io.Writer) error { _, err := io.WriteString(w, text); return err })
	if err != nil {
		return err
	}
	fmt.Fprintf(a.out, "%s written for %s\n", path, count(len(all), "dataset"))
	for _, d := range all {
		fmt.Fprintf(a.out, "  %s  %s, %s\n", d.Name, d.Format.Title, count(d.N, "row"))
	}
	if err := a.attributes(dir); err != nil {
		return err
	}
	fmt.Fprintln(a.out, "Next: fill in version and access date, then assay check", dir)
	return nil
}

// attributes writes the line of .gitattributes with which branches of the journal merge by themselves. A file that is there is
// left as it is; where it lacks the line, that is said.
func (a *app) attributes(dir string) error {
	path := filepath.Join(dir, ".gitattributes")
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return casefile.Replace(path, func(w io.Writer) error { _, err := io.WriteString(w, journal.Attributes+"\n"); return err })
	case err == nil && !strings.Contains(string(data), journal.FileName):
		fmt.Fprintf(a.err, "assay: %s is there already; add %q to it, so that branches of decisions merge\n", path, journal.Attributes)
	}
	return err
}
