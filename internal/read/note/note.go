// Package note understands what the free-text note of an event says in numbers and dates: the date with which it opens,
// and how many dead it states. It reads a note once while it passes by, so that the text itself need not be held.
//
// The reading is shallow on purpose. It knows the few phrasings in which event coders and news agencies state deaths
// ("killing three", "at least 15 were killed", "left 12 dead", "10-15 deaths") and says nothing about everything else:
// numbers of injured, ages, dates, money, houses, deaths of earlier events and totals that a note says are shared over
// several rows. Where several numbers stand in one note it gives the widest interval that they allow, because a wrong
// reading costs more than a missed one.
package note

import (
	"math"

	"github.com/assaydata/assay/internal/record"
)

// Facts is what a note says. DeadLow and DeadHigh bound the number of dead stated: equal for a single number, NaN where
// none is stated or it can't be told. DeadHigh is +Inf where only a lower bound is stated ("at least 15", "several
// others"), DeadLow is 0 where only an upper bound is ("up to 20"). NoDead is true where the note says that nobody was
// killed and states no number of dead.
//
// SaidLow and SaidHigh are what the note states for all that it tells, also where it tells of several days, places or
// incidents and DeadLow is therefore NaN: the greatest of its numbers, and their sum. They are NaN where no number is
// stated, or only one that holds for each of several places. They serve to recognise a total that was repeated or shared
// out over several rows, not to check the number of one row.
type Facts struct {
	Opens             record.Day // date with which the note opens, NoDay where it doesn't open with a full date
	DeadLow, DeadHigh float32
	SaidLow, SaidHigh float32
	NoDead            bool
}

// Read reads a note. It allocates nothing.
func Read(text []byte) Facts {
	f := Facts{Opens: opens(text), DeadLow: record.NaN32, DeadHigh: record.NaN32, SaidLow: record.NaN32, SaidHigh: record.NaN32}
	if !mentionsDeath(text) {
		return f
	}
	var d deaths
	d.read(text)
	if d.stated && !d.each {
		f.SaidLow, f.SaidHigh = d.most, d.sum+d.extra
	}
	switch {
	case d.stated && !d.abstain:
		f.DeadLow, f.DeadHigh = d.low, d.high+d.extra
		if d.none { // one source says none, another a number
			f.DeadLow = 0
		}
		if d.open {
			f.DeadHigh = float32(math.Inf(1))
		}
	case d.none && !d.stated && !d.open && d.extra == 0:
		f.NoDead = true
	}
	return f
}
