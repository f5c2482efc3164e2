package cli

import (
	"bytes"
	"fmt"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/names"
)

func (a *app) namesParseCommand() *cobra.Command {
	var kind string
	c := &cobra.Command{
		Use:     "parse NAME…",
		Short:   "show the parts of a name and their roles",
		Example: `  assay names parse "Tarkhan Tayumurazovich Batirashvili" "عمر الشيشاني"`,
		Args:    arguments(cobra.MinimumNArgs(1)),
		RunE: func(c *cobra.Command, args []string) error {
			k, err := nameKind(kind)
			if err != nil {
				return err
			}
			var text bytes.Buffer
			for i, arg := range args {
				if i > 0 {
					text.WriteByte('\n')
				}
				n := names.Parse(arg, k)
				if k == names.Person {
					fmt.Fprintf(&text, "%s  (%s)\n", n.Text, n.Culture)
				} else {
					fmt.Fprintf(&text, "%s\n", n.Text)
				}
				w := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
				for _, p := range n.Parts {
					fmt.Fprintf(w, "  %s\t%s\t%s\t%s\t%.1f bits\n", p.Text, p.Clean, p.Role, p.Script, p.Weight())
				}
				w.Flush()
			}
			fmt.Fprint(a.out, cleanLines(text.String()))
			return nil
		},
	}
	c.Flags().StringVar(&kind, "kind", "Person", "Person, Organization, Company, LegalEntity or Vessel")
	return c
}
