package idn011

import (
	"fmt"
	"math/rand/v2"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/listing"
	"github.com/assaydata/assay/internal/entry"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/link/identity"
	"github.com/assaydata/assay/internal/record"
)

const (
	sure      = 0.95 // probability from which on two entries are held against each other
	halfYear  = 183
	youngest  = 8
	oldest    = 110
	oneMonth  = 31
	daysAYear = 365.25
)

func run(p *check.Pass) {
	l := p.Entries.Persons
	if l == nil {
		return
	}
	read := listing.Read(l)
	for _, ref := range l.Records.Refs {
		if read.Claims(ref) {
			continue
		}
		e := read.Entry(ref)
		if what, column := impossible(e, e); what != "" {
			f := read.Finding(ref)
			f.Column, f.Message, f.Key = column, "this entry does not fit into one life: "+what, what
			f.Why, f.Help, f.Weight = "one entry says both", "check the dates at their sources, and that the entry is about one person", 2
			p.Report(f)
		}
	}
	across(p, l, read)
}

// across holds entries against each other that are one person.
func across(p *check.Pass, l *identity.Linked, read *listing.Reading) {
	for i := range l.Pairs {
		x := &l.Pairs[i]
		if x.Relation != link.Same || x.Decided == "" && l.Alone(x) < sure || read.Claims(x.A) || read.Claims(x.B) {
			continue
		}
		a, b := read.Entry(x.A), read.Entry(x.B)
		for _, y := range []struct {
			dead, other *entry.Entry
			refs        []link.Ref
		}{{a, b, []link.Ref{x.A, x.B}}, {b, a, []link.Ref{x.B, x.A}}} {
			what, column := impossible(y.dead, y.other)
			if what == "" {
				continue
			}
			f := read.Finding(y.refs...)
			f.Column, f.Key = column, what
			f.Message = fmt.Sprintf("two entries that look like one person (probability %.2f) do not fit into one life: %s", x.Probability, what)
			f.Why = "one of the dates is wrong, or they are two persons"
			f.Help = "check the dates; if they are two persons: assay decide different"
			f.Severity, f.Confidence, f.Weight = check.Note, 0.8*float64(x.Probability), 1
			p.Report(f)
			break
		}
	}
}

// impossible says what does not fit when the deaths of one entry are held against what another says, or the same. The words give no
// dates: they are a person's.
func impossible(dead, other *entry.Entry) (what string, column int) {
	for i, d := range dead.Deaths {
		if !d.Known() {
			continue
		}
		rest := other.Deaths
		if dead == other {
			rest = dead.Deaths[:i]
		}
		for _, o := range rest {
			if o.Known() && gap(d, o) > oneMonth {
				return fmt.Sprintf("two deaths that are %d days apart", gap(d, o)), d.Cell.Column
			}
		}
		for _, b := range other.Births {
			switch {
			case !b.Known() || b.Approximate:
			case b.First > d.Last:
				return "a death before the birth", d.Cell.Column
			case float64(d.First-b.Last) > oldest*daysAYear:
				return fmt.Sprintf("a death more than %d years after the birth", oldest), d.Cell.Column
			}
		}
		if n, ok := after(dead.Deaths, other.Active); ok {
			return fmt.Sprintf("active %d days after the death", n), d.Cell.Column
		}
	}
	if dead != other || len(other.Births) == 0 {
		return "", -1
	}
	for _, a := range other.Active {
		if !a.Known() {
			continue
		}
		young := true
		for _, b := range other.Births {
			young = young && b.Known() && !b.Approximate && float64(a.Last-b.First) < youngest*daysAYear
		}
		if young {
			return fmt.Sprintf("active before the age of %d", youngest), a.Cell.Column
		}
	}
	return "", -1
}

// gap is how many days lie between two dates at least.
func gap(a, b entry.Date) int { return max(0, int(a.First-b.Last), int(b.First-a.Last)) }

// after reports whether all deaths lie more than half a year before the last activity.
func after(deaths, active []entry.Date) (days int, ok bool) {
	last := record.NoDay
	for _, a := range active {
		if a.Known() && !a.Approximate {
			last = max(last, a.First)
		}
	}
	if last == record.NoDay {
		return 0, false
	}
	days = 1 << 30
	for _, d := range deaths {
		if !d.Known() {
			return 0, false
		}
		days = min(days, int(last-d.Last))
	}
	return days, days > halfYear
}

// Plant lets somebody act after death.
func Plant(s *check.Sheet, row int, r *rand.Rand) ([]int, string) {
	born, active, died := listing.Column(s, "date_of_birth"), listing.Column(s, "active_from"), listing.Column(s, "death_date")
	if born < 0 || active < 0 || died < 0 || len(s.Rows[row][born]) < 4 {
		return nil, ""
	}
	var year int
	if _, err := fmt.Sscanf(s.Rows[row][born][:4], "%d", &year); err != nil {
		return nil, ""
	}
	at := year + 30 + r.IntN(20)
	s.Rows[row][died] = fmt.Sprint(at)
	s.Rows[row][active] = fmt.Sprint(at + 2 + r.IntN(8))
	return []int{row}, "active after death"
}
