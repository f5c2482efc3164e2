package note

// saysNone reports whether a sentence says that nobody was killed: "no casualties or injuries were reported", "no one
// was killed", "did not cause any fatalities".
func saysNone(t []token) bool {
	for i := range t {
		switch {
		case t[i].class == no && noCasualties(t, i+1),
			t[i].key == wAny && notBefore(t, i) && noCasualties(t, i+1),
			t[i].class == nobody && verbFollows(t, i+1):
			return true
		case t[i].class == no:
			switch keyAt(t, i+1) {
			case wOne, wPeople, wPerson, wPersons:
				if verbFollows(t, i+2) {
					return true
				}
			}
		}
	}
	return false
}

func notBefore(t []token, i int) bool {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		if t[k].key == wNot {
			return true
		}
	}
	return false
}

func verbFollows(t []token, i int) bool {
	for k := i; k < i+4; k++ {
		switch at(t, k) {
		case auxiliary, having, passing, known:
		case killed, died, dead:
			return at(t, k+1) != preposition || t[k+1].key != wBy
		default:
			return false
		}
	}
	return false
}

// noCasualties reads on behind "no". What follows must not limit it to a part of the people or speak of figures.
func noCasualties(t []token, i int) bool {
	said := false
	for ; ; i++ {
		switch at(t, i) {
		case known, and, comma:
		case deathCount, casualties:
			said = true
		default:
			if !said {
				return false
			}
			switch keyAt(t, i) {
			case wOn, wAmong, wAmongst, wBy, wFor, wTo, wOf:
				return false
			}
			for k := i; k < i+4; k++ {
				switch at(t, k) {
				case figures, denied:
					return false
				}
			}
			return true
		}
	}
}
