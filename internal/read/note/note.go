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
type Facts struct {
	Opens             record.Day // date with which the note opens, NoDay where it doesn't open with a full date
	DeadLow, DeadHigh float32
	NoDead            bool
}

// Read reads a note. It allocates nothing.
func Read(text []byte) Facts {
	f := Facts{Opens: opens(text), DeadLow: record.NaN32, DeadHigh: record.NaN32}
	if !mentionsDeath(text) {
		return f
	}
	var d deaths
	d.read(text)
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

// mentionsDeath reports whether any word begins like one that states deaths. Most notes have none and need no more work.
func mentionsDeath(text []byte) bool {
	for i := 0; i < len(text); {
		if classes[text[i]] != letter {
			i++
			continue
		}
		if i+3 < len(text) {
			switch text[i] | 0x20 {
			case 'k':
				if begins(text[i:], "kill") {
					return true
				}
			case 'd':
				if begins(text[i:], "dea") || begins(text[i:], "die") {
					return true
				}
			case 'f':
				if begins(text[i:], "fata") {
					return true
				}
			case 'c':
				if begins(text[i:], "casu") {
					return true
				}
			case 'l':
				if begins(text[i:], "live") {
					return true
				}
			case 'm':
				if begins(text[i:], "murd") || begins(text[i:], "mass") {
					return true
				}
			case 's':
				if begins(text[i:], "sla") {
					return true
				}
			}
		}
		for i < len(text) && classes[text[i]] == letter {
			i++
		}
	}
	return false
}

// begins compares without regard to the case of ASCII letters; prefix is in lower case and no longer than text.
func begins(text []byte, prefix string) bool {
	for i := 1; i < len(prefix); i++ {
		if text[i]|0x20 != prefix[i] {
			return false
		}
	}
	return true
}
