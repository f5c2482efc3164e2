package grouping

import "github.com/assaydata/assay/internal/record"

// Attributes is what describes an event in coded form: first and last day, point, kind, actors (in GED the dyad), target,
// weapon, deaths, deaths of each side and injured. Texts, sources and identifiers are no part of it.
type Attributes struct {
	data   *record.Dataset
	events *record.Events
	dates  Dates
	cells  []*record.Column // compared as they stand
	sides  []*record.Column // compared as numbers
	series *record.Column   // GTD: 1 = part of a coordinated series
}

// NewAttributes finds the columns. The dataset must hold events with dates.
func NewAttributes(d *record.Dataset) *Attributes {
	a := &Attributes{data: d, events: d.Events, dates: NewDates(d)}
	a.cells = append(a.cells, d.Role(record.RoleKind), d.Role(record.RoleTarget), d.Role(record.RoleWeapon))
	a.cells = append(a.cells, Actors(d)...)
	if a.events.Lat == nil {
		a.cells = append(a.cells, d.Role(record.RolePlace), d.Role(record.RoleAdmin1), d.Role(record.RoleAdmin2), d.Role(record.RoleCountry))
	}
	if d.Format.ID == "ged" {
		for _, name := range []string{"deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"} {
			a.sides = append(a.sides, d.Column(name))
		}
	}
	if c := d.Column("multiple"); c != nil && (d.Format.ID == "gtd" || c.Dict != nil && c.Dict.Nums != nil) {
		a.series = c
	}
	return a
}

// Actors returns the columns that name who was involved: GED's dyad, else both actors. They may be nil.
func Actors(d *record.Dataset) []*record.Column {
	if c := d.Column("dyad_new_id"); d.Format.ID == "ged" && c != nil {
		return []*record.Column{c}
	}
	return []*record.Column{d.Role(record.RoleActor1), d.Role(record.RoleActor2)}
}

// Keys returns a key a row over all attributes; rows without date or place are left out.
func (a *Attributes) Keys() Keys {
	k := NewKeys(a.data.N).Dates(a.dates)
	if a.events.Lat != nil {
		k.Point(a.events.Lat, a.events.Lon)
	} else {
		k.Keep(a.data.Role(record.RolePlace).Has)
	}
	k.Columns(a.cells...)
	if a.events.Deaths != nil {
		k.Deaths(a.events.Deaths)
	}
	if a.events.Injured != nil {
		k.Floats(a.events.Injured)
	}
	for _, c := range a.sides {
		k.Numbers(c)
	}
	return k
}

// Same reports whether two rows agree in all attributes.
func (a *Attributes) Same(x, y int) bool {
	e := a.events
	if !a.dates.Same(x, y) {
		return false
	}
	if e.Lat != nil && !(SameNumber(e.Lat[x], e.Lat[y]) && SameNumber(e.Lon[x], e.Lon[y])) {
		return false
	}
	if e.Deaths != nil && !sameCount(e.Deaths[x], e.Deaths[y]) {
		return false
	}
	if e.Injured != nil && !SameNumber(e.Injured[x], e.Injured[y]) {
		return false
	}
	return a.SameSides(x, y) && SameCells(x, y, a.cells...)
}

func sameCount(x, y record.Count) bool {
	if x.Known() || y.Known() {
		return x.Best == y.Best
	}
	return SameNumber(x.Low, y.Low) && SameNumber(x.High, y.High)
}

// SameSides reports whether the deaths of two rows are shared out between the sides in the same way; true for datasets
// that do not say.
func (a *Attributes) SameSides(x, y int) bool {
	for _, c := range a.sides {
		if c == nil {
			continue
		}
		vx, okx := c.Number(x)
		vy, oky := c.Number(y)
		if okx != oky || okx && vx != vy {
			return false
		}
	}
	return true
}

// HasSides reports whether the dataset says on which side people died.
func (a *Attributes) HasSides() bool { return len(a.sides) > 0 }

// InSeries reports whether a row is flagged as part of a coordinated series (GTD).
func (a *Attributes) InSeries(row int) bool {
	if a.series == nil {
		return false
	}
	v, ok := a.series.Number(row)
	return ok && v == 1
}
