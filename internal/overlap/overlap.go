// Package overlap turns linked datasets of events into capture tables: which datasets recorded each event, by stratum, so that package coverage
// can estimate what none of them did.
//
// A table compares only what every dataset could have recorded: events of one sort, in the countries and months that all datasets have. What is left out is
// counted. Uncertain links are drawn anew several times and the tables counted again.
package overlap

import (
	"context"
	"fmt"
	"slices"

	"github.com/assaydata/assay/internal/coverage"
	"github.com/assaydata/assay/internal/coverage/capture"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link/event"
	"github.com/assaydata/assay/internal/record"
)

// Key is what strata are formed by.
type Key string

// Keys of strata.
const (
	Country Key = "country"
	Admin1  Key = "admin1"
	Year    Key = "year"
	Kind    Key = "kind"
)

// Keys lists them all.
var Keys = []Key{Country, Admin1, Year, Kind}

// Options of Build.
type Options struct {
	By      []Key             // strata; none: one table
	Violent bool              // take all violent events, not only those with a death
	Draws   int               // tables over draws of the uncertain links; 0: none
	Seed    uint64            // of the draws
	BuiltOn map[string]string // by name of a dataset: that on which it is built
}

// Tables are the capture tables of linked datasets.
type Tables struct {
	Study *coverage.Study
	// Linked is the number of linked events, Used how many of them are in the tables.
	Linked, Used int
	// Left says what was left out, in the order in which it was looked at.
	Left []Left
	// Echoes are pairs of lists with how often their records of one event go back to one report.
	Echoes []Echo
	// Countries are those that all datasets have, From and To the months that all have.
	Countries []string
	From, To  record.Day
}

// Left is a number of events that are in no table.
type Left struct {
	Why    string
	Events int
}

// Echo is how often two lists have an event from one report.
type Echo struct {
	A, B   int // lists
	Shared int // events that both have
	Echoes int // of these, with a report that both go back to
}

// seen is what the tables need of one event.
type seen struct {
	lists   uint32
	country string
	admin1  string
	kind    record.Kind
	day     record.Day
	deadly  bool
	violent bool
	stratum int32 // -1 for none
}

// Events is what the tables need of all linked events. Looking at these is the long part of making tables; it is done once for several.
type Events struct {
	l      *event.Linked
	all    []seen
	echoes []Echo
}

// Build looks at the events and makes the tables.
func Build(ctx context.Context, l *event.Linked, b *fact.Book, o Options) (*Tables, error) {
	e, err := Look(ctx, l, b)
	if err != nil {
		return nil, err
	}
	return e.Tables(ctx, o)
}

// Look goes through all events once. It fails where there are fewer than two datasets or more than capture.MaxLists.
func Look(ctx context.Context, l *event.Linked, b *fact.Book) (*Events, error) {
	if n := len(l.Datasets); n < 2 || n > capture.MaxLists {
		return nil, fmt.Errorf("%d datasets of events (hint: capture tables need 2 to %d)", n, capture.MaxLists)
	}
	e := &Events{l: l}
	return e, e.look(ctx, b)
}

// Tables makes the tables. It fails where the datasets have no country or month in common, and where no event is left.
func (e *Events) Tables(ctx context.Context, o Options) (*Tables, error) {
	l, n := e.l, len(e.l.Datasets)
	for _, k := range o.By {
		if !slices.Contains(Keys, k) {
			return nil, fmt.Errorf("strata by %q (hint: country, admin1, year or kind)", k)
		}
	}
	t := &Tables{Study: &coverage.Study{}, Linked: len(l.Entities), Echoes: e.echoes}
	all := slices.Clone(e.all)
	if err := t.restrict(all, l, o.Violent); err != nil {
		return nil, err
	}
	names := t.stratify(all, o.By)
	t.describe(all, l, &o)
	lists := make([]string, n)
	for i, d := range l.Datasets {
		lists[i] = d.Name
	}
	if len(names) > mostCells>>n {
		return nil, fmt.Errorf("%d strata of %d lists are too many tables (hint: fewer keys in --by)", len(names), n)
	}
	counts := newCounts(len(names), n)
	for i := range all {
		if x := &all[i]; x.stratum >= 0 {
			counts.add(x.stratum, x.lists)
			t.Used++
		}
	}
	if t.Used == 0 {
		return nil, fmt.Errorf("no event is left to count (hint: the datasets have no deadly events in common countries and months; --violent takes those without deaths as well)")
	}
	var err error
	if t.Study.Strata, err = counts.strata(names, lists); err != nil {
		return nil, err
	}
	before := entities(l)
	for k := range o.Draws {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		strata, err := redraw(l, all, before, o.Seed+uint64(k), names, lists)
		if err != nil {
			return nil, err
		}
		t.Study.Replicates = append(t.Study.Replicates, strata)
	}
	return t, nil
}

