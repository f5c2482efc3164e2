package cov005

import (
	"fmt"
	"math"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	pairs := across.Pairs(p)
	sizes := across.Events(p)
	for _, x := range pairs {
		if n := likely(x); n < float64(p.Int("least")) {
			look(p, x, n, pairs, sizes)
		}
	}
}

// likely is how many events two datasets have in common by the probabilities of the links: where there is next to none, the few that were
// linked are mostly chance.
func likely(x *across.Pair) float64 {
	sum := 0.0
	for _, e := range x.Events {
		sum += e.Between(x.A, x.B)
	}
	return sum
}

// look asks what two datasets should have in common that have little: so many events, by the probabilities of the links.
func look(p *check.Pass, x *across.Pair, common float64, pairs []*across.Pair, sizes []int) {
	a, b := across.Common(p, x.A, x.B)
	if a < p.Int("events") || b < p.Int("events") {
		return
	}
	expected, third := chance(x, pairs, sizes)
	f := check.Finding{Data: x.Data[0], Row: -1, Column: -1, Key: "with " + x.Data[1].Name, Weight: float64(min(a, b))}
	few := "no event"
	if len(x.Events) > 0 {
		few = "only " + wording.Count(len(x.Events), "event")
		if len(x.Events) >= p.Int("least") {
			few += ", linked with doubt,"
		}
		f.Related = across.Examples(x.Events, len(x.Events))
	}
	f.Message = fmt.Sprintf("%s and %s have %s in common, though %s and %s of their records are of kinds, months and countries that both cover",
		x.Data[0].Name, x.Data[1].Name, few, wording.Thousands(a), wording.Thousands(b))
	f.Found, f.Expected = fmt.Sprint(len(x.Events)), fmt.Sprintf("at least %d", p.Int("least"))
	if len(x.Events) > 0 {
		f.Found += fmt.Sprintf(", %.1f by the probabilities of the links", common)
	}
	f.Why = "events that each two have in common: " + matrix(pairs)
	f.Help = "look whether both count one kind of thing, and whether names or dates keep their records from being linked; estimates of what all miss have no footing here"
	if third != "" {
		f.Why += fmt.Sprintf("; by what %s shares with each, about %.0f were to be expected", third, expected)
		one := lower(len(x.Events), expected)
		f.Stat = &check.Stat{
			Test: "number of events in common, Poisson with the mean that a third dataset gives", Statistic: float64(len(x.Events)),
			P: one, Adjusted: min(1, float64(len(pairs))*one), Tests: len(pairs), Method: "Bonferroni", Effect: expected, EffectIs: "events expected in common",
		}
	}
	p.Report(f)
}

// chance is how many events two datasets would have in common if a third, which shares most with both, drew them independently.
func chance(x *across.Pair, pairs []*across.Pair, sizes []int) (expected float64, third string) {
	share := map[[2]int32]int{}
	for _, y := range pairs {
		share[[2]int32{y.A, y.B}], share[[2]int32{y.B, y.A}] = len(y.Events), len(y.Events)
	}
	for _, y := range pairs {
		for _, c := range [...]int32{y.A, y.B} {
			if c == x.A || c == x.B || sizes[c] == 0 {
				continue
			}
			if e := float64(share[[2]int32{c, x.A}]) * float64(share[[2]int32{c, x.B}]) / float64(sizes[c]); e > expected {
				expected = e
				third = y.Data[0].Name
				if c == y.B {
					third = y.Data[1].Name
				}
			}
		}
	}
	return expected, third
}

// lower is the probability of at most n events where so many are expected.
func lower(n int, mean float64) float64 {
	sum, term := 0.0, math.Exp(-mean)
	for k := range n + 1 {
		if k > 0 {
			term *= mean / float64(k)
		}
		sum += term
	}
	return min(1, sum)
}

func matrix(pairs []*across.Pair) string {
	var out []string
	for _, y := range pairs {
		out = append(out, fmt.Sprintf("%s and %s %s", y.Data[0].Name, y.Data[1].Name, wording.Thousands(len(y.Events))))
		if len(out) == 10 && len(pairs) > 10 {
			out = append(out, fmt.Sprintf("%d more", len(pairs)-10))
			break
		}
	}
	return strings.Join(out, "; ")
}
