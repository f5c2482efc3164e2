// Package latent estimates how many cases no list has seen with a Bayesian latent-class model: a few classes of cases, and lists
// that are independent inside each class (Manrique-Vallier 2016, Biometrics 72:1246-1254, doi 10.1111/biom.12502).
//
// The posterior is explored by Gibbs sampling, which on some tables does not mix: each chain then looks settled and the chains
// disagree. Several chains always run, and a posterior says whether they agree (Converged). One that does not is no estimate; Modes says where
// the chains have been.
package latent

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/assaydata/assay/internal/coverage/capture"
)

// Options steer the sampler. A field that is zero has its default.
type Options struct {
	Classes     int     // greatest number of classes K: 10
	A, B        float64 // prior of the concentration alpha, Gamma(A, B) with mean A/B: .25 and .25
	Cap         float64 // greatest number of unseen cases, in multiples of the number seen: 20
	WarmUp      int     // sweeps at fixed alpha: 500
	WarmUpAlpha float64 // that alpha times K: .3
	BurnIn      int     // sweeps that are left out: 10,000
	Sweeps      int     // sweeps after them: 100,000
	Thin        int     // of which each so many is kept: 100
	Chains      int     // at first: 8
	MaxChains   int     // when these do not satisfy: 20
	Seed        uint64  // chain i has Seed + i
	Workers     int     // chains at one time: as many as there are cores; the result does not depend on it
	MaxRHat     float64 // greatest split R-hat that is accepted: 1.05
	MinESS      float64 // smallest effective sample size that is accepted: 400
}

func (o Options) withDefaults() Options {
	set := func(p *int, v int) {
		if *p == 0 {
			*p = v
		}
	}
	real := func(p *float64, v float64) {
		if *p == 0 {
			*p = v
		}
	}
	set(&o.Classes, 10)
	set(&o.WarmUp, 500)
	set(&o.BurnIn, 10_000)
	set(&o.Sweeps, 100_000)
	set(&o.Thin, 100)
	set(&o.Chains, 8)
	set(&o.MaxChains, max(20, o.Chains))
	set(&o.Workers, runtime.GOMAXPROCS(0))
	real(&o.A, 0.25)
	real(&o.B, 0.25)
	real(&o.Cap, 20)
	real(&o.WarmUpAlpha, 0.3)
	real(&o.MaxRHat, 1.05)
	real(&o.MinESS, 400)
	return o
}

func (o *Options) validate() error {
	switch {
	case o.Classes < 1 || o.Classes > 200:
		return fmt.Errorf("%d latent classes (hint: 1 to 200)", o.Classes)
	case o.Chains < 2 || o.MaxChains < o.Chains:
		return fmt.Errorf("%d chains, up to %d (hint: agreement needs at least 2)", o.Chains, o.MaxChains)
	case o.Thin < 1 || o.Sweeps/o.Thin < 8:
		return fmt.Errorf("%d sweeps of which one in %d is kept (hint: keep at least 8 draws)", o.Sweeps, o.Thin)
	case o.WarmUp < 0 || o.BurnIn < 0 || o.Workers < 1:
		return fmt.Errorf("a negative number of sweeps or workers")
	case !(o.A > 0 && o.B > 0 && o.Cap > 0 && o.WarmUpAlpha > 0) || o.Cap > 10_000:
		return fmt.Errorf("priors must be above 0 and the cap at most 10000 times the cases seen")
	}
	return nil
}

// Posterior is what all chains together say of N, the number of cases on any list or none.
type Posterior struct {
	Options Options
	Seen    int64     // cases on any list
	Cap     int64     // the greatest N that was allowed
	Draws   [][]int64 // of N, for each chain in order of its sweeps
	Seeds   []uint64  // of each chain

	Median, Low, High, Mean float64 // Low and High bound the central 95 %. Not an estimate unless Converged

	RHat      float64 // rank-normalised split R-hat, the greater of bulk and folded draws (Vehtari et al. 2021)
	ESS       float64 // bulk effective sample size, of the draws kept
	Converged bool
	Modes     []Mode  // where draws gather, ascending
	AtCap     float64 // share of draws whose number of unseen cases lies within a tenth of its cap
}

