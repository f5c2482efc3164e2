package evidence

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

const (
	nearDuplicate = 0.8 // Jaccard similarity of the words of two titles from which one is a copy of the other
	titleLength   = 6   // fewer words are formulas: "Group claims attack in city"
	copyDays      = 31  // a copy appears within a month
	mostAlike     = 200 // titles with one rare word that are compared; more are a series ("Statistics of victims, March")
)

// item is a source with its title as a set of words.
type item struct {
	s     *claim.Source
	words []string            // rarest first
	first map[int]claim.Claim // its first claim about each thing
	where []int               // the things, in order
	next  map[string]struct{} // set of words
	date  cell.Span
}

// byText joins claims about one thing whose items bear nearly the same title and appeared within a month. Candidates are
// found by prefix filtering (Bayardo, Ma, Srikant, Scaling up all pairs similarity search, WWW 2007): two sets as similar
// as that share one of their few rarest words.
func (g *Graph) byText(things [][]claim.Claim) {
	items := g.items(things)
	frequency := map[string]int{}
	for _, x := range items {
		for _, w := range x.words {
			frequency[w]++
		}
	}
	by := map[string][]*item{}
	for _, x := range items {
		slices.SortFunc(x.words, func(a, b string) int { return cmp.Or(cmp.Compare(frequency[a], frequency[b]), cmp.Compare(a, b)) })
		prefix := x.words[:len(x.words)-int(math.Ceil(nearDuplicate*float64(len(x.words))))+1]
		seen := map[*item]bool{}
		for _, w := range prefix {
			for _, y := range by[w] {
				if !seen[y] {
					seen[y] = true
					g.alike(x, y)
				}
			}
			if len(by[w]) < mostAlike {
				by[w] = append(by[w], x)
			}
		}
	}
}

// items returns the sources of claims whose titles are long enough, in order of their dates.
func (g *Graph) items(things [][]claim.Claim) []*item {
	at := map[*claim.Source]*item{}
	var out []*item
	for i, list := range things {
		for _, c := range list {
			s := c.Base().Source
			x := at[s]
			if x == nil {
				w := titleWords(s.Title)
				x = &item{s: s, first: map[int]claim.Claim{}, next: w, date: s.Date}
				for k := range w {
					x.words = append(x.words, k)
				}
				slices.Sort(x.words)
				at[s] = x
				if len(w) >= titleLength {
					out = append(out, x)
				}
			}
			if o := x.first[i]; o == nil {
				x.where = append(x.where, i)
				x.first[i] = c
			} else if compare(c, o) < 0 {
				x.first[i] = c
			}
		}
	}
	slices.SortStableFunc(out, func(a, b *item) int {
		return cmp.Or(later(a.date.Known(), b.date.Known()), cmp.Compare(a.date.First, b.date.First), cmp.Compare(a.s.Key, b.s.Key))
	})
	return out
}

func (g *Graph) alike(x, y *item) {
	if g.from(x.s.Publisher) == g.from(y.s.Publisher) || x.date.Known() && y.date.Known() && distant(x.date, y.date, copyDays) {
		return
	}
	both := 0
	for w := range x.next {
		if _, ok := y.next[w]; ok {
			both++
		} else if isNumber(w) {
			return // "14 attacks" and "15 attacks" are two titles
		}
	}
	similarity := float64(both) / float64(len(x.next)+len(y.next)-both)
	if similarity < nearDuplicate {
		return
	}
	for _, i := range x.where {
		a, b := x.first[i], y.first[i]
		if b == nil {
			continue
		}
		// Who made a number is told by its estimator, not by the title above it.
		if f, ok := a.(*claim.Figure); ok && Voice(f.Estimator) != "" && Voice(b.(*claim.Figure).Estimator) != "" {
			continue
		}
		g.add(a, b, NearDuplicateText, 0.4+0.5*similarity, fmt.Sprintf("their titles share %.0f %% of their words", similarity*100))
	}
}

func distant(a, b cell.Span, days record.Day) bool {
	return a.First > b.Last+days || b.First > a.Last+days
}

func titleWords(title string) map[string]struct{} {
	m := map[string]struct{}{}
	for _, w := range strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) > 2 || isNumber(w) {
			m[w] = struct{}{}
		}
	}
	return m
}

func isNumber(w string) bool { return w != "" && strings.Trim(w, "0123456789") == "" }

func notLetter(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
