package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/rules"
	"github.com/assaydata/assay/internal/settings"
)

func (a *app) explainCommand() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "explain CODE | FINGERPRINT | CLAIM | RECORD RECORD [FILE… | FOLDER]",
		Short: "explain a rule, a finding, or a claim with all that depends on it",
		Long: `Explain a rule by its code or name: why it matters, how it works, when it errs.

Explain a finding by its fingerprint (assay check --format json shows it; the first six digits do): what was found, the rows
side by side, whose voice each of them is, the rule and how often it errs, and what else depends on these rows.

Explain a claim by its identifier: its cells, its source, who repeats it and whom it repeats, and every finding that would
have to be looked at again if it changed.

Explain two records, dataset:id each: both side by side, how the weights of the comparisons add up, and which event they are
records of. Without files the assay.yaml of this folder says what to read.`,
		Example: `  assay explain CON003
  assay explain 3f0a91             # in the folder of a case
  assay explain F051 claims/*.csv
  assay explain acled:2871NIG gtd:201101010005 acled.csv gtd.csv`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return arguments(cobra.ExactArgs(1))(c, args)
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			if isPair(args) {
				return a.explainPair(c.Context(), args[0], args[1], args[2:], &f)
			}
			return a.explainAny(c.Context(), args[0], args[1:], &f)
		},
	}
	f.decisions.register(c.Flags())
	return c
}

// explainAny explains what a word names: a rule, else a finding or a claim of the case.
func (a *app) explainAny(ctx context.Context, what string, files []string, f *checkFlags) error {
	if r := ruleNamed(rules.All(), what); r != nil {
		a.explain(r)
		return nil
	}
	cfg, err := a.config(files, f)
	switch {
	case err != nil && len(files) == 0 && errors.Is(err, fs.ErrNotExist):
		return noSuchRule(what)
	case err != nil:
		return err
	}
	cfg.Baseline, cfg.Suppressed = nil, nil // what is known may be explained all the same
	var own []*check.Rule
	for _, c := range cfg.Rules {
		own = append(own, c.Rule)
	}
	if r := ruleNamed(own, what); r != nil {
		a.explain(r)
		return nil
	}
	result, err := a.run(ctx, cfg)
	if err != nil {
		return err
	}
	defer result.Close()
	a.warn(result.Undecided)
	for _, failure := range result.Failed {
		fmt.Fprintf(a.err, "assay: %v\n", failure.Err)
	}
	e := &explanation{audit: result, chain: audit.NewChain(result), shield: result.Shield, out: a.out, width: min(a.width(), 120)}
	if found := e.chain.Findings(what); len(found) > 1 {
		return fmt.Errorf("%d findings have fingerprints that begin with %s (hint: write more of it)", len(found), what)
	} else if len(found) == 1 {
		return e.finding(ctx, found[0])
	}
	places := e.chain.Rows(what)
	if len(places) == 0 {
		return fmt.Errorf("there is no rule, finding or claim %q (hint: assay check --format json shows fingerprints and identifiers)", what)
	}
	const most = 5
	for i, at := range places[:min(most, len(places))] {
		if i > 0 {
			fmt.Fprintln(a.out)
		}
		if err := e.row(ctx, at.Data, at.Row); err != nil {
			return err
		}
	}
	if len(places) > most {
		fmt.Fprintf(a.out, "\n%d more rows have this identifier\n", len(places)-most)
	}
	return nil
}

func ruleNamed(all []*check.Rule, name string) *check.Rule {
	for _, r := range all {
		if strings.EqualFold(r.Code, name) || strings.EqualFold(r.Name, name) {
			return r
		}
	}
	return nil
}

// noSuchRule is the answer where there is no case in which the word may name anything else.
func noSuchRule(name string) error {
	var codes []string
	for _, r := range rules.All() {
		codes = append(codes, r.Code)
	}
	hint := "assay rules lists them"
	if near := settings.Nearest(name, codes); near != "" {
		hint = "did you mean " + near + "? " + hint
	}
	return fmt.Errorf("there is no rule %q (hint: %s; findings and claims are explained in the folder of their case)", name, hint)
}

func (a *app) explain(r *check.Rule) {
	width := min(a.width(), 100)
	fmt.Fprintf(a.out, "%s %s: %s\n", r.Code, r.Name, r.Title)
	grade := r.Severity.String()
	if r.Lead {
		grade += ", a lead: rows to look at, not errors"
	}
	fmt.Fprintf(a.out, "severity %s · confidence %.2f", grade, r.Confidence)
	if r.Method == check.Statistical {
		fmt.Fprint(a.out, " · statistical")
	}
	fmt.Fprintln(a.out)
	part := func(title, text string) {
		if text = strings.TrimSpace(text); text != "" {
			fmt.Fprintf(a.out, "\n%s\n", title)
			for _, paragraph := range strings.Split(text, "\n") {
				fmt.Fprintln(a.out, wrap(paragraph, width, "  "))
			}
		}
	}
	part("Why it matters", r.Doc.Why)
	part("How it works", r.Doc.How)
	part("When a finding is no error", r.Doc.FalseAlarms)
	part("What to do", r.Doc.Fix)
	example := func(title, text string) {
		if text != "" {
			fmt.Fprintf(a.out, "\n%s\n    %s\n", title, strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n    "))
		}
	}
	example("It fires on", r.Doc.Before)
	example("and not on", r.Doc.After)
	if len(r.Options) > 0 {
		fmt.Fprintln(a.out, "\nOptions (in assay.yaml)")
		for _, o := range r.Options {
			fmt.Fprintln(a.out, wrap(fmt.Sprintf("%s (%v): %s", o.Name, o.Default, o.Doc), width, "  "))
		}
	}
	if len(r.Doc.Literature) > 0 {
		fmt.Fprintln(a.out, "\nLiterature")
		for _, l := range r.Doc.Literature {
			fmt.Fprintln(a.out, wrap(l, width, "  "))
		}
	}
}

// wrap breaks a paragraph into lines of at most width characters.
func wrap(text string, width int, indent string) string {
	var b strings.Builder
	b.WriteString(indent)
	at := len(indent)
	for i, word := range strings.Fields(text) {
		n := len([]rune(word))
		switch {
		case i == 0:
		case at+1+n > width:
			b.WriteString("\n" + indent)
			at = len(indent)
		default:
			b.WriteByte(' ')
			at++
		}
		b.WriteString(word)
		at += n
	}
	return b.String()
}
