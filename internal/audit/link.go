package audit

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/journal"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/link/event"
	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/record"
)

// LinkMode says which datasets an audit links.
type LinkMode uint8

const (
	LinkEvents LinkMode = iota // datasets of events, where there are two or more; tables of claims about incidents have keys of their own
	LinkAll                    // everything that holds events, also a single dataset and tables of claims
	LinkNone
)

// linkable lists the datasets that are linked.
func (a *Audit) linkable(mode LinkMode) []*record.Dataset {
	var out []*record.Dataset
	for _, d := range a.Datasets {
		if d.N > 0 && d.Events != nil && d.Events.When != nil && (mode == LinkAll || !d.Format.Claims) {
			out = append(out, d)
		}
	}
	if mode == LinkNone || mode == LinkEvents && len(out) < 2 {
		return nil
	}
	return out
}

// PaceMemory suits how often garbage is collected to how many records are linked, until the function that it returns is called.
// What lives long in linking is large and made once. Where there are many records, collecting earlier costs little time and saves a
// third of the peak; where there are few, collecting later saves a tenth of the time for some 100 MB. A user's GOGC holds.
func PaceMemory(datasets []*record.Dataset) (restore func()) {
	if os.Getenv("GOGC") != "" {
		return func() {}
	}
	const few, many = 100_000, 300_000
	percent := 100
	switch n := countRows(datasets); {
	case n > many:
		percent = 30
	case n <= few:
		percent = 200
	}
	before := debug.SetGCPercent(percent)
	return func() { debug.SetGCPercent(before) }
}

// countRows counts the rows of datasets.
func countRows(datasets []*record.Dataset) int {
	n := 0
	for _, d := range datasets {
		n += d.N
	}
	return n
}

// link says which records of the datasets are one event, and what each field of it comes to.
func (a *Audit) link(ctx context.Context, c Config) error {
	datasets := a.linkable(c.Link)
	if len(datasets) == 0 {
		return nil
	}
	defer PaceMemory(datasets)()
	// The names of the map take a while to unpack; until facts need them, records are linked.
	go func() { place.World().FindCountry("") }()
	o := event.Options{Decisions: a.decisions(c.Journal, datasets), BlockingOnly: c.BlockingOnly, Redraw: c.Redraw, Taxonomies: c.Taxonomies, Single: c.Single}
	if c.Progress != nil {
		c.Progress("linking", 0, 0)
	}
	linked, err := event.Link(ctx, datasets, o)
	if err != nil {
		return fmt.Errorf("linking: %w", err)
	}
	decided, err := a.decidedValues(ctx, c.Journal, datasets)
	if err != nil {
		return fmt.Errorf("decided values: %w", err)
	}
	book, err := fact.BuildWith(ctx, linked.Result, fact.Options{BuiltOn: c.BuiltOn, Decided: decided})
	if err != nil {
		return fmt.Errorf("linking: %w", err)
	}
	a.Across = &check.Linkage{Linked: linked, Facts: book}
	if c.NoSummary {
		return nil
	}
	if a.Across.Summary, err = book.Summarise(ctx); err != nil {
		return fmt.Errorf("linking: %w", err)
	}
	return nil
}

// decisions are those of the journal about two rows of the datasets, by their order. What can't be applied is told once.
func (a *Audit) decisions(j *journal.Journal, datasets []*record.Dataset) []link.Decision {
	if j == nil {
		return nil
	}
	if !a.resolved {
		list, problems := j.Resolve(a.Datasets)
		a.resolved, a.decided = true, list
		a.Undecided = append(append(a.Undecided, problems...), contradictions(j, list)...)
	}
	at := make([]int, len(a.Datasets))
	for i, d := range a.Datasets {
		at[i] = slices.Index(datasets, d)
	}
	var out []link.Decision
	for _, d := range a.decided {
		x, y := at[d.A.Data], at[d.B.Data]
		if x < 0 || y < 0 {
			continue
		}
		d.A.Data, d.B.Data = int32(x), int32(y)
		out = append(out, d)
	}
	return out
}

// contradictions finds decisions that two records are not the same though others make them so by way of further records. All of
// them cannot hold.
func contradictions(j *journal.Journal, list []link.Decision) []journal.Problem {
	at := map[link.Ref]int32{}
	for _, d := range list {
		for _, r := range []link.Ref{d.A, d.B} {
			if _, ok := at[r]; !ok {
				at[r] = int32(len(at))
			}
		}
	}
	u := link.NewUnion(len(at))
	for _, d := range list {
		if d.Relation == link.Same {
			u.Join(at[d.A], at[d.B])
		}
	}
	var out []journal.Problem
	for _, d := range list {
		if d.Relation != link.Same && u.Find(at[d.A]) == u.Find(at[d.B]) {
			out = append(out, journal.Problem{
				File: j.Path, Line: j.Line(d.ID),
				Text: fmt.Sprintf("decision %s says that two records are %s, but other decisions make them the same by way of further records", d.ID, d.Relation),
				Hint: "withdraw one of them: assay decide withdraw",
			})
		}
	}
	return out
}
