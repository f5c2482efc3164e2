package entry

import (
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/record"
)

// List is a dataset whose rows are entries.
type List struct {
	Data   *record.Dataset
	Claims bool // a table of claims: many rows about one person or group are normal
	fill   func(*List, *Entry)
	at     map[string]int // column by canonical name
	alt    map[string][]altName
}

type altName struct {
	text    string
	quality Quality
	cell    Cell
}

// Lists returns the datasets that hold entries, in their order. Alternative names that OFAC publishes in a file of their own are
// joined to the entries of its list; without the list they are nothing.
func Lists(ds []*record.Dataset) []*List {
	var out []*List
	for _, d := range ds {
		l := &List{Data: d, Claims: d.Format.Claims}
		switch d.Format.ID {
		case "list":
			l.fill = (*List).table
		case "ftm":
			l.fill = (*List).followTheMoney
		case "ofac_sdn":
			l.fill = (*List).ofac
			l.alternatives(ds)
		case "un_list":
			l.fill = (*List).table
		case "people":
			l.fill = (*List).person
		case "groups":
			l.fill = (*List).group
		default:
			continue
		}
		l.at = map[string]int{}
		for i := range d.Columns {
			if f := d.Columns[i].Field; f != nil {
				if _, twice := l.at[f.Name]; !twice {
					l.at[f.Name] = i
				}
			}
		}
		out = append(out, l)
	}
	return out
}

// alternatives gathers the names of the file of alternative names, by the identifier of their entry.
func (l *List) alternatives(ds []*record.Dataset) {
	for _, d := range ds {
		if d.Format.ID != "ofac_alt" {
			continue
		}
		number, name, remarks := d.Column("ent_num"), d.Column("alt_name"), d.Column("alt_remarks")
		if number == nil || name == nil {
			continue
		}
		if l.alt == nil {
			l.alt = map[string][]altName{}
		}
		for row := range d.N {
			id, _ := number.Text(row)
			text, _ := name.Text(row)
			id, text = strings.TrimSpace(id), strings.TrimSpace(text)
			if id == "" || blank(text) {
				continue
			}
			q := Alias
			if remarks != nil {
				if r, _ := remarks.Text(row); strings.Contains(strings.ToLower(r), "weak") {
					q = Weak
				}
			}
			l.alt[id] = append(l.alt[id], altName{text, q, Cell{d, row, name.Index}})
		}
	}
	for _, list := range l.alt {
		slices.SortStableFunc(list, func(a, b altName) int { return strings.Compare(a.text, b.text) })
	}
}

// Read reads a row. What the entry held before is lost, and so are slices that were taken out of it.
func (l *List) Read(row int, e *Entry) {
	e.reset(l.Data, row)
	e.ID = l.Data.ID(row)
	l.fill(l, e)
}

// text is a cell by the canonical name of its column.
func (l *List) text(e *Entry, name string) (string, Cell) {
	i, ok := l.at[name]
	if !ok {
		return "", Cell{}
	}
	s, _ := l.Data.Columns[i].Text(e.Row)
	s = strings.TrimSpace(s)
	if blank(s) {
		return "", Cell{}
	}
	return s, Cell{l.Data, e.Row, i}
}

// blank reports texts that stand for nothing.
func blank(s string) bool {
	switch len(s) {
	case 0:
		return true
	case 1, 2, 3, 4, 7:
		switch strings.ToLower(s) {
		case "-", "-0-", "n/a", "na", "nan", "null", "none", "unknown", "n.d.", "?":
			return true
		}
	}
	return false
}

func (l *List) value(e *Entry, name string) Value {
	s, c := l.text(e, name)
	return Value{s, c}
}

// values appends the items of a list in a cell.
func (l *List) values(to []Value, e *Entry, name string) []Value {
	s, c := l.text(e, name)
	for s != "" {
		var item string
		item, s, _ = strings.Cut(s, ";")
		if item = strings.TrimSpace(item); item != "" {
			to = append(to, Value{item, c})
		}
	}
	return to
}

func (l *List) dates(to []Date, e *Entry, name string) []Date {
	s, c := l.text(e, name)
	if s == "" {
		return to
	}
	return appendDates(to, s, c)
}

func (l *List) names(e *Entry, name string, q Quality) {
	s, c := l.text(e, name)
	for s != "" {
		var item string
		item, s, _ = strings.Cut(s, ";")
		addName(e, item, q, c)
	}
}

func (l *List) identifier(e *Entry, name string) {
	s, c := l.text(e, name)
	for s != "" {
		var item string
		item, s, _ = strings.Cut(s, ";")
		if item = strings.TrimSpace(item); item != "" {
			e.Identifiers = append(e.Identifiers, Identifier{name, item, c})
		}
	}
}

