package cli

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/rules"
)

func (a *app) rulesCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "rules",
		Short: "list the rules",
		Long:  "List the rules by family, with their severity. A rule marked as a lead points at rows to look at; its findings are not errors.",
		Args:  arguments(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			if asJSON {
				return a.rulesJSON()
			}
			for _, f := range check.Families {
				first := true
				for _, r := range rules.All() {
					if r.Family() != f.Code {
						continue
					}
					if first {
						fmt.Fprintf(a.out, "%s  %s\n", f.Code, f.Title)
						first = false
					}
					grade := r.Severity.String()
					if r.Lead {
						grade = "lead"
					}
					fmt.Fprintf(a.out, "  %-7s %-8s %-24s %s\n", r.Code, grade, r.Name, r.Title)
				}
			}
			fmt.Fprintf(a.out, "\n%d rules. More about one: assay explain %s\n", len(rules.All()), rules.All()[0].Code)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line")
	return c
}

func (a *app) rulesJSON() error {
	e := json.NewEncoder(a.out)
	e.SetEscapeHTML(false)
	for _, r := range rules.All() {
		err := e.Encode(struct {
			Code        string  `json:"code"`
			Name        string  `json:"name"`
			Family      string  `json:"family"`
			Title       string  `json:"title"`
			Severity    string  `json:"severity"`
			Lead        bool    `json:"lead"`
			Confidence  float64 `json:"confidence"`
			Statistical bool    `json:"statistical"`
		}{r.Code, r.Name, r.Family(), r.Title, r.Severity.String(), r.Lead, r.Confidence, r.Method == check.Statistical})
		if err != nil {
			return err
		}
	}
	return nil
}

// findRules resolves codes (VAL003) and families (VAL) to rules, among the given ones.
func findRules(all []*check.Rule, names []string) (map[*check.Rule]bool, error) {
	out := map[*check.Rule]bool{}
	for _, name := range names {
		found := false
		for _, r := range all {
			if strings.EqualFold(name, r.Code) || strings.EqualFold(name, r.Family()) || strings.EqualFold(name, r.Name) {
				out[r], found = true, true
			}
		}
		if !found {
			return nil, fmt.Errorf("there is no rule or family %q (hint: assay rules lists them)", name)
		}
	}
	return out, nil
}
