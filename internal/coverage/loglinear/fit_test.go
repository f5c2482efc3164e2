package loglinear

import (
	"context"
	"math"
	"runtime"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/coverage/captest"
	"github.com/assaydata/assay/internal/coverage/capture"
	"github.com/assaydata/assay/internal/coverage/glm"
)

// draw is a table of random counts, many of them 0 in some runs.
func draw(t *rapid.T, lists int) *capture.Table {
	dense := make([]int64, 1<<lists)
	most := rapid.SampledFrom([]int64{1, 3, 50, 1e9}).Draw(t, "most")
	sparse := rapid.IntRange(0, 3).Draw(t, "sparse")
	for i := 1; i < len(dense); i++ {
		if rapid.IntRange(0, 3).Draw(t, "present") >= sparse {
			dense[i] = rapid.Int64Range(0, most).Draw(t, "count")
		}
	}
	table, err := capture.New([]string{"A", "B", "C", "D", "E"}[:lists], dense)
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// The fit without a design matrix is the one with it.
func TestFitIsPoissonRegression(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lists := rapid.IntRange(2, 4).Draw(t, "lists")
		dense := make([]int64, 1<<lists)
		for i := 1; i < len(dense); i++ {
			dense[i] = rapid.Int64Range(1, 500).Draw(t, "count")
		}
		table, err := capture.New([]string{"A", "B", "C", "D"}[:lists], dense)
		if err != nil {
			t.Fatal(err)
		}
		model := rapid.SampledFrom(Hierarchical(lists, lists-1)).Draw(t, "model")
		f := NewFitter(lists)
		f.Load(table)
		got := f.Fit(model)
		m := glm.Poisson{P: 1 + lists + len(model)}
		for c := 1; c < 1<<lists; c++ {
			m.Y = append(m.Y, float64(dense[c]))
			m.X = append(m.X, 1)
			for i := range lists {
				m.X = append(m.X, float64(c>>i&1))
			}
			for _, x := range model {
				in := 0.0
				if uint32(c)&x == x {
					in = 1
				}
				m.X = append(m.X, in)
			}
		}
		if err := m.Fit(); err != nil {
			t.Fatal(err)
		}
		same := func(what string, a, b, tolerance float64) {
			if math.Abs(a-b) > tolerance*(1+math.Abs(b)) {
				t.Fatalf("%s: %g, by design matrix %g", what, a, b)
			}
		}
		same("unseen", math.Log(got.Unseen), m.Beta[0], 1e-6)
		same("likelihood", got.LogLike, m.LogLike, 1e-6)
		same("standard error", got.SE, math.Sqrt(m.Var0), 1e-4)
	})
}

// Whatever the counts, a fit ends with an estimate whose totals are those observed, or with a reason; existence is found
// before fitting; and lists have no order.
func TestFitAnyTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lists := rapid.IntRange(1, 5).Draw(t, "lists")
		table := draw(t, lists)
		model := rapid.SampledFrom(Hierarchical(lists, 2)).Draw(t, "model")
		if lists == 4 {
			model = rapid.SampledFrom(Hierarchical(4, 3)).Draw(t, "model")
		}
		f := NewFitter(lists)
		f.Load(table)
		got := f.Fit(model)
		exists := Exists(table, model)
		// Counts of 1 beside counts of a thousand million are beyond the precision of a float64: the fit may say so.
		lost := got.Outcome == NotFound && slices.Max(append(table.Count, 0)) > 1e6
		if (got.Outcome == Estimated) != (exists == Estimated) && !lost {
			t.Fatalf("%s fitted: %v, exists: %v", Name(table.Lists, model), got.Outcome, exists)
		}
		if got.Outcome != Estimated {
			if diff := cmp.Diff(Fit{Outcome: got.Outcome, Params: got.Params, Freedom: got.Freedom}, got); diff != "" {
				t.Fatalf("numbers without an estimate: %s", diff)
			}
			return
		}
		n := float64(table.N())
		if !(got.N >= n && got.Low >= n && got.Low <= got.N && got.N <= got.High) || math.IsInf(got.High, 0) {
			t.Fatalf("%d cases: %+v", table.N(), got)
		}
		for _, m := range f.terms {
			if d := math.Abs(f.weight[m] - f.sum[m]); d > 1e-6*n {
				t.Fatalf("total of term %b: expected %g, observed %g", m, f.weight[m], f.sum[m])
			}
		}
		// The same with the lists in reverse.
		turn := func(m uint32) uint32 {
			var out uint32
			for i := range lists {
				out |= m >> i & 1 << (lists - 1 - i)
			}
			return out
		}
		turned := make([]float64, 1<<lists)
		for k, p := range table.Pattern {
			turned[turn(p)] = float64(table.Count[k])
		}
		var mirror []uint32
		for _, m := range model {
			mirror = append(mirror, turn(m))
		}
		f.loadCounts(turned)
		if again := f.Fit(mirror); again.Outcome != Estimated || math.Abs(again.N-got.N) > 1e-6*got.N {
			t.Fatalf("in reverse %+v, before %+v", again, got)
		}
	})
}

