package report

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/privacy"
	"github.com/assaydata/assay/internal/record"
)

// longestCell is the number of characters of a cell that are shown.
const longestCell = 90

// public are the roles whose cells may be shown. Notes, targets and references are left out: they name people.
var public = func() (ok [record.NumRoles]bool) {
	for _, r := range []record.Role{
		record.RoleID, record.RoleDate, record.RoleDateEnd, record.RoleYear, record.RoleTimePrec, record.RoleLat, record.RoleLon,
		record.RolePlacePrec, record.RoleCountry, record.RoleCountryCode, record.RoleAdmin1, record.RoleAdmin2, record.RoleAdmin3,
		record.RolePlace, record.RoleKind, record.RoleSubkind, record.RoleActor1, record.RoleAlly1, record.RoleActor2,
		record.RoleAlly2, record.RoleWeapon, record.RoleBest, record.RoleLow, record.RoleHigh, record.RoleInjured,
		record.RoleSource, record.RoleSourceDate, record.RoleSeries,
	} {
		ok[r] = true
	}
	return ok
}()

// isPublic reports whether the cells of a column may be shown: those of a public role, and numbers, dates and codes of a
// codebook whatever their role. A column of which nothing is known may hold anything, and is not shown.
func isPublic(c *record.Column) bool {
	if c.Withheld() || c.Field == nil {
		return c.Storage == record.Real
	}
	if c.Field.Role != record.RoleNone {
		if public[c.Field.Role] {
			return true
		}
	}
	switch c.Field.Type {
	case record.TypeInt, record.TypeNumber, record.TypeCode, record.TypeEnum, record.TypeDate, record.TypeCoord, record.TypeSerial:
		return true
	}
	return false
}

// vault holds the cells of the rows that the report shows, as they stand in the files but for the names of persons.
type vault struct {
	shield *privacy.Shield
	sets   map[*record.Dataset]*cellSet
}

type cellSet struct {
	rows    map[int][]string // by row; cells in the order of columns, nil until read
	columns map[int]int      // index in the file → place in a row
	order   []int            // columns in the order in which they were asked for
	err     error
}

func newVault(shield *privacy.Shield) *vault {
	return &vault{shield: shield, sets: map[*record.Dataset]*cellSet{}}
}

func (v *vault) set(d *record.Dataset) *cellSet {
	s := v.sets[d]
	if s == nil {
		s = &cellSet{rows: map[int][]string{}, columns: map[int]int{}}
		v.sets[d] = s
	}
	return s
}

// want asks for the cells that show a finding.
func (v *vault) want(f *check.Finding, related int) {
	for _, t := range tablesOf(f, related) {
		s := v.set(t.data)
		for _, c := range t.columns {
			if _, ok := s.columns[c.Index]; !ok && isPublic(&t.data.Columns[c.Index]) {
				s.columns[c.Index] = len(s.order)
				s.order = append(s.order, c.Index)
			}
		}
		for _, row := range t.rows {
			s.rows[row] = nil
		}
	}
}

// read reads all rows that were asked for: one pass over each file.
func (v *vault) read(ctx context.Context, datasets []*record.Dataset) error {
	for _, d := range datasets {
		s := v.sets[d]
		if s == nil {
			continue
		}
		rows := make([]int, 0, len(s.rows))
		for row := range s.rows {
			rows = append(rows, row)
		}
		slices.Sort(rows)
		s.err = d.Reread(ctx, rows, func(row int, texts []string) error {
			kept := make([]string, len(s.order))
			for i, c := range s.order {
				if c < len(texts) {
					kept[i] = shorten(v.shield.Cell(d, row, c, texts[c]))
				}
			}
			s.rows[row] = kept
			return nil
		})
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

// shorten cleans a cell and cuts it after some characters.
func shorten(s string) string {
	s = strings.TrimSpace(finding.Clean(s))
	if utf8.RuneCountInString(s) <= longestCell {
		// A copy, lest a short cell keep the text of its whole row alive.
		return strings.Clone(s)
	}
	return string([]rune(s)[:longestCell-1]) + "…"
}

// cell is one cell of a small table.
type cell struct {
	Text     string
	Withheld bool // may not be shown
	Empty    bool
	Value    bool // the value in question
	Basis    bool // a value that the finding rests on
	Right    bool
	Key      bool // identifies the record
}

func (v *vault) cell(d *record.Dataset, row int, c finding.Column) cell {
	out := cell{Value: c.Value, Basis: c.Basis, Right: c.Right}
	if !isPublic(&d.Columns[c.Index]) {
		out.Withheld = d.Columns[c.Index].State(row) != record.Empty
		out.Empty = !out.Withheld
		return out
	}
	if s := v.sets[d]; s != nil {
		if i, ok := s.columns[c.Index]; ok && s.rows[row] != nil {
			out.Text = s.rows[row][i]
		}
	}
	out.Empty = out.Text == ""
	return out
}

// problem says why the cells of a dataset can't be shown, "" where they can.
func (v *vault) problem(d *record.Dataset) string {
	if s := v.sets[d]; s != nil && s.err != nil {
		return fmt.Sprintf("the cells can't be shown: %v", finding.Clean(s.err.Error()))
	}
	return ""
}

// rowTable names the rows and columns of one dataset that show a finding.
type rowTable struct {
	data    *record.Dataset
	rows    []int
	columns []finding.Column
}

// tablesOf returns what is shown of each dataset: the row in question first, up to related further rows after it.
func tablesOf(f *check.Finding, related int) []rowTable {
	var out []rowTable
	if f.Row >= 0 {
		out = append(out, rowTable{f.Data, []int{f.Row}, finding.Columns(f.Data, f.Column, f.Marked)})
	}
	shown := 0
	for _, r := range f.Related {
		if shown == related {
			break
		}
		if r.Row < 0 || r.Data == nil {
			continue
		}
		shown++
		i := slices.IndexFunc(out, func(t rowTable) bool { return t.data == r.Data })
		if i < 0 {
			i = len(out)
			value, basis := -1, []int(nil)
			if r.Data == f.Data {
				value, basis = f.Column, f.Marked
			} else if r.Column >= 0 {
				basis = []int{r.Column}
			}
			out = append(out, rowTable{r.Data, nil, finding.Columns(r.Data, value, basis)})
		}
		if !slices.Contains(out[i].rows, r.Row) {
			out[i].rows = append(out[i].rows, r.Row)
		}
	}
	return out
}
