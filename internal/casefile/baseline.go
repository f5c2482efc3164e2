package casefile

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
)

// entry is one known finding, one JSON object a line. Only the fingerprint counts; the rest is for people and for diffs.
type entry struct {
	Fingerprint string `json:"fingerprint"`
	Rule        string `json:"rule"`
	Dataset     string `json:"dataset"`
	ID          string `json:"id,omitempty"`
	Message     string `json:"message"`
}

// WriteBaseline writes the findings to a file, so that later audits show only others. The file is replaced as a whole.
func WriteBaseline(path string, findings []check.Finding) error {
	entries := make([]entry, 0, len(findings))
	for i := range findings {
		f := &findings[i]
		entries = append(entries, entry{f.Fingerprint, f.Rule.Code, f.Data.Name, f.Data.ID(f.Row), f.Message})
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.Fingerprint, b.Fingerprint) })
	return Replace(path, func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		for _, x := range entries {
			if err := e.Encode(x); err != nil {
				return err
			}
		}
		return nil
	})
}

// ReadBaseline returns the fingerprints in a baseline file.
func ReadBaseline(path string) (map[string]bool, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: there is no such baseline (hint: assay check --write-baseline writes one)", path)
	}
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	s := bufio.NewScanner(bytes.NewReader(data))
	s.Buffer(nil, 1<<20)
	for line := 1; s.Scan(); line++ {
		if strings.TrimSpace(s.Text()) == "" {
			continue
		}
		var x entry
		if err := json.Unmarshal(s.Bytes(), &x); err != nil || x.Fingerprint == "" {
			return nil, fmt.Errorf("%s:%d: this line is no entry of a baseline (hint: write the file again with --write-baseline)", path, line)
		}
		known[x.Fingerprint] = true
	}
	return known, s.Err()
}

// Replace writes a file under a temporary name and renames it when it is complete, so that no half-written file is ever
// left in its place.
func Replace(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	w := bufio.NewWriterSize(f, 1<<16)
	if err := errors.Join(write(w), w.Flush(), f.Chmod(0o644), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
