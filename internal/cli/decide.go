package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/casefile"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/journal"
)

// decideFlags are the flags of assay decide and its commands.
type decideFlags struct {
	dir, journal       string
	why, by, at, model string
	evidence           []string
	unchecked          bool
	all                bool
	format             string
}

func (a *app) decideCommand() *cobra.Command {
	var f decideFlags
	c := &cobra.Command{
		Use:   "decide",
		Short: "record what a person decided: same, different, part, value, suppression",
		Long: `Records decisions about the records of a case in its journal, decisions.jsonl beside assay.yaml, with who, when, why and
on what evidence. Every run replays the journal. Nothing in it is ever rewritten: a later decision on the same subject
supersedes the earlier one.

A record is written dataset:id, with the short name of the dataset as in findings; where the table has no identifiers it is
dataset:row:N with N the data row from 1. What is decided is looked up in the data of the case first.`,
		Example: `  assay decide same ged:219459 gtd:201601160012 --why "same street, same hour" --evidence https://example.org/report
  assay decide suppress 3f0a91 --why "the outlet corrected the date"
  assay decide list`,
	}
	ofCommands(c)
	c.PersistentFlags().StringVar(&f.dir, "case", ".", "folder of the case")
	c.PersistentFlags().StringVar(&f.journal, "journal", "", "journal to use (the case's: decisions.jsonl beside assay.yaml)")
	for _, k := range []struct {
		use, short string
		kind       journal.Kind
		arguments  int
	}{
		{"same A B", "two records are one thing", journal.Same, 2},
		{"different A B", "two records are not one thing, nor is one part of the other", journal.Different, 2},
		{"unsure A B", "two records were compared, and it cannot be told", journal.Unsure, 2},
		{"part-of PART WHOLE", "one record is a part of the other", journal.PartOf, 2},
		{"value RECORD FIELD VALUE", "a field of a record, or of a thing by its key, has another value than its cell", journal.Value, 3},
		{"suppress FINGERPRINT", "a finding is none and is not shown again", journal.Suppress, 1},
		{"withdraw DECISION | FINGERPRINT", "a decision holds no more, and nothing takes its place", journal.Withdraw, 1},
	} {
		one := &cobra.Command{
			Use: k.use, Short: k.short, DisableFlagsInUseLine: true,
			Args: arguments(cobra.ExactArgs(k.arguments)),
			RunE: func(c *cobra.Command, args []string) error { return a.decide(c.Context(), k.kind, args, &f) },
		}
		byWhom(one, &f)
		fl := one.Flags()
		fl.StringVar(&f.why, "why", "", "the reason, for those who read it later (required)")
		fl.StringArrayVar(&f.evidence, "evidence", nil, "address on the web, cell, or claim on which it rests; may be repeated")
		fl.StringVar(&f.model, "model", "", "version of the linking model whose proposal is decided")
		fl.BoolVar(&f.unchecked, "unchecked", false, "do not look up in the data what is decided")
		c.AddCommand(one)
	}
	c.AddCommand(a.decideList(&f), a.decideImport(&f), a.decideExport(&f), a.decideCorrections(&f))
	return c
}

// byWhom adds the flags that say whose decision it is and when it was made.
func byWhom(c *cobra.Command, f *decideFlags) {
	c.Flags().StringVar(&f.by, "by", "", "who decides (user.name of git, else the user of this computer)")
	c.Flags().StringVar(&f.at, "at", "", "when it was decided, such as 2016-12-31T09:30:00Z (now)")
}

// decisions finds the journal that the flags name and reads it. The case is nil where the folder has none.
func (a *app) decisions(f *decideFlags) (*journal.Journal, *casefile.Case, error) {
	c, err := casefile.Load(f.dir)
	path := filepath.Join(f.dir, journal.FileName)
	switch {
	case err == nil:
		path = c.Decisions
	case !errors.Is(err, fs.ErrNotExist):
		return nil, nil, err
	default:
		c = nil
		if st, err := os.Stat(f.dir); err != nil || !st.IsDir() {
			return nil, nil, fmt.Errorf("--case %s is no folder (hint: the folder of assay.yaml)", f.dir)
		}
	}
	if f.journal != "" {
		path = f.journal
	}
	j, err := a.loadJournal(path)
	return j, c, err
}

// loadJournal reads a journal and says what people should look at in it.
func (a *app) loadJournal(path string) (*journal.Journal, error) {
	j, err := journal.Load(path)
	if err != nil {
		return nil, fmt.Errorf("the journal of decisions cannot be read: %w", err)
	}
	a.warn(j.Problems)
	return j, nil
}

// mostWarnings bounds what is said about one journal: a file that is none would have one for each line.
const mostWarnings = 20

// warn prints problems of a journal, each once a run.
func (a *app) warn(ps []journal.Problem) {
	if a.warned == nil {
		a.warned = map[string]bool{}
	}
	n := 0
	for _, p := range ps {
		text := p.Error()
		if a.warned[text] {
			continue
		}
		a.warned[text] = true
		if n++; n <= mostWarnings {
			fmt.Fprintf(a.err, "assay: warning: %s\n", text)
		}
	}
	if n > mostWarnings {
		fmt.Fprintf(a.err, "assay: warning: and %s of this kind\n", count(n-mostWarnings, "more problem"))
	}
}

