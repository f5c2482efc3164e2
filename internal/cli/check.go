package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/rules"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/record"
)

type checkFlags struct {
	format, failOn, report, mapping  string
	delimiter, encoding, sheet, asOf string
	sel, ignore                      []string
	all                              bool
	jobs                             int
}

func (a *app) checkCommand() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "check [FILE…]",
		Short: "audit files",
		RunE: func(c *cobra.Command, args []string) error {
			return a.check(c.Context(), args, &f)
		},
	}
	fl := c.Flags()
	fl.StringVar(&f.format, "format", "full", "full, concise, json, sarif, junit or github")
	fl.StringVar(&f.failOn, "fail-on", "warning", "exit with 1 from this severity on: note, warning, error, or never")
	fl.StringSliceVar(&f.sel, "select", nil, "only these rules or families (VAL003,GEO)")
	fl.StringSliceVar(&f.ignore, "ignore", nil, "without these rules or families")
	fl.BoolVar(&f.all, "all", false, "show every finding, not the worst of each rule")
	fl.IntVar(&f.jobs, "jobs", 0, "cores to use; the result does not depend on it (0 = all)")
	return c
}

func (a *app) check(ctx context.Context, args []string, f *checkFlags) error {
	start := time.Now()
	cfg, err := a.config(args, f)
	if err != nil {
		return err
	}
	p := a.progress()
	cfg.Progress = p.update
	result, err := audit.Run(ctx, *cfg)
	p.clear()
	if err != nil {
		return err
	}
	defer result.Close()
	o := finding.Options{Version: Version, Elapsed: time.Since(start), Width: a.width(), Colour: a.colour(), All: f.all, Report: f.report}
	if err := finding.Render(a.out, result, f.format, o); err != nil {
		return err
	}
	return a.verdict(result, f.failOn)
}

// config turns the arguments into the configuration of the audit.
func (a *app) config(args []string, f *checkFlags) (*audit.Config, error) {
	all := rules.All()
	chosen := map[*check.Rule]bool{}
	var err error
	if len(f.sel) > 0 {
		if chosen, err = findRules(all, f.sel); err != nil {
			return nil, err
		}
	} else {
		for _, r := range all {
			chosen[r] = true
		}
	}
	ignored, err := findRules(all, f.ignore)
	if err != nil {
		return nil, err
	}
	cfg := &audit.Config{AsOf: record.NoDay, Stdin: a.in, Workers: f.jobs}
	for _, r := range all {
		if chosen[r] && !ignored[r] {
			cfg.Rules = append(cfg.Rules, audit.Chosen{Rule: r})
		}
	}
	for _, path := range args {
		cfg.Inputs = append(cfg.Inputs, read.Input{Path: path})
	}
	return cfg, nil
}

// verdict turns the result into an exit code and says what could not be read.
func (a *app) verdict(result *audit.Audit, failOn string) error {
	code := exitClean
	if failOn != "never" {
		least, err := check.ParseSeverity(failOn)
		if err != nil {
			return err
		}
		n := result.Count()
		for s := least; s <= check.Error; s++ {
			if n[s] > 0 {
				code = exitFindings
			}
		}
	}
	if result.Partial {
		code = exitPartial
	}
	for _, failure := range result.Failed {
		fmt.Fprintf(a.err, "assay: %v\n", failure.Err)
		var unsupported *container.UnsupportedError
		if errors.Is(failure.Err, fs.ErrNotExist) || errors.As(failure.Err, &unsupported) {
			if code != exitPartial {
				code = exitUsage
			}
			continue
		}
		code = exitPartial
	}
	if code == exitClean {
		return nil
	}
	return &exitError{code: code}
}
