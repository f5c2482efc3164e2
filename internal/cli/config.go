package cli

import (
	"fmt"
	"os"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/casefile"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/rules"
	"github.com/assaydata/assay/internal/privacy"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

// config turns arguments, flags and the case, if there is one, into the configuration of the audit.
func (a *app) config(args []string, f *checkFlags) (*audit.Config, error) {
	cfg := &audit.Config{AsOf: record.NoDay, Stdin: a.in, Workers: f.jobs}
	if f.jobs < 0 {
		return nil, fmt.Errorf("--jobs %d is no number of cores (hint: 0 takes all)", f.jobs)
	}
	if err := read.CheckDelimiter(f.delimiter); err != nil {
		return nil, fmt.Errorf("--delimiter: %w", err)
	}
	if err := read.CheckEncoding(f.encoding); err != nil {
		return nil, fmt.Errorf("--encoding: %w", err)
	}
	c, files, err := theCase(args)
	if err != nil {
		return nil, err
	}
	all := rules.All()
	var sets []casefile.Setting
	baseline := f.baseline
	if c != nil {
		if len(c.Inputs) == 0 {
			return nil, fmt.Errorf("%s/%s names no datasets (hint: write datasets: with one \"- file: …\" each)", c.Dir, casefile.FileName)
		}
		cfg.AsOf, cfg.Inputs, sets = c.AsOf, c.Inputs, c.Rules
		cfg.PseudonymKey = c.PseudonymKey
		for _, p := range c.Persons {
			cfg.Persons = append(cfg.Persons, privacy.Public{Key: p.Key, Name: p.Name, Reason: p.Reason})
		}
		all = append(all, c.Checks...)
		if baseline == "" && f.writeBaseline == "" {
			baseline = c.Baseline
		}
	}
	if cfg.Journal, err = a.journalOf(c, &f.decisions); err != nil {
		return nil, err
	}
	if cfg.Journal != nil {
		cfg.Suppressed = cfg.Journal.Suppressed()
	}
	if cfg.Rules, err = choose(all, sets, f); err != nil {
		return nil, err
	}
	if f.asOf != "" {
		day, part, ok := cell.ParseDate(f.asOf, []record.DateOrder{record.DateISO})
		if !ok || part != cell.PartDay {
			return nil, fmt.Errorf("--as-of %q is no day (hint: write it as 2016-12-31)", f.asOf)
		}
		cfg.AsOf = day
	}
	if baseline != "" {
		if cfg.Baseline, err = casefile.ReadBaseline(baseline); err != nil {
			return nil, err
		}
	}
	for _, path := range files {
		cfg.Inputs = append(cfg.Inputs, read.Input{Path: path})
	}
	for i := range cfg.Inputs {
		in := &cfg.Inputs[i]
		for _, set := range []struct {
			to   *string
			flag string
		}{{&in.Delimiter, f.delimiter}, {&in.Encoding, f.encoding}, {&in.Sheet, f.sheet}} {
			if set.flag != "" {
				*set.to = set.flag
			}
		}
		if f.mapping != "" {
			named, err := input(in.Path, f.mapping)
			if err != nil {
				return nil, err
			}
			in.Mapping = named.Mapping
		}
	}
	return cfg, nil
}

// theCase finds out whether the arguments mean a case (none, or one folder) or files.
func theCase(args []string) (*casefile.Case, []string, error) {
	if len(args) == 0 {
		c, err := casefile.Load(".")
		if err != nil {
			return nil, nil, fmt.Errorf("nothing to check: %w", err)
		}
		return c, nil, nil
	}
	if st, err := os.Stat(args[0]); len(args) == 1 && err == nil && st.IsDir() {
		c, err := casefile.Load(args[0])
		return c, nil, err
	}
	return nil, args, nil
}

// choose applies the settings of the case, in their order, and then the flags.
func choose(all []*check.Rule, sets []casefile.Setting, f *checkFlags) ([]audit.Chosen, error) {
	selected, err := findRules(all, f.sel)
	if err != nil {
		return nil, err
	}
	ignored, err := findRules(all, f.ignore)
	if err != nil {
		return nil, err
	}
	var out []audit.Chosen
	for _, r := range all {
		c, off := audit.Chosen{Rule: r}, false
		for _, s := range sets {
			if s.Name != r.Code && s.Name != r.Family() {
				continue
			}
			off = s.Off
			if s.Severity != 0 {
				c.Severity = s.Severity
			}
			if s.Options != nil {
				c.Options = s.Options
			}
		}
		// A rule that is selected by name runs even where the case switches it off.
		if len(f.sel) > 0 {
			off = !selected[r]
		}
		if !off && !ignored[r] {
			out = append(out, c)
		}
	}
	return out, nil
}

// input is a file with the mapping of a --map flag, "" for none: a file, or the name of a shipped one.
func input(path, mapping string) (read.Input, error) {
	in := read.Input{Path: path}
	if mapping == "" {
		return in, nil
	}
	m, err := casefile.LoadMapping(mapping, mapping)
	in.Mapping = m
	return in, err
}