// decide records one decision.
func (a *app) decide(ctx context.Context, kind journal.Kind, args []string, f *decideFlags) error {
	d := journal.Decision{Kind: kind, Why: strings.TrimSpace(f.why), Evidence: f.evidence, Model: f.model}
	if d.Why == "" {
		return errors.New(`a decision needs its reason (hint: --why "same street, same hour")`)
	}
	for _, e := range f.evidence {
		if strings.TrimSpace(e) != e || e == "" || strings.Contains(e, "|") {
			return fmt.Errorf("--evidence %q is empty or holds a bar or blanks around it (hint: repeat --evidence for each address; a bar in an address is %%7C)", e)
		}
	}
	j, c, err := a.decisions(f)
	if err != nil {
		return err
	}
	if d.Who, err = decider(ctx, f); err != nil {
		return err
	}
	if d.When, err = decided(f); err != nil {
		return err
	}
	if err := fillIn(&d, j, args); err != nil {
		return err
	}
	inputs := []string{f.dir}
	if c == nil && !f.unchecked {
		inputs = a.filesOf(&d, f.dir)
	}
	if !f.unchecked && len(inputs) > 0 {
		if err := a.lookUp(ctx, &d, inputs); err != nil {
			return err
		}
	} else if kind == journal.Suppress && !fingerprint.MatchString(d.Finding) {
		return fmt.Errorf("%q is no fingerprint (hint: 16 digits, as assay check --format json shows them; in the folder of a case the first six do)", d.Finding)
	}
	if kind != journal.Withdraw {
		d = j.Next(d)
	}
	d = d.Sealed()
	if err := journal.Append(j.Path, d); err != nil {
		return err
	}
	fmt.Fprintf(a.out, "%s recorded in %s: %s (%s)\n", d.ID, j.Path, oneLine(d.Says()), oneLine(d.Who))
	for _, id := range d.Supersedes {
		if before, ok := j.Get(id); ok {
			fmt.Fprintf(a.out, "  supersedes %s: %s (%s, %s)\n", id, oneLine(before.Says()), oneLine(before.Who), before.When.Format("2006-01-02"))
		}
	}
	fmt.Fprintf(a.out, "Next: it holds from the next run on; %s shows what holds, and %s belongs under version control\n", nextList(f), filepath.Base(j.Path))
	return nil
}

// nextList is the command that lists the journal just used.
func nextList(f *decideFlags) string {
	s := "assay decide list"
	if f.dir != "." {
		s += " --case " + f.dir
	}
	if f.journal != "" {
		s += " --journal " + f.journal
	}
	return s
}

// fillIn reads the arguments into a decision.
func fillIn(d *journal.Decision, j *journal.Journal, args []string) (err error) {
	switch d.Kind {
	case journal.Suppress:
		d.Finding = strings.ToLower(args[0])
	case journal.Withdraw:
		before, ok := j.Get(args[0])
		if !ok {
			before, ok = suppressionOf(j, args[0])
		}
		switch {
		case !ok:
			return fmt.Errorf("there is no decision %q in %s (hint: assay decide list --all shows them with their identifiers)", args[0], j.Path)
		case before.Kind == journal.Withdraw:
			return fmt.Errorf("%s withdraws another and cannot be withdrawn (hint: decide the matter anew)", before.ID)
		case j.SupersededBy(before.ID) != "":
			return fmt.Errorf("%s holds no more, %s supersedes it (hint: nothing is left to withdraw)", before.ID, j.SupersededBy(before.ID))
		}
		d.Supersedes = []string{before.ID}
	case journal.Value:
		d.Field, d.Value = args[1], args[2]
		d.A, err = journal.ParseRecord(args[0])
	default:
		if d.A, err = journal.ParseRecord(args[0]); err != nil {
			return err
		}
		if d.B, err = journal.ParseRecord(args[1]); err == nil && d.A == d.B {
			err = fmt.Errorf("both records are %s (hint: a decision is about two)", d.A)
		}
	}
	return err
}

// suppressionOf finds the decision by which a finding is suppressed, by the finding's fingerprint or its first six digits.
func suppressionOf(j *journal.Journal, finding string) (found journal.Decision, ok bool) {
	n := 0
	for f, id := range j.Suppressed() {
		if len(finding) >= 6 && strings.HasPrefix(f, strings.ToLower(finding)) {
			n++
			found, _ = j.Get(id)
		}
	}
	return found, n == 1
}

// decider finds out who decides.
func decider(ctx context.Context, f *decideFlags) (string, error) {
	if by := strings.TrimSpace(f.by); by != "" {
		return by, nil
	}
	c := exec.CommandContext(ctx, "git", "config", "user.name")
	c.Dir = f.dir
	if name, err := c.Output(); err == nil && len(strings.TrimSpace(string(name))) > 0 {
		return strings.TrimSpace(string(name)), nil
	}
	for _, v := range []string{"USER", "USERNAME"} {
		if name := os.Getenv(v); name != "" {
			return name, nil
		}
	}
	return "", errors.New("a decision needs who made it (hint: --by NAME)")
}

// decided finds out when it was decided.
func decided(f *decideFlags) (time.Time, error) {
	if f.at == "" {
		return time.Now().UTC().Truncate(time.Second), nil
	}
	t, err := time.Parse(time.RFC3339, f.at)
	if err != nil {
		return t, fmt.Errorf("--at %q is no time (hint: write it as 2016-12-31T09:30:00Z)", f.at)
	}
	return t.UTC(), nil
}

// oneLine keeps texts of a journal, which anybody may have written, from breaking out of their line.
func oneLine(s string) string { return strings.Join(strings.Fields(finding.Clean(s)), " ") }
