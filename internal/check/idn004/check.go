package idn004

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
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
	var loose [][2]int // pairs that differ in letter case and spaces only
	for _, pair := range pairs[:exact] {
		if sameLetters(labels[pair[0]].text, labels[pair[1]].text) {
			loose = append(loose, pair)
		}
	}
	gathered := len(loose) > p.Int("habit")
	if gathered {
		habit(p, labels, loose)
	}
	for i, pair := range pairs {
		main, rare := &labels[pair[0]], &labels[pair[1]]
		switch {
		case i >= exact:
			report(p, main, rare, "in one letter", 0.7)
		case !sameLetters(main.text, rare.text):
			report(p, main, rare, "only in punctuation or diacritics", 0.95)
		case !gathered:
			report(p, main, rare, "only in letter case or spaces", 0.95)
		}
	}
}

// sameLetters reports whether two labels are the same but for letter case and spaces.
func sameLetters(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), ""), strings.Join(strings.Fields(b), ""))
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

func report(p *check.Pass, main, rare *label, how string, confidence float64) {
	rows := rowsOf(p, rare.text, 1+tabular.MaxRelated)
	if len(rows) == 0 {
		return
	}
	f := check.Finding{
		Confidence: confidence, Row: rows[0].Row, Column: rows[0].Column,
		Alike:   rare.rows - 1,
		Related: append(rows[1:], check.Ref{Data: p.Data, Row: main.first, Column: main.column}),
		Why: fmt.Sprintf("they differ %s; the first stands in %s, the second in %s", how, wording.Count(rare.rows, "row"),
			wording.Count(main.rows, "row")),
		Help:   "write both in one way if they are one actor",
		Weight: float64(rare.rows),
	}
	if c := &p.Data.Columns[rows[0].Column]; tabular.Quotable(p.Data, c) {
		f.Message = fmt.Sprintf("%s looks like %s", wording.Quote(rare.text, quoted), wording.Quote(main.text, quoted))
		f.Expected, f.Found = main.text, rare.text
	} else {
		f.Message = fmt.Sprintf("%s differs %s from the label in %s", tabular.Name(c), how, wording.Count(main.rows, "other row"))
	}
	p.Report(f)
}

// quoted is the number of letters of a label that a message shows, so that two of them fit in.
const quoted = 65

// habit reports the pairs that differ in letter case and spaces only, where they are many: then the dataset does not keep to
// one way of writing, and single findings would hide slips that matter.
func habit(p *check.Pass, labels []label, pairs [][2]int) {
	slices.SortStableFunc(pairs, func(a, b [2]int) int { return cmp.Compare(labels[a[1]].first, labels[b[1]].first) })
	f := check.Finding{
		Severity: check.Note, Confidence: 0.95, Row: -1, Column: p.Col(record.RoleActor1),
		Help:   "compare labels of actors without regard to letter case and spaces, or write them in one way before counting by actor",
		Weight: float64(len(pairs)),
	}
	rows, examples := 0, []string(nil)
	for _, pair := range pairs {
		main, rare := &labels[pair[0]], &labels[pair[1]]
		rows += rare.rows
		if len(f.Related) < tabular.MaxRelated {
			f.Related = append(f.Related, check.Ref{Data: p.Data, Row: rare.first, Column: rare.column})
		}
		if len(examples) < tabular.Examples && tabular.Quotable(p.Data, &p.Data.Columns[rare.column]) {
			examples = append(examples, fmt.Sprintf("%s for %s", wording.Quote(rare.text, quoted), wording.Quote(main.text, quoted)))
		}
	}
	f.Message = fmt.Sprintf("%s of actors in %s differ from a more frequent label only in letter case or spaces",
		wording.Count(len(pairs), "label"), wording.Count(rows, "row"))
	f.Why = "programs that compare texts letter by letter take them for different actors; the first row of each is listed"
	if len(examples) > 0 {
		f.Why = "for example " + strings.Join(examples, ", ")
	}
	f.Found = wording.Count(len(pairs), "label")
	p.Report(f)
}
