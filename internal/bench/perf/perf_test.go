// Package perf measures whole runs of the program on generated files: CPU seconds, peak memory and speed (make bench).
package perf

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/assaydata/assay/internal/synth"
)

var binary = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "assay-bench-")
	if err != nil {
		return "", err
	}
	path := filepath.Join(dir, "assay")
	cmd := exec.Command("go", "build", "-trimpath", "-o", path, "github.com/assaydata/assay/cmd/assay")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := cmd.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%w\n%s", err, out)
	}
	return path, nil
})

// generated writes an invented file and returns its path and size.
func generated(b *testing.B, layout string, rows int) (string, int64) {
	b.Helper()
	path := filepath.Join(b.TempDir(), layout+".csv")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	if err := synth.Write(f, synth.Options{Layout: layout, Rows: rows, Seed: 1}); err != nil {
		b.Fatal(err)
	}
	st, err := f.Stat()
	if err != nil {
		b.Fatal(err)
	}
	return path, st.Size()
}

// run audits files with all rules and reports what the process used.
func run(b *testing.B, size int64, rows int, paths ...string) {
	program(b, size, rows, append([]string{"check", "--format", "json", "--fail-on", "never"}, paths...)...)
}

// program runs the program and reports what the process used. It returns the CPU-seconds of a run.
func program(b *testing.B, size int64, rows int, args ...string) float64 {
	bin, err := binary()
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(size)
	var cpu, peak float64
	for b.Loop() {
		cmd := exec.Command(bin, args...)
		cmd.Stdout = io.Discard
		cmd.Stderr = os.Stderr
		if err := cmd.Run(); err != nil {
			b.Fatal(err)
		}
		cpu += cmd.ProcessState.UserTime().Seconds() + cmd.ProcessState.SystemTime().Seconds()
		peak = max(peak, peakMB(cmd.ProcessState))
	}
	b.ReportMetric(cpu/float64(b.N), "cpu-s/op")
	b.ReportMetric(peak, "peak-MB")
	b.ReportMetric(float64(rows), "rows")
	return cpu / float64(b.N)
}

// BenchmarkACLED audits ACLED-like files. 5,000,000 rows (2.4 GB) only with ASSAY_BENCH_LARGE set.
func BenchmarkACLED(b *testing.B) {
	sizes := []int{100_000, 1_000_000}
	if os.Getenv("ASSAY_BENCH_LARGE") != "" {
		sizes = append(sizes, 5_000_000)
	}
	for _, rows := range sizes {
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) {
			path, size := generated(b, "acled", rows)
			run(b, size, rows, path)
		})
	}
}

// BenchmarkLayouts audits 150,000 events in each layout, about the size of GTD.
func BenchmarkLayouts(b *testing.B) {
	for _, layout := range synth.Layouts {
		b.Run(layout, func(b *testing.B) {
			path, size := generated(b, layout, 150_000)
			run(b, size, 150_000, path)
		})
	}
}

// BenchmarkClaims audits invented cases of claims: incidents with three claims each, persons with two, and figures.
func BenchmarkClaims(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(fmt.Sprintf("things=%d", n), func(b *testing.B) {
			dir := b.TempDir()
			var paths []string
			size, rows := int64(0), 0
			for name, text := range synth.Claims(n, 1) {
				path := filepath.Join(dir, name+".csv")
				if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
					b.Fatal(err)
				}
				paths = append(paths, path)
				size += int64(len(text))
				rows += strings.Count(text, "\n") - 1
			}
			run(b, size, rows, paths...)
		})
	}
}

// BenchmarkFile audits the file named by ASSAY_BENCH_FILE.
func BenchmarkFile(b *testing.B) {
	path := os.Getenv("ASSAY_BENCH_FILE")
	if path == "" {
		b.Skip("ASSAY_BENCH_FILE names no file")
	}
	st, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	run(b, st.Size(), 0, path)
}
