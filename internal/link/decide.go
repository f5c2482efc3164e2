package link

import (
	"cmp"
	"slices"
)

// Scored is a candidate with its log odds in bits, of being one thing and of being one thing or parts of one.
type Scored struct {
	A, B          int32
	Same, Related float32
}

// Population is what deciding must know of the records, by their positions. Positions follow from the content of the records, so
// that whatever is settled by them does not depend on the order of files or rows.
type Population struct {
	Data []uint16 // dataset
	Unit []int32  // the first of the rows of one dataset that tell of one thing; the record itself where it stands alone
	Many []bool   // by dataset: several units about one thing are normal (tables of claims)

	// Single marks datasets that are known to hold nothing twice: they give at most one unit to each thing.
	Single []bool

	Must   [][2]int32 // decided to be one thing
	Cannot [][2]int32 // decided not to be
}

// A dataset that tells one thing twice is the exception: two of its units in one cluster cost twiceBits, and must not look too
// different from each other.
const (
	twiceBits  = -0.3
	twiceLeast = -3
)

// apartBits is what speaks against two records in one cluster of which no key made a candidate.
const apartBits = -4

// manyBits is the same between two tables of claims: there many records tell of one thing, so that pairs go uncompared because
// blocks are capped, not because nothing brings them together.
const manyBits = -0.5

// clusters is the state of the assignment over units.
type clusters struct {
	p      *Population
	of     []int32           // cluster of each record that is a unit, named by a unit
	some   []bool            // by the name of a cluster: it has more than one unit
	units  map[int32][]int32 // the units of these
	edges  [][]edge          // by unit, ordered by the other unit
	cannot map[[2]int32]bool
	must   map[[2]int32]bool
}

type edge struct {
	to   int32
	bits float32
}

// Assign partitions the units so that the sum of the log odds of all pairs within a part is as large as joining greedily and
// then moving single units makes it, under the constraints: a dataset marked Single gives one unit to a part, pairs
// that must or cannot be together are. It returns for each record the cluster of its unit, named by a position.
//
// Sums over all pairs split chains at their weak bridges: a record that goes with one member only and against the others
// stays out.
func Assign(p *Population, pairs []Scored) []int32 {
	if p.Single == nil {
		p.Single = make([]bool, len(p.Many))
	}
	c := newClusters(p, pairs)
	c.join()
	c.improve()
	out := make([]int32, len(p.Data))
	for i := range out {
		out[i] = c.of[p.Unit[i]]
	}
	return out
}

func newClusters(p *Population, pairs []Scored) *clusters {
	c := &clusters{
		p: p, of: make([]int32, len(p.Data)), some: make([]bool, len(p.Data)), units: map[int32][]int32{}, edges: make([][]edge, len(p.Data)),
		cannot: map[[2]int32]bool{}, must: map[[2]int32]bool{},
	}
	for i := range c.of {
		c.of[i] = int32(i)
	}
	for _, d := range p.Cannot {
		c.cannot[unitPair(p, d[0], d[1])] = true
	}
	for _, d := range p.Must {
		c.must[unitPair(p, d[0], d[1])] = true
	}
	degree := make([]int32, len(p.Data))
	total := 0
	for _, s := range pairs {
		if a, b := p.Unit[s.A], p.Unit[s.B]; a != b {
			degree[a]++
			degree[b]++
			total += 2
		}
	}
	flat := make([]edge, 0, total)
	for i, n := range degree {
		c.edges[i] = flat[len(flat) : len(flat) : len(flat)+int(n)]
		flat = flat[:len(flat)+int(n)]
	}
	for _, s := range pairs {
		if a, b := p.Unit[s.A], p.Unit[s.B]; a != b {
			c.edges[a] = append(c.edges[a], edge{b, s.Same})
			c.edges[b] = append(c.edges[b], edge{a, s.Same})
		}
	}
	Each(len(c.edges), blockSize, func(from, to int) {
		for i := from; i < to; i++ {
			list := c.edges[i]
			if ascending(list) { // as they are where no rows make up one unit
				continue
			}
			slices.SortFunc(list, func(x, y edge) int { return cmp.Or(cmp.Compare(x.to, y.to), cmp.Compare(y.bits, x.bits)) })
			c.edges[i] = slices.CompactFunc(list, func(x, y edge) bool { return x.to == y.to }) // the best of the rows of two units
		}
	})
	return c
}

func ascending(list []edge) bool {
	for i := 1; i < len(list); i++ {
		if list[i-1].to >= list[i].to {
			return false
		}
	}
	return true
}

func unitPair(p *Population, a, b int32) [2]int32 {
	a, b = p.Unit[a], p.Unit[b]
	if b < a {
		a, b = b, a
	}
	return [2]int32{a, b}
}

func (c *clusters) bits(a, b int32) float64 {
	list := c.edges[a]
	if len(c.edges[b]) < len(list) {
		list, b = c.edges[b], a
	}
	if i, ok := slices.BinarySearchFunc(list, b, func(e edge, t int32) int { return cmp.Compare(e.to, t) }); ok {
		return float64(list[i].bits)
	}
	if c.p.Many[c.p.Data[a]] && c.p.Many[c.p.Data[b]] {
		return manyBits
	}
	return apartBits
}

