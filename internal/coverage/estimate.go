package coverage

import (
	"math"
)

// Line is what one model says, with the assumption that identifies it.
type Line struct {
	// Model is a stable name: "latent", "linkage", "log-linear BIC", "log-linear AIC", "stepwise", "independence", "no highest
	// interaction", "graphs", "Chapman", "Chao binomial", "Chao f1²/2f2", "sample coverage", or the name of a closed model.
	Model string
	// Detail says which: interactions, a pair of lists, a prior.
	Detail string
	// N is the number of cases, seen and unseen, and Low to High its 95 % interval under the model. NaN where Why is set.
	N, Low, High float64
	// Interval is the kind of interval: "posterior", "count" (log-linear, of the number itself), "Wald" (of its expectation),
	// "bootstrap", "log-normal", "Student's t", or "".
	Interval string
	// Assumes is the assumption in words, and WrongIf what would make the number wrong.
	Assumes, WrongIf string
	// LowerBound says that the truth is at least this if the assumption holds.
	LowerBound bool
	// Why says why there is no number.
	Why string
}

// Has reports whether there is a number.
func (l *Line) Has() bool { return !math.IsNaN(l.N) }

func noLine(model, detail, why string) Line {
	nan := math.NaN()
	return Line{Model: model, Detail: detail, N: nan, Low: nan, High: nan, Why: why, Assumes: assumes[model].if_, WrongIf: assumes[model].unless}
}

// hiddenClass is what no model of this kind can see.
const hiddenClass = "a class of cases that hardly any list reaches is missed by all of them: the number is then too low"

// assumes has, for each model, what identifies it and what would make it wrong.
var assumes = map[string]struct{ if_, unless string }{
	"latent": {
		"cases fall into a few classes, and inside each class the lists are independent",
		hiddenClass,
	},
	"linkage": {
		"cases fall into a few classes, inside which lists are independent, over all draws of the uncertain links",
		hiddenClass,
	},
	"log-linear BIC": {
		"the interactions of lists chosen by BIC are all there are, and the highest one is absent",
		"other interactions fit almost as well and give other totals; " + hiddenClass,
	},
	"log-linear AIC": {
		"the interactions of lists chosen by AIC are all there are, and the highest one is absent",
		"other interactions fit almost as well and give other totals; " + hiddenClass,
	},
	"stepwise": {
		"only the selected pairs of lists depend on each other, and no three lists do",
		"three lists depend on each other, or a dependence was too weak to be selected; " + hiddenClass,
	},
	"independence": {
		"all lists are independent",
		"lists that copy or follow each other make it too low, lists that avoid each other too high",
	},
	"no highest interaction": {
		"the interaction of all lists together is absent (xi = 1), whatever the others are",
		"nothing in the data speaks about xi",
	},
	"graphs": {
		"dependence between lists follows a graph that splits into overlapping groups, with the stated prior count of a cell",
		"the prior count can move the result more than the data do; " + hiddenClass,
	},
	"Chapman": {
		"the two lists are independent and every case is equally likely to be on a list",
		"lists that follow each other make it too low",
	},
	"Chao binomial": {
		"lists are independent for each case; cases differ in any way: a lower bound",
		"lists that avoid each other make even the bound too high",
	},
	"Chao f1²/2f2": {
		"lists are independent for each case and very many; cases differ in any way",
		"with few lists it is too high for a bound",
	},
	"sample coverage": {
		"each list covers the others evenly; for three lists, dependence is between pairs only",
		"more lists depend on each other than pairs",
	},
}

func line(model, detail string, n, low, high float64, interval string) Line {
	return Line{Model: model, Detail: detail, N: n, Low: low, High: high, Interval: interval, Assumes: assumes[model].if_, WrongIf: assumes[model].unless}
}
