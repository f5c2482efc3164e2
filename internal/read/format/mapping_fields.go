package format

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/settings"
)

// Fields gives each header cell the entry that the mapping, then its base format, says. The second result is what is wrong:
// columns that the mapping names and the file does not have, each with its position and the nearest name in the file.
func (m *Mapping) Fields(header []string) ([]*record.Field, []string) {
	names := normalise(header)
	base := bookOf(m.Format)
	fields := make([]*record.Field, len(header))
	if base != nil {
		fields, _ = base.bind(names)
	}
	var problems []string
	roles := map[record.Role]int{}
	used := map[int]string{}
	for i := range m.Columns {
		c := &m.Columns[i]
		at := findColumn(header, names, c.Name)
		if at < 0 {
			if !m.lenient {
				problems = append(problems, m.missingColumn(c, header))
			}
			continue
		}
		if first, twice := used[at]; twice {
			problems = append(problems, fmt.Sprintf("%s:%d:%d: %q and %q both name column %d of the file (hint: keep one of them)",
				m.File, c.Line, c.Col, first, c.Name, at+1))
			continue
		}
		used[at] = c.Name
		fields[at] = c.field(base, fields[at], names[at])
		if c.Role != record.RoleNone {
			roles[c.Role] = at
		}
	}
	m.settle(fields, used, roles)
	return fields, problems
}

// settle lets what the mapping says win: a role that it gives to one column, and a meaning that it gives by "as", are taken
// from all others.
func (m *Mapping) settle(fields []*record.Field, used map[int]string, roles map[record.Role]int) {
	mapped := map[string]bool{}
	for at := range used {
		if fields[at] != nil {
			mapped[fields[at].Name] = true
		}
	}
	for i, f := range fields {
		if f == nil {
			continue
		}
		if _, chosen := used[i]; !chosen && mapped[f.Name] {
			fields[i] = nil
			continue
		}
		if owner, given := roles[f.Role]; given && owner != i {
			other := *f
			other.Role = record.RoleNone
			fields[i] = &other
		}
	}
}

func (m *Mapping) missingColumn(c *MappedColumn, header []string) string {
	hint := "look at the names in the header"
	if near := settings.Nearest(c.Name, header); near != "" {
		hint = "did you mean " + strconv.Quote(bare(near)) + "?"
	}
	return fmt.Sprintf("%s:%d:%d: column %q is not in the file (hint: %s)", m.File, c.Line, c.Col, c.Name, hint)
}

// findColumn looks for the name as it is written, then in normalised form.
func findColumn(header, names []string, name string) int {
	if i := slices.Index(header, name); i >= 0 {
		return i
	}
	return slices.Index(names, Normalise(name))
}

// field builds the entry: the base column of the same name or of "as", or what the role suggests, with everything that the
// mapping states put over it.
func (c *MappedColumn) field(base *book, known *record.Field, name string) *record.Field {
	if c.None {
		return nil
	}
	var f record.Field
	switch {
	case c.As != "":
		f = *base.index[c.As]
	case known != nil:
		f = *known
	default:
		f = roleField(c.Role)
		f.Name = name
	}
	if c.Role != record.RoleNone {
		f.Role = c.Role
	}
	if c.Type != nil {
		f.Type = *c.Type
		if f.Type == record.TypeDate && len(f.Dates) == 0 {
			f.Dates = anyDates
		}
	}
	if c.Dates != nil {
		f.Type, f.Dates = record.TypeDate, c.Dates
	}
	if c.hasCodes {
		f.Codes = c.Codes
		if c.Type == nil && f.Type == record.TypeLabel {
			f.Type = record.TypeEnum
		}
	}
	if c.hasMissing {
		f.Missing = c.Missing
	}
	for _, b := range []struct{ to, from *bool }{{&f.Open, c.Open}, {&f.Negative, c.Negative}, {&f.Required, c.Required}} {
		if b.from != nil {
			*b.to = *b.from
		}
	}
	if c.Separator != nil {
		f.Separator = *c.Separator
	}
	if c.Doc != "" {
		f.Doc = c.Doc
	}
	return &f
}

// anyDates is how dates are read where nothing is known about them: day before month.
var anyDates = []record.DateOrder{record.DateISO, record.DateDMY, record.DateDMonY, record.DateCompactISO}

// roleField is the entry that a role suggests for a column of which nothing else is known.
func roleField(r record.Role) record.Field {
	f := record.Field{Role: r, Doc: roleDocs[r]}
	switch r {
	case record.RoleID:
		f.Type = record.TypeID
	case record.RoleDate, record.RoleDateEnd, record.RoleSourceDate:
		f.Type, f.Dates = record.TypeDate, anyDates
	case record.RoleYear:
		f.Type = record.TypeInt
	case record.RoleLat, record.RoleLon:
		f.Type = record.TypeCoord
	case record.RoleTimePrec, record.RolePlacePrec:
		f.Type, f.Open = record.TypeEnum, true
	case record.RoleBest, record.RoleLow, record.RoleHigh, record.RoleInjured:
		f.Type = record.TypeNumber
	case record.RoleNote, record.RoleArticle:
		f.Type = record.TypeText
	case record.RoleKind, record.RoleSubkind:
		f.Type, f.Open = record.TypeEnum, true
	case record.RoleTarget:
		f.Persons = true
	}
	return f
}

var roleDocs = map[record.Role]string{
	record.RoleID: "identifier of the record", record.RoleDate: "date, or first date", record.RoleDateEnd: "last date",
	record.RoleYear: "year", record.RoleTimePrec: "precision of the date", record.RoleLat: "degrees north",
	record.RoleLon: "degrees east", record.RolePlacePrec: "precision of the point", record.RoleCountry: "country",
	record.RoleCountryCode: "number or code of the country", record.RoleAdmin1: "first-order division",
	record.RoleAdmin2: "second-order division", record.RoleAdmin3: "third-order division", record.RolePlace: "name of the place",
	record.RoleKind: "kind of event", record.RoleSubkind: "kind of event, finer", record.RoleActor1: "first actor, or perpetrator",
	record.RoleAlly1: "actors on the side of the first", record.RoleActor2: "second actor",
	record.RoleAlly2: "actors on the side of the second", record.RoleTarget: "target", record.RoleWeapon: "weapon",
	record.RoleBest: "deaths", record.RoleLow: "low estimate of deaths", record.RoleHigh: "high estimate of deaths",
	record.RoleInjured: "injured", record.RoleSource: "names of the sources", record.RoleArticle: "references of the reports",
	record.RoleSourceDate: "dates of the reports", record.RoleNote: "description", record.RoleSeries: "series of related events",
}

// apply reads the table through a mapping.
func (m *Match) apply(mapping *Mapping) {
	m.mapping, m.base = mapping, bookOf(mapping.Format)
	var problems []string
	m.Fields, problems = mapping.Fields(m.Header)
	m.Problems = append(m.Problems, problems...)
	m.Format = record.Format{ID: "mapped", Title: "a table read through " + mapping.Name, Layout: "mapped"}
	if m.base != nil {
		m.Format.ID, m.Format.Title = m.base.id, m.base.title+", read through "+mapping.Name
	}
	if extra := unknown(m.Header, m.Fields); len(extra) > 0 {
		m.Remarks = append(m.Remarks, fmt.Sprintf("%s no meaning in the mapping: %s", plural(len(extra), "column has", "columns have"), listed(extra)))
	}
}
