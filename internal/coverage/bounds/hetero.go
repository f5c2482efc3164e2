package bounds

import (
	"math"
	"math/bits"

	"github.com/assaydata/assay/internal/coverage/capture"
	"github.com/assaydata/assay/internal/coverage/glm"
)

// Closed is one model of a closed population.
type Closed struct {
	// Name is that of Otis et al. 1978 (Wildlife Monographs 62): t for lists that differ in size, h for cases that differ in how
	// easily they are seen, by the form named.
	Name string
	// Assumes says in words what identifies the estimate.
	Assumes string
	// LowerBound is set where the estimate is one.
	LowerBound bool
	Estimate
}

// form is a shape of heterogeneity: what it adds to the logarithm of the expectation of a case seen k times (Rivest and
// Baillargeon 2007, Biometrics 63:999).
type form struct {
	name, assumes string
	add           func(k float64) float64
}

var forms = []form{
	{"Poisson2", "the logit of being seen varies between cases as a Poisson variable scaled by ln 2", func(k float64) float64 { return math.Exp2(k) - 1 }},
	{"Darroch", "the logit of being seen varies between cases as a normal variable", func(k float64) float64 { return k * k / 2 }},
	{"Gamma3.5", "the logit of being seen varies between cases as a gamma variable with parameter 3.5", func(k float64) float64 { return math.Log(3.5) - math.Log(3.5+k) }},
}

// Models fits M0, Mt, Mh and Mth in the form of Chao, and Mth in three parametric forms, as log-linear models. Mb and Mbh,
// which assume an order of capture that lists do not have, are not among them.
func Models(t *capture.Table) []Closed {
	seen := Seen(t)
	var out []Closed
	out = append(out, Closed{Name: "M0", Assumes: "lists are independent and equally large, and every case is equally likely to be on them", Estimate: common(seen, false)})
	out = append(out, Closed{Name: "Mt", Assumes: "lists are independent, and every case is equally likely to be on each of them", Estimate: perList(t, nil)})
	out = append(out, Closed{Name: "Mh Chao", Assumes: "lists are independent and equally large; cases differ in any way: a lower bound", LowerBound: true, Estimate: common(seen, true)})
	out = append(out, Closed{Name: "Mth Chao", Assumes: "lists are independent for each case; cases differ in any way: a lower bound", LowerBound: true, Estimate: chaoColumns(t)})
	for _, f := range forms {
		out = append(out, Closed{Name: "Mth " + f.name, Assumes: "lists are independent for each case, and " + f.assumes, Estimate: perList(t, []func(float64) float64{f.add})})
	}
	return out
}

// excess are the columns of Chao's form for a number of lists: one for every number of captures from 3 on, each also in all
// greater ones, whose coefficients are not negative if cases differ at all.
func excess(lists int) []func(float64) float64 {
	var out []func(float64) float64
	for j := 3; j <= lists; j++ {
		out = append(out, func(k float64) float64 { return max(0, k-float64(j)+1) })
	}
	return out
}

// chaoColumns fits Mth in Chao's form: columns whose coefficient comes out negative are left out, all at once, until none is.
func chaoColumns(t *capture.Table) Estimate {
	return untilPositive(excess(len(t.Lists)), func(columns []func(float64) float64) (*glm.Poisson, error) {
		m := listModel(t, columns)
		return m, fit(m)
	}, len(t.Lists)+1, float64(t.N()))
}

func untilPositive(columns []func(float64) float64, run func([]func(float64) float64) (*glm.Poisson, error), before int, seen float64) Estimate {
	for {
		m, err := run(columns)
		if err != nil {
			return none(err.Error())
		}
		var kept []func(float64) float64
		for i, c := range columns {
			if m.Beta[before+i] >= 0 {
				kept = append(kept, c)
			}
		}
		if len(kept) == len(columns) {
			return estimate(m, seen)
		}
		columns = kept
	}
}

// common fits M0, or Mh in Chao's form, to the numbers of cases by how often they were seen.
func common(seen []int64, chao bool) Estimate {
	lists := len(seen)
	var n float64
	for _, c := range seen {
		n += float64(c)
	}
	var columns []func(float64) float64
	if chao {
		columns = excess(lists)
	}
	return untilPositive(columns, func(columns []func(float64) float64) (*glm.Poisson, error) {
		m := &glm.Poisson{P: 2 + len(columns)}
		choose := 1.0
		for k := 1; k <= lists; k++ {
			choose *= float64(lists-k+1) / float64(k)
			m.Y, m.Offset = append(m.Y, float64(seen[k-1])), append(m.Offset, math.Log(choose))
			m.X = append(m.X, 1, float64(k))
			for _, c := range columns {
				m.X = append(m.X, c(float64(k)))
			}
		}
		return m, fit(m)
	}, 2, n)
}

// perList fits a model with a term for every list and the columns given.
func perList(t *capture.Table, columns []func(float64) float64) Estimate {
	m := listModel(t, columns)
	if err := fit(m); err != nil {
		return none(err.Error())
	}
	return estimate(m, float64(t.N()))
}

func listModel(t *capture.Table, columns []func(float64) float64) *glm.Poisson {
	lists := len(t.Lists)
	m := &glm.Poisson{P: 1 + lists + len(columns)}
	for c, y := range t.Dense() {
		if c == 0 {
			continue
		}
		m.Y, m.X = append(m.Y, float64(y)), append(m.X, 1)
		for i := range lists {
			m.X = append(m.X, float64(c>>i&1))
		}
		for _, f := range columns {
			m.X = append(m.X, f(float64(bits.OnesCount(uint(c)))))
		}
	}
	return m
}

func fit(m *glm.Poisson) error {
	if len(m.Y) < m.P {
		return glm.ErrSingular
	}
	return m.Fit()
}

func estimate(m *glm.Poisson, seen float64) Estimate {
	unseen, spread := math.Exp(m.Beta[0]), math.Exp(normal975*math.Sqrt(m.Var0))
	if !(unseen*spread < math.MaxFloat64) || spread > 1e6 {
		return none(glm.ErrDiverged.Error())
	}
	return Estimate{N: seen + unseen, Low: seen + unseen/spread, High: seen + unseen*spread}
}
