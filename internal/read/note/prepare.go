package note

import "math"

var infinity = float32(math.Inf(1))

// prepare settles what the numbers of a sentence are: it joins "between 10 and 15", takes out numbers that count no
// people, and applies limits ("at least", "up to", "about"). It reports whether the sentence speaks of several days.
func prepare(t []token) (severalDays bool) {
	for i := len(t) - 1; i >= 0; i-- {
		if t[i].class != numeral {
			continue
		}
		joinRange(t, i)
		if partOfDate(t, i) {
			t[i].class = month
			severalDays = severalDays || t[i].hi > t[i].lo || keyAt(t, i+1) == wAnd
		} else if !countsPeople(t, i) {
			t[i].class = plain
		}
	}
	for i := range t {
		if t[i].class == numeral {
			limit(t, i)
		}
	}
	return severalDays
}

// at returns the class at i, stop beyond the ends.
func at(t []token, i int) class {
	if i < 0 || i >= len(t) {
		return stop
	}
	return t[i].class
}

func keyAt(t []token, i int) key {
	if i < 0 || i >= len(t) {
		return 0
	}
	return t[i].key
}

// joinRange makes one number of "10 to 15", "2 or 3" and "between 10 and 15", whose second number was settled before.
func joinRange(t []token, i int) {
	if at(t, i+2) != numeral || t[i].hi >= t[i+2].lo {
		return
	}
	k := t[i+1].key
	if k == wTo || k == wOr || k == wAnd && at(t, i-1) == between {
		t[i].hi = t[i+2].hi
		t[i+1].class, t[i+2].class = passing, passing
	}
}

// partOfDate reports whether the number at i is the day of a date.
func partOfDate(t []token, i int) bool {
	if t[i].hi > 31 {
		return false
	}
	if at(t, i+1) == month {
		return true
	}
	if k := keyAt(t, i+1); at(t, i+2) == month && t[i+2].hi > 0 && (k == wAnd || k == wTo || k == wOr) {
		return true
	}
	if at(t, i-1) == month && at(t, i-2) != numeral && at(t, i-2) != month {
		next := at(t, i+1)
		return next == comma || next == stop || next == colon || next == preposition || next == closing || next == and
	}
	return false
}

// countsPeople reports whether the number at i can be a number of people.
func countsPeople(t []token, i int) bool {
	before, after := at(t, i-1), at(t, i+1)
	switch {
	case before == aged, before == no, after == article, keyAt(t, i-1) == wOf && !counting(t, i-2),
		before == definite && keyAt(t, i-2) == wOf && at(t, i-3) == numeral, // one of the four
		before == opening && after == closing,
		before == things,                  // battalion 101
		before == comma && after == comma: // a name, 25, …
		return false
	}
	for k := i + 1; k <= i+3; k++ {
		switch at(t, k) {
		case things, manifold:
			if c := at(t, k+1); c != persons && c != person { // cattle raiders
				return false
			}
		case plain, article, definite, including:
		case small:
			if t[k].key != wOf && t[k].key != wMore {
				return true
			}
		default:
			return true
		}
	}
	return true
}

// counting reports whether the word at i, before "of", lets a number of people follow: "deaths of 15", "a minimum of 15".
func counting(t []token, i int) bool {
	switch at(t, i) {
	case limitFrom, limitTo, deathCount, death, toll, lives, killing, manifold:
		return true
	}
	return false
}

// limit reads the words before and behind the number at i that make it a bound or a rounded number, and turns those that
// are no part of the search for the dead into passing words.
func limit(t []token, i int) {
	from, upTo, rough := false, false, false
	k := i - 1
walk:
	for ; k >= 0 && k >= i-5; k-- {
		switch t[k].class {
		case limitFrom:
			from = true
			if k > 0 && (t[k-1].key == wAt || t[k-1].key == wIn || t[k-1].class == article) {
				t[k-1].class = small
			}
		case limitTo:
			upTo = true
			if k > 0 && (t[k-1].key == wAt || t[k-1].class == article) {
				t[k-1].class = small
			}
		case roughly:
			rough = true
		case small:
			if t[k].key == wOf && !(from || upTo) && at(t, k-1) != limitFrom && at(t, k-1) != limitTo {
				break walk
			}
			negated := at(t, k-1) == no || keyAt(t, k-1) == wNot
			switch {
			case t[k].key == wMore && keyAt(t, k+1) == wThan:
				from, upTo = !negated, negated
			case (t[k].key == wFewer || t[k].key == wLess) && keyAt(t, k+1) == wThan:
				from, upTo = negated, !negated
			case t[k].key == wUp, (t[k].key == wMany || t[k].key == wMuch) && keyAt(t, k-1) == wAs:
				upTo = true
			}
			if negated {
				t[k-1].class = small
			}
		case known, between:
		default:
			break walk
		}
	}
	if k := keyAt(t, i+1); k == wOr {
		switch keyAt(t, i+2) {
		case wMore:
			from = true
		case wSo:
			rough = true
		}
	}
	n := &t[i]
	if rough {
		n.lo, _ = about(n.lo)
		_, n.hi = about(n.hi)
	}
	if from {
		n.hi = infinity
	}
	if upTo {
		n.lo = 0
	}
}
