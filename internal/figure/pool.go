package figure

import (
	"cmp"
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"
)

// Limits of pooling.
const (
	window     = 183 // days within which figures count as of one time
	leastPool  = 3   // origins
	leaveLimit = 0.20
)

var maxTau = math.Log(1.5)

// Definition is all figures that count the same thing at about the same time.
type Definition struct {
	Figures []*Figure
	Voices  []Voice // one an origin, in order of value
	Pooled  *Pooled // nil where it is not poolable
	Why     string  // why not
	Tau     float64 // spread between origins on the log scale, NaN with fewer than two
}

// Voice is what one origin says: the median of its figures.
type Voice struct {
	Name    string
	Key     string
	Value   float64
	Figures []*Figure
}

// Pooled is a pooled value with its interval.
//
// The method is Student's t on the logarithms of origin medians, exp(mean ± t(.975, G-1) s / sqrt(G)): with uneven echoes
// pooling every claim as if it were independent covers the truth in 20 to 30 % of cases instead of 95 %, and this is the only one
// of the simple methods that keeps its level at every spread. It does not cover an error that all origins share.
type Pooled struct {
	Value, Low, High float64
	Origins          int
	Leave            []Leave // the value without each origin
}

// Leave is the pooled value when one origin is left out.
type Leave struct {
	Name  string
	Value float64
	Shift float64 // relative to the pooled value
}

// Large reports whether leaving the origin out moves the value by more than a fifth.
func (l Leave) Large() bool { return math.Abs(l.Shift) > leaveLimit }

// Definitions groups figures by their whole definition within half a year and pools those that can be pooled. Groups of one
// figure are left out.
func (b *Book) Definitions() []Definition {
	var out []Definition
	for _, f := range b.dated() {
		if f.Derived || f.Measure == Share || width(f.AsOf) > year {
			continue
		}
		at := slices.IndexFunc(out, func(d Definition) bool {
			o := d.Figures[0]
			return SameDefinition(o, f) && int(f.AsOf.Last-o.AsOf.First) <= window+max(width(f.AsOf), width(o.AsOf))-1 && apart(o.AsOf, f.AsOf) <= window
		})
		if at < 0 {
			out = append(out, Definition{Figures: []*Figure{f}})
			continue
		}
		out[at].Figures = append(out[at].Figures, f)
	}
	out = slices.DeleteFunc(out, func(d Definition) bool { return len(d.Figures) < 2 })
	for i := range out {
		out[i].pool()
	}
	return out
}

func (d *Definition) pool() {
	by := map[string]int{}
	for _, f := range d.Figures {
		i, ok := by[f.Origin.Key]
		if !ok {
			i = len(d.Voices)
			by[f.Origin.Key] = i
			d.Voices = append(d.Voices, Voice{Name: f.Origin.Root, Key: f.Origin.Key})
		}
		d.Voices[i].Figures = append(d.Voices[i].Figures, f)
	}
	for i := range d.Voices {
		d.Voices[i].Value = medianPoint(d.Voices[i].Figures)
	}
	slices.SortStableFunc(d.Voices, func(a, b Voice) int { return cmp.Or(cmp.Compare(a.Value, b.Value), cmp.Compare(a.Key, b.Key)) })
	var logs []float64
	for _, v := range d.Voices {
		if v.Value > 0 {
			logs = append(logs, math.Log(v.Value))
		}
	}
	mean, sd := moments(logs)
	d.Tau = sd
	switch {
	case len(logs) < len(d.Voices):
		d.Why = "an origin gives no number above zero"
	case len(logs) == 1:
		d.Why = "all claims go back to one origin"
	case len(logs) < leastPool:
		d.Why = "two origins are shown side by side, not pooled"
	case sd > maxTau:
		d.Why = "the origins are too far apart: they probably do not count the same"
	default:
		d.Pooled = pooled(d.Voices, mean, sd)
	}
}

func pooled(voices []Voice, mean, sd float64) *Pooled {
	g := float64(len(voices))
	half := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: g - 1}.Quantile(0.975) * sd / math.Sqrt(g)
	p := &Pooled{Value: math.Exp(mean), Low: math.Exp(mean - half), High: math.Exp(mean + half), Origins: len(voices)}
	for i, v := range voices {
		var rest []float64
		for j, w := range voices {
			if j != i {
				rest = append(rest, math.Log(w.Value))
			}
		}
		m, _ := moments(rest)
		p.Leave = append(p.Leave, Leave{v.Name, math.Exp(m), math.Exp(m)/p.Value - 1})
	}
	return p
}

func moments(x []float64) (mean, sd float64) {
	if len(x) == 0 {
		return math.NaN(), math.NaN()
	}
	for _, v := range x {
		mean += v
	}
	mean /= float64(len(x))
	if len(x) < 2 {
		return mean, math.NaN()
	}
	for _, v := range x {
		sd += (v - mean) * (v - mean)
	}
	return mean, math.Sqrt(sd / float64(len(x)-1))
}

func medianPoint(list []*Figure) float64 {
	var v []float64
	for _, f := range list {
		v = append(v, f.Point)
	}
	return median(v)
}

func median(v []float64) float64 {
	v = slices.Clone(v)
	slices.Sort(v)
	switch n := len(v); {
	case n == 0:
		return math.NaN()
	case n%2 == 1:
		return v[n/2]
	default:
		return (v[n/2-1] + v[n/2]) / 2
	}
}
