// Package bench measures all rules: recall on planted errors and false alarms on clean rows.
package bench

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/planting"
	"github.com/assaydata/assay/internal/record"
)

// A rule with less recall or more false alarms than this is shown as a lead, not as an error.
const (
	LeastRecall        = 0.95
	MostAlarmsPer10000 = 10
)

// GeneratedEvents is the size of each generated table on which the published rates are measured.
const GeneratedEvents = 4000

// Measure measures rules on clean tables, each rule on each table, on all cores. Results are ordered by rule, then table.
func Measure(ctx context.Context, rules []*check.Rule, tables []*planting.Clean, n int, seed uint64, progress func(done, total int)) ([]*planting.Result, error) {
	out := make([]*planting.Result, len(rules)*len(tables))
	err := each(ctx, len(out), progress, func(i int) error {
		rule, table := rules[i/len(tables)], tables[i%len(tables)]
		var err error
		if out[i], err = planting.Measure(ctx, rule, table, n, seed); err != nil {
			return fmt.Errorf("%s on %s: %w", rule.Code, table.Name, err)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Cells reads all cells of a dataset again as a table, at most limit rows (0 = all).
func Cells(ctx context.Context, d *record.Dataset, limit int) (*planting.Table, error) {
	t := &planting.Table{Name: d.Name}
	for i := range d.Columns {
		t.Header = append(t.Header, d.Columns[i].Name)
	}
	n := d.N
	if limit > 0 && n > limit {
		n = limit
	}
	rows := make([]int, n)
	for i := range rows {
		rows[i] = i
	}
	err := d.Reread(ctx, rows, func(_ int, cells []string) error {
		row := make([]string, len(t.Header))
		copy(row, cells)
		t.Rows = append(t.Rows, row)
		return nil
	})
	return t, err
}

// Clean removes the rows that the rules speak of, again and again until they are silent about single rows or ten rounds
// have passed, and returns how many were removed.
func Clean(ctx context.Context, rules []*check.Rule, t *planting.Table) (*planting.Clean, int, error) {
	removed := 0
	for round := 0; ; round++ {
		c, err := planting.NewClean(ctx, t)
		if err != nil {
			return nil, removed, err
		}
		suspect := make([]bool, len(t.Rows))
		for _, r := range rules {
			found, _ := check.NewPass(ctx, r, c.Data, &check.Env{AsOf: record.NoDay}, 0, nil).Run()
			for i := range found {
				if found[i].Row < 0 {
					continue
				}
				for _, row := range planting.Rows(&found[i]) {
					if row < len(suspect) {
						suspect[row] = true
					}
				}
			}
		}
		if !slices.Contains(suspect, true) || round == 10 {
			return c, removed, nil
		}
		c.Data.Close()
		next := &planting.Table{Name: t.Name, Header: t.Header, Mapping: t.Mapping}
		for i, row := range t.Rows {
			if !suspect[i] {
				next.Rows = append(next.Rows, row)
			}
		}
		removed += len(t.Rows) - len(next.Rows)
		t = next
		if len(t.Rows) == 0 {
			return nil, removed, fmt.Errorf("%s: no row is free of findings", strings.TrimSpace(t.Name))
		}
	}
}
