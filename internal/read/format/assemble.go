package format

import "github.com/assaydata/assay/internal/record"

// reading is how a format's own codes are understood.
type reading struct {
	when   func(*record.Dataset) []record.When
	place  func(*record.Dataset) []record.PlacePrecision
	kinds  func(*record.Dataset) []record.Kind
	deaths func(*record.Dataset) []record.Count
}

var (
	plainReading = reading{plainWhen, plainPlace, plainKinds, plainDeaths}
	readings     = map[string]reading{
		"acled": {acledWhen, acledPlace, acledKinds, plainDeaths},
		"ged":   {gedWhen, gedPlace, gedKinds, plainDeaths},
		"gtd":   {gtdWhen, gtdPlacePrecision, gtdKinds, plainDeaths},
		"scad":  {scadWhen, scadPlacePrecision, scadKinds, scadDeaths},

		"incidents": {claimWhen, plainPlace, plainKinds, plainDeaths},
	}
)

// Assemble gives the columns of a dataset their roles and understands its rows as events: [record.Dataset.Events] is
// filled, but for the facts in notes. It stays nil for a table that has neither dates nor points. The columns must be typed.
func Assemble(d *record.Dataset) {
	assignRoles(d)
	r, ok := readings[d.Format.ID]
	if !ok && claimBooks[d.Format.ID] {
		return
	}
	if !ok {
		r = plainReading
	}
	e := &record.Events{When: r.when(d), Lat: degrees(d, record.RoleLat), Lon: degrees(d, record.RoleLon)}
	if e.When == nil && (e.Lat == nil || e.Lon == nil) {
		d.Events = nil
		return
	}
	e.PlacePrec = r.place(d)
	e.Kinds = r.kinds(d)
	e.Deaths = r.deaths(d)
	e.Injured = injured(d)
	e.Actors1 = actors(d, record.RoleActor1, "inter1")
	e.Actors2 = actors(d, record.RoleActor2, "inter2")
	if d.Format.ID == scad.id {
		e.Counted = scadCounted(d)
	}
	d.Events = e
}

// assignRoles gives each role to the column that stands first in the codebook, else first in the file. A column whose
// role a mapping changed goes by that role alone.
func assignRoles(d *record.Dataset) {
	b := bookOf(d.Format.ID)
	var rank [record.NumRoles]int
	for i := range d.Columns {
		f := d.Columns[i].Field
		if f == nil || f.Role == record.RoleNone {
			continue
		}
		at := 1
		if b != nil {
			if place, known := b.order[f.Name]; known {
				at = place + 1
			}
		}
		if rank[f.Role] == 0 || at < rank[f.Role] {
			rank[f.Role] = at
			d.SetRole(f.Role, i)
		}
	}
}

// degrees shares the numbers of a coordinate column.
func degrees(d *record.Dataset, role record.Role) []float64 {
	c := d.Role(role)
	if c == nil {
		return nil
	}
	if c.Storage == record.Real {
		return c.Reals
	}
	return values(c, d.N, func(_ string, num float64) float64 { return num })
}

func injured(d *record.Dataset) []float32 {
	c := d.Role(record.RoleInjured)
	if c == nil {
		return nil
	}
	return values(c, d.N, func(_ string, num float64) float32 { return float32(num) })
}

// plainDeaths takes the three estimates as they stand; a missing code or an unreadable number is not stated.
func plainDeaths(d *record.Dataset) []record.Count {
	parts := [3][]float32{}
	some := false
	for i, role := range [...]record.Role{record.RoleLow, record.RoleBest, record.RoleHigh} {
		if c := d.Role(role); c != nil {
			some = true
			parts[i] = values(c, d.N, func(_ string, num float64) float32 { return float32(num) })
		}
	}
	if !some {
		return nil
	}
	counts := make([]record.Count, d.N)
	for i := range counts {
		c := record.NoCount()
		if parts[0] != nil {
			c.Low = parts[0][i]
		}
		if parts[1] != nil {
			c.Best = parts[1][i]
		}
		if parts[2] != nil {
			c.High = parts[2][i]
		}
		counts[i] = c
	}
	return counts
}
