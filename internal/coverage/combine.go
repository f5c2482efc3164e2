package coverage

import (
	"errors"
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Draws is the posterior of the number of unseen cases, or its mean and variance on the logarithm, from one replicate of an
// uncertain linkage.
type Draws struct {
	Seen     int64
	Mean     float64 // of the number of unseen cases
	LogMean  float64 // mean and variance of its logarithm
	LogVar   float64
	Accepted bool // the estimate of this replicate passed its own gates
}

// Combined is an estimate over replicates of an uncertain linkage.
type Combined struct {
	N, Low, High float64
	Replicates   int
	// Between is the share of the variance that comes from the linkage.
	Between float64
	Warning string
}

// ErrOneReplicate says that the linkage has no replicates to compare.
var ErrOneReplicate = errors.New("one replicate says nothing about uncertain links (hint: give at least 10)")

// Combine forms one estimate from replicates: the mean by the law of total expectation, and Student's t interval on the
// logarithm of the unseen count with the law of total variance (Rubin 1987; as in the R package verdata). Fewer than ten
// replicates give a warning, one gives an error.
func Combine(all []Draws) (*Combined, error) {
	m := float64(len(all))
	if len(all) < 2 {
		return nil, ErrOneReplicate
	}
	c := &Combined{Replicates: len(all)}
	var seen, mean, logMean, within, between float64
	for _, d := range all {
		seen += float64(d.Seen) / m
		mean += d.Mean / m
		logMean += d.LogMean / m
		within += d.LogVar / m
	}
	for _, d := range all {
		between += (d.LogMean - logMean) * (d.LogMean - logMean) / (m - 1)
	}
	total := within + (m+1)/m*between
	t := normal975
	if between > 0 {
		df := (m - 1) * math.Pow(1+within/((m+1)*between), 2)
		t = distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Quantile(0.975)
		c.Between = (m + 1) / m * between / total
	}
	spread := math.Exp(t * math.Sqrt(total))
	seen = math.Round(seen)
	c.N, c.Low, c.High = seen+mean, seen+math.Exp(logMean)/spread, seen+math.Exp(logMean)*spread
	if math.IsNaN(c.N) || math.IsInf(c.High, 0) {
		return nil, errors.New("the replicates differ too much to be combined")
	}
	if len(all) < 10 {
		c.Warning = "fewer than 10 replicates of the linkage: the interval is unreliable"
	}
	return c, nil
}

const normal975 = 1.959963984540054
