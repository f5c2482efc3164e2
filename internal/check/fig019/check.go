package fig019

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	b := p.Case.Figures
	for _, s := range b.Percentages() {
		f := citing.Figures(s.Part, s.Whole)
		f.Column = s.Part.Column("locator")
		f.Message = fmt.Sprintf("%s of %s (%s) is %.1f %%, not %s %%", citing.What(s.Part), s.Whole.Words(), s.Whole.ID, s.Computed, wording.Num(s.Stated))
		f.Why = "the share is stated beside the number, and the total by the same body for the same date"
		f.Help = "find out of which total the share was taken"
		f.Expected, f.Found = fmt.Sprintf("%.1f %%", s.Computed), wording.Num(s.Stated)+" %"
		f.Weight = max(s.Stated/s.Computed, s.Computed/s.Stated)
		p.Report(f)
	}
	for _, s := range b.PartsSums() {
		sum := 0.0
		for _, v := range s.Parts {
			sum += v
		}
		f := citing.Figures(s.Figure)
		f.Key = "sum"
		f.Message = fmt.Sprintf("the parts in the text add up to %s, the number is %s", wording.Num(sum), wording.Num(s.Total))
		f.Why = "the text breaks the number down by sex and age"
		f.Help = "look the parts up"
		f.Expected, f.Found = wording.Num(sum), wording.Num(s.Total)
		f.Weight = max(sum/s.Total, s.Total/sum)
		p.Report(f)
	}
}
