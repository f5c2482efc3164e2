package loglinear

import (
	"context"
	"testing"

	"github.com/assaydata/assay/internal/coverage/captest"
)

// Targets: 1,024 models of five lists under 0.1 CPU-seconds, 1,000 replicates of the bootstrap under 0.5 s.

func BenchmarkModels1024(b *testing.B) {
	f := load(b, captest.UK5.Read(b))
	models := Hierarchical(5, 2)
	b.ReportAllocs()
	for b.Loop() {
		for _, m := range models {
			f.Fit(m)
		}
	}
}

func BenchmarkHierarchical113(b *testing.B) {
	f := load(b, captest.Kosovo.Read(b))
	models := Hierarchical(4, 3)
	b.ReportAllocs()
	for b.Loop() {
		for _, m := range models {
			f.Fit(m)
		}
	}
}

func BenchmarkBootstrap1000(b *testing.B) {
	for name, c := range map[string]captest.Table{"uk5": captest.UK5, "kosovo": captest.Kosovo, "neworleans5": captest.NewOrleans5, "western": captest.Western} {
		b.Run(name, func(b *testing.B) {
			table := c.Read(b)
			for b.Loop() {
				if _, err := BCa(context.Background(), table, DefaultThreshold, DefaultReplicates, 1); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkExists(b *testing.B) {
	table := captest.NewOrleans5.Read(b)
	models := Hierarchical(5, 2)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		Exists(table, models[i%len(models)])
		i++
	}
}
