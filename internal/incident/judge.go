package incident

import (
	"math"

	"github.com/assaydata/assay/internal/record"
)

// earlyDays is how long after an incident a report counts as early: the dead of most attacks are known within two weeks,
// and the injured may still die.
const earlyDays = 14

// judge compares the values of a field.
func (f *Field) judge(in *Incident) {
	switch f.Name {
	case Place, Perpetrators, ClaimedBy, AttributedTo:
		f.Verdict = Described
		return
	case KilledCivilians, KilledSecurity, KilledPerpetrators, Injured, TotalDead:
		f.Verdict = f.toll(in)
	case VictimRole:
		f.Verdict = f.agree(func(a, b *Value) bool { return a.Text == b.Text })
	case Ages:
		f.Verdict = f.agree(agesAgree)
	default:
		f.Verdict = f.agree((*Value).compatible)
	}
	if f.Verdict == Uncontested && f.Origins >= 2 {
		f.Verdict = Corroborated
	}
}

// agree is Contested where the values of two claims cannot both be right. Two voices within one row count too.
func (f *Field) agree(same func(a, b *Value) bool) Verdict {
	for i, a := range f.Values {
		for _, b := range f.Values[:i] {
			if !a.Earlier && !b.Earlier && !same(a, b) {
				return Contested
			}
			// A value that one source corrected and that another still gives.
			if a.Claim != b.Claim && a.Earlier != b.Earlier && !same(a, b) {
				return Contested
			}
		}
	}
	return Uncontested
}

// toll tells growth from contradiction. Numbers grow where later reports give higher ones, none gives a lower one, and the
// lowest is an early report. Reports of one day may differ while the toll is still growing; where those of the latest date
// differ too, that is noted.
func (f *Field) toll(in *Incident) Verdict {
	var list []*Value
	conflict := false
	for _, v := range f.Values {
		if !v.Earlier {
			list = append(list, v)
		}
	}
	grows, falls, together := false, false, false
	var lowest *Value
	for i, a := range list {
		if lowest == nil || a.High < lowest.High {
			lowest = a
		}
		for _, b := range list[:i] {
			if Compatible(a, b) || f.Name == TotalDead && totalsAgree(a, b) {
				continue
			}
			conflict = true
			x, y := a, b
			if x.Low > y.Low {
				x, y = b, a // x is the lower one
			}
			dx, dy := x.Claim.Source.Date, y.Claim.Source.Date
			switch {
			case !dx.Known() || !dy.Known():
			case dx.Before(dy):
				grows = true
			case dy.Before(dx):
				falls = true
			case dx.First == dx.Last && dy.First == dy.Last:
				together = true
				f.LaterContradict = f.LaterContradict || f.latest(dx.First)
			}
		}
	}
	if !conflict {
		return Uncontested
	}
	early := lowest.Claim.Source.Date.Known() && in.day() != record.NoDay && lowest.Claim.Source.Date.First-in.day() <= earlyDays
	if !grows || falls || !early || together && f.levels(list) < 3 {
		f.LaterContradict = false
		return Contested
	}
	return Growing
}

// latest reports whether no value is from a later day.
func (f *Field) latest(day record.Day) bool {
	for _, v := range f.Values {
		if d := v.Claim.Source.Date; d.Known() && d.First > day {
			return false
		}
	}
	return true
}

// levels counts how often the highest number known rises from one day of reports to a later one.
func (f *Field) levels(list []*Value) int {
	n, high := 0, math.Inf(-1)
	day := record.NoDay
	for _, v := range list { // in order of the sources' dates
		d := v.Claim.Source.Date
		if !d.Known() {
			continue
		}
		if v.Low > high {
			high = v.Low
			if d.Last != day {
				n++
				day = d.Last
			}
		}
	}
	return n
}

// day is the first day on which a claim with an exact date places the incident, NoDay where none does.
func (in *Incident) day() record.Day {
	if f := in.Field(Date); f != nil {
		for _, p := range f.Positions {
			if d := p.Values[0].Date; d.First == d.Last {
				return d.First
			}
		}
		return f.Values[0].Date.First
	}
	return record.NoDay
}

// Day is the day on which most origins place the incident, NoDay where no claim dates it.
func (in *Incident) Day() record.Day { return in.day() }
