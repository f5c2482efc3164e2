package fig003

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/figure"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	for _, d := range p.Case.Figures.Definitions() {
		if d.Pooled != nil || len(d.Voices) < 3 {
			continue
		}
		low, high := d.Voices[0], d.Voices[len(d.Voices)-1]
		f := citing.Figures(append([]*figure.Figure{high.Figures[0]}, others(d.Figures, high.Figures[0])...)...)
		f.Message = fmt.Sprintf("%d origins give %s to %s for %s, %s", len(d.Voices), wording.Total(low.Value), wording.Total(high.Value), citing.Quantity(d.Figures[0]), citing.Dated(d.Figures[0]))
		f.Why = d.Why
		f.Help = "show the origins side by side with their definitions"
		f.Weight = high.Value / max(1, low.Value)
		p.Report(f)
	}
}

func others(list []*figure.Figure, without *figure.Figure) []*figure.Figure {
	var out []*figure.Figure
	for _, f := range list {
		if f != without {
			out = append(out, f)
		}
	}
	return out
}
