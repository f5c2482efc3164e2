package latent

import (
	"context"
	"errors"
	"math"
	"math/bits"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaydata/assay/internal/coverage/captest"
	"github.com/assaydata/assay/internal/coverage/capture"
)

// Victims of trafficking, Netherlands, two of six lists joined: Silverman, arXiv 1902.06078.
func netherlands(t testing.TB) *capture.Table {
	t.Helper()
	dense := make([]int64, 32)
	for p, n := range map[int]int64{
		0b00001: 756, 0b00010: 1299, 0b00100: 4466, 0b01000: 650, 0b10000: 632, 0b00011: 1, 0b00101: 81, 0b01001: 5, 0b10001: 73,
		0b00110: 44, 0b10010: 4, 0b01100: 82, 0b10100: 125, 0b11000: 2, 0b01101: 2, 0b10101: 11, 0b11100: 1,
	} {
		dense[p] = n
	}
	out, err := capture.New([]string{"IO", "K", "P", "R", "Z"}, dense)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The full chains take a minute of one core and run where ASSAY_DATA is set; short ones always run, within wider bounds. Medians
// are those of the R package LCMCR with ten classes; the tables that it does not mix on must be refused, with their modes.
func TestGolden(t *testing.T) {
	full := os.Getenv("ASSAY_DATA") != ""
	for _, c := range []struct {
		name       string
		table      *capture.Table
		want       float64 // 0: refused
		near, wide float64 // tolerance of full and of short chains
		modes      []float64
	}{
		{"Kosovo", captest.Kosovo.Read(t), 10_400, 200, 700, nil},
		{"New Orleans", captest.NewOrleans5.Read(t), 840, 20, 60, nil},
		{"Western", captest.Western.Read(t), 1_850, 50, 150, nil},
		{"UK", captest.UK5.Read(t), 0, 0, 0, []float64{12_918, 21_000}},
		{"Netherlands", netherlands(t), 0, 0, 0, []float64{48_500, 142_000}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if testing.Short() && c.name != "New Orleans" {
				t.Skip("takes seconds")
			}
			o := Options{Seed: 1}
			if !full {
				o = Options{Seed: 1, Chains: 8, MaxChains: 8, BurnIn: 5_000, Sweeps: 20_000, Thin: 20, MaxRHat: 1.15, MinESS: 40}
			}
			p, err := Run(context.Background(), c.table, o)
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("N %.0f [%.0f, %.0f] mean %.0f, R-hat %.3f, ESS %.0f, %d chains, at cap %.4f, modes %.0f",
				p.Median, p.Low, p.High, p.Mean, p.RHat, p.ESS, len(p.Draws), p.AtCap, p.Modes)
			if c.want == 0 {
				if p.RHat <= 1.05 {
					t.Errorf("accepted with R-hat %.3f", p.RHat)
				}
				if !full {
					return
				}
				for _, mode := range c.modes {
					if !slices.ContainsFunc(p.Modes, func(m Mode) bool { return math.Abs(m.N/mode-1) < 0.1 }) {
						t.Errorf("no mode near %.0f among %.0f", mode, p.Modes)
					}
				}
				return
			}
			near := c.wide
			if full {
				near = c.near
			}
			if !p.Converged || math.Abs(p.Median-c.want) > near {
				t.Errorf("median %.0f, want %.0f within %.0f; converged: %v", p.Median, c.want, near, p.Converged)
			}
		})
	}
}

func TestSameSeedsSameDraws(t *testing.T) {
	run := func(workers int, seed uint64) *Posterior {
		p, err := Run(context.Background(), captest.Western.Read(t), Options{
			Seed: seed, Workers: workers, Chains: 3, MaxChains: 5, BurnIn: 50, Sweeps: 400, Thin: 10, MinESS: 1e9,
		})
		if err != nil {
			t.Fatal(err)
		}
		p.Options.Workers = 0
		return p
	}
	one, many := run(1, 5), run(7, 5)
	if diff := cmp.Diff(one, many); diff != "" {
		t.Errorf("the number of workers matters:\n%s", diff)
	}
	if len(one.Draws) != 5 || len(one.Seeds) != 5 || one.Seeds[4] != 9 {
		t.Errorf("%d chains with seeds %v, want 5 from 5 to 9", len(one.Draws), one.Seeds)
	}
	if slices.Equal(one.Draws[0], run(2, 6).Draws[0]) {
		t.Error("another seed gives the same draws")
	}
}

