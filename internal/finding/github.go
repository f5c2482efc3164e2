package finding

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
)

// githubMost is the number of annotations of one kind that GitHub shows for a step.
const githubMost = 10

// GitHub writes workflow commands, which GitHub Actions shows as annotations of the files: at most ten of each kind, since
// it shows no more. They are the worst of each rule in turn; a last notice says how many findings there are beyond them.
// The syntax is that of docs.github.com, "Workflow commands for GitHub Actions".
func GitHub(w io.Writer, a *audit.Audit, o Options) error {
	b := bufio.NewWriter(w)
	gs := groups(a, o)
	rank(gs)
	total, written := 0, 0
	for i := range gs {
		total += len(gs[i].findings)
	}
	for i, f := range a.Failed {
		if i == githubMost {
			break
		}
		fmt.Fprintln(b, "::error title=assay::"+githubText("could not be read: "+clean(f.Error())))
	}
	for _, kind := range []string{"error", "warning", "notice"} {
		room := githubMost
		switch kind {
		case "error":
			room = max(0, room-len(a.Failed))
		case "notice":
			room-- // for the last one
		}
		for _, f := range turns(gs, kind, room) {
			written++
			fmt.Fprintln(b, githubCommand(kind, f, o.Base))
		}
	}
	if total > written {
		fmt.Fprintf(b, "::notice title=assay::%s; these annotations show %d of them (the others: assay check --format json)\n",
			plural(total, "finding", "findings"), written)
	}
	return b.Flush()
}

func githubKind(c class) string {
	return [...]string{classError: "error", classWarning: "warning", classLead: "notice", classNote: "notice"}[c]
}

// turns takes the worst finding of one kind of each group, then the second of each, until there are most.
func turns(gs []group, kind string, most int) []*check.Finding {
	worst := make([][]*check.Finding, len(gs))
	for i := range gs {
		worst[i] = slices.DeleteFunc(gs[i].worst(most), func(f *check.Finding) bool { return githubKind(classOf(f)) != kind })
	}
	var out []*check.Finding
	for round, more := 0, true; more && len(out) < most; round++ {
		more = false
		for i := range gs {
			if round < len(worst[i]) && len(out) < most {
				out = append(out, worst[i][round])
				more = true
			}
		}
	}
	return out
}

func githubCommand(kind string, f *check.Finding, base string) string {
	props := "file=" + githubProperty(clean(slashPath(f.Data, base)))
	where := ""
	if n := f.Data.Line(f.Row); n > 0 && linesInFile(f.Data) {
		props += fmt.Sprintf(",line=%d", n)
	}
	if f.Row >= 0 {
		where = fmt.Sprintf(" (row %d)", f.Data.RowNumber(f.Row))
		if c := columnName(f.Data, f.Column); c != "" {
			where = fmt.Sprintf(" (row %d, column %s)", f.Data.RowNumber(f.Row), clean(c))
		}
	}
	props += ",title=" + githubProperty(f.Rule.Code+" "+clean(f.Rule.Title))
	return "::" + kind + " " + props + "::" + githubText(clean(f.Message)+where)
}

var (
	githubTextEscapes     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubPropertyEscapes = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func githubText(s string) string     { return githubTextEscapes.Replace(s) }
func githubProperty(s string) string { return githubPropertyEscapes.Replace(s) }