// Mode is a place where draws gather: the maximum of a smoothed density of log N.
type Mode struct {
	N     float64
	Share float64 // of the draws, those between the minima at both sides
}

// Run samples the posterior of N. It starts with o.Chains chains, and if these do not agree, or have too few effective draws, goes on
// to o.MaxChains and judges all of them. The same table and seeds give the same posterior, whatever the number of workers.
// It fails if the table is empty or has fewer than two lists, if options are out of range, and with the error of ctx when that ends.
func Run(ctx context.Context, t *capture.Table, o Options) (*Posterior, error) {
	o = o.withDefaults()
	if err := o.validate(); err != nil {
		return nil, err
	}
	if len(t.Lists) < 2 || t.N() == 0 {
		return nil, fmt.Errorf("%d cases on %d lists: nothing to estimate from (hint: latent classes need cases on two lists or more)", t.N(), len(t.Lists))
	}
	p := &Posterior{Options: o, Seen: t.N(), Cap: t.N() + unseenCap(t, &o)}
	for _, chains := range []int{o.Chains, o.MaxChains} {
		if chains == len(p.Draws) {
			break
		}
		started := len(p.Draws)
		for i := started; i < chains; i++ {
			p.Seeds = append(p.Seeds, o.Seed+uint64(i))
			p.Draws = append(p.Draws, nil)
		}
		err := runAll(ctx, o.Workers, started, chains, func(i int, stop func() bool) {
			p.Draws[i] = newChain(t, &o, p.Seeds[i]).run(&o, stop)
		})
		if err != nil {
			return nil, err
		}
		p.summarise()
		if p.Converged {
			break
		}
	}
	return p, nil
}

func runAll(ctx context.Context, workers, from, to int, run func(i int, stop func() bool)) error {
	stop := func() bool { return ctx.Err() != nil }
	var next atomic.Int64
	next.Store(int64(from))
	var wait sync.WaitGroup
	for range min(workers, to-from) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < to && !stop(); i = int(next.Add(1)) - 1 {
				run(i, stop)
			}
		})
	}
	wait.Wait()
	return ctx.Err()
}

// run makes the draws of one chain; a stopped chain has none.
func (c *chain) run(o *Options, stop func() bool) []int64 {
	if !c.warmUp(o.WarmUp, stop) {
		return nil
	}
	draws := make([]int64, 0, o.Sweeps/o.Thin)
	for i := range o.BurnIn + o.Sweeps {
		if i%256 == 0 && stop() {
			return nil
		}
		c.sweep(true)
		if i >= o.BurnIn && (i-o.BurnIn+1)%o.Thin == 0 {
			draws = append(draws, c.n+c.unseen)
		}
	}
	return draws
}

func (p *Posterior) summarise() {
	var all []float64
	for _, chain := range p.Draws {
		for _, n := range chain {
			all = append(all, float64(n))
		}
	}
	slices.Sort(all)
	p.Low, p.Median, p.High = quantile(all, 0.025), quantile(all, 0.5), quantile(all, 0.975)
	p.Mean = 0
	close := 0
	for _, n := range all {
		p.Mean += n / float64(len(all))
		if n-float64(p.Seen) > 0.9*float64(p.Cap-p.Seen) {
			close++
		}
	}
	p.AtCap = float64(close) / float64(len(all))
	p.RHat, p.ESS = diagnose(p.Draws)
	p.Converged = p.RHat <= p.Options.MaxRHat && p.ESS >= p.Options.MinESS
	p.Modes = modes(all, p.ESS)
}

// Quantile is the value below which a share of all draws lies.
func (p *Posterior) Quantile(share float64) float64 {
	var all []float64
	for _, chain := range p.Draws {
		for _, n := range chain {
			all = append(all, float64(n))
		}
	}
	slices.Sort(all)
	return quantile(all, share)
}

// quantile interpolates between sorted values.
func quantile(sorted []float64, share float64) float64 {
	at := share * float64(len(sorted)-1)
	i := int(math.Floor(at))
	if i+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[i] + (at-float64(i))*(sorted[i+1]-sorted[i])
}
