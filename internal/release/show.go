package release

import (
	"fmt"

	"github.com/assaydata/assay/internal/record"
)

// NotShown stands for the text of a cell that may name people.
const NotShown = "(not shown)"

// public are the roles whose cells may be shown, as in the report.
var public = func() (ok [record.NumRoles]bool) {
	for _, r := range []record.Role{
		record.RoleID, record.RoleDate, record.RoleDateEnd, record.RoleYear, record.RoleTimePrec, record.RoleLat, record.RoleLon,
		record.RolePlacePrec, record.RoleCountry, record.RoleCountryCode, record.RoleAdmin1, record.RoleAdmin2, record.RoleAdmin3,
		record.RolePlace, record.RoleKind, record.RoleSubkind, record.RoleActor1, record.RoleAlly1, record.RoleActor2,
		record.RoleAlly2, record.RoleWeapon, record.RoleBest, record.RoleLow, record.RoleHigh, record.RoleInjured,
		record.RoleSource, record.RoleSourceDate, record.RoleSeries,
	} {
		ok[r] = true
	}
	return ok
}()

// Shown reports whether the values of a field may be printed: not notes and other long text, nor columns of which nothing
// is known, since they may name people, nor anything of a table of people.
func (f *Field) Shown() bool { return !f.people && shown(f.Old) && shown(f.New) }

// people is the format of claim tables with one row for each person.
const people = "people"

// ID is the identifier of a row as it may be shown: "" where the rows are persons, since it is often made of a name.
func ID(d *record.Dataset, row int32) string {
	if d.Format.ID == people {
		return ""
	}
	return d.ID(int(row))
}

func shown(c *record.Column) bool {
	switch {
	case c.Storage == record.Digest, c.Field != nil && (c.Field.Type == record.TypeText || c.Field.Role == record.RoleNote):
		return false
	case c.Field == nil:
		return c.Storage == record.Real
	case public[c.Field.Role]:
		return true
	}
	switch c.Field.Type {
	case record.TypeInt, record.TypeNumber, record.TypeCode, record.TypeEnum, record.TypeDate, record.TypeCoord, record.TypeSerial:
		return true
	}
	return false
}

// Values returns the two values of a field of a pair as the files write them, [NotShown] where they may not be printed. An
// invalid number or date may be text that slipped into the wrong column; it is not shown either.
func (p *Pair) Values(f *Field) (before, after string) {
	return text(f, f.Old, int(p.Old)), text(f, f.New, int(p.New))
}

func text(f *Field, c *record.Column, row int) string {
	if c.State(row) == record.Empty {
		return ""
	}
	if !f.Shown() || c.State(row) == record.Invalid {
		return NotShown
	}
	s, ok := c.Text(row)
	if !ok {
		return NotShown
	}
	return s
}

// DeathsOf returns the best estimates of deaths of a pair, false where one row states none.
func (d *Diff) DeathsOf(p *Pair) (before, after float64, ok bool) {
	f := d.Deaths.Field
	if f == nil {
		return 0, 0, false
	}
	before, okOld := f.Old.Number(int(p.Old))
	after, okNew := f.New.Number(int(p.New))
	return before, after, okOld && okNew
}

// Address is a row as file:row, with its identifier where it has one.
func Address(d *record.Dataset, row int32) string {
	s := fmt.Sprintf("%s:%d", d.Path, d.RowNumber(int(row)))
	if id := ID(d, row); id != "" {
		s += " (" + id + ")"
	}
	return s
}
