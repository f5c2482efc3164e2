package cli

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/casefile"
	"github.com/assaydata/assay/internal/coverage"
	"github.com/assaydata/assay/internal/coverage/capture"
	"github.com/assaydata/assay/internal/report"
)

type coverageFlags struct {
	capture, describe string
	replicates        []string
	models            []string
	format, out       string
	seed              uint64
	quick             bool
}

func (a *app) coverageCommand() *cobra.Command {
	var f coverageFlags
	var lf linkedFlags
	c := &cobra.Command{
		Use:   "coverage [FILE… | FOLDER | --capture FILE.csv]",
		Short: "estimate how many cases no list has seen, or say why that cannot be done",
		Long: `Estimate from cases that several lists share how many cases none of them has (capture-recapture, multiple systems estimation).

Datasets of events, or those of the case in a folder, are linked first; each is a list, and its events with a death are the cases (--violent takes
all violent ones), in the countries and months that all datasets have. --by divides them. Tables are counted again over draws of the uncertain links.

With --capture the table is given: it has one column of 0 and 1 per list and a column count; a column stratum divides the cases. --describe names a file that says what
is known about the lists: what a case is, the period, whether every case could have been on every list, how well cases were matched, and
which lists are made from one source. What is not stated there keeps an estimate from being given; what contradicts the method refuses it
before any model runs.

With --out a page with drawings is written, coverage.html, and tables: estimates.csv, models.csv, sensitivity.csv, gates.csv, lists.csv and draws.csv.

Exit codes: 0 an answer, which may be that there is no estimate; 2 usage or a table that cannot be read; 130 interrupted.`,
		Example: `  assay coverage acled.csv ged.csv gtd.csv.gz scad.csv --by year --describe lists.yaml
  assay coverage --capture kosovo.csv --describe kosovo.yaml
  assay coverage --capture kosovo.csv --models log-linear,graphs --quick
  assay coverage --capture kosovo.csv --describe kosovo.yaml --out coverage/ --format json`,
		RunE: func(c *cobra.Command, args []string) error {
			if f.capture == "" {
				return a.coverageLinked(c.Context(), args, &f, &lf)
			}
			if len(args) > 0 {
				return fmt.Errorf("a table of overlaps and %s (hint: either --capture FILE.csv, or datasets)", args[0])
			}
			return a.coverage(c.Context(), &f)
		},
	}
	lf.register(c)
	fl := c.Flags()
	fl.StringVar(&f.capture, "capture", "", "table of capture histories in CSV (- for standard input)")
	fl.StringVar(&f.describe, "describe", "", "what is known about the lists, in YAML")
	fl.StringArrayVar(&f.replicates, "replicate", nil, "the same table after drawing the uncertain links anew; ten or more give an interval that counts them")
	fl.StringSliceVar(&f.models, "models", nil, "families of models: log-linear, graphs, latent (all); bounds always run")
	fl.Uint64Var(&f.seed, "seed", 1, "the same seed gives the same result")
	fl.BoolVar(&f.quick, "quick", false, "short chains and few draws: to look, not to publish")
	fl.StringVar(&f.format, "format", "text", "text or json")
	fl.StringVar(&f.out, "out", "", "write the tables into this folder")
	return c
}

func (a *app) coverage(ctx context.Context, f *coverageFlags) error {
	if !slices.Contains([]string{"text", "json"}, f.format) {
		return fmt.Errorf("unknown format %q (hint: text or json)", f.format)
	}
	families, err := coverageFamilies(f.models)
	if err != nil {
		return err
	}
	file, err := a.captureFile(f.capture)
	if err != nil {
		return err
	}
	for _, n := range file.Notices {
		fmt.Fprintf(a.err, "assay: %s: %s\n", file.Name, n)
	}
	if file.Frequencies != nil {
		if f.format != "text" || f.out != "" || f.describe != "" {
			return fmt.Errorf("%s: counts of how often cases were seen, without lists, have a lower bound and nothing else (hint: leave --format, --out and --describe away)", file.Name)
		}
		return a.frequencies(file)
	}
	study := &coverage.Study{Name: filepath.Base(f.capture), Strata: file.Strata}
	if f.capture == "-" {
		study.Name = "standard input"
	}
	lists := file.Strata[0].Table.Lists
	for _, name := range lists {
		study.Lists = append(study.Lists, coverage.List{Name: name})
	}
	if f.describe != "" {
		if err := describeLists(f.describe, a.in, study); err != nil {
			return err
		}
	}
	for _, path := range f.replicates {
		r, err := a.captureFile(path)
		if err != nil {
			return err
		}
		if r.Frequencies != nil || !slices.Equal(r.Strata[0].Table.Lists, lists) {
			return fmt.Errorf("%s: other lists than in %s (hint: a replicate has the same columns)", path, f.capture)
		}
		study.Replicates = append(study.Replicates, r.Strata)
	}
	return a.estimateCoverage(ctx, study, nil, families, f)
}

// estimateCoverage runs a study and writes what came of it. made says how its tables came about.
func (a *app) estimateCoverage(ctx context.Context, study *coverage.Study, made []string, families []coverage.Family, f *coverageFlags) error {
	p := a.progress()
	rep, err := coverage.Run(ctx, study, coverage.Options{Families: families, Seed: f.seed, Quick: f.quick, Progress: p.update})
	p.clear()
	if err != nil {
		return err
	}
	if f.out != "" {
		if err := writeCoverage(f.out, rep); err != nil {
			return err
		}
		page := func(w io.Writer) error { return report.WriteCoverage(w, rep, made, Version) }
		if err := casefile.Replace(filepath.Join(f.out, "coverage.html"), page); err != nil {
			return err
		}
	}
	if f.format == "json" {
		return coverageJSON(a.out, rep)
	}
	a.coverageText(rep, f.out)
	return nil
}

func coverageFamilies(names []string) ([]coverage.Family, error) {
	out := []coverage.Family{}
	for _, n := range names {
		family := coverage.Family(strings.TrimSpace(n))
		if !slices.Contains(coverage.Families, family) {
			return nil, fmt.Errorf("--models: unknown family %q (hint: log-linear, graphs or latent)", n)
		}
		out = append(out, family)
	}
	if len(names) == 0 {
		out = nil
	}
	return out, nil
}

func (a *app) captureFile(path string) (*capture.File, error) {
	data, err := readAll(path, a.in)
	if err != nil {
		return nil, err
	}
	return capture.Read(bytes.NewReader(data), path)
}
