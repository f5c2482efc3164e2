package check

import (
	"math/rand/v2"
	"strconv"

	"github.com/assaydata/assay/internal/record"
)

// Sheet is a clean table of cells into which a rule plants errors that it ought to find. Data is the same table as it was
// read before planting, for choosing rows; Rows may be edited and appended to.
type Sheet struct {
	Data    *record.Dataset
	Header  []string
	Rows    [][]string
	Rand    *rand.Rand
	Planted []Planted

	used map[int]bool
}

// Planted is one planted error. It counts as found when a finding of the rule names one of Rows (itself or as a related
// row); with no rows, when there is a finding about the dataset as a whole that the clean data did not give.
type Planted struct {
	Rows []int
	What string // for people: "best 12 set over high 9"
}

// Pick returns up to n different rows of the clean data for which ok holds, in random order, none of them picked before.
func (s *Sheet) Pick(n int, ok func(row int) bool) []int {
	if s.used == nil {
		s.used = map[int]bool{}
	}
	var out []int
	for _, row := range s.Rand.Perm(s.Data.N) {
		if len(out) >= n {
			break
		}
		if !s.used[row] && (ok == nil || ok(row)) {
			s.used[row] = true
			out = append(out, row)
		}
	}
	return out
}

// Use marks rows as taken, so that Pick leaves them alone.
func (s *Sheet) Use(rows ...int) {
	if s.used == nil {
		s.used = map[int]bool{}
	}
	for _, r := range rows {
		s.used[r] = true
	}
}

// Add records a planted error.
func (s *Sheet) Add(what string, rows ...int) {
	s.Planted = append(s.Planted, Planted{Rows: rows, What: what})
}

// Index returns the position of the column with a role, -1 where there is none.
func (s *Sheet) Index(r record.Role) int {
	if c := s.Data.Role(r); c != nil {
		return c.Index
	}
	return -1
}

// ColumnIndex returns the position of a column by its canonical name, -1 where there is none.
func (s *Sheet) ColumnIndex(name string) int {
	if c := s.Data.Column(name); c != nil {
		return c.Index
	}
	return -1
}

// Set writes a cell by role and reports whether there is such a column.
func (s *Sheet) Set(row int, r record.Role, text string) bool {
	i := s.Index(r)
	if i >= 0 {
		s.Rows[row][i] = text
	}
	return i >= 0
}

// Get reads a cell by role, "" where there is no such column.
func (s *Sheet) Get(row int, r record.Role) string {
	if i := s.Index(r); i >= 0 {
		return s.Rows[row][i]
	}
	return ""
}

// Copy appends a copy of a row and returns its index. The caller changes what must differ, usually the identifier by NewID.
func (s *Sheet) Copy(row int) int {
	s.Rows = append(s.Rows, append([]string(nil), s.Rows[row]...))
	return len(s.Rows) - 1
}

// NewID gives a row an identifier that no other row has, in the shape of the one it holds: the digits are replaced.
func (s *Sheet) NewID(row int) {
	i := s.Index(record.RoleID)
	if i < 0 {
		return
	}
	old := s.Rows[row][i]
	start := len(old)
	for k := 0; k < len(old); k++ {
		if old[k] >= '0' && old[k] <= '9' {
			start = k
			break
		}
	}
	end := start
	for end < len(old) && old[end] >= '0' && old[end] <= '9' {
		end++
	}
	digits := strconv.Itoa(90_000_000 + row)
	if end-start == 12 { // GTD: the date part stays, the serial changes
		digits = old[start:start+8] + strconv.Itoa(1000 + row)[0:4]
	}
	s.Rows[row][i] = old[:start] + digits + old[end:]
}
