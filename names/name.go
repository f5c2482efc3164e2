package names

import (
	"strings"

	"github.com/assaydata/assay/names/internal/phone"
)

// Kind is what bears a name. Persons are compared by the roles of their parts, all others by concepts and distinctive words.
type Kind uint8

const (
	Person       Kind = iota
	Organization      // armed groups, movements, institutions
	Company           // organisations with a legal form
	LegalEntity       // a person or an organisation: it is not said which
	Vessel
)

var kinds = [...]string{"Person", "Organization", "Company", "LegalEntity", "Vessel"}

func (k Kind) String() string { return kinds[min(int(k), len(kinds)-1)] }

// ParseKind reads a kind by the name of its FollowTheMoney schema, letter case aside.
func ParseKind(s string) (Kind, bool) {
	for i, n := range kinds {
		if strings.EqualFold(n, s) {
			return Kind(i), true
		}
	}
	return Person, false
}

// Role is what a part is in its name.
type Role uint8

const (
	Unknown    Role = iota // a word of a group's name, or a part of a person's name that could have several roles
	Given                  // personal name; Abd al-X and X-allah are one part
	Patronymic             // father's name: Ivanovich, bin Ahmad
	Ancestor               // grandfather and beyond in a chain
	Family                 // inherited name
	Nisba                  // origin, tribe, school: al-Shishani; several may be true at once
	Kunya                  // Abu X, Umm X
	Laqab                  // epithet, nom de guerre: Salah al-Din, "the Chechen"
	Title                  // Hajji, Mullah, Dr: kept for display, not compared
	Particle               // al, bin, de, von: not compared alone
	Initial                // one letter
	Concept                // of a group: state, front, brigade…, in whatever language
	Place                  // of a group: a place word
	Number                 // of a group: a number or ordinal
	Form                   // of a company: its legal form
)

const numRoles = int(Form) + 1

var roles = [...]string{
	"unknown", "given", "patronymic", "ancestor", "family", "nisba", "kunya", "laqab", "title", "particle", "initial",
	"concept", "place", "number", "form",
}

func (r Role) String() string { return roles[min(int(r), len(roles)-1)] }

// Script is the writing system of a part.
type Script = phone.Script

// Part is one part of a name.
type Part struct {
	Text   string // as written
	Clean  string // lower case, marks that carry no sound dropped; compounds joined ("abdulrahman")
	Script Script
	Role   Role

	readings [maxReadings]phone.Reading
	n        uint8               // of readings
	marked   bool                // the role is said by a word or an ending, not guessed from the place
	sounds   [maxReadings]uint32 // signature of each reading
	pair     phone.Reading       // of this part and the next written as one; empty where that cannot be
	pairs    uint32              // its signature
	endsI    bool                // as nisbas and many family names do
	weight   float32             // how much the part tells, in bits: rare parts tell more
	id       uint64              // hash of Clean
	nick     nickSet             // given names that it is a short form of
	concept  uint32              // of a group: 0 is none
}

// Weight is how much the part tells, in bits: rare parts tell more.
func (p *Part) Weight() float32 { return p.weight }

const maxReadings = 4

// Name is a parsed name. It is not changed after parsing and may be compared from several goroutines.
type Name struct {
	Text    string // as given
	Kind    Kind
	Parts   []Part // in the order of the name after turning "Family, Given" round
	Culture Culture
	Acronym string // of a group: in brackets after its name, or the name itself

	total float32 // of the weights of Parts
}

// Culture is a hint at the convention that a name follows.
type Culture uint8

const (
	Western  Culture = iota // also where nothing is known
	Russian                 // East Slavic names with patronymic, and those of peoples of the former Soviet Union in that form
	Caucasus                // Chechen and other North Caucasian
	Arabic
	Turkic // Central Asian
	Persian
	Georgian
	EastAsian
)

var cultures = [...]string{"Western", "Russian", "North Caucasian", "Arabic", "Turkic", "Persian", "Georgian", "East Asian"}

func (c Culture) String() string { return cultures[min(int(c), len(cultures)-1)] }

// Parse splits a name into parts. Any text is a name, if only one without parts; the time is bounded by the length of the
// text, of which the first 1,000 bytes are read.
func Parse(text string, kind Kind) *Name {
	if kind == Person {
		return parsePerson(text)
	}
	return parseGroup(text, kind)
}
