package report

import (
	"context"
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/casereport"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/record"
)

// indexView is what the template of the index sees.
type indexView struct {
	head
	Kicker, Headline, Lede string
	Failed                 []string
	Partial                bool
	Standouts              []standout
	Cards                  []cardView
	CardsNote              string
	Scores                 []scoreView
	ScoreTop, ScoreNote    string
	Worst                  []findingView
	Total                  string // findings in all
	Heats                  []heatView
	Rules                  []ruleView
	Quiet                  []quietRule
	Coverage               []coverageView
	Apart                  bool // the charts stand on pages of their own
	Figures                []setFigure
	NoFigures              []string
	Sources                []sourceView
	Inputs                 []inputView
	InputsNote             string
	Skips                  []skipView
	SkipsNote              string
	RuleCodes, Settings    []string
	AsOf                   string
	Known, Suppressed      int
	Cites                  []citeView
	CitesNote, BibTeX      string
	Withheld               []withheldView
	Files                  []sideFile
	Across                 *acrossBrief  // what several datasets of events have in common, nil where there are no two
	Missing                *missingBrief // what no dataset has, nil where three have too little in common
	Case                   string        // page of the report of the case, "" where the data are no claims
}

// standout is one of the gravest groups of findings, in one line.
type standout struct{ Class, Code, Title, Extent, Dataset string }

// coverageView holds the charts of one dataset.
type coverageView struct {
	Dataset, Slug string
	Figures       []*figure
	Note          string
}

type setFigure struct {
	Dataset string
	Figure  *figure
}

type withheldView struct {
	Dataset string
	Columns string
	N       int
}

type sideFile struct{ Name, Text string }

// datasetPage is a page with the charts of one dataset.
type datasetPage struct {
	head
	Set coverageView
}

// builder gathers what the report says.
type builder struct {
	audit    *audit.Audit
	options  Options
	cards    []audit.Card
	groups   []finding.Group
	profiles map[*record.Dataset]*profile
	slug     map[*record.Dataset]string
	vault    *vault
	listings []listing
	groupsOf map[*check.Rule]int
	perGroup int
	apart    bool
	view     indexView
	linked   *acrossView        // of several datasets of events, nil where there are no two
	unseen   *missingView       // of what no dataset has, nil where three have too little in common
	story    *casereport.Report // of the case, nil where the data are no claims
}

// figuresBudget is the size of all charts from which on each dataset gets a page of its own for them.
const figuresBudget = 1_200_000

func newBuilder(ctx context.Context, a *audit.Audit, o Options) (*builder, error) {
	b := &builder{
		audit: a, options: o, cards: audit.Scorecard(a), groups: finding.Groups(a), profiles: map[*record.Dataset]*profile{},
		slug: slugs(a.Datasets), vault: newVault(a.Shield),
	}
	for _, d := range a.Datasets {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		b.profiles[d] = newProfile(a, d)
	}
	chosen := worst(b.groups)
	for _, f := range chosen {
		b.vault.want(f, mostRelated)
	}
	b.chooseSamples()
	if err := b.vault.read(ctx, a.Datasets); err != nil {
		return nil, err
	}
	v := &b.view
	v.head = b.head("Accuracy report: "+list(names(a.Datasets), 0), 0)
	for _, f := range a.Failed {
		v.Failed = append(v.Failed, finding.Clean(f.Error()))
	}
	v.Partial = a.Partial
	v.Total = finding.Plural(len(a.Findings), "finding", "findings")
	b.headline()
	b.standouts()
	b.datasetCards()
	b.scorecard()
	for _, f := range chosen {
		v.Worst = append(v.Worst, b.vault.full(f))
	}
	b.ruleSection()
	b.charts()
	b.methods()
	b.cite()
	b.privacy()
	if err := b.across(ctx); err != nil {
		return nil, err
	}
	if err := b.missing(ctx); err != nil {
		return nil, err
	}
	if b.story = casereport.Build(a, casereport.Options{Version: o.Version}); b.story != nil {
		v.Case = casereport.Start
	}
	v.Files = []sideFile{
		{"findings.csv", "every finding, one a line, for a spreadsheet"},
		{"findings.parquet", "the same with types, for R, Python and DuckDB"},
		{"scorecard.csv", "shares of rows in question with their intervals"},
		{"cite.bib", "citations as BibTeX"},
		{"cite.json", "citations as CSL-JSON, for Zotero and others"},
	}
	if b.linked != nil {
		v.Files = append(v.Files, sideFile{acrossPage, "what the datasets of events have in common, and where they contradict each other"})
	}
	if b.unseen != nil {
		v.Files = append(v.Files, sideFile{missingPage, "what no dataset has: gates, models with their assumptions, what they depend on"})
	}
	return b, nil
}

// standouts are the gravest groups: of errors before warnings those with the most rows, each rule once.
func (b *builder) standouts() {
	const most = 5
	seen := map[*check.Rule]bool{}
	for _, class := range []string{"error", "warning"} {
		for len(b.view.Standouts) < most {
			var best *finding.Group
			for i := range b.groups {
				g := &b.groups[i]
				if g.Class == class && !seen[g.Rule] && (best == nil || g.Rows > best.Rows) {
					best = g
				}
			}
			if best == nil {
				break
			}
			seen[best.Rule] = true
			b.view.Standouts = append(b.view.Standouts, standout{class, best.Rule.Code, upper(best.Rule.Title), hold(best.Extent), best.Data.Name})
		}
	}
}

// setOf returns the findings of one dataset, which stand together.
func setOf(fs []check.Finding, d *record.Dataset) []check.Finding {
	from := 0
	for from < len(fs) && fs[from].Data != d {
		from++
	}
	to := from
	for to < len(fs) && fs[to].Data == d {
		to++
	}
	return fs[from:to]
}

// privacy lists the columns that are never shown.
func (b *builder) privacy() {
	for i, d := range b.audit.Datasets {
		if i == mostInputs {
			break
		}
		var cols []string
		for k := range d.Columns {
			if c := &d.Columns[k]; !isPublic(c) {
				cols = append(cols, finding.Clean(c.Name))
			}
		}
		if cols == nil {
			continue
		}
		const most = 24
		text := strings.Join(cols[:min(most, len(cols))], ", ")
		if len(cols) > most {
			text += fmt.Sprintf(" and %d more", len(cols)-most)
		}
		b.view.Withheld = append(b.view.Withheld, withheldView{d.Name, text, len(cols)})
	}
}

func names(ds []*record.Dataset) []string {
	out := make([]string, len(ds))
	for i, d := range ds {
		out[i] = d.Name
	}
	return out
}

// slugs gives each dataset a name that is safe in file names and addresses, and its own.
func slugs(ds []*record.Dataset) map[*record.Dataset]string {
	out := map[*record.Dataset]string{}
	used := map[string]bool{}
	for _, d := range ds {
		s := strings.Map(func(r rune) rune {
			switch {
			case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r == '-':
				return r
			case r >= 'A' && r <= 'Z':
				return r + 'a' - 'A'
			case r == '_', r == '.', r == ' ':
				return '-'
			}
			return -1
		}, d.Name)
		s = strings.Trim(s[:min(len(s), 40)], "-")
		if s == "" {
			s = "dataset"
		}
		base := s
		for n := 2; used[s]; n++ {
			s = fmt.Sprintf("%s-%d", base, n)
		}
		used[s] = true
		out[d] = s
	}
	return out
}
