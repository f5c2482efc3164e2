package cli

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/publish/linked"
	"github.com/assaydata/assay/internal/wording"
)

type linkFlags struct {
	checkFlags
	out             string
	taxonomies      []string
	single          []string
	explainBlocking bool
	acceptAbove     float64
}

func (a *app) linkCommand() *cobra.Command {
	var f linkFlags
	c := &cobra.Command{
		Use:   "link [FILE… | FOLDER]",
		Short: "say which records are the same event, or the same person or group",
		Long: `Link datasets of events, or tables of claims about incidents: which records describe one event, which are parts of a larger one,
what each dataset says about it, and which value has more behind it. Records are also linked within a dataset.

Link lists of persons and groups (tables with names, FollowTheMoney entities, the consolidated list of the UN, the list of OFAC with its
alternative names, tables of claims about people and groups): which entries are one person or group. For them the result is a proposal.
Nothing is merged without a decision, unless --accept-above says from which probability on. --out writes pairs.csv and entities.csv with
the status of each; where events are linked as well, they are entry-pairs.csv and entry-entities.csv.

For events, with --out four files are written: pairs.csv (the relation of two records, its probability, its match weight in bits and the level of
each comparison), entities.csv (which records are one event), events.csv and events.parquet (one row an event; each field with
its value, a verdict, and the cells that it came from). Decisions of reviewers (assay decide) always hold. The result does not depend on
the order of files or rows.

Exit codes: 0 linked, 2 usage or configuration, 3 an input could be read only in part, 130 interrupted.`,
		Example: `  assay link acled.csv ged.csv gtd.csv.gz scad.csv --out linked/
  assay link acled.csv ged.csv --explain-blocking      # what is compared at all, before anything is
  assay explain acled:2871NIG gtd:201101010005 acled.csv gtd.csv
  assay link sdn.csv alt.csv un.xml --out linked/      # persons and groups: proposals`,
		RunE: func(c *cobra.Command, args []string) error { return a.link(c.Context(), args, &f) },
	}
	fl := c.Flags()
	fl.StringVar(&f.out, "out", "", "write pairs.csv, entities.csv, events.csv and events.parquet into this folder")
	f.decisions.register(fl)
	fl.StringArrayVar(&f.taxonomies, "taxonomy", nil, "crosswalk of categories in the form of the R package meltt: COLUMN=FILE of kinds of event, actor:COLUMN=FILE of actors")
	fl.StringSliceVar(&f.single, "single", nil, "short names of datasets that are known to tell no event twice: at most one record of each to an event, or the rows into which it puts one")
	fl.Float64Var(&f.acceptAbove, "accept-above", 0, "merge persons and groups of at least this probability (0 = merge nothing without a decision)")
	fl.BoolVar(&f.explainBlocking, "explain-blocking", false, "say which keys bring records together, how many pairs they give, and stop")
	fl.StringVar(&f.mapping, "map", "", "what the columns mean: a file, or the name of a shipped mapping")
	fl.StringVar(&f.delimiter, "delimiter", "", "field delimiter of text files (guessed)")
	fl.StringVar(&f.encoding, "encoding", "", "encoding of text that is not UTF-8 (guessed)")
	fl.StringVar(&f.sheet, "sheet", "", "sheet of a workbook (the first that holds a table)")
	fl.IntVar(&f.jobs, "jobs", 0, "cores to use; the result does not depend on it (0 = all)")
	return c
}

