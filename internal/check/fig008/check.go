package fig008

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/figure"
)

func run(p *check.Pass) {
	for _, kind := range []figure.Distortion{figure.PopulationSwapped, figure.DestinationSwapped, figure.MeasureSwapped} {
		for _, c := range p.Case.Figures.Retold(kind) {
			f := citing.Figures(append([]*figure.Figure{c.Figure}, c.Others...)...)
			f.Key = string(kind)
			o := c.Others[0]
			f.Weight = float64(len(c.Others))
			f.Help = "go back to the statement itself and correct the definition"
			switch kind {
			case figure.PopulationSwapped:
				f.Column = c.Figure.Column("population_definition")
				f.Message = fmt.Sprintf("the same number is told of %s (%s) and of %s (%s), each time as said by %s", who(c.Figure), citing.Where(c.Figure), who(o), citing.Where(o), citing.Voice(o))
				f.Found, f.Expected = who(c.Figure), who(o)
			case figure.DestinationSwapped:
				f.Column = c.Figure.Column("destination")
				f.Message = fmt.Sprintf("the same number is told with destination %q (%s) and %q (%s), each time as said by %s", c.Figure.Destination.Text, citing.Where(c.Figure), o.Destination.Text, citing.Where(o), citing.Voice(o))
				f.Found, f.Expected = c.Figure.Destination.Text, o.Destination.Text
				f.Severity, f.Confidence = check.Warning, 0.8
			case figure.MeasureSwapped:
				f.Column = c.Figure.Column("measure")
				f.Message = fmt.Sprintf("%s said once %s (%s) and once %s (%s): the same number for two things", citing.Voice(o), citing.What(c.Figure), citing.Where(c.Figure), citing.What(o), citing.Where(o))
				f.Found, f.Expected = string(c.Figure.Measure), string(o.Measure)
			}
			f.Why = "voice, number and time are the same, so that it is one statement and not two"
			if n := len(c.Others); n > 1 {
				f.Why += fmt.Sprintf("; %d reports tell it the other way (%s)", n, citing.Others(c.Others, 4))
			}
			if !c.Figure.Measure.Went() && c.Figure.Measure != o.Measure && kind == figure.DestinationSwapped {
				f.Why += fmt.Sprintf("; the reports also differ between %s and %s", o.Measure, c.Figure.Measure)
			}
			p.Report(f)
		}
	}
}

func who(f *figure.Figure) string {
	if f.Row.Population != "" {
		return fmt.Sprintf("%q", f.Row.Population)
	}
	return f.Area.String()
}