func TestOutcomes(t *testing.T) {
	for name, test := range map[string]struct {
		lists []string
		dense []int64
		model []uint32
		want  Outcome
	}{
		"no cases":              {[]string{"A", "B"}, []int64{0, 0, 0, 0}, nil, NoCases},
		"one list":              {[]string{"A"}, []int64{0, 9}, nil, NotIdentifiable},
		"one list with cases":   {[]string{"A", "B"}, []int64{0, 9, 0, 0}, nil, NotIdentifiable},
		"lists without overlap": {[]string{"A", "B"}, []int64{0, 9, 9, 0}, nil, NoMaximum},
		"an emptied list":       {[]string{"A", "B", "C"}, []int64{0, 9, 9, 5, 0, 0, 0, 0}, nil, Estimated},
		"all on all lists":      {[]string{"A", "B"}, []int64{0, 0, 0, 7}, nil, NoMaximum},
		"large counts":          {[]string{"A", "B"}, []int64{0, 1e9, 1e9, 1e9}, nil, Estimated},
	} {
		table, err := capture.New(test.lists, test.dense)
		if err != nil {
			t.Fatal(err)
		}
		f := NewFitter(len(test.lists))
		f.Load(table)
		got := f.Fit(test.model)
		if got.Outcome != test.want {
			t.Errorf("%s: %v, want %v", name, got.Outcome, test.want)
		}
		switch name {
		case "an emptied list": // 14 * 14 / 5
			near(t, name, got.N, 39.2, 1e-6)
		case "large counts":
			near(t, name, got.N/4e9, 1, 1e-9)
		}
	}
}

// The counts of all hierarchical models: 1, 2, 9 and 114 less the saturated one; 2^10 models of pairs of five lists.
func TestModels(t *testing.T) {
	for lists, want := range map[int]int{1: 1, 2: 1, 3: 8, 4: 113} {
		if n := len(Hierarchical(lists, lists)); n != want {
			t.Errorf("%d lists: %d models, want %d", lists, n, want)
		}
	}
	if n := len(Hierarchical(5, 2)); n != 1024 {
		t.Errorf("pairs of five lists: %d models", n)
	}
	if got := Name([]string{"A", "B", "C", "D", "E"}, []uint32{3, 5, 6, 7, 9}); got != "[A,B,C][A,D][E]" {
		t.Error(got)
	}
}

func TestTriples(t *testing.T) {
	table := captest.UK5.Read(t)
	s := search(t, table)
	more, err := s.Triples(context.Background(), table)
	if err != nil {
		t.Fatal(err)
	}
	if more.Models[0].BIC > s.Models[0].BIC {
		t.Errorf("the best model is lost: BIC %g, before %g", more.Models[0].BIC, s.Models[0].BIC)
	}
	with := 0
	for i := range more.Models {
		for _, m := range more.Models[i].Interactions {
			if order(m) == 3 {
				with++
				break
			}
		}
	}
	if with == 0 {
		t.Error("no model has an interaction of three lists")
	}
	if s, err := All(context.Background(), captest.Kosovo.Read(t)); err != nil {
		t.Fatal(err)
	} else if more, err := s.Triples(context.Background(), captest.Kosovo.Read(t)); more != nil || err != nil {
		t.Error("four lists have their interactions of three already")
	}
}

// The result of searching and resampling does not depend on the number of cores.
func TestCores(t *testing.T) {
	table := captest.Western.Read(t)
	run := func() (any, any) {
		b, err := BCa(context.Background(), table, DefaultThreshold, 100, 3)
		if err != nil {
			t.Fatal(err)
		}
		return *b, search(t, table)
	}
	before := runtime.GOMAXPROCS(1)
	b1, s1 := run()
	runtime.GOMAXPROCS(7)
	b2, s2 := run()
	runtime.GOMAXPROCS(before)
	if diff := cmp.Diff([]any{b1, s1}, []any{b2, s2}); diff != "" {
		t.Error(diff)
	}
}

func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := All(ctx, captest.UK5.Read(t)); err != context.Canceled {
		t.Error(err)
	}
	if _, err := BCa(ctx, captest.UK5.Read(t), DefaultThreshold, 1000, 1); err != context.Canceled {
		t.Error(err)
	}
}

func TestFitAllocatesNothing(t *testing.T) {
	table := captest.UK5.Read(t)
	f := load(t, table)
	models := Hierarchical(5, 2)
	i := 0
	if n := testing.AllocsPerRun(200, func() { f.Fit(models[i%len(models)]); i++ }); n != 0 {
		t.Errorf("%g allocations a fit", n)
	}
}
