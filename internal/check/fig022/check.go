package fig022

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
)

func run(p *check.Pass) {
	for _, t := range p.Case.Figures.Tellings() {
		f := citing.Figures(t.Figure)
		f.Severity = check.Note
		f.Column = t.Figure.Column("locator")
		f.Message = fmt.Sprintf("the item words its number as %s and as %s; it is coded as %s", t.First, t.Second, t.Figure.Words())
		if t.Numbers {
			f.Severity = check.Warning
			f.Message = fmt.Sprintf("two places of the item give two numbers; it is coded as %s", t.Figure.Words())
		}
		f.Why = "the text of the row tells headline, text and quotation apart"
		f.Help = "code the quotation and keep the other wording as a remark"
		f.Found = t.Figure.Words()
		p.Report(f)
	}
}
