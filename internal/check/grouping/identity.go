package grouping

import (
	"strings"

	"github.com/assaydata/assay/internal/record"
)

// Identity returns one key a row that is equal for rows which claim to be the same record, and 0 for rows that name none.
//
// As a rule this is the record's own identifier. SCAD prints one row a place under one identifier, so there the number
// and the name of the place belong to it; the same holds for a mapped table that has a column for the rows of a series.
// GTD's list of related events is no part of an identity.
func Identity(d *record.Dataset) Keys {
	id := d.Role(record.RoleID)
	if id == nil {
		return make(Keys, d.N)
	}
	k := NewKeys(d.N).Keep(id.Has).Column(id)
	if series := place(d); series != nil {
		k.Columns(series, d.Role(record.RolePlace))
	}
	return k
}

// place returns the column that numbers the rows of one event, nil where each event has one row.
func place(d *record.Dataset) *record.Column {
	if d.Format.ID == "gtd" {
		return nil
	}
	if c := d.Column("related"); c != nil {
		return nil
	}
	return d.Role(record.RoleSeries)
}

// ManyRows reports whether one event may stand on several rows under one identifier (SCAD: one row a place).
func ManyRows(d *record.Dataset) bool { return d.Role(record.RoleID) != nil && place(d) != nil }

// SameID reports whether two rows carry the same identifier.
func SameID(d *record.Dataset, a, b int) bool {
	id := d.Role(record.RoleID)
	return id != nil && id.Has(a) && SameCells(a, b, id)
}

// SameRecord reports whether two rows are the same record printed twice: equal in every cell, or with one identity. Such
// pairs belong to rule DUP002, and the other rules on duplicates pass them over.
func SameRecord(d *record.Dataset, a, b int) bool {
	if d.RowHash != nil && d.RowHash[a] == d.RowHash[b] {
		return true
	}
	if !SameID(d, a, b) {
		return false
	}
	series := place(d)
	return series == nil || SameCells(a, b, series, d.Role(record.RolePlace))
}

// Distinct returns the rows of a group without those that are the same record as an earlier one. It returns rows itself
// where there are none.
func Distinct(d *record.Dataset, rows []int32) []int32 {
	for i, r := range rows {
		for _, earlier := range rows[:i] {
			if SameRecord(d, int(earlier), int(r)) {
				return distinct(d, rows)
			}
		}
		if i == 64 { // a group of this size is no pair of twins; comparing all with all would be quadratic
			break
		}
	}
	return rows
}

func distinct(d *record.Dataset, rows []int32) []int32 {
	parts := Partition(rows, func(a, b int) bool { return SameRecord(d, a, b) })
	out := make([]int32, len(parts))
	for i, p := range parts {
		out[i] = p[0]
	}
	return out
}

// Differing returns the columns in which the rows do not all agree, leaving out identifiers, serial numbers and an
// unnamed row index, which differ by nature.
func Differing(d *record.Dataset, rows []int32) []int {
	var out []int
	for i := range d.Columns {
		c := &d.Columns[i]
		if serial(c) {
			continue
		}
		for _, r := range rows[1:] {
			if !SameCells(int(rows[0]), int(r), c) {
				out = append(out, i)
				break
			}
		}
	}
	return out
}

func serial(c *record.Column) bool {
	name := strings.ToLower(strings.TrimSpace(c.Name))
	if name == "" || name == "id" || strings.HasPrefix(name, "unnamed") || strings.HasPrefix(name, "event_id_n") || name == "relid" {
		return true
	}
	f := c.Field
	return f != nil && (f.Role == record.RoleID || f.Type == record.TypeSerial || f.Type == record.TypeID)
}
