package src011

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// short is the length in bytes up to which a reference hardly holds a headline.
const short = 40

func run(p *check.Pass) {
	d := p.Data
	article := d.Role(record.RoleArticle)
	keys := grouping.NewKeys(d.N).Keep(article.Has).Column(article)
	groups := grouping.Equal(keys).Confirm(func(a, b int) bool { return grouping.SameCells(a, b, article) })
	least := max(p.Int("rows"), 2)
	for i := range groups.Len() {
		if i%4096 == 0 && p.Cancelled() {
			return
		}
		if rows := groups.At(i); len(rows) >= least {
			report(p, article, rows)
		}
	}
}

func report(p *check.Pass, article *record.Column, rows []int32) {
	d := p.Data
	e := d.Events
	f := check.Finding{
		Row: int(rows[0]), Column: article.Index, Related: grouping.Related(d, rows), Alike: len(rows) - 1,
		Why:      "the references are equal letter by letter",
		Help:     "treat these rows as one witness, and check them against the article in one go",
		Expected: "independent reports", Found: "1 report",
		Weight: float64(len(rows)),
	}
	details := ""
	if e != nil && e.When != nil {
		details = ", " + grouping.NewDates(d).Span(rows)
	}
	if e != nil && e.Lat != nil {
		details += ", " + wording.Count(places(e, rows), "place")
	}
	if e != nil && e.Deaths != nil {
		sum := 0.0
		for _, r := range rows {
			if e.Deaths[r].Known() && (e.Counted == nil || e.Counted[r]) {
				sum += float64(e.Deaths[r].Best)
			}
		}
		details += ", " + wording.Deaths(sum)
		f.Weight += sum
	}
	f.Message = fmt.Sprintf("one reference stands behind %s%s", wording.Count(len(rows), "row"), details)
	if length(article, int(rows[0])) <= short {
		f.Why += "; but this one is short, and may name an outlet or a project rather than one article"
		f.Confidence = 0.5
	}
	p.Report(f)
}

func length(c *record.Column, row int) int {
	if c.Storage == record.Digest {
		return int(c.Lengths[row])
	}
	text, _ := c.Text(row)
	return len(text)
}

// places counts the distinct points of rows; rows without one count for nothing.
func places(e *record.Events, rows []int32) int {
	seen := make(map[[2]float64]struct{}, len(rows))
	for _, r := range rows {
		if e.Where(int(r)).Known() {
			seen[[2]float64{e.Lat[r], e.Lon[r]}] = struct{}{}
		}
	}
	return len(seen)
}
