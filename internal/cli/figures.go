package cli

import (
	"cmp"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/casefile"
	"github.com/assaydata/assay/internal/figure"
	"github.com/assaydata/assay/internal/figure/draw"
	"github.com/assaydata/assay/internal/wording"
)

type figureFlags struct {
	origin, measure, format, svg string
	exact                        bool
}

func (a *app) figuresCommand() *cobra.Command {
	var f figureFlags
	c := &cobra.Command{
		Use:   "figures [FILE… | FOLDER]",
		Short: "published figures side by side: definitions, origins, contradictions, rates",
		Long: `Reads the claims about figures of a case and prints them by definition and date, how many origins stand behind them, which
of them cannot all be true and what bounds remain without each, what the number comes to under each reading, rates per
100,000 inhabitants, and changes of pace. Figures are pooled only within one definition and from three origins on.`,
		Example: `  assay figures assay-demo --origin Dagestan
  assay figures assay-demo --measure returned --format csv
  assay figures assay-demo --origin Russia --exact --svg plots/`,
		RunE: func(c *cobra.Command, args []string) error { return a.figures(c.Context(), args, &f) },
	}
	fl := c.Flags()
	fl.StringVar(&f.origin, "origin", "", "only people from this area and from areas inside it")
	fl.BoolVar(&f.exact, "exact", false, "with --origin: this area alone, without the areas inside it")
	fl.StringVar(&f.measure, "measure", "", "only this measure: travelled (with joined), present, returned, killed …")
	fl.StringVar(&f.format, "format", "text", "text, csv or json")
	fl.StringVar(&f.svg, "svg", "", "draw timeline, origins, readings and pooled values as SVG into this folder")
	return c
}

func (a *app) figures(ctx context.Context, args []string, f *figureFlags) error {
	if !slices.Contains([]string{"text", "csv", "json"}, f.format) {
		return fmt.Errorf("unknown format %q (hint: text, csv or json)", f.format)
	}
	cfg, err := a.config(args, &checkFlags{})
	if err != nil {
		return err
	}
	cfg.Rules = nil
	result, err := audit.Run(ctx, *cfg)
	if err != nil {
		return err
	}
	defer result.Close()
	if result.Case == nil || len(result.Case.Figures.Figures) == 0 {
		return errors.New("there are no claims about figures in these files (hint: a table with claim_id, measure and as_of; assay init --claims writes an empty one)")
	}
	book := result.Case.Figures
	list, err := chooseFigures(book, f)
	if err != nil {
		return err
	}
	if f.svg != "" {
		if err := drawFigures(f.svg, title(f), list, book); err != nil {
			return err
		}
	}
	switch f.format {
	case "csv":
		return figuresCSV(a.out, list)
	case "json":
		return figuresJSON(a.out, list)
	}
	return figuresText(a.out, title(f), list, book)
}

func title(f *figureFlags) string {
	s := "Figures"
	if f.measure != "" {
		s += ", " + f.measure
	}
	if f.origin != "" {
		s += ", " + f.origin
	}
	return s
}

func chooseFigures(b *figure.Book, f *figureFlags) ([]*figure.Figure, error) {
	area := figure.ParseArea(f.origin)
	if f.origin != "" && !area.Known() {
		return nil, fmt.Errorf("--origin %q is no area that is known (hint: a country, a region such as \"Sahel\", or \"Unit (Country)\")", f.origin)
	}
	var list []*figure.Figure
	measures := map[string]bool{}
	for _, x := range b.Figures {
		if math.IsNaN(x.Point) {
			continue
		}
		if f.origin != "" && !(area.Same(x.Area) || !f.exact && area.Contains(x.Area)) {
			continue
		}
		measures[string(x.Measure)] = true
		if f.measure != "" && string(x.Measure) != f.measure && !(f.measure == "travelled" && x.Measure.Went()) {
			continue
		}
		list = append(list, x)
	}
	if len(list) == 0 && area.Alone {
		return nil, fmt.Errorf("--origin %q is no area that is known, and no figure names it (hint: a country, a region such as \"Sahel\", or \"Unit (Country)\")", f.origin)
	}
	if len(list) == 0 {
		var have []string
		for m := range measures {
			if m != "" {
				have = append(have, m)
			}
		}
		slices.Sort(have)
		return nil, fmt.Errorf("no figure is of that area and measure (hint: measures here: %s)", strings.Join(have, ", "))
	}
	slices.SortStableFunc(list, func(x, y *figure.Figure) int {
		return cmp.Or(cmp.Compare(x.Measure, y.Measure), cmp.Compare(x.Area.String(), y.Area.String()))
	})
	return list, nil
}

