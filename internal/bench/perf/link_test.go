package perf

import (
	"fmt"
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
			dir := b.TempDir()
			var paths []string
			size := int64(0)
			for i, layout := range []string{"acled", "ged", "gtd", "scad"} {
				path := filepath.Join(dir, layout+".csv")
				f, err := os.Create(path)
				if err != nil {
					b.Fatal(err)
				}
				if err := synth.Write(f, synth.Options{Layout: layout, Rows: rows / 4, Seed: uint64(i + 1)}); err != nil {
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
			program(b, size, rows, append([]string{"link"}, paths...)...)
		})
	}
}

// BenchmarkLinkFiles links files of the user's own: ASSAY_BENCH_LINK=FILE,FILE…
func BenchmarkLinkFiles(b *testing.B) {
	list := os.Getenv("ASSAY_BENCH_LINK")
	if list == "" {
		b.Skip("set ASSAY_BENCH_LINK=FILE,FILE…")
	}
	program(b, 0, 0, append([]string{"link"}, strings.Split(list, ",")...)...)
}
