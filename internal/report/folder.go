package report

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/casereport"
)

// manifest is the list of the files of a report, report.json.
type manifest struct {
	Generator string         `json:"generator"`
	Version   string         `json:"version"`
	Files     []manifestFile `json:"files"`
}

type manifestFile struct {
	Name   string `json:"name"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

const (
	manifestName = "report.json"
	generator    = "assay"
)

// folder writes files into a temporary folder inside the folder of the report and moves them to their places at the end.
type folder struct {
	dir, temp string
	old       map[string]bool // files of the report that is there
	files     []manifestFile
}

// openFolder makes the folder and looks whose files are in it.
func openFolder(dir string) (*folder, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	f := &folder{dir: dir, old: map[string]bool{}}
	data, err := os.ReadFile(filepath.Join(dir, manifestName))
	var m manifest
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, err
	case json.Unmarshal(data, &m) != nil || m.Generator != generator:
		return nil, fmt.Errorf("%s is there and was not written by assay (hint: choose another folder)", filepath.Join(dir, manifestName))
	default:
		f.old[manifestName] = true
		for _, file := range m.Files {
			if own(file.Name) {
				f.old[file.Name] = true
			}
		}
	}
	if f.temp, err = os.MkdirTemp(dir, ".assay-report-"); err != nil {
		return nil, err
	}
	return f, nil
}

// own reports whether a name is one that a report uses: a list of files is no licence to remove anything else.
func own(name string) bool {
	if !filepath.IsLocal(filepath.FromSlash(name)) || strings.Contains(name, `\`) {
		return false
	}
	sub, base, nested := strings.Cut(name, "/")
	if nested {
		return (sub == "rules" || sub == "data") && !strings.Contains(base, "/") && strings.HasSuffix(base, ".html")
	}
	return slices.Contains([]string{
		"index.html", "findings.csv", "findings.parquet", "scorecard.csv", "cite.bib", "cite.json", acrossPage, missingPage, casereport.Start, casereport.Page,
	}, name)
}

// file writes one file; the name has slashes.
func (f *folder) file(name string, write func(io.Writer) error) (err error) {
	if _, err := os.Lstat(f.at(name)); err == nil && !f.old[name] {
		return fmt.Errorf("%s is there and does not belong to a report of assay (hint: choose another folder)", f.at(name))
	}
	path := filepath.Join(f.temp, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	out, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	sum := sha256.New()
	counted := &counter{w: out}
	buffered := bufio.NewWriterSize(io.MultiWriter(counted, sum), 1<<16)
	if err := write(buffered); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := buffered.Flush(); err != nil {
		return err
	}
	f.files = append(f.files, manifestFile{name, counted.n, hex.EncodeToString(sum.Sum(nil))})
	return nil
}

func (f *folder) at(name string) string { return filepath.Join(f.dir, filepath.FromSlash(name)) }

// commit moves all files to their places, the index last, and removes those of the earlier report that are no longer
// part of it.
func (f *folder) commit(version string) error {
	slices.SortFunc(f.files, func(a, b manifestFile) int { return strings.Compare(a.Name, b.Name) })
	data, err := json.MarshalIndent(manifest{generator, version, f.files}, "", "  ")
	if err != nil {
		return err
	}
	data = append(data, '\n')
	if err := os.WriteFile(filepath.Join(f.temp, manifestName), data, 0o644); err != nil {
		return err
	}
	names := []string{manifestName}
	for _, file := range f.files {
		if file.Name != "index.html" {
			names = append(names, file.Name)
		}
	}
	names = append(names, "index.html")
	for _, name := range names {
		if err := os.MkdirAll(filepath.Dir(f.at(name)), 0o755); err != nil {
			return err
		}
		if err := os.Rename(filepath.Join(f.temp, filepath.FromSlash(name)), f.at(name)); err != nil {
			return err
		}
		delete(f.old, name)
	}
	stale := make([]string, 0, len(f.old))
	for name := range f.old {
		stale = append(stale, name)
	}
	slices.Sort(stale)
	for _, name := range stale {
		if err := os.Remove(f.at(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		// An empty folder of pages goes too; Remove leaves one that holds anything.
		if sub := filepath.Dir(f.at(name)); sub != filepath.Clean(f.dir) {
			_ = os.Remove(sub)
		}
	}
	return nil
}

// discard removes the temporary folder.
func (f *folder) discard() { _ = os.RemoveAll(f.temp) }

type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	c.n += int64(n)
	return n, err
}
