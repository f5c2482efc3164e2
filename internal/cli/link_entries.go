package cli

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/entry"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/link/identity"
	"github.com/assaydata/assay/internal/publish/linked"
	"github.com/assaydata/assay/internal/wording"
)

// kindWord is what an entry is about.
func kindWord(k entry.Kind) string {
	if k == entry.Group {
		return "group"
	}
	return "person"
}

// entriesSummary says what linking the entries of lists came to.
func (a *app) entriesSummary(e *check.Entries, spent time.Duration, accept float64) {
	proposals := 0
	for _, l := range e.Each() {
		one := kindWord(l.Kind)
		open, unsure, decided, accepted := 0, 0, 0, 0
		for i := range l.Pairs {
			switch p := &l.Pairs[i]; {
			case p.Relation == link.Unsure && p.Decided == "":
				unsure++
			case p.Relation != link.Same:
			case p.Decided != "":
				decided++
			case accept > 0 && float64(p.Probability) >= accept:
				accepted++
			default:
				open++
			}
		}
		proposals += open
		fmt.Fprintf(a.out, "%s of %ss in %s, compared in %.1f s\n", wording.Count(l.Records.N(), "entry"), one, wording.Count(lists(l), "list"), spent.Seconds())
		fmt.Fprintf(a.out, "  %s that two entries are one %s, %s unsure\n", wording.Count(open, "proposal"), one, wording.Count(unsure, "pair"))
		if decided > 0 || accepted > 0 {
			fmt.Fprintf(a.out, "  %s decided, %s accepted at %.2f or more\n", wording.Count(decided, "pair"), wording.Thousands(accepted), accept)
		}
		fmt.Fprintf(a.out, "  merged: %s; with all proposals: %s\n", wording.Count(len(l.Entities), one), wording.Thousands(len(l.Proposals)))
	}
	if proposals > 0 {
		fmt.Fprintln(a.out, "\nProposals merge nothing. Who is who is for a reader: assay explain A B, then assay decide same A B --why …; --accept-above P merges those of at least this probability.")
	}
}

func lists(l *identity.Linked) int {
	seen := map[int32]bool{}
	for _, r := range l.Records.Refs {
		seen[r.Data] = true
	}
	return len(seen)
}

// entriesBlocking shows the blocking keys of entries.
func (a *app) entriesBlocking(e *check.Entries) {
	for _, l := range e.Each() {
		n := l.Records.N()
		fmt.Fprintf(a.out, "%s of %ss: %s to compare, of %s possible ones\n\n", wording.Count(n, "entry"), kindWord(l.Kind), wording.Count(l.Candidates, "pair"), wording.Thousands(n*(n-1)/2))
		a.keys(slices.DeleteFunc(slices.Clone(l.Blocking), func(s link.BlockStat) bool { return s.Pairs == 0 }))
	}
}

// keys shows what each blocking key came to.
func (a *app) keys(stats []link.BlockStat) {
	w := tabwriter.NewWriter(a.out, 0, 4, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "key\tpairs\tby this key alone\testimated recall\tcapped blocks\t")
	for _, s := range stats {
		recall := "too few to tell"
		if !math.IsNaN(s.Recall) {
			recall = fmt.Sprintf("%.0f %%", 100*s.Recall)
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t\n", s.Name, wording.Thousands(s.Pairs), wording.Thousands(s.Alone), recall, wording.Thousands(s.Capped))
	}
	w.Flush()
	fmt.Fprintln(a.out, "\nThe recall of a key is estimated on the pairs on which two or more other keys agree.")
}

// linkEntries writes and tells what linking entries of lists came to. beside says that events are linked as well.
func (a *app) linkEntries(e *check.Entries, f *linkFlags, beside bool, spent time.Duration) error {
	if f.explainBlocking {
		a.entriesBlocking(e)
		return nil
	}
	var written []string
	if f.out != "" {
		var err error
		if written, err = linked.Entries(f.out, e.Each(), f.acceptAbove, beside); err != nil {
			return err
		}
	}
	a.entriesSummary(e, spent, f.acceptAbove)
	if len(written) > 0 {
		fmt.Fprintf(a.out, "Written to %s: %s\n", f.out, strings.Join(written, " and "))
	} else {
		fmt.Fprintln(a.out, "Read on: --out DIR writes pairs.csv and entities.csv")
	}
	if beside {
		fmt.Fprintln(a.out)
	}
	return nil
}
