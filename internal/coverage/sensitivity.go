package coverage

import (
	"context"
	"fmt"
	"math"

	"github.com/assaydata/assay/internal/coverage/capture"
	"github.com/assaydata/assay/internal/coverage/loglinear"
)

// Kind is a kind of change.
type Kind string

// Kinds of changes.
const (
	WithoutList Kind = "without a list"
	ListsMerged Kind = "two lists as one"
	MissedMatch Kind = "matches missed"
	FalseMatch  Kind = "false matches"
	HighestTerm Kind = "highest interaction"
	FromOthers  Kind = "list from the others"
)

// Change is what a model says when something is changed that could have been otherwise.
type Change struct {
	Kind  Kind
	What  string
	Model string
	// N is the estimate and Low to High its interval; Low and High are NaN where there is none, all where Why is set.
	N, Low, High float64
	// Known is the size of the list that is estimated from the others, 0 for other kinds.
	Known int64
	Why   string
}

// Ratio is the estimate over the known size.
func (c *Change) Ratio() float64 { return c.N / float64(c.Known) }

// Covers reports whether the interval has the known size in it.
func (c *Change) Covers() bool { return c.Low <= float64(c.Known) && float64(c.Known) <= c.High }

// estimator is a log-linear model or choice of one.
type estimator struct {
	name string
	fit  func(context.Context, *capture.Table) (loglinear.Fit, error)
}

var (
	independence = estimator{"independence", func(_ context.Context, t *capture.Table) (loglinear.Fit, error) {
		f := loglinear.NewFitter(len(t.Lists))
		f.Load(t)
		return f.Fit(nil), nil
	}}
	stepwise = estimator{"stepwise", func(_ context.Context, t *capture.Table) (loglinear.Fit, error) {
		_, fit := loglinear.Stepwise(t, loglinear.DefaultThreshold)
		return fit, nil
	}}
	byBIC = estimator{"log-linear BIC", func(ctx context.Context, t *capture.Table) (loglinear.Fit, error) {
		s, err := loglinear.All(ctx, t)
		if err != nil {
			return loglinear.Fit{}, err
		}
		if s == nil || s.Best() == nil {
			return loglinear.Fit{Outcome: loglinear.NoMaximum}, nil
		}
		return s.Best().Fit, nil
	}}
)

// estimators are those that are quick enough for a number of lists and of tables.
func estimators(lists int, many bool) []estimator {
	if lists > loglinear.MaxSearched || many && lists > 4 {
		return []estimator{independence, stepwise}
	}
	return []estimator{independence, stepwise, byBIC}
}

func changed(kind Kind, what string, e estimator, fit loglinear.Fit) Change {
	c := Change{Kind: kind, What: what, Model: e.name, N: fit.N, Low: fit.Low, High: fit.High}
	if fit.Outcome != loglinear.Estimated {
		c.Why = fit.Outcome.String()
		c.N, c.Low, c.High = math.NaN(), math.NaN(), math.NaN()
	}
	return c
}

// changeLists changes the lists: each left out, each pair as one, each estimated from the others.
func (r *Result) changeLists(ctx context.Context) error {
	t := r.Table
	add := func(kind Kind, what string, table *capture.Table, known int64) error {
		for _, e := range estimators(len(table.Lists), false) {
			if len(table.Lists) == 2 && e.name != independence.name {
				continue // of two lists there is no other model
			}
			fit, err := e.fit(ctx, table)
			if err != nil {
				return err
			}
			c := changed(kind, what, e, fit)
			c.Known = known
			r.Changes = append(r.Changes, c)
		}
		return nil
	}
	for i, name := range t.Lists {
		if err := add(WithoutList, name, t.Drop(i), 0); err != nil {
			return err
		}
	}
	for j, b := range t.Lists {
		for i, a := range t.Lists[:j] {
			if err := add(ListsMerged, a+" + "+b, t.Merge(i, j), 0); err != nil {
				return err
			}
		}
	}
	for i, name := range t.Lists {
		table, known := t.Given(i)
		if err := add(FromOthers, name, table, known); err != nil {
			return err
		}
	}
	return nil
}

// changeMatches draws mistakes of matching.
func (r *Result) changeMatches(ctx context.Context, draws int, seed uint64) error {
	for _, kind := range []Kind{MissedMatch, FalseMatch} {
		how := missMatches
		if kind == FalseMatch {
			how = falseMatches
		}
		for _, rate := range []float64{0.02, 0.05, 0.10} {
			for _, e := range estimators(len(r.Table.Lists), true) {
				if e.name == independence.name {
					continue
				}
				estimate := func(t *capture.Table) (float64, error) {
					fit, err := e.fit(ctx, t)
					return fit.N, err
				}
				middle, failed, err := mistaken(ctx, r.Table, rate, how, estimate, draws, seed)
				if err != nil {
					return err
				}
				c := Change{Kind: kind, What: fmt.Sprintf("%.0f %%", 100*rate), Model: e.name, N: middle, Low: math.NaN(), High: math.NaN()}
				if 2*failed > draws {
					c.N, c.Why = math.NaN(), fmt.Sprintf("%d of %d tables have no estimate", failed, draws)
				}
				r.Changes = append(r.Changes, c)
			}
		}
	}
	return nil
}

// changeHighest varies what the data say nothing about.
func (r *Result) changeHighest() {
	for _, xi := range []float64{0.5, 0.8, 1.25, 2} {
		fit := loglinear.Highest(r.Table, xi)
		r.Changes = append(r.Changes, changed(HighestTerm, fmt.Sprintf("xi = %g", xi), estimator{name: "no highest interaction"}, fit))
	}
}
