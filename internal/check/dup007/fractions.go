package dup007

import (
	"fmt"
	"math"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/grouping"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// fractions looks at rows with a fractional number of deaths, which GTD uses to share one total among related attacks.
func fractions(p *check.Pass) {
	d := p.Data
	if d.Events.When == nil {
		return
	}
	shared := func(row int) bool {
		v := toll(d, row)
		return v != math.Trunc(v) && d.Events.When[row].Known()
	}
	any := false
	for row := 0; row < d.N && !any; row++ {
		any = shared(row)
	}
	if !any {
		return
	}
	dates := grouping.NewDates(d)
	actor := d.Role(record.RoleActor1)
	keys := grouping.NewKeys(d.N).Keep(shared).Dates(dates).Column(actor)
	groups := grouping.Equal(keys)
	for i := range groups.Len() {
		rows := groups.At(i)
		sum := 0.0
		for _, r := range rows {
			sum += toll(d, int(r))
		}
		each := wording.Number(d.Events.Deaths[rows[0]].Best)
		p.Report(check.Finding{
			Row: int(rows[0]), Column: p.Col(record.RoleBest), Related: grouping.Related(d, rows), Alike: len(rows) - 1, Marked: p.Cols(record.RoleDate, record.RoleActor1, record.RoleSeries),
			Severity: check.Note, Confidence: 0.9,
			Message:  fmt.Sprintf("%s of %s share one total of about %s: %s on the first", wording.Count(len(rows), "row"), dates.Span(rows[:1]), wording.Deaths(sum), each),
			Why:      "a fraction of a person can't be a count: the total of related attacks was divided among their rows",
			Help:     "add these rows up, and round only the sum; do not compare them by size with other events",
			Expected: "one count for the series", Found: wording.Count(len(rows), "row"), Weight: sum,
		})
	}
}
