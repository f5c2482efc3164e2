package finding

import (
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/record"
)

// Marks under a cell.
const (
	markNone  = ' '
	markValue = '^' // the value in question
	markBasis = '~' // a value that the finding rests on
)

// tableRow is one row of a small table of cells.
type tableRow struct {
	row   int      // index
	cells []string // nil where they could not be read
	err   error
}

// tableColumn is one column of it.
type tableColumn struct {
	index int
	name  string // in the file for a column in question, what it means for the others
	mark  rune   // under the first row
	right bool   // numbers are aligned at the right
	rank  int    // 0 = must be shown, else the greater the sooner it is left out
	width int
	floor int // width to which it may be made narrower before other columns are left out
}

// The columns by which a person recognises an event, in the order of the table; of alternatives the first that exists is
// shown. Those of rank noContext are shown only where they are in question, and then stand where they belong.
var recognised = []struct {
	roles []record.Role
	rank  int // order of leaving out; 0 = never
}{
	{[]record.Role{record.RoleID}, 0},
	{[]record.Role{record.RoleDate, record.RoleYear}, 1},
	{[]record.Role{record.RoleDateEnd}, noContext},
	{[]record.Role{record.RolePlace, record.RoleAdmin2, record.RoleAdmin1, record.RoleCountry}, 2},
	{[]record.Role{record.RoleActor1}, 3},
	{[]record.Role{record.RoleActor2, record.RoleTarget}, 4},
	{[]record.Role{record.RoleLow}, noContext},
	{[]record.Role{record.RoleBest}, 5},
	{[]record.Role{record.RoleHigh}, noContext},
}

const noContext = -1

// tableColumns chooses the columns: those in question, and those by which a person recognises the event.
func tableColumns(d *record.Dataset, value int, basis []int) []tableColumn {
	mark := func(index int) rune {
		switch {
		case index == value:
			return markValue
		case slices.Contains(basis, index):
			return markBasis
		}
		return markNone
	}
	var cols []tableColumn
	add := func(index, rank int, name string) {
		if index < 0 || index >= len(d.Columns) || slices.ContainsFunc(cols, func(c tableColumn) bool { return c.index == index }) {
			return
		}
		c := tableColumn{index: index, name: name, mark: mark(index), rank: rank, right: isNumber(&d.Columns[index])}
		if c.mark != markNone {
			c.rank, c.name = 0, clean(d.Columns[index].Name)
		}
		cols = append(cols, c)
	}
	for _, want := range recognised {
		for _, role := range want.roles {
			c := roleColumn(d, role)
			if c == nil || c.Withheld() || want.rank == noContext && mark(c.Index) == markNone {
				continue
			}
			add(c.Index, want.rank, role.String())
			break
		}
	}
	// Columns in question that are no part of the context keep the order of the file.
	others := append([]int{value}, basis...)
	slices.Sort(others)
	for _, index := range others {
		add(index, 0, "")
	}
	return cols
}

func isNumber(c *record.Column) bool {
	if c.Field != nil {
		switch c.Field.Type {
		case record.TypeInt, record.TypeNumber, record.TypeCode, record.TypeCoord, record.TypeSerial:
			return true
		}
	}
	return c.Storage == record.Real
}

// fit gives each column a width so that the table takes at most room, and leaves out columns where it must.
func fit(cols []tableColumn, rows []tableRow, room int) []tableColumn {
	const gap, label, least = 2, 10, 4
	// A column that says nothing in any of the rows is left out, unless that is the point.
	cols = slices.DeleteFunc(cols, func(c tableColumn) bool {
		return c.mark == markNone && !slices.ContainsFunc(rows, func(r tableRow) bool { return c.cell(r) != "" })
	})
	total := -gap
	for i := range cols {
		c := &cols[i]
		cell := 0
		for _, r := range rows {
			if r.cells != nil {
				cell = max(cell, width(c.cell(r)))
			}
		}
		c.width = min(max(cell, width(c.name)), 28)
		c.floor = min(cell, label)
		if c.right || c.rank == 0 {
			c.floor = min(cell, 20) // numbers and values in question are cut last
		}
		if c.mark != markNone {
			c.floor = min(c.width, max(c.floor, min(width(c.name), 18)))
		}
		c.floor = max(c.floor, min(c.width, least))
		total += c.width + gap
	}
	for total > room && len(cols) > 0 {
		if i := widest(cols, func(c *tableColumn) int { return c.width - c.floor }); i >= 0 {
			cols[i].width--
			total--
			continue
		}
		drop := len(cols) - 1
		if i := widest(cols, func(c *tableColumn) int { return c.rank }); i >= 0 {
			drop = i
		} else if i := widest(cols, func(c *tableColumn) int { return c.width - least }); i >= 0 && len(cols) <= 6 {
			cols[i].width--
			total--
			continue
		}
		total -= cols[drop].width + gap
		cols = slices.Delete(cols, drop, drop+1)
	}
	return cols
}

// widest returns the column with the greatest positive value of by, the last of several; -1 where there is none.
func widest(cols []tableColumn, by func(*tableColumn) int) int {
	best, at := 0, -1
	for i := range cols {
		if v := by(&cols[i]); v > 0 && v >= best {
			best, at = v, i
		}
	}
	return at
}

// cell is what is printed for a row in this column.
func (c *tableColumn) cell(r tableRow) string {
	text := ""
	if c.index < len(r.cells) {
		text = r.cells[c.index]
	}
	if strings.TrimSpace(text) == "" && c.mark != markNone {
		return "(empty)"
	}
	return text
}

// gutter is the part of a line left of the cells: the row number, or blank for row 0.
func gutter(number, digits int) span {
	s := strings.Repeat(" ", digits)
	if number > 0 {
		s = pad(strconv.Itoa(number), digits, true)
	}
	return span{" " + s + " | ", blue}
}

// table draws rows of one dataset with their numbers, and marks under the first of them.
func table(d *record.Dataset, cols []tableColumn, rows []tableRow, digits, room int, mark style) []line {
	room -= width(gutter(0, digits).text) + 1
	cols = fit(cols, rows, room)
	var out []line
	if slices.ContainsFunc(rows, func(r tableRow) bool { return r.cells != nil }) {
		head := line{gutter(0, digits)}
		for _, c := range cols {
			head = append(head, span{" " + pad(shorten(c.name, c.width), c.width, c.right) + " ", faint})
		}
		out = append(out, head)
	}
	for i, r := range rows {
		l := line{gutter(d.RowNumber(r.row), digits)}
		if r.cells == nil {
			out = append(out, append(l, span{" the cells can't be shown: " + clean(r.err.Error()), faint}))
			continue
		}
		under, marked := line{gutter(0, digits)}, false
		for _, c := range cols {
			t := shorten(c.cell(r), c.width)
			sty := plain
			if i == 0 && c.mark == markValue {
				sty = mark
			}
			l = append(l, span{" ", plain}, span{pad(t, c.width, c.right), sty}, span{" ", plain})
			m := ""
			if c.mark != markNone {
				m, marked = strings.Repeat(string(c.mark), max(1, width(t))), true
			}
			under = append(under, span{" " + pad(m, c.width, c.right) + " ", mark})
		}
		out = append(out, l)
		if i == 0 && marked {
			out = append(out, under)
		}
	}
	return out
}
