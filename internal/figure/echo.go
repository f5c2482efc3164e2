package figure

import (
	"cmp"
	"math"
	"slices"

	"github.com/assaydata/assay/internal/evidence"
)

// Retold is one statement that two reports tell differently: the same voice, about the same time, the same number.
type Retold struct {
	A, B   *Figure // A is the earlier or wider report
	Number float64
	Kind   Distortion
}

// Distortion is what changed between the two reports.
type Distortion string

// The distortions.
const (
	PopulationSwapped  Distortion = "population"  // the same number for another area
	DestinationSwapped Distortion = "destination" // the same number for another destination
	MeasureSwapped     Distortion = "measure"     // the same number for another quantity
	KindSwapped        Distortion = "kind"        // present became cumulative, or the other way
	BoundInverted      Distortion = "bound"       // an upper bound became a lower bound
	RangeCollapsed     Distortion = "range"       // a range became its end
)

// Retellings returns the statements that reports changed on the way. Two figures are one statement when they share a voice
// and a number and are as of dates that lie within a month; a body that repeats its own number half a year later makes a
// new statement.
func (b *Book) Retellings() []Retold {
	by := map[float64][]*Figure{}
	var out []Retold
	list := slices.Clone(b.Figures)
	Order(list)
	for _, y := range list {
		if y.Derived || y.Measure == Other {
			continue
		}
		for _, n := range evidence.Numbers(y.Figure) {
			for _, x := range by[n] {
				if x.Row.Source == y.Row.Source || !OneVoice(x, y) || !evidence.CloseInTime(x.AsOf, y.AsOf) || apart(x.AsOf, y.AsOf) > month {
					continue
				}
				if k := distortion(x, y); k != "" {
					a, c := x, y
					if c.Area.Contains(a.Area) && !a.Area.Contains(c.Area) || k == BoundInverted && a.Bound == AtLeast || k == RangeCollapsed && a.Bound != Between {
						a, c = c, a
					}
					r := Retold{A: a, B: c, Number: n, Kind: k}
					if !slices.ContainsFunc(out, func(o Retold) bool { return o.A == r.A && o.B == r.B && o.Kind == r.Kind }) {
						out = append(out, r)
					}
				}
			}
			by[n] = append(by[n], y)
		}
	}
	return out
}

// distortion returns what differs between two reports of one number, the gravest first; "" if nothing does that cannot be
// another way of putting it.
func distortion(x, y *Figure) Distortion {
	if x.Population.Part != y.Population.Part {
		return ""
	}
	there := SameMeasureOrKind(x, y)
	same := x.Area.Known() && y.Area.Known() && slices.Equal(x.Area.Plus, y.Area.Plus) && slices.Equal(x.Area.Minus, y.Area.Minus)
	switch {
	case !same:
		if there && x.Area.Known() && y.Area.Known() {
			return PopulationSwapped
		}
		return ""
	case x.Measure == Share || y.Measure == Share || related(x.Measure, y.Measure):
		return ""
	case !there:
		return MeasureSwapped
	case inverted(x, y) || inverted(y, x):
		return BoundInverted
	case !x.Destination.None && !y.Destination.None && len(x.Destination.Places) > 0 && len(y.Destination.Places) > 0 && !x.Destination.nested(y.Destination):
		return DestinationSwapped
	case (x.Measure == Present) != (y.Measure == Present):
		return KindSwapped
	case x.Bound == Between && y.Bound == Exactly || y.Bound == Between && x.Bound == Exactly:
		return RangeCollapsed
	}
	return ""
}

// inverted reports whether the upper bound of x is the lower bound of y.
func inverted(x, y *Figure) bool {
	return y.Bound == AtLeast && (x.Bound == UpTo || x.Bound == Between) && x.High == y.Low
}

// SameMeasureOrKind reports whether two reports speak of people there or gone there, or of one and the same measure.
func SameMeasureOrKind(x, y *Figure) bool {
	abroad := func(m Measure) bool { return m.Went() || m == Present }
	return x.Measure == y.Measure || abroad(x.Measure) && abroad(y.Measure)
}

// related measures share persons, so that one number may rightly stand for both: those who returned were convicted.
func related(a, b Measure) bool {
	law := []Measure{Convicted, Prosecuted, Detained, Returned, Repatriate}
	return a != b && slices.Contains(law, a) && slices.Contains(law, b) || a == Killed && b == KilledLost || a == KilledLost && b == Killed
}

// nested reports whether one destination contains the other by its places, so that the reports need not differ.
func (d Destination) nested(e Destination) bool {
	x, y := d, e
	x.Group, y.Group, x.Abroad, y.Abroad = "", "", false, false
	return x.Contains(y) || y.Contains(x)
}

// Alternation is a rising line of figures for one area that calls the people now present, now gone so far.
type Alternation struct {
	Figures []*Figure // by date
	Changes int       // how often the kind changes along the line
}

