// Package fact says what datasets together come to about each linked event: for every field the claims with the cells that
// they stand in, the sources behind them, how many independent origins these have, and what follows.
//
// Support is counted in origins: records that go back to one article, one agency or one text are one voice, however many
// datasets carry them (package evidence does the same for the claims of a case). Nothing is compared beyond its precision: dates are
// intervals of days, points have a radius, counts run from a low to a high number, and "unidentified" contradicts nothing.
package fact

import (
	"slices"

	"github.com/assaydata/assay/internal/link"
)

// Field is a property of an event on which datasets are compared.
type Field uint8

// The fields, in the order in which they are told.
const (
	Date Field = iota
	Place
	Country
	Admin1
	PlaceName
	Kind
	Actors
	Deaths
	Injured
	NumFields
)

var fieldNames = [NumFields]string{"date", "place", "country", "admin1", "place name", "kind", "actors", "deaths", "injured"}

func (f Field) String() string { return fieldNames[min(f, NumFields-1)] }

// Verdict says what the claims about a field come to.
type Verdict uint8

const (
	Unstated     Verdict = iota // no record says anything of it
	Uncontested                 // one origin says it, or nobody else says anything that could be compared
	Corroborated                // two or more origins agree within their precision, none disagrees
	Contested                   // values differ beyond their precision
	Refuted                     // two or more origins agree, and one value is contradicted by all of them
)

var verdicts = [...]string{"unstated", "uncontested", "corroborated", "contested", "refuted"}

func (v Verdict) String() string { return verdicts[min(v, Refuted)] }

// OfValue is how the value that was chosen stands: where another one is refuted, two or more origins hold this one.
func (v Verdict) OfValue() Verdict {
	if v == Refuted {
		return Corroborated
	}
	return v
}

// Stance is how a claim stands to the value that was chosen.
type Stance uint8

const (
	Silent  Stance = iota // says nothing that could be compared: an unidentified actor, the centre of a country
	Agrees                // holds the chosen value within its precision
	Differs               // holds another
	Beaten                // holds one that all other origins, two or more, contradict
)

var stances = [...]string{"silent", "agrees", "differs", "refuted"}

func (s Stance) String() string { return stances[min(s, Beaten)] }

// Claim is what one record says of one field.
type Claim struct {
	link.Ref
	Relation link.Relation // Same, or PartOf for a record that is about a part of the event
	Columns  []int         // columns of its cells, as indices of Dataset.Columns
	Value    Value
	Origin   int // index into the origins of the entity; -1 for parts
	Stance   Stance

	// Shared marks a count that is a share of a total which the dataset divides among the rows of a series: it bounds the event's count, no more.
	Shared bool

	// Repeat marks a further row of an event that its dataset tells over several rows; only its place counts.
	Repeat bool

	Decided string // who decided that the record says so, where it does not stand in its cell; "" else

	series int // not 0: the records of one dataset over which a total is divided have one number
}

// Fact is all that is said of one field of one entity.
type Fact struct {
	Field   Field
	Claims  []Claim // in an order that follows from their content; parts last
	Verdict Verdict
	Value   Value  // the value chosen, one that a record states; where values tie, the range of all of them
	Origins int    // independent origins that hold the chosen value
	Against int    // independent origins that hold another
	Tie     bool   // values that contradict each other have as many origins behind them: none is chosen
	Why     string // one sentence

	// Zero says that some records count nobody where others count somebody: often "not reported" against a number.
	Zero bool

	// Reread says that records which go back to one origin give different values: the same report was read in two ways.
	Reread bool
}

// Support returns the claims that the chosen value comes from.
func (f *Fact) Support() []Claim {
	var out []Claim
	for c := range f.Supporting {
		out = append(out, *c)
	}
	return out
}

// Supporting yields the claims of [Fact.Support]: those that agree with the value, where several values tie those that hold any of them,
// and where none can be compared all. With a claim that speaks for a total come the others over which its dataset divides it.
func (f *Fact) Supporting(yield func(*Claim) bool) {
	some := false
	for i := range f.Claims {
		c := &f.Claims[i]
		if c.Relation == link.Same && (c.Stance == Agrees || f.Tie && c.Stance == Differs) {
			some = true
			if !f.withSeries(c, yield) {
				return
			}
		}
	}
	for i := range f.Claims {
		if c := &f.Claims[i]; !some && c.Relation == link.Same && !c.Repeat && !f.withSeries(c, yield) {
			return
		}
	}
}

// withSeries yields a claim, and the others of its series.
func (f *Fact) withSeries(c *Claim, yield func(*Claim) bool) bool {
	if !yield(c) {
		return false
	}
	for i := range f.Claims {
		if o := &f.Claims[i]; c.series != 0 && o.series == c.series && o != c && !yield(o) {
			return false
		}
	}
	return true
}

// Refuted lists the values that all other origins contradict, each once.
func (f *Fact) Refuted() []string {
	var out []string
	for i := range f.Claims {
		if c := &f.Claims[i]; c.Stance == Beaten {
			if text := c.Value.String(); !slices.Contains(out, text) {
				out = append(out, text)
			}
		}
	}
	return out
}

// Standing says how the value stands, and whether another one was refuted or nothing was chosen.
func (f *Fact) Standing() string {
	switch {
	case f.Verdict == Refuted:
		return Corroborated.String() + ", another value refuted"
	case f.Tie:
		return f.Verdict.String() + ", undecided"
	}
	return f.Verdict.String()
}

// Origin is one independent voice among the records of an entity.
type Origin struct {
	Name    string // the agency, outlet or dataset; what is shared where several records are one origin
	Records []link.Ref
	Why     string // why several records are one origin, "" for one record
}
