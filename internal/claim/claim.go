// Package claim turns the rows of claim tables into typed claims: what one source says about one figure, incident, group,
// relation, person, population or event of context, each with the address of the row that it came from.
//
// A claim is never a fact: it is "source S says X". What all claims about one thing come to is the work of the packages
// evidence, figure, incident and roster.
package claim

import (
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

// Source is an item that was read: an article, a report, a list. Claims of one item share one Source.
type Source struct {
	Key       string // source_id
	Title     string
	Publisher string // "Agency via Outlet" where a copy names its origin
	Date      cell.Span
	URL       string

	// From the table of sources, where the case has one; empty otherwise.
	Kind, Language, Reliability, Reason string
	BasedOn                             []string // keys of items that it repeats
}

// Head is what every claim has.
type Head struct {
	ID      string // claim_id
	Data    *record.Dataset
	Row     int // index from 0
	Source  *Source
	Locator string // where in the source, and what it says there in short
	Notes   string // remark of the coder
}

// Column returns the index of a column of the claim's table by its canonical name, -1 where the file has none.
func (h *Head) Column(name string) int {
	if c := h.Data.Column(name); c != nil {
		return c.Index
	}
	return -1
}

// Claim is any claim.
type Claim interface{ Base() *Head }

// Base returns the head itself, so that every claim is a [Claim].
func (h *Head) Base() *Head { return h }

// Figure is a published number. Numbers that the source does not give are NaN.
type Figure struct {
	Head
	Population, Origin, Destination, Measure string
	AsOf                                     cell.Span
	Low, Best, High                          float64
	Estimator, Reporter                      string
}

// Incident is what one source says about one incident. Counts that it does not give are NaN.
type Incident struct {
	Head
	Key                                                           string
	Date                                                          cell.Span
	Place, Region                                                 string
	Lat, Lon                                                      float64
	CoordSource, Kind                                             string
	KilledCivilians, KilledSecurity, KilledPerpetrators, Injured  float64
	Perpetrators, ClaimedBy, AttributedTo, Status, Sophistication string
}

// Group is what one source says about a group.
type Group struct {
	Head
	Key, Name   string
	Proposed    bool // the key is not the coder's: linking takes the claim for one about that group
	Variants    []string
	From, To    cell.Span
	Leaders     []string
	Affiliation string
}

// Relation is what one source says about two groups.
type Relation struct {
	Head
	A, Relation, B string
	Date           cell.Span
}

// Person is what one source says about a person.
type Person struct {
	Head
	Key, Name        string
	Proposed         bool // the key is not the coder's: linking takes the claim for one about that person
	Variants, Kunyas []string
	Birth, Death     cell.Span
	DeathDetail      string
	Role, Group      string
	From, To         cell.Span
	LegalStatus      string
}

// Population is the number of inhabitants of an area, NaN where it could not be read.
type Population struct {
	Head
	Area string
	AsOf cell.Span
	N    float64
}

// Context is a dated event that the claims must fit.
type Context struct {
	Head
	Date         cell.Span
	Event, Value string
}

// Tables holds all claims of a case, each list in the order of the datasets and their rows.
type Tables struct {
	Figures     []*Figure
	Incidents   []*Incident
	Groups      []*Group
	Relations   []*Relation
	People      []*Person
	Populations []*Population
	Contexts    []*Context
	Sources     []*Source // by key
	Datasets    []*record.Dataset

	source map[string]*Source
}

// SourceOf returns the source of a key, nil where no claim names it.
func (t *Tables) SourceOf(key string) *Source { return t.source[key] }

// Empty reports whether there are no claims.
func (t *Tables) Empty() bool {
	return len(t.Figures)+len(t.Incidents)+len(t.Groups)+len(t.Relations)+len(t.People)+len(t.Populations)+len(t.Contexts) == 0
}
