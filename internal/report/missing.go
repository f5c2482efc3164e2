package report

import (
	"context"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/assaydata/assay/internal/coverage"
	"github.com/assaydata/assay/internal/coverage/loglinear"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/overlap"
	"github.com/assaydata/assay/internal/wording"
)

// missingPage is the page about what no dataset has.
const missingPage = "coverage.html"

// missingView is what the template of that page sees.
type missingView struct {
	head
	Back             string // page of the report, "" where the page stands alone
	Kicker, Headline string
	Lede             []string
	Made             []string // how the tables came about
	Strata           *figure
	Parts            []missingPart
	Cut              string
}

// missingPart is one stratum, or the whole.
type missingPart struct {
	ID, Name     string
	Answer       []string
	Signs        []string
	Gates        []gateView
	Refused      bool
	Figures      []*figure
	Assumptions  []assumption
	Changes      []changeView
	ChangeModels []string
	Notes        []string
}

type gateView struct{ Verdict, Name, Text string }

type assumption struct{ Model, Assumes, WrongIf string }

type changeView struct {
	What  string
	Cells []string
}

// missingBrief is what the index says of it.
type missingBrief struct{ Page, Headline, Lede string }

// mostParts is how many strata are told in full on one page.
const mostParts = 12

// WriteCoverage writes an estimate of coverage as one HTML page that needs nothing beside it. made says how its tables came about.
func WriteCoverage(w io.Writer, rep *coverage.Report, made []string, version string) error {
	b := &builder{options: Options{Version: version}}
	return render(w, "coverage.html", b.missingView(rep, nil, made))
}

// missing prepares the page where several datasets of events share enough. It runs the fast models only.
func (b *builder) missing(ctx context.Context) error {
	l := b.audit.Across
	if !comparable(l) || len(l.Linked.Datasets) < 3 {
		return nil
	}
	events, err := overlap.Look(ctx, l.Linked, l.Facts)
	if err != nil {
		return ctx.Err() // more datasets than tables have lists
	}
	t, err := events.Tables(ctx, overlap.Options{})
	if err != nil {
		return ctx.Err() // nothing in common: there is no table to speak of
	}
	fast := coverage.Options{Families: []coverage.Family{coverage.LogLinear, coverage.Graphs}, Quick: true, Seed: 1}
	rep, err := coverage.Run(ctx, t.Study, fast)
	if err != nil {
		return err
	}
	if rep.Results[0].Verdict == coverage.Refused {
		return nil
	}
	var years *coverage.Report
	if byYear, err := events.Tables(ctx, overlap.Options{By: []overlap.Key{overlap.Year}}); err == nil && len(byYear.Study.Strata) > 1 {
		fast.Families = []coverage.Family{coverage.LogLinear}
		if years, err = coverage.Run(ctx, byYear.Study, fast); err != nil {
			return err
		}
	}
	v := b.missingView(rep, years, Tables(t))
	v.Back = "index.html"
	b.unseen = v
	b.view.Missing = &missingBrief{missingPage, v.Headline, v.Lede[0]}
	return nil
}

// Tables says in sentences how capture tables were made of linked datasets.
func Tables(t *overlap.Tables) []string {
	out := []string{fmt.Sprintf("%s of %s linked ones are counted, in %s, from %s to %s: what every dataset could have recorded.",
		upper(finding.Plural(t.Used, "event", "events")), finding.Thousands(t.Linked), wording.List(t.Countries, 6), t.From, t.To)}
	var left []string
	for _, l := range t.Left {
		left = append(left, fmt.Sprintf("%s (%s)", finding.Thousands(l.Events), l.Why))
	}
	if len(left) > 0 {
		out = append(out, "Left out: "+strings.Join(left, "; ")+".")
	}
	for _, e := range t.Echoes {
		if e.Echoes > 0 && 4*e.Echoes >= e.Shared {
			out = append(out, fmt.Sprintf("%s and %s share %s, of which %d go back to one report: these lists depend on each other.",
				t.Study.Lists[e.A].Name, t.Study.Lists[e.B].Name, finding.Plural(e.Shared, "event", "events"), e.Echoes))
		}
	}
	return out
}

func (b *builder) writeMissing(f *folder) error {
	if b.unseen == nil {
		return nil
	}
	return f.file(missingPage, func(w io.Writer) error { return render(w, "coverage.html", b.unseen) })
}

func (b *builder) missingView(rep, years *coverage.Report, made []string) *missingView {
	s := rep.Study
	v := &missingView{Made: made}
	unit := unitOf(s)
	v.head = b.head("What no list has: "+s.Name, 0)
	var seen int64
	for _, r := range rep.Results {
		seen += r.Seen
	}
	v.Kicker = fmt.Sprintf("%s · %s", finding.Plural(len(s.Lists), "list", "lists"), unit)
	v.Headline = fmt.Sprintf("At least %s %s are documented", finding.Thousands(int(seen)), unit)
	v.Lede = append(v.Lede, b.missingLede(rep))
	v.Lede = append(v.Lede, "An estimate of what nobody recorded rests on an assumption that the data cannot test: models that fit equally well can give any total. Each number on this page stands beside its assumption.")
	strata := rep
	if years != nil {
		strata = years
	}
	v.Strata = strataFigure(strata, unit)
	for i, r := range rep.Results {
		if i == mostParts {
			v.Cut = fmt.Sprintf("The first %d of %d parts are told in full.", mostParts, len(rep.Results))
			break
		}
		v.Parts = append(v.Parts, missingStratum(s, r, i, unit))
	}
	return v
}

