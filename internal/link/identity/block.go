package identity

import (
	"context"

	"github.com/assaydata/assay/internal/entry"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
)

const (
	// smallList is the number of records up to which all pairs are compared.
	smallList = 1200

	// manyRecords is the number from which on a day of birth, or a part of a name and a year, brings too many together.
	manyRecords = 100_000

	rareCap  = 25 // records with a part of a name up to which the part alone is a key
	jointCap = 24 // records with a joint key up to which all are compared
	window   = 6  // neighbours, in the order of names, that are compared in larger blocks
)

// keyNames are the blocking keys in the order of their bits.
var keyNames = []string{
	"all pairs", "rare part of a name", "two parts of a name", "part of a name and birth", "day of birth", "document", "contact", "address",
	"part of a name and place or group",
}

// Candidates returns the pairs worth comparing and what each key came to.
func (r *Records) Candidates(ctx context.Context) ([]link.Candidate, []link.BlockStat, error) {
	n := r.N()
	counts := r.keyCounts()
	keys := []link.Key{
		{Name: keyNames[0], Cap: smallList, Window: 0, Emit: func(i int32, add func(uint64)) {
			if n <= smallList {
				add(1)
			}
		}},
		{Name: keyNames[1], Cap: 2 * rareCap, Window: window, Emit: func(i int32, add func(uint64)) {
			for _, k := range r.nameKeys.of(i) {
				if counts[bucket(k)] <= rareCap {
					add(k)
				}
			}
		}},
		{Name: keyNames[2], Cap: jointCap, Window: window, Emit: func(i int32, add func(uint64)) {
			list := r.nameKeys.of(i)
			list = list[:min(len(list), mostKeys)]
			for a, k := range list {
				for _, l := range list[a+1:] {
					if counts[bucket(k)] > rareCap && counts[bucket(l)] > rareCap {
						add(record.Combine(k, l))
					}
				}
			}
		}},
		{Name: keyNames[3], Cap: jointCap, Window: window, Emit: func(i int32, add func(uint64)) {
			births := r.births.of(i)
			if len(births) == 0 {
				return
			}
			list := r.nameKeys.of(i)
			for _, k := range list[:min(len(list), mostKeys)] {
				if counts[bucket(k)] <= rareCap {
					continue
				}
				for _, x := range births {
					y := uint64(yearOf(x))
					if n > manyRecords && x.digits != 0 { // of a year, too many have the name
						y = uint64(x.digits/100) | 1<<32
					}
					add(record.Combine(k, y<<1|1<<40))
				}
			}
		}},
		{Name: keyNames[4], Cap: jointCap, Window: window, Emit: func(i int32, add func(uint64)) {
			for _, x := range r.births.of(i) {
				if x.digits == 0 && x.first != x.last {
					continue
				}
				d := uint64(x.digits) | 1<<41
				if x.digits == 0 {
					d = uint64(uint32(x.first)) | 1<<42
				}
				if n <= manyRecords {
					add(d)
					continue
				}
				for _, l := range r.initials(i) {
					add(record.Combine(d, uint64(l)))
				}
			}
		}},
		{Name: keyNames[5], Cap: jointCap, Window: window, Emit: func(i int32, add func(uint64)) {
			for _, d := range r.documents.of(i) {
				add(uint64(d.number))
			}
		}},
		{Name: keyNames[6], Cap: jointCap, Window: window, Emit: func(i int32, add func(uint64)) {
			for _, c := range r.contacts.of(i) {
				add(uint64(c.text))
				if local := r.local(c); local != 0 {
					add(local)
				}
			}
		}},
		{Name: keyNames[7], Cap: jointCap, Window: window, Emit: r.addressKeys},
		{Name: keyNames[8], Cap: jointCap, Window: window, Emit: func(i int32, add func(uint64)) { r.contextKeys(i, counts, add) }},
	}
	var all []link.Candidate
	capped := make([]int, len(keys))
	for k := range keys {
		pairs, c := keys[k].Blocks(ctx, n, 1<<k)
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		all, capped[k] = link.Join(all, pairs), c
	}
	return all, link.Stats(all, keyNames, capped), nil
}

// mostKeys bounds the parts of names that are joined: an entry with forty aliases does not give eight hundred keys.
const mostKeys = 12

const bucketBits = 22

func bucket(k uint64) uint64 { return record.Mix(k) >> (64 - bucketBits) }

// keyCounts counts the records that have each key of names, by bucket. Keys that share a bucket by chance look commoner than they are;
// they are then used jointly with others.
func (r *Records) keyCounts() []uint32 {
	out := make([]uint32, 1<<bucketBits)
	for _, k := range r.nameKeys.all {
		out[bucket(k)]++
	}
	return out
}

func yearOf(x day) uint32 {
	if x.first > x.last {
		return x.digits / 10000
	}
	return uint32(record.Day(x.first).Year())
}

// initials are the first letters of the names of a record.
func (r *Records) initials(i int32) []byte {
	var out []byte
	add := func(s string) {
		if s == "" {
			return
		}
		for _, b := range out {
			if b == s[0] {
				return
			}
		}
		out = append(out, s[0])
	}
	if r.parted {
		add(r.tokens.text[r.given[i]])
		add(r.tokens.text[r.family[i]])
		return out
	}
	for _, n := range r.names.of(i) {
		for p := range r.parsed[n.text].Parts {
			add(r.parsed[n.text].Parts[p].Clean)
		}
	}
	return out
}

// local is a key of the part of an address of electronic mail before the @, 0 where there is none or it is short.
func (r *Records) local(c contact) uint64 {
	if c.phone {
		return 0
	}
	s := r.addresses.text[c.text]
	for k := range len(s) {
		if s[k] == '@' && k >= 5 {
			return record.Hash([]byte(s[:k])) | 1<<63
		}
	}
	return 0
}

func (r *Records) addressKeys(i int32, add func(uint64)) {
	a := &r.places[i]
	join := func(tag uint64, x, y int32) {
		if x != 0 && y != 0 {
			add(record.Combine(uint64(uint32(x))<<32|uint64(uint32(y)), tag))
		}
	}
	join(1, a.number, a.street)
	join(2, a.postcode, a.number)
	join(3, a.postcode, a.street)
	join(4, a.locality, a.street)
}

// contextKeys join a part of a name with where somebody is from or to whom he belongs.
func (r *Records) contextKeys(i int32, counts []uint32, add func(uint64)) {
	var with []uint64
	if l := r.places[i].locality; l != 0 {
		with = append(with, uint64(uint32(l))|1<<40)
	}
	for _, p := range r.birthPlaces.of(i) {
		with = append(with, uint64(p)|2<<40)
	}
	for _, g := range r.groups.of(i) {
		with = append(with, uint64(uint32(g))|3<<40)
	}
	if r.Kind == entry.Group {
		for _, c := range r.countries.of(i) {
			with = append(with, uint64(c)|4<<40)
		}
	}
	list := r.nameKeys.of(i)
	for _, k := range list[:min(len(list), mostKeys)] {
		if counts[bucket(k)] <= rareCap {
			continue // a key by itself
		}
		for _, w := range with[:min(len(with), 8)] {
			add(record.Combine(k, w))
		}
	}
}