func figuresText(out io.Writer, title string, list []*figure.Figure, book *figure.Book) error {
	keys := map[string]bool{}
	for _, f := range list {
		keys[f.Origin.Key] = true
	}
	fmt.Fprintf(out, "%s: %s from %s.\n\n", title, wording.Count(len(list), "number"), wording.Count(len(keys), "origin"))
	t := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "claim\tas of\tarea\twho\tmeasure\tkind\tnumber\tto\torigin")
	rows := slices.Clone(list)
	figure.Order(rows)
	for _, f := range rows {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", f.ID, f.AsOf.Text, f.Area, who(f), f.Measure, f.Kind, f.Words(), short(f.Destination.Text), short(f.Origin.Root))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	in := map[*figure.Figure]bool{}
	for _, f := range list {
		in[f] = true
	}
	touches := func(l []*figure.Figure) bool {
		return slices.ContainsFunc(l, func(f *figure.Figure) bool { return in[f] })
	}
	head := func(text string) func() {
		done := false
		return func() {
			if !done {
				fmt.Fprintf(out, "\n%s\n", text)
				done = true
			}
		}
	}
	say := head("Cannot all be true (and the bounds of the first that remain without each)")
	for _, c := range book.Conflicts() {
		if !touches(c.Figures) {
			continue
		}
		say()
		var parts []string
		for i, f := range c.Figures {
			parts = append(parts, fmt.Sprintf("%s %s %s, %s (%s; without it %s)", f.Words(), f.Measure, f.Area, f.AsOf.Text, f.ID, bounds(c.Bounds[i])))
		}
		fmt.Fprintf(out, "  %s: %s\n", c.Why, strings.Join(parts, " + "))
	}
	say = head("One definition, one time (half a year)")
	for _, d := range book.Definitions() {
		if !touches(d.Figures) {
			continue
		}
		say()
		var voices []string
		for _, v := range d.Voices {
			voices = append(voices, fmt.Sprintf("%s %s", v.Name, wording.Total(v.Value)))
		}
		x := d.Figures[0]
		fmt.Fprintf(out, "  %s, %s to %s, from %s: %s, %s (%s)\n", x.Measure, x.Area, short(x.Destination.Text), x.AsOf.Text,
			wording.Count(len(d.Figures), "claim"), wording.Count(len(d.Voices), "origin"), strings.Join(voices, "; "))
		if d.Pooled == nil {
			fmt.Fprintf(out, "    not pooled: %s\n", d.Why)
			continue
		}
		fmt.Fprintf(out, "    pooled (Student's t on origin medians, log scale): %s, 95 %% interval %s to %s\n", wording.Total(d.Pooled.Value), wording.Total(d.Pooled.Low), wording.Total(d.Pooled.High))
		for _, l := range d.Pooled.Leave {
			if l.Large() {
				fmt.Fprintf(out, "    without %s it moves by %+.0f %%\n", l.Name, 100*l.Shift)
			}
		}
	}
	say = head("Rates per 100,000 inhabitants of those who went (lowest, middle, highest origin; place among the areas)")
	for _, r := range book.Rates() {
		if !touches(r.Figures) {
			continue
		}
		say()
		place := fmt.Sprintf("place %d", r.First)
		if r.Last != r.First {
			place = fmt.Sprintf("place %d to %d", r.First, r.Last)
		}
		fmt.Fprintf(out, "  %-28s %5.1f %5.1f %5.1f  %s  (%s; population %s)\n", r.Area, r.Low, r.Best, r.High, place, ids(r.Figures), r.People.ID)
	}
	say = head("Changes of pace (exact test of two Poisson rates; overstated where people left in groups)")
	for _, c := range book.Changes() {
		if !touches(c.Figures) {
			continue
		}
		say()
		fmt.Fprintf(out, "  %s, %s, %s: %.0f a year until %s, then %.0f a year until %s (%s; %s)\n", c.Figures[0].Body, c.Figures[0].Area, c.Figures[0].Measure, c.Before,
			c.Figures[len(c.Figures)-2].AsOf.Text, c.Last, c.Figures[len(c.Figures)-1].AsOf.Text, pValue(c.P), ids(c.Figures))
	}
	say = head("The number under each reading")
	for _, r := range figure.Readings(undivided(list)) {
		say()
		fmt.Fprintf(out, "  %-38s %s  (%s)\n", r.Name, wording.Total(r.Value), ids(r.Figures))
	}
	return nil
}

// undivided returns the figures if they are of one measure and one area, so that one number can stand for them.
func undivided(list []*figure.Figure) []*figure.Figure {
	for _, f := range list {
		if !figure.SameQuantity(f, list[0]) {
			return nil
		}
	}
	return list
}

func pValue(p float64) string {
	if p < 0.001 {
		return "p < 0.001"
	}
	return fmt.Sprintf("p = %.3f", p)
}

