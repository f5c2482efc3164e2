package identity

import (
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/entry"
	"github.com/assaydata/assay/names"
)

// passportKind is the kind of document of which one person holds several in a life.
var passportKind = token("passport")

// compareSmall compares what costs little.
func (r *Records) compareSmall(i, j int32, levels []uint8) {
	if a, b := r.sex[i], r.sex[j]; a != entry.SexUnknown && b != entry.SexUnknown {
		levels[cSex] = 1
		if a == b {
			levels[cSex] = 2
		}
	}
	if a, b := r.countries.of(i), r.countries.of(j); len(a) > 0 && len(b) > 0 {
		levels[cCountry] = 1
		if shared(a, b) > 0 {
			levels[cCountry] = 2
		}
	}
	if a, b := r.birthPlaces.of(i), r.birthPlaces.of(j); len(a) > 0 && len(b) > 0 {
		switch n := shared(a, b); {
		case n == 0:
			levels[cBirthPlace] = 1
		case n >= min(len(a), len(b)):
			levels[cBirthPlace] = 3
		default:
			levels[cBirthPlace] = 2
		}
	}
	levels[cDocument] = r.compareDocuments(r.documents.of(i), r.documents.of(j))
}

func shared[T comparable](a, b []T) int {
	n := 0
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}

func (r *Records) compareDocuments(a, b []document) uint8 {
	best := uint8(0)
	for _, x := range a {
		for _, y := range b {
			switch {
			case x.number == y.number:
				return 4
			case x.kind != y.kind:
				continue
			case edits(r.numbers.text[x.number], r.numbers.text[y.number], 1) <= 1:
				best = max(best, 3)
			case x.kind == passportKind:
				best = max(best, 2)
			default:
				best = max(best, 1)
			}
		}
	}
	return best
}

// compareLong compares texts letter by letter.
func (r *Records) compareLong(i, j int32, levels []uint8) {
	levels[cContact] = r.compareContacts(r.contacts.of(i), r.contacts.of(j))
	if levels[cContact] == 2 && levels[cGiven] >= 4 && levels[cFamily] >= 4 {
		levels[cContact] = 0 // addresses are made of names: where these agree, it says nothing more
	}
	levels[cAddress] = r.compareAddress(i, j)
	levels[cGroup] = r.compareGroups(i, j)
}

func (r *Records) compareContacts(a, b []contact) uint8 {
	best := uint8(0)
	for _, x := range a {
		for _, y := range b {
			switch {
			case x.phone != y.phone:
				continue
			case x.text == y.text:
				return 4
			case x.phone:
				best = max(best, 1)
				if edits(r.addresses.text[x.text], r.addresses.text[y.text], 1) <= 1 {
					best = max(best, 3)
				}
			default:
				best = max(best, mail(r.addresses.text[x.text], r.addresses.text[y.text]))
			}
		}
	}
	return best
}

// mail is the level of two addresses of electronic mail. Numbers in them tell apart whom the same name gave the same address.
func mail(a, b string) uint8 {
	switch d := edits(a, b, 3); {
	case d <= 1, d <= 3 && sameDigits(a, b):
		return 3
	}
	x, _, _ := strings.Cut(a, "@")
	y, _, _ := strings.Cut(b, "@")
	if len(x) >= 5 && len(y) >= 5 && sameDigits(x, y) && edits(x, y, 2) <= 2 {
		return 2
	}
	return 1
}

func sameDigits(a, b string) bool {
	for {
		for a != "" && (a[0] < '0' || a[0] > '9') {
			a = a[1:]
		}
		for b != "" && (b[0] < '0' || b[0] > '9') {
			b = b[1:]
		}
		if a == "" || b == "" {
			return a == b
		}
		if a[0] != b[0] {
			return false
		}
		a, b = a[1:], b[1:]
	}
}

func (r *Records) compareAddress(i, j int32) uint8 {
	a, b := &r.places[i], &r.places[j]
	if *a == (address{}) || *b == (address{}) {
		p, q := r.streetWords.of(i), r.streetWords.of(j)
		if len(p) == 0 || len(q) == 0 {
			return 0
		}
		switch n := shared(p, q); {
		case n >= 3 && n >= min(len(p), len(q))-1:
			return 7
		case n >= 2:
			return 5
		}
		return 1
	}
	equal := func(x, y int32) bool { return x != 0 && x == y }
	town := equal(a.locality, b.locality)
	post := equal(a.postcode, b.postcode)
	number := equal(a.number, b.number)
	street := uint8(0)
	if a.street != 0 && b.street != 0 {
		if a.street == b.street {
			street = 2
		} else if similarity(r.words.text[a.street], r.words.text[b.street]) >= 0.75 {
			street = 1
		}
	}
	switch {
	case street > 0 && number && (town || post):
		return 7
	case street > 0 && (number || town || post):
		return 6
	case street > 0:
		return 5
	case post && number:
		return 5
	case post:
		return 4
	case town:
		return 3
	case a.locality != 0 && b.locality != 0 && similarity(r.words.text[a.locality], r.words.text[b.locality]) >= 0.6:
		return 2
	}
	if a.street != 0 && b.street != 0 || a.locality != 0 && b.locality != 0 || a.postcode != 0 && b.postcode != 0 {
		return 1
	}
	return 0
}

// compareGroups says whether two persons are put into one group, or two groups have one leader.
func (r *Records) compareGroups(i, j int32) uint8 {
	a, b := r.groups.of(i), r.groups.of(j)
	if r.Kind == entry.Group {
		a, b = r.leaders.of(i), r.leaders.of(j)
	}
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	for _, x := range a {
		for _, y := range b {
			if x != y && r.matcher.Compare(r.groupNames[x], r.groupNames[y]).Level < names.Strong {
				continue
			}
			if r.Kind == entry.Group || r.leads[i] && r.leads[j] {
				return 3
			}
			return 2
		}
	}
	return 1
}
