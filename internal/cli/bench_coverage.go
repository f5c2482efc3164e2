package cli

import (
	"io"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/bench"
	"github.com/assaydata/assay/internal/casefile"
)

func (a *app) benchCoverageCommand() *cobra.Command {
	var o bench.CoverageOptions
	var out string
	c := &cobra.Command{
		Use:   "coverage",
		Short: "simulate lists whose truth is known and count how often each model's interval holds it",
		Long: `Draw tables of overlapping lists from populations of known size: lists that are independent, that depend on each other, that copy, and cases
that are hard to reach for every list. Estimate the size from each table by each model, and print how often the 95 % interval holds it. The same seed prints the same numbers.`,
		Args: arguments(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error {
			p := a.progress()
			results, err := bench.Coverage(c.Context(), o, func(done, total int) { p.update("simulating", int64(done), int64(total)) })
			p.clear()
			if err != nil {
				return err
			}
			if out != "" {
				return casefile.Replace(out, func(w io.Writer) error { return bench.WriteCoverageDocs(w, results, o) })
			}
			return bench.WriteCoverage(a.out, results)
		},
	}
	c.Flags().IntVar(&o.Repetitions, "repetitions", 1000, "tables for each truth")
	c.Flags().IntVar(&o.Latent, "latent", 40, "tables of each truth on which latent classes are sampled, a second of one core each")
	c.Flags().Uint64Var(&o.Seed, "seed", 1, "the same seed draws the same tables")
	c.Flags().StringVar(&out, "out", "", "write the result as a page of the documentation")
	return c
}
