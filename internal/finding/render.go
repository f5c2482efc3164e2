// Package finding renders an audit: for people at a terminal and for programs. Every renderer only reads the
// [audit.Audit]; none looks at the clock, the environment or the network, so that the same audit gives the same bytes.
//
//	full     diagnostics with the cells in question, scorecard, next steps ([Text])
//	concise  one line a finding ([Concise])
//	json     JSON Lines, one finding a line, complete ([JSON])
//	sarif    SARIF 2.1.0 for code-scanning services ([SARIF])
//	junit    JUnit XML for continuous integration ([JUnit])
//	github   workflow commands that GitHub shows as annotations ([GitHub])
//
// Notes and other long text of a record are never printed, since they may name people. Control characters of a file never
// reach the terminal.
package finding

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
)

// Options say how an audit is rendered. The zero value is a plain rendering, 80 columns wide.
type Options struct {
	Version string        // of the program, for headings
	Elapsed time.Duration // of the audit; not shown where 0
	Select  []string      // codes (VAL003) or families (VAL) whose findings are rendered; nil = all

	Width   int    // full: columns of the terminal, 0 = 80
	Colour  bool   // full: use colours; the caller knows about terminals and NO_COLOR
	All     bool   // full: every finding in the order of the rows, instead of the worst of each rule
	Lines   int    // full without All: lines to stay within where the header and the scorecard leave room, 0 = 60
	Samples int    // full without All: findings of one rule and dataset that are shown at most, 0 = 3
	Report  string // full: the HTML report that was written, "" = none

	Base   string         // sarif, github: folder to which absolute paths are made relative
	FailOn check.Severity // junit: findings under it do not fail a test, 0 = Warning
}

// A format is one way of rendering.
type format struct {
	name   string
	render func(io.Writer, *audit.Audit, Options) error
}

var formats = []format{
	{"full", Text},
	{"concise", Concise},
	{"json", JSON},
	{"sarif", SARIF},
	{"junit", JUnit},
	{"github", GitHub},
}

// Formats returns the names that [Render] knows.
func Formats() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}

// Render writes the audit in the named format. It returns an error for a name that it does not know, listing those that
// it does, and the first error of the writer.
func Render(w io.Writer, a *audit.Audit, name string, o Options) error {
	for _, f := range formats {
		if f.name == name {
			return f.render(w, a, o)
		}
	}
	return fmt.Errorf("unknown format %q (hint: %s)", name, strings.Join(Formats(), ", "))
}

// selects reports whether findings of a rule are to be rendered.
func (o *Options) selects(r *check.Rule) bool {
	return o.Select == nil || slices.Contains(o.Select, r.Code) || slices.Contains(o.Select, r.Family())
}
