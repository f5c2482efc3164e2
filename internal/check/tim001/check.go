package tim001

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/check/timing"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	order(p)
	early(p)
	late(p)
	edited(p)
	year1993(p)
	isolated(p)
}

// order reports rows whose last date precedes the first.
func order(p *check.Pass) {
	first, last := timing.First(p.Data), timing.Last(p.Data)
	if !last.OK() {
		return
	}
	start := func(row int) record.Day {
		if first.OK() {
			return first.At(row)
		}
		// GTD states its first day in parts; an unknown day or month says nothing against an end within it.
		if w := p.Data.Events.When[row]; w.Precision == record.TimeDay || w.Duration {
			return w.First
		}
		return record.NoDay
	}
	t := tabular.Test{
		What: "the last date does not precede the first", Columns: p.Cols(record.RoleDateEnd, record.RoleDate),
		Whole: "check whether the two date columns are swapped",
	}
	for row := range p.Data.N {
		a, b := start(row), last.At(row)
		if a == record.NoDay || b == record.NoDay {
			continue
		}
		t.Checked++
		if b < a {
			t.Hit(row)
		}
	}
	t.Report(p, func(row int) check.Finding {
		a, b := start(row), last.At(row)
		f := check.Finding{
			Confidence: 0.99,
			Message:    fmt.Sprintf("the event ends on %s, %s before it starts on %s", b, timing.Plain(int(a-b)), a),
			Why:        "an event cannot end before it starts", Help: "look up which of the two dates the source gives",
			Expected: "not before " + a.String(), Found: b.String(), Weight: float64(a - b),
		}
		if s := timing.Slip(a, b); s != "" {
			f.Help = "the two dates are " + s + ": " + f.Help
		}
		return f
	})
}

// early reports events before the first day of the dataset.
func early(p *check.Pass) {
	bound, ok := starts[p.Data.Format.ID]
	if !ok {
		return
	}
	day, _ := record.MakeDay(bound.year, 1, 1)
	outside(p, fmt.Sprintf("no event lies before %d", bound.year), func(w record.When) bool { return w.Last < day },
		func(w record.When) check.Finding {
			return check.Finding{
				Message:  fmt.Sprintf("the event is dated %s, before the dataset starts", timing.Interval(w)),
				Why:      bound.why,
				Help:     "look for a wrong century, or a number that was read as a date",
				Expected: "not before " + day.String(), Found: w.Last.String(), Weight: float64(day - w.Last),
			}
		})
}

// late reports events after the day on which the data were obtained.
func late(p *check.Pass) {
	if p.Env == nil || p.Env.AsOf == record.NoDay {
		return
	}
	outside(p, "no event lies after "+p.Env.AsOf.String(), func(w record.When) bool { return w.First > p.Env.AsOf },
		func(w record.When) check.Finding {
			return check.Finding{
				Message:  fmt.Sprintf("the event is dated %s, after the data were obtained on %s", timing.Interval(w), p.Env.AsOf),
				Why:      "the settings of this audit say that the data were obtained on " + p.Env.AsOf.String(),
				Help:     "look the date up in the source, or correct as_of in assay.yaml",
				Expected: "not after " + p.Env.AsOf.String(), Found: w.First.String(), Weight: float64(w.First - p.Env.AsOf),
			}
		})
}

func outside(p *check.Pass, what string, hit func(record.When) bool, finding func(record.When) check.Finding) {
	column, marked := columns(p, record.RoleDate, record.RoleYear, record.RoleDateEnd, record.RoleTimePrec)
	t := tabular.Test{What: what, Columns: append([]int{column}, marked...)}
	when := p.Data.Events.When
	for row := range when {
		if !when[row].Known() {
			continue
		}
		t.Checked++
		if hit(when[row]) {
			t.Hit(row)
		}
	}
	t.Report(p, func(row int) check.Finding { return finding(when[row]) })
}

