package bench

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSimulatedTables(t *testing.T) {
	if testing.Short() {
		t.Skip("draws 2.4 million cases")
	}
	for _, w := range Truths() {
		r := rand.New(rand.NewPCG(1, 2))
		const cases = 400_000
		table := w.Simulate(r, cases)
		for j, p := range caught {
			want := p
			if j == 1 && w.copies > 0 {
				continue
			}
			if got := float64(table.Size(j)) / cases; math.Abs(got-want) > 0.003 {
				t.Errorf("%s: list %d has %.4f of the cases, want %.4f", w.Name, j, got, want)
			}
		}
		for k, want := range w.odds {
			if len(w.classes) > 1 || k == 0 && w.copies > 0 {
				continue
			}
			i, j := 2*k, 2*k+1
			both := float64(table.Overlap(1<<i | 1<<j))
			a, b := float64(table.Size(i))-both, float64(table.Size(j))-both
			if got := both * (cases - both - a - b) / (a * b); math.Abs(got/want-1) > 0.05 {
				t.Errorf("%s: odds ratio %.3f of pair %d, want %v", w.Name, got, k, want)
			}
		}
	}
}

// Under independence and dependence of two lists, intervals hold the truth as often as they say; under a class that is hard to reach they do not,
// and assay says so. The bounds leave room for the number of repetitions; docs/coverage-simulation.md has many more.
func TestCoverageOfIntervals(t *testing.T) {
	if testing.Short() {
		t.Skip("fits all models to 480 tables")
	}
	const repetitions = 80
	results, err := Coverage(context.Background(), CoverageOptions{Repetitions: repetitions, Seed: 3}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range results {
		switch {
		case r.Truth.Hidden:
			if r.Covered > 0.3 || r.SaysTooLow < 0.75 && r.Model != "independence" {
				t.Errorf("%s, %s: covered %.3f, says too low %.3f", r.Truth.Name, r.Model, r.Covered, r.SaysTooLow)
			}
		case r.Repairable:
			if r.Covered < 0.88 || r.SaysTooLow > 0.1 {
				t.Errorf("%s, %s: covered %.3f, says too low %.3f", r.Truth.Name, r.Model, r.Covered, r.SaysTooLow)
			}
		}
	}
}

func TestCoverageIsTheSameAgain(t *testing.T) {
	run := func() []CoverageResult {
		r, err := coverageOf(context.Background(), Truths()[:1], CoverageOptions{Repetitions: 4, Latent: 1, Seed: 5}, nil)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	if last := run()[4]; last.Model != "latent classes" || last.Tables != 1 {
		t.Errorf("latent classes ran on %d tables", last.Tables)
	}
	if diff := cmp.Diff(run(), run(), cmp.AllowUnexported(Truth{}, class{})); diff != "" {
		t.Error(diff)
	}
}
