package latent

import (
	"math"
	"math/bits"

	"github.com/assaydata/assay/internal/coverage/capture"
)

// chain is the state of one Gibbs sampler: the blocked sampler of Ishwaran and James (2001) for a stick-breaking prior cut at K
// classes, with the unseen cases as part of the data (Manrique-Vallier 2016).
//
// Cases with one capture pattern are alike, so that a sweep never looks at cases: the members of a pattern are divided among
// the classes by one multinomial draw, and the unseen ones are the members of the pattern that no list has. The cost of a sweep is of
// the order of patterns times classes, whatever the number of cases.
type chain struct {
	rnd     *source
	classes int
	lists   int
	a, b    float64
	cap     int64 // greatest number of unseen cases

	n       int64
	pattern []uint32
	count   []int64

	low     int       // lists of the lower half of a pattern
	tables  []float64 // probability of each half pattern by class: first the lower halves, then the upper ones
	order   []int     // classes, the largest first: most cases are then divided among the first few
	weights []float64 // of the classes in that order, scratch of one pattern
	tail    []float64 // sums of weights from a place in the order to the last

	alpha  float64
	share  []float64 // of each class: pi
	lambda []float64 // probability of capture, class by class, list by list
	on     []int64   // cases of a class on a list, likewise
	size   []int64   // cases of a class
	unseen int64
}

func newChain(t *capture.Table, o *Options, seed uint64) *chain {
	k, j := o.Classes, len(t.Lists)
	c := &chain{
		rnd: newSource(seed, 0), classes: k, lists: j, a: o.A, b: o.B,
		n: t.N(), pattern: t.Pattern, count: t.Count, low: j / 2,
		order: make([]int, k), weights: make([]float64, k), tail: make([]float64, k+1),
		share: make([]float64, k), lambda: make([]float64, k*j), on: make([]int64, k*j), size: make([]int64, k),
	}
	c.tables = make([]float64, k*(1<<c.low+1<<(j-c.low)))
	c.cap = unseenCap(t, o)
	c.alpha = o.WarmUpAlpha / float64(k)
	for i := range c.share {
		c.share[i] = 1 / float64(k)
		c.order[i] = i
	}
	// No case is caught with a greater probability than the share of the seen that a list has, on average. Starting anywhere below that spreads the
	// chains more widely than the posterior, as R-hat needs, and yet within reach of it.
	for i := range c.lambda {
		c.lambda[i] = c.rnd.uniform() * float64(t.Size(i%j)) / float64(c.n)
	}
	return c
}

func unseenCap(t *capture.Table, o *Options) int64 { return int64(math.Ceil(o.Cap * float64(t.N()))) }

// warmUp runs sweeps at a fixed small alpha, which lets classes form before their number is free, and then orders the
// classes by size: stick-breaking expects the great ones first.
func (c *chain) warmUp(sweeps int, stop func() bool) bool {
	for i := range sweeps {
		if i%256 == 0 && stop() {
			return false
		}
		c.sweep(false)
	}
	for i := range c.classes {
		greatest := i
		for k := i + 1; k < c.classes; k++ {
			if c.size[k] > c.size[greatest] {
				greatest = k
			}
		}
		c.size[i], c.size[greatest] = c.size[greatest], c.size[i]
		for j := range c.lists {
			x, y := i*c.lists+j, greatest*c.lists+j
			c.on[x], c.on[y] = c.on[y], c.on[x]
			c.lambda[x], c.lambda[y] = c.lambda[y], c.lambda[x]
		}
	}
	c.sticks(false)
	return true
}

// sweep updates everything once.
func (c *chain) sweep(free bool) {
	c.halves()
	c.sort()
	clear(c.on)
	clear(c.size)
	for i, p := range c.pattern {
		c.weigh(p)
		c.divide(p, c.count[i])
	}
	c.drawUnseen()
	c.captures()
	c.sticks(free)
}

// sort orders the classes by size. The order of one sweep is nearly that of the next.
func (c *chain) sort() {
	for i := 1; i < len(c.order); i++ {
		class := c.order[i]
		j := i
		for ; j > 0 && c.size[c.order[j-1]] < c.size[class]; j-- {
			c.order[j] = c.order[j-1]
		}
		c.order[j] = class
	}
}

// halves fills the tables from which weigh makes the probability of a pattern in a class: one for the lists of the lower half of
// the bits, with the share of the class in it, and one for the upper half.
func (c *chain) halves() {
	k := c.classes
	half := func(table []float64, from, to int, share bool) {
		for i := range k {
			table[i] = 1
			if share {
				table[i] = c.share[i]
			}
		}
		for j := from; j < to; j++ {
			size := k << (j - from)
			for r := 0; r < size; r += k {
				for i := range k {
					l := c.lambda[i*c.lists+j]
					w := table[r+i]
					table[r+i] = w * (1 - l)
					table[size+r+i] = w * l
				}
			}
		}
	}
	half(c.tables, 0, c.low, true)
	half(c.tables[k<<c.low:], c.low, c.lists, false)
}

