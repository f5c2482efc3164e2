// Package entry reads rows of lists of persons and groups, and of tables of claims about them, into one typed form: names by
// quality, dates with their precision, places, documents, roles, each value with the address of the cell that it came from.
//
// An entry is what a list says about somebody. Nothing here decides who that is.
package entry

import (
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

// Kind is what an entry is about.
type Kind uint8

const (
	None   Kind = iota // neither: a vessel, an address, a sanction
	Person             // a human being
	Group              // an armed group, an organisation, a company
)

func (k Kind) String() string { return [...]string{"none", "person", "group"}[min(k, Group)] }

// Cell is the address of a value. Column is -1 where a value is not from one cell alone.
type Cell struct {
	Data   *record.Dataset
	Row    int // index from 0
	Column int
}

// Quality says how much a name tells, as the list sees it.
type Quality uint8

const (
	Primary Quality = iota
	Alias
	Weak // a nickname, an alias of low quality: shared by many
)

func (q Quality) String() string { return [...]string{"primary", "alias", "weak alias"}[min(q, Weak)] }

// Name is one name of an entry.
type Name struct {
	Text    string
	Quality Quality
	Cell    Cell
}

// Date is a date of an entry. Digits holds the eight digits of a date that was written as a day, as they stand there, even where the
// calendar has no such day (19991332): a slip of the pen still tells most of it. 0 for any other.
type Date struct {
	cell.Span
	Digits uint32
	Ends   bool // of a time of activity: its end
	Cell   Cell
}

// Value is any other text.
type Value struct {
	Text string
	Cell Cell
}

// Identifier is a number under which somebody is registered.
type Identifier struct {
	Kind string // passport, national_id, registration, tax_id, or as the list calls it, lower case
	Text string
	Cell Cell
}

// Sex as stated.
type Sex uint8

const (
	SexUnknown Sex = iota
	Male
	Female
)

// Address is what a list says of where somebody lives, in the columns that it has.
type Address struct {
	Number, Street, Second, Locality, Postcode, State Value
}

// Entry is one row of a list. Its slices are used again by the next [List.Read] into it.
type Entry struct {
	Data *record.Dataset
	Row  int
	ID   string
	Kind Kind

	Names []Name

	// Given, Middle and Family are set where the list has columns of their own for them.
	Given, Middle, Family Value

	Births, Deaths []Date
	Active         []Date // when somebody is said to have held a role, or a group to have been active
	Sex            Sex
	BirthPlaces    []Value
	Countries      []Value // nationality, citizenship, country
	Identifiers    []Identifier
	Address        Address
	Addresses      []Value // as wholes
	Phones, Emails []Value
	Roles          []Value
	Groups         []Value // to which a person belongs; of a group, to whom it is affiliated
	Leaders        []Value // of a group
	Sources        []Value
}

func (e *Entry) reset(d *record.Dataset, row int) {
	*e = Entry{
		Data: d, Row: row, Names: e.Names[:0], Births: e.Births[:0], Deaths: e.Deaths[:0], Active: e.Active[:0],
		BirthPlaces: e.BirthPlaces[:0], Countries: e.Countries[:0], Identifiers: e.Identifiers[:0], Addresses: e.Addresses[:0],
		Phones: e.Phones[:0], Emails: e.Emails[:0], Roles: e.Roles[:0], Groups: e.Groups[:0], Leaders: e.Leaders[:0], Sources: e.Sources[:0],
	}
}

// FullName is the name that stands for an entry: the first one, or its parts in their order.
func (e *Entry) FullName() string {
	if len(e.Names) > 0 {
		return e.Names[0].Text
	}
	out := ""
	for _, v := range []Value{e.Given, e.Middle, e.Family} {
		if v.Text != "" {
			if out != "" {
				out += " "
			}
			out += v.Text
		}
	}
	return out
}
