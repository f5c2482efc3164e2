package cli

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/assaydata/assay/internal/coverage"
	"github.com/assaydata/assay/internal/coverage/capture"
	"github.com/assaydata/assay/internal/coverage/loglinear"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/wording"
)

// coverageText prints what is known first, then whether an estimate is allowed, then everything else.
func (a *app) coverageText(rep *coverage.Report, out string) {
	for i, r := range rep.Results {
		if i > 0 {
			fmt.Fprintln(a.out)
		}
		t := &coverageView{out: a.out, width: a.width(), study: rep.Study, r: r}
		t.documented()
		t.gates()
		if r.Verdict == coverage.Refused {
			t.para("No estimate. A gate refuses this table, and no model was run.", "")
			continue
		}
		t.answer()
		t.models()
		t.logLinear()
		t.sensitivity()
		t.notes(&rep.Options)
	}
	if len(rep.Results) > 1 {
		a.strata(rep)
	}
	if slices.ContainsFunc(rep.Results, func(r *coverage.Result) bool { return r.Verdict != coverage.Refused }) {
		fmt.Fprint(a.out, "\n", wrap(dissent, a.width(), ""), "\n")
	}
	if out == "" {
		fmt.Fprintln(a.out, "\nRead on: --out DIR writes all models, changes and draws as tables; docs/coverage.md explains each line")
	} else {
		fmt.Fprintf(a.out, "\nWritten to %s: coverage.html, estimates.csv, models.csv, sensitivity.csv, gates.csv, lists.csv and draws.csv\n", out)
	}
}

// strata puts the answers of all strata beside each other. They are not added up: strata without an estimate would count as
// complete.
func (a *app) strata(rep *coverage.Report) {
	fmt.Fprintln(a.out, "\nAll strata")
	w := tabwriter.NewWriter(a.out, 0, 4, 2, ' ', 0)
	fmt.Fprintln(w, "  stratum\tdocumented\testimate\trange over choices\tverdict")
	for _, r := range rep.Results {
		estimate, span := "-", ""
		if h := r.Headline; h != nil {
			estimate = fmt.Sprintf("%s (%s to %s)", thousands(h.N), thousands(h.Low), thousands(h.High))
		}
		if r.Range.Choices > 0 {
			span = thousands(r.Range.Low) + " to " + thousands(r.Range.High)
		}
		fmt.Fprintf(w, "  %s\t%s\t%s\t%s\t%s\n", finding.Clean(r.Stratum), wording.Thousands(int(r.Seen)), estimate, span, r.Verdict)
	}
	w.Flush()
}

const dissent = `Not everybody accepts such numbers. Models with other assumptions can fit the same table equally well and give any total (Aleshin-Guendel, Sadinle and Wakefield 2021, arXiv 2101.09304); choosing a model by significance overstates how reliable it is, and for slavery in the United Kingdom the method was held unsuitable as such (Whitehead et al. 2021, doi 10.1080/23322705.2019.1660952). Quote the documented minimum first, the estimate only with its assumption, and the range over choices with both.`

type coverageView struct {
	out   io.Writer
	width int
	study *coverage.Study
	r     *coverage.Result
}

func (v *coverageView) para(text, indent string) {
	fmt.Fprint(v.out, "\n", wrap(finding.Clean(text), v.width, indent), "\n")
}

func (v *coverageView) head(text string) { fmt.Fprintf(v.out, "\n%s\n", text) }

// table prints rows; columns from right on are aligned right if right is set.
func (v *coverageView) table(flags uint, rows func(w io.Writer)) {
	w := tabwriter.NewWriter(v.out, 0, 4, 2, ' ', flags)
	rows(w)
	w.Flush()
}

func thousands(n float64) string {
	if math.IsNaN(n) {
		return ""
	}
	if n >= 1e15 {
		return strconv.FormatFloat(n, 'g', 4, 64)
	}
	return wording.Thousands(int(math.Round(n)))
}

// cases is what the lists count.
func (v *coverageView) cases() string {
	unit := v.study.Lists[0].Unit
	for _, l := range v.study.Lists {
		if l.Unit != unit {
			return "cases"
		}
	}
	if unit == "" {
		return "cases"
	}
	return finding.Clean(unit)
}

