package latent

import (
	"math"
	"math/rand/v2"
)

// source draws from the distributions that a sweep needs. One chain has one source; nothing is shared, so that a chain is the
// same whatever runs beside it.
type source struct {
	pcg *rand.PCG
	rng *rand.Rand
}

func newSource(seed, stream uint64) *source {
	pcg := rand.NewPCG(seed, stream)
	return &source{pcg: pcg, rng: rand.New(pcg)}
}

// uniform is in (0, 1), both ends left out, so that its logarithm is finite.
func (s *source) uniform() float64 {
	return (float64(s.pcg.Uint64()>>12) + 0.5) * (1.0 / (1 << 52))
}

// gamma draws from Gamma(shape, 1) for a shape of at least 1/3 (Marsaglia and Tsang 2000, ACM Transactions on Mathematical
// Software 26:363-372).
func (s *source) gamma(shape float64) float64 {
	d := shape - 1.0/3
	c := 1 / math.Sqrt(9*d)
	for {
		x := s.rng.NormFloat64()
		v := 1 + c*x
		if v <= 0 {
			continue
		}
		v = v * v * v
		u := s.uniform()
		if u < 1-0.0331*x*x*x*x {
			return d * v
		}
		if math.Log(u) < 0.5*x*x+d*(1-v+math.Log(v)) {
			return d * v
		}
	}
}

// logGamma draws the logarithm of Gamma(shape, 1) for any shape above 0: at small shapes the value itself underflows.
func (s *source) logGamma(shape float64) float64 {
	if shape >= 1 {
		return math.Log(s.gamma(shape))
	}
	return math.Log(s.gamma(shape+1)) + math.Log(s.uniform())/shape
}

// few is the mean below which inversion by adding up terms is cheaper than rejection. Hörmann's rejection needs at least 10.
const few = 10

// binomial draws the number of successes of n trials with probability p: by inversion for small means, else by
// transformed rejection (algorithm BTRS of Hörmann 1993, Journal of Statistical Computation and Simulation 46:101-110).
func (s *source) binomial(n int64, p float64) int64 {
	switch {
	case n == 0 || p <= 0:
		return 0
	case p >= 1:
		return n
	case p > 0.5:
		return n - s.binomialLow(n, 1-p)
	}
	return s.binomialLow(n, p)
}

func (s *source) binomialLow(n int64, p float64) int64 {
	mean := float64(n) * p
	if mean < few {
		u := s.uniform()
		if u < 1-mean { // (1-p)^n is at least 1-np: no success, without a power
			return 0
		}
		term := math.Exp(float64(n) * math.Log1p(-p))
		odds := p / (1 - p)
		for k := int64(0); k < n; k++ {
			if u < term {
				return k
			}
			u -= term
			term *= odds * float64(n-k) / float64(k+1)
			if term < 1e-300 { // rounding left a rest of u that no term holds
				return k
			}
		}
		return n
	}
	q := 1 - p
	spq := math.Sqrt(mean * q)
	b := 1.15 + 2.53*spq
	a := -0.0873 + 0.0248*b + 0.01*p
	c := mean + 0.5
	vr := 0.92 - 4.2/b
	alpha := (2.83 + 5.1/b) * spq
	mode := math.NaN() // log probability of the mode, once it is needed
	for {
		u := s.uniform() - 0.5
		v := s.uniform()
		us := 0.5 - math.Abs(u)
		kf := math.Floor((2*a/us+b)*u + c)
		if kf < 0 || kf > float64(n) {
			continue
		}
		if us >= 0.07 && v <= vr {
			return int64(kf)
		}
		if math.IsNaN(mode) {
			mode = logBinomial(math.Floor(float64(n+1)*p), float64(n), p)
		}
		if math.Log(v*alpha/(a/(us*us)+b)) <= logBinomial(kf, float64(n), p)-mode {
			return int64(kf)
		}
	}
}

// poisson draws from a Poisson distribution: by inversion for small means, else by transformed rejection (algorithm PTRS of
// Hörmann 1993, Insurance: Mathematics and Economics 12:39-45).
func (s *source) poisson(mean float64) int64 {
	if mean <= 0 {
		return 0
	}
	if mean < few {
		u := s.uniform()
		term := math.Exp(-mean)
		for k := int64(0); ; k++ {
			if u < term || term < 1e-300 {
				return k
			}
			u -= term
			term *= mean / float64(k+1)
		}
	}
	b := 0.931 + 2.53*math.Sqrt(mean)
	a := -0.059 + 0.02483*b
	scale := 1.1239 + 1.1328/(b-3.4)
	vr := 0.9277 - 3.6224/(b-2)
	for {
		u := s.uniform() - 0.5
		v := s.uniform()
		us := 0.5 - math.Abs(u)
		kf := math.Floor((2*a/us+b)*u + mean + 0.43)
		if kf < 0 || us < 0.013 && v > us {
			continue
		}
		if us >= 0.07 && v <= vr {
			return int64(kf)
		}
		if math.Log(v*scale/(a/(us*us)+b)) <= logPoisson(kf, mean) {
			return int64(kf)
		}
	}
}

// logPoisson and logBinomial are logarithms of probabilities in the saddle-point form of Loader (2000), which keeps its
// digits where differences of log-factorials would lose them: counts of 10^9 and more.
func logPoisson(k, mean float64) float64 {
	if k == 0 {
		return -mean
	}
	return -stirling(k) - deviance(k, mean) - 0.5*math.Log(2*math.Pi*k)
}

func logBinomial(k, n, p float64) float64 {
	switch k {
	case 0:
		return n * math.Log1p(-p)
	case n:
		return n * math.Log(p)
	}
	return stirling(n) - stirling(k) - stirling(n-k) - deviance(k, n*p) - deviance(n-k, n*(1-p)) +
		0.5*math.Log(n/(2*math.Pi*k*(n-k)))
}

// stirling is the error of Stirling's formula for log n!.
func stirling(n float64) float64 {
	if n < 16 {
		l, _ := math.Lgamma(n + 1)
		return l - (n+0.5)*math.Log(n) + n - 0.5*math.Log(2*math.Pi)
	}
	r := 1 / (n * n)
	return (1.0/12 - (1.0/360-(1.0/1260-r/1680)*r)*r) / n
}

// deviance is x log(x/m) + m - x, by its series where x is near m.
func deviance(x, m float64) float64 {
	if math.Abs(x-m) >= 0.1*(x+m) {
		return x*math.Log(x/m) + m - x
	}
	v := (x - m) / (x + m)
	sum := (x - m) * v
	term := 2 * x * v
	v *= v
	for j := 3.0; ; j += 2 {
		term *= v
		next := sum + term/j
		if next == sum {
			return sum
		}
		sum = next
	}
}
