package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/rules"
	"github.com/assaydata/assay/internal/settings"
)

func (a *app) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain CODE",
		Short: "explain a rule: why it matters, how it works, when it errs",
		Args:  arguments(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			var codes []string
			for _, r := range rules.All() {
				if strings.EqualFold(r.Code, args[0]) || strings.EqualFold(r.Name, args[0]) {
					a.explain(r)
					return nil
				}
				codes = append(codes, r.Code)
			}
			hint := "assay rules lists them"
			if near := settings.Nearest(args[0], codes); near != "" {
				hint = "did you mean " + near + "? " + hint
			}
			return fmt.Errorf("there is no rule %q (hint: %s)", args[0], hint)
		},
	}
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
