package audit

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/dossier"
	"github.com/assaydata/assay/internal/journal"
	"github.com/assaydata/assay/internal/link/event"
	"github.com/assaydata/assay/internal/privacy"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

// Config is everything that an audit depends on besides the bytes of the files.
type Config struct {
	Inputs   []read.Input
	Rules    []Chosen
	AsOf     record.Day      // day on which the data was obtained; nothing may happen after it. 0 or NoDay = not known
	Baseline map[string]bool // fingerprints of findings that are known; nil = none

	// Suppressed holds the fingerprints of findings that a decision says are none, each with the decision; nil = none.
	Suppressed map[string]string

	Link         LinkMode          // which datasets are linked
	Single       []string          // short names of datasets that are known to tell no event twice
	Taxonomies   []*event.Taxonomy // of the user, of kinds of event and of actors
	Accept       float64           // merge entries of lists of at least this probability; 0 = only what was decided
	BlockingOnly bool              // find what would be compared, and stop
	Redraw       bool              // keep what drawing uncertain links anew needs
	NoSummary    bool              // leave Across.Summary to who passes over all events anyway
	Journal      *journal.Journal  // decisions of reviewers; nil = none
	BuiltOn      map[string]string // by name of a dataset: that on which it is built

	Persons      []privacy.Public // who may be named; everybody else in a table of people appears under a pseudonym
	PseudonymKey string           // under which pseudonyms are made, "" = a hash of the files, which is no secret

	Stdin    io.Reader
	Workers  int                                   // 0 = number of cores; the result does not depend on it
	Progress func(stage string, done, total int64) // may be nil; calls do not overlap
}

// Chosen is a rule with its settings for this audit.
type Chosen struct {
	Rule     *check.Rule
	Severity check.Severity // 0 = the rule's own
	Options  map[string]any // checked by check.Rule.Settings
}

// Failure is an input of which nothing could be read.
type Failure struct {
	Path string
	Err  error
}

func (f Failure) Error() string { return f.Err.Error() }
func (f Failure) Unwrap() error { return f.Err }

// Run reads the inputs and runs the rules. Inputs of which nothing can be read are in Audit.Failed; the error is for an
// interruption. The audit must be closed.
func Run(ctx context.Context, c Config) (*Audit, error) {
	a := &Audit{}
	for i, f := range open(ctx, c) {
		if f.err != nil {
			a.Failed = append(a.Failed, Failure{c.Inputs[i].Path, f.err})
			continue
		}
		a.Datasets = append(a.Datasets, f.datasets...)
	}
	if ctx.Err() != nil {
		a.Close()
		return nil, ctx.Err()
	}
	slices.SortStableFunc(a.Failed, func(x, y Failure) int { return strings.Compare(x.Path, y.Path) })
	a.nameDatasets()
	if err := a.check(ctx, c); err != nil {
		a.Close()
		return nil, err
	}
	return a, nil
}

type opened struct {
	datasets []*record.Dataset
	err      error
}

// open reads the inputs, two at a time: at the beginning and the end of a file there is not enough to do for all cores.
func open(ctx context.Context, c Config) []opened {
	out := make([]opened, len(c.Inputs))
	o := read.Options{Stdin: c.Stdin, Workers: c.Workers}
	if c.Progress != nil {
		var one sync.Mutex
		o.Progress = func(path string, done, total int64) {
			one.Lock()
			defer one.Unlock()
			c.Progress("reading "+path, done, total)
		}
	}
	var pool sync.WaitGroup
	places := make(chan struct{}, 2)
	for i, in := range c.Inputs {
		places <- struct{}{}
		pool.Go(func() {
			out[i].datasets, out[i].err = read.Open(ctx, in, o)
			<-places
		})
	}
	pool.Wait()
	return out
}

// Datasets runs the rules over datasets that are read already.
func Datasets(ctx context.Context, c Config, ds ...*record.Dataset) (*Audit, error) {
	a := &Audit{Datasets: ds}
	a.nameDatasets()
	return a, a.check(ctx, c)
}

// Close lets go of the files.
func (a *Audit) Close() error {
	var errs []error
	for _, d := range a.Datasets {
		errs = append(errs, d.Close())
	}
	return errors.Join(errs...)
}

// nameDatasets orders the datasets independently of the order of the inputs and makes their names unique.
func (a *Audit) nameDatasets() {
	slices.SortStableFunc(a.Datasets, func(x, y *record.Dataset) int {
		return cmp.Or(strings.Compare(x.Name, y.Name), strings.Compare(x.Path, y.Path), strings.Compare(x.Member, y.Member),
			strings.Compare(x.SHA256, y.SHA256))
	})
	used := map[string]*record.Dataset{}
	for _, d := range a.Datasets {
		name, first := d.Name, used[d.Name]
		for n := 2; used[name] != nil; n++ {
			name = fmt.Sprintf("%s-%d", d.Name, n)
		}
		if first != nil {
			a.Namesakes = append(a.Namesakes, Namesake{d, first})
		}
		used[name] = d
		d.Name = name
	}
}

