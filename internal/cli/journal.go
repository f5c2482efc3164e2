package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/pflag"

	"github.com/assaydata/assay/internal/casefile"
	"github.com/assaydata/assay/internal/journal"
)

// journalFlag is the value of --decisions. Set but empty, it means that no decisions hold.
type journalFlag struct {
	path string
	set  bool
}

func (f *journalFlag) String() string { return f.path }
func (f *journalFlag) Type() string   { return "file" }

func (f *journalFlag) Set(s string) error {
	if s == "none" {
		s = ""
	}
	f.path, f.set = s, true
	return nil
}

// register adds --decisions to the flags of a command.
func (f *journalFlag) register(fl *pflag.FlagSet) {
	fl.Var(f, "decisions", "journal of decisions, or none (that of the case, else decisions.jsonl of this folder)")
}

// journalOf is the journal whose decisions hold: the one that --decisions names, that of the case, or, where files are named, the
// one to which assay decide writes in this folder. It is nil where there is none. A journal that nobody named is told.
func (a *app) journalOf(c *casefile.Case, f *journalFlag) (*journal.Journal, error) {
	switch {
	case f.set && f.path == "":
		return nil, nil
	case f.set:
		if _, err := os.Stat(f.path); err != nil {
			return nil, fmt.Errorf("--decisions: %w (hint: --decisions none for no decisions)", err)
		}
		return a.loadJournal(f.path)
	case c != nil:
		return a.loadJournal(c.Decisions)
	}
	path := journal.FileName
	here, err := casefile.Load(".")
	switch {
	case err == nil:
		path = here.Decisions
	case !errors.Is(err, fs.ErrNotExist):
		fmt.Fprintf(a.err, "assay: warning: %v; decisions are looked for in %s\n", err, path)
	}
	if st, err := os.Stat(path); err != nil || st.IsDir() {
		return nil, nil
	}
	j, err := a.loadJournal(path)
	if err != nil {
		return nil, err
	}
	if n := len(j.Held()); n == 1 {
		fmt.Fprintf(a.err, "assay: 1 decision of %s holds\n", path)
	} else if n > 1 {
		fmt.Fprintf(a.err, "assay: %s of %s hold\n", count(n, "decision"), path)
	}
	return j, nil
}