// Extreme tables get an answer: all cases on one pattern, counts of a thousand million, many lists, a cap that everything meets.
func TestExtremeTables(t *testing.T) {
	short := Options{Seed: 3, Chains: 2, MaxChains: 2, WarmUp: 20, BurnIn: 20, Sweeps: 200, Thin: 5}
	many := make([]int64, 1<<16)
	many[1], many[2], many[1<<15], many[3], many[1<<16-1] = 5, 5, 5, 1, 1
	for name, dense := range map[string][]int64{
		"one case":           {0, 1, 0, 0},
		"everything on both": {0, 0, 0, 1000},
		"nothing on both":    {0, 50, 50, 0},
		"an emptied list":    {0, 50, 0, 0, 0, 0, 0, 0},
		"thousand millions":  {0, 1e9, 1e9, 1e9, 1e9, 1e9, 1e9, 1e9},
		"greatest counts":    {0, capture.MaxCases / 4, capture.MaxCases / 4, capture.MaxCases / 4},
		"sixteen lists":      many,
	} {
		table, err := capture.New(strings.Split("ABCDEFGHIJKLMNOP"[:bits.Len(uint(len(dense)))-1], ""), dense)
		if err != nil {
			t.Fatal(err)
		}
		p, err := Run(context.Background(), table, short)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, chain := range p.Draws {
			for _, n := range chain {
				if n < table.N() || n > p.Cap {
					t.Fatalf("%s: a draw of %d, outside %d to %d", name, n, table.N(), p.Cap)
				}
			}
		}
		if !(p.RHat > 0 && p.ESS > 0) || len(p.Modes) == 0 {
			t.Errorf("%s: R-hat %v, ESS %v, modes %v", name, p.RHat, p.ESS, p.Modes)
		}
	}
}

func TestRefusals(t *testing.T) {
	empty, err := capture.New([]string{"A", "B"}, make([]int64, 4))
	if err != nil {
		t.Fatal(err)
	}
	one, err := capture.New([]string{"A"}, []int64{0, 5})
	if err != nil {
		t.Fatal(err)
	}
	full := captest.Western.Read(t)
	for name, c := range map[string]struct {
		table *capture.Table
		o     Options
	}{
		"no case": {empty, Options{}}, "one list": {one, Options{}}, "one chain": {full, Options{Chains: 1}},
		"no draws": {full, Options{Sweeps: 10}}, "classes": {full, Options{Classes: -1}}, "cap": {full, Options{Cap: -1}},
	} {
		if _, err := Run(context.Background(), c.table, c.o); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Run(ended, full, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled run returns %v", err)
	}
}

func TestSweepAllocatesNothing(t *testing.T) {
	o := Options{}.withDefaults()
	c := newChain(captest.Kosovo.Read(t), &o, 1)
	c.warmUp(100, func() bool { return false })
	if n := testing.AllocsPerRun(100, func() { c.sweep(true) }); n != 0 {
		t.Errorf("%v allocations per sweep", n)
	}
}

func BenchmarkSweep(b *testing.B) {
	for _, c := range []struct {
		name  string
		table *capture.Table
	}{{"Kosovo", captest.Kosovo.Read(b)}, {"UK", captest.UK5.Read(b)}, {"NewOrleans", captest.NewOrleans5.Read(b)}} {
		b.Run(c.name, func(b *testing.B) {
			o := Options{}.withDefaults()
			chain := newChain(c.table, &o, 1)
			chain.warmUp(o.WarmUp, func() bool { return false })
			b.ReportAllocs()
			for b.Loop() {
				chain.sweep(true)
			}
		})
	}
}
