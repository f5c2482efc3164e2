package perf

import (
	"context"
	"testing"

	"github.com/assaydata/assay/internal/coverage/captest"
	"github.com/assaydata/assay/internal/coverage/loglinear"
)

// BenchmarkLogLinear fits all models of pairs of five lists (target: 1,024 under 0.1 CPU-seconds), and all hierarchical models
// of four, on one core and without allocating.
func BenchmarkLogLinear(b *testing.B) {
	for _, c := range []struct {
		name  string
		table captest.Table
		lists int
		most  int
	}{{"lists=5/models=1024", captest.UK5, 5, 2}, {"lists=4/models=113", captest.Kosovo, 4, 3}} {
		b.Run(c.name, func(b *testing.B) {
			f := loglinear.NewFitter(c.lists)
			f.Load(c.table.Read(b))
			models := loglinear.Hierarchical(c.lists, c.most)
			b.ReportAllocs()
			for b.Loop() {
				for _, m := range models {
					f.Fit(m)
				}
			}
		})
	}
}

// BenchmarkBootstrap draws 1,000 tables and selects a model on each (target: under 0.5 s).
func BenchmarkBootstrap(b *testing.B) {
	for _, c := range []struct {
		name  string
		table captest.Table
	}{{"uk5", captest.UK5}, {"kosovo", captest.Kosovo}, {"neworleans5", captest.NewOrleans5}, {"western", captest.Western}} {
		b.Run(c.name, func(b *testing.B) {
			table := c.table.Read(b)
			for b.Loop() {
				if _, err := loglinear.BCa(context.Background(), table, loglinear.DefaultThreshold, loglinear.DefaultReplicates, 1); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkExists decides by rank and linear programme whether a model has an estimate.
func BenchmarkExists(b *testing.B) {
	table := captest.NewOrleans5.Read(b)
	models := loglinear.Hierarchical(5, 2)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		loglinear.Exists(table, models[i%len(models)])
		i++
	}
}
