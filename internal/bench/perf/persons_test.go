package perf

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/assaydata/assay/internal/synth"
)

// BenchmarkPersons links invented registers of persons, with given and family names in columns and with names as wholes.
// ASSAY_BENCH_LARGE=1 adds a million records.
func BenchmarkPersons(b *testing.B) {
	sizes := []int{5_000, 50_000}
	if os.Getenv("ASSAY_BENCH_LARGE") != "" {
		sizes = append(sizes, 1_000_000)
	}
	for _, whole := range []bool{false, true} {
		for _, rows := range sizes {
			layout := map[bool]string{false: "columns", true: "whole"}[whole]
			b.Run(fmt.Sprintf("names=%s/rows=%d", layout, rows), func(b *testing.B) {
				path := filepath.Join(b.TempDir(), "register.csv")
				f, err := os.Create(path)
				if err != nil {
					b.Fatal(err)
				}
				if err := synth.Persons(f, synth.PersonOptions{Rows: rows, Seed: 1, Whole: whole}); err != nil {
					b.Fatal(err)
				}
				st, err := f.Stat()
				if err != nil {
					b.Fatal(err)
				}
				if err := f.Close(); err != nil {
					b.Fatal(err)
				}
				program(b, st.Size(), rows, "link", path)
			})
		}
	}
}