func (e *Events) look(ctx context.Context, b *fact.Book) error {
	e.all = make([]seen, 0, len(b.Result.Entities))
	lists := len(b.Result.Datasets)
	shared, echoes := make([]int, lists*lists), make([]int, lists*lists)
	known := gazetteer{}
	err := b.Each(ctx, func(v *fact.Event) error {
		x := seen{day: record.NoDay, stratum: -1}
		for _, r := range v.Same {
			x.lists |= 1 << r.Data
		}
		for _, r := range v.Parts {
			x.lists |= 1 << r.Data
		}
		if f := v.Fact(fact.Country); f != nil {
			x.country = f.Value.String()
		}
		if f := v.Fact(fact.Admin1); f != nil {
			x.admin1 = f.Value.String()
		}
		x.country, x.admin1 = known.names(x.country, x.admin1)
		if f := v.Fact(fact.Kind); f != nil {
			x.kind = f.Value.Kind
		}
		if f := v.Fact(fact.Date); f != nil {
			x.day, _ = f.Value.Days()
		}
		if f := v.Fact(fact.Deaths); f != nil {
			_, best, high := f.Value.Bounds()
			x.deadly = best >= 1 || best != best && high >= 1
		}
		switch x.kind {
		case record.KindBattle, record.KindOneSided, record.KindExplosion, record.KindRiot:
			x.violent = true
		}
		x.violent = x.violent || x.deadly
		e.all = append(e.all, x)
		if x.lists&(x.lists-1) != 0 {
			echo(v, x.lists, lists, shared, echoes)
		}
		return nil
	})
	for j := range lists {
		for i := range j {
			e.echoes = append(e.echoes, Echo{A: i, B: j, Shared: shared[i*lists+j], Echoes: echoes[i*lists+j]})
		}
	}
	return err
}

// echo counts the pairs of lists of an event, and those that have a report in common.
func echo(v *fact.Event, mask uint32, lists int, shared, echoes []int) {
	common := make([]bool, lists*lists)
	for _, o := range v.Origins() {
		for _, x := range o.Records {
			for _, y := range o.Records {
				if x.Data < y.Data {
					common[int(x.Data)*lists+int(y.Data)] = true
				}
			}
		}
	}
	for j := range lists {
		for i := range j {
			if mask>>i&1 == 1 && mask>>j&1 == 1 {
				shared[i*lists+j]++
				if common[i*lists+j] {
					echoes[i*lists+j]++
				}
			}
		}
	}
}

// restrict leaves only what every dataset could have recorded; the rest has stratum -1, the others 0.
func (t *Tables) restrict(all []seen, l *event.Linked, violent bool) error {
	drop := func(why string, keep func(x *seen) bool) {
		n := 0
		for i := range all {
			if x := &all[i]; x.stratum == 0 && !keep(x) {
				x.stratum = -1
				n++
			}
		}
		if n > 0 {
			t.Left = append(t.Left, Left{why, n})
		}
	}
	for i := range all {
		all[i].stratum = 0
	}
	drop("no date is stated", func(x *seen) bool { return x.day != record.NoDay })
	if violent {
		drop("not violent", func(x *seen) bool { return x.violent })
	} else {
		drop("no death is counted", func(x *seen) bool { return x.deadly })
	}
	everyone := uint32(1)<<len(l.Datasets) - 1
	in := map[string]uint32{}
	for i := range all {
		if x := &all[i]; x.stratum == 0 {
			in[x.country] |= x.lists
		}
	}
	for c, lists := range in {
		if lists == everyone {
			t.Countries = append(t.Countries, c)
		}
	}
	slices.Sort(t.Countries)
	if len(t.Countries) == 0 {
		return fmt.Errorf("no country has such events in all %d datasets (hint: leave out the dataset that covers other ground, or --violent)", len(l.Datasets))
	}
	drop("a country that not every dataset has", func(x *seen) bool { return in[x.country] == everyone })
	from, to := make([]record.Day, len(l.Datasets)), make([]record.Day, len(l.Datasets))
	for d := range from {
		from[d], to[d] = 1<<30, record.NoDay
	}
	for i := range all {
		x := &all[i]
		for d := range from {
			if x.stratum == 0 && x.lists>>d&1 == 1 {
				from[d], to[d] = min(from[d], x.day), max(to[d], x.day)
			}
		}
	}
	t.From, t.To = monthStart(slices.Max(from)), monthEnd(slices.Min(to))
	if t.From > t.To {
		return fmt.Errorf("the datasets have no month in common: one begins on %s, another ends on %s", slices.Max(from), slices.Min(to))
	}
	drop("outside the months that all datasets have", func(x *seen) bool { return x.day >= t.From && x.day <= t.To })
	return nil
}

func monthStart(d record.Day) record.Day {
	y, m, _ := d.Date()
	first, _ := record.MakeDay(y, m, 1)
	return first
}

func monthEnd(d record.Day) record.Day {
	y, m, _ := d.Date()
	last, _ := record.MakeDay(y, m, record.DaysIn(y, m))
	return last
}
