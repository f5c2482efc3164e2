package figure

import (
	"fmt"
	"slices"
)

// Contradictions returns pairs of figures with one definition, as of about the same time, whose numbers do not meet. Two
// figures of one statement are compared even where the reports name different destinations.
//
// Stocks are compared where they are as of the same month or less than a month apart. Cumulative figures grow, so that only
// those are compared that lie a month apart and differ by a tenth, or by a fifth from one body; that two lower bounds of one
// body differ is told as well, since both were meant as the number.
func (b *Book) Contradictions() []Pair {
	var out []Pair
	b.pairs(func(x, y *Figure) {
		if !SameQuantity(x, y) || apart(x.AsOf, y.AsOf) > month {
			return
		}
		occasion := OneOccasion(x, y)
		// A year is too long for a number that changes from month to month, unless the reports are of one statement.
		if max(width(x.AsOf), width(y.AsOf)) > quarter && !occasion {
			return
		}
		if !x.Destination.Same(y.Destination) && !(occasion && (legal[x.Measure] || x.Destination.Contains(y.Destination) || y.Destination.Contains(x.Destination))) {
			return
		}
		p := Pair{A: x, B: y, Fit: Impossible}
		switch {
		case x.Interval.Meets(y.Interval):
			sameBound := x.Bound == AtLeast && y.Bound == AtLeast && x.Low != y.Low && x.Body != "" && x.Body == y.Body && x.Row.Source != y.Row.Source
			differ := occasion && x.Row.Source != y.Row.Source && x.Point != y.Point && (x.lowest() > y.highest() || y.lowest() > x.highest())
			if !sameBound && !differ {
				return
			}
			p.Fit = FitsRound
		case x.Kind == Cumulative && !occasion:
			limit := 1.1
			if OneVoice(x, y) {
				limit = 1.2
			}
			if Ratio(x, y) < limit {
				return
			}
		}
		out = append(out, p)
	})
	return out
}

// legal measures are about what a state did with its people; where these had gone is a remark.
var legal = map[Measure]bool{Revoked: true, Prosecuted: true, Convicted: true, Detained: true}

// Falls returns pairs of cumulative figures of which the later is smaller, though it covers the same or more.
func (b *Book) Falls() []Pair {
	var out []Pair
	b.pairs(func(x, y *Figure) {
		if x.Kind != Cumulative || !SameQuantity(x, y) || !earlier(x.AsOf, y.AsOf) || !y.Destination.Contains(x.Destination) {
			return
		}
		// Charged, prosecuted, tried: numbers out of running text do not say which.
		if (x.Derived || y.Derived) && (x.Measure == Prosecuted || x.Measure == Convicted || x.Measure == Detained) {
			return
		}
		if x.Bound == UpTo || y.Bound == AtLeast {
			return
		}
		if fit := atMost(x, y); fit != Fits {
			out = append(out, Pair{A: x, B: y, Fit: fit})
		}
	})
	return out
}

// slack is how much later a part may be dated than its whole for the two to be compared at all.
const slack = 2 * year

// Exceeds returns pairs of a part and its whole, A and B, where the part is the larger: killed, returned and present against
// travelled; women or children against all; an area against the area around it. Where the part is of a later date it may
// have grown past an older whole, so that such a pair never counts as impossible.
func (b *Book) Exceeds() []Pair {
	var out []Pair
	b.pairs(func(x, y *Figure) {
		for _, p := range [][2]*Figure{{x, y}, {y, x}} {
			part, whole := p[0], p[1]
			why := within(part, whole)
			if why == "" {
				continue
			}
			fit := atMost(part, whole)
			if fit == Fits {
				continue
			}
			if whole.Kind == Cumulative {
				switch gap := int(part.AsOf.Last - whole.AsOf.Last); {
				case gap <= month:
				case gap > slack, part.Measure == Present && !part.AsOf.Overlaps(whole.AsOf):
					continue // more may have left since
				default:
					fit = FitsRound
				}
				if max(width(part.AsOf), width(whole.AsOf)) > quarter && part.AsOf.Overlaps(whole.AsOf) {
					fit = FitsRound // the part may be of the end of the year and the whole of its beginning
				}
			}
			if part.Interval.Low <= whole.Interval.High && (part.Measure == Present && !OneVoice(part, whole) || SameMeasure(part, whole)) {
				continue
			}
			out = append(out, Pair{A: part, B: whole, Fit: fit, Why: why})
		}
	})
	return out
}