func who(f *figure.Figure) string {
	s := string(f.Population.Belonging)
	if f.Population.Part != figure.Everybody {
		s = string(f.Population.Part)
	}
	if f.Population.Rest != "" {
		s += " (narrower)"
	}
	return s
}

func short(s string) string {
	if r := []rune(s); len(r) > 32 {
		return string(r[:31]) + "…"
	}
	return s
}

func ids(list []*figure.Figure) string {
	var out []string
	for _, f := range list {
		out = append(out, f.ID)
	}
	return wording.List(out, 6)
}

func bounds(i figure.Interval) string {
	switch {
	case i.Low > i.High:
		return "the others contradict each other too"
	case i.Low <= 0 && math.IsInf(i.High, 1):
		return "no bound"
	case math.IsInf(i.High, 1):
		return "at least " + wording.Total(i.Low)
	case i.Low <= 0:
		return "at most " + wording.Total(i.High)
	}
	return wording.Total(i.Low) + " to " + wording.Total(i.High)
}

// figureRecord is a figure as it is exported: the definition tuple and the address of its claim.
type figureRecord struct {
	Claim       string   `json:"claim"`
	Derived     bool     `json:"derived"`
	AsOf        string   `json:"as_of"`
	Area        string   `json:"area"`
	Destination string   `json:"destination"`
	Who         string   `json:"who"`
	Part        string   `json:"part"`
	Narrower    string   `json:"narrower,omitempty"`
	Measure     string   `json:"measure"`
	Kind        string   `json:"kind"`
	Bound       string   `json:"bound"`
	Number      float64  `json:"number"`
	Low         *float64 `json:"low"`
	High        *float64 `json:"high"`
	Estimator   string   `json:"estimator"`
	Origin      string   `json:"origin"`
	Source      string   `json:"source"`
}

func recordOf(f *figure.Figure) figureRecord {
	r := figureRecord{
		Claim: f.ID, Derived: f.Derived, AsOf: f.AsOf.Text, Area: f.Area.String(), Destination: f.Destination.Text,
		Who: string(f.Population.Belonging), Part: string(f.Population.Part), Narrower: f.Population.Rest, Measure: string(f.Measure),
		Kind: string(f.Kind), Bound: string(f.Bound), Number: f.Point, Estimator: f.Estimator, Origin: f.Origin.Root, Source: f.Row.Source.Key,
	}
	if f.Interval.Low > 0 {
		r.Low = &f.Interval.Low
	}
	if !math.IsInf(f.Interval.High, 1) {
		r.High = &f.Interval.High
	}
	return r
}

func figuresJSON(out io.Writer, list []*figure.Figure) error {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	for _, f := range list {
		if err := e.Encode(recordOf(f)); err != nil {
			return err
		}
	}
	return nil
}

func figuresCSV(out io.Writer, list []*figure.Figure) error {
	w := csv.NewWriter(out)
	w.Write([]string{"claim", "derived", "as_of", "area", "destination", "who", "part", "narrower", "measure", "kind", "bound", "number", "low", "high", "estimator", "origin", "source"})
	num := func(v *float64) string {
		if v == nil {
			return ""
		}
		return wording.Num(*v)
	}
	for _, f := range list {
		r := recordOf(f)
		w.Write([]string{r.Claim, fmt.Sprint(r.Derived), r.AsOf, r.Area, r.Destination, r.Who, r.Part, r.Narrower, r.Measure, r.Kind, r.Bound, wording.Num(r.Number), num(r.Low), num(r.High), r.Estimator, r.Origin, r.Source})
	}
	w.Flush()
	return w.Error()
}

func drawFigures(dir, title string, list []*figure.Figure, book *figure.Book) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	pictures := []struct{ name, svg string }{
		{"timeline.svg", draw.Timeline(title, list)}, {"origins.svg", draw.Origins(title, list)},
	}
	if r := figure.Readings(undivided(list)); r != nil {
		pictures = append(pictures, struct{ name, svg string }{"readings.svg", draw.Readings(title+" under each reading", r)})
	}
	for i, d := range book.Definitions() {
		if d.Pooled != nil && slices.ContainsFunc(d.Figures, func(f *figure.Figure) bool { return slices.Contains(list, f) }) {
			pictures = append(pictures, struct{ name, svg string }{fmt.Sprintf("leave-one-out-%d.svg", i+1), draw.Leave(fmt.Sprintf("%s, %s: pooled without each origin", d.Figures[0].Measure, d.Figures[0].Area), d.Pooled)})
		}
	}
	for _, p := range pictures {
		err := casefile.Replace(filepath.Join(dir, p.name), func(w io.Writer) error { _, err := io.WriteString(w, p.svg); return err })
		if err != nil {
			return err
		}
	}
	return nil
}
