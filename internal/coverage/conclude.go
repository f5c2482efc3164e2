package coverage

import (
	"fmt"
	"math"

	"github.com/assaydata/assay/internal/coverage/bounds"
	"github.com/assaydata/assay/internal/coverage/loglinear"
)

// Range spans the estimates of all choices that can be defended, with the choice behind each end. It is no interval: nothing
// says how likely the truth is to lie in it.
type Range struct {
	Low, High         float64
	LowFrom, HighFrom string
	Choices           int
	// floor is the documented minimum: what falls under it, because a change took cases out of the table, counts as it.
	floor float64
}

func (r *Range) add(n float64, from string) {
	if math.IsNaN(n) || n <= 0 {
		return
	}
	if n < r.floor {
		n, from = r.floor, from+", which falls under the documented minimum"
	}
	r.Choices++
	if r.Choices == 1 || n < r.Low {
		r.Low, r.LowFrom = n, from
	}
	if r.Choices == 1 || n > r.High {
		r.High, r.HighFrom = n, from
	}
}

// conclude puts the lines together and draws the conclusions.
func (r *Result) conclude() {
	r.lines()
	r.agree()
	r.Verdict = worst(r.Gates)
	r.Signs = r.signs()
	r.span()
	if r.Verdict >= Withheld {
		return
	}
	for i := range r.Lines {
		if l := &r.Lines[i]; (l.Model == "linkage" || l.Model == "latent") && l.Has() {
			r.Headline = l
			return
		}
	}
}

// agree adds the gate of models that contradict each other. Latent classes take in differences between cases and log-linear models
// dependence between lists; where lists depend in two pairs, classes can converge to far too few (docs/coverage-simulation.md). If the
// intervals of the two do not meet, no reason within the table prefers one.
func (r *Result) agree() {
	var a, b *Line
	for i := range r.Lines {
		switch l := &r.Lines[i]; l.Model {
		case "latent":
			a = l
		case "log-linear BIC":
			b = l
		}
	}
	if a == nil || b == nil || !a.Has() || !b.Has() {
		return
	}
	intervals := fmt.Sprintf("%s to %s by latent classes, %s to %s by the log-linear model of least BIC", whole(a.Low), whole(a.High), whole(b.Low), whole(b.High))
	if a.Low <= b.High && b.Low <= a.High {
		r.Gates = append(r.Gates, Gate{Name: "agreement", Text: "intervals of the two families of models meet: " + intervals})
		return
	}
	r.Gates = append(r.Gates, Gate{Name: "agreement", Verdict: Withheld, Text: "the two families of models exclude each other: " + intervals})
}