// edited reports events that lie after the last edit of their own row.
func edited(p *check.Pass) {
	c := p.Data.Column("timestamp")
	if p.Data.Format.ID != "acled" || c == nil || c.Storage != record.Real || c.Field == nil || c.Field.Type != record.TypeSerial {
		return
	}
	when := p.Data.Events.When
	date, _ := columns(p, record.RoleDate)
	t := tabular.Test{What: "no event lies after the last edit of its row", Columns: []int{date, c.Index}}
	day := func(row int) record.Day {
		s := c.Reals[row]
		if s > 1e11 { // milliseconds
			s /= 1000
		}
		// A time before the dataset existed is no time of an edit, and dates must not be judged by it.
		if !(s > 1e9 && s < 1e10) {
			return record.NoDay
		}
		return record.Day(s / 86400)
	}
	for row := range when {
		d := day(row)
		if d == record.NoDay || !when[row].Known() {
			continue
		}
		t.Checked++
		if when[row].First > d+1 {
			t.Hit(row)
		}
	}
	t.Report(p, func(row int) check.Finding {
		d := day(row)
		return check.Finding{
			Message:  fmt.Sprintf("the event is dated %s, %s after its row was last edited on %s", timing.Interval(when[row]), timing.Plain(int(when[row].First-d)), d),
			Why:      "timestamp is the time of the last edit, and nobody could know of the event then",
			Help:     "look the date up in the note and the source",
			Expected: "not after " + d.String(), Found: when[row].First.String(), Weight: float64(when[row].First - d),
		}
	})
}

func year1993(p *check.Pass) {
	if p.Data.Format.ID != "gtd" {
		return
	}
	from, _ := record.MakeDay(1993, 1, 1)
	to, _ := record.MakeDay(1993, 12, 31)
	outside(p, "no event lies in 1993", func(w record.When) bool { return w.First >= from && w.Last <= to },
		func(w record.When) check.Finding {
			return check.Finding{
				Severity: check.Note, Confidence: 0.9,
				Message:  fmt.Sprintf("the event is dated %s, a year that GTD does not hold", timing.Interval(w)),
				Why:      "the cases of 1993 were lost before the database was taken over, and GTD publishes only totals for that year",
				Help:     "find out where the row comes from; events of 1993 are not comparable with the other years",
				Expected: "not 1993", Found: w.First.String(), Weight: 1,
			}
		})
}

// isolated reports the rows of a last year that stands far behind all others.
func isolated(p *check.Pass) {
	const few, enough = 3, 50
	when := p.Data.Events.When
	rows := map[int]int{}
	known, newest := 0, record.NoDay
	for row := range when {
		if when[row].Known() {
			newest = max(newest, when[row].First)
			known++
		}
	}
	if known < enough {
		return
	}
	lastYear := newest.Year()
	begins, _ := record.MakeDay(lastYear, 1, 1)
	before, oldest, inLast := record.NoDay, newest, 0
	for row := range when {
		w := when[row]
		switch {
		case !w.Known():
		case w.First >= begins:
			inLast++
		default:
			before, oldest = max(before, w.First), min(oldest, w.First)
		}
	}
	if before == record.NoDay || inLast > few || lastYear-before.Year() <= p.Int("gap_years") {
		return
	}
	// In a file with long gaps a further one says nothing.
	for row := range when {
		if w := when[row]; w.Known() && w.First < begins {
			rows[w.First.Year()]++
		}
	}
	gap := 0
	for y, empty := oldest.Year(), 0; y <= before.Year(); y++ {
		if empty++; rows[y] > 0 {
			empty = 0
		}
		gap = max(gap, empty)
	}
	if gap >= p.Int("gap_years") {
		return
	}
	column, marked := columns(p, record.RoleDate, record.RoleYear, record.RoleDateEnd)
	for row := range when {
		if w := when[row]; w.Known() && w.First >= begins {
			p.Report(check.Finding{
				Severity: check.Warning, Confidence: 0.7, Row: row, Column: column, Marked: marked,
				Message:  fmt.Sprintf("the event is dated %s, %d years after the last but one year in the file", timing.Interval(w), lastYear-before.Year()),
				Why:      fmt.Sprintf("the other %s lie between %d and %d", wording.Count(known-inLast, "row"), oldest.Year(), before.Year()),
				Help:     "look the year up in the source",
				Expected: fmt.Sprintf("%d to %d", oldest.Year(), before.Year()), Found: fmt.Sprint(lastYear), Weight: float64(lastYear - before.Year()),
			})
		}
	}
}
