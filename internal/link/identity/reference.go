package identity

import (
	"slices"

	"github.com/assaydata/assay/internal/entry"
	"github.com/assaydata/assay/internal/link"
)

// Version names the reference frequencies; it stands in decisions.
const Version = "identity-1"

// frequencies are how often the levels of a comparison occur among pairs of one person or group (m) and among pairs drawn at random
// (u), level 1 first. They are rounded judgements from published error rates of registers and lists, where learning starts from and
// what few data are held by; docs/identity.md tells how much depends on them.
type frequencies struct{ m, u []float64 }

var personFrequencies = [nComparisons]frequencies{
	cName:       {[]float64{.03, .04, .05, .07, .12, .14, .15, .40}, []float64{.96, .012, .02, .004, .0005, .00004, .0002, .00001}},
	cGiven:      {[]float64{.05, .03, .04, .13, .10, .20, .25, .18, .02}, []float64{.94, .02, .015, .01, .006, .004, .002, .0004, .0001}},
	cFamily:     {[]float64{.05, .01, .04, .15, .05, .15, .30, .25}, []float64{.965, .005, .012, .008, .003, .003, .002, .0004}},
	cBirth:      {[]float64{.02, .03, .02, .03, .06, .02, .10, .72}, []float64{.90, .0565, .015, .006, .0023, .0001, .02, .0001}},
	cLife:       {[]float64{.005, .05, .12, .30, .525}, []float64{.10, .70, .15, .04, .01}},
	cSex:        {[]float64{.02, .98}, []float64{.50, .50}},
	cCountry:    {[]float64{.10, .90}, []float64{.80, .20}},
	cBirthPlace: {[]float64{.15, .25, .60}, []float64{.95, .04, .01}},
	cDocument:   {[]float64{.05, .20, .10, .65}, []float64{.70, .2997, .0002, .0001}},
	cContact:    {[]float64{.20, .05, .20, .55}, []float64{.9985, .0008, .0005, .0002}},
	cAddress:    {[]float64{.10, .08, .15, .10, .07, .20, .30}, []float64{.93, .015, .04, .01, .003, .0015, .0005}},
	cGroup:      {[]float64{.25, .45, .30}, []float64{.80, .17, .03}},
	cPeriod:     {[]float64{.20, .65, .15}, []float64{.45, .53, .02}},
}

var groupFrequencies = func() [nComparisons]frequencies {
	f := personFrequencies
	// A branch, a province or a wing has a name that differs in a part, and is another group.
	f[cName] = frequencies{[]float64{.05, .005, .05, .09, .16, .125, .22, .30}, []float64{.95, .02, .02, .008, .0015, .0003, .0002, .00005}}
	f[cGroup] = frequencies{[]float64{.40, .01, .59}, []float64{.97, .001, .029}}
	f[cBirth] = frequencies{[]float64{.10, .10, .07, .01, .01, .01, .30, .40}, []float64{.80, .12, .015, .006, .004, .001, .053, .001}}
	return f
}()

// Reference returns a fresh copy of the model for a kind of entry.
func Reference(kind entry.Kind) *link.Model {
	m := &link.Model{Version: Version, Comparisons: slices.Clone(Comparisons)}
	f := &personFrequencies
	if kind == entry.Group {
		f = &groupFrequencies
	}
	for c := range Comparisons {
		n := len(Comparisons[c].Levels)
		mm, uu, w := make([]float64, n), make([]float64, n), make([]float64, n)
		copy(mm[1:], f[c].m)
		copy(uu[1:], f[c].u)
		m.M, m.U, m.Alone.Weights = append(m.M, mm), append(m.U, uu), append(m.Alone.Weights, w)
	}
	return m
}

// ceilings are what contradictions weigh at least: brothers share a family name, a birth place and a country.
var ceilings = map[[2]int]float64{
	{cName, 1}: -3, {cName, 2}: 0, {cBirth, 1}: -3, {cBirth, 2}: 0, {cLife, 1}: -4, {cLife, 2}: -1, {cSex, 1}: -2.5, {cDocument, 1}: -2, {cDocument, 2}: 0,
	{cCountry, 1}: 0, {cBirthPlace, 1}: 0, {cGiven, 1}: -2.5, {cFamily, 1}: -2.5, {cContact, 1}: 0, {cAddress, 1}: 0, {cGroup, 1}: 0, {cPeriod, 1}: 0,
}