// weigh sets the weights of the classes for a pattern: share times the probability of the pattern.
func (c *chain) weigh(p uint32) {
	k := c.classes
	lo := c.tables[int(p&(1<<c.low-1))*k:][:k]
	hi := c.tables[k<<c.low+int(p>>c.low)*k:][:k]
	order := c.order[:k]
	weights, tail := c.weights[:k], c.tail[:k]
	sum := 0.0
	for r := k - 1; r >= 0; r-- {
		w := lo[order[r]] * hi[order[r]]
		weights[r] = w
		sum += w
		tail[r] = sum
	}
}

// single is the number of cases up to which each case is drawn by itself, as cheap as one binomial for each class.
const single = 4

// divide draws the classes of the cases of one pattern.
func (c *chain) divide(p uint32, count int64) {
	if count <= single {
		for range count {
			u := c.rnd.uniform() * c.tail[0]
			r := 0
			for r+1 < c.classes && u < c.tail[r+1] {
				r++
			}
			c.add(c.order[r], p, 1)
		}
		return
	}
	for r := 0; r < c.classes && count > 0; r++ {
		x := count
		if r+1 < c.classes && c.tail[r+1] > 0 {
			x = c.rnd.binomial(count, c.weights[r]/c.tail[r])
		}
		if x > 0 {
			c.add(c.order[r], p, x)
			count -= x
		}
	}
}

func (c *chain) add(class int, p uint32, x int64) {
	c.size[class] += x
	on := c.on[class*c.lists:]
	for ; p != 0; p &= p - 1 {
		on[bits.TrailingZeros32(p)] += x
	}
}

// drawUnseen draws how many cases no list has, and their classes. With a prior of 1/N their number is negative binomial: a
// Poisson variable with a gamma one as its mean.
func (c *chain) drawUnseen() {
	c.weigh(0)
	miss := c.tail[0]
	seen := 0.0
	for r, w := range c.weights {
		seen += c.share[c.order[r]] - w
	}
	const patience = 64
	for try := 0; ; try++ {
		x := int64(math.MaxInt64)
		if mean := c.rnd.gamma(float64(c.n)) * miss / seen; mean < 4*float64(c.cap)+1000 { // else hopelessly over the cap
			x = c.rnd.poisson(mean)
		}
		if x <= c.cap {
			c.unseen = x
			break
		}
		if try == patience {
			c.unseen = c.truncated(miss / (miss + seen))
			break
		}
	}
	c.divide(0, c.unseen)
}

// truncated draws from the negative binomial below the cap where nearly all of it lies above: its probabilities then fall fast
// from the cap downwards, and so are added up from there.
func (c *chain) truncated(miss float64) int64 {
	total, term := 0.0, 1.0
	var last int64
	for x := c.cap; ; x-- {
		total += term
		last = x
		if x == 0 || term < 1e-15*total {
			break
		}
		term *= float64(x) / (float64(c.n+x-1) * miss)
	}
	u := c.rnd.uniform() * total
	term = 1
	for x := c.cap; ; x-- {
		if u -= term; u < 0 || x == last {
			return x
		}
		term *= float64(x) / (float64(c.n+x-1) * miss)
	}
}

// captures draws the probabilities of capture. They are kept off 0 and 1 so far that the product over all lists neither
// underflows nor loses a class for good.
func (c *chain) captures() {
	const edge = 1e-16
	for i := range c.classes {
		size := c.size[i]
		row := c.lambda[i*c.lists:][:c.lists]
		on := c.on[i*c.lists:][:c.lists]
		for j := range row {
			if size == 0 {
				row[j] = c.rnd.uniform()
				continue
			}
			x, y := c.rnd.gamma(float64(1+on[j])), c.rnd.gamma(float64(1+size-on[j]))
			row[j] = min(max(x/(x+y), edge), 1-edge)
		}
	}
}

// sticks draws the shares of the classes, and alpha if it is free.
func (c *chain) sticks(free bool) {
	rest := c.n + c.unseen
	left, logLeft := 1.0, 0.0
	last := c.classes - 1
	for i := range last {
		rest -= c.size[i]
		var v float64
		switch {
		case rest > 0:
			x := c.rnd.gamma(float64(1 + c.size[i]))
			y := c.rnd.gamma(c.alpha + float64(rest))
			v = x / (x + y)
			logLeft += math.Log(y / (x + y))
		case c.size[i] == 0: // no case here or later: the prior, whose distribution function inverts
			d := math.Log(c.rnd.uniform()) / c.alpha
			v = -math.Expm1(d)
			logLeft += d
		default:
			x := math.Log(c.rnd.gamma(float64(1 + c.size[i])))
			y := c.rnd.logGamma(c.alpha)
			both := x + math.Log1p(math.Exp(y-x))
			if y > x {
				both = y + math.Log1p(math.Exp(x-y))
			}
			v = -math.Expm1(y - both)
			logLeft += y - both
		}
		c.share[i] = left * v
		left = math.Exp(logLeft)
	}
	c.share[last] = left
	if free && last > 0 {
		c.alpha = c.rnd.gamma(c.a+float64(last)) / (c.b - logLeft)
	}
}
