package src009

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// What two records may have in common that two people who read the same press do not write by themselves. An article is weaker: both
// may have read it.
const (
	sameID = iota
	sameNote
	sameArticle
	cites
	kinds
)

var (
	plural = [kinds]string{"identifiers", "notes", "articles", "name as a source"}
	with   = [kinds]string{"with one identifier", "with one note", "with one article", "with the other as the source"}
)

// leastNote is how long a note must be for being a text of its own, in characters.
const leastNote = 40

// common notes what two records of an event have in common.
func common(e *across.Event, a, b link.Ref, ids bool, has *[kinds]bool) {
	x, y := e.Data(a), e.Data(b)
	if ids {
		id := x.ID(int(a.Row))
		has[sameID] = has[sameID] || id != "" && id == y.ID(int(b.Row))
	}
	n, m := noteOf(x, int(a.Row)), noteOf(y, int(b.Row))
	has[sameNote] = has[sameNote] || n != 0 && n == m
	if o := e.Origin(a); o >= 0 && o == e.Origin(b) {
		switch e.Origins()[o].Why {
		case "nearly the same text":
			has[sameNote] = true
		case "same article":
			has[sameArticle] = true
		case "one dataset cites the other":
			has[cites] = true
		}
	}
}

// noteOf is the hash of the note of a row, 0 where there is none or a short one.
func noteOf(d *record.Dataset, row int) uint64 {
	c := d.Role(record.RoleNote)
	if c == nil || !c.Has(row) {
		return 0
	}
	switch c.Storage {
	case record.Digest:
		if c.Lengths[row] >= leastNote {
			return c.Hashes[row]
		}
	default:
		if text, ok := c.Text(row); ok && len(text) >= leastNote {
			return record.Hash([]byte(text))
		}
	}
	return 0
}

// sameIDs reports whether equal identifiers of two datasets mean anything: running numbers are equal by chance. Those with letters
// (and a dataset's own prefix) are not.
func sameIDs(a, b *record.Dataset) bool {
	x, y := a.Role(record.RoleID), b.Role(record.RoleID)
	if x == nil || y == nil || a.N == 0 || b.N == 0 {
		return false
	}
	return long(a.ID(0)) && long(b.ID(0))
}

// long reports whether an identifier is more than a short number.
func long(id string) bool {
	return strings.ContainsFunc(id, func(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' }) || len(id) >= 10
}

// what names what the records have most in common.
func (c *copied) what() string {
	best := 0
	for k := range kinds {
		if c.by[k] > c.by[best] {
			best = k
		}
	}
	return plural[best]
}

func (c *copied) counts() string {
	var out []string
	for k := range kinds {
		if c.by[k] > 0 {
			out = append(out, fmt.Sprintf("%s are told %s", wording.Thousands(c.by[k]), with[k]))
		}
	}
	return strings.Join(out, ", ")
}
