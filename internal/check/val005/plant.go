package val005

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// plant empties key fields and, in every fourth row, writes a placeholder for a place.
func plant(s *check.Sheet, n int) {
	var keys, names []*record.Column
	for i := range s.Data.Columns {
		c := &s.Data.Columns[i]
		if isKey(s.Data, c) {
			keys = append(keys, c)
		}
		if c.Field != nil && c.Storage == record.Coded && len(names) < 3 && len(c.Field.Codes) == 0 {
			switch c.Field.Role {
			case record.RoleAdmin1, record.RoleAdmin2, record.RolePlace, record.RoleActor2:
				names = append(names, c)
			}
		}
	}
	if len(keys) == 0 {
		return
	}
	words := [...]string{"NULL", "n/a", "NaN", "none", "?", "#N/A", "missing", "-"}
	filled := func(row int) bool {
		for _, c := range keys {
			if !c.Has(row) {
				return false
			}
		}
		return true
	}
	for i, row := range s.Pick(n, filled) {
		if i%4 == 3 && len(names) > 0 && i/4 < 20*len(names) {
			c, word := names[i/4%len(names)], words[s.Rand.IntN(len(words))]
			s.Rows[row][c.Index] = word
			s.Add(fmt.Sprintf("%s set to %s", c.Key(), word), row)
			continue
		}
		c := keys[s.Rand.IntN(len(keys))]
		s.Rows[row][c.Index] = ""
		s.Add(c.Key()+" emptied", row)
	}
}
