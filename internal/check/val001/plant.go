package val001

import (
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// plant spoils numbers, dates and coordinates as people and spreadsheets do, and damages names as wrong decodings do.
func plant(s *check.Sheet, n int) {
	var columns []*record.Column
	for i := range s.Data.Columns {
		if c := &s.Data.Columns[i]; spoil(c, "1", 0) != "" {
			columns = append(columns, c)
		}
	}
	if len(columns) == 0 {
		return
	}
	for i, row := range s.Pick(n, nil) {
		c := columns[s.Rand.IntN(len(columns))]
		old := s.Rows[row][c.Index]
		if old == "" {
			old = []string{"1", "4", "12"}[i%3]
		}
		text := spoil(c, old, i)
		s.Rows[row][c.Index] = text
		s.Add(c.Key()+" set to "+text, row)
	}
}

// spoil returns the i-th way to make a cell unreadable, "" where the column can't be spoilt.
func spoil(c *record.Column, old string, i int) string {
	if c.Field == nil || c.Field.Role == record.RoleID || c.Storage != record.Coded && c.Storage != record.Real {
		return ""
	}
	pick := func(texts ...string) string { return texts[i%len(texts)] }
	switch c.Field.Type {
	case record.TypeInt, record.TypeNumber, record.TypeSerial:
		return pick(old+"?", "~"+old, old+" or more", "several", "#VALUE!", "Sep 05")
	case record.TypeCode:
		return pick(old+"?", old+"/2", "#REF!")
	case record.TypeCoord:
		return pick("#VALUE!", strings.ReplaceAll(old, ".", ",")+",", "unclear")
	case record.TypeDate:
		return pick("2014-02-30", "31/06/2013", "early spring", "#VALUE!", "week 12")
	case record.TypeLabel:
		switch c.Field.Role {
		case record.RoleAdmin1, record.RoleAdmin2, record.RolePlace, record.RoleActor1, record.RoleActor2:
			return pick(old+"Ã©", "Ã‰l "+old, old+" d\u2019Or\u00c3\u00a8re", strings.ReplaceAll(old, "a", "\ufffd")+"\ufffd")
		}
	}
	return ""
}
