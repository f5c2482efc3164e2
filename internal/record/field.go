package record

// Role is what a column means, whatever it is called in its file. Rules are written against roles, so that they work on
// every format and on every mapped table.
type Role uint8

const (
	RoleNone Role = iota
	RoleID
	RoleDate     // date, or first date
	RoleDateEnd  // last date
	RoleYear     // year as the file states it
	RoleTimePrec // precision code of the date
	RoleLat
	RoleLon
	RolePlacePrec // precision code of the point
	RoleCountry
	RoleCountryCode // number or code of the country
	RoleAdmin1
	RoleAdmin2
	RoleAdmin3
	RolePlace // name of the place
	RoleKind  // category of event
	RoleSubkind
	RoleActor1
	RoleAlly1
	RoleActor2
	RoleAlly2
	RoleTarget // target of an attack, where this is no actor
	RoleWeapon
	RoleBest // best or only estimate of deaths
	RoleLow
	RoleHigh
	RoleInjured
	RoleSource  // names of sources
	RoleArticle // reference of the article or articles
	RoleSourceDate
	RoleNote
	RoleSeries // several rows belong to one event (SCAD sublocal, GTD related)
	NumRoles
)

var roleNames = [NumRoles]string{
	"", "id", "date", "date_end", "year", "time_precision", "latitude", "longitude", "place_precision", "country",
	"country_code", "admin1", "admin2", "admin3", "place", "kind", "subkind", "actor1", "ally1", "actor2", "ally2",
	"target", "weapon", "best", "low", "high", "injured", "source", "article", "source_date", "note", "series",
}

// Actor reports whether a column of the role names actors.
func (r Role) Actor() bool {
	switch r {
	case RoleActor1, RoleAlly1, RoleActor2, RoleAlly2:
		return true
	}
	return false
}

// MostDegrees is the most, north or south and east or west, that a column of the role may hold, 0 for one that holds no degrees.
func (r Role) MostDegrees() float64 {
	switch r {
	case RoleLat:
		return MostLat
	case RoleLon:
		return MostLon
	}
	return 0
}

// String is the role's name as it is written in a mapping.
func (r Role) String() string {
	if r < NumRoles {
		return roleNames[r]
	}
	return ""
}

// ParseRole finds a role by its name in a mapping.
func ParseRole(name string) (Role, bool) {
	for r, n := range roleNames {
		if r > 0 && n == name {
			return Role(r), true
		}
	}
	return RoleNone, false
}

// Type is how the cells of a column are to be read.
type Type uint8

const (
	TypeLabel  Type = iota // short text that repeats: coded
	TypeText               // long text: held as a digest
	TypeID                 // identifier: held packed
	TypeInt                // whole number
	TypeNumber             // decimal number
	TypeCode               // whole number out of Field.Codes
	TypeEnum               // text out of Field.Codes
	TypeDate               // date in one of Field.Dates
	TypeCoord              // latitude or longitude in degrees
	TypeSerial             // whole number different in nearly every row (edit time, serial number): held as a number
)

func (t Type) String() string {
	return [...]string{"text", "long text", "identifier", "whole number", "number", "code", "category", "date", "coordinate", "whole number"}[t]
}

// Code is one value of a codebook. Meaning may be empty where the value speaks for itself.
type Code struct{ Value, Meaning string }

// DateOrder is a way of writing dates.
type DateOrder uint8

const (
	DateISO        DateOrder = iota // 2016-01-31, also with a time behind it
	DateDMY                         // 31/01/2016, 31.1.2016, 31-01-2016
	DateMDY                         // 01/31/2016
	DateDMonY                       // 31-Jan-16, 31 January 2016; two-digit years by Field.Pivot
	DateSerial                      // days since 1970-01-01
	DateExcel                       // days of a spreadsheet, 1 = 1900-01-01
	DateUnix                        // seconds since 1970-01-01
	DateYear                        // 2016
	DateYearMonth                   // 2016-01
	DateCompactISO                  // 20160131
	DateEDTF                        // 2016-01-31, 2016-01~, 2016/2017 and looser forms (ISO 8601-2)
)

// Field describes one column of a known layout or of a mapping: the entry of a codebook.
type Field struct {
	Name      string   // canonical name, lower case
	Aliases   []string // other names of the same column, lower case (truncated shapefile names, older releases)
	Role      Role
	Type      Type
	Codes     []Code      // the allowed values of TypeCode and TypeEnum; empty = any
	Open      bool        // Codes lists known values, but others are legitimate
	Missing   []Code      // texts that stand for "not known", with their meaning (-99); the empty cell always does
	Dates     []DateOrder // for TypeDate, tried in order; the first that reads the cell wins
	Required  bool        // a row without it can hardly be used
	Negative  bool        // negative numbers are legitimate
	Separator string      // separator of a list in one cell, "" = one value
	Persons   bool        // the texts may name persons; see [Column.Withheld]
	Doc       string      // meaning, for people
}

// Format is what a file was recognised as. Layout names a set of columns, not a release: a copy that dropped columns can
// look older than it is.
type Format struct {
	ID      string // acled, ged, gtd, scad, mapped, table; for claim tables figures, incidents, groups …
	Title   string // for people: "ACLED, 31 columns, exports of 2018-2022"
	Layout  string // short name of the layout: L4, G3 …
	Assumed bool   // guessed (no header, names matched by resemblance): the user is asked to confirm
	Release string // what is known about the release, "" if nothing
	Claims  bool   // a claim table: one row is what one source says about one thing, and several rows speak of the same thing
}
