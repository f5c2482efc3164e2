package con008

import (
	"fmt"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	columns := compared(p.Data)
	sublocal := p.Data.Column("sublocal")
	number := tabular.NumbersOf(sublocal)
	several, single := events(p.Data)
	for _, rows := range several {
		for _, c := range columns {
			compare(p, c, rows)
		}
		if number.OK() {
			numbering(p, sublocal, number, rows)
		}
	}
	if number.OK() {
		alone(p, sublocal, number, single)
	}
}

// compared lists the columns that describe the whole event.
func compared(d *record.Dataset) []*record.Column {
	var out []*record.Column
	for i := range d.Columns {
		c := &d.Columns[i]
		if c.Field == nil || c.Field.Role == record.RoleID || perPlace[c.Field.Name] {
			continue
		}
		if date, part := partOf[c.Field.Name]; part && d.Column(date) != nil {
			continue
		}
		out = append(out, c)
	}
	return out
}

// events lists the rows of each event that has several, and the row of each that has one, in file order. Negative
// identifiers stand for armed conflicts.
func events(d *record.Dataset) (several [][]int32, single []int32) {
	id := d.Role(record.RoleID)
	first := make(map[uint64]int32, d.N)
	at := map[uint64]int{} // index in several
	for row := range d.N {
		if !id.Has(row) || tabular.StartsWith(id, row, '-') {
			continue
		}
		key := id.Same(row)
		begin, again := first[key]
		if !again {
			first[key] = int32(row)
			continue
		}
		i, known := at[key]
		if !known {
			i = len(several)
			at[key] = i
			several = append(several, []int32{begin})
		}
		several[i] = append(several[i], int32(row))
	}
	for row := range d.N {
		if id.Has(row) && !tabular.StartsWith(id, row, '-') {
			if _, many := at[id.Same(row)]; !many {
				single = append(single, int32(row))
			}
		}
	}
	return several, single
}

// compare reports the rows of an event that differ from its first row in a column.
func compare(p *check.Pass, c *record.Column, rows []int32) {
	var differ []int32
	for _, row := range rows[1:] {
		if !equal(c, int(rows[0]), int(row)) {
			differ = append(differ, row)
		}
	}
	if len(differ) == 0 {
		return
	}
	f := check.Finding{
		Row: int(rows[0]), Column: c.Index, Related: tabular.Refs(p.Data, differ, c.Index, tabular.MaxRelated), Alike: len(differ),
		Message: fmt.Sprintf("the %d rows of event %s differ in %s%s", len(rows), p.Data.ID(int(rows[0])), tabular.Name(c), values(p.Data, c, rows)),
		Why:     "the column describes the whole event and is repeated on each of its rows",
		Help:    "decide from the notes which value is right and set it on all rows of the event", Weight: 2,
	}
	switch {
	case words[c.Field.Name]:
		f.Severity, f.Confidence, f.Weight = check.Note, 0.7, 1
	case c.Field.Role == record.RoleBest:
		f.Weight = 10
	case c.Field.Type == record.TypeDate:
		f.Weight = 5
	}
	p.Report(f)
}

// equal compares two cells. Texts that differ in spaces at their ends or in the case of letters are one.
func equal(c *record.Column, a, b int) bool {
	if c.Same(a) == c.Same(b) {
		return true
	}
	if c.Storage != record.Coded {
		return false
	}
	d := c.Dict
	x, y := c.Codes[a], c.Codes[b]
	if d.Nums != nil && d.States[x] == record.Present && d.States[y] == record.Present && d.Nums[x] == d.Nums[y] {
		return true
	}
	return strings.EqualFold(strings.TrimSpace(d.Texts[x]), strings.TrimSpace(d.Texts[y]))
}

// values lists the different values of the rows of an event; nothing of free text is quoted.
func values(d *record.Dataset, c *record.Column, rows []int32) string {
	if c.Storage != record.Coded || !tabular.Quotable(d, c) {
		return ""
	}
	var list []string
	for _, row := range rows {
		text := "(empty)"
		if c.State(int(row)) != record.Empty {
			text = wording.Quote(c.Dict.Texts[c.Codes[row]], wording.Cell)
			if c.Dict.Nums != nil || c.Field.Type == record.TypeDate {
				text = strings.Trim(text, `"`)
			}
		}
		if !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	const most = 4
	if len(list) < 2 {
		return "" // they differ behind what a message has room for
	}
	if len(list) > most {
		list = append(list[:most], "…")
	}
	return ": " + strings.Join(list, ", ")
}

// numbering reports an event whose places are not numbered 1 to n.
func numbering(p *check.Pass, c *record.Column, number tabular.Numbers, rows []int32) {
	seen := make([]bool, len(rows)+1)
	var list []string
	wrong := false
	for _, row := range rows {
		v := number.At(int(row))
		if v != v {
			list = append(list, "none")
			wrong = true
			continue
		}
		list = append(list, wording.Num(v))
		if i := int(v); v != float64(i) || i < 1 || i > len(rows) || seen[i] {
			wrong = true
		} else {
			seen[i] = true
		}
	}
	if !wrong {
		return
	}
	p.Report(check.Finding{
		Severity: check.Warning, Row: int(rows[0]), Column: c.Index, Related: tabular.Refs(p.Data, rows[1:], c.Index, tabular.MaxRelated), Alike: len(rows) - 1,
		Message:  fmt.Sprintf("the %d rows of event %s are numbered %s, not 1 to %d", len(rows), p.Data.ID(int(rows[0])), strings.Join(list[:min(len(list), 12)], ", "), len(rows)),
		Why:      tabular.Name(c) + " numbers the places of an event from 1",
		Help:     "look for a row that is missing, a row that stands twice, or two events under one identifier",
		Expected: fmt.Sprintf("1 to %d", len(rows)), Found: strings.Join(list[:min(len(list), 12)], ", "), Weight: 1,
	})
}

// alone reports events of one row that is not the first place of its event: the others are missing.
func alone(p *check.Pass, c *record.Column, number tabular.Numbers, rows []int32) {
	t := tabular.Test{What: "the only row of an event is its place 1", Columns: []int{c.Index}}
	for _, row := range rows {
		if v := number.At(int(row)); v == v {
			t.Checked++
			if v != 1 {
				t.Hit(int(row))
			}
		}
	}
	t.Report(p, func(row int) check.Finding {
		v := wording.Num(number.At(row))
		return check.Finding{
			Severity: check.Warning,
			Message:  fmt.Sprintf("the only row of event %s is place %s of the event", p.Data.ID(row), v),
			Why:      tabular.Name(c) + " numbers the places of an event from 1, so that others are missing",
			Help:     "look for the rows that are missing", Expected: "1", Found: v, Weight: 1,
		}
	})
}
