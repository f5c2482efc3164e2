package val002

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// plant misspells categories and sets codes beyond their lists.
func plant(s *check.Sheet, n int) {
	var columns []*record.Column
	for i := range s.Data.Columns {
		if c := &s.Data.Columns[i]; closed(c) {
			columns = append(columns, c)
		}
	}
	if len(columns) == 0 {
		return
	}
	for i, row := range s.Pick(n, nil) {
		c := columns[i%len(columns)]
		text := wrong(s, c, s.Rows[row][c.Index])
		s.Rows[row][c.Index] = text
		s.Add(fmt.Sprintf("%s set to %s", c.Key(), text), row)
	}
}

// wrong returns a value that the codebook of the column does not allow, made of the one that stands in the cell.
func wrong(s *check.Sheet, c *record.Column, old string) string {
	list := newDomain(c.Field)
	for {
		text := old
		if v, err := strconv.ParseFloat(old, 64); err == nil || c.Field.Type == record.TypeCode || old == "" {
			// A slip on the keyboard: the digit twice, or another number.
			text = strconv.Itoa(int(v) + []int{11, 20, 36, 77}[s.Rand.IntN(4)] + s.Rand.IntN(40))
		} else {
			r := []rune(old)
			k := 1 + s.Rand.IntN(max(len(r)-2, 1))
			k = min(k, len(r)-1)
			switch s.Rand.IntN(3) {
			case 0: // a letter lost
				text = string(r[:k]) + string(r[k+1:])
			case 1: // a letter twice
				text = string(r[:k]) + string(r[k:k+1]) + string(r[k:])
			default: // a letter changed
				r[k] = rune('a' + s.Rand.IntN(26))
				text = string(r)
			}
		}
		if !list.allows(text) && strings.TrimSpace(text) != "" && !isFold(list, text) {
			return text
		}
	}
}

// isFold reports whether a text differs from an allowed value in capitals or spaces only.
func isFold(d *domain, text string) bool {
	_, how := d.nearest(text)
	return how == sameLetters
}
