package cli

import (
	"context"
	"fmt"
	"slices"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/rules"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

const (
	mostBeside = 3  // rows that stand side by side
	mostShown  = 12 // rows of a finding that are shown at all
	mostListed = 12 // findings of a list
)

// finding explains one finding: what was found, on what it rests, how sure that is, and what else rests on the same rows.
func (e *explanation) finding(ctx context.Context, f *check.Finding) error {
	fmt.Fprintf(e.out, "%s[%s] %s\n", finding.Class(f), f.Rule.Code, finding.Clean(f.Message))
	at := "the dataset " + finding.Clean(f.Data.Name) + " as a whole"
	if f.Row >= 0 {
		at = e.address(f.Data, f.Row)
	}
	if c := finding.ColumnName(f.Data, f.Column); c != "" {
		at += ", column " + finding.Clean(c)
	}
	e.text(at)
	e.text("fingerprint " + f.Fingerprint)
	for _, part := range []struct{ label, text string }{{"found: ", f.Found}, {"expected: ", f.Expected}, {"why: ", f.Why}, {"help: ", f.Help}} {
		if part.text != "" {
			e.text(part.label + part.text)
		}
	}
	if f.Stat != nil {
		e.text("test: " + finding.StatText(f.Stat))
	}
	if err := e.rows(ctx, f); err != nil {
		return err
	}
	claims := e.chain.Claims(f)
	e.origins(claims)
	e.rule(f.Rule)
	e.alsoResting(f, claims)
	return nil
}

// rows shows the rows that a finding names side by side, those of one table together.
func (e *explanation) rows(ctx context.Context, f *check.Finding) error {
	type group struct {
		data *record.Dataset
		rows []sheetRow
	}
	var groups []*group
	shown, all := 0, 0
	add := func(d *record.Dataset, row int, asked ...int) error {
		if d == nil || row < 0 {
			return nil
		}
		if all++; shown == mostShown {
			return nil
		}
		shown++
		r, err := e.read(ctx, d, row, asked)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(groups, func(g *group) bool { return g.data == d })
		if i < 0 {
			i = len(groups)
			groups = append(groups, &group{data: d})
		}
		groups[i].rows = append(groups[i].rows, r)
		return nil
	}
	if err := add(f.Data, f.Row, append([]int{f.Column}, f.Marked...)...); err != nil {
		return err
	}
	for _, r := range f.Related {
		if err := add(r.Data, r.Row, r.Column); err != nil {
			return err
		}
	}
	for _, g := range groups {
		e.head("The rows, from " + finding.Clean(finding.File(g.data)))
		first := g.rows[0]
		rest := g.rows[1:]
		for {
			n := min(mostBeside-1, len(rest))
			e.beside(append([]sheetRow{first}, rest[:n]...))
			if rest = rest[n:]; len(rest) == 0 {
				break
			}
			fmt.Fprintln(e.out)
		}
	}
	if all > shown {
		e.text(fmt.Sprintf("and %s, named in assay check --format json", wording.Count(all-shown, "more row")))
	}
	return nil
}

// origins says whose voice each claim is, and which of them repeats another.
func (e *explanation) origins(claims []claim.Claim) {
	if len(claims) == 0 || e.audit.Case == nil {
		return
	}
	g := e.audit.Case.Evidence
	list := g.Origins(claims)
	e.head(fmt.Sprintf("Whose voices these are: %s behind %s", wording.Count(len(list), "independent origin"), wording.Count(len(claims), "claim")))
	about := e.about(claims)
	for _, o := range list {
		var ids []string
		for _, c := range o.Members {
			ids = append(ids, e.rowName(c.Base().Data, c.Base().Row))
		}
		e.item(about.Text(root(o)) + ": " + wording.List(ids, len(ids)))
	}
	seen := map[evidence.Edge]bool{}
	for _, c := range claims {
		for _, edge := range g.EdgesOf(c) {
			if !seen[edge] && within(edge.From, claims) && within(edge.To, claims) {
				seen[edge] = true
				e.item(e.edge(edge))
			}
		}
	}
}

func root(o *evidence.Origin) string {
	if o.Root == "" || o.Root == evidence.Unknown {
		return "nobody named"
	}
	return o.Root
}

func within(c claim.Claim, list []claim.Claim) bool {
	return slices.ContainsFunc(list, func(o claim.Claim) bool { return o.Base() == c.Base() })
}

// edge says that one claim goes back to another, why, and how likely that is.
func (e *explanation) edge(x evidence.Edge) string {
	from, to := x.From.Base(), x.To.Base()
	verb := "goes back to"
	if !x.Joins() {
		verb = "may go back to"
	}
	s := fmt.Sprintf("%s %s %s: %s, probability %.2f", e.rowName(from.Data, from.Row), verb, e.rowName(to.Data, to.Row), x.Kind, x.Probability)
	if why := e.about([]claim.Claim{x.From, x.To}).Text(x.Why); why != "" {
		s += " (" + why + ")"
	}
	return s
}

// rule says what found it and how often it errs.
func (e *explanation) rule(r *check.Rule) {
	e.head("The rule")
	e.text(fmt.Sprintf("%s %s: %s", r.Code, r.Name, r.Title))
	e.text(r.Doc.Why)
	e.text(measuredRate(r))
	if r.Doc.FalseAlarms != "" {
		e.text("When it is no error: " + r.Doc.FalseAlarms)
	}
}

// measuredRate says in words how often a rule errs, as far as that was measured.
func measuredRate(r *check.Rule) string {
	m, ok := rules.Measured(r.Code)
	if !ok || m.Rows == 0 {
		return fmt.Sprintf("Its error rate was not measured on generated data; the confidence of %.2f is the judgement of its authors.", r.Confidence)
	}
	s := ""
	if m.Planted > 0 {
		s = fmt.Sprintf("Measured: of %s planted errors it found %s (recall %.1f %%); ", wording.Thousands(m.Planted), wording.Thousands(m.Found), 100*m.Recall())
	} else {
		s = "Measured: "
	}
	return s + fmt.Sprintf("%s on %s clean rows (%.1f per 10,000). Real data may be harder.", wording.Count(m.Alarms, "false alarm"),
		wording.Thousands(m.Rows), m.AlarmsPer10000())
}

// alsoResting lists the verdicts and the other findings that rest on the rows of a finding.
func (e *explanation) alsoResting(f *check.Finding, claims []claim.Claim) {
	e.head("What depends on it")
	said := e.verdicts(claims)
	var deps []audit.Dependent
	seen := map[*check.Finding]bool{f: true}
	add := func(fs []*check.Finding, how string) {
		for _, o := range fs {
			if !seen[o] {
				seen[o] = true
				deps = append(deps, audit.Dependent{Finding: o, How: how})
			}
		}
	}
	if f.Row >= 0 {
		add(e.chain.Named(f.Data, f.Row), "names "+e.rowName(f.Data, f.Row))
	}
	for _, r := range f.Related {
		if r.Data != nil && r.Row >= 0 {
			add(e.chain.Named(r.Data, r.Row), "names "+e.rowName(r.Data, r.Row)+" too")
		}
	}
	e.list(deps)
	if len(deps) == 0 && !said {
		e.text("No other finding names these rows.")
	}
}

// list writes findings in a line or two each.
func (e *explanation) list(deps []audit.Dependent) {
	for i, d := range deps {
		if i == mostListed && len(deps) > mostListed+1 {
			e.text(fmt.Sprintf("and %s", wording.Count(len(deps)-i, "more finding")))
			return
		}
		f := d.Finding
		e.item(fmt.Sprintf("%s[%s] %s: %s (%s)", finding.Class(f), f.Rule.Code, f.Fingerprint, f.Message, d.How))
	}
}
