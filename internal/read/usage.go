package read

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/read/csvfile"
	"github.com/assaydata/assay/internal/read/xlsxfile"
)

// ErrEncoding is in the chain of the error for an encoding that nobody knows.
var ErrEncoding = errors.New("unknown encoding")

// CheckEncoding returns an error for a name of an encoding that cannot stand in Input.Encoding.
func CheckEncoding(name string) error {
	if _, ok := container.LookupEncoding(name); name != "" && !ok {
		return fmt.Errorf("%w %q (hint: windows-1252, latin-1, macroman, windows-1251 …)", ErrEncoding, name)
	}
	return nil
}

// CheckDelimiter returns an error for a text that cannot stand in Input.Delimiter.
func CheckDelimiter(s string) error {
	if _, err := csvfile.ParseDelimiter(s); err != nil {
		return fmt.Errorf("%q is no delimiter (hint: %w)", s, err)
	}
	return nil
}

// IsUsage reports whether an error of [Open] for a path lies in what was asked for rather than in what the file holds: a
// name that does not exist, a folder, a file that may not be read, a sheet that the workbook lacks.
func IsUsage(path string, err error) bool {
	for _, target := range []error{fs.ErrNotExist, fs.ErrPermission, xlsxfile.ErrNoSheet, csvfile.ErrDelimiter, ErrEncoding} {
		if errors.Is(err, target) {
			return true
		}
	}
	st, statErr := os.Stat(path)
	return statErr == nil && !st.Mode().IsRegular() && st.Mode()&fs.ModeNamedPipe == 0
}