func (v *coverageView) documented() {
	t := v.r.All
	name := v.study.Name
	if v.r.Stratum != "" {
		name += ", " + v.r.Stratum
	}
	fmt.Fprintf(v.out, "Coverage of %s\n\nDocumented minimum: %s %s on at least one of %s\n", finding.Clean(name), wording.Thousands(int(v.r.Seen)), v.cases(), count(len(t.Lists), "list"))
	if l := v.study.Linkage; l.Measured {
		fmt.Fprintf(v.out, "Matched between lists with precision %.3g and recall %.3g\n", l.Precision, l.Recall)
	}
	dense := t.Dense()
	fmt.Fprintln(v.out)
	v.table(tabwriter.AlignRight, func(w io.Writer) {
		fmt.Fprint(w, "list\tcases\ton it alone")
		for j := range t.Lists[:len(t.Lists)-1] {
			fmt.Fprintf(w, "\twith %s", short(finding.Clean(t.Lists[j])))
		}
		fmt.Fprintln(w, "\t")
		for i, list := range t.Lists {
			fmt.Fprintf(w, "%s\t%s\t%s", short(finding.Clean(list)), wording.Thousands(int(t.Size(i))), wording.Thousands(int(dense[1<<i])))
			for j := range t.Lists[:len(t.Lists)-1] {
				if j < i {
					fmt.Fprintf(w, "\t%s", wording.Thousands(int(t.Overlap(1<<i|1<<j))))
				} else {
					fmt.Fprint(w, "\t")
				}
			}
			fmt.Fprintln(w, "\t")
		}
	})
}

func (v *coverageView) gates() {
	v.head("Gates")
	wide := 0
	for _, g := range v.r.Gates {
		wide = max(wide, len(g.Name))
	}
	for _, g := range v.r.Gates {
		lead := fmt.Sprintf("  %-15s  %-*s  ", g.Verdict, wide, g.Name)
		text := wrap(finding.Clean(g.Text), v.width, strings.Repeat(" ", len(lead)))
		fmt.Fprintf(v.out, "%s%s\n", lead, strings.TrimLeft(text, " "))
	}
}

// answer is the estimate or the reason for none, the range over choices, and what points to cases that nobody sees.
func (v *coverageView) answer() {
	r := v.r
	switch h := r.Headline; {
	case h != nil:
		v.head(fmt.Sprintf("Estimate: %s %s, model interval %s to %s", thousands(h.N), v.cases(), thousands(h.Low), thousands(h.High)))
		fmt.Fprintln(v.out, wrap("It holds if "+h.Assumes+". It is wrong if "+h.WrongIf+".", v.width, "  "))
		if r.Verdict == coverage.Indicative {
			fmt.Fprintln(v.out, wrap("Indicative only: "+strings.Join(v.reasons(coverage.Indicative), "; ")+".", v.width, "  "))
		}
	case r.Verdict >= coverage.Withheld:
		v.para("No estimate: "+strings.Join(v.reasons(coverage.Withheld), "; ")+".", "")
		fmt.Fprintln(v.out, wrap("What follows shows how much the result would depend on choices; no number of it is an estimate to quote.", v.width, ""))
	default:
		v.para("No estimate: the primary model, latent classes, was not run. What follows is companion to it.", "")
	}
	if x := r.Range; x.Choices > 0 {
		v.head(fmt.Sprintf("Range over defensible choices: %s to %s (%s)", thousands(x.Low), thousands(x.High), count(x.Choices, "choice")))
		fmt.Fprintln(v.out, wrap("lowest: "+finding.Clean(x.LowFrom), v.width, "  "))
		fmt.Fprintln(v.out, wrap("highest: "+finding.Clean(x.HighFrom), v.width, "  "))
	}
	if len(r.Signs) > 0 {
		v.head("Likely too low: the data suggest cases that are hard to reach for every list")
		for _, s := range r.Signs {
			fmt.Fprintln(v.out, "  - "+strings.TrimLeft(wrap(finding.Clean(s), v.width, "    "), " "))
		}
	} else {
		v.para("Nothing in the data suggests cases that are hard to reach for every list; a class that hardly any list reaches leaves no trace.", "")
	}
}

func (v *coverageView) reasons(at coverage.Verdict) []string {
	var out []string
	for _, g := range v.r.Gates {
		if g.Verdict == at {
			out = append(out, finding.Clean(g.Name+": "+g.Text))
		}
	}
	return out
}

// models lists every estimate, and below it what each assumes.
func (v *coverageView) models() {
	v.head("Models side by side")
	v.table(0, func(w io.Writer) {
		fmt.Fprintln(w, "  model\testimate\t95 % interval\tkind\twhich")
		for i := range v.r.Lines {
			l := &v.r.Lines[i]
			name := l.Model
			if l.LowerBound {
				name += " (bound)"
			}
			if !l.Has() {
				fmt.Fprintf(w, "  %s\t-\t\t\t%s\n", name, finding.Clean(strings.TrimPrefix(l.Detail+": "+l.Why, ": ")))
				continue
			}
			interval := ""
			if !math.IsNaN(l.Low) {
				interval = thousands(l.Low) + " to " + thousands(l.High)
			}
			fmt.Fprintf(w, "  %s\t%s\t%s\t%s\t%s\n", name, thousands(l.N), interval, l.Interval, finding.Clean(l.Detail))
		}
	})
	v.head("Each holds only if")
	seen := map[string]bool{}
	for _, l := range v.r.Lines {
		if !seen[l.Model] {
			seen[l.Model] = true
			fmt.Fprintln(v.out, "  "+strings.TrimLeft(wrap(l.Model+": "+l.Assumes, v.width, "    "), " "))
		}
	}
}

