package event

import (
	"context"
	"math"
	"slices"

	"github.com/assaydata/assay/internal/link"
)

// Limits of what is compared by place and time alone: events further apart are compared only where another key brings them
// together. The published readings of Nigeria 2011 used 3 days and 60 km as well.
const (
	sweepDays = 3
	sweepKm   = 60
	kmPerDeg  = 111.2
	farLat    = sweepKm/kmPerDeg + 0.001 // degrees that are certainly too far, whatever rounding does
	bandDeg   = 0.6

	// Where a record has more than someNear later neighbours, only those within closeDays and closeKm are compared, mostNear of them
	// at most, out of the first mostSeen. In the densest city of the data at hand, Benghazi in 2014, a record has about 30.
	someNear  = 40
	closeDays = 1
	closeKm   = 15
	mostNear  = 60
	mostSeen  = 2000
)

// keyNames are the blocking keys in the order of their bits.
var keyNames = []string{"place and time", "name of the place", "article", "rare word", "rare actor", "division", "note"}

// grid finds records by cell. Cells are bandDeg high and about as wide.
type grid struct {
	number map[int64]int32 // of each cell that holds records
	ends   []int32         // by number: end of the cell in list
	list   []spot          // ordered by cell, then by position, that is by day
}

// spot is what a record near to others must tell, side by side in memory: a record in a city is looked at from hundreds of others.
type spot struct {
	at            int32 // position
	first         int32 // day
	lat, lon, cos float32
}

// cursors are for each cell the first record that is not passed yet. They serve records in ascending order.
type cursors []int32

func (g *grid) cursors() cursors {
	out := make(cursors, len(g.ends))
	for k := 1; k < len(out); k++ {
		out[k] = g.ends[k-1]
	}
	return out
}

func bandOf(lat float64) int { return int(math.Floor((lat + 90) / bandDeg)) }

// across is the number of cells around the globe in a band.
func across(band int) int {
	lat := (float64(band)+0.5)*bandDeg - 90
	return max(1, int(360*math.Cos(lat*math.Pi/180)/bandDeg))
}

func cellOf(band int, lon float64) int64 {
	n := across(band)
	col := int(math.Floor((lon + 180) / 360 * float64(n)))
	return int64(band)<<20 | int64((col%n+n)%n)
}

func (r *Records) grid() *grid {
	g := &grid{number: map[int64]int32{}}
	of := make([]int32, r.N()) // number of the cell of each record
	for i := range of {
		of[i] = -1
		if r.lat[i] != r.lat[i] || r.first[i] > r.last[i] {
			continue
		}
		cell := cellOf(bandOf(float64(r.lat[i])), float64(r.lon[i]))
		k, ok := g.number[cell]
		if !ok {
			k = int32(len(g.ends))
			g.number[cell] = k
			g.ends = append(g.ends, 0)
		}
		of[i] = k
		g.ends[k]++
	}
	sum := int32(0)
	for k, n := range g.ends {
		g.ends[k], sum = sum, sum+n
	}
	g.list = make([]spot, sum)
	for i, k := range of {
		if k >= 0 {
			g.list[g.ends[k]] = spot{int32(i), r.first[i], r.lat[i], r.lon[i], r.cosLat[i]}
			g.ends[k]++
		}
	}
	return g
}

// near calls yield with the records after i whose interval begins at most days after that of i ends, in the cells around it,
// until yield says no. passed must not have seen a later record.
func (r *Records) near(g *grid, passed cursors, i int32, days int32, yield func(s *spot) bool) {
	lat, lon := float64(r.lat[i]), float64(r.lon[i])
	dLat := sweepKm / kmPerDeg
	dLon := min(180, dLat/max(0.05, math.Cos(lat*math.Pi/180)))
	for band := bandOf(lat - dLat); band <= bandOf(lat+dLat); band++ {
		from, to := cellOf(band, lon-dLon), cellOf(band, lon+dLon)
		n := int64(across(band))
		for cell := from; ; {
			if k, ok := g.number[cell]; ok {
				// Positions ascend within a cell.
				begin, end := passed[k], g.ends[k]
				for begin < end && g.list[begin].at <= i {
					begin++
				}
				passed[k] = begin
				list := g.list[begin:end]
				for k := range list {
					if list[k].first > r.last[i]+days {
						break
					}
					if !yield(&list[k]) {
						return
					}
				}
			}
			if cell == to {
				break
			}
			cell = int64(band)<<20 | (cell&(1<<20-1)+1)%n
		}
	}
}

