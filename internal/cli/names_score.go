package cli

import (
	"context"
	"encoding/csv"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/names"
)

func (a *app) namesScoreCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:   "score FILE",
		Short: "score pairs of names in a table",
		Long: `Score the pairs of names in a table. It has columns name1 and name2 and may have schema (Person, Organization, Company, LegalEntity,
Vessel; Person if empty). All its columns are written again with three more: score (0 to 1), match (true from ` + thresholdText + ` on) and
why (which parts were set against each other, and by which path).

Exit codes: 0 scored, 2 usage, 3 the input could be read only in part, 130 interrupted.`,
		Example: "  assay names score pairs.csv --out scored.csv",
		Args:    arguments(cobra.ExactArgs(1)),
		RunE:    func(c *cobra.Command, args []string) error { return a.namesScore(c.Context(), args[0], out) },
	}
	c.Flags().StringVar(&out, "out", "", "the file to write (stdout)")
	return c
}

var thresholdText = strconv.FormatFloat(names.Threshold, 'f', 2, 64)

func (a *app) namesScore(ctx context.Context, path, out string) error {
	t, err := a.nameTable(ctx, path, "name1", "name2", "schema?")
	if err != nil {
		return err
	}
	defer t.d.Close()
	m := names.NewMatcher()
	err = a.csvOut(out, func(w *csv.Writer) error {
		if err := w.Write(append(t.header(), "score", "match", "why")); err != nil {
			return err
		}
		return t.each(ctx, func(row int, cells []string) error {
			kind, err := t.kind(row, cells, "schema")
			if err != nil {
				return err
			}
			x := m.Explain(names.Parse(t.cell(cells, "name1"), kind), names.Parse(t.cell(cells, "name2"), kind))
			line := make([]string, len(t.d.Columns), len(t.d.Columns)+3)
			copy(line, cells)
			return w.Write(append(line, value(x.Score), strconv.FormatBool(x.Score.Matches()), x.Why()))
		})
	})
	if err != nil {
		return err
	}
	return a.partly(t)
}

func value(s names.Score) string { return strconv.FormatFloat(float64(s.Value), 'f', 4, 32) }
