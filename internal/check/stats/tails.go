package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// least is the smallest p-value that is stated: below it the normal and t approximations mean nothing, and a zero would
// claim certainty.
const least = 1e-300

// Upper returns the probability that a standard normal variable is at least z.
func Upper(z float64) float64 { return max(math.Erfc(z/math.Sqrt2)/2, least) }

// Both returns the probability that a standard normal variable is at least as far from 0 as z.
func Both(z float64) float64 { return max(math.Erfc(math.Abs(z)/math.Sqrt2), least) }

// BothT is Both for Student's t with df > 0 degrees of freedom.
func BothT(t, df float64) float64 {
	return max(2*distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Survival(math.Abs(t)), least)
}

// Size estimates the size r of a negative binomial distribution, for which the variance is mean + mean²/r, from a mean and
// a variance by moments. It is +Inf, the Poisson distribution, where the variance does not exceed the mean.
func Size(mean, variance float64) float64 {
	if variance <= mean || mean <= 0 {
		return math.Inf(1)
	}
	return mean * mean / (variance - mean)
}

// LogZero returns the logarithm of the probability of a count of zero under a negative binomial distribution with the given
// mean and size.
func LogZero(mean, size float64) float64 {
	if math.IsInf(size, 1) {
		return -mean
	}
	return -size * math.Log1p(mean/size)
}

// Moments returns the mean and the sample variance (0 for fewer than two values).
func Moments[T int32 | float64](v []T) (mean, variance float64) {
	if len(v) == 0 {
		return 0, 0
	}
	for _, x := range v {
		mean += float64(x)
	}
	mean /= float64(len(v))
	if len(v) < 2 {
		return mean, 0
	}
	for _, x := range v {
		variance += (float64(x) - mean) * (float64(x) - mean)
	}
	return mean, variance / float64(len(v)-1)
}

// Autocorrelation returns the correlation of successive values, 0 where they do not vary. Values around a level of their
// own are centred on it before by the caller where they come from several levels.
func Autocorrelation(centred ...[]float64) float64 {
	var products, squares float64
	for _, v := range centred {
		for i, x := range v {
			squares += x * x
			if i > 0 {
				products += x * v[i-1]
			}
		}
	}
	if squares == 0 {
		return 0
	}
	return products / squares
}

// Independent returns how many independent values n values with the given correlation of successive ones are worth, at
// least 1: n(1-ρ)/(1+ρ) for an autoregressive series of first order. Negative correlation is taken as none.
func Independent(n int, rho float64) float64 {
	rho = min(max(rho, 0), 0.95)
	return max(1, float64(n)*(1-rho)/(1+rho))
}
