package tabular

import (
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Name is what a column is called in a message.
func Name(c *record.Column) string {
	if c.Name == "" {
		return "column " + strconv.Itoa(c.Index+1)
	}
	return c.Name
}

// Prose reports whether the texts of a column may be sentences, of which nothing is quoted.
func Prose(c *record.Column) bool {
	if c.Storage == record.Digest {
		return true
	}
	if c.Field == nil {
		return false
	}
	return c.Field.Type == record.TypeText || c.Field.Role == record.RoleNote
}

// Placeholder reports whether a text stands for a missing value without saying so: the words of database exports,
// spreadsheets and statistics programs. It is asked of every distinct text of a dataset and does not allocate.
func Placeholder(s string) bool {
	const longest = 13
	s = strings.TrimSpace(s)
	if s == "" || len(s) > longest || strings.IndexByte(starts, s[0]) < 0 {
		return false
	}
	var low [longest]byte
	for i := range len(s) {
		low[i] = s[i]
		if c := s[i]; 'A' <= c && c <= 'Z' {
			low[i] = c + 'a' - 'A'
		}
	}
	switch string(low[:len(s)]) {
	case "null", "(null)", "[null]", "<null>", `\n`, "nil", "na", "n/a", "n.a.", "n.a", "#n/a", "#na", "<na>", "nan", "none",
		"undefined", "missing", "(missing)", "n.d.", "nat", ".", "..", "?", "??", "???", "-", "--", "---", "\u2013", "\u2014", "*",
		"tbd", "tba", "not available", "not reported", "no data", "nodata", "blank":
		return true
	}
	return false
}

// starts holds the first bytes of all placeholders; the last is that of the long dashes.
const starts = `nN([<\#uUmM.?-*tTbB` + "\xe2"

// Refs turns rows into references to a column of theirs (-1 = the row), at most limit of them.
func Refs(d *record.Dataset, rows []int32, column, limit int) []check.Ref {
	rows = rows[:min(len(rows), limit)]
	out := make([]check.Ref, len(rows))
	for i, r := range rows {
		out[i] = check.Ref{Data: d, Row: int(r), Column: column}
	}
	return out
}
