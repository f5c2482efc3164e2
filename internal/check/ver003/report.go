package ver003

import (
	"fmt"
	"math"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/stats"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// known is a change of method that a codebook tells of.
type known struct {
	format      string
	year, month int
	text        string
}

// The dates of GTD are those of its codebook and of the documentation of its copies.
var knowns = []known{
	{"gtd", 1998, 1, "collection passed from PGIS to CETIS on 1998-01-01"},
	{"gtd", 2008, 4, "collection passed from CETIS to ISVG on 2008-04-01"},
	{"gtd", 2011, 11, "collection passed from ISVG to START on 2011-11-01, with new methods from 2012 on"},
	{"gtd", 2012, 1, "collection passed from ISVG to START on 2011-11-01, with new methods from 2012 on"},
}

// reason returns the known change of method nearest to a month, nil where there is none within two months.
func reason(d *record.Dataset, c *stats.Calendar, m int) *known {
	const near = 2
	var out *known
	nearest := near + 1
	for i := range knowns {
		k := &knowns[i]
		if distance := abs(c.Number(k.year, k.month) - m); k.format == d.Format.ID && distance < nearest {
			out, nearest = k, distance
		}
	}
	return out
}

// report reports a break; left is how many weaker ones are not told.
func report(p *check.Pass, c *stats.Calendar, b []change, left int) {
	first := &b[0]
	f := check.Finding{
		Row: -1, Column: p.Col(record.RoleDate), Key: c.Name(first.month),
		Message: fmt.Sprintf("from %s on %s, for a year at least", c.Name(first.month), first.words()),
		Help:    "find out whether vendor, sources or rules changed then; analyse before and after apart until that is known",
		Weight:  math.Abs(first.T),
		Stat: &check.Stat{
			Test: "t test of monthly values before and after, corrected for autocorrelation", Statistic: first.T, P: first.P,
			Adjusted: first.adjusted, Tests: first.tests, Method: "Holm", Effect: math.Abs(first.After - first.Before), EffectIs: "share of events",
		},
	}
	if first.level {
		f.Stat.Effect, f.Stat.EffectIs = math.Exp(f.Stat.Effect), "factor"
	}
	why := []string{"no month of the twelve on either side lies beyond the middle of both levels"}
	if first.Blurred > 0 {
		why[0] = fmt.Sprintf("at most %d of the twelve months on a side beyond the middle of both levels", first.Blurred)
	}
	if first.of >= many {
		why = append(why, fmt.Sprintf("%d of %d countries with enough events share the change", first.agree, first.of))
	}
	for i := range b[1:] {
		why = append(why, "from "+c.Name(b[1+i].month)+" on "+b[1+i].words())
	}
	if first.known != nil {
		why = append(why, "likely reason: "+first.known.text)
		f.Confidence = 0.9
	}
	if left > 0 {
		why = append(why, wording.Count(left, "weaker change")+" of the dataset not told")
	}
	f.Why = strings.Join(why, "; ")
	f.Expected, f.Found = first.before(), first.after()
	p.Report(f)
}

// words says what changes: "the number of events rises from 33 to 74 a month".
func (x *change) words() string {
	verb := "rises"
	if x.After < x.Before {
		verb = "falls"
	}
	if x.level {
		return fmt.Sprintf("the number of events %s from %s to %s a month", verb, x.before(), x.after())
	}
	return fmt.Sprintf("the share of %s %s from %s to %s", x.what, verb, x.before(), x.after())
}

func (x *change) before() string { return x.print(x.Before) }
func (x *change) after() string  { return x.print(x.After) }

// print prints a level. Levels are geometric means, which a single month of many events moves less.
func (x *change) print(v float64) string {
	if !x.level {
		return fmt.Sprintf("%.0f %%", 100*v)
	}
	n := max(math.Exp(v)-0.5, 0)
	if n < 10 {
		return fmt.Sprintf("%.1f", n)
	}
	return wording.Thousands(int(math.Round(n)))
}
