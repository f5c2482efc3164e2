package finding

import (
	"path/filepath"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// file names the file of a dataset as the user did; a file inside an archive or a sheet follows after "!".
func file(d *record.Dataset) string {
	name := d.Path
	if name == "" {
		name = d.Name
	}
	if d.Member != "" {
		name += "!" + d.Member
	}
	return name
}

// rowNumber is the data row for people, from 1; 0 for a finding about the dataset as a whole.
func rowNumber(d *record.Dataset, row int) int {
	if row < 0 {
		return 0
	}
	return d.RowNumber(row)
}

// columnName is the name of a column in its file, "" for no column.
func columnName(d *record.Dataset, column int) string {
	if column < 0 || column >= len(d.Columns) {
		return ""
	}
	return d.Columns[column].Name
}

// linesInFile reports whether line numbers of the dataset are lines of the very file that the user named: text that is
// neither compressed nor inside an archive or workbook.
func linesInFile(d *record.Dataset) bool {
	if d.Lines == nil || d.Member != "" || d.Path == "" || d.Path == "-" {
		return false
	}
	switch strings.ToLower(filepath.Ext(d.Path)) {
	case ".gz", ".zip", ".xlsx", ".xlsm", ".parquet":
		return false
	}
	return true
}

// slashPath is the path of a dataset's file with slashes and without anything about the computer it lies on: a relative
// path as the user gave it, an absolute one relative to base, or the bare name of the file where it lies outside base.
func slashPath(d *record.Dataset, base string) string {
	path := d.Path
	switch {
	case path == "-":
		return "stdin"
	case path == "":
		return d.Name
	case filepath.IsAbs(path):
		rel, err := filepath.Rel(base, path)
		if base == "" || err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			rel = filepath.Base(path)
		}
		path = rel
	default:
		path = filepath.Clean(path)
	}
	return filepath.ToSlash(path)
}

// command is how to see all findings of a rule in a dataset.
func command(d *record.Dataset, r *check.Rule) string {
	return "assay check " + quote(d.Path) + " --select " + r.Code + " --all"
}

// quote writes a word so that a POSIX shell reads it as one.
func quote(s string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./:@%+=,", r) || r > 0x9f
	}
	if s != "" && strings.IndexFunc(s, func(r rune) bool { return !plain(r) }) < 0 {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
