package event

import "slices"

// focus is one record that is compared with many: its words are looked up in filters, so that going through those of the other
// record touches only what both may have.
type focus struct {
	*Records
	i                     int32
	told, abouts, article filter
}

// filter is a set of tokens by their upper bits: it may hold more than was put in, never less.
type filter [64]uint64

func (f *filter) add(list []uint32) {
	for _, t := range list {
		f[t>>26] |= 1 << (t >> 20 & 63)
	}
}

func (f *filter) has(t uint32) bool { return f[t>>26]>>(t>>20&63)&1 != 0 }

func newFocus(r *Records) *focus { return &focus{Records: r, i: -1} }

func (f *focus) on(i int32) {
	if f.i == i {
		return
	}
	f.i, f.told, f.abouts, f.article = i, filter{}, filter{}, filter{}
	f.abouts.add(f.about(i))
	f.told = f.abouts
	f.told.add(f.text.of(i)[len(f.about(i)):])
	f.article.add(f.headline.of(i))
}

// tells counts how many of a few tokens, each once, occur in the text of the record.
func (f *focus) tells(few []uint32) int {
	for _, t := range few {
		if f.told.has(t) {
			return f.Records.tells(f.i, few)
		}
	}
	return 0
}

// tells counts how many of a few tokens, each once, occur in the text of a record.
func (r *Records) tells(i int32, few []uint32) int {
	if len(few) == 0 {
		return 0
	}
	about, named := r.about(i), r.text.of(i)[r.abouts[i]:]
	n := 0
	for _, t := range few {
		if _, ok := slices.BinarySearch(about, t); ok || has(named, t) {
			n++
		}
	}
	return n
}

// shared adds up the information of the tokens that two sorted lists share, each as in the dataset in which it is more common. in
// is the filter of the first list.
func (f *filter) shared(a, b []uint32, da, db []float32) float32 {
	var sum float32
	for _, t := range b {
		if !f.has(t) {
			continue
		}
		for len(a) > 0 && a[0] < t {
			a = a[1:]
		}
		if len(a) > 0 && a[0] == t {
			sum += min(da[bucket(t)], db[bucket(t)])
		}
	}
	return sum
}
