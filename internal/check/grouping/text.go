package grouping

import (
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Label names a row for people: its own identifier, else its number.
func Label(d *record.Dataset, row int) string {
	if id := d.ID(row); id != "" {
		return id
	}
	return "row " + strconv.Itoa(d.RowNumber(row))
}

// Related returns references to all rows but the first.
func Related(d *record.Dataset, rows []int32) []check.Ref {
	out := make([]check.Ref, 0, len(rows)-1)
	for _, r := range rows[1:] {
		out = append(out, check.Ref{Data: d, Row: int(r), Column: -1})
	}
	return out
}

// Names lists the names of columns, at most most of them: "low, high and 3 more".
func Names(d *record.Dataset, columns []int, most int) string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = d.Columns[c].Key()
	}
	return List(names, most)
}

// List joins words: "a, b and c", or "a, b and 3 more" where there are more than most.
func List(words []string, most int) string {
	if len(words) == 0 {
		return ""
	}
	if len(words) > most {
		return strings.Join(words[:most], ", ") + " and " + strconv.Itoa(len(words)-most) + " more"
	}
	if len(words) == 1 {
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// Count prints a number with its noun: "1 row", "1,351 rows".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if strings.HasSuffix(noun, "y") && !strings.HasSuffix(noun, "day") {
		return Thousands(n) + " " + strings.TrimSuffix(noun, "y") + "ies"
	}
	return Thousands(n) + " " + noun + "s"
}

// Thousands prints a whole number with commas.
func Thousands(n int) string {
	s := strconv.Itoa(n)
	start := len(s) % 3
	if n < 0 {
		start = (len(s)-1)%3 + 1
	}
	var b strings.Builder
	b.WriteString(s[:start])
	for i := start; i < len(s); i += 3 {
		if b.Len() > 0 && s[:i] != "-" {
			b.WriteByte(',')
		}
		b.WriteString(s[i : i+3])
	}
	return b.String()
}

// Number prints a count of persons in its shortest form: "6.3", "45".
func Number(v float32) string { return strconv.FormatFloat(float64(v), 'f', -1, 32) }

// Total prints a sum of counts: whole where it is whole to two decimals.
func Total(v float64) string {
	if r := float64(int64(v + 0.5)); v-r < 0.005 && r-v < 0.005 {
		return Thousands(int(r))
	}
	return strconv.FormatFloat(v, 'f', 1, 64)
}

// Percent prints a share: "0.3 %", "45 %".
func Percent(share float64) string {
	decimals := 0
	if p := share * 100; p < 10 && p > 0 {
		decimals = 1
	}
	return strconv.FormatFloat(share*100, 'f', decimals, 64) + " %"
}

// Deaths prints a number of deaths: "1 death", "45 deaths".
func Deaths(n float64) string {
	if text := Total(n); text != "1" {
		return text + " deaths"
	}
	return "1 death"
}