// within says why a part can be no larger than a whole, "" where it can.
func within(part, whole *Figure) string {
	if part == whole || !whole.Area.Contains(part.Area) || !whole.Destination.Contains(part.Destination) || whole.Population.Rest != "" && whole.Population.Rest != part.Population.Rest ||
		!part.Population.Part.Within(whole.Population.Part) || part.Qualifier != whole.Qualifier && whole.Qualifier != "" ||
		(part.Population.Belonging == CasesNotMen) != (whole.Population.Belonging == CasesNotMen) ||
		!part.Population.Belonging.fits(whole.Population.Belonging) && part.Area.Same(whole.Area) {
		return ""
	}
	same := SameMeasure(part, whole)
	switch {
	case whole.Measure.Went() && whole.Kind == Cumulative && slices.Contains([]Measure{Killed, KilledLost, Returned, Repatriate, Present}, part.Measure):
		return fmt.Sprintf("everybody who was %s had travelled before", verb(part.Measure))
	case same && part.Population.Part != whole.Population.Part:
		if close(part, whole) {
			return fmt.Sprintf("%s are among all", part.Population.Part)
		}
	case same && !part.Area.Same(whole.Area):
		if close(part, whole) {
			return fmt.Sprintf("%s lies in %s", part.Area, whole.Area)
		}
	}
	return ""
}

// close reports whether a part and a whole may be compared by their dates: a stock only at about one time, a cumulative
// whole at any later time.
func close(part, whole *Figure) bool {
	if part.Kind == Cumulative {
		return part.AsOf.Last <= whole.AsOf.Last+month
	}
	return apart(part.AsOf, whole.AsOf) <= month && width(part.AsOf) <= quarter && width(whole.AsOf) <= quarter
}

func verb(m Measure) string {
	if m == Present {
		return "there"
	}
	return string(m)
}

// SumConflict is a whole that is smaller than the parts of it that do not overlap.
type SumConflict struct {
	Whole *Figure
	Parts []*Figure
	Sum   float64 // of the lowest readings of the parts
	Fit   Fit
}

// Sums returns the wholes that are smaller than the sum of those who returned, were killed and were present at the same
// time, as given by one voice or in one item. No part of a set alone exceeds the whole: those are told by [Book.Exceeds].
func (b *Book) Sums() []SumConflict {
	list := b.dated()
	var out []SumConflict
	for _, w := range list {
		if !w.Measure.Went() || w.Kind != Cumulative || w.Population.Part != Everybody {
			continue
		}
		best := map[Measure]*Figure{}
		for _, p := range list {
			if p.Row.Source != w.Row.Source && !OneVoice(p, w) || p.Population.Part != Everybody || within(p, w) == "" || apart(p.AsOf, w.AsOf) > month {
				continue
			}
			m := p.Measure
			if m == KilledLost {
				m = Killed
			}
			if m == Repatriate {
				m = Returned
			}
			if !p.Area.Same(w.Area) || best[m] != nil && best[m].Interval.Low >= p.Interval.Low {
				continue
			}
			best[m] = p
		}
		var parts []*Figure
		sum, exact, single := 0.0, 0.0, false
		for _, m := range []Measure{Present, Returned, Killed} {
			if p := best[m]; p != nil {
				parts = append(parts, p)
				sum += p.Interval.Low
				exact += p.lowest()
				single = single || atMost(p, w) != Fits
			}
		}
		if len(parts) < 2 || single || w.Bound == AtLeast {
			continue
		}
		if sum > w.Interval.High {
			out = append(out, SumConflict{w, parts, sum, Impossible})
		} else if exact > w.highest() {
			out = append(out, SumConflict{w, parts, exact, FitsRound})
		}
	}
	return out
}

// Rivals returns, for each area, the totals of different bodies that differ by a third or more within two years, growing, so
// that they look like one series. Each list is in order of time.
func (b *Book) Rivals() [][]*Figure {
	var areas []Area
	groups := map[int][]*Figure{}
	b.pairs(func(x, y *Figure) {
		if x.Derived || y.Derived || !x.Measure.Went() || x.Kind != Cumulative || !SameQuantity(x, y) || x.Population.Part != Everybody || x.Population.Rest != "" ||
			x.Origin == y.Origin || OneVoice(x, y) || apart(x.AsOf, y.AsOf) > 2*year || !earlier(x.AsOf, y.AsOf) || y.Point < 1.33*x.Point || x.Interval.Meets(y.Interval) {
			return
		}
		i := slices.IndexFunc(areas, x.Area.Same)
		if i < 0 {
			i = len(areas)
			areas = append(areas, x.Area)
		}
		for _, f := range []*Figure{x, y} {
			if !slices.Contains(groups[i], f) {
				groups[i] = append(groups[i], f)
			}
		}
	})
	var out [][]*Figure
	for i := range areas {
		Order(groups[i])
		out = append(out, groups[i])
	}
	return out
}
