package finding

import (
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/wording"
)

const mostReasons = 3 // reasons why rules could not run, without All

// closing is what stands below the findings: scorecard, counts, rules that could not run, next steps.
func closing(a *audit.Audit, gs []group, o Options, room int) []line {
	cards := audit.Scorecard(a)
	out := append([]line{nil}, scorecard(cards, o.All, room)...)
	out = append(out, nil)
	out = append(out, counts(a, gs, cards, o, room)...)
	out = append(out, skipped(a, o.All, room)...)
	return append(out, nextSteps(a, gs, o, room)...)
}

// counts sums all findings up in a line, and says what is left out of them.
func counts(a *audit.Audit, gs []group, cards []audit.Card, o Options, room int) []line {
	var errors, warnings, notes, leads, run int
	for i := range cards {
		if c := &cards[i]; c.Family == "" {
			errors, warnings, notes, leads = errors+c.Errors, warnings+c.Warnings, notes+c.Notes, leads+c.Leads
			run += c.Run
		}
	}
	var out []line
	if n := errors + warnings + notes + leads; n == 0 {
		out = append(out, line{{"Nothing found", green}, {": " + ran(a, run), plain}})
	} else {
		l := line{
			{"Found " + wording.Thousands(n), bold},
			{": ", plain},
			{plural(errors, "error", "errors"), red},
			{" · ", plain},
			{plural(warnings, "warning", "warnings"), yellow},
			{" · ", plain},
			{plural(notes, "note", "notes"), cyan},
		}
		if leads > 0 {
			l = append(l, span{" · ", plain}, span{plural(leads, "lead", "leads"), violet})
		}
		if by := " · " + ran(a, run); l.width()+width(by) <= room {
			l = append(l, span{by, faint})
		}
		out = append(out, l)
		if o.Select != nil {
			n := 0
			for i := range gs {
				n += len(gs[i].findings)
			}
			out = append(out, text("Shown are "+wording.Thousands(n)+" of them: "+clean(strings.Join(o.Select, ", "))))
		}
	}
	if a.Known > 0 {
		out = append(out, text(plural(a.Known, "finding", "findings")+" of the baseline left out"))
	}
	if a.Suppressed > 0 {
		out = append(out, text(plural(a.Suppressed, "finding", "findings")+" left out by decisions of the journal"))
	}
	if n := len(a.Failed); n > 0 {
		out = append(out, line{{plural(n, "input", "inputs") + " could not be read", red}, {": nothing of it was checked", plain}})
	}
	if a.Partial {
		out = append(out, line{{"An input could be read only in part", yellow}, {": what is missing was not checked", plain}})
	}
	return out
}

// ran is the number of rules that worked on at least one dataset, or their runs where there are several datasets.
func ran(a *audit.Audit, run int) string {
	if len(a.Datasets) == 1 {
		return plural(run, "rule", "rules")
	}
	return plural(len(a.Rules), "rule", "rules") + " on " + plural(len(a.Datasets), "dataset", "datasets")
}

// reason is one cause for which rules could not run.
type reason struct {
	text  string
	codes []string
	other bool // the rules are made for other kinds of dataset
}

// skipped says which rules could not run, by cause, the most frequent cause first.
func skipped(a *audit.Audit, all bool, room int) []line {
	var reasons []reason
	several := len(a.Datasets) > 1
	for _, s := range a.Skipped {
		r := reason{text: s.Reason}
		if several {
			r.text += " (" + s.Data.Name + ")"
		}
		if len(s.Rule.Formats) > 0 && !slices.Contains(s.Rule.Formats, s.Data.Format.ID) {
			r = reason{text: "made for other datasets", other: true}
		}
		i := slices.IndexFunc(reasons, func(have reason) bool { return have.text == r.text && have.other == r.other })
		if i < 0 {
			i = len(reasons)
			reasons = append(reasons, r)
		}
		if !slices.Contains(reasons[i].codes, s.Rule.Code) {
			reasons[i].codes = append(reasons[i].codes, s.Rule.Code)
		}
	}
	slices.SortStableFunc(reasons, func(a, b reason) int {
		switch {
		case a.other != b.other && a.other:
			return 1
		case a.other != b.other:
			return -1
		}
		return len(b.codes) - len(a.codes)
	})
	var out []line
	for i, r := range reasons {
		if i == mostReasons && len(reasons) > mostReasons+1 && !all {
			return append(out, text("  … and for "+wording.Thousands(len(reasons)-i)+" more reasons; see them with --all"))
		}
		head := "  "
		if i == 0 {
			out = append(out, text("Could not run:"))
		}
		codes := r.codes
		if len(codes) > 8 && !all {
			codes = append(slices.Clone(codes[:7]), ellipsis+" "+wording.Thousands(len(r.codes)-7)+" more")
		}
		texts := wrap(strings.Join(codes, " ")+": "+clean(r.text), room-2, room-4)
		if !all {
			texts = texts[:1:1]
			texts[0] = shorten(strings.Join(codes, " ")+": "+clean(r.text), room-2)
		}
		for _, t := range texts {
			out = append(out, text(head+t))
			head = "    "
		}
	}
	return out
}

// nextSteps names the commands that lead on from here.
func nextSteps(a *audit.Audit, gs []group, o Options, room int) []line {
	var out []line
	if o.Report != "" {
		out = append(out, line{{"Report ", bold}, {shortenLeft(clean(o.Report), room-7), plain}})
	}
	if len(gs) == 0 {
		return out
	}
	steps := [][2]string{{"Explain ", "assay explain " + gs[0].rule.Code}}
	if o.Report == "" {
		steps = append(steps, [2]string{"Report ", "--report DIR"})
	}
	steps = append(steps, [2]string{"As data ", "--format json"})
	var l line
	for i, s := range steps {
		if i > 0 {
			l = append(l, span{"   ", plain})
		}
		l = append(l, span{s[0], bold}, span{s[1], green})
	}
	return append(out, l)
}
