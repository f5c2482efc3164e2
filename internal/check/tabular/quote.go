package tabular

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// Quotable reports whether a finding may print what stands in a column. Findings are published, and cells may name persons:
// victims, suspects, people who organised a protest. Only columns whose codebook leaves no room for that are quoted:
//
//   - numbers, counts, dates, coordinates, codes, categories and identifiers;
//   - names of countries, units and places, kinds of events, weapons, and publishers;
//   - actors of ACLED, UCDP GED and GTD, which name groups, and the conflicts and dyads that GED makes of them.
//
// Never quoted are free text, references of articles (headlines), targets, actors of SCAD and of tables that only a mapping
// or a guess explains, other labels of such tables, and columns without an entry in a codebook. The finding then says in
// which column the text stands and what is wrong with it; row and column lead to the cell.
func Quotable(d *record.Dataset, c *record.Column) bool {
	if c == nil || c.Field == nil || Prose(c) {
		return false
	}
	f := c.Field
	switch f.Type {
	case record.TypeText:
		return false
	case record.TypeLabel:
	default:
		return true
	}
	known := d.Format.ID == "acled" || d.Format.ID == "ged" || d.Format.ID == "gtd"
	if f.Role.Actor() {
		return known
	}
	switch f.Role {
	case record.RoleCountry, record.RoleCountryCode, record.RoleAdmin1, record.RoleAdmin2, record.RoleAdmin3, record.RolePlace,
		record.RoleKind, record.RoleSubkind, record.RoleWeapon, record.RoleSource:
		return true
	}
	switch f.Name {
	case "conflict_name", "dyad_name", "gsubname", "gname3", "region", "iso3":
		return known
	}
	return known && strings.HasSuffix(f.Name, "_txt")
}

// Words returns the name of a column with the text of a cell, where that may be quoted, else the name alone.
func Words(d *record.Dataset, c *record.Column, text string, limit int) string {
	if text == "" || !Quotable(d, c) {
		return Name(c)
	}
	return Name(c) + " " + wording.Quote(text, limit)
}

// Stray quotes a cell that does not fit its column. Columns shift, so that it can hold anything, a name as well: it is
// quoted only if it is short and either has a digit or is one word, else its length is told.
func Stray(text string) string {
	text = strings.TrimSpace(text)
	n := utf8.RuneCountInString(text)
	if n <= wording.Cell && (strings.ContainsAny(text, "0123456789") || !strings.Contains(text, " ")) {
		return wording.Quote(text, wording.Cell)
	}
	return fmt.Sprintf("a text of %s", wording.Count(n, "character"))
}

// Least is the smallest p-value that is stated: below it the approximations mean nothing, and a zero would claim certainty.
const Least = 1e-300

// P prints a p-value with its sign of relation: "p = 0.0021", "p < 1e-300".
func P(p float64) string {
	if p <= Least {
		return "p < 1e-300"
	}
	return fmt.Sprintf("p = %.2g", p)
}
