package src013

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/claim"
)

// mostCompared limits the comparison of a remark with the claims about the same thing.
const mostCompared = 500

func run(p *check.Pass) {
	cards := deck(p.Case.Claims)
	by := map[string][]*card{}
	dated := map[string][]*card{} // loose ones, by day
	for _, c := range cards {
		if c.thing != "" {
			by[c.thing] = append(by[c.thing], c)
		}
		if c.loose && c.date.Known() {
			k := span(c)
			dated[k] = append(dated[k], c)
		}
	}
	for _, c := range cards {
		h := c.claim.Base()
		year := ""
		switch {
		case c.date.Known():
			year = strconv.Itoa(c.date.First.Year())
		case h.Source.Date.Known():
			year = strconv.Itoa(h.Source.Date.First.Year())
		}
		r, ok := read(h, year)
		if !ok {
			continue
		}
		list := by[c.thing]
		list = list[:min(len(list), mostCompared)]
		if c.loose {
			list = nil
			for _, d := range r.dates {
				list = append(list, dated[fmt.Sprint(d.First, d.Last)]...)
			}
		}
		others := partners(c, r, list, p.Int("related"))
		if _, isIncident := c.claim.(*claim.Incident); len(others) == 0 && !(isIncident && r.strong && len(r.numbers) >= 2) {
			continue
		}
		report(p, c, r, others)
	}
}

func span(c *card) string { return fmt.Sprint(c.date.First, c.date.Last) }

func report(p *check.Pass, c *card, r remark, others []claim.Claim) {
	f := citing.Finding(r.column, append([]claim.Claim{c.claim}, others...)...)
	f.Help = "read the rows side by side; put the other value into a claim of its own where the remark names its source"
	f.Expected, f.Weight = "one value, or a claim for each", float64(len(others))
	if len(others) == 0 {
		f.Message = fmt.Sprintf("the remark on %s sets two values against each other", c.claim.Base().ID)
		f.Why = "it holds words of conflict and more than one number, and no other claim about the same thing holds the other value"
		f.Confidence = 0.5
	} else {
		var ids []string
		for _, o := range others {
			ids = append(ids, o.Base().ID)
		}
		f.Message = fmt.Sprintf("the remark on %s speaks of a conflict, probably with %s", c.claim.Base().ID, strings.Join(ids, ", "))
		f.Why = "it holds words of conflict, and a number, a date or a name that stands in these claims about the same thing and not in this row"
	}
	f.Found = "words of conflict in " + r.column
	p.Report(f)
}
