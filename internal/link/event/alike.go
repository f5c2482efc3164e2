package event

import "math"

// digest sums up all that is compared of a record: two records of one digest tell the same with the same words and figures. It is 0 for a
// record without a day or without a place, of which there may be many that differ in nothing.
func (r *Records) digest(i int32) uint64 {
	if r.first[i] > r.last[i] || r.lat[i] != r.lat[i] && len(r.places.of(i)) == 0 {
		return 0
	}
	h := mix(uint64(r.first[i]), uint64(r.last[i]))
	for _, x := range [...]uint64{uint64(r.kind[i]), r.means[i], r.targets[i], uint64(r.admin1[i]), uint64(r.admin2[i]), uint64(r.classes[i])} {
		h = mix(h, x)
	}
	for _, x := range [...]float32{r.lat[i], r.lon[i], r.radius[i]} {
		h = mix(h, uint64(math.Float32bits(x)))
	}
	for _, c := range [...]count{r.deaths[i], r.noted[i], r.injured[i]} {
		for _, x := range [...]float32{c.low, c.best, c.high} {
			h = mix(h, uint64(math.Float32bits(x)))
		}
	}
	for _, l := range [...]*lists{&r.actors, &r.places, &r.text, &r.headline, &r.outlets} {
		list := l.of(i)
		h = mix(h, uint64(len(list)))
		for _, t := range list {
			h = mix(h, uint64(t))
		}
	}
	return max(h, 1)
}

// alike reports whether two records tell the same with the same words and figures.
func (r *Records) alike(i, j int32) bool { return r.content[i] != 0 && r.content[i] == r.content[j] }

// oneRecord reports whether two records of two datasets are one that was taken over: they are alike, and either tell enough for that to be
// no chance, or are the only such record of either dataset, with a point and somebody who acted or died.
func (r *Records) oneRecord(i, j int32) bool {
	if !r.alike(i, j) {
		return false
	}
	if r.telling(i) {
		return true
	}
	return r.only[i] && r.only[j] && r.lat[i] == r.lat[i] && (best(r.deaths[i]) > 0 || len(r.actors.of(i)) > 0)
}

// telling reports whether a record tells anything in words that could be compared.
func (r *Records) telling(i int32) bool {
	return r.aboutInfo[i] >= leastText || r.headInfo[i] >= leastText
}

// setOnly notes the records of which no other of their dataset is alike.
func (r *Records) setOnly() {
	type key struct {
		data    uint16
		content uint64
	}
	n := map[key]int32{}
	for i, c := range r.content {
		if c != 0 && !r.telling(int32(i)) {
			n[key{r.data[i], c}]++
		}
	}
	r.only = make([]bool, len(r.content))
	for i, c := range r.content {
		r.only[i] = c != 0 && n[key{r.data[i], c}] == 1
	}
}

// twice reports whether a dataset tells one event twice in two records: they are alike, and tell enough for that to be no chance. Linked
// incidents are told apart on purpose.
func (r *Records) twice(i, j int32) bool {
	return r.alike(i, j) && r.extent[i]&extentLinked == 0 && r.telling(i)
}
