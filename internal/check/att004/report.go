package att004

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// tell reports the weightiest findings, warnings first, and counts the others in one.
func tell(p *check.Pass, findings []check.Finding) {
	slices.SortStableFunc(findings, func(a, b check.Finding) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(b.Weight, a.Weight))
	})
	most := p.Int("most")
	for _, f := range findings[:min(most, len(findings))] {
		p.Report(f)
	}
	if len(findings) <= most {
		return
	}
	jumps, places, stretches := 0, 0, 0
	for _, f := range findings[most:] {
		switch {
		case f.Stat == nil:
			stretches++
		case strings.HasPrefix(f.Key, "units"):
			places++
		default:
			jumps++
		}
	}
	var parts []string
	for _, part := range []struct {
		n    int
		what string
	}{{jumps, "jump between years"}, {places, "country whose units differ"}, {stretches, "country with years in which hardly anybody is identified"}} {
		switch {
		case part.n > 1 && strings.HasPrefix(part.what, "country"):
			parts = append(parts, wording.Thousands(part.n)+" countries"+strings.TrimPrefix(part.what, "country"))
		case part.n > 1:
			parts = append(parts, wording.Thousands(part.n)+" jumps between years")
		case part.n == 1:
			parts = append(parts, "1 "+part.what)
		}
	}
	p.Report(check.Finding{
		Severity: check.Note, Row: -1, Column: p.Col(record.RoleActor1), Key: "rest",
		Message: "the share of unidentified perpetrators differs in more ways: " + wording.List(parts, len(parts)),
		Why:     fmt.Sprintf("only the %s with the largest differences are told one by one", wording.Count(most, "finding")),
		Help:    "raise the option most to see them all, or audit one country at a time",
		Found:   wording.Count(len(findings)-most, "further difference"),
	})
}

// evidence says how large the difference is and how unlikely by chance.
func (c *comparison) evidence() string {
	return fmt.Sprintf("%s of %s against %s of %s; z = %.1f, %s", wording.Thousands(c.b.unknown), wording.Thousands(c.b.rows),
		wording.Thousands(c.a.unknown), wording.Thousands(c.a.rows), c.z, tabular.P(c.adjusted))
}

func (c *comparison) stat(tests int) *check.Stat {
	return &check.Stat{
		Test: "two-proportion z test", Statistic: c.z, P: max(c.p, tabular.Least), Adjusted: max(c.adjusted, tabular.Least),
		Tests: tests, Method: "Holm", Effect: c.points(), EffectIs: "percentage points",
	}
}

// jump words the finding of two years. Only a sharp jump is a warning: smaller ones come with every change of a war.
func jump(p *check.Pass, c *comparison, tests int) check.Finding {
	in := ""
	if c.where != "" {
		in = " in " + c.where
	}
	verb := "rises"
	if c.points() < 0 {
		verb = "falls"
	}
	f := check.Finding{
		Severity: check.Warning, Row: -1, Column: p.Col(record.RoleActor1), Key: c.where + " " + c.nameB,
		Message: fmt.Sprintf("the share of unidentified perpetrators%s %s from %s (%s) to %s (%s)", in, verb,
			c.a.percent(), c.nameA, c.b.percent(), c.nameB),
		Why:      fmt.Sprintf("%s after Holm's correction for %s", c.evidence(), wording.Count(tests, "test")),
		Help:     "look for a change of sources, vendor or coding rules at that date before reading it as one on the ground",
		Expected: c.a.percent(), Found: c.b.percent(),
		Weight: math.Abs(c.points()), Stat: c.stat(tests),
	}
	if f.Weight < 100*p.Float("sharp") {
		f.Severity = check.Note
	}
	return f
}

// differing words the finding of the units of one country. Who acts differs from place to place, so this is never more than
// a note.
func differing(p *check.Pass, list []*comparison, tests int) check.Finding {
	slices.SortStableFunc(list, func(a, b *comparison) int { return cmp.Compare(math.Abs(b.points()), math.Abs(a.points())) })
	const named, proven = 4, 8
	var names, proofs []string
	for i, c := range list {
		names = append(names, fmt.Sprintf("%s %s", c.nameB, c.b.percent()))
		if i < proven {
			proofs = append(proofs, fmt.Sprintf("%s: %s", c.nameB, c.evidence()))
		}
	}
	if len(list) > proven {
		proofs = append(proofs, fmt.Sprintf("and %d more", len(list)-proven))
	}
	worst := list[0]
	where := ""
	if worst.where != "" {
		where = " in " + worst.where
	}
	message := fmt.Sprintf("the share of unidentified perpetrators%s differs between units: %s", where, wording.List(names, named))
	if len(list) == 1 {
		message = fmt.Sprintf("%s of perpetrators%s are unidentified in %s, %s in all other units", worst.b.percent(), where, worst.nameB, worst.a.percent())
	}
	return check.Finding{
		Severity: check.Note, Row: -1, Column: p.Col(record.RoleAdmin1), Marked: p.Cols(record.RoleActor1), Key: "units " + worst.where,
		Message:  message,
		Why:      fmt.Sprintf("each unit against all others, after Holm's correction for %s: %s", wording.Count(tests, "test"), strings.Join(proofs, "; ")),
		Help:     "who acts, and who claims it, differs from place to place: do not compare named groups between these units without saying so",
		Expected: worst.a.percent(), Found: worst.b.percent(),
		Weight: math.Abs(worst.points()), Stat: worst.stat(tests),
	}
}
