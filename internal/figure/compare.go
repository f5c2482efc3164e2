package figure

import (
	"cmp"
	"math"
	"slices"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/read/cell"
)

// Windows of time, in days.
const (
	month   = 31
	quarter = 92
	year    = 366
)

// SameQuantity reports whether two figures count the same thing of the same people, leaving aside where to, by whom and
// when.
func SameQuantity(a, b *Figure) bool {
	return SameMeasure(a, b) && a.Area.Same(b.Area) && a.Population.Fits(b.Population)
}

// SameMeasure reports whether two figures count the same in the same sense of time. Travelled and joined are two words for
// one thing here.
func SameMeasure(a, b *Figure) bool {
	return a.Measure != Other && (a.Measure == b.Measure || a.Measure.Went() && b.Measure.Went()) && a.Kind == b.Kind && a.Qualifier == b.Qualifier
}

// SameDefinition reports whether two figures have the same definition in every part but the date.
func SameDefinition(a, b *Figure) bool {
	return SameQuantity(a, b) && a.Destination.Same(b.Destination)
}

// OneVoice reports whether two figures come from one body or speaker.
func OneVoice(a, b *Figure) bool { return evidence.SameVoice(a.Estimator, b.Estimator) }

// OneOccasion reports whether two figures seem to come from one statement: one voice, reported within a week, about about
// the same time.
func OneOccasion(a, b *Figure) bool {
	if !OneVoice(a, b) {
		return false
	}
	x, y := a.Row.Source.Date, b.Row.Source.Date
	if a.Row.Source != b.Row.Source && (max(width(x), width(y)) > month && max(width(a.AsOf), width(b.AsOf)) > month || apart(x, y) > 7 && x.Known() && y.Known()) {
		return false
	}
	return evidence.CloseInTime(a.AsOf, b.AsOf) && apart(a.AsOf, b.AsOf) <= month
}

// apart returns the days between two spans, 0 where they overlap; a large number where one is unknown.
func apart(a, b cell.Span) int {
	if !a.Known() || !b.Known() {
		return math.MaxInt32
	}
	switch {
	case a.Last < b.First:
		return int(b.First - a.Last)
	case b.Last < a.First:
		return int(a.First - b.Last)
	}
	return 0
}

func width(s cell.Span) int {
	if !s.Known() {
		return math.MaxInt32
	}
	return int(s.Last-s.First) + 1
}

// earlier reports whether a speaks of a time before b, by the days that both spans leave no doubt about.
func earlier(a, b cell.Span) bool { return a.Known() && b.Known() && a.Last < b.First }

// Fit says how two figures that bound one another fit.
type Fit int

// The fits, from none to the clear contradiction.
const (
	Fits       Fit = iota
	FitsRound      // the numbers contradict, but not when both are read as rounded
	Impossible     // no reading of the numbers fits
)

// atMost tests whether a can be at most b.
func atMost(a, b *Figure) Fit {
	switch {
	case a.Interval.Low > b.Interval.High:
		return Impossible
	case a.Bound != UpTo && b.Bound != AtLeast && a.lowest() > b.highest():
		return FitsRound
	}
	return Fits
}

// lowest and highest are the ends of a figure as it is written, without rounding.
func (f *Figure) lowest() float64 {
	if !math.IsNaN(f.Low) {
		return f.Low
	}
	return f.Point
}

func (f *Figure) highest() float64 {
	if !math.IsNaN(f.High) {
		return f.High
	}
	return f.Point
}

// Ratio returns how many times the larger of two points is larger than the smaller, +Inf where one is 0.
func Ratio(a, b *Figure) float64 {
	x, y := max(a.Point, b.Point), min(a.Point, b.Point)
	if y <= 0 {
		return math.Inf(1)
	}
	return x / y
}

// Pair is two figures that do not fit.
type Pair struct {
	A, B *Figure
	Fit  Fit
	Why  string
}

// Cluster is a figure that does not fit with some others.
type Cluster struct {
	Figure *Figure
	Others []*Figure
	Pairs  []Pair
	Fit    Fit // the worst of the pairs
}

// Clusters gathers pairs around the figures that stand in most of them, so that one odd figure is told once and not once for
// each figure it contradicts. Each pair is in one cluster.
func Clusters(pairs []Pair) []Cluster {
	left := slices.Clone(pairs)
	var out []Cluster
	for len(left) > 0 {
		count, firm := map[*Figure]int{}, map[*Figure]int{}
		var figures []*Figure
		for _, p := range left {
			for _, f := range []*Figure{p.A, p.B} {
				if count[f] == 0 {
					figures = append(figures, f)
				}
				count[f]++
				if p.Fit == Impossible {
					firm[f]++
				}
			}
		}
		slices.SortStableFunc(figures, func(a, b *Figure) int {
			return cmp.Or(cmp.Compare(firm[b], firm[a]), cmp.Compare(count[b], count[a]),
				cmp.Compare(a.Data.Name, b.Data.Name), cmp.Compare(b.Row.Row, a.Row.Row))
		})
		c := Cluster{Figure: figures[0]}
		var rest []Pair
		for _, p := range left {
			switch c.Figure {
			case p.A:
				c.Others = append(c.Others, p.B)
			case p.B:
				c.Others = append(c.Others, p.A)
			default:
				rest = append(rest, p)
				continue
			}
			c.Pairs = append(c.Pairs, p)
			c.Fit = max(c.Fit, p.Fit)
		}
		left = rest
		out = append(out, c)
	}
	return out
}

// Compared returns the figures that are compared with those of a row: the same quantity, or a part and its whole. What is
// told of one of them may depend on the other even where the two agree, because pairs are told around the oddest figure.
func (b *Book) Compared(row *claim.Figure) []*Figure {
	var own, out []*Figure
	list := b.dated()
	for _, f := range list {
		if f.Row == row {
			own = append(own, f)
		}
	}
	for _, y := range list {
		if y.Row != row && slices.ContainsFunc(own, func(x *Figure) bool {
			return SameQuantity(x, y) && x.Destination.nested(y.Destination) || within(x, y) != "" || within(y, x) != ""
		}) {
			out = append(out, y)
		}
	}
	return out
}

// dated returns the figures that can take part in comparisons: a number, an area, a measure, a date.
func (b *Book) dated() []*Figure {
	var out []*Figure
	for _, f := range b.Figures {
		if !math.IsNaN(f.Point) && f.Area.Known() && f.Measure != Other && f.AsOf.Known() {
			out = append(out, f)
		}
	}
	Order(out)
	return out
}

// pairs calls f on every pair of dated figures whose areas are related, earlier as-of first. The figures of a case are
// hundreds, of a large compilation some thousands; areas split them.
func (b *Book) pairs(f func(a, b *Figure)) {
	list := b.dated()
	for j, y := range list {
		for _, x := range list[:j] {
			f(x, y)
		}
	}
}