// km is the distance of two records, by the flat approximation that holds over the distances that matter here.
func (r *Records) km(i, j int32) float64 {
	return flatKm(r.lat[i], r.lon[i], r.cosLat[i], r.lat[j], r.lon[j], r.cosLat[j])
}

func flatKm(lat, lon, cos, lat2, lon2, cos2 float32) float64 {
	dLat := float64(lat - lat2)
	dLon := math.Abs(float64(lon - lon2))
	if dLon > 180 {
		dLon = 360 - dLon
	}
	x := dLon * float64(cos+cos2) / 2
	return kmPerDeg * math.Sqrt(dLat*dLat+x*x)
}

// sweep finds the pairs near to each other in time and place, and counts for each record how many there are.
func (r *Records) sweep(ctx context.Context) (pairs []link.Candidate, capped int) {
	g := r.grid()
	n := r.N()
	type result struct {
		pairs  []link.Candidate
		capped int
	}
	type room struct {
		passed     cursors
		all, close []int32
		pairs      []link.Candidate
	}
	results := make([]result, (n+blockRows-1)/blockRows)
	// Blocks are handed out in ascending order, as the cursors need it.
	link.EachWith(n, blockRows, func() *room { return &room{passed: g.cursors()} }, func(own *room, from, to int) {
		if ctx.Err() != nil {
			return
		}
		out := &results[from/blockRows]
		own.pairs = own.pairs[:0]
		for i := from; i < to; i++ {
			if r.lat[i] != r.lat[i] || r.first[i] > r.last[i] {
				continue
			}
			all, close := own.all[:0], own.close[:0]
			seen := 0
			lat, lon, cos := r.lat[i], r.lon[i], r.cosLat[i]
			r.near(g, own.passed, int32(i), sweepDays, func(s *spot) bool {
				seen++
				if d := lat - s.lat; d > farLat || d < -farLat {
					return seen < mostSeen
				}
				km := flatKm(lat, lon, cos, s.lat, s.lon, s.cos)
				if km <= sweepKm {
					all = append(all, s.at)
					if km <= closeKm && s.first <= r.last[i]+closeDays && len(close) < mostNear {
						close = append(close, s.at)
					}
				}
				return seen < mostSeen
			})
			own.all, own.close = all, close
			if len(all) > someNear {
				out.capped++
				all = close
			}
			slices.Sort(all)
			for _, j := range all {
				own.pairs = append(own.pairs, link.Candidate{A: int32(i), B: j, Keys: 1})
			}
		}
		out.pairs = slices.Clone(own.pairs)
	})
	all := 0
	for _, x := range results {
		all += len(x.pairs)
	}
	pairs = make([]link.Candidate, 0, all)
	for k, x := range results {
		pairs = append(pairs, x.pairs...)
		capped += x.capped
		results[k].pairs = nil
	}
	return pairs, capped
}

// setCrowd classes each record by the number of records that lie within a day and 10 km: where there are many, being near
// says little.
func (r *Records) setCrowd(near []link.Candidate) {
	n := make([]uint16, r.N())
	for _, c := range near {
		if r.first[c.B] <= r.last[c.A]+1 && r.km(c.A, c.B) <= 10 {
			for _, i := range []int32{c.A, c.B} {
				if n[i] < math.MaxUint16 {
					n[i]++
				}
			}
		}
	}
	r.crowd = make([]uint8, r.N())
	for i, k := range n {
		switch {
		case k <= 2:
			r.crowd[i] = 1
		case k <= 5:
			r.crowd[i] = 2
		case k <= 11:
			r.crowd[i] = 3
		case k <= 24:
			r.crowd[i] = 4
		default:
			r.crowd[i] = 5
		}
	}
}

