package idn004

import (
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/groups"
	"github.com/assaydata/assay/internal/record"
)

// label is one actor label with what it is compared by.
type label struct {
	text   string
	words  []string // folded: lower case without diacritics and punctuation
	joined string   // the words without spaces
	rows   int
	first  int // first row that bears it
	column int // column of that row
}

// labelsOf gathers the labels of the actor columns, in the order of their first rows.
func labelsOf(p *check.Pass) []label {
	var out []label
	index := map[string]int{}
	for _, role := range []record.Role{record.RoleActor1, record.RoleActor2} {
		c := p.Data.Role(role)
		if c == nil || c.Storage != record.Coded {
			continue
		}
		rows, first := make([]int, len(c.Dict.Texts)), make([]int, len(c.Dict.Texts))
		for row, code := range c.Codes {
			if rows[code]++; rows[code] == 1 {
				first[code] = row
			}
		}
		for code, text := range c.Dict.Texts {
			if rows[code] == 0 || c.Dict.States[code] != record.Present {
				continue
			}
			i, ok := index[text]
			if !ok {
				words := strings.Fields(groups.Fold(text))
				if len(words) == 0 {
					continue
				}
				i = len(out)
				index[text] = i
				out = append(out, label{text: text, words: words, joined: strings.Join(words, ""), first: first[code], column: c.Index})
			}
			l := &out[i]
			l.rows += rows[code]
			if first[code] < l.first {
				l.first, l.column = first[code], c.Index
			}
		}
	}
	return out
}

// rowsOf returns the rows that bear a label, each with its column, at most limit of them.
func rowsOf(p *check.Pass, text string, limit int) (out []check.Ref) {
	d := p.Data
	type side struct {
		column *record.Column
		code   uint32
	}
	var sides []side
	for _, role := range []record.Role{record.RoleActor1, record.RoleActor2} {
		c := d.Role(role)
		if c == nil || c.Storage != record.Coded {
			continue
		}
		for code, t := range c.Dict.Texts {
			if t == text {
				sides = append(sides, side{c, uint32(code)})
			}
		}
	}
	for row := 0; row < d.N && len(out) < limit; row++ {
		for _, s := range sides {
			if s.column.Codes[row] == s.code {
				out = append(out, check.Ref{Data: d, Row: row, Column: s.column.Index})
				break
			}
		}
	}
	return out
}
