package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/coverage"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/overlap"
	"github.com/assaydata/assay/internal/report"
	"github.com/assaydata/assay/internal/wording"
)

// linkedFlags steer coverage of datasets that are linked first.
type linkedFlags struct {
	checkFlags
	by      []string
	violent bool
	draws   int
}

func (f *linkedFlags) register(c *cobra.Command) {
	fl := c.Flags()
	fl.StringSliceVar(&f.by, "by", nil, "an estimate for each part, where datasets are linked: country, admin1, year, kind")
	fl.BoolVar(&f.violent, "violent", false, "linked datasets: all violent events, not only those with a death")
	fl.IntVar(&f.draws, "draws", 20, "linked datasets: tables over so many draws of the uncertain links (0 = take the links as certain)")
	f.decisions.register(fl)
	fl.StringVar(&f.mapping, "map", "", "linked datasets: what the columns mean: a file, or the name of a shipped mapping")
	fl.IntVar(&f.jobs, "jobs", 0, "cores to use for reading; the result does not depend on it (0 = all)")
}

// referenceLinkage is how well the shipped weights link data that they were not fitted to (docs/linking.md). It is not a measurement of the data at hand.
var referenceLinkage = coverage.Linkage{Precision: 0.882, Recall: 0.847, Source: "Nigeria 2011, weights fitted to other pairs"}

// coverageLinked links datasets of events, or those of a case, and estimates what none of them has.
func (a *app) coverageLinked(ctx context.Context, args []string, f *coverageFlags, lf *linkedFlags) error {
	if !slices.Contains([]string{"text", "json"}, f.format) {
		return fmt.Errorf("unknown format %q (hint: text or json)", f.format)
	}
	if len(f.replicates) > 0 {
		return errors.New("--replicate goes with --capture (hint: linked datasets have --draws)")
	}
	if lf.draws < 0 || lf.draws > 1000 {
		return fmt.Errorf("--draws %d (hint: 0 to 1000)", lf.draws)
	}
	families, err := coverageFamilies(f.models)
	if err != nil {
		return err
	}
	cfg, err := a.config(args, &lf.checkFlags)
	if err != nil {
		return err
	}
	cfg.Rules, cfg.Link, cfg.Redraw = nil, audit.LinkEvents, lf.draws > 0
	result, err := a.run(ctx, cfg)
	if err != nil {
		return err
	}
	defer result.Close()
	a.warn(result.Undecided)
	if result.Across == nil {
		if err := a.verdict(result, "never"); err != nil {
			return err
		}
		return errors.New("nothing to link: coverage needs two datasets of events or more (hint: --capture FILE.csv for a table of overlaps)")
	}
	o := overlap.Options{Violent: lf.violent, Draws: lf.draws, Seed: f.seed, BuiltOn: cfg.BuiltOn}
	for _, k := range lf.by {
		o.By = append(o.By, overlap.Key(strings.TrimSpace(k)))
	}
	tables, err := overlap.Build(ctx, result.Across.Linked, result.Across.Facts, o)
	if err != nil {
		return err
	}
	study := tables.Study
	study.Name = fmt.Sprintf("%s of %s", study.Lists[0].Unit, wording.List(studyLists(study), 6))
	study.Linkage = referenceLinkage
	if f.describe != "" {
		if err := describeLists(f.describe, a.in, study); err != nil {
			return err
		}
	}
	a.explainTables(tables)
	if err := a.estimateCoverage(ctx, study, report.Tables(tables), families, f); err != nil {
		return err
	}
	return a.verdict(result, "never")
}

func studyLists(s *coverage.Study) []string {
	var out []string
	for _, l := range s.Lists {
		out = append(out, finding.Clean(l.Name))
	}
	return out
}

// explainTables says on standard error what the tables were made of: they are no result.
func (a *app) explainTables(t *overlap.Tables) {
	fmt.Fprintf(a.err, "assay: %s of %s linked ones counted, in %s, from %s to %s\n", count(t.Used, "event"), wording.Thousands(t.Linked),
		finding.Clean(wording.List(t.Countries, 4)), t.From, t.To)
	for _, l := range t.Left {
		fmt.Fprintf(a.err, "assay: %s left out: %s\n", count(l.Events, "event"), l.Why)
	}
	for _, e := range t.Echoes {
		if e.Echoes*4 >= e.Shared && e.Echoes > 0 {
			names := studyLists(t.Study)
			fmt.Fprintf(a.err, "assay: %s and %s share %s, of which %d go back to one report: these lists depend on each other\n", names[e.A], names[e.B], count(e.Shared, "event"), e.Echoes)
		}
	}
	if !t.Study.Linkage.Measured {
		l := t.Study.Linkage
		fmt.Fprintf(a.err, "assay: how well these datasets are linked is not known; on reference pairs precision is %.2f and recall %.2f (%s). Label pairs of your own and state the result with --describe\n",
			l.Precision, l.Recall, l.Source)
	}
}
