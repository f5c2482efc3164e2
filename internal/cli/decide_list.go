package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/casefile"
	"github.com/assaydata/assay/internal/journal"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func (a *app) decideList(f *decideFlags) *cobra.Command {
	c := &cobra.Command{
		Use:   "list [RECORD | FINGERPRINT | DECISION]…",
		Short: "show what holds, or what holds about some records",
		RunE:  func(_ *cobra.Command, args []string) error { return a.listDecisions(args, f) },

		DisableFlagsInUseLine: true,
	}
	c.Flags().BoolVar(&f.all, "all", false, "also those that are superseded")
	c.Flags().StringVar(&f.format, "format", "text", "text, or json: one line each as in the journal")
	return c
}

func (a *app) listDecisions(about []string, f *decideFlags) error {
	if f.format != "text" && f.format != "json" {
		return fmt.Errorf("unknown format %q (hint: text or json)", f.format)
	}
	j, _, err := a.decisions(f)
	if err != nil {
		return err
	}
	out := json.NewEncoder(a.out)
	out.SetEscapeHTML(false)
	n := 0
	for _, d := range j.Decisions {
		if !f.all && !j.Holds(d.ID) || !concerns(&d, about) {
			continue
		}
		n++
		if f.format == "json" {
			if err := out.Encode(d); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(a.out, "%s  %s  %s%s\n", d.When.Format("2006-01-02 15:04"), d.ID, oneLine(d.Says()), standing(j, &d))
		fmt.Fprintf(a.out, "    %s: %s\n", oneLine(d.Who), oneLine(d.Why))
		if len(d.Evidence) > 0 {
			fmt.Fprintf(a.out, "    evidence: %s\n", oneLine(strings.Join(d.Evidence, ", ")))
		}
	}
	if n == 0 && f.format == "text" {
		what := "no decision holds"
		if len(about) > 0 {
			what += " about " + wording.List(about, 5)
		}
		fmt.Fprintf(a.out, "%s: %s (hint: assay decide --help shows how to record one)\n", j.Path, what)
	}
	return nil
}

// standing says why a decision does not hold, "" where it does.
func standing(j *journal.Journal, d *journal.Decision) string {
	switch by := j.SupersededBy(d.ID); {
	case by != "":
		return " (superseded by " + by + ")"
	case d.Kind != journal.Withdraw && !j.Holds(d.ID):
		return " (a later one holds)"
	}
	return ""
}

// concerns reports whether a decision is about one of the things named; about everything where none is.
func concerns(d *journal.Decision, about []string) bool {
	return len(about) == 0 || slices.ContainsFunc(about, func(s string) bool {
		begins := func(id string) bool { return len(s) >= 4 && strings.HasPrefix(id, strings.ToLower(s)) }
		return s == d.A.String() || s == d.B.String() || begins(d.Finding) || begins(d.ID) || slices.ContainsFunc(d.Supersedes, begins)
	})
}

func (a *app) decideImport(f *decideFlags) *cobra.Command {
	c := &cobra.Command{
		Use:   "import FILE",
		Short: "take over resolver lines of nomenklatura",
		Long: `Takes over the judgements in a resolver file of nomenklatura, one JSON array a line. Identifiers are dataset:id; those
without the name of a dataset are looked up in the data of the case and must stand in exactly one dataset. Records joined to
one canonical identifier (NK-…) become the same. What the journal says already is not recorded again.`,
		Args: arguments(cobra.ExactArgs(1)),
		RunE: func(c *cobra.Command, args []string) error { return a.importEdges(c.Context(), args[0], f) },

		DisableFlagsInUseLine: true,
	}
	byWhom(c, f)
	return c
}

func (a *app) importEdges(ctx context.Context, path string, f *decideFlags) error {
	by := journal.Import{File: path}
	var err error
	if by.By, err = decider(ctx, f); err != nil {
		return err
	}
	if by.At, err = decided(f); err != nil {
		return err
	}
	in := a.in
	if path != "-" {
		file, err := os.Open(path)
		if errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s: %w (hint: nomenklatura dump-resolver writes one)", path, fs.ErrNotExist)
		}
		if err != nil {
			return err
		}
		defer file.Close()
		in = file
	}
	edges, problems, err := journal.ReadEdges(in, path)
	if err != nil {
		return err
	}
	j, c, err := a.decisions(f)
	if err != nil {
		return err
	}
	var ds []*record.Dataset
	if c != nil {
		result, err := a.caseData(ctx, []string{f.dir}, false)
		if err != nil {
			return err
		}
		defer result.Close()
		ds = result.Datasets
	}
	news, more := j.FromEdges(edges, ds, by)
	problems = append(problems, more...)
	slices.SortStableFunc(problems, func(x, y journal.Problem) int { return x.Line - y.Line })
	a.warn(problems)
	if err := journal.Append(j.Path, news...); err != nil {
		return err
	}
	fmt.Fprintf(a.out, "%s recorded in %s, from %s\n", wording.Count(len(news), "decision"), j.Path, wording.Count(len(edges), "resolver line"))
	if len(news) == 0 {
		return nil
	}
	after, err := a.loadJournal(j.Path) // says what contradicts what was there
	if err != nil {
		return err
	}
	fmt.Fprintf(a.out, "Next: %s shows the %d that hold\n", nextList(f), len(after.Held()))
	return nil
}

func (a *app) decideExport(f *decideFlags) *cobra.Command {
	return &cobra.Command{
		Use:   "export [FILE]",
		Short: "write what holds as resolver lines of nomenklatura",
		Args:  arguments(cobra.MaximumNArgs(1)),
		RunE:  func(_ *cobra.Command, args []string) error { return a.exportEdges(args, f) },

		DisableFlagsInUseLine: true,
	}
}

func (a *app) exportEdges(args []string, f *decideFlags) error {
	j, _, err := a.decisions(f)
	if err != nil {
		return err
	}
	edges, left := j.Edges()
	if len(args) == 0 {
		err = journal.WriteEdges(a.out, edges)
	} else {
		err = casefile.Replace(args[0], func(w io.Writer) error { return journal.WriteEdges(w, edges) })
	}
	if err != nil {
		return err
	}
	if len(args) > 0 {
		fmt.Fprintf(a.err, "assay: %s written to %s\n", wording.Count(len(edges), "resolver line"), args[0])
	}
	if left > 0 {
		fmt.Fprintf(a.err, "assay: %s left out: nomenklatura knows no parts, values and suppressions\n", wording.Count(left, "decision"))
	}
	return nil
}
