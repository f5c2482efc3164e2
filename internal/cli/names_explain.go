package cli

import (
	"bytes"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/names"
)

func (a *app) namesExplainCommand() *cobra.Command {
	var kind string
	c := &cobra.Command{
		Use:     "explain NAME NAME",
		Short:   "show how the score of two names comes about",
		Example: `  assay names explain "Омар аш-Шишани" "Abu Omar al-Shishani"` + "\n" + `  assay names explain --kind Organization "Вилаят Кавказ" "Islamic State Caucasus Province"`,
		Args:    arguments(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, args []string) error {
			k, err := nameKind(kind)
			if err != nil {
				return err
			}
			a.namesExplain(names.Parse(args[0], k), names.Parse(args[1], k))
			return nil
		},
	}
	c.Flags().StringVar(&kind, "kind", "Person", "Person, Organization, Company, LegalEntity or Vessel")
	return c
}

func nameKind(text string) (names.Kind, error) {
	k, ok := names.ParseKind(text)
	if !ok {
		return k, fmt.Errorf("unknown kind %q (hint: Person, Organization, Company, LegalEntity or Vessel)", text)
	}
	return k, nil
}

func (a *app) namesExplain(x, y *names.Name) {
	e := names.NewMatcher().Explain(x, y)
	verdict := "no match"
	if e.Score.Matches() {
		verdict = "match"
	}
	var text bytes.Buffer
	fmt.Fprintf(&text, "score %.3f  %s (from %s on)  %s  %+.1f bits\n\n", e.Score.Value, verdict, thresholdText, e.Score.Level, e.Score.Bits)
	w := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
	for _, s := range e.Steps {
		cost := ""
		if s.Cost > 0 {
			cost = fmt.Sprintf("%.2f letters apart", s.Cost)
		}
		fmt.Fprintf(w, "  %s\t%s\t%s\t%s\t%+.1f bits\t%s\n", orDash(s.A), orDash(s.B), s.Role, s.How, s.Bits, cost)
	}
	w.Flush()
	for _, n := range e.Notes {
		fmt.Fprintf(&text, "\n%s", n)
	}
	if len(e.Notes) > 0 {
		text.WriteByte('\n')
	}
	fmt.Fprint(a.out, cleanLines(text.String()))
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// cleanLines makes text from outside harmless for a terminal, line by line.
func cleanLines(s string) string {
	lines := strings.SplitAfter(s, "\n")
	for i, l := range lines {
		body, nl := strings.CutSuffix(l, "\n")
		lines[i] = strings.TrimRight(finding.Clean(body), " ")
		if nl {
			lines[i] += "\n"
		}
	}
	return strings.Join(lines, "")
}
