package src012

import (
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// plant makes small events large and leaves them one source.
func plant(s *check.Sheet, n int) {
	d := s.Data
	count := newSources(d)
	if d.Events == nil || d.Events.Deaths == nil || count == nil {
		return
	}
	// Where nearly every event has one source, the rule does not single any out.
	events, ones := 0, 0
	for row := range d.N {
		if c := d.Events.Deaths[row]; c.Known() && c.Best >= 1 && count.count(row) > 0 {
			events++
			if count.count(row) == 1 {
				ones++
			}
		}
	}
	if float64(ones+n) > 0.85*float64(events) {
		return
	}
	rows := s.Pick(n, func(row int) bool {
		c := d.Events.Deaths[row]
		return c.Known() && c.Best < 20 && count.count(row) > 0 && (d.Events.Counted == nil || d.Events.Counted[row])
	})
	for i, row := range rows {
		toll := []string{"50", "75", "160"}[i%3]
		s.Set(row, record.RoleBest, toll)
		s.Set(row, record.RoleHigh, toll)
		switch d.Format.ID {
		case "ged":
			s.Rows[row][count.column.Index] = "1"
		case "gtd":
			for _, name := range []string{"scite2", "scite3"} {
				if c := s.ColumnIndex(name); c >= 0 {
					s.Rows[row][c] = ""
				}
			}
		case "scad":
			s.Set(row, record.RoleSource, "AP")
		default:
			s.Set(row, record.RoleSource, "Ostra Courier")
		}
		s.Add(toll+" deaths on one source", row)
	}
}
