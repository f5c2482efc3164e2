package valutil

import (
	"strconv"
	"strings"
	"unicode"

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

// Num prints a number as people write it.
func Num(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// Int prints a count with commas between the thousands.
func Int(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Count prints a count with its noun: "1 row", "4,978 rows".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return Int(n) + " " + noun + "s"
}

// Share prints a part of a whole in per cent, without claiming all or nothing where it is not so.
func Share(part, whole int) string {
	if whole == 0 {
		return "0 %"
	}
	percent := 100 * float64(part) / float64(whole)
	switch {
	case part == whole:
		return "100 %"
	case percent > 99.9:
		return "over 99.9 %"
	case percent < 0.1:
		return "under 0.1 %"
	case percent < 10:
		return strconv.FormatFloat(percent, 'f', 1, 64) + " %"
	}
	return strconv.FormatFloat(percent, 'f', 0, 64) + " %"
}

// Quote prints a text of at most limit characters in quotation marks. Control characters become spaces; what is cut off is
// shown by an ellipsis.
func Quote(s string, limit int) string {
	var b strings.Builder
	b.WriteByte('"')
	n := 0
	for _, r := range s {
		if n++; n > limit {
			b.WriteRune('…')
			break
		}
		if unicode.IsControl(r) {
			r = ' '
		}
		b.WriteRune(r)
	}
	b.WriteByte('"')
	return b.String()
}

// Label is the limit for labels (actors, places, categories) in a message; Cell for cells that may hold anything, since a
// shifted column can put a note where a number belongs.
const (
	Label = 80
	Cell  = 24
)

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
