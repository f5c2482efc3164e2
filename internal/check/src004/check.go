package src004

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	cycles(p)
	remarks(p)
}

// cycles reports items that are declared to be based on one another.
func cycles(p *check.Pass) {
	list := p.Case.Evidence.Cycles()
	if len(list) == 0 {
		return
	}
	first := firsts(p.Case.Claims)
	for _, cycle := range list {
		var claims []claim.Claim
		var names []string
		for _, s := range cycle {
			names = append(names, s.Key)
			if c := first[s.Key]; c != nil {
				claims = append(claims, c)
			}
		}
		if len(claims) == 0 {
			continue
		}
		f := citing.Finding("source_id", claims...)
		f.Key = names[0]
		f.Message = fmt.Sprintf("%s are based on one another: %s", wording.Count(len(names), "item"), wording.List(names, 6))
		if len(names) == 1 {
			f.Message = fmt.Sprintf("item %s is said to be based on itself", names[0])
		}
		f.Why = "the column based_on of the table of sources leads from each of them back to itself, so that nothing lies underneath"
		f.Help = "find the first account; if there is none, count these items as one origin that is unknown"
		f.Found, f.Expected, f.Confidence, f.Weight = "a circle", "a first account", 0.99, float64(len(names))
		p.Report(f)
	}
}

// firsts returns the first claim of each item.
func firsts(t *claim.Tables) map[string]claim.Claim {
	out := map[string]claim.Claim{}
	for _, list := range [][]claim.Claim{
		citing.All(t.Figures), citing.All(t.Incidents), citing.All(t.Groups), citing.All(t.Relations), citing.All(t.People),
		citing.All(t.Populations), citing.All(t.Contexts),
	} {
		for _, c := range list {
			if k := c.Base().Source.Key; k != "" && out[k] == nil {
				out[k] = c
			}
		}
	}
	return out
}

// doubt finds remarks that say that a report was called into question.
var doubt = regexp.MustCompile(`(?i)\b(?:question(?:s|ed|ing)?|doubt\w*|dismiss\w*|den(?:y|ies|ied)|reject\w*|disput\w*|criticis\w*|criticiz\w*|mock\w*|refut\w*|contest\w*|challeng\w*|circular)\b`)

// remarks reports figures of which a remark says that a report of another body cites them.
func remarks(p *check.Pass) {
	for _, c := range p.Case.Evidence.Citations() {
		by := c.By.(*claim.Figure)
		report := c.Cited[0].(*claim.Figure)
		claims := append([]claim.Claim{by, report}, tellings(p.Case.Evidence, by)...)
		f := citing.Finding(column(by), claims...)
		voice, other := evidence.Voice(by.Estimator), evidence.Voice(report.Estimator)
		f.Message = fmt.Sprintf("%s and %s are not independent: the report of %s (%s) is said to cite the estimate of %s (%s)", voice, other, other, report.ID, voice, by.ID)
		f.Why = "a remark on the row says that the report cites this body's own figure"
		f.Help = "count the report and the body as one origin for this number, and look for what the body itself counted"
		f.Found, f.Expected, f.Weight = "a report that rests on the figure", "two independent estimates", 1
		f.Severity = check.Note
		if doubt.MatchString(c.Text) {
			f.Severity, f.Weight = check.Warning, 2
			f.Message = fmt.Sprintf("circular: %s calls the report of %s (%s) into question, which is said to cite the estimate of %s itself (%s)", "the side of "+voice, other, report.ID, voice, by.ID)
			f.Why = "a remark on the row says that the report cites this body's own figure, and that it is doubted; a doubt from that side is then a doubt of its own number"
		}
		p.Report(f)
	}
}

// tellings returns the other reports of the same statement.
func tellings(g *evidence.Graph, f *claim.Figure) []claim.Claim {
	var out []claim.Claim
	for _, e := range g.EdgesOf(f) {
		if e.Kind != evidence.SameEstimator || !e.Joins() {
			continue
		}
		for _, c := range []claim.Claim{e.From, e.To} {
			if c.Base() != f.Base() && !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	citing.Sort(out)
	return out
}

// column returns the column that holds the remark.
func column(f *claim.Figure) string {
	for _, x := range []struct{ name, text string }{{"notes", f.Notes}, {"locator", f.Locator}, {"reporter", f.Reporter}} {
		if doubt.MatchString(x.text) {
			return x.name
		}
	}
	return "notes"
}
