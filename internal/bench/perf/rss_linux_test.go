package perf

import (
	"os"
	"syscall"
)

// peakMB is the largest resident size of a process that ended.
func peakMB(p *os.ProcessState) float64 {
	if u, ok := p.SysUsage().(*syscall.Rusage); ok {
		return float64(u.Maxrss) / 1024
	}
	return 0
}
