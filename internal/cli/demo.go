package cli

import (
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/demo"
	"github.com/assaydata/assay/internal/report"
	"github.com/assaydata/assay/internal/wording"
)

func (a *app) demoCommand() *cobra.Command {
	var dir string
	var score, open, force bool
	c := &cobra.Command{
		Use:   "demo",
		Short: "audit the case that started assay: claims about Russian-speaking militants",
		Long: `Write the founding case into a folder (claims about figures, incidents, groups and people, each with its source), audit
it, write the report, and print the verdicts worth reading first. Nothing is opened and nothing leaves this machine.`,
		Example: `  assay demo            # writes ./assay-demo
  assay demo --score    # compares with the answer key that was made by reading
  assay demo --open     # opens the report in the browser`,
		Args: arguments(cobra.NoArgs),
		RunE: func(c *cobra.Command, _ []string) error { return a.demo(c.Context(), dir, force, score, open) },
	}
	c.Flags().StringVar(&dir, "dir", "assay-demo", "folder to write")
	c.Flags().BoolVar(&force, "force", false, "write the files of the case again, also those that were changed")
	c.Flags().BoolVar(&score, "score", false, "compare with the bundled answer key")
	c.Flags().BoolVar(&open, "open", false, "open the report in the browser")
	return c
}

func (a *app) demo(ctx context.Context, dir string, force, score, open bool) error {
	start := time.Now()
	if err := demo.Write(dir, force); err != nil {
		return err
	}
	cfg, err := a.config([]string{dir}, &checkFlags{})
	if err != nil {
		return err
	}
	result, err := audit.Run(ctx, *cfg)
	if err != nil {
		return err
	}
	defer result.Close()
	out := filepath.Join(dir, "report")
	if err := report.Write(ctx, out, result, report.Options{Version: Version, Rules: cfg.Rules, AsOf: cfg.AsOf}); err != nil {
		return err
	}
	rows := 0
	for _, d := range result.Datasets {
		rows += d.N
	}
	fmt.Fprintf(a.out, "%s in %s audited in %.1f s: %s.\n", wording.Count(rows, "row"), wording.Count(len(result.Datasets), "table"),
		time.Since(start).Seconds(), tally(result))
	a.verdicts(result)
	merged, err := demo.Link(ctx, result)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.out, "\nWho is who, by names and context alone\n")
	for _, m := range merged {
		fmt.Fprintf(a.out, "  %s without their keys: %s proposed, %d by the coder's keys; pairs right %s, found %s (F1 %.3f)\n",
			wording.Count(m.Claims, "claim"), wording.Count(m.Proposed, kindWord(m.Kind)), m.Keys, wording.Percent(m.Precision), wording.Percent(m.Recall), m.F1())
	}
	if score {
		a.scoreMerging(merged)
		if err := a.score(result); err != nil {
			return err
		}
	}
	page := filepath.Join(out, "index.html")
	fmt.Fprintf(a.out, "\nRead on:\n")
	for _, next := range [][2]string{
		{page, "the report: what can and cannot be said, with every claim"},
		{"assay check " + dir, "all findings; change a cell in " + filepath.Join(dir, "data") + " and see what follows"},
		{"assay figures " + dir, "published numbers side by side; --origin Dagestan for one area"},
		{"assay explain CODE", "what a rule means, and when it errs"},
		{"assay demo --score", "what of the answer key was found, and what was missed"},
		{"assay init --claims", "empty tables for claims of your own"},
	} {
		fmt.Fprintf(a.out, "  %-*s  %s\n", max(len(page), len("assay figures "+dir), len("assay init --claims")), next[0], next[1])
	}
	if open {
		return openPage(ctx, page)
	}
	return nil
}

func tally(a *audit.Audit) string {
	var n [4]int
	leads := 0
	for i := range a.Findings {
		if f := &a.Findings[i]; f.Rule.Lead {
			leads++
		} else {
			n[f.Severity]++
		}
	}
	return fmt.Sprintf("%s, %s, %s, %s", wording.Count(n[check.Error], "error"), wording.Count(n[check.Warning], "warning"), wording.Count(n[check.Note], "note"), wording.Count(leads, "lead"))
}

// subjects are the kinds of claims in the order in which their verdicts are told.
var subjects = []struct{ title, formats string }{
	{"Figures", "figures population"}, {"Incidents", "incidents"}, {"People", "people"}, {"Groups", "groups relations context"},
}

// perSubject is how many verdicts of a kind are printed.
const perSubject = 4

