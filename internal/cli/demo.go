package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/casefile"
	"github.com/assaydata/assay/internal/check/rules"
	"github.com/assaydata/assay/internal/demo"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/report"
)

func (a *app) demoCommand() *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:   "demo",
		Short: "audit a small invented dataset with planted errors, and count what was found",
		Long: `Write an invented case into a folder (four datasets with planted errors and the answer key), audit it, write the
report, and compare the findings with the key.`,
		Args: arguments(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error { return a.demo(c.Context(), dir) },
	}
	c.Flags().StringVar(&dir, "dir", "assay-demo", "folder to write")
	return c
}

func (a *app) demo(ctx context.Context, dir string) error {
	start := time.Now()
	if err := demo.Write(dir); err != nil {
		return err
	}
	c, err := casefile.Load(dir)
	if err != nil {
		return err
	}
	var chosen []audit.Chosen
	for _, r := range rules.All() {
		chosen = append(chosen, audit.Chosen{Rule: r})
	}
	result, err := audit.Run(ctx, audit.Config{AsOf: c.AsOf, Inputs: c.Inputs, Rules: chosen})
	if err != nil {
		return err
	}
	defer result.Close()
	out := filepath.Join(dir, "report")
	if err := report.Write(ctx, out, result, report.Options{Version: Version, Rules: chosen, AsOf: c.AsOf}); err != nil {
		return err
	}
	o := finding.Options{Version: Version, Elapsed: time.Since(start), Width: a.width(), Colour: a.colour(), Report: out}
	if err := finding.Text(a.out, result, o); err != nil {
		return err
	}
	key, err := demo.Key()
	if err != nil {
		return err
	}
	s, err := demo.Compare(result, key)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.out, "\nAgainst the answer key: found %d of %d planted errors, %d false alarms on %d clean rows.\n", s.Found, s.Planted, len(s.Alarms), s.Rows)
	for _, m := range s.Missed {
		fmt.Fprintf(a.out, "  missed: %s in %s, rows %v: %s\n", m.Rule, m.Dataset, m.Rows, m.What)
	}
	for _, f := range s.Alarms {
		fmt.Fprintf(a.out, "  false alarm: %s in %s, row %d: %s\n", f.Rule.Code, f.Data.Name, f.Data.RowNumber(f.Row), f.Message)
	}
	fmt.Fprintf(a.out, "The report: %s\nThe case:   %s   (assay check %s)\n", filepath.Join(out, "index.html"), dir, dir)
	return nil
}
