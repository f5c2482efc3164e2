package audit

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/entry"
	"github.com/assaydata/assay/internal/link/identity"
	"github.com/assaydata/assay/internal/read/format"
	"github.com/assaydata/assay/internal/record"
)

// entryDatasets lists the datasets whose entries are linked: lists always, since the same person under several entries is what one wants to know of
// them; tables of claims, which have keys of their own, only where everything is linked.
func (a *Audit) entryDatasets(mode LinkMode) []*record.Dataset {
	if mode == LinkNone {
		return nil
	}
	var out []*record.Dataset
	some := false
	for _, d := range a.Datasets {
		switch {
		case format.IsList(d.Format.ID), mode == LinkAll && (d.Format.ID == "people" || d.Format.ID == "groups"):
			out = append(out, d)
			some = some || d.Format.ID != "ofac_alt"
		}
	}
	if !some {
		return nil
	}
	return out
}

// linkEntries says which entries of lists are one person or one group.
func (a *Audit) linkEntries(ctx context.Context, c Config) error {
	datasets := a.entryDatasets(c.Link)
	if len(datasets) == 0 || c.Link != LinkAll && !slices.ContainsFunc(c.Rules, func(r Chosen) bool { return r.Rule.Entries != nil }) {
		return nil
	}
	defer PaceMemory(datasets)()
	defer boundMemory(datasets)()
	decisions := a.decisions(c.Journal, datasets)
	if c.Progress != nil {
		c.Progress("linking", 0, 0)
	}
	found := &check.Entries{}
	for _, k := range []entry.Kind{entry.Person, entry.Group} {
		l, err := identity.Link(ctx, datasets, k, identity.Options{Decisions: decisions, Accept: c.Accept, BlockingOnly: c.BlockingOnly})
		if err != nil {
			return fmt.Errorf("linking: %w", err)
		}
		if k == entry.Person {
			found.Persons = l
		} else {
			found.Groups = l
		}
	}
	if found.Persons != nil || found.Groups != nil {
		a.Entries = found
	}
	return nil
}

// boundMemory has garbage collected in time where lists hold many entries, until the function that it returns is called: names that are
// read once and kept fill more than half of the memory, beside which lists of pairs come and go.
func boundMemory(datasets []*record.Dataset) (restore func()) {
	const many, base, each = 300_000, 200 << 20, 1100 // bytes
	n := countRows(datasets)
	if n <= many {
		return func() {}
	}
	before := debug.SetMemoryLimit(-1)
	debug.SetMemoryLimit(min(before, base+each*int64(n)))
	return func() { debug.SetMemoryLimit(before) }
}