func (a *Audit) check(ctx context.Context, c Config) error {
	type job struct {
		data    *record.Dataset
		chosen  Chosen
		found   []check.Finding
		skipped string
	}
	var jobs []*job
	for _, d := range a.Datasets {
		a.Partial = a.Partial || d.Unread > 0 || slices.ContainsFunc(d.Problems, isLoss)
		for _, r := range c.Rules {
			if r.Rule.Case == nil && r.Rule.Across == nil && r.Rule.Entries == nil {
				jobs = append(jobs, &job{data: d, chosen: r})
			}
		}
	}
	keys, err := a.claimKeys(ctx)
	if err != nil {
		return err
	}
	if a.Case = dossier.Build(a.Datasets, keys); a.Case != nil {
		a.decideStatus(c.Journal)
		for _, r := range c.Rules {
			if r.Rule.Case != nil {
				jobs = append(jobs, &job{chosen: r})
			}
		}
	}
	if err := a.link(ctx, c); err != nil {
		return err
	}
	if a.Across != nil {
		for _, r := range c.Rules {
			if r.Rule.Across != nil {
				jobs = append(jobs, &job{chosen: r})
			}
		}
	}
	if err := a.linkEntries(ctx, c); err != nil {
		return err
	}
	if a.Entries != nil {
		for _, r := range c.Rules {
			if r.Rule.Entries != nil {
				jobs = append(jobs, &job{chosen: r})
			}
		}
	}
	for _, r := range c.Rules {
		a.Rules = append(a.Rules, r.Rule)
	}
	slices.SortFunc(a.Rules, func(x, y *check.Rule) int { return strings.Compare(x.Code, y.Code) })
	workers := c.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	env := &check.Env{AsOf: c.AsOf, Case: a.Case, Across: a.Across, Entries: a.Entries}
	if c.AsOf == 0 {
		env.AsOf = record.NoDay
	}
	todo := make(chan *job)
	var done int64
	var mu sync.Mutex
	var pool sync.WaitGroup
	for range workers {
		pool.Add(1)
		go func() {
			defer pool.Done()
			for j := range todo {
				if ctx.Err() != nil {
					continue
				}
				p := check.NewPass(ctx, j.chosen.Rule, j.data, env, j.chosen.Severity, j.chosen.Options)
				j.found, j.skipped = runRule(p)
				if c.Progress != nil {
					mu.Lock()
					done++
					c.Progress("checking", done, int64(len(jobs)))
					mu.Unlock()
				}
			}
		}()
	}
	for _, j := range jobs {
		todo <- j
	}
	close(todo)
	pool.Wait()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	order := map[*record.Dataset]int{}
	for i, d := range a.Datasets {
		order[d] = i
	}
	for _, j := range jobs {
		a.Findings = append(a.Findings, j.found...)
		if j.skipped != "" && j.data != nil {
			a.Skipped = append(a.Skipped, Skip{j.chosen.Rule, j.data, j.skipped})
		}
	}
	slices.SortStableFunc(a.Findings, func(x, y check.Finding) int {
		return cmp.Or(cmp.Compare(order[x.Data], order[y.Data]), strings.Compare(x.Rule.Code, y.Rule.Code),
			cmp.Compare(x.Row, y.Row), cmp.Compare(x.Column, y.Column), strings.Compare(x.Message, y.Message))
	})
	slices.SortStableFunc(a.Skipped, func(x, y Skip) int {
		return cmp.Or(cmp.Compare(order[x.Data], order[y.Data]), strings.Compare(x.Rule.Code, y.Rule.Code))
	})
	FingerprintAll(a.Findings)
	a.shield(c)
	if len(c.Suppressed) > 0 { // before the baseline, so that a finding that is both counts as decided
		a.Findings = slices.DeleteFunc(a.Findings, func(f check.Finding) bool {
			_, decided := c.Suppressed[f.Fingerprint]
			if decided {
				a.Suppressed++
			}
			return decided
		})
	}
	if c.Baseline != nil {
		a.Findings = slices.DeleteFunc(a.Findings, func(f check.Finding) bool {
			known := c.Baseline[f.Fingerprint]
			if known {
				a.Known++
			}
			return known
		})
	}
	return nil
}

// isLoss reports whether something of the input is missing because of a problem. The kinds that are left out here tell what
// was done with something odd that could be read.
func isLoss(p record.Problem) bool {
	switch p.Kind {
	case "preamble", "new-key", "duplicate-key", "loose-json":
		return false
	}
	return p.Row < 0
}

// runRule runs a rule. A mistake in a rule must not take the other findings down: it is told as a rule that could not run.
func runRule(p *check.Pass) (found []check.Finding, skipped string) {
	defer func() {
		if r := recover(); r != nil {
			found, skipped = nil, fmt.Sprintf("stopped by a mistake in assay, please report it: %v", r)
		}
	}()
	return p.Run()
}