// Alternations finds lines of at least four figures from at least two items whose numbers rise as those of one cumulative
// series would, while the wording changes at least twice between how many are there and how many have gone. A stock falls
// when people die or return; one that rises in step with the cumulative figures is probably the same series.
func (b *Book) Alternations() []Alternation {
	var order []string
	by := map[string][]*Figure{}
	for _, f := range b.dated() {
		if f.Derived || f.Measure != Present && !f.Measure.Went() || f.Population.Part != Everybody || f.Population.Rest != "" || f.Qualifier != "" ||
			f.Bound == Between || f.Bound == UpTo || f.Area.Beyond || width(f.AsOf) > year {
			continue
		}
		k := f.Area.String()
		if by[k] == nil {
			order = append(order, k)
		}
		by[k] = append(by[k], f)
	}
	slices.Sort(order)
	var out []Alternation
	for _, k := range order {
		line := rising(by[k])
		a := Alternation{Figures: line}
		present := 0
		sources := map[string]bool{}
		for i, f := range line {
			sources[f.Row.Source.Key] = true
			if f.Measure == Present {
				present++
			}
			if i > 0 && (f.Measure == Present) != (line[i-1].Measure == Present) {
				a.Changes++
			}
		}
		if present >= 2 && len(line)-present >= 2 && len(sources) >= 2 && a.Changes >= 2 && len(line)*4 >= len(by[k])*3 {
			out = append(out, a)
		}
	}
	return out
}

// rising returns the longest line that never falls by more than a tenth, rounding included.
func rising(list []*Figure) []*Figure {
	n := len(list)
	best, from := make([]int, n), make([]int, n)
	end := -1
	for i := range list {
		best[i], from[i] = 1, -1
		for j := range i {
			if list[i].Point >= 0.88*list[j].Point && best[j]+1 > best[i] {
				best[i], from[i] = best[j]+1, j
			}
		}
		if end < 0 || best[i] > best[end] {
			end = i
		}
	}
	var line []*Figure
	for i := end; i >= 0; i = from[i] {
		line = append(line, list[i])
	}
	slices.Reverse(line)
	return line
}

// Jumps returns pairs of figures of one body for one area that differ more than tenfold within a year.
func (b *Book) Jumps() []Pair {
	var out []Pair
	b.pairs(func(x, y *Figure) {
		if x.Derived || y.Derived || !SameMeasureOrKind(x, y) || !x.Area.Same(y.Area) || x.Population.Part != y.Population.Part || x.Population.Rest != y.Population.Rest ||
			x.Qualifier != y.Qualifier || !evidence.SameBody(x.Estimator, y.Estimator) || Ratio(x, y) <= 10 || math.IsInf(Ratio(x, y), 0) {
			return
		}
		if int(y.AsOf.First-x.AsOf.First) > year {
			return
		}
		out = append(out, Pair{A: x, B: y, Fit: Impossible})
	})
	return out
}

// Outliers returns population claims that are more than half as large again, or less than two thirds, of every other claim
// about the area within six years; the others come with each.
func (b *Book) Outliers() map[*Inhabitants][]*Inhabitants {
	out := map[*Inhabitants][]*Inhabitants{}
	for _, p := range b.Populations {
		if math.IsNaN(p.N) || !p.Place.Known() && p.Area == "" {
			continue
		}
		var others []*Inhabitants
		odd := true
		for _, q := range b.Populations {
			if q == p || math.IsNaN(q.N) || !samePlace(p, q) || apart(p.AsOf, q.AsOf) > 6*year {
				continue
			}
			others = append(others, q)
			if r := p.N / q.N; r < 1.5 && r > 1/1.5 {
				odd = false
			}
		}
		if odd && len(others) > 0 && (len(others) > 1 || p.Row > others[0].Row) {
			slices.SortStableFunc(others, func(a, c *Inhabitants) int {
				return cmp.Or(cmp.Compare(apart(p.AsOf, a.AsOf), apart(p.AsOf, c.AsOf)), cmp.Compare(a.Row, c.Row))
			})
			out[p] = others
		}
	}
	return out
}

func samePlace(p, q *Inhabitants) bool {
	if p.Place.Known() && q.Place.Known() {
		return p.Place.Same(q.Place)
	}
	return p.Area == q.Area
}

// Retold returns the retellings of one kind, gathered around the report that differs from most others.
func (b *Book) Retold(kind Distortion) []Cluster {
	var pairs []Pair
	for _, r := range b.Retellings() {
		if r.Kind == kind {
			pairs = append(pairs, Pair{A: r.A, B: r.B, Fit: Impossible})
		}
	}
	return Clusters(pairs)
}

// Statement is one statement as several reports tell it.
type Statement struct {
	Number  float64
	Figures []*Figure
}

// Statements returns the statements that were distorted in one way, each with all reports concerned.
func (b *Book) Statements(kind Distortion) []Statement {
	var out []Statement
	at := map[*Figure]int{}
	for _, r := range b.Retellings() {
		if r.Kind != kind {
			continue
		}
		i, ok := at[r.A]
		if j, found := at[r.B]; !ok && found {
			i, ok = j, true
		}
		if !ok || out[i].Number != r.Number {
			i = len(out)
			out = append(out, Statement{Number: r.Number})
		}
		for _, f := range []*Figure{r.A, r.B} {
			if !slices.Contains(out[i].Figures, f) {
				out[i].Figures = append(out[i].Figures, f)
				at[f] = i
			}
		}
	}
	return out
}