func (a *app) link(ctx context.Context, args []string, f *linkFlags) error {
	start := time.Now()
	cfg, err := a.config(args, &f.checkFlags)
	if err != nil {
		return err
	}
	if f.acceptAbove < 0 || f.acceptAbove > 1 {
		return fmt.Errorf("--accept-above %v is no probability (hint: 0.95)", f.acceptAbove)
	}
	cfg.Rules, cfg.Link, cfg.BlockingOnly, cfg.Accept = nil, audit.LinkAll, f.explainBlocking, f.acceptAbove
	cfg.NoSummary = f.out != "" || f.explainBlocking // writing the files makes the summary as well
	cfg.Single = f.single
	if cfg.Taxonomies, err = a.readTaxonomies(f.taxonomies); err != nil {
		return err
	}
	result, err := a.run(ctx, cfg)
	if err != nil {
		return err
	}
	defer result.Close()
	a.warn(result.Undecided)
	if len(result.Failed) > 0 && f.out != "" {
		// What is written would look whole without the datasets that are missing.
		err := a.verdict(result, "never")
		fmt.Fprintf(a.err, "assay: nothing was written to %s: %s could not be read\n", f.out, count(len(result.Failed), "input"))
		return err
	}
	a.passedOver(result)
	if result.Across == nil && result.Entries == nil {
		if err := a.verdict(result, "never"); err != nil {
			return err
		}
		return fmt.Errorf("nothing to link: no input holds events with dates, or two persons or groups (hint: assay init FILE --print shows how a file was understood)")
	}
	if result.Across == nil && len(f.single)+len(f.taxonomies) > 0 {
		return fmt.Errorf("no events are linked, to which --single and --taxonomy apply (hint: leave them out for lists of persons and groups)")
	}
	if e := result.Entries; e != nil {
		if err := a.linkEntries(e, f, result.Across != nil, time.Since(start)); err != nil {
			return err
		}
	}
	if l := result.Across; l != nil {
		if err := a.linkEvents(ctx, l, f, time.Since(start)); err != nil {
			return err
		}
	}
	return a.verdict(result, "never")
}

// passedOver says which files took no part in linking, and which file goes by which name where two share one.
func (a *app) passedOver(result *audit.Audit) {
	for _, n := range result.Namesakes {
		fmt.Fprintf(a.err, "assay: %s is %s; %s is %s\n", finding.Clean(n.First.Name), finding.Clean(finding.File(n.First)), finding.Clean(n.Data.Name), finding.Clean(finding.File(n.Data)))
	}
	for _, u := range result.Unlinked() {
		file, hint := finding.Clean(finding.File(u.Data)), ""
		if u.Data.N > 0 && !u.Data.Format.Claims {
			hint = fmt.Sprintf(" (hint: assay init %s --print)", file)
		}
		fmt.Fprintf(a.err, "assay: %s: not linked: %s%s\n", file, u.Why, hint)
	}
}

// linkEvents writes and tells what linking events came to.
func (a *app) linkEvents(ctx context.Context, l *check.Linkage, f *linkFlags, spent time.Duration) error {
	if n := len(l.Linked.Unlisted); n > 0 {
		const most = 5
		fmt.Fprintf(a.err, "assay: the taxonomies do not list %s, which are compared as without them: %s\n", count(n, "category value"),
			finding.Clean(strings.Join(l.Linked.Unlisted[:min(n, most)], "; ")))
	}
	if f.explainBlocking {
		a.blocking(l)
		return nil
	}
	if f.out != "" {
		var names []string
		for _, c := range l.Linked.Model.Comparisons {
			names = append(names, strings.ReplaceAll(c.Name, " ", "_"))
		}
		defer audit.PaceMemory(l.Linked.Datasets)()
		var err error
		if l.Summary, err = linked.Write(ctx, f.out, l.Facts, names); err != nil {
			return err
		}
	}
	a.linkSummary(l, spent, f.out)
	return nil
}

// blocking shows what the keys bring together.
func (a *app) blocking(l *check.Linkage) {
	fmt.Fprintf(a.out, "%s of %s: %s to compare, of %s possible ones\n\n", count(l.Linked.Records.N(), "record"),
		count(len(l.Linked.Datasets), "dataset"), count(l.Linked.Candidates, "pair"), wording.Thousands(l.Linked.Records.N()*(l.Linked.Records.N()-1)/2))
	a.keys(l.Linked.Blocking)
}

