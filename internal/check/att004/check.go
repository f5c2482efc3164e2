package att004

import (
	"fmt"
	"math"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/stats"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// comparison is one test: a against b, b the later year or the unit in question.
type comparison struct {
	a, b         tally
	nameA, nameB string
	country      uint32
	isUnit       bool
	where        string // "" for the dataset
	z, p         float64
	adjusted     float64
}

// points is the difference of the shares in percentage points.
func (c *comparison) points() float64 { return 100 * (c.b.share() - c.a.share()) }

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
	var findings []check.Finding
	outlying := make([][]*comparison, len(k.countries))
	for i, adjusted := range stats.Holm(values, len(values)) {
		c := &all[i]
		c.adjusted = adjusted
		switch {
		case adjusted > p.Float("level") || math.Abs(c.points()) < 100*p.Float("effect"):
		case c.isUnit:
			outlying[c.country] = append(outlying[c.country], c)
		default:
			findings = append(findings, jump(p, c, len(all)))
		}
	}
	for _, list := range outlying {
		if len(list) > 0 {
			findings = append(findings, differing(p, list, len(all)))
		}
	}
	tell(p, append(findings, coverage(p, k)...))
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
			a: a, b: b, where: where,
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
		c := comparison{a: rest, b: u.tally, where: k.countries[u.country], country: u.country, isUnit: true, nameB: admin.Dict.Texts[u.name]}
		c.z, c.p = stats.Two(rest.unknown, rest.rows, u.unknown, u.rows)
		out = append(out, c)
	}
	return out
}

// leastRun is the least number of rows of a year, and leastTotal of all years, in a note on coverage.
const (
	leastRun   = 10
	leastTotal = 50
)

// coverage notes, per country, the runs of years in which nearly all perpetrators are unidentified.
func coverage(p *check.Pass, k *counts) (out []check.Finding) {
	total := 0
	for _, t := range k.total {
		total += t.rows
	}
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
		out = append(out, check.Finding{
			Severity: check.Note, Row: -1, Column: p.Col(record.RoleActor1), Marked: p.Cols(record.RoleCountry), Key: "years " + where,
			Message: fmt.Sprintf("in %s hardly any perpetrator is identified in some years: %s of %s are not", where,
				wording.Thousands(all.unknown), wording.Thousands(all.rows)),
			Why:    strings.Join(runs, "; "),
			Help:   "this says what the dataset can tell there, not that it is wrong: leave trends of named groups in these years alone",
			Found:  all.percent() + " unidentified",
			Weight: 100 * all.share() * float64(all.rows) / float64(max(total, 1)), // beside differences: points of the whole
		})
	}
	return out
}
