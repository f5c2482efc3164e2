package idn004

import (
	"strings"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/groups"
	"github.com/assaydata/assay/internal/record"
)

// plant writes a frequent label in another way: another case, a doubled space, a lost mark, or one letter left out or
// doubled in a long word. No two rows get the same spelling.
func plant(s *check.Sheet, n int) {
	c := s.Data.Role(record.RoleActor1)
	if c == nil || c.Storage != record.Coded {
		return
	}
	rows := make([]int, len(c.Dict.Texts))
	used := map[string]bool{}
	for _, text := range c.Dict.Texts {
		used[text] = true
	}
	for _, code := range c.Codes {
		rows[code]++
	}
	typos := map[string]int{}
	frequent := func(row int) bool {
		return c.Has(row) && rows[c.Codes[row]] >= 10 && len(c.Dict.Texts[c.Codes[row]]) > 3
	}
	for _, row := range s.Pick(n, frequent) {
		label := s.Get(row, record.RoleActor1)
		for range 20 {
			changed := respell(s, label)
			// The further spellings of one label must stay rare beside it.
			if rows[c.Codes[row]] >= 60*(typos[label]+1) && s.Rand.IntN(2) == 0 {
				changed = misspell(s, label)
			}
			if changed == label || used[changed] {
				continue
			}
			used[changed] = true
			typos[label]++
			s.Set(row, record.RoleActor1, changed)
			s.Add("actor written "+changed, row)
			break
		}
	}
}

func respell(s *check.Sheet, label string) string {
	switch s.Rand.IntN(4) {
	case 0:
		return strings.ToUpper(label)
	case 1:
		return strings.ToLower(label)
	case 2:
		return strings.Replace(label, " ", "  ", 1+s.Rand.IntN(2))
	}
	return strings.NewReplacer("-", " ", ":", " -").Replace(label)
}

// misspell leaves out or doubles a letter of the longest word of a label that is long enough.
func misspell(s *check.Sheet, label string) string {
	word := ""
	for _, w := range strings.FieldsFunc(label, func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') }) {
		if len(w) > len(word) {
			word = w
		}
	}
	if len(word) < shortest+2 || utf8.RuneCountInString(strings.ReplaceAll(groups.Fold(label), " ", "")) < 14 {
		return label
	}
	at := 1 + s.Rand.IntN(len(word)-2)
	changed := word[:at] + word[at+1:]
	if s.Rand.IntN(2) == 0 {
		changed = word[:at] + word[at-1:]
	}
	return strings.Replace(label, word, changed, 1)
}
