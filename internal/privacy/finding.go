package privacy

import "github.com/assaydata/assay/internal/record"

// Words shields the texts of something that is said about rows, such as a finding: names of persons in the claims that it
// rests on are recognised by a single word too. Empty texts stay empty.
type Words struct {
	s    *Shield
	rows []*personRow
	refs []Ref
}

// About prepares for texts about rows of claim tables.
func (s *Shield) About(refs ...Ref) Words {
	if s == nil {
		return Words{}
	}
	rows := make([]rowOf, len(refs))
	for i, r := range refs {
		rows[i] = rowOf{r.Data, r.Row}
	}
	return Words{s, s.rowsOf(rows), refs}
}

// Ref is a row of a dataset.
type Ref struct {
	Data *record.Dataset
	Row  int
}

// Text shields one text.
func (w Words) Text(text string) string {
	if w.s == nil || text == "" {
		return text
	}
	return w.s.listText(w.s.local(text, w.rows), w.refs)
}

// Found shields the value that was found in a cell: a column of names shows the pseudonym, one of birth or address nothing.
func (w Words) Found(d *record.Dataset, row, column int, text string) string {
	if w.s == nil || text == "" {
		return text
	}
	if shown, ok := w.s.listCell(d, row, column); ok {
		return shown
	}
	if isLeaders(d, column) {
		return w.s.leadersOf(text)
	}
	if r := w.s.claims[rowOf{d, row}]; r != nil && !r.who.public && column >= 0 && column < len(d.Columns) {
		switch name := d.Columns[column].Key(); {
		case nameColumns[name]:
			return r.who.label
		case personal.MatchString(name):
			return Withheld
		}
	}
	return w.Text(text)
}
