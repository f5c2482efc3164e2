package check

import (
	"context"
	"fmt"

	"github.com/assaydata/assay/internal/dossier"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link/event"
	"github.com/assaydata/assay/internal/link/identity"
	"github.com/assaydata/assay/internal/record"
)

// Env is what rules may consult besides the dataset: the settings of the audit.
type Env struct {
	AsOf record.Day       // day on which the data was obtained, NoDay if not known; nothing may happen after it
	Case *dossier.Dossier // the claims of the case, nil where there are none

	Across *Linkage // what several datasets of events have in common, nil where there are no two

	Entries *Entries // which entries of lists are one person or group, nil where there is no list
}

// Entries is what linking the entries of lists, and of tables of claims about persons and groups, came to. Either may be nil.
type Entries struct{ Persons, Groups *identity.Linked }

// Each returns those that are there.
func (e *Entries) Each() []*identity.Linked {
	var out []*identity.Linked
	for _, l := range []*identity.Linked{e.Persons, e.Groups} {
		if l != nil {
			out = append(out, l)
		}
	}
	return out
}

// Linkage is what the event datasets of an audit have in common: which records are one event, and what all of them come to.
type Linkage struct {
	Linked  *event.Linked
	Facts   *fact.Book
	Summary *fact.Summary // nil where audit.Config.NoSummary says so
}

// Pass is one run of one rule over one dataset. It is used by one goroutine.
type Pass struct {
	Context  context.Context
	Rule     *Rule
	Data     *record.Dataset  // nil in a rule about the case as a whole or across datasets
	Case     *dossier.Dossier // the claims of the case, nil where there are none
	Across   *Linkage         // what several datasets of events have in common, nil where there are no two
	Entries  *Entries         // which entries of lists are one, nil where there is no list
	Env      *Env
	Severity Severity // after configuration

	options  map[string]any
	findings []Finding
	skipped  string
}

// NewPass prepares a run. Options must have been checked by [Rule.Settings].
func NewPass(ctx context.Context, r *Rule, d *record.Dataset, env *Env, severity Severity, options map[string]any) *Pass {
	if severity == 0 {
		severity = r.Severity
	}
	return &Pass{Context: ctx, Rule: r, Data: d, Case: env.Case, Across: env.Across, Entries: env.Entries, Env: env, Severity: severity, options: options}
}

// Report adds a finding. Rule, dataset (which a rule about the case sets itself), severity and confidence are filled in where the rule left them empty.
func (p *Pass) Report(f Finding) {
	f.Rule = p.Rule
	if p.Data != nil {
		f.Data = p.Data
	}
	if f.Severity == 0 {
		f.Severity = p.Severity
	}
	if f.Severity > p.Severity {
		f.Severity = p.Severity
	}
	if f.Confidence == 0 {
		f.Confidence = p.Rule.Confidence
	}
	p.findings = append(p.findings, f)
}

// Skip says that the rule can't say anything about this dataset, and why.
func (p *Pass) Skip(format string, args ...any) { p.skipped = fmt.Sprintf(format, args...) }

// Run runs the rule if it can work on the dataset and returns its findings, or the reason why there are none.
func (p *Pass) Run() (findings []Finding, skipped string) {
	if reason := p.Rule.CanRun(p); reason != "" {
		return nil, reason
	}
	switch {
	case p.Rule.Case != nil:
		p.Rule.Case(p)
	case p.Rule.Across != nil:
		p.Rule.Across(p)
	case p.Rule.Entries != nil:
		p.Rule.Entries(p)
	default:
		p.Rule.Check(p)
	}
	return p.findings, p.skipped
}

// Col returns the index of the column with a role, -1 where there is none: for Finding.Column.
func (p *Pass) Col(r record.Role) int {
	if c := p.Data.Role(r); c != nil {
		return c.Index
	}
	return -1
}

// Cols is Col for several roles; roles without a column are left out.
func (p *Pass) Cols(roles ...record.Role) []int {
	var out []int
	for _, r := range roles {
		if i := p.Col(r); i >= 0 {
			out = append(out, i)
		}
	}
	return out
}

// Cancelled reports whether the user interrupted the run; long loops ask every few thousand rows.
func (p *Pass) Cancelled() bool { return p.Context != nil && p.Context.Err() != nil }

// Float returns an option of type float64.
func (p *Pass) Float(name string) float64 { return option[float64](p, name) }

// Int returns an option of type int.
func (p *Pass) Int(name string) int { return option[int](p, name) }

// Bool returns an option of type bool.
func (p *Pass) Bool(name string) bool { return option[bool](p, name) }

// Text returns an option of type string.
func (p *Pass) Text(name string) string { return option[string](p, name) }

func option[T any](p *Pass, name string) T {
	if v, ok := p.options[name].(T); ok {
		return v
	}
	for _, o := range p.Rule.Options {
		if o.Name == name {
			if v, ok := o.Default.(T); ok {
				return v
			}
		}
	}
	// A rule that asks for an option it did not declare is a mistake in the program, not in the data.
	panic(fmt.Sprintf("rule %s has no option %q of this type", p.Rule.Code, name))
}

// Settings checks option values against the rule's declaration and converts whole numbers where a decimal is wanted. The
// error names the option and lists those that exist.
func (r *Rule) Settings(values map[string]any) (map[string]any, error) {
	out := make(map[string]any, len(values))
	for name, v := range values {
		var decl *Option
		known := ""
		for i := range r.Options {
			known += " " + r.Options[i].Name
			if r.Options[i].Name == name {
				decl = &r.Options[i]
			}
		}
		if decl == nil {
			if known == "" {
				known = " none"
			}
			return nil, fmt.Errorf("rule %s has no option %q (hint: options are:%s)", r.Code, name, known)
		}
		if n, ok := v.(int); ok {
			if _, wantsFloat := decl.Default.(float64); wantsFloat {
				v = float64(n)
			}
		}
		if fmt.Sprintf("%T", v) != fmt.Sprintf("%T", decl.Default) {
			return nil, fmt.Errorf("option %s of rule %s must be a %T, not %v", name, r.Code, decl.Default, v)
		}
		out[name] = v
	}
	return out, nil
}
