package grouping

import (
	"sort"
	"strings"

	"github.com/assaydata/assay/internal/record"
)

// Sources is what a column of source names says, each cell split into its items.
type Sources struct {
	Names  []string  // distinct names, by first appearance in the dictionary
	ByCode [][]int32 // for each code of the column, the distinct names in the cell
	codes  []uint32
}

// SplitSources reads a coded column of source names. Names are split at the column's own separator, or at semicolons,
// and compared without regard to case and surrounding space. It returns nil for a column that is not coded.
func SplitSources(c *record.Column) *Sources {
	if c == nil || c.Storage != record.Coded {
		return nil
	}
	sep := ";"
	if c.Field != nil && c.Field.Separator != "" {
		sep = strings.TrimSpace(c.Field.Separator)
	}
	if sep == "" {
		sep = ";"
	}
	s := &Sources{ByCode: make([][]int32, len(c.Dict.Texts)), codes: c.Codes}
	index := map[string]int32{}
	for code, text := range c.Dict.Texts {
		if c.Dict.States[code] != record.Present {
			continue
		}
		for _, item := range strings.Split(text, sep) {
			name := strings.Join(strings.Fields(item), " ")
			if name == "" {
				continue
			}
			key := strings.ToLower(name)
			id, ok := index[key]
			if !ok {
				id = int32(len(s.Names))
				index[key] = id
				s.Names = append(s.Names, name)
			}
			if !contains(s.ByCode[code], id) {
				s.ByCode[code] = append(s.ByCode[code], id)
			}
		}
	}
	return s
}

// Of returns the names that a row gives, as indices into Names. The slice must not be changed.
func (s *Sources) Of(row int) []int32 { return s.ByCode[s.codes[row]] }

func contains(ids []int32, id int32) bool {
	for _, v := range ids {
		if v == id {
			return true
		}
	}
	return false
}

// Largest returns the indices of the n largest counts, largest first; ties by index.
func Largest(counts []float64, n int) []int {
	order := make([]int, len(counts))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return counts[order[a]] > counts[order[b]] })
	return order[:min(n, len(order))]
}
