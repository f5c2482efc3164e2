package val001

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// many is the number of problems of one kind from which they are told once: a wrong delimiter makes every record ragged.
const many = 1000

// problems turns what the reader could not read into findings.
func problems(p *check.Pass) {
	counts, firsts := map[string]int{}, map[string]int{}
	for i, problem := range p.Data.Problems {
		if counts[problem.Kind] == 0 {
			firsts[problem.Kind] = i
		}
		counts[problem.Kind]++
	}
	for i := range p.Data.Problems {
		problem := &p.Data.Problems[i]
		n := counts[problem.Kind]
		switch {
		case n <= many || 2*n <= p.Data.N+p.Data.Unread:
			p.Report(fromProblem(p, problem))
		case firsts[problem.Kind] == i:
			p.Report(allProblems(p, problem, n))
		}
	}
}

func fromProblem(p *check.Pass, problem *record.Problem) check.Finding {
	text, hint := problem.Text, problem.Hint
	if before, after, ok := strings.Cut(text, " (hint: "); ok && hint == "" {
		text, hint = before, strings.TrimSuffix(after, ")")
	}
	f := check.Finding{
		Severity: severity(problem.Kind), Row: problem.Row, Column: problem.Column,
		Message: strings.TrimPrefix(text, p.Data.Path+": "), Help: hint, Weight: weight(problem.Kind),
	}
	if problem.Row < 0 && problem.Line > 0 {
		f.Message = fmt.Sprintf("line %d: %s", problem.Line, f.Message)
	}
	switch {
	case problem.Row < 0 && problem.Line == 0:
		f.Why = "this concerns the file as a whole"
	case problem.Row < 0 && f.Severity == check.Error:
		f.Why = "the record is not among the rows; nothing in it was checked"
	case problem.Row < 0:
		f.Why = "the rest of the file was read"
	case problem.Column < 0:
		f.Why = "what could be read of the record was used"
	default:
		f.Why = "the rest of the row was used"
	}
	return f
}

func allProblems(p *check.Pass, first *record.Problem, n int) check.Finding {
	f := fromProblem(p, first)
	f.Row, f.Why = -1, fmt.Sprintf("the first stands on line %d", first.Line)
	f.Message = fmt.Sprintf("%s, most of the file: %s", wording.Count(n, "record"), first.Text)
	f.Weight = float64(n)
	for i := range p.Data.Problems {
		problem := &p.Data.Problems[i]
		if problem.Kind == first.Kind && problem.Row >= 0 && len(f.Related) < tabular.Examples {
			f.Related = append(f.Related, check.Ref{Data: p.Data, Row: problem.Row, Column: problem.Column})
		}
	}
	return f
}

// severity ranks what was read in spite of the problem below what was lost.
func severity(kind string) check.Severity {
	switch kind {
	case "ragged", "quote", "truncated", "changed", "limit", "too-long", "json", "not-object", "member":
		return check.Error
	case "preamble":
		return check.Note
	}
	return check.Warning
}

func weight(kind string) float64 {
	switch kind {
	case "truncated", "changed", "limit", "member":
		return 1000
	case "ragged", "quote", "too-long", "json", "not-object":
		return 20
	}
	return 5
}
