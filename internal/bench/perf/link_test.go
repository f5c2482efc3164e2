package perf

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/synth"
)

// BenchmarkLink links four invented datasets of the same world. ASSAY_BENCH_LARGE=1 adds a million records.
func BenchmarkLink(b *testing.B) {
	sizes := []int{1_000, 10_000, 100_000}
	if os.Getenv("ASSAY_BENCH_LARGE") != "" {
		sizes = append(sizes, 1_000_000)
	}
	for _, rows := range sizes {
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) {
			paths, size := worlds(b, rows, 0)
			program(b, size, rows, append([]string{"link"}, paths...)...)
		})
	}
}

// BenchmarkLinkGrowth links the datasets of a world that goes on for longer and longer: as many events a year, so that no place gets more crowded.
// growth-exponent is that of the CPU time against the size before.
func BenchmarkLinkGrowth(b *testing.B) {
	const rowsAYear = 10_000
	var before, yearsBefore float64
	for _, years := range []int{1, 5, 20} {
		b.Run(fmt.Sprintf("years=%d", years), func(b *testing.B) {
			paths, size := worlds(b, years*rowsAYear, years)
			cpu := program(b, size, years*rowsAYear, append([]string{"link"}, paths...)...)
			if before > 0 {
				b.ReportMetric(math.Log(cpu/before)/math.Log(float64(years)/yearsBefore), "growth-exponent")
			}
			before, yearsBefore = cpu, float64(years)
		})
	}
}

// worlds writes four invented datasets of the same world and returns their paths and size.
func worlds(b *testing.B, rows, years int) (paths []string, size int64) {
	b.Helper()
	dir := b.TempDir()
	for i, layout := range []string{"acled", "ged", "gtd", "scad"} {
		path := filepath.Join(dir, layout+".csv")
		f, err := os.Create(path)
		if err != nil {
			b.Fatal(err)
		}
		if err := synth.Write(f, synth.Options{Layout: layout, Rows: rows / 4, Years: years, Seed: uint64(i + 1)}); err != nil {
			b.Fatal(err)
		}
		if err := f.Close(); err != nil {
			b.Fatal(err)
		}
		st, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		size += st.Size()
		paths = append(paths, path)
	}
	return paths, size
}

// BenchmarkLinkFiles links files of the user's own: ASSAY_BENCH_LINK=FILE,FILE…
func BenchmarkLinkFiles(b *testing.B) {
	list := os.Getenv("ASSAY_BENCH_LINK")
	if list == "" {
		b.Skip("set ASSAY_BENCH_LINK=FILE,FILE…")
	}
	program(b, 0, 0, append([]string{"link"}, strings.Split(list, ",")...)...)
}
