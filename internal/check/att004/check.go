package att004

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/wording"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/stats"
	"github.com/assaydata/assay/internal/record"
)

// comparison is one test: a against b, b the later year or the unit in question.
type comparison struct {
	a, b         tally
	nameA, nameB string
	where        string // "" for the dataset
	z, p         float64
	column       int
}

func run(p *check.Pass) {
	k := count(p)
	var all []comparison
	countries := 0
	for _, series := range k.byYear {
		if series != nil {
			countries++
		}
	}
	if countries != 1 {
		all = append(all, years(p, k, "", k.total)...)
	}
	for code, series := range k.byYear {
		if series != nil {
			all = append(all, years(p, k, k.countries[code], series)...)
		}
	}
	all = append(all, units(p, k)...)

	values := make([]float64, len(all))
	for i := range all {
		values[i] = all[i].p
	}
	for i, adjusted := range stats.Holm(values, len(values)) {
		c := &all[i]
		diff := c.b.share() - c.a.share()
		if adjusted > p.Float("level") || max(diff, -diff) < p.Float("effect") {
			continue
		}
		report(p, c, adjusted, len(all))
	}
	coverage(p, k)
}

// years compares consecutive calendar years.
func years(p *check.Pass, k *counts, where string, series []tally) (out []comparison) {
	least := p.Int("rows")
	for i := 1; i < len(series); i++ {
		a, b := series[i-1], series[i]
		if a.rows < least || b.rows < least {
			continue
		}
		c := comparison{
			a: a, b: b, where: where, column: p.Col(record.RoleActor1),
			nameA: fmt.Sprint(k.first + i - 1), nameB: fmt.Sprint(k.first + i),
		}
		c.z, c.p = stats.Two(a.unknown, a.rows, b.unknown, b.rows)
		out = append(out, c)
	}
	return out
}

// units compares each first-level unit with the rest of its country.
func units(p *check.Pass, k *counts) (out []comparison) {
	least := p.Int("rows")
	country := make([]tally, len(k.countries))
	for _, u := range k.units {
		country[u.country].rows += u.rows
		country[u.country].unknown += u.unknown
	}
	admin := coded(p.Data, record.RoleAdmin1)
	for _, u := range k.units {
		rest := tally{country[u.country].rows - u.rows, country[u.country].unknown - u.unknown}
		if u.rows < least || rest.rows < least {
			continue
		}
		c := comparison{a: rest, b: u.tally, where: k.countries[u.country], column: admin.Index, nameA: "the rest of the country", nameB: admin.Dict.Texts[u.name]}
		c.z, c.p = stats.Two(rest.unknown, rest.rows, u.unknown, u.rows)
		out = append(out, c)
	}
	return out
}

func report(p *check.Pass, c *comparison, adjusted float64, tests int) {
	in := ""
	if c.where != "" {
		in = " in " + c.where
	}
	points := 100 * (c.b.share() - c.a.share())
	verb := "rises"
	if points < 0 {
		verb = "falls"
	}
	message := fmt.Sprintf("the share of unidentified perpetrators%s %s from %s (%s) to %s (%s)", in, verb,
		c.a.percent(), c.nameA, c.b.percent(), c.nameB)
	help := "look for a change of sources, vendor or coding rules at that date before reading it as one on the ground"
	if strings.HasPrefix(c.nameA, "the rest") {
		message = fmt.Sprintf("%s of events in %s%s have unidentified perpetrators, %s in the rest of the country",
			c.b.percent(), c.nameB, in, c.a.percent())
		help = "do not compare the activity of named groups between this unit and others without saying so"
	}
	p.Report(check.Finding{
		Row: -1, Column: c.column,
		Message: message,
		Why: fmt.Sprintf("%s of %s against %s of %s; z = %.1f, p = %.2g after Holm's correction for %s", wording.Thousands(c.b.unknown),
			wording.Thousands(c.b.rows), wording.Thousands(c.a.unknown), wording.Thousands(c.a.rows), c.z, adjusted, wording.Count(tests, "test")),
		Help:     help,
		Expected: c.a.percent(), Found: c.b.percent(),
		Weight: max(points, -points) / 100,
		Stat: &check.Stat{
			Test: "two-proportion z test", Statistic: c.z, P: c.p, Adjusted: adjusted, Tests: tests, Method: "Holm",
			Effect: points, EffectIs: "percentage points",
		},
	})
}

// leastRun is the least number of rows of a year, and leastTotal of all years, in a note on coverage.
const (
	leastRun   = 10
	leastTotal = 50
)

// coverage notes, per country, the runs of years in which nearly all perpetrators are unidentified.
func coverage(p *check.Pass, k *counts) {
	for code, series := range k.byYear {
		var runs []string
		var all tally
		for i := 0; i < len(series); i++ {
			from, run := i, tally{}
			for ; i < len(series) && series[i].rows >= leastRun && series[i].share() > p.Float("coverage"); i++ {
				run.rows += series[i].rows
				run.unknown += series[i].unknown
			}
			if run.rows < leastTotal {
				continue
			}
			span := fmt.Sprint(k.first + from)
			if i-from > 1 {
				span = fmt.Sprintf("%d-%d", k.first+from, k.first+i-1)
			}
			runs = append(runs, fmt.Sprintf("%s: %s of %s (%s)", span, wording.Thousands(run.unknown), wording.Thousands(run.rows), run.percent()))
			all.rows += run.rows
			all.unknown += run.unknown
		}
		if len(runs) == 0 {
			continue
		}
		where := "the dataset"
		if k.countries[code] != "" {
			where = k.countries[code]
		}
		p.Report(check.Finding{
			Severity: check.Note, Row: -1, Column: p.Col(record.RoleActor1), Marked: p.Cols(record.RoleCountry),
			Message: fmt.Sprintf("hardly any perpetrator is identified in %s in some years: %s of %s events are not", where,
				wording.Thousands(all.unknown), wording.Thousands(all.rows)),
			Why:    strings.Join(runs, "; "),
			Help:   "this says what the dataset can tell there, not that it is wrong: leave trends of named groups in these years alone",
			Found:  all.percent() + " unidentified",
			Weight: float64(all.unknown),
		})
	}
}
