package perf

import (
	"context"
	"testing"

	"github.com/assaydata/assay/internal/coverage/captest"
	"github.com/assaydata/assay/internal/coverage/graph"
	"github.com/assaydata/assay/internal/coverage/latent"
)

// BenchmarkLatentSweep is one Gibbs sweep of ten latent classes on Kosovo; the R package LCMCR needs about 16 µs of CPU time for it.
func BenchmarkLatentSweep(b *testing.B) {
	t := captest.Kosovo.Read(b)
	o := latent.Options{Seed: 1, Workers: 1, Chains: 2, MaxChains: 2, WarmUp: 500, BurnIn: 2_000, Sweeps: 20_000, Thin: 20}
	before := cpuSeconds()
	for b.Loop() {
		if _, err := latent.Run(context.Background(), t, o); err != nil {
			b.Fatal(err)
		}
	}
	sweeps := float64(b.N * o.Chains * (o.WarmUp + o.BurnIn + o.Sweeps))
	b.ReportMetric(1e6*(cpuSeconds()-before)/sweeps, "cpu-µs/sweep")
}

// BenchmarkGraphs averages over all decomposable graphs of five lists (822).
func BenchmarkGraphs(b *testing.B) {
	t := captest.UK5.Read(b)
	before := cpuSeconds()
	for b.Loop() {
		if _, err := graph.Average(t, graph.Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric((cpuSeconds()-before)/float64(b.N), "cpu-s/op")
}
