package note

import "math"

// deaths gathers what the sentences of a note say about the dead.
type deaths struct {
	low, high float32 // least number stated, sum of the numbers stated
	most, sum float32 // greatest number stated, and the sum with a tenth allowed for "at least"
	extra     float32 // persons named beside the numbers: "a pastor, his wife and two children"
	stated    bool
	open      bool // more died than the numbers say: "several", "others"
	none      bool // nobody was killed
	abstain   bool // the numbers may not be those of this event alone
	each      bool // a number holds for each of several places
}

func (d *deaths) read(text []byte) {
	var buf [sentenceTokens]token
	for len(text) > 0 {
		var t []token
		t, text = sentence(text, &buf)
		d.sentence(t)
	}
}

func (d *deaths) sentence(t []token) {
	var has [classCount]bool
	dates, lost, each := 0, false, false
	for i := range t {
		has[t[i].class] = true
		switch {
		case t[i].class == dated && i > 0: // the first may be the date of the event
			dates++
		case t[i].class == shared && at(t, i-1) == numeral: // 16 coded elsewhere
			d.abstain = true
		case t[i].key == wYear && keyAt(t, i-1) == wIn: // died in 1968
			has[elsewhere] = true
		case t[i].key == wLost:
			lost = true
		case t[i].key == wEach:
			each = true
		case t[i].key == wDay && i > 0 && t[i-1].lo > 1: // over two day, a three-day siege
			d.abstain = true
		}
	}
	d.open = d.open || has[further] || lost && !has[lives]
	d.abstain = d.abstain || has[manifold] || has[shared] && (has[deathCount] || has[toll] || has[figures] || has[death]) ||
		has[rising] && has[toll] || dates > 1
	if has[month] && prepare(t) {
		d.abstain = true
	}
	if !(has[killed] || has[killing] || has[kill] || has[dead] || has[died] || has[deathCount] || has[death] || has[toll] ||
		has[lives] || has[casualties]) {
		return
	}
	if !has[month] {
		prepare(t)
	}
	open, before := d.open, d.high
	earlier := has[elsewhere] || has[shared]
	for i := range t {
		high := d.high
		d.trigger(t, i)
		// "after police killed three" tells of an earlier event
		earlier = earlier || t[i].key == wAfter || t[i].key == wFollowing
		d.abstain = d.abstain || earlier && d.high > high
	}
	d.each = d.each || each && d.high > before
	switch {
	case (has[no] || has[nobody] || has[denied]) && saysNone(t):
		d.none = true
		if d.high == before { // the words for deaths in this sentence are those denied
			d.open = open
		}
	case has[casualties]:
		d.open = true
	}
}

// trigger looks for the dead around a word that states deaths.
func (d *deaths) trigger(t []token, i int) {
	switch t[i].class {
	case killed:
		switch passive, object := voice(t, i); {
		case negated(t, i):
		case passive:
			d.backward(t, i)
		case object:
			d.forward(t, i)
		case at(t, i+1) == auxiliary: // one killed was a commander
			d.open = true
		case at(t, i+1) == plain: // "10 gunmen killed Chief …" or "10 killed Tuesday"
			d.open = true
		default:
			d.backward(t, i)
		}
	case killing, kill:
		if k := keyAt(t, i-1); k != wTo && keyAt(t, i+1) != wOf && !negated(t, i) {
			d.forward(t, i)
		}
	case dead:
		switch {
		case at(t, i-1) == definite:
		case shooting(keyAt(t, i-1)) && objectFollows(t, i): // gunmen shot dead three people
			d.forward(t, i)
		default:
			d.backward(t, i)
		}
	case died:
		if keyAt(t, i-1) != wTo && !negated(t, i) {
			d.backward(t, i)
		}
	case deathCount:
		if keyAt(t, i+1) == wOf {
			d.forward(t, i+1)
		} else {
			d.count(t, i)
		}
	case death:
		switch {
		case keyAt(t, i+1) == wOf:
			d.forward(t, i+1)
		case at(t, i+1) == toll:
		case keyAt(t, i-1) != wTo:
			d.count(t, i)
		case objectFollows(t, i):
			d.forward(t, i)
		default:
			d.backward(t, i-1)
		}
	case toll:
		d.after(t, i, 6)
	case lives:
		switch {
		case keyAt(t, i+1) == wOf:
			d.forward(t, i+1)
		case at(t, i-1) == numeral:
			d.mention(t[i-1])
		case at(t, i-1) == definite && keyAt(t, i-2) == wLost:
			d.backward(t, i-2)
		}
	}
}

// mention takes a number of dead.
func (d *deaths) mention(n token) {
	if n.hi == 0 {
		d.none = true
		return
	}
	if !d.stated || n.lo < d.low {
		d.low = n.lo
	}
	d.stated = true
	d.high += n.hi
	one, all := n.lo, n.hi
	if one == 0 { // up to 20
		one = n.hi
	}
	if math.IsInf(float64(all), 1) {
		all = n.lo * 1.1
	}
	d.most, d.sum = max(d.most, one), d.sum+all
}

// voice tells "three were killed" from "gunmen killed three": whether an auxiliary makes the verb at i passive, and
// whether an object follows.
func voice(t []token, i int) (passive, object bool) {
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		switch t[k].class {
		case auxiliary:
			return true, false
		case passing, known, and, including, comma:
			continue
		}
		break
	}
	return false, objectFollows(t, i)
}

// objectFollows reports whether a number or a name for persons follows the verb at i.
func objectFollows(t []token, i int) bool {
	switch at(t, i+1) {
	case article, definite, group, person, persons:
		return true
	}
	for k := i + 1; k <= i+6; k++ {
		switch at(t, k) {
		case numeral:
			return true
		case limitFrom, limitTo, roughly, small, between, passing, known:
		default:
			return false
		}
	}
	return false
}

func shooting(k key) bool { return k == wShot || k == wShoot || k == wShoots || k == wShooting }

// negated reports whether one of the words before i says that it did not happen.
func negated(t []token, i int) bool {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		switch t[k].class {
		case denied:
			return true
		case auxiliary, having, small, passing, known, no:
		default:
			return false
		}
	}
	return false
}

// count reads "15 deaths", "deaths of 15" and "fatalities: 15".
func (d *deaths) count(t []token, i int) {
	for k := i - 1; k >= i-4; k-- {
		switch at(t, k) {
		case numeral:
			d.mention(t[k])
			return
		case group:
			d.open = true
			return
		case plain, person, persons, known, including, and, passing:
			continue
		}
		break
	}
	d.after(t, i, 4)
}

// after reads the first number in the next few words behind i. Without one it can't be told how many died.
func (d *deaths) after(t []token, i, words int) {
	for k := i + 1; k <= i+words; k++ {
		switch at(t, k) {
		case numeral:
			d.mention(t[k])
			return
		case plain, small, auxiliary, having, passing, known, limitFrom, limitTo, roughly, between, colon, preposition:
		default:
			d.open = true
			return
		}
	}
	d.open = true
}
