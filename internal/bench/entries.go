package bench

import (
	"context"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/rules"
	"github.com/assaydata/assay/internal/entry"
	"github.com/assaydata/assay/internal/link/identity"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/synth"
)

const (
	registerSize = 4_000 // persons of the clean register
	registerErrs = 200   // errors planted into it
)

// Entries measures the rules about entries of lists. False alarms are findings on an invented register in which everybody stands once
// and lives one life; errors are planted into copies of it, which are read and linked anew. A planted error is found when one finding names all of its rows.
func Entries(ctx context.Context, all []*check.Rule) ([]rules.Rates, error) {
	var text strings.Builder
	if err := synth.Persons(&text, synth.PersonOptions{Rows: registerSize, Seed: 1, Single: true}); err != nil {
		return nil, err
	}
	clean, err := readRegister(ctx, text.String())
	if err != nil {
		return nil, err
	}
	defer clean.data.Close()
	var out []rules.Rates
	plants := rules.EntriesPlants()
	for _, r := range all {
		if r.Entries == nil {
			continue
		}
		plant := plants[r.Code]
		if plant == nil {
			return nil, fmt.Errorf("%s: nothing plants its errors", r.Code)
		}
		rates := rules.Rates{Code: r.Code, Formats: []string{"lists"}, Rows: clean.data.N, Alarms: len(clean.run(ctx, r))}
		records, err := csv.NewReader(strings.NewReader(text.String())).ReadAll()
		if err != nil {
			return nil, err
		}
		s := &check.Sheet{Data: clean.data, Header: records[0], Rows: records[1:], Rand: rand.New(rand.NewPCG(1, 0x1d))}
		for _, row := range s.Pick(registerErrs, nil) {
			if rows, what := plant(s, row, s.Rand); len(rows) > 0 {
				s.Planted = append(s.Planted, check.Planted{Rows: rows, What: what})
			}
		}
		var b strings.Builder
		w := csv.NewWriter(&b)
		if err := w.WriteAll(append([][]string{s.Header}, s.Rows...)); err != nil {
			return nil, err
		}
		planted, err := readRegister(ctx, b.String())
		if err != nil {
			return nil, err
		}
		named := map[int][][]int{}
		for _, f := range planted.run(ctx, r) {
			rows := []int{f.Row}
			for _, x := range f.Related {
				rows = append(rows, x.Row)
			}
			for _, row := range rows {
				named[row] = append(named[row], rows)
			}
		}
		for _, p := range s.Planted {
			rates.Planted++
			if slices.ContainsFunc(named[p.Rows[0]], func(rows []int) bool {
				return !slices.ContainsFunc(p.Rows, func(row int) bool { return !slices.Contains(rows, row) })
			}) {
				rates.Found++
			}
		}
		planted.data.Close()
		out = append(out, rates)
	}
	return out, nil
}

// register is a list with its entries linked.
type register struct {
	data    *record.Dataset
	entries *check.Entries
}

func readRegister(ctx context.Context, text string) (*register, error) {
	d, err := read.Text(ctx, "register", text)
	if err != nil {
		return nil, err
	}
	l, err := identity.Link(ctx, []*record.Dataset{d}, entry.Person, identity.Options{})
	if err != nil {
		d.Close()
		return nil, err
	}
	return &register{d, &check.Entries{Persons: l}}, nil
}

func (g *register) run(ctx context.Context, r *check.Rule) []check.Finding {
	found, _ := check.NewPass(ctx, r, nil, &check.Env{AsOf: record.NoDay, Entries: g.entries}, 0, nil).Run()
	return found
}
