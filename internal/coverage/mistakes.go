package coverage

import (
	"context"
	"math/bits"
	"math/rand/v2"
	"slices"

	"github.com/assaydata/assay/internal/coverage/capture"
	"github.com/assaydata/assay/internal/coverage/loglinear"
)

// missMatches splits cases that are on several lists, each with a probability: one of its lists, any of them, then holds the
// case as another one, as if the match had been missed.
func missMatches(t *capture.Table, rate float64, source rand.Source) *capture.Table {
	dense := t.Dense()
	for k, p := range t.Pattern {
		lists := bits.OnesCount32(p)
		if lists < 2 {
			continue
		}
		split := loglinear.Binomial(source, float64(t.Count[k]), rate)
		left := lists
		for rest := p; rest > 0; rest &= rest - 1 {
			list := rest & -rest
			n := int64(loglinear.Binomial(source, split, 1/float64(left)))
			split -= float64(n)
			left--
			dense[p] -= n
			dense[p&^list] += n
			dense[list] += n
		}
	}
	return of(t.Lists, dense)
}

// falseMatches joins cases of lists that share none: as many as a share of the cases on several lists, the pairs being drawn
// by the numbers of their cases.
func falseMatches(t *capture.Table, rate float64, source rand.Source) *capture.Table {
	dense := t.Dense()
	type pair struct {
		a, b   uint32
		weight float64
	}
	var pairs []pair
	var total, shared float64
	for i, a := range t.Pattern {
		if bits.OnesCount32(a) > 1 {
			shared += float64(t.Count[i])
		}
		for j, b := range t.Pattern[:i] {
			if a&b == 0 {
				w := float64(t.Count[i]) * float64(t.Count[j])
				pairs, total = append(pairs, pair{a, b, w}), total+w
			}
		}
	}
	left := loglinear.Binomial(source, shared, rate)
	for _, x := range pairs {
		drawn := loglinear.Binomial(source, left, x.weight/total)
		left, total = left-drawn, total-x.weight
		n := min(int64(drawn), dense[x.a], dense[x.b])
		dense[x.a] -= n
		dense[x.b] -= n
		dense[x.a|x.b] += n
	}
	return of(t.Lists, dense)
}

// of is a table of counts that come from a table, so that they are as it demands.
func of(lists []string, dense []int64) *capture.Table {
	out := &capture.Table{Lists: lists}
	for p, c := range dense {
		if p > 0 && c > 0 {
			out.Pattern, out.Count = append(out.Pattern, uint32(p)), append(out.Count, c)
		}
	}
	return out
}

// mistaken is the middle estimate of tables into which mistakes of matching were drawn, and how many had none.
func mistaken(ctx context.Context, t *capture.Table, rate float64, how func(*capture.Table, float64, rand.Source) *capture.Table, estimate func(*capture.Table) (float64, error), draws int, seed uint64) (middle float64, failed int, err error) {
	var all []float64
	for i := range draws {
		if err := ctx.Err(); err != nil {
			return 0, 0, err
		}
		n, err := estimate(how(t, rate, rand.NewPCG(seed, uint64(i))))
		if err != nil {
			return 0, 0, err
		}
		if n > 0 {
			all = append(all, n)
		}
	}
	if len(all) == 0 {
		return 0, draws, nil
	}
	slices.Sort(all)
	return loglinear.Quantile(all, 0.5), draws - len(all), nil
}
