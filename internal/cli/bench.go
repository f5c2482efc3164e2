package cli

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/bench"
	"github.com/assaydata/assay/internal/casefile"
	"github.com/assaydata/assay/internal/check/planting"
	"github.com/assaydata/assay/internal/check/rules"
	"github.com/assaydata/assay/internal/planted"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/synth"
)

func (a *app) benchCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "bench",
		Short: "measure rules and estimates: plant known errors, simulate known truths, and count what is found",
	}
	ofCommands(c)
	c.AddCommand(a.plantCommand(), a.benchRulesCommand(), a.generateCommand(), a.demoDataCommand(), a.benchCoverageCommand())
	return c
}

func (a *app) plantCommand() *cobra.Command {
	var n, limit int
	var seed uint64
	var mapping string
	c := &cobra.Command{
		Use:   "plant FILE",
		Short: "plant errors of every kind into a clean copy of a file and count what is found",
		Long: `Take the rows of a file that no rule speaks of as clean, plant errors of each rule's own kind into a copy of them, run
the rule, and print how many it found and how many it raised on rows that were not touched. The file is not changed.`,
		Args: arguments(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			return a.plant(c.Context(), args[0], mapping, n, limit, seed)
		},
	}
	c.Flags().IntVar(&n, "errors", 40, "errors to plant for each rule")
	c.Flags().IntVar(&limit, "rows", 20000, "rows of the file to use (0 = all)")
	c.Flags().Uint64Var(&seed, "seed", 1, "the same seed plants the same errors")
	c.Flags().StringVar(&mapping, "map", "", "what the columns mean: a file, or the name of a shipped mapping")
	return c
}

func (a *app) plant(ctx context.Context, path, mapping string, n, limit int, seed uint64) error {
	in, err := input(path, mapping)
	if err != nil {
		return err
	}
	ds, err := read.Open(ctx, in, read.Options{Stdin: a.in})
	if err != nil {
		return err
	}
	for _, d := range ds {
		defer d.Close()
	}
	t, err := bench.Cells(ctx, ds[0], limit)
	if err != nil {
		return err
	}
	t.Mapping = in.Mapping
	all := rules.All()
	clean, removed, err := bench.Clean(ctx, all, t)
	if err != nil {
		return err
	}
	defer clean.Data.Close()
	fmt.Fprintf(a.out, "%s: %d rows without findings; %d rows with findings left out\n\n", ds[0].Name, clean.Data.N, removed)
	p := a.progress()
	results, err := bench.Measure(ctx, all, []*planting.Clean{clean}, n, seed, func(done, total int) { p.update("planting", int64(done), int64(total)) })
	p.clear()
	if err != nil {
		return err
	}
	return bench.WriteTable(a.out, all, bench.Summaries(results))
}

func (a *app) benchRulesCommand() *cobra.Command {
	var out, rates string
	c := &cobra.Command{
		Use:   "rules",
		Short: "measure every rule on the bundled generated data; with --out, write the documentation of the rules",
		Args:  arguments(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			ctx := c.Context()
			var tables []*planting.Clean
			for _, layout := range synth.Layouts {
				t, err := planting.ParseTable(layout, synth.Text(layout, bench.GeneratedEvents, 1))
				if err != nil {
					return err
				}
				clean, err := planting.NewClean(ctx, t)
				if err != nil {
					return err
				}
				defer clean.Data.Close()
				tables = append(tables, clean)
			}
			p := a.progress()
			results, err := bench.Measure(ctx, rules.All(), tables, 40, 1, func(done, total int) { p.update("planting", int64(done), int64(total)) })
			p.clear()
			if err != nil {
				return err
			}
			cases, err := bench.Cases(ctx, rules.All(), func(done, total int) { p.update("planting into a case", int64(done), int64(total)) })
			p.clear()
			if err != nil {
				return err
			}
			sums := bench.Join(bench.Summaries(results), cases)
			if out == "" {
				return bench.WriteTable(a.out, rules.All(), sums)
			}
			if rates != "" {
				if err := casefile.Replace(rates, func(w io.Writer) error { return bench.WriteCSV(w, sums) }); err != nil {
					return err
				}
			}
			return bench.WriteDocs(out, rules.All(), sums)
		},
	}
	c.Flags().StringVar(&out, "out", "", "folder for the documentation")
	c.Flags().StringVar(&rates, "rates", "", "file for the measured rates")
	return c
}

func (a *app) generateCommand() *cobra.Command {
	var o synth.Options
	c := &cobra.Command{
		Use:   "generate",
		Short: "write an invented dataset without errors as CSV",
		Args:  arguments(cobra.NoArgs),
		RunE:  func(*cobra.Command, []string) error { return synth.Write(a.out, o) },
	}
	c.Flags().StringVar(&o.Layout, "layout", "acled", "acled, ged, gtd or scad")
	c.Flags().IntVar(&o.Rows, "rows", 1000, "number of events")
	c.Flags().Uint64Var(&o.Seed, "seed", 1, "the same seed gives the same bytes")
	c.Flags().BoolVar(&o.Strict, "strict", false, "no two events that could be taken for one (slow from 20,000 rows on)")
	return c
}

func (a *app) demoDataCommand() *cobra.Command {
	var out string
	c := &cobra.Command{
		Use:    "demo-data",
		Short:  "make the files of the invented case with planted errors again",
		Hidden: true,
		Args:   arguments(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			files, err := planted.Make(c.Context(), rules.All())
			if err != nil {
				return err
			}
			for name, data := range files {
				if err := casefile.Replace(filepath.Join(out, name), func(w io.Writer) error { _, err := w.Write(data); return err }); err != nil {
					return err
				}
			}
			return nil
		},
	}
	c.Flags().StringVar(&out, "out", "internal/planted/data", "folder")
	return c
}
