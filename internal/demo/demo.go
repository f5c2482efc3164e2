// Package demo is the founding case as a demonstration: it writes the case into a folder and compares an audit of it with the
// bundled answer key.
package demo

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/assaydata/assay/cases"
	"github.com/assaydata/assay/internal/casefile"
)

// ErrChanged is returned where the folder holds a file of the case with other content.
var ErrChanged = errors.New("is not as the demo wrote it")

// ErrOther is returned for a folder that holds other files and none of the case.
var ErrOther = errors.New("holds files of others")

// Write copies the case into a folder. Nothing of the user's is overwritten: a file that is there with other content is an
// error that wraps [ErrChanged], unless force is set, and then nothing is written. A folder that holds only other files is
// never written to.
func Write(dir string, force bool) error {
	type file struct {
		to   string
		data []byte
	}
	var files []file
	there, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	own := len(there) == 0
	err = fs.WalkDir(cases.Founding(), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(cases.Founding(), path)
		if err != nil {
			return err
		}
		to := filepath.Join(dir, filepath.FromSlash(path))
		old, err := os.ReadFile(to)
		own = own || err == nil
		switch {
		case errors.Is(err, fs.ErrNotExist):
			files = append(files, file{to, data})
		case err != nil:
			return err
		case bytes.Equal(old, data):
		case force:
			files = append(files, file{to, data})
		default:
			return fmt.Errorf("%s %w (hint: assay check %s audits your version; --force writes the demo's again, --dir another folder)", to, ErrChanged, dir)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if !own {
		return fmt.Errorf("%s %w (hint: --dir names a new folder)", dir, ErrOther)
	}
	for _, f := range files {
		if err := os.MkdirAll(filepath.Dir(f.to), 0o755); err != nil {
			return err
		}
		if err := casefile.Replace(f.to, func(w io.Writer) error { _, err := w.Write(f.data); return err }); err != nil {
			return err
		}
	}
	return nil
}