// table reads a row of a table of persons or groups, and one of the UN list, which comes in such columns.
func (l *List) table(e *Entry) {
	kind, _ := l.text(e, "kind")
	e.Given, e.Middle, e.Family = l.value(e, "given_name"), l.value(e, "middle_name"), l.value(e, "family_name")
	l.names(e, "name", Primary)
	l.names(e, "original_name", Alias)
	l.names(e, "aliases", Alias)
	l.names(e, "weak_aliases", Weak)
	e.Births = l.dates(e.Births, e, "birth_date")
	if len(e.Births) == 0 {
		e.Births = l.dates(e.Births, e, "birth_year")
	}
	e.Deaths = l.dates(e.Deaths, e, "death_date")
	l.active(e, "active_from", "active_to")
	s, _ := l.text(e, "sex")
	e.Sex = sexOf(s)
	e.Kind = kindOf(kind, l.ofPersons())
	e.BirthPlaces = l.values(e.BirthPlaces, e, "birth_place")
	e.Countries = l.values(e.Countries, e, "nationality")
	e.Countries = l.values(e.Countries, e, "country")
	for _, name := range [...]string{"passport", "national_id", "registration", "tax_id"} {
		l.identifier(e, name)
	}
	l.documents(e)
	e.Phones = l.values(e.Phones, e, "phone")
	e.Emails = l.values(e.Emails, e, "email")
	e.Address = Address{
		l.value(e, "street_number"), l.value(e, "address"), l.value(e, "address_2"), l.value(e, "locality"), l.value(e, "postcode"), l.value(e, "state"),
	}
	if _, parted := l.at["locality"]; !parted {
		e.Address.Street = Value{}
		e.Addresses = l.values(e.Addresses, e, "address")
	}
	e.Roles = l.values(e.Roles, e, "role")
	e.Groups = l.values(e.Groups, e, "group")
	e.Sources = l.values(e.Sources, e, "source")
}

// ofPersons reports whether the columns of a table are those of persons, for rows that do not say what they are.
func (l *List) ofPersons() bool {
	for _, name := range [...]string{"given_name", "family_name", "birth_date", "birth_year", "sex", "national_id", "passport", "death_date"} {
		if _, ok := l.at[name]; ok {
			return true
		}
	}
	_, company := l.at["registration"]
	return !company
}

// documents reads numbers of which the cell says the kind: "Passport: K123".
func (l *List) documents(e *Entry) {
	s, c := l.text(e, "documents")
	for s != "" {
		var item string
		item, s, _ = strings.Cut(s, ";")
		kind, number, ok := strings.Cut(item, ":")
		if !ok {
			kind, number = "document", item
		}
		if number = strings.TrimSpace(number); number != "" {
			e.Identifiers = append(e.Identifiers, Identifier{documentKind(kind), number, c})
		}
	}
}

func documentKind(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	switch {
	case strings.Contains(s, "passport"):
		return "passport"
	case strings.Contains(s, "national"), strings.Contains(s, "identity"), strings.Contains(s, "identification"):
		return "national_id"
	case strings.Contains(s, "tax"):
		return "tax_id"
	case strings.Contains(s, "registration"):
		return "registration"
	}
	return s
}

// active reads a period out of two columns, of which either may be empty.
func (l *List) active(e *Entry, from, to string) {
	e.Active = l.dates(e.Active, e, from)
	n := len(e.Active)
	e.Active = l.dates(e.Active, e, to)
	for i := n; i < len(e.Active); i++ {
		e.Active[i].Ends = true
	}
}

func sexOf(s string) Sex {
	switch strings.ToLower(s) {
	case "m", "male", "man", "м", "муж", "мужской", "ذكر":
		return Male
	case "f", "female", "woman", "ж", "жен", "женский", "أنثى":
		return Female
	}
	return SexUnknown
}

// kindOf reads what a list says that an entry is. person is what it is where nothing is said.
func kindOf(s string, person bool) Kind {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "":
		if person {
			return Person
		}
		return Group
	case "person", "individual", "p", "human", "people":
		return Person
	case "organization", "organisation", "company", "legalentity", "entity", "group", "publicbody", "o", "-0-", "asset_holder":
		return Group
	}
	return None
}

// Parted reports whether the list has columns for given and family names and none for the name as a whole or for patronymics.
func (l *List) Parted() bool {
	if l.Data.Format.ID != "list" {
		return false
	}
	has := func(name string) bool { _, ok := l.at[name]; return ok }
	return has("given_name") && has("family_name") && !has("name") && !has("middle_name") && !has("aliases") && !has("weak_aliases")
}
