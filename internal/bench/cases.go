package bench

import (
	"context"
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/rules"
	"github.com/assaydata/assay/internal/dossier"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/synth"
)

// caseSize is the number of incidents and persons of the clean case.
const caseSize = 600

// places are put in the place of the country in a rule's example, so that the same error is planted in many places.
var places = []string{"Mali", "Gambia", "Chad", "Somalia", "Mozambique", "Cameroon", "Nepal", "Laos"}

// examplePlace is the country that the examples of rules use where they use one.
const examplePlace = "Mali"

// Cases measures the rules that look at more than one table: those about whole cases, those across datasets,
// and those about entries of lists.
func Cases(ctx context.Context, all []*check.Rule, progress func(done, total int)) ([]rules.Rates, error) {
	out, err := claims(ctx, all, caseSize, progress)
	if err != nil {
		return nil, err
	}
	list, err := Across(ctx, all, progress)
	if err != nil {
		return nil, err
	}
	out = append(out, RatesOf(list)...)
	of, err := Entries(ctx, all)
	return append(out, of...), err
}

// claims measures the rules about whole cases. False alarms are findings on an invented case without errors; the errors planted
// into it are those of the rule's own example, once for each of several countries and under keys of their own.
func claims(ctx context.Context, all []*check.Rule, size int, progress func(done, total int)) ([]rules.Rates, error) {
	var clean []*record.Dataset
	defer func() { closeAll(clean) }()
	rows := 0
	texts := synth.Claims(size, 1)
	for _, name := range []string{"figures", "groups", "incidents", "people", "population", "relations", "sources"} {
		d, err := read.Text(ctx, name, texts[name])
		if err != nil {
			return nil, err
		}
		clean = append(clean, d)
		rows += d.N
	}
	var todo []*check.Rule
	for _, r := range all {
		if r.Case != nil {
			todo = append(todo, r)
		}
	}
	ground := dossier.Build(clean, nil)
	out := make([]rules.Rates, len(todo))
	for i, r := range todo {
		out[i] = rules.Rates{Code: r.Code, Rows: rows, Planted: len(places), Formats: []string{"claims"}}
	}
	// one step is the clean case for a rule or its error planted in one place, so that slow rules hold up no core
	steps := len(places) + 1
	found := make([]bool, len(todo)*steps)
	err := each(ctx, len(found), progress, func(at int) error {
		i, k := at/steps, at%steps
		if k == len(places) {
			out[i].Alarms = len(runCase(ctx, todo[i], ground))
			return nil
		}
		var err error
		if found[at], err = planted(ctx, todo[i], clean, k, places[k]); err != nil {
			return fmt.Errorf("%s: %w", todo[i].Code, err)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for at, hit := range found {
		if hit {
			out[at/steps].Found++
		}
	}
	return out, nil
}

// planted adds the example of a rule to the clean case and reports whether the rule finds it there.
func planted(ctx context.Context, r *check.Rule, clean []*record.Dataset, k int, place string) (bool, error) {
	text := strings.ReplaceAll(r.Doc.Before, examplePlace, place)
	d, err := read.Text(ctx, fmt.Sprintf("planted-%d", k), text)
	if err != nil {
		return false, err
	}
	defer d.Close()
	ds := append(clean[:len(clean):len(clean)], d)
	for _, f := range runCase(ctx, r, dossier.Build(ds, nil)) {
		if f.Data == d {
			return true, nil
		}
		for _, x := range f.Related {
			if x.Data == d {
				return true, nil
			}
		}
	}
	return false, nil
}

func runCase(ctx context.Context, r *check.Rule, c *dossier.Dossier) []check.Finding {
	p := check.NewPass(ctx, r, nil, &check.Env{AsOf: record.NoDay, Case: c}, 0, nil)
	found, _ := p.Run()
	return found
}

func closeAll(ds []*record.Dataset) {
	for _, d := range ds {
		d.Close()
	}
}

// Join puts the rates of rules that look at more than one table in the place of those that ran on tables of events one by one.
func Join(sums, cases []rules.Rates) []rules.Rates {
	by := map[string]rules.Rates{}
	for _, c := range cases {
		by[c.Code] = c
	}
	out := make([]rules.Rates, len(sums))
	for i, s := range sums {
		out[i] = s
		if c, ok := by[s.Code]; ok {
			out[i] = c
		}
	}
	return out
}
