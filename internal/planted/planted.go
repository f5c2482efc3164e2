// Package planted is a small invented case: four datasets of events with planted errors and the answer key. It is the regression
// test of all rules about events together.
package planted

import (
	"embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/casefile"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/planting"
)

// The data are written by Make with fixed seeds; a test makes them again and compares.
//
//go:embed data
var files embed.FS

// Answer is one planted error of the key.
type Answer struct {
	Dataset string
	Rule    string
	Rows    []int // from 1; none = the dataset as a whole
	What    string
}

// Write copies the case into a folder. Files of a former run are replaced; others are left alone.
func Write(dir string) error {
	return fs.WalkDir(files, "data", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		to := filepath.Join(dir, filepath.FromSlash(strings.TrimPrefix(path, "data")))
		if d.IsDir() {
			return os.MkdirAll(to, 0o755)
		}
		data, err := files.ReadFile(path)
		if err != nil {
			return err
		}
		return casefile.Replace(to, func(w io.Writer) error { _, err := w.Write(data); return err })
	})
}

// Key reads the answer key.
func Key() ([]Answer, error) {
	f, err := files.Open("data/" + keyFile)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, err
	}
	var out []Answer
	for i, r := range records[1:] {
		a := Answer{Dataset: r[0], Rule: r[1], What: r[3]}
		for _, s := range strings.Fields(r[2]) {
			n, err := strconv.Atoi(s)
			if err != nil {
				return nil, fmt.Errorf("%s:%d: %w", keyFile, i+2, err)
			}
			a.Rows = append(a.Rows, n)
		}
		out = append(out, a)
	}
	return out, nil
}

const keyFile = "answer-key.csv"

// Score compares an audit of the case with its key.
type Score struct {
	Planted, Found int
	Missed         []Answer
	Alarms         []*check.Finding // errors and warnings on rows without a planted error
	Rows           int              // rows without a planted error
}

// ErrOther is returned for an audit of other data.
var ErrOther = errors.New("this is no audit of the invented case")

// Compare scores an audit. A planted error counts as found when its own rule names one of its rows; an error or warning
// counts as a false alarm when it names no row into which anything was planted. Leads and notes are no alarms.
func Compare(a *audit.Audit, key []Answer) (*Score, error) {
	s := &Score{Planted: len(key)}
	touched := map[string]map[int]bool{}
	whole := map[string]bool{}
	for _, k := range key {
		if touched[k.Dataset] == nil {
			touched[k.Dataset] = map[int]bool{}
		}
		if len(k.Rows) == 0 {
			whole[k.Dataset] = true
		}
		for _, row := range k.Rows {
			touched[k.Dataset][row] = true
		}
	}
	named := map[string]bool{} // dataset, rule, row
	for i := range a.Findings {
		f := &a.Findings[i]
		hit := f.Row < 0
		if f.Row < 0 {
			named[f.Data.Name+" "+f.Rule.Code] = true
		}
		for _, row := range planting.Rows(f) {
			named[fmt.Sprint(f.Data.Name, " ", f.Rule.Code, " ", row+1)] = true
			hit = hit || touched[f.Data.Name][row+1]
		}
		if !hit && f.Severity >= check.Warning && !f.Rule.Lead {
			s.Alarms = append(s.Alarms, f)
		}
	}
	for _, k := range key {
		if slices.IndexFunc(a.Datasets, func(d *dataset) bool { return d.Name == k.Dataset }) < 0 {
			return nil, ErrOther
		}
		found := len(k.Rows) == 0 && named[k.Dataset+" "+k.Rule]
		for _, row := range k.Rows {
			found = found || named[fmt.Sprint(k.Dataset, " ", k.Rule, " ", row)]
		}
		if found {
			s.Found++
		} else {
			s.Missed = append(s.Missed, k)
		}
	}
	for _, d := range a.Datasets {
		s.Rows += d.N - len(touched[d.Name])
	}
	return s, nil
}