func (v *coverageView) logLinear() {
	s := v.r.Search
	if s == nil || s.Best() == nil {
		return
	}
	band := s.Within(6, false)
	v.head(fmt.Sprintf("Log-linear models within 6 BIC of the best: %d of %s, %s to %s", band.Models, wording.Thousands(len(s.Models)), thousands(band.Low), thousands(band.High)))
	v.table(0, func(w io.Writer) {
		fmt.Fprintln(w, "  estimate\tWald 95 %\tBIC\tweight\tmodel")
		for i := range s.Models[:min(band.Models, 10)] {
			m := &s.Models[i]
			fmt.Fprintf(w, "  %s\t%s to %s\t+%.1f\t%.3f\t%s\n", thousands(m.N), thousands(m.Low), thousands(m.High), m.BIC-s.Models[0].BIC, m.BICWeight, finding.Clean(loglinear.Name(v.r.Table.Lists, m.Interactions)))
		}
	})
	if band.Models > 10 {
		fmt.Fprintf(v.out, "  … and %d more\n", band.Models-10)
	}
	if x := v.r.Triples; x != nil {
		b := x.Within(6, false)
		fmt.Fprintf(v.out, "  With terms of three lists added to these: %d models within 6 BIC, %s to %s\n", b.Models, thousands(b.Low), thousands(b.High))
	}
}

// sensitivity has one line for each change, with the models beside each other.
func (v *coverageView) sensitivity() {
	if len(v.r.Changes) == 0 {
		return
	}
	var models, xi, of []string
	for i := range v.r.Changes {
		c := &v.r.Changes[i]
		if c.Kind == coverage.HighestTerm { // one model of its own
			xi, of = append(xi, strings.TrimPrefix(c.What, "xi = ")), append(of, changeText(c))
		} else if !slices.Contains(models, c.Model) {
			models = append(models, c.Model)
		}
	}
	v.head("What the result depends on")
	v.table(0, func(w io.Writer) {
		fmt.Fprintf(w, "  \t%s\n", strings.Join(models, "\t"))
		for i := 0; i < len(v.r.Changes); {
			c := &v.r.Changes[i]
			if c.Kind == coverage.HighestTerm {
				i++
				continue
			}
			cells := make([]string, len(models))
			for ; i < len(v.r.Changes) && v.r.Changes[i].Kind == c.Kind && v.r.Changes[i].What == c.What; i++ {
				x := &v.r.Changes[i]
				cells[slices.Index(models, x.Model)] = changeText(x)
			}
			fmt.Fprintf(w, "  %s: %s\t%s\n", c.Kind, finding.Clean(c.What), strings.Join(cells, "\t"))
		}
	})
	fmt.Fprintf(v.out, "  highest interaction, xi = %s: %s\n", strings.Join(xi, ", "), strings.Join(of, "; "))
	fmt.Fprintln(v.out, wrap("list from the others: how large a list comes out when the others estimate it, as a share of its known size; * where the interval has the known size in it", v.width, "  "))
}

func changeText(c *coverage.Change) string {
	switch {
	case c.Why != "":
		return "-"
	case c.Kind == coverage.FromOthers:
		star := ""
		if c.Covers() {
			star = " *"
		}
		return fmt.Sprintf("%.2f%s", c.Ratio(), star)
	}
	return thousands(c.N)
}

func (v *coverageView) notes(o *coverage.Options) {
	fmt.Fprintln(v.out)
	if o.Quick {
		fmt.Fprintln(v.out, "Quick run: short chains and few draws, to look and not to publish.")
	}
	for _, n := range v.r.Notes {
		fmt.Fprintln(v.out, wrap("Note: "+finding.Clean(n), v.width, ""))
	}
	if p := v.r.Latent; p != nil && len(p.Seeds) > 0 {
		fmt.Fprintf(v.out, "Seed %d; chains have the seeds %d to %d.\n", o.Seed, p.Seeds[0], p.Seeds[len(p.Seeds)-1])
	} else {
		fmt.Fprintf(v.out, "Seed %d.\n", o.Seed)
	}
}

// frequencies prints the little that counts without lists say.
func (a *app) frequencies(file *capture.File) error {
	f := file.Frequencies
	c := coverage.FromFrequencies(f)
	fmt.Fprintf(a.out, "Coverage of %s\n\nDocumented minimum: %s cases, %s of them seen once and %s twice\n\n", finding.Clean(file.Name), wording.Thousands(int(f.N())),
		wording.Thousands(int(c.Once)), wording.Thousands(int(c.Twice)))
	fmt.Fprintf(a.out, "No estimate: how often a case was seen does not say by which list, so that no dependence can be told.\n\nChao's lower bound: %s, interval %s to %s\n", thousands(c.Poisson.N), thousands(c.Poisson.Low), thousands(c.Poisson.High))
	_, err := fmt.Fprintln(a.out, wrap("It holds if sightings of a case are independent of each other; cases may differ in any way.", a.width(), "  "))
	return err
}
