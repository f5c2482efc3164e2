package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/casefile"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

func (a *app) initCommand() *cobra.Command {
	var dir, mapping string
	var force, show bool
	c := &cobra.Command{
		Use:   "init FILE…",
		Short: "write a commented assay.yaml for files",
		Long: `Recognise the files and write an assay.yaml for them: what each was taken for, its licence and citation as far as
known, the mapping of a table of an unknown layout, and how rules are configured.`,
		Args: arguments(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return a.initCase(c.Context(), args, dir, mapping, force, show)
		},
	}
	c.Flags().StringVar(&dir, "dir", ".", "folder to write it into")
	c.Flags().StringVar(&mapping, "map", "", "mapping for the files, a file or the name of a shipped one")
	c.Flags().BoolVar(&force, "force", false, "replace an assay.yaml that is there")
	c.Flags().BoolVar(&show, "print", false, "print it, write nothing")
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
	fmt.Fprintln(a.out, "Next: fill in version and access date, then assay check", dir)
	return nil
}
