package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/assaydata/assay/internal/casefile"
)

// codebookName is the file that explains the columns to coders.
const codebookName = "CODEBOOK.md"

// initClaims writes empty claim tables, their codebook and an assay.yaml into a folder. Without force nothing that is there
// is replaced, and then nothing is written.
func (a *app) initClaims(dir string, force, show bool) error {
	if show {
		_, err := io.WriteString(a.out, claimCodebook())
		return err
	}
	type file struct {
		path string
		data []byte
	}
	files := []file{
		{filepath.Join(dir, casefile.FileName), []byte(claimCase())},
		{filepath.Join(dir, codebookName), []byte(claimCodebook())},
	}
	for i := range claimTables {
		header, err := claimTemplate(claimTables[i].format)
		if err != nil {
			return err
		}
		files = append(files, file{filepath.Join(dir, "data", claimTables[i].file()), header})
	}
	for _, f := range files {
		if _, err := os.Lstat(f.path); !force && !errors.Is(err, fs.ErrNotExist) {
			if err != nil {
				return err
			}
			return fmt.Errorf("%s is there already, nothing was written (hint: another folder, or --force, which replaces tables by empty ones)", f.path)
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, "data"), 0o755); err != nil {
		return err
	}
	for _, f := range files {
		if err := casefile.Replace(f.path, func(w io.Writer) error { _, err := w.Write(f.data); return err }); err != nil {
			return err
		}
	}
	fmt.Fprintf(a.out, "Empty tables for claims written to %s\n", filepath.Join(dir, "data"))
	for i := range claimTables {
		fmt.Fprintf(a.out, "  %-15s one row is %s\n", claimTables[i].file(), claimTables[i].row)
	}
	fmt.Fprintf(a.out, "Next: fill them in as %s explains, then assay check %s\n", filepath.Join(dir, codebookName), dir)
	return nil
}
