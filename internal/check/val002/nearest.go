package val002

import (
	"strconv"
	"strings"
)

// likeness says how a value resembles an allowed one.
type likeness uint8

const (
	unlike likeness = iota
	sameLetters
	resembles
)

// nearest returns the allowed value that a text was probably meant to be. Numbers resemble nothing: one digit says too
// little.
func (d *domain) nearest(text string) (string, likeness) {
	if _, err := strconv.ParseFloat(strings.TrimSpace(text), 64); err == nil {
		return "", unlike
	}
	folded := fold(text)
	best, least := "", -1
	for _, v := range d.values {
		f := fold(v)
		if f == folded {
			return v, sameLetters
		}
		if len(folded) >= 8 && strings.HasPrefix(f, folded) {
			return v, resembles
		}
		a, b := []rune(folded), []rune(f)
		if k := distance(a, b); 4*k <= max(len(a), len(b)) && (least < 0 || k < least) {
			best, least = v, k
		}
	}
	if least < 0 {
		return "", unlike
	}
	return best, resembles
}

// fold removes what does not count as a difference in spelling: capitals and surplus spaces.
func fold(s string) string { return strings.Join(strings.Fields(strings.ToLower(s)), " ") }

// distance is the number of insertions, deletions, substitutions and transpositions of neighbours between two texts, no
// letter being edited twice (optimal string alignment).
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
