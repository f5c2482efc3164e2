package idn004

import (
	"cmp"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/wording"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
)

// longest is the length in bytes over which a label is a text, not a name, and is compared as a whole only.
const longest = 120

func run(p *check.Pass) {
	labels := labelsOf(p)
	var pairs [][2]int
	same := map[string][]int{}
	for i := range labels {
		same[labels[i].joined] = append(same[labels[i].joined], i)
	}
	twin := make([]bool, len(labels)) // a more frequent spelling of it is known
	for i := range labels {
		group := same[labels[i].joined]
		if len(group) < 2 || group[0] != i {
			continue
		}
		main := group[0]
		for _, j := range group {
			if labels[j].rows > labels[main].rows {
				main = j
			}
		}
		for _, j := range group {
			if j != main {
				twin[j] = true
				pairs = append(pairs, [2]int{main, j})
			}
		}
	}
	exact := len(pairs)
	pairs = append(pairs, typos(p, labels, twin)...)
	for i, pair := range pairs {
		report(p, &labels[pair[0]], &labels[pair[1]], i < exact)
	}
}

// candidate is a label under the hash of itself with one letter left out.
type candidate struct {
	rest  uint64
	label int32
}

// typos finds pairs that differ in one letter: labels from which one letter can be left out so that the rest is equal are
// candidates (Damerau's four slips all are of this form), and each pair of candidates is then looked at.
func typos(p *check.Pass, labels []label, twin []bool) (pairs [][2]int) {
	vocabulary := map[string]int{} // number of rows in whose labels a word occurs
	var list []candidate
	for i := range labels {
		l := &labels[i]
		for k, w := range l.words {
			if !slices.Contains(l.words[:k], w) {
				vocabulary[w] += l.rows
			}
		}
		if twin[i] || len(l.joined) > longest || utf8.RuneCountInString(l.joined) < p.Int("letters") {
			continue
		}
		list = appendRests(list, l.joined, int32(i))
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.rest, b.rest), cmp.Compare(a.label, b.label))
	})
	list = slices.Compact(list)

	share := p.Float("share")
	best := map[int32]int32{} // the most frequent label that a rare one may be a slip of
	try := func(i, j int32) {
		rare, common := &labels[i], &labels[j]
		if float64(rare.rows) > share*float64(common.rows) {
			return
		}
		if k, ok := best[i]; ok && (k == j || labels[k].rows >= common.rows) {
			return
		}
		if slip(rare.words, common.words, vocabulary, share) {
			best[i] = j
		}
	}
	for from := 0; from < len(list); {
		to := from + 1
		for to < len(list) && list[to].rest == list[from].rest {
			to++
		}
		for a := from; a < to; a++ {
			for b := a + 1; b < to; b++ {
				try(list[a].label, list[b].label)
				try(list[b].label, list[a].label)
			}
		}
		from = to
	}
	for i := range labels {
		if j, ok := best[int32(i)]; ok {
			pairs = append(pairs, [2]int{int(j), i})
		}
	}
	return pairs
}

// appendRests adds a text as it is and with each letter left out.
func appendRests(list []candidate, s string, label int32) []candidate {
	list = append(list, candidate{record.Hash([]byte(s)), label})
	buf := make([]byte, 0, len(s))
	for i, r := range s {
		buf = append(append(buf[:0], s[:i]...), s[i+utf8.RuneLen(r):]...)
		list = append(list, candidate{record.Hash(buf), label})
	}
	return list
}

// shortest is the least length of a word in which a changed letter is taken for a slip: short words are abbreviations,
// ordinals and the like, in which each letter counts.
const shortest = 5

// slip reports whether two labels differ by one slip within one word. That word must be rare beside the other in all labels
// together: Iran is no slip of Iraq where both have events of their own.
func slip(rare, common []string, vocabulary map[string]int, share float64) bool {
	if len(rare) != len(common) {
		return false // parted or joined words with a letter changed besides
	}
	at := -1
	for k := range rare {
		if rare[k] == common[k] {
			continue
		}
		if at >= 0 {
			return false
		}
		at = k
	}
	if at < 0 || float64(vocabulary[rare[at]]) > share*float64(vocabulary[common[at]]) {
		return false
	}
	a, b := []rune(rare[at]), []rune(common[at])
	return min(len(a), len(b)) >= shortest && !digits(a) && !digits(b) && oneSlip(a, b)
}

func digits(w []rune) bool {
	return slices.ContainsFunc(w, func(r rune) bool { return r >= '0' && r <= '9' })
}

// oneSlip reports whether one letter changed, added, left out, or two neighbours swapped lead from a to b.
func oneSlip(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch len(b) - len(a) {
	case 1:
		return slices.Equal(a[i:], b[i+1:])
	case 0:
		return i < len(a) && (slices.Equal(a[i+1:], b[i+1:]) ||
			i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && slices.Equal(a[i+2:], b[i+2:]))
	}
	return false
}

func report(p *check.Pass, main, rare *label, exact bool) {
	how, confidence := "they differ only in letter case, spaces, punctuation or diacritics", 0.95
	if !exact {
		how, confidence = "they differ in one letter", 0.7
	}
	rows := rowsOf(p, rare.text, 1+tabular.MaxRelated)
	if len(rows) == 0 {
		return
	}
	p.Report(check.Finding{
		Confidence: confidence, Row: rows[0].Row, Column: rows[0].Column,
		Alike:   rare.rows - 1,
		Related: append(rows[1:], check.Ref{Data: p.Data, Row: main.first, Column: main.column}),
		Message: fmt.Sprintf("%s looks like %s", wording.Quote(rare.text, wording.Label), wording.Quote(main.text, wording.Label)),
		Why: fmt.Sprintf("%s; the first stands in %s, the second in %s", how, wording.Count(rare.rows, "row"),
			wording.Count(main.rows, "row")),
		Help:     "write both in one way if they are one actor",
		Expected: main.text, Found: rare.text, Weight: float64(rare.rows),
	})
}