func (a *app) linkSummary(l *check.Linkage, spent time.Duration, out string) {
	var n [4]int
	for i := range l.Linked.Pairs {
		n[l.Linked.Pairs[i].Relation]++
	}
	s := l.Summary
	fmt.Fprintf(a.out, "%s of %s are %s, linked in %.1f s\n", count(l.Linked.Records.N(), "record"), count(len(l.Linked.Datasets), "dataset"), count(s.Events, "event"), spent.Seconds())
	fmt.Fprintf(a.out, "  %s the same, %s part of one event, %s unsure\n", count(n[link.Same], "pair"), wording.Thousands(n[link.PartOf]), wording.Thousands(n[link.Unsure]))
	if l.Linked.Model.Fit.Decisions > 0 {
		fmt.Fprintf(a.out, "  weights refitted to %s\n", count(l.Linked.Model.Fit.Decisions, "decision"))
	}
	if len(s.Overlap) > 0 && len(l.Linked.Datasets) > 1 {
		fmt.Fprintln(a.out, "\nEvents by the datasets that have them")
		w := tabwriter.NewWriter(a.out, 0, 4, 2, ' ', tabwriter.AlignRight)
		for _, o := range s.Overlap[:min(len(s.Overlap), 15)] {
			var names []string
			for _, d := range o.Datasets {
				names = append(names, l.Linked.Datasets[d].Name)
			}
			fmt.Fprintf(w, "  %s\t  %s\n", wording.Thousands(o.Events), strings.Join(names, " + "))
		}
		w.Flush()
	}
	a.agreement(l)
	a.worstContradictions(l)
	if out == "" {
		fmt.Fprintln(a.out, "\nRead on: --out DIR writes pairs.csv, entities.csv, events.csv and events.parquet")
		return
	}
	fmt.Fprintf(a.out, "\nWritten to %s: %s, %s, %s and %s\n", out, linked.PairsName, linked.EntitiesName, linked.CSVName, linked.ParquetName)
}

// agreement shows how often datasets agree, field by field.
func (a *app) agreement(l *check.Linkage) {
	if len(l.Summary.Agreement) == 0 {
		return
	}
	total := map[fact.Field][2]int{}
	var fields []fact.Field
	for _, x := range l.Summary.Agreement {
		if !slices.Contains(fields, x.Field) {
			fields = append(fields, x.Field)
		}
		t := total[x.Field]
		total[x.Field] = [2]int{t[0] + x.Agree, t[1] + x.Compare}
	}
	fmt.Fprintln(a.out, "\nAgreement of datasets about shared events, within their precision")
	w := tabwriter.NewWriter(a.out, 0, 4, 2, ' ', 0)
	for _, f := range fields {
		if t := total[f]; t[1] > 0 {
			fmt.Fprintf(w, "  %s\t%.0f %%\tof %s\n", f, 100*float64(t[0])/float64(t[1]), wording.Thousands(t[1]))
		}
	}
	w.Flush()
}

// worstContradictions lists the largest disagreements about deaths with their records.
func (a *app) worstContradictions(l *check.Linkage) {
	list := l.Summary.Worst[fact.Deaths]
	if len(list) == 0 {
		return
	}
	fmt.Fprintln(a.out, "\nLargest disagreements about deaths")
	name := func(c fact.Claim) string {
		d := l.Linked.Datasets[c.Data]
		return finding.Clean(fmt.Sprintf("%s:%s", d.Name, d.ID(int(c.Row))))
	}
	w := tabwriter.NewWriter(a.out, 0, 4, 2, ' ', 0)
	for _, c := range list[:min(5, len(list))] {
		fmt.Fprintf(w, "  %s\t%s\tagainst %s\t%s\n", name(c.A), finding.Clean(c.A.Value.String()), finding.Clean(c.B.Value.String()), name(c.B))
	}
	w.Flush()
}