// members are the units of a cluster. Lone holds the one of a cluster that has no other.
func (c *clusters) members(of int32, lone *[1]int32) []int32 {
	if c.some[of] {
		return c.units[of]
	}
	lone[0] = of
	return lone[:]
}

// set makes units those of a cluster.
func (c *clusters) set(of int32, units []int32) {
	if c.some[of] = len(units) > 1; c.some[of] {
		c.units[of] = units
	} else {
		delete(c.units, of)
	}
}

// allowed reports whether two units may be in one cluster.
func (c *clusters) allowed(a, b int32) bool {
	if len(c.must) > 0 && c.must[unitPair(c.p, a, b)] {
		return true
	}
	if len(c.cannot) > 0 && c.cannot[unitPair(c.p, a, b)] {
		return false
	}
	if c.p.Data[a] != c.p.Data[b] || c.p.Many[c.p.Data[a]] {
		return true
	}
	return !c.p.Single[c.p.Data[a]] && c.bits(a, b) > twiceLeast
}

// gain is what joining two sets of units adds, false where a constraint forbids it.
func (c *clusters) gain(x, y []int32) (float64, bool) {
	sum := 0.0
	for _, a := range x {
		for _, b := range y {
			if !c.allowed(a, b) {
				return 0, false
			}
			if c.p.Data[a] == c.p.Data[b] && !c.p.Many[c.p.Data[a]] {
				sum += twiceBits
				continue
			}
			sum += c.bits(a, b)
		}
	}
	return sum, true
}

func (c *clusters) merge(a, b int32) {
	x, y := c.of[a], c.of[b]
	if x == y {
		return
	}
	if y < x {
		x, y = y, x
	}
	var one, other [1]int32
	joining := c.members(y, &other)
	all := slices.Concat(c.members(x, &one), joining)
	slices.Sort(all)
	for _, u := range joining {
		c.of[u] = x
	}
	c.set(x, all)
	c.set(y, nil)
}

// join joins clusters pair by pair, the most probable first, wherever that adds to the sum.
func (c *clusters) join() {
	for _, d := range c.p.Must {
		c.merge(c.p.Unit[d[0]], c.p.Unit[d[1]])
	}
	type pair struct {
		a, b int32
		bits float32
	}
	var list []pair
	for a, edges := range c.edges {
		for _, e := range edges {
			if int32(a) < e.to && e.bits > 0 {
				list = append(list, pair{int32(a), e.to, e.bits})
			}
		}
	}
	slices.SortFunc(list, func(x, y pair) int {
		return cmp.Or(cmp.Compare(y.bits, x.bits), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	var one, other [1]int32
	for _, p := range list {
		x, y := c.of[p.a], c.of[p.b]
		if x == y {
			continue
		}
		if g, ok := c.gain(c.members(x, &one), c.members(y, &other)); ok && g > 0 {
			c.merge(p.a, p.b)
		}
	}
}

// mostSweeps bounds the moves; in practice two or three suffice.
const mostSweeps = 10

// improve moves single units between clusters as long as that adds to the sum.
func (c *clusters) improve() {
	held := map[int32]bool{}
	for k := range c.must {
		held[k[0]], held[k[1]] = true, true
	}
	for range mostSweeps {
		moved := false
		for a := range c.edges {
			u := int32(a)
			if c.p.Unit[u] != u || len(c.edges[u]) == 0 || held[u] {
				continue
			}
			if c.move(u) {
				moved = true
			}
		}
		if !moved {
			return
		}
	}
}

// move puts a unit where it adds most.
func (c *clusters) move(u int32) bool {
	home := c.of[u]
	var others []int32 // of the cluster
	if c.some[home] {
		others = slices.DeleteFunc(slices.Clone(c.units[home]), func(x int32) bool { return x == u })
	}
	self := [...]int32{u}
	stay := 0.0
	if len(others) > 0 {
		stay, _ = c.gain(self[:], others)
	}
	best, to := 0.0, int32(-1) // alone
	var lone [1]int32
	for _, e := range c.edges[u] {
		there := c.of[e.to]
		if there == home || e.bits <= 0 {
			continue
		}
		if g, ok := c.gain(self[:], c.members(there, &lone)); ok && g > best+1e-9 {
			best, to = g, there
		}
	}
	const least = 1e-6
	if best <= stay+least || to < 0 && len(others) == 0 {
		return false
	}
	c.leave(u, others)
	if to >= 0 {
		c.merge(u, to)
	}
	return true
}

// leave makes a unit a cluster of its own.
func (c *clusters) leave(u int32, others []int32) {
	c.set(c.of[u], nil)
	c.of[u] = u
	if len(others) == 0 {
		return
	}
	name := others[0]
	for _, x := range others {
		c.of[x] = name
	}
	c.set(name, others)
}
