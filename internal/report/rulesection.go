package report

import (
	"fmt"
	"html/template"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/rules"
	"github.com/assaydata/assay/internal/finding"
)

// ruleView is what a rule found, and what the rule is.
type ruleView struct {
	Code, Name, Title, Family, Class string
	Severity, Method                 string
	Lead                             bool
	Why, How, FalseAlarms, Fix       template.HTML
	Literature                       []template.HTML
	Before, After                    string
	Options                          []optionView
	Rates                            string
	Groups                           []groupView
	Hidden                           string
}

type optionView struct{ Name, Default, Doc string }

// groupView is what a rule found in one dataset.
type groupView struct {
	Dataset, Slug, Extent, Class string
	First, More                  []sample
	Showing                      string
	Page                         string // "" where all findings stand here
	Problem                      string
}

const (
	samplesMost   = 50      // of one rule and dataset, in the index
	samplesOpen   = 5       // of these, shown without opening anything
	samplesLeast  = 3       // however many rules and datasets there are
	samplesBudget = 2600    // samples in the index
	groupsMost    = 25      // datasets of one rule
	pageRows      = 500     // findings on one page
	pagesMost     = 4       // pages of one rule and dataset
	pagesBudget   = 100_000 // findings on all such pages
)

// samplesPer is the number of samples for each of n groups that keeps the index small.
func samplesPer(n int) int { return max(samplesLeast, min(samplesMost, samplesBudget/max(1, n))) }

// listing is a rule and dataset with more findings than the index shows: they get pages of their own.
type listing struct {
	group finding.Group
	slug  string
	worst []*check.Finding
}

// chooseSamples picks the findings that the section by rule and its pages show, and asks for their cells.
func (b *builder) chooseSamples() {
	perRule := map[*check.Rule]int{}
	shown := 0
	for i := range b.groups {
		if perRule[b.groups[i].Rule]++; perRule[b.groups[i].Rule] <= groupsMost {
			shown++
		}
	}
	b.perGroup = samplesPer(shown)
	onPages := max(pageRows, min(pagesMost*pageRows, pagesBudget/max(1, shown)))
	b.groupsOf = perRule
	seen := map[*check.Rule]int{}
	for i := range b.groups {
		g := &b.groups[i]
		if seen[g.Rule]++; seen[g.Rule] > groupsMost {
			continue
		}
		most := b.perGroup
		if len(g.Findings) > most {
			most = onPages
		}
		l := listing{group: *g, slug: g.Rule.Code + "-" + b.slug[g.Data], worst: g.Worst(most)}
		for _, f := range l.worst {
			b.vault.want(f, 0)
		}
		b.listings = append(b.listings, l)
	}
}

// ruleSection writes the section by rule.
func (b *builder) ruleSection() {
	at := map[*check.Rule]int{}
	for _, l := range b.listings {
		g := &l.group
		i, ok := at[g.Rule]
		if !ok {
			i = len(b.view.Rules)
			at[g.Rule] = i
			v := describe(g.Rule, g.Class)
			if n := b.groupsOf[g.Rule]; n > groupsMost {
				v.Hidden = fmt.Sprintf("Showing %d of %d datasets in which this rule found something; all findings are in findings.csv.", groupsMost, n)
			}
			b.view.Rules = append(b.view.Rules, v)
		}
		r := &b.view.Rules[i]
		r.Groups = append(r.Groups, b.groupView(l))
	}
	for _, r := range b.audit.Rules {
		if _, ok := at[r]; ok {
			continue
		}
		ran := len(b.audit.Datasets)
		for _, s := range b.audit.Skipped {
			if s.Rule == r {
				ran--
			}
		}
		if ran > 0 {
			b.view.Quiet = append(b.view.Quiet, quietRule{r.Code, r.Title, ran == len(b.audit.Datasets)})
		}
	}
}

type quietRule struct {
	Code, Title string
	Everywhere  bool
}

func (b *builder) groupView(l listing) groupView {
	g := &l.group
	n := len(g.Findings)
	shown := b.vault.samples(l.worst[:min(len(l.worst), b.perGroup)])
	v := groupView{
		Dataset: g.Data.Name, Slug: l.slug, Extent: hold(g.Extent), Class: g.Class, First: shown[:min(samplesOpen, len(shown))],
		More: shown[min(samplesOpen, len(shown)):], Problem: b.vault.problem(g.Data),
	}
	if n > len(shown) {
		v.Page = "rules/" + l.slug + "-1.html"
		v.Showing = fmt.Sprintf("Showing the %d gravest of %s.", len(shown), finding.Thousands(n))
	}
	return v
}

// describe turns the documentation of a rule into what the report shows.
func describe(r *check.Rule, class string) ruleView {
	v := ruleView{
		Code: r.Code, Name: r.Name, Title: upper(r.Title), Class: class, Severity: r.Severity.String(), Lead: r.Lead,
		Why: markdown(r.Doc.Why), How: markdown(r.Doc.How), FalseAlarms: markdown(r.Doc.FalseAlarms), Fix: markdown(r.Doc.Fix),
		Before: r.Doc.Before, After: r.Doc.After, Method: "deterministic: it follows from the cells and the codebook",
	}
	for _, f := range check.Families {
		if f.Code == r.Family() {
			v.Family = f.Title
		}
	}
	if r.Method == check.Statistical {
		v.Method = "statistical: a test, corrected for the number of tests"
	}
	for _, l := range r.Doc.Literature {
		v.Literature = append(v.Literature, template.HTML(inline(l)))
	}
	for _, o := range r.Options {
		v.Options = append(v.Options, optionView{o.Name, fmt.Sprint(o.Default), o.Doc})
	}
	if m, ok := rules.Measured(r.Code); ok && m.Rows > 0 {
		if m.Planted > 0 {
			v.Rates = fmt.Sprintf("Of %s planted errors it found %s (recall %.1f %%); ", finding.Thousands(m.Planted), finding.Thousands(m.Found), 100*m.Recall())
		}
		v.Rates += fmt.Sprintf("%s on %s clean rows (%.1f per 10,000). Measured on generated data; real data may be harder.",
			finding.Plural(m.Alarms, "false alarm", "false alarms"), finding.Thousands(m.Rows), m.AlarmsPer10000())
	}
	return v
}