// verdicts prints the gravest finding of the gravest rules for each kind of claim.
func (a *app) verdicts(result *audit.Audit) {
	for _, s := range subjects {
		var chosen []*check.Finding
		seen := map[string]bool{}
		for _, least := range []check.Severity{check.Error, check.Warning} {
			for i := range result.Findings {
				f := &result.Findings[i]
				if f.Severity != least || f.Rule.Lead || f.Row < 0 || seen[f.Rule.Code] || len(chosen) == perSubject ||
					!strings.Contains(" "+s.formats+" ", " "+f.Data.Format.ID+" ") {
					continue
				}
				best := f
				for j := i; j < len(result.Findings); j++ {
					if g := &result.Findings[j]; g.Rule == f.Rule && g.Severity == least && g.Weight > best.Weight {
						best = g
					}
				}
				seen[f.Rule.Code] = true
				chosen = append(chosen, best)
			}
		}
		if len(chosen) == 0 {
			continue
		}
		fmt.Fprintf(a.out, "\n%s\n", s.title)
		for _, f := range chosen {
			ids := demo.IDs(f)
			text := fmt.Sprintf("%s %s: %s [%s]", f.Rule.Code, f.Severity, f.Message, wording.List(ids, 4))
			fmt.Fprintln(a.out, "  "+strings.TrimLeft(wrap(printable(text), min(a.width(), 110), "    "), " "))
		}
	}
}

// scoreMerging compares what linking proposes with the answers about merging.
func (a *app) scoreMerging(merged []*demo.Merging) {
	key, err := demo.Key()
	if err != nil {
		return // told by score
	}
	n, right := map[string]int{}, map[string]int{}
	var wrong []demo.Answer
	for _, k := range key {
		if !k.Linking() {
			continue
		}
		if good, ok := demo.Right(merged, k); ok {
			n[k.Kind]++
			if good {
				right[k.Kind]++
			} else {
				wrong = append(wrong, k)
			}
		}
	}
	fmt.Fprintf(a.out, "\nAgainst the answer key, for merging: proposed %d of %d that are one, kept apart %d of %d that are not.\n",
		right["must_merge"], n["must_merge"], right["must_not_merge"], n["must_not_merge"])
	for _, k := range wrong {
		fmt.Fprintf(a.out, "  wrong   %-5s %s (%s)\n", k.Key, k.Title, strings.Join(k.Claims, " "))
	}
}

func (a *app) score(result *audit.Audit) error {
	key, err := demo.Key()
	if err != nil {
		return err
	}
	read, err := demo.Readings()
	if err != nil {
		return err
	}
	s := demo.Compare(result, key, read)
	missed := s.Missed()
	fmt.Fprintf(a.out, "\nAgainst the answer key, made by reading before there was a rule: found %d of %d contradictions (%s), missed %d.\nOf the found ones %d are about a column, and %d of these were found by a finding about that column; the others are about free text.\n",
		len(s.Answers)-len(missed), len(s.Answers), wording.Share(len(s.Answers)-len(missed), len(s.Answers)), len(missed), s.Named, s.OnField)
	fmt.Fprintf(a.out, "Left out here: %d about which rows are one person or group (above), %d that the cells do not show.\n", s.Linking, s.Hidden)
	for i, k := range s.Answers {
		if f := s.Found[i]; f != nil {
			fmt.Fprintf(a.out, "  found   %-5s %s (%s %s)\n", k.Key, k.Title, f.Rule.Code, f.Data.ID(f.Row))
		}
	}
	for _, k := range missed {
		fmt.Fprintf(a.out, "  missed  %-5s %s (%s)\n", k.Key, k.Title, strings.Join(k.Claims, " "))
	}
	fmt.Fprintf(a.out, "Of %d errors and warnings, %d are in the key, %d were judged right by reading, %d are false alarms, %d were not judged.\n",
		s.Serious, s.InKey, s.Right, len(s.Wrong), s.Unjudged)
	for i, f := range s.Wrong {
		fmt.Fprintf(a.out, "  false alarm  %s %s: %s\n", f.Rule.Code, f.Data.ID(f.Row), s.WrongWhys[i])
	}
	return nil
}

// printable makes a text of the data harmless for a terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

// openPage opens a page with the program that the system has for it.
func openPage(ctx context.Context, page string) error {
	name, args := "xdg-open", []string{page}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", page}
	}
	if err := exec.CommandContext(ctx, name, args...).Start(); err != nil {
		return fmt.Errorf("the report is written, but no browser could be started: %w (hint: open %s yourself)", err, page)
	}
	return nil
}
