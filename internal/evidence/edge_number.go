package evidence

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/claim"
)

// shared is what claims of one bucket share: a name or an area, and a number.
type shared struct {
	name   string
	number float64
}

// buckets calls f on figures that share a key, each with those just before it in time. It takes n log n steps.
func buckets(figures []*claim.Figure, keys func(*claim.Figure) []shared, f func(a, b *claim.Figure, s shared)) {
	by := map[shared][]*claim.Figure{}
	var order []shared
	for _, x := range figures {
		for _, k := range keys(x) {
			if by[k] == nil {
				order = append(order, k)
			}
			by[k] = append(by[k], x)
		}
	}
	for _, k := range order {
		list := by[k]
		slices.SortFunc(list, spoken)
		for j, b := range list {
			for _, a := range list[max(0, j-neighbours):j] {
				if a.Source != b.Source {
					f(a, b, k)
				}
			}
		}
	}
}

// spoken orders figures by the time that they speak of.
func spoken(a, b *claim.Figure) int {
	if k := later(a.AsOf.Known(), b.AsOf.Known()); k != 0 {
		return k
	}
	return cmp.Or(cmp.Compare(a.AsOf.First, b.AsOf.First), cmp.Compare(a.AsOf.Last, b.AsOf.Last), published(a, b))
}

// byEstimator joins figures that report one statement: a shared body or speaker, close dates and a shared number about the
// same people. One speaker may pass on the numbers of several bodies, so that a speaker alone needs closer dates.
func (g *Graph) byEstimator() {
	keys := func(f *claim.Figure) []shared {
		var out []shared
		for _, name := range g.known[f.Estimator].all {
			for _, v := range Numbers(f) {
				out = append(out, shared{name, v})
			}
		}
		return out
	}
	done := map[[2]*claim.Figure]bool{}
	buckets(g.t.Figures, keys, func(a, b *claim.Figure, s shared) {
		if done[[2]*claim.Figure{a, b}] || !CloseInTime(a.AsOf, b.AsOf) || !akin(a, b, s.number) {
			return
		}
		p, who := 0.9, "of "+Voice(b.Estimator)
		if !g.sameBody(a, b) {
			if !within(a.AsOf, b.AsOf, oneMonth) {
				return
			}
			p, who = 0.8, "passed on by the same speaker"
		}
		done[[2]*claim.Figure{a, b}] = true
		g.add(b, a, SameEstimator, p, fmt.Sprintf("both give a number %s, as of about the same date", who))
	})
}

// akin reports whether one number can be one statement in two figures: a number that is not wholly round, the same measure,
// or people from places that share a word.
func akin(a, b *claim.Figure, number float64) bool {
	if Digits(number) >= 2 || strings.EqualFold(a.Measure, b.Measure) {
		return true
	}
	x := strings.FieldsFunc(strings.ToLower(a.Origin), notLetter)
	for _, w := range strings.FieldsFunc(strings.ToLower(b.Origin), notLetter) {
		if len(w) > 3 && slices.Contains(x, w) {
			return true
		}
	}
	return false
}

// byNumber joins figures of different bodies that share a number too odd to be a coincidence: three significant digits or
// more, about one area. The probability rises with the digits, and is lower where the two count different things.
func (g *Graph) byNumber() {
	keys := func(f *claim.Figure) []shared {
		var out []shared
		for _, v := range Numbers(f) {
			if Digits(v) >= 3 {
				out = append(out, shared{strings.ToLower(f.Origin), v})
			}
		}
		return out
	}
	done := map[[2]*claim.Figure]bool{}
	buckets(g.t.Figures, keys, func(a, b *claim.Figure, s shared) {
		if done[[2]*claim.Figure{a, b}] || g.sameVoice(a, b) {
			return
		}
		done[[2]*claim.Figure{a, b}] = true
		digits := Digits(s.number)
		p := 0.3 + 0.15*float64(digits)
		if !strings.EqualFold(a.Measure, b.Measure) {
			p -= 0.25
		}
		g.add(b, a, SameUnusualNumber, min(0.95, p), fmt.Sprintf("both give %g, a number of %d significant digits", s.number, digits))
	})
}
