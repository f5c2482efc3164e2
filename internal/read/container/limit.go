package container

import (
	"fmt"
	"io"
)

// Limits bound what one input may unfold to. They exist to stop archives that are built to fill memory or disks.
type Limits struct {
	Size      int64 // bytes of one table after decompression, and of spooled standard input
	Ratio     int64 // decompressed bytes for each compressed byte
	RatioFree int64 // decompressed bytes up to which the ratio is not looked at
	Members   int   // members of one archive
}

// The default limits. Deflate can reach 1,032:1; event data compresses 3:1 to 30:1, and a workbook of empty rows about
// 100:1.
const (
	MaxSize      = 64 << 30
	MaxRatio     = 200
	MaxRatioFree = 64 << 20
	MaxMembers   = 10_000
)

// DefaultLimits returns the limits that [Open] uses.
func DefaultLimits() Limits {
	return Limits{Size: MaxSize, Ratio: MaxRatio, RatioFree: MaxRatioFree, Members: MaxMembers}
}

// Unfolded returns how many bytes may come out of compressed ones.
func (l Limits) Unfolded(compressed int64) int64 {
	if l.Ratio <= 0 || compressed > l.Size/l.Ratio {
		return l.Size
	}
	return min(max(l.RatioFree, compressed*l.Ratio), l.Size)
}

// bounded passes on at most left bytes and fails with a [LimitError] on the next.
type bounded struct {
	r    io.Reader
	left int64
	over *LimitError
}

func (l Limits) bound(r io.Reader, name string, compressed int64) io.Reader {
	most := l.Unfolded(compressed)
	over := &LimitError{Path: name, Limit: most}
	if most < l.Size {
		over.Reason = fmt.Sprintf("%s of compressed data unfold to more than %s, over %d times as much",
			bytesText(compressed), bytesText(most), l.Ratio)
	} else {
		over.Reason = fmt.Sprintf("more than %s after decompression", bytesText(most))
	}
	return &bounded{r: r, left: most, over: over}
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		var one [1]byte
		n, err := io.ReadFull(b.r, one[:])
		if n == 0 {
			return 0, err
		}
		return 0, b.over
	}
	if int64(len(p)) > b.left {
		p = p[:b.left]
	}
	n, err := b.r.Read(p)
	b.left -= int64(n)
	return n, err
}

// bytesText prints a number of bytes for people.
func bytesText(n int64) string {
	switch {
	case n >= 10<<30:
		return fmt.Sprintf("%d GB", n>>30)
	case n >= 10<<20:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 10<<10:
		return fmt.Sprintf("%d kB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
