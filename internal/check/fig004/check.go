package fig004

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/figure"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	for _, d := range p.Case.Figures.Definitions() {
		if d.Pooled == nil {
			continue
		}
		for i, l := range d.Pooled.Leave {
			if !l.Large() {
				continue
			}
			mine := d.Voices[i].Figures
			list := mine
			for _, v := range d.Voices {
				if v.Key != d.Voices[i].Key {
					list = append(list[:len(list):len(list)], v.Figures...)
				}
			}
			f := citing.Figures(list...)
			f.Message = fmt.Sprintf("without %s the pooled value of %s goes from %s to %s (%+.0f %%)", l.Name, citing.Quantity(d.Figures[0]), wording.Total(d.Pooled.Value), wording.Total(l.Value), 100*l.Shift)
			f.Why = fmt.Sprintf("%s; Student's t on the logarithms of origin medians", wording.Count(d.Pooled.Origins, "origin"))
			f.Help = "give the value with and without this origin"
			f.Weight = max(l.Shift, -l.Shift)
			f.Key = figure.Voice(d.Voices[i]).Key
			p.Report(f)
		}
	}
}
