// Package cli is the command line of assay: one file a command. Results go to stdout, everything else to stderr.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// Version is the version of the program; a release sets it while linking.
var Version = "0.1.0-dev"

// Exit codes. They are part of the interface and don't change.
const (
	exitClean       = 0   // nothing at or over --fail-on
	exitFindings    = 1   // findings at or over --fail-on
	exitUsage       = 2   // usage or configuration
	exitPartial     = 3   // an input could be read only in part, or not at all
	exitInterrupted = 130 // by the user
)

// exitError carries an exit code. Without an error nothing more is printed.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string {
	if e.err == nil {
		return ""
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

// app is what the commands share: the streams and what is known about them.
type app struct {
	in       io.Reader
	out, err io.Writer
	noColour bool
}

// Run runs the program and returns its exit code.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &app{in: stdin, out: stdout, err: stderr}
	root := a.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var exit *exitError
	switch {
	case err == nil:
		return exitClean
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "assay: interrupted; nothing was written")
		return exitInterrupted
	case errors.As(err, &exit):
		if exit.err != nil {
			fmt.Fprintf(stderr, "assay: %v\n", exit.err)
		}
		return exit.code
	}
	fmt.Fprintf(stderr, "assay: %v\n", err)
	return exitUsage
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "assay",
		Short: "find out how accurate data about political violence is",
		Long: `assay finds out how accurate a dataset about political violence is and shows the evidence, cell by cell.

  assay demo                      see it work on a small invented dataset
  assay check FILE…               audit your own files
  assay check FILE… --report DIR  … and write a report to read and share

Files are read where they lie; nothing leaves this computer.`,
		Version:       Version,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetVersionTemplate("assay {{.Version}}\n")
	root.PersistentFlags().BoolVar(&a.noColour, "no-color", false, "no colours, also without NO_COLOR")
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		return fmt.Errorf("%w (hint: assay %s --help)", err, c.Name())
	})
	root.AddCommand(a.demoCommand(), a.checkCommand(), a.initCommand(), a.rulesCommand(), a.explainCommand(), a.benchCommand())
	return root
}
