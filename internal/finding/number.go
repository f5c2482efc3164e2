package finding

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/wording"
)

// compact writes a number in at most seven characters.
func compact(n int) string {
	if n < 1_000_000 {
		return wording.Thousands(n)
	}
	return strconv.FormatFloat(float64(n)/1e6, 'f', 2, 64) + " M"
}

// plural writes a number with its noun.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return wording.Thousands(n) + " " + many
}

// percent writes a share from 0 to 1 in per cent, with as many decimals as its size deserves.
func percent(share float64) string {
	if share > 0 && share < 0.00005 {
		return "<0.01 %"
	}
	return strconv.FormatFloat(100*share, 'f', decimals(share), 64) + " %"
}

func decimals(share float64) int {
	switch {
	case share == 0 || share == 1:
		return 0
	case share < 0.01:
		return 2
	}
	return 1
}

// interval writes the bounds of a share in per cent.
func interval(s audit.Share) string {
	d := max(decimals(s.Low), decimals(s.High))
	if s.Low > 0 && s.Low < 0.01 || s.High < 0.01 {
		d = 2
	}
	f := func(v float64) string {
		if v == 0 {
			return "0"
		}
		return strconv.FormatFloat(100*v, 'f', d, 64)
	}
	return f(s.Low) + "–" + f(s.High)
}

// seconds writes how long something took, as exactly as a person cares.
func seconds(d time.Duration) string {
	switch {
	case d < time.Second:
		return fmt.Sprintf("%d ms", max(1, d.Milliseconds()))
	case d < time.Minute:
		return fmt.Sprintf("%.1f s", d.Seconds())
	}
	d = d.Round(time.Second)
	return fmt.Sprintf("%d min %02d s", int(d.Minutes()), int(d.Seconds())%60)
}

// short writes a measured number with up to four digits that count.
func short(v float64) string {
	if v == math.Trunc(v) && math.Abs(v) < 1e6 {
		return strconv.FormatFloat(v, 'f', 0, 64)
	}
	return strconv.FormatFloat(v, 'g', 4, 64)
}
