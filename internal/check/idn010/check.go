package idn010

import (
	"fmt"
	"math/rand/v2"
	"strconv"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/listing"
	"github.com/assaydata/assay/internal/entry"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/link/identity"
)

// farApart is the number of days from which on two births in one entry are told.
const farApart = 5 * 365

func run(p *check.Pass) {
	for _, l := range p.Entries.Each() {
		read := listing.Read(l)
		if l.Kind == entry.Person {
			for _, ref := range l.Records.Refs {
				if !read.Claims(ref) {
					births(p, read, ref)
				}
			}
		}
		bridges(p, l, read)
	}
}

// births reports an entry with births far apart. The message gives no date: it is a person's.
func births(p *check.Pass, read *listing.Reading, ref link.Ref) {
	e := read.Entry(ref)
	most := 0
	for i, a := range e.Births {
		for _, b := range e.Births[:i] {
			if a.Known() && b.Known() {
				most = max(most, int(a.First-b.Last), int(b.First-a.Last))
			}
		}
	}
	if most < farApart {
		return
	}
	f := read.Finding(ref)
	f.Column = e.Births[0].Cell.Column
	f.Message = fmt.Sprintf("one entry with %d births that are up to %d years apart", len(e.Births), most/365)
	f.Why = "they can't be one person's, whatever the precision of the dates"
	f.Help = "follow each date to its source; split the entry if they are of two persons"
	f.Weight = float64(most)
	f.Key = "births"
	p.Report(f)
}

// bridges reports entries that go with two others which contradict each other.
func bridges(p *check.Pass, l *identity.Linked, read *listing.Reading) {
	sure := map[link.Ref][]link.Ref{}
	for i := range l.Pairs {
		x := &l.Pairs[i]
		if x.Relation == link.Different || x.Probability < listing.Likely || l.Alone(x) < listing.Likely || x.Decided != "" {
			continue
		}
		sure[x.A] = append(sure[x.A], x.B)
		sure[x.B] = append(sure[x.B], x.A)
	}
	for _, ref := range l.Records.Refs {
		list := sure[ref]
		const most = 20 // of an entry that goes with more, something else is wrong
		if len(list) < 2 || len(list) > most || read.Claims(ref) {
			continue
		}
		if a, b, found := contradicting(l, list); found {
			f := read.Finding(ref, a, b)
			f.Message = fmt.Sprintf("this entry goes with two others that can hardly be one %s: their births contradict each other", listing.What(l))
			f.Why = "an entry that two different persons match holds something of both"
			f.Help = "look at the three entries; decide which of the two it is, or split it"
			f.Key = "bridge"
			f.Weight = 1
			p.Report(f)
		}
	}
}

func contradicting(l *identity.Linked, list []link.Ref) (a, b link.Ref, found bool) {
	for i, a := range list {
		for _, b := range list[:i] {
			if x := l.PairOf(a, b); identity.BirthsConflict(x.Levels) && l.Alone(&x) < 0.1 {
				return b, a, true
			}
		}
	}
	return a, b, false
}

// Plant gives an entry a second birth, years away from its own.
func Plant(s *check.Sheet, row int, r *rand.Rand) ([]int, string) {
	i := listing.Column(s, "date_of_birth")
	if i < 0 || s.Rows[row][i] == "" {
		return nil, ""
	}
	own, err := strconv.Atoi(s.Rows[row][i][:4])
	if err != nil {
		return nil, ""
	}
	year := own + 7 + r.IntN(30)
	if r.IntN(2) == 0 {
		year = own - 7 - r.IntN(30)
	}
	s.Rows[row][i] += fmt.Sprintf("; %d", year)
	return []int{row}, "two births"
}
