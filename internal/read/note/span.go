package note

// longest is how many words away from the verb the dead are looked for.
const longest = 14

// backward takes the dead who stand before the verb at i: "two soldiers and a driver were reportedly shot and killed".
func (d *deaths) backward(t []token, i int) {
	k := i - 1
skip:
	for ; k >= 0; k-- {
		switch t[k].class {
		case passing, auxiliary, having, known, definite:
		case and: // shot and killed
			if at(t, k-1) != passing {
				break skip
			}
		default:
			break skip
		}
	}
	found, links, numbers := false, 0, 0
	defer func() {
		d.open = d.open || !found
		if numbers > 0 { // the others of a list are named without a number
			d.extra += float32(max(links+1-numbers, 0))
		}
	}()
	for end := k - longest; k >= 0 && k > end; k-- {
		switch t[k].class {
		case numeral:
			b := beforeLimits(t, k)
			if c := at(t, b); !found && (c == harm || c == killing || c == kill) {
				return // the object of another verb
			}
			d.mention(t[k])
			found = true
			numbers++
			for w := b; w > b-6 && at(t, w) != and && at(t, w) != comma && at(t, w) != including; w-- {
				if c := at(t, w); c != plain && c != article && c != person && c != persons && c != small {
					return
				}
			}
			k, end = b+1, b-longest
		case and:
			links++
		case comma:
			if found {
				links++
			} else {
				switch at(t, k+1) {
				case auxiliary, passing, including, having, known:
				default:
					return
				}
			}
		case article:
			switch before := at(t, k-1); {
			case found, before == and, before == comma, before == including, at(t, k-2) == including:
			default: // one person, named without a number
				d.extra++
				found = true
				return
			}
		case preposition:
			if found {
				return
			}
		case closing:
			for k > 0 && t[k].class != opening {
				k--
			}
		case group:
			d.open = true
		case plain, definite, including, person, persons, small, roughly, limitFrom, limitTo, passing, known, things, month, between:
		default:
			return
		}
	}
}

// beforeLimits returns the index of the word before the number at i and the words that limit it.
func beforeLimits(t []token, i int) int {
	for i--; i >= 0; i-- {
		switch t[i].class {
		case limitFrom, limitTo, roughly, small, between, definite, known:
		default:
			return i
		}
	}
	return i
}

// forward takes the dead who stand behind the verb at i: "killing a pastor, his wife and two children".
func (d *deaths) forward(t []token, i int) {
	found, ended, commas := false, false, float32(0)
	for k := i + 1; k <= i+longest+2; k++ {
		switch at(t, k) {
		case numeral:
			before := beforeLimits(t, k)
			listed := at(t, before) == and || at(t, before) == comma || at(t, before) == including
			if harmed(t, k) {
				d.open = d.open || !found
				return
			}
			switch {
			case ended: // killed 8 in one place and 7 in another
				if listed {
					d.extra += t[k].hi
				}
			case before <= i, listed, at(t, before) == passing:
				d.mention(t[k])
				d.extra += commas
				commas = 0
			default: // a number inside a name
				d.extra += t[k].hi
			}
			found = true
		case and:
			if ended {
				continue
			}
			d.extra += commas
			commas = 0
			switch next := at(t, k+1); next {
			case harm, killing, kill, killed, passing, stop, preposition, auxiliary, denied:
				ended = true
			case numeral:
			default:
				d.extra++
			}
		case comma:
			commas++
		case group:
			d.open = true
		case plain, article, definite, person, persons, including, small, roughly, limitFrom, limitTo, between, known, passing, things,
			opening, closing, dated, month:
			if k == i+1 && (t[k].class == article || t[k].class == definite || t[k].class == person) {
				d.extra++
				found = true
			}
		case preposition, harm:
			ended = true
		default:
			d.open = d.open || !found
			return
		}
	}
	d.open = d.open || !found
}

// harmed reports whether the people counted at i were injured or taken rather than killed: "and three others wounded".
func harmed(t []token, i int) bool {
	for k := i + 1; k <= i+5; k++ {
		switch at(t, k) {
		case harm:
			return true
		case plain, person, persons, including, auxiliary, having, passing, known:
		default:
			return false
		}
	}
	return false
}