// Candidates returns the pairs worth comparing, ordered, with what each key came to.
func (r *Records) Candidates(ctx context.Context) ([]link.Candidate, []link.BlockStat, error) {
	near, n := r.sweep(ctx)
	r.setCrowd(near)
	capped := []int{n}
	var others []link.Candidate
	for k, key := range r.keys() {
		more, n := key.Blocks(ctx, r.N(), 1<<(k+1))
		others = link.Join(others, more)
		capped = append(capped, n)
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
	}
	pairs := link.Join(near, others)
	r.setUnits(pairs)
	r.setDaySums(pairs)
	return pairs, link.Stats(pairs, keyNames, capped), ctx.Err()
}

// span is the width of the buckets of time of the keys, in days. A record is in its bucket and in the next, so that two
// records of less than that many days apart share one.
// Claims about one incident may be dated weeks apart by mistake, and are few, so that they are looked up more widely.
const (
	span       = 4
	spanClaims = 31
)

func (r *Records) keys() []link.Key {
	timed := func(name string, limit int, values func(i int32, add func(uint64))) link.Key {
		return link.Key{Name: name, Cap: limit, Window: limit / 8, Emit: func(i int32, add func(uint64)) {
			if r.first[i] > r.last[i] {
				return
			}
			values(i, func(v uint64) {
				b := int64(r.first[i]) / span
				add(mix(v, uint64(b)))
				add(mix(v, uint64(b+1)))
				if r.claims[r.data[i]] {
					b := int64(r.first[i]) / spanClaims
					add(mix(v|5<<40, uint64(b)))
					add(mix(v|5<<40, uint64(b+1)))
				}
				if e := int64(r.last[i]) / span; e > b+1 {
					add(mix(v, uint64(e)))
				}
			})
		}}
	}
	return []link.Key{
		timed(keyNames[1], 120, func(i int32, add func(uint64)) {
			for _, t := range r.places.of(i) {
				add(uint64(t) | 1<<40)
			}
		}),
		timed(keyNames[2], 60, func(i int32, add func(uint64)) {
			if h := r.headline.of(i); len(h) >= 4 {
				v := uint64(0)
				for _, t := range h {
					v = mix(v, uint64(t))
				}
				add(v)
			}
		}),
		timed(keyNames[3], 40, func(i int32, add func(uint64)) {
			for _, t := range r.rarest(i, 4) {
				add(uint64(t) | 2<<40)
			}
		}),
		timed(keyNames[4], 60, func(i int32, add func(uint64)) {
			for _, t := range r.actors.of(i) {
				if r.actorDF[bucket(t)] <= 50 {
					add(uint64(t) | 3<<40)
				}
			}
		}),
		timed(keyNames[5], 60, func(i int32, add func(uint64)) {
			if r.radius[i] >= 50 && r.admin1[i] != 0 {
				add(uint64(r.admin1[i]) | 4<<40)
			}
		}),
		timed(keyNames[6], 60, func(i int32, add func(uint64)) {
			if r.note[i] != 0 {
				add(r.note[i])
			}
		}),
	}
}

func mix(a, b uint64) uint64 {
	a = (a ^ (b<<1 | 1)) * 0x9e3779b97f4a7c15
	return a ^ a>>29 ^ b*0xe7037ed1a0b428db
}

// rarest lists the n rarest tokens of a record that occur in another one at all.
func (r *Records) rarest(i int32, n int) []uint32 {
	const most = 40
	type seen struct {
		n uint32
		t uint32
	}
	var best [8]seen
	k := 0
	for _, t := range r.text.of(i) {
		c := r.df[bucket(t)]
		if c < 2 || c > most {
			continue
		}
		at := k
		for at > 0 && (best[at-1].n > c || best[at-1].n == c && best[at-1].t > t) {
			at--
		}
		if at < n {
			copy(best[at+1:min(n, k+1)], best[at:min(n, k+1)-1])
			best[at] = seen{c, t}
			k = min(n, k+1)
		}
	}
	out := make([]uint32, k)
	for x := range k {
		out[x] = best[x].t
	}
	return out
}
