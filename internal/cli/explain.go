package cli

import (
	"fmt"

	"github.com/spf13/cobra"
)

func (a *app) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain CODE",
		Short: "explain a rule",
		Args:  cobra.ExactArgs(1),
		RunE:  func(*cobra.Command, []string) error { return fmt.Errorf("not yet") },
	}
}