func (r *Result) lines() {
	t := r.Table
	if c := r.Combined; c != nil {
		r.Lines = append(r.Lines, line("linkage", fmt.Sprintf("%d replicates of the linkage, %.0f %% of the variance", c.Replicates, 100*c.Between), c.N, c.Low, c.High, "Student's t"))
	}
	if p := r.Latent; p != nil {
		detail := fmt.Sprintf("%d classes, %d chains", p.Options.Classes, len(p.Draws))
		if p.Converged {
			r.Lines = append(r.Lines, line("latent", detail, p.Median, p.Low, p.High, "posterior"))
		} else {
			r.Lines = append(r.Lines, noLine("latent", detail, "did not converge: "+modeText(p)))
		}
	}
	if s := r.Search; s != nil {
		if b := s.Best(); b != nil {
			name := loglinear.Name(t.Lists, b.Interactions)
			if b.Saturated() {
				name += " (no degrees of freedom left)"
			}
			r.Lines = append(r.Lines, fitted("log-linear BIC", name, b.Fit))
			if s.AICBest >= 0 {
				a := &s.Models[s.AICBest]
				r.Lines = append(r.Lines, fitted("log-linear AIC", loglinear.Name(t.Lists, a.Interactions), a.Fit))
			}
		} else {
			r.Lines = append(r.Lines, noLine("log-linear BIC", "", "no model has an estimate"))
		}
	}
	l := fitted("stepwise", loglinear.Name(t.Lists, r.StepwisePairs), r.Stepwise)
	if b := r.Bootstrap; b != nil && l.Has() && b.Why == "" {
		l.Low, l.High, l.Interval = b.Low, b.High, "bootstrap"
	} else if b != nil && l.Has() {
		l.Detail += " (no bootstrap interval: " + b.Why + ")"
	}
	r.Lines = append(r.Lines, l, fitted("independence", "all lists", r.Independence), fitted("no highest interaction", "xi = 1", loglinear.Highest(t, 1)))
	for _, g := range r.Graphs {
		r.Lines = append(r.Lines, line("graphs", fmt.Sprintf("delta = %.4g", g.Options.Delta), g.Median, g.Low, g.High, "posterior"))
	}
	bound := func(model, detail string, e bounds.Estimate, lower bool) {
		l := line(model, detail, e.N, e.Low, e.High, "log-normal")
		l.Why, l.LowerBound = e.Why, lower
		r.Lines = append(r.Lines, l)
	}
	bound("Chao binomial", fmt.Sprintf("%s seen once, %s twice", whole(float64(r.Chao.Once)), whole(float64(r.Chao.Twice))), r.Chao.Binomial, true)
	bound("Chao f1²/2f2", "", r.Chao.Poisson, false)
	for _, m := range r.Closed {
		if m.Name == "Mt" {
			continue // independence
		}
		r.Lines = append(r.Lines, Line{
			Model: m.Name, N: m.N, Low: m.Low, High: m.High, Interval: "Wald", Assumes: m.Assumes, LowerBound: m.LowerBound, Why: m.Why,
			WrongIf: "lists depend on each other, or cases differ in another way",
		})
	}
	if c := r.Sample; c.Why != "" {
		r.Lines = append(r.Lines, noLine("sample coverage", "", c.Why))
	} else {
		nan := math.NaN()
		r.Lines = append(r.Lines, line("sample coverage", fmt.Sprintf("coverage %.0f %%, lists independent", 100*c.Coverage), c.Independent, nan, nan, ""))
		if !math.IsNaN(c.Dependent) {
			r.Lines = append(r.Lines, line("sample coverage", "pairs dependent", c.Dependent, nan, nan, ""), line("sample coverage", "pairs dependent, one step", c.OneStep, nan, nan, ""))
		}
	}
	for _, p := range r.Pairs {
		bound("Chapman", fmt.Sprintf("%s, %s: %d on both", t.Lists[p.A], t.Lists[p.B], p.Both), p.Chapman, false)
	}
}

// fitted is a log-linear fit with the interval of the number of cases itself, which is a little wider than the Wald interval
// of its expectation.
func fitted(model, detail string, f loglinear.Fit) Line {
	if f.Outcome != loglinear.Estimated {
		return noLine(model, detail, f.Outcome.String())
	}
	low, high := f.Interval()
	return line(model, detail, f.N, low, high, "count")
}

// bicBand is how much more BIC than the best a model may have to be a defensible choice.
const bicBand = 6

// span is the range over defensible choices: the primary estimate with its interval (the modes where the sampler did not
// converge), every log-linear model within 6 BIC of the best one, the stepwise selection with its bootstrap, graphs under each
// prior, and every change of lists, matching and the highest interaction.
func (r *Result) span() {
	r.Range.floor = float64(r.Seen)
	for _, l := range r.Lines {
		switch l.Model {
		case "linkage", "latent", "stepwise":
			r.Range.add(l.Low, l.Model+", lower limit")
			r.Range.add(l.High, l.Model+", upper limit")
			fallthrough
		case "graphs", "no highest interaction":
			r.Range.add(l.N, l.Model+" "+l.Detail)
		}
	}
	if p := r.Latent; p != nil && !p.Converged {
		for _, m := range p.Modes {
			r.Range.add(m.N, "latent, a mode of chains that do not agree")
		}
	}
	for _, s := range []*loglinear.Search{r.Search, r.Triples} {
		if s == nil || s.Best() == nil {
			continue
		}
		least := s.Models[0].BIC
		for i := range s.Models {
			if m := &s.Models[i]; m.BIC <= least+bicBand {
				r.Range.add(m.N, fmt.Sprintf("log-linear %s, %.1f BIC over the best", loglinear.Name(r.Table.Lists, m.Interactions), m.BIC-least))
			}
		}
	}
	for i := range r.Changes {
		c := &r.Changes[i]
		if c.Kind != FromOthers && c.Why == "" && c.Model != independence.name {
			r.Range.add(c.N, fmt.Sprintf("%s: %s (%s)", c.Kind, c.What, c.Model))
		}
	}
}
