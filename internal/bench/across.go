package bench

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/check/planting"
	"github.com/assaydata/assay/internal/check/rules"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/synth"
)

// Events of the invented world that the clean datasets watch, and errors planted for each rule.
const (
	acrossEvents = 2500
	acrossErrors = 60
)

// ground is a set of clean datasets with what they have in common.
type ground struct {
	tables []*planting.Clean // in the order of the linked datasets
	in     *check.Linkage
	rows   int
}

func newGround(ctx context.Context, texts map[string]string) (*ground, error) {
	g := &ground{}
	var ds []*record.Dataset
	for _, layout := range synth.Layouts {
		t, err := planting.ParseTable(layout, texts[layout])
		if err != nil {
			return nil, err
		}
		c, err := planting.NewClean(ctx, t)
		if err != nil {
			return nil, err
		}
		g.tables = append(g.tables, c)
		g.rows += c.Data.N
		ds = append(ds, c.Data)
	}
	var err error
	g.in, err = across.Link(ctx, ds)
	return g, err
}

func (g *ground) close() {
	for _, t := range g.tables {
		t.Data.Close()
	}
}

// AcrossResult is how a rule across datasets did.
type AcrossResult struct {
	rules.Rates
	Missed []across.Planted
	Raised []check.Finding // false alarms
}

// Across measures the rules across datasets. False alarms are findings on invented datasets that watch one world and contradict each
// other nowhere, and findings beside the planted errors; errors are planted into a copy of them, which is read and linked anew.
func Across(ctx context.Context, all []*check.Rule, progress func(done, total int)) ([]*AcrossResult, error) {
	var todo []*check.Rule
	for _, r := range all {
		if r.Across != nil {
			todo = append(todo, r)
		}
	}
	grounds := map[bool]*ground{}
	defer func() {
		for _, g := range grounds {
			g.close()
		}
	}()
	plants := rules.AcrossPlants()
	for _, r := range todo {
		plant, ok := plants[r.Code]
		if !ok {
			return nil, fmt.Errorf("%s: nothing plants its errors", r.Code)
		}
		if grounds[plant.Apart] != nil {
			continue
		}
		make := synth.Overlapping
		if plant.Apart {
			make = synth.Apart
		}
		g, err := newGround(ctx, make(acrossEvents, 1))
		if err != nil {
			return nil, err
		}
		grounds[plant.Apart] = g
	}
	out := make([]*AcrossResult, len(todo))
	err := each(ctx, len(todo), progress, func(i int) error {
		plant := plants[todo[i].Code]
		var err error
		if out[i], err = grounds[plant.Apart].measure(ctx, todo[i], plant); err != nil {
			return fmt.Errorf("%s: %w", todo[i].Code, err)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (g *ground) measure(ctx context.Context, r *check.Rule, plant across.Plant) (*AcrossResult, error) {
	res := &AcrossResult{Rates: rules.Rates{Code: r.Code, Rows: g.rows, Formats: synth.Layouts}}
	res.Raised = runAcross(ctx, r, g.in)
	clean := len(res.Raised)
	for way := range max(1, plant.Ways) {
		s := &across.Sheets{In: g.in, Way: way, Rand: rand.New(rand.NewPCG(1, 0xac05+uint64(way)))}
		for _, t := range g.tables {
			s.Sheets = append(s.Sheets, t.Sheet(1))
		}
		plant.Do(s, acrossErrors)
		res.Planted += len(s.Planted)
		found, in, err := g.planted(ctx, r, s)
		if err != nil {
			return nil, err
		}
		res.count(s.Planted, found, res.Raised[:clean], in)
	}
	res.Alarms = len(res.Raised)
	return res, nil
}

// planted reads the tables with the errors in them, links them anew and runs the rule.
func (g *ground) planted(ctx context.Context, r *check.Rule, s *across.Sheets) ([]check.Finding, *check.Linkage, error) {
	dirty := &ground{}
	var ds []*record.Dataset
	for i, t := range g.tables {
		c, err := planting.NewClean(ctx, &planting.Table{Name: t.Name, Header: t.Header, Rows: s.Sheets[i].Rows})
		if err != nil {
			dirty.close()
			return nil, nil, fmt.Errorf("the planted table could not be read: %w", err)
		}
		dirty.tables = append(dirty.tables, c)
		ds = append(ds, c.Data)
	}
	defer dirty.close()
	in, err := across.Link(ctx, ds)
	if err != nil {
		return nil, nil, err
	}
	return runAcross(ctx, r, in), in, nil
}

// count decides which planted errors were found, and which findings belong to none.
func (r *AcrossResult) count(planted []across.Planted, found, clean []check.Finding, in *check.Linkage) {
	before := map[string]bool{}
	for i := range clean {
		before[acrossKey(&clean[i])] = true
	}
	index := map[*record.Dataset]int32{}
	for i, d := range in.Facts.Result.Datasets {
		index[d] = int32(i)
	}
	whole := false
	owned := map[link.Ref]bool{}
	for _, p := range planted {
		whole = whole || len(p.Rows) == 0
		for _, row := range p.Rows {
			owned[row] = true
		}
	}
	named, general := map[link.Ref]bool{}, false
	for i := range found {
		f := &found[i]
		fresh := !before[acrossKey(f)]
		general = general || f.Row < 0 && fresh
		hit := f.Row < 0 && whole
		for _, x := range append([]check.Ref{{Data: f.Data, Row: f.Row}}, f.Related...) {
			ref := link.Ref{Data: index[x.Data], Row: int32(x.Row)}
			named[ref] = true
			hit = hit || owned[ref]
		}
		if fresh && !hit {
			r.Raised = append(r.Raised, *f)
		}
	}
	for _, p := range planted {
		if len(p.Rows) == 0 && general || slices.ContainsFunc(p.Rows, func(x link.Ref) bool { return named[x] }) {
			r.Found++
		} else {
			r.Missed = append(r.Missed, p)
		}
	}
}

// acrossKey tells a finding on the clean datasets again on the planted ones.
func acrossKey(f *check.Finding) string {
	if f.Row < 0 { // its numbers shift with every row
		return fmt.Sprint(f.Data.Name, f.Column, f.Key)
	}
	return fmt.Sprint(f.Data.Name, f.Row, f.Column, f.Key, f.Message)
}

func runAcross(ctx context.Context, r *check.Rule, in *check.Linkage) []check.Finding {
	found, _ := check.NewPass(ctx, r, nil, &check.Env{AsOf: record.NoDay, Across: in}, 0, nil).Run()
	return found
}

// RatesOf are the rates of rules across datasets.
func RatesOf(list []*AcrossResult) []rules.Rates {
	var out []rules.Rates
	for _, r := range list {
		out = append(out, r.Rates)
	}
	return out
}
