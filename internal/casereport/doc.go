// Package casereport turns a case of claims into the chapters of a report that a person reads: what can and cannot be
// said, figures by area and over time, roles, factions, incidents and their attribution, what the existing data gets wrong,
// and who echoes whom.
//
// It decides nothing: every sentence is generated from verdicts of the packages evidence, figure, incident and roster and
// from the findings of the audit, and every number points at the claims that it rests on. Nothing here knows a particular
// case: names of areas, groups and bodies come from the claims alone. A chapter of which the case has no claims is left out.
package casereport

import (
	"html/template"

	"github.com/assaydata/assay/internal/claim"
)

// Report is the report of a case, ready to be laid out.
type Report struct {
	Title    string
	Kicker   string        // how much was read, in one line
	Lede     template.HTML // the whole in two sentences
	Chapters []Chapter
	Claims   []ClaimTable // the appendix: every claim, by table
	Bases    []Basis      // lists of claims behind a number that are too long to stand beside it
	Sources  []SourceLine // every source that a claim names
}

// Chapter is a part of the report with a heading of its own in the table of contents.
type Chapter struct {
	ID, Title, Short string // Short is for the navigation
	Intro            template.HTML
	Sections         []Section
}

// Section is a stretch of a chapter. Everything but the heading is optional, and stands in this order.
type Section struct {
	Heading string
	Text    []template.HTML // paragraphs
	Verdict []Sentence      // numbered sentences with their basis
	Figures []*Figure
	Tables  []*Table
	Pairs   []Comparison
	Note    template.HTML
}

// Sentence is one statement of the report, how sure it is, and what it rests on.
type Sentence struct {
	ID         string
	Text       template.HTML
	Confidence string // high, moderate or low; apart from any probability in the sentence
	Because    string // why not higher
	Refs       template.HTML
}

// Figure is a drawing with its numbers.
type Figure struct {
	ID, Title, Caption string
	SVG                template.HTML
	Legend             []Key
	Table              *Table // the numbers, for those who do not see the drawing
	Wide               bool   // the drawing needs the whole width, and scrolls on a telephone
}

// Key is an entry of a legend. Swatch is a small drawing.
type Key struct {
	Swatch template.HTML
	Text   string
}

// Table is a table; the first cell of a row is its head.
type Table struct {
	Caption string
	Head    []Head
	Rows    [][]Cell
	Note    string
}

// Head is the head of a column.
type Head struct {
	Text  string
	Right bool
}

// Cell is a cell of a table.
type Cell struct {
	HTML  template.HTML
	Right bool
	Mark  bool // the values that differ
}

// Comparison sets a few claims side by side, one column each.
type Comparison struct {
	Class, Code, Title string // of the finding
	Message            string
	Columns            []template.HTML // head: claim and source
	Rows               []ComparisonRow
	More               template.HTML // further claims
	Why                string
}

// ComparisonRow is one property of the claims of a comparison.
type ComparisonRow struct {
	Name    string
	Values  []string
	Differs bool
}

// ClaimTable is the claims of one table, in the order of the file.
type ClaimTable struct {
	ID, Title string
	Rows      []ClaimRow
}

// ClaimRow says what one source says, and where.
type ClaimRow struct {
	Anchor, ID string
	Says       string
	Origin     string // the voice behind it
	Source     SourceLine
	Locator    string
}

// SourceLine is an item that was read.
type SourceLine struct {
	Key, Publisher, Date, URL string
}

// Basis is a list of claims behind a number.
type Basis struct {
	ID, Of string
	Refs   []template.HTML
}

// heads lists the heads of claims.
func heads[C claim.Claim](cs []C) []*claim.Head {
	out := make([]*claim.Head, len(cs))
	for i, c := range cs {
		out[i] = c.Base()
	}
	return out
}
