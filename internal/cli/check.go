package cli

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/casefile"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/report"
)

type checkFlags struct {
	format, failOn, report, mapping  string
	delimiter, encoding, sheet, asOf string
	baseline, writeBaseline          string
	sel, ignore                      []string
	all                              bool
	jobs                             int
	decisions                        journalFlag
}

func (a *app) checkCommand() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "check [FILE… | FOLDER]",
		Short: "audit files, or the case in a folder",
		Long: `Audit files: recognise what each is, check every cell, show what is wrong and why.

Without arguments, or with a folder, the assay.yaml there says what to audit. Files may be CSV or TSV (any delimiter and
encoding), XLSX, JSON, JSON Lines, GeoJSON or Parquet, also packed with gzip or zip; "-" is standard input.

Exit codes: 0 nothing at or over --fail-on, 1 findings, 2 usage or configuration, 3 an input could be read only in part,
130 interrupted.`,
		Example: `  assay check ged.csv acled.xlsx gtd.csv.gz --report out/
  assay check incidents.csv --map mapping.yaml --select GEO,DUP
  assay check --write-baseline     # in a case: show only new findings from now on`,
		RunE: func(c *cobra.Command, args []string) error { return a.check(c.Context(), args, &f) },
	}
	fl := c.Flags()
	fl.StringVar(&f.format, "format", "full", strings.Join(finding.Formats(), ", "))
	fl.StringVar(&f.report, "report", "", "write an HTML report into this folder")
	fl.StringVar(&f.failOn, "fail-on", "warning", "exit with 1 from this severity on: note, warning, error, or never")
	fl.StringSliceVar(&f.sel, "select", nil, "only these rules or families (VAL003,GEO)")
	fl.StringSliceVar(&f.ignore, "ignore", nil, "without these rules or families")
	fl.BoolVar(&f.all, "all", false, "show every finding, not the worst of each rule")
	fl.StringVar(&f.mapping, "map", "", "what the columns mean: a file, or the name of a shipped mapping")
	fl.StringVar(&f.delimiter, "delimiter", "", "field delimiter of text files (guessed)")
	fl.StringVar(&f.encoding, "encoding", "", "encoding of text that is not UTF-8 (guessed)")
	fl.StringVar(&f.sheet, "sheet", "", "sheet of a workbook (the first that holds a table)")
	fl.StringVar(&f.asOf, "as-of", "", "day on which the data was obtained; later events are impossible")
	f.decisions.register(fl)
	fl.StringVar(&f.baseline, "baseline", "", "leave out the findings in this file")
	fl.StringVar(&f.writeBaseline, "write-baseline", "", "write all findings into this file and leave them out from now on")
	fl.Lookup("write-baseline").NoOptDefVal = defaultBaseline
	fl.IntVar(&f.jobs, "jobs", 0, "cores to use; the result does not depend on it (0 = all)")
	return c
}

// defaultBaseline is the file of --write-baseline without a name.
const defaultBaseline = "baseline.jsonl"

func (a *app) check(ctx context.Context, args []string, f *checkFlags) error {
	start := time.Now()
	if !slices.Contains(finding.Formats(), f.format) {
		return fmt.Errorf("unknown format %q (hint: %s)", f.format, strings.Join(finding.Formats(), ", "))
	}
	if _, err := check.ParseSeverity(f.failOn); err != nil && f.failOn != "never" {
		return fmt.Errorf("--fail-on: %w", err)
	}
	cfg, err := a.config(args, f)
	if err != nil {
		return err
	}
	result, err := a.run(ctx, cfg)
	if err != nil {
		return err
	}
	defer result.Close()
	a.warn(result.Undecided)
	if f.report != "" {
		if err := report.Write(ctx, f.report, result, report.Options{Version: Version, Rules: cfg.Rules, AsOf: cfg.AsOf}); err != nil {
			return err
		}
	}
	if f.writeBaseline != "" {
		if err := casefile.WriteBaseline(f.writeBaseline, result.Findings); err != nil {
			return err
		}
		fmt.Fprintf(a.err, "assay: %s written to %s; name it under baseline: in assay.yaml, or with --baseline\n", count(len(result.Findings), "finding"), f.writeBaseline)
		return nil
	}
	o := finding.Options{
		Version: Version, Elapsed: time.Since(start), Width: a.width(), Colour: a.colour(), All: f.all,
		Report: f.report, Base: workingFolder(),
	}
	if o.FailOn, err = check.ParseSeverity(f.failOn); err != nil {
		o.FailOn = check.Error + 1
	}
	if len(result.Datasets) > 0 {
		if err := finding.Render(a.out, result, f.format, o); err != nil {
			return err
		}
	}
	return a.verdict(result, f.failOn)
}

func workingFolder() string {
	dir, err := os.Getwd()
	if err != nil {
		return ""
	}
	return dir
}

// verdict turns the result into an exit code and says what could not be read.
func (a *app) verdict(result *audit.Audit, failOn string) error {
	code := exitClean
	if failOn != "never" {
		least, err := check.ParseSeverity(failOn)
		if err != nil {
			return err
		}
		for i := range result.Findings {
			// A lead asks for a look; it says nothing is wrong yet.
			if f := &result.Findings[i]; f.Severity >= least && !f.Rule.Lead {
				code = exitFindings
			}
		}
	}
	if result.Partial {
		code = exitPartial
	}
	for _, failure := range result.Failed {
		fmt.Fprintf(a.err, "assay: %v\n", failure.Err)
		if read.IsUsage(failure.Path, failure.Err) {
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