func unitOf(s *coverage.Study) string {
	unit := s.Lists[0].Unit
	for _, l := range s.Lists {
		if l.Unit != unit {
			return "cases"
		}
	}
	if unit == "" {
		return "cases"
	}
	return unit
}

// missingLede says what the estimates come to, in one sentence.
func (b *builder) missingLede(rep *coverage.Report) string {
	if len(rep.Results) > 1 {
		given, refused := 0, 0
		for _, r := range rep.Results {
			switch {
			case r.Headline != nil:
				given++
			case r.Verdict == coverage.Refused:
				refused++
			}
		}
		return fmt.Sprintf("Of %d parts, %d have an estimate that may be quoted; %d are refused by a gate before any model runs.", len(rep.Results), given, refused)
	}
	return strings.Join(answer(rep.Results[0], unitOf(rep.Study)), " ")
}

// answer is the estimate or why there is none, and the range over choices.
func answer(r *coverage.Result, unit string) []string {
	var out []string
	reasons := func(at coverage.Verdict) string {
		var list []string
		for _, g := range r.Gates {
			if g.Verdict >= at {
				list = append(list, g.Name+": "+g.Text)
			}
		}
		return strings.Join(list, "; ")
	}
	switch h := r.Headline; {
	case r.Verdict == coverage.Refused:
		return []string{"No estimate, and no model was run. " + upper(reasons(coverage.Refused)) + "."}
	case h != nil:
		out = append(out, fmt.Sprintf("Estimate: %s %s, model interval %s to %s. It holds if %s.", count(h.N), unit, count(h.Low), count(h.High), h.Assumes))
		if r.Verdict == coverage.Indicative {
			out = append(out, "Indicative only: "+reasons(coverage.Indicative)+".")
		}
	case r.Verdict >= coverage.Withheld:
		out = append(out, "There is no estimate to quote. "+upper(reasons(coverage.Withheld))+".")
	default:
		out = append(out, "There is no estimate to quote: the primary model, latent classes, was not run. assay coverage runs it.")
	}
	if x := r.Range; x.Choices > 0 {
		out = append(out, fmt.Sprintf("Over %d defensible choices of model and lists the number goes from %s (%s) to %s (%s); that range is no interval.",
			x.Choices, count(x.Low), x.LowFrom, count(x.High), x.HighFrom))
	}
	return out
}

func missingStratum(s *coverage.Study, r *coverage.Result, i int, unit string) missingPart {
	p := missingPart{ID: fmt.Sprintf("part-%d", i+1), Name: r.Stratum, Answer: answer(r, unit), Signs: r.Signs, Refused: r.Verdict == coverage.Refused, Notes: r.Notes}
	for _, g := range r.Gates {
		p.Gates = append(p.Gates, gateView{g.Verdict.String(), g.Name, g.Text})
	}
	add := func(f *figure) {
		if f != nil {
			f.ID = fmt.Sprintf("%s-%d", p.ID, len(p.Figures)+1)
			p.Figures = append(p.Figures, f)
		}
	}
	add(overlapFigure(r, unit))
	if p.Refused {
		return p
	}
	add(modelFigure(r, unit))
	add(weightFigure(r, unit))
	add(posteriorFigure(r, unit))
	told := map[string]bool{}
	for _, l := range r.Lines {
		if !told[l.Model] && l.Assumes != "" {
			told[l.Model] = true
			p.Assumptions = append(p.Assumptions, assumption{l.Model, l.Assumes, l.WrongIf})
		}
	}
	p.changes(r)
	return p
}

// changes has a row for each change of lists, matching and the highest interaction, and a column for each model.
func (p *missingPart) changes(r *coverage.Result) {
	column := map[string]int{}
	for i := range r.Changes {
		if m := r.Changes[i].Model; column[m] == 0 {
			p.ChangeModels = append(p.ChangeModels, m)
			column[m] = len(p.ChangeModels)
		}
	}
	row := map[string]int{}
	for i := range r.Changes {
		c := &r.Changes[i]
		name := fmt.Sprintf("%s: %s", c.Kind, c.What)
		if row[name] == 0 {
			p.Changes = append(p.Changes, changeView{What: name, Cells: make([]string, len(p.ChangeModels))})
			row[name] = len(p.Changes)
		}
		text := "–"
		switch {
		case c.Why != "":
		case c.Kind == coverage.FromOthers:
			text = fmt.Sprintf("%.2f of its size", c.Ratio())
		case !math.IsNaN(c.N):
			text = count(c.N)
		}
		p.Changes[row[name]-1].Cells[column[c.Model]-1] = text
	}
}

// modelName is a log-linear model by its largest interactions.
func modelName(r *coverage.Result, m *loglinear.Ranked) string {
	return loglinear.Name(r.Table.Lists, m.Interactions)
}
