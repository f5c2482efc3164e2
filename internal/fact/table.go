package fact

import (
	"slices"
	"strings"
	"sync"

	"github.com/assaydata/assay/internal/groups"
	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/record"
)

// table is a dataset with what its columns mean for each field. Labels are understood once for each distinct text.
type table struct {
	d       *record.Dataset
	columns [NumFields][]int
	actors  []labels[[]*Actor]
	country labels[name]
	admin1  labels[name]
	place   labels[name]
	sources labels[[]Source] // of a coded column of sources; nil where sources are read from the file

	killed [3]*record.Column // of claim tables: civilians, security forces, attackers
	hurt   *record.Column    // of claim tables

	cites   []int           // columns with citations that are read again from the file, -1 for one that is missing
	series  *record.Column  // identifier that the rows of one event share (SCAD), nil where each row is an event
	shares  map[int32]share // rows whose deaths are a share of a total
	decided *overrides      // nil where no value was decided
	base    int             // the dataset that this one is built on, -1 for none

	mu    sync.Mutex
	units map[uint64]name // first-order divisions by the codes of country and division
}

// labels holds what each distinct text of a coded column means.
type labels[T any] struct {
	c    *record.Column
	mean []T
}

func (l *labels[T]) of(row int) (m T, ok bool) {
	if l.c == nil {
		return m, false
	}
	code := l.c.Codes[row]
	return l.mean[code], l.c.Dict.States[code] == record.Present
}

func understand[T any](c *record.Column, f func(text string, code int) T) labels[T] {
	if c == nil || c.Storage != record.Coded {
		return labels[T]{}
	}
	l := labels[T]{c: c, mean: make([]T, len(c.Dict.Texts))}
	for i, text := range c.Dict.Texts {
		if c.Dict.States[i] == record.Present {
			l.mean[i] = f(text, i)
		}
	}
	return l
}

// name is the name of a country, division or place.
type name struct {
	text  string
	key   uint64 // of the country or unit of the map, else of the folded text
	known bool   // to the map
	words []uint64
}

// placeWords name kinds of divisions and places, and tell none of them apart.
var placeWords = wordSet(`state province region district lga county governorate department prefecture oblast republic rayon territory
	city town village municipality area local north south east west northern southern eastern western near the of de al el`)

func newName(text string) name {
	folded := groups.Fold(text)
	n := name{text: text, key: record.Hash([]byte(folded))}
	for w := range strings.FieldsSeq(folded) {
		if !placeWords[w] {
			n.words = append(n.words, record.Hash([]byte(w)))
		}
	}
	return n
}

func newCountry(text string, _ int) name {
	if c, ok := place.World().FindCountry(text); ok {
		return name{text: text, key: uint64(c) + 1, known: true}
	}
	return newName(text)
}

// cells are the columns of each field beside those that have a role for it.
var cells = map[string]Field{
	"iyear": Date, "imonth": Date, "iday": Date, "approxdate": Date, "targtype1": Kind, "vicinity": Place, "gislocnum": Place,
	"actor3": Actors, "gname3": Actors, "claimed_by": Actors, "attributed_by_authorities_to": Actors,
	"killed_civilians": Deaths, "killed_security": Deaths, "killed_perpetrators": Deaths,
	"injured": Injured,
}

var roleFields = map[record.Role]Field{
	record.RoleDate: Date, record.RoleDateEnd: Date, record.RoleTimePrec: Date, record.RoleLat: Place, record.RoleLon: Place, record.RolePlacePrec: Place,
	record.RoleCountry: Country, record.RoleAdmin1: Admin1, record.RolePlace: PlaceName, record.RoleKind: Kind, record.RoleSubkind: Kind,
	record.RoleActor1: Actors, record.RoleAlly1: Actors, record.RoleActor2: Actors, record.RoleAlly2: Actors,
	record.RoleBest: Deaths, record.RoleLow: Deaths, record.RoleHigh: Deaths, record.RoleInjured: Injured,
}

func newTable(d *record.Dataset) *table {
	t := &table{d: d, base: -1, units: map[uint64]name{}, cites: citing(d)}
	for role, f := range roleFields {
		if c := d.Role(role); c != nil {
			t.columns[f] = append(t.columns[f], c.Index)
		}
	}
	for i := range d.Columns {
		if fd := d.Columns[i].Field; fd != nil {
			if f, ok := cells[fd.Name]; ok {
				t.columns[f] = append(t.columns[f], i)
			}
		}
	}
	if y := d.Role(record.RoleYear); y != nil && d.Role(record.RoleDate) == nil {
		t.columns[Date] = append(t.columns[Date], y.Index)
	}
	for f := range t.columns {
		slices.Sort(t.columns[f])
		t.columns[f] = slices.Compact(t.columns[f])
	}
	t.country = understand(d.Role(record.RoleCountry), newCountry)
	t.admin1 = understand(d.Role(record.RoleAdmin1), func(text string, _ int) name { return newName(text) })
	t.place = understand(d.Role(record.RolePlace), func(text string, _ int) name { return newName(text) })
	t.understandActors()
	if d.Format.Claims {
		for i, name := range []string{"killed_civilians", "killed_security", "killed_perpetrators"} {
			t.killed[i] = known(d, name)
		}
		t.hurt = known(d, "injured")
	} else {
		t.sources = codedSources(d)
	}
	if d.Format.ID == "scad" {
		t.series = d.Role(record.RoleID)
	}
	t.findShares()
	return t
}

// known finds a column that the codebook knows under this name.
func known(d *record.Dataset, name string) *record.Column {
	for i := range d.Columns {
		if f := d.Columns[i].Field; f != nil && f.Name == name {
			return &d.Columns[i]
		}
	}
	return nil
}

// understandActors reads all columns with actors. Those of ACLED, UCDP GED and GTD name groups; others may name persons and
// are told by what they are (see tabular.Quotable).
func (t *table) understandActors() {
	d := t.d
	public := d.Format.ID == "acled" || d.Format.ID == "ged" || d.Format.ID == "gtd"
	a1, a2 := d.Role(record.RoleActor1), d.Role(record.RoleActor2)
	for _, i := range t.columns[Actors] {
		c := &d.Columns[i]
		var classes []record.Actor
		if d.Events != nil && c == a1 {
			classes = d.Events.Actors1
		} else if d.Events != nil && c == a2 {
			classes = d.Events.Actors2
		}
		list := understand(c, func(text string, code int) []*Actor {
			class := record.ActorNone
			if code < len(classes) {
				class = classes[code].Class
			}
			return actorsIn(text, class, public)
		})
		if list.c != nil {
			t.actors = append(t.actors, list)
		}
	}
}

// unit finds a first-order division on the map, within the country of the row.
func (t *table) unit(row int) (name, bool) {
	n, ok := t.admin1.of(row)
	country, some := t.country.of(row)
	if !ok || !some || !country.known {
		return n, ok
	}
	key := uint64(t.country.c.Codes[row])<<32 | uint64(t.admin1.c.Codes[row])
	t.mu.Lock()
	defer t.mu.Unlock()
	if u, done := t.units[key]; done {
		return u, true
	}
	if u, found := place.World().FindUnit(place.Country(country.key-1), n.text); found {
		n.key, n.known = uint64(u)+1, true
	}
	t.units[key] = n
	return n, true
}
