// Package cli is the command line of assay: one file a command. Results go to stdout, everything else to stderr.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
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
	warned   map[string]bool // warnings that were printed
}

// Run runs the program and returns its exit code.
func Run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interruption ends the program at once
	a := &app{in: newInterruptible(ctx, stdin), out: stdout, err: stderr}
	root := a.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var exit *exitError
	switch {
	case err == nil:
		return exitClean
	case errors.As(err, &exit): // before the interruption: the command had come to its end
		if exit.err != nil {
			fmt.Fprintf(stderr, "assay: %v\n", exit.err)
		}
		return exit.code
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "assay: interrupted; nothing was written")
		return exitInterrupted
	}
	fmt.Fprintf(stderr, "assay: %v\n", err)
	return exitUsage
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "assay",
		Short: "find out how accurate data about political violence is",
		Long: `assay finds out how accurate a dataset about political violence is and shows the evidence, cell by cell.

  assay demo                      see it work on the case that started it
  assay check FILE…               audit your own files
  assay check FILE… --report DIR  … and write a report to read and share

Files are read where they lie; nothing leaves this computer.`,
		Version:       Version,
		SilenceUsage:  true,
		SilenceErrors: true,

		DisableFlagsInUseLine: true,
	}
	ofCommands(root)
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetVersionTemplate("assay {{.Version}}\n")
	root.PersistentFlags().BoolVar(&a.noColour, "no-color", false, "no colours, also without NO_COLOR")
	root.SetFlagErrorFunc(func(c *cobra.Command, err error) error {
		hint := c.CommandPath() + " --help"
		if negative(err) {
			hint = "put options first and -- before a value that begins with a minus sign"
		}
		return fmt.Errorf("%w (hint: %s)", err, hint)
	})
	root.AddCommand(a.demoCommand(), a.figuresCommand(), a.checkCommand(), a.linkCommand(), a.coverageCommand(), a.namesCommand(), a.diffCommand(), a.applyCommand(), a.initCommand(), a.rulesCommand(), a.explainCommand(), a.decideCommand(), a.benchCommand())
	return root
}

// negative reports whether a negative number was taken for options.
func negative(err error) bool {
	var unknown *pflag.NotExistError
	return errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() != "" && strings.Contains(".0123456789", unknown.GetSpecifiedName())
}

// ofCommands makes c a command that only holds others: without an argument it shows its help, and anything but one of its
// commands is a mistake.
func ofCommands(c *cobra.Command) {
	c.SuggestionsMinimumDistance = 2
	c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
	c.Args = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return nil
		}
		hint := c.CommandPath() + " --help lists the commands"
		if near := c.SuggestionsFor(args[0]); len(near) > 0 {
			hint = "did you mean " + c.CommandPath() + " " + near[0] + "?"
		}
		return fmt.Errorf("unknown command %q (hint: %s)", args[0], hint)
	}
}

// arguments gives the mistakes that check finds in the arguments the form of all others.
func arguments(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if err := check(c, args); err != nil {
			return fmt.Errorf("%w (hint: %s)", err, c.UseLine())
		}
		return nil
	}
}
