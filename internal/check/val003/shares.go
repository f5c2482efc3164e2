package val003

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

const (
	// step is how far apart two shares of one total may lie: some take what rounding to one or two decimals left over.
	step = 0.1001
	// whole is how far from a whole number their sum may lie.
	whole = 0.05
)

// shares reports the fractions of one day that lie close together as one total that was divided among the rows.
func shares(p *check.Pass, c *record.Column, n tabular.Numbers, rows []int32) {
	day := func(row int32) record.Day { return record.NoDay }
	if ev := p.Data.Events; ev != nil && ev.When != nil {
		day = func(row int32) record.Day { return ev.When[row].First }
	}
	slices.SortFunc(rows, func(a, b int32) int {
		return cmp.Or(cmp.Compare(day(a), day(b)), cmp.Compare(n.At(int(a)), n.At(int(b))), cmp.Compare(a, b))
	})
	for len(rows) > 0 {
		k := 1
		for k < len(rows) && day(rows[0]) != record.NoDay && day(rows[k]) == day(rows[0]) &&
			n.At(int(rows[k]))-n.At(int(rows[k-1])) <= step {
			k++
		}
		share(p, c, n, day(rows[0]), rows[:k])
		rows = rows[k:]
	}
}

// share reports one total; rows ascend by their share.
func share(p *check.Pass, c *record.Column, n tabular.Numbers, d record.Day, rows []int32) {
	least, greatest, sum := n.At(int(rows[0])), n.At(int(rows[len(rows)-1])), 0.0
	for _, row := range rows {
		sum += n.At(int(row))
	}
	inOrder := slices.Sorted(slices.Values(rows))
	f := check.Finding{
		Severity: check.Note, Confidence: 0.9, Row: int(inOrder[0]), Column: c.Index,
		Related: tabular.Refs(p.Data, inOrder[1:], c.Index, tabular.MaxRelated), Alike: len(inOrder) - 1,
		Message: fmt.Sprintf("%s %s is a fraction: probably a share of a total for several incidents", tabular.Name(c), wording.Num(least)),
		Why:     "the dataset divides a total that is known for several incidents only among them",
		Help:    "add the related rows up before rounding; do not read the number as that of this incident",
		Found:   wording.Num(n.At(int(inOrder[0]))), Weight: sum,
	}
	if len(rows) > 1 {
		values := wording.Num(least)
		if greatest > least {
			values += " to " + wording.Num(greatest)
		}
		total := fmt.Sprintf("%.0f", sum)
		if math.Abs(sum-math.Round(sum)) > whole {
			total = fmt.Sprintf("%.4g or more", sum)
		}
		f.Message = fmt.Sprintf("%s is %s in %d rows of %s: probably one total of %s divided among them", tabular.Name(c), values, len(rows), d, total)
	}
	p.Report(f)
}
