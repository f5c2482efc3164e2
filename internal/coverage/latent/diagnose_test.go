package latent

import (
	"math"
	"slices"
	"testing"
)

// autoregressive makes chains whose effective sample size is known: n (1-r)/(1+r) for correlation r.
func autoregressive(chains, n int, r, shift float64) [][]int64 {
	s := newSource(9, 0)
	out := make([][]int64, chains)
	for i := range out {
		x := s.rng.NormFloat64()
		for range n {
			x = r*x + math.Sqrt(1-r*r)*s.rng.NormFloat64()
			out[i] = append(out[i], int64(1e6+1e4*(x+shift*float64(i))))
		}
	}
	return out
}

func TestDiagnostics(t *testing.T) {
	for _, r := range []float64{0, 0.5, 0.9} {
		rhat, ess := diagnose(autoregressive(4, 5000, r, 0))
		want := 20_000 * (1 - r) / (1 + r)
		if rhat > 1.01 || math.Abs(ess/want-1) > 0.15 {
			t.Errorf("correlation %v: R-hat %.3f, ESS %.0f, want %.0f", r, rhat, ess, want)
		}
	}
	if rhat, ess := diagnose(autoregressive(4, 1000, 0, 3)); rhat < 1.5 || ess > 20 {
		t.Errorf("chains apart: R-hat %.3f, ESS %.0f", rhat, ess)
	}
	wide := autoregressive(4, 1000, 0, 0)
	for i, x := range wide[3] { // one chain is in the same place and much wider: only folded draws show it
		wide[3][i] = 1_000_000 + 8*(x-1_000_000)
	}
	if rhat, _ := diagnose(wide); rhat < 1.1 {
		t.Errorf("a wider chain: R-hat %.3f", rhat)
	}
	if rhat, ess := diagnose([][]int64{{4, 4, 4, 4}, {4, 4, 4, 4}}); rhat != 1 || ess != 8 {
		t.Errorf("equal draws: R-hat %v, ESS %v", rhat, ess)
	}
	if rhat, _ := diagnose([][]int64{{4, 4, 4, 4}, {9, 9, 9, 9}}); rhat < 100 {
		t.Errorf("chains that never move: R-hat %v", rhat)
	}
}

func TestModes(t *testing.T) {
	s := newSource(10, 0)
	var sorted []float64
	for i := range 1000 {
		place := 10_000.0
		if i >= 700 {
			place = 40_000
		}
		sorted = append(sorted, place*math.Exp(0.1*s.rng.NormFloat64()))
	}
	slices.Sort(sorted)
	got := modes(sorted, 1000)
	if len(got) != 2 || math.Abs(got[0].N/10_000-1) > 0.1 || math.Abs(got[1].N/40_000-1) > 0.1 || got[0].Share != 0.7 {
		t.Errorf("modes %v", got)
	}
	if got := modes([]float64{5, 5, 5}, 3); len(got) != 1 || got[0] != (Mode{5, 1}) {
		t.Errorf("equal draws: %v", got)
	}
}
