package src003

import (
	"fmt"
	"math"
	"regexp"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/citing"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/figure"
	"github.com/assaydata/assay/internal/wording"
)

// same is what two figures share that may be one.
type same struct {
	area    string
	part    figure.Part
	measure figure.Measure
	number  float64
}

// pair is two figures of two bodies with one number, the earlier first.
type pair struct {
	a, b *figure.Figure
	said bool // a remark says that the numbers are the same
}

func run(p *check.Pass) {
	var order []same
	by := map[same][]*figure.Figure{}
	crowd := map[same]int{} // figures by what they count, without the number
	for _, f := range p.Case.Figures.Figures {
		if f.Derived || f.Body == "" || !f.Area.Known() || f.Measure == figure.Other || f.Measure == figure.Share {
			continue
		}
		m := f.Measure
		if m.Went() {
			m = figure.Present
		}
		crowd[same{f.Area.String(), f.Population.Part, m, 0}]++
		for _, n := range evidence.Numbers(f.Row) {
			k := same{f.Area.String(), f.Population.Part, m, n}
			if by[k] == nil {
				order = append(order, k)
			}
			by[k] = append(by[k], f)
		}
	}
	told := map[[2]string]bool{} // a pair of voices is told once a number, not once a report
	for _, k := range order {
		list := by[k]
		figure.Order(list)
		voices := firsts(list)
		n := crowd[same{k.area, k.part, k.measure, 0}]
		for j, b := range voices {
			var best *pair
			for _, a := range voices[:j] {
				if x, ok := copied(a, b, k.number, n); ok && (best == nil || x.said && !best.said) {
					best = &x
				}
			}
			if best == nil {
				continue
			}
			id := [2]string{best.a.ID, best.b.ID}
			if !told[id] {
				told[id] = true
				report(p, *best, k.number)
			}
		}
	}
}

// mostVoices limits the comparison of one number: a number that more bodies share is common property.
const mostVoices = 30

// firsts returns the first figure of each voice, and every one with a remark that compares numbers.
func firsts(list []*figure.Figure) []*figure.Figure {
	seen := map[string]bool{}
	var out []*figure.Figure
	for _, f := range list {
		if k := f.Origin.Key + "\x00" + f.Body; (!seen[k] || equal.MatchString(f.Row.Notes+"; "+f.Row.Locator)) && len(out) < mostVoices {
			seen[k] = true
			out = append(out, f)
		}
	}
	return out
}

// equal finds remarks that say that two numbers are the same.
var equal = regexp.MustCompile(`(?i)\bsame (?:number|figure|estimate|total|count)\b|\bthe same [\d,.]+\d|\b(?:equals|identical (?:to|with)|repeats)\b`)

const (
	half = 183
	two  = 2 * 366
)

// mostChance is how many pairs of equal numbers may be expected by chance among the figures of one kind where a pair still
// says something.
const mostChance = 0.5

// chance is the number of pairs among n independent numbers that agree in so many significant digits: each of the n(n-1)/2
// pairs does so once in 9·10^(digits-1), where all leading digits are equally common.
func chance(n, digits int) float64 {
	return float64(n) * float64(n-1) / 2 / (9 * math.Pow10(digits-1))
}

// copied reports whether two figures of one number look like one that was passed on; of counts how many figures there are of
// the same kind.
func copied(a, b *figure.Figure, number float64, of int) (pair, bool) {
	x := pair{a: a, b: b}
	if a.Row.Source == b.Row.Source || evidence.SameVoice(a.Estimator, b.Estimator) {
		return x, false
	}
	x.said = says(a, b) || says(b, a)
	if x.said {
		return x, true
	}
	if evidence.Digits(number) >= 3 {
		return x, figure.SameMeasure(a, b) && chance(of, evidence.Digits(number)) <= mostChance
	}
	if a.Population.Part == figure.Everybody || !figure.SameMeasure(a, b) || !a.AsOf.Known() || !b.AsOf.Known() {
		return x, false
	}
	days := int(b.AsOf.First - a.AsOf.Last)
	return x, days >= half && days <= two && number >= 10
}

// says reports whether a remark on one figure says that its number equals one of the other's body.
func says(f, other *figure.Figure) bool {
	for _, part := range strings.Split(f.Row.Notes+"; "+f.Row.Locator, ";") {
		if !equal.MatchString(part) {
			continue
		}
		low := " " + strings.ToLower(strings.NewReplacer("'s", "", "’s", "", "(", " ", ")", " ", ",", " ").Replace(part)) + " "
		for _, name := range evidence.Names(other.Estimator) {
			// The acronym or last name is what a remark uses: "MVD" for "Northland MVD".
			words := strings.Fields(name)
			for _, w := range []string{name, words[len(words)-1]} {
				if len(w) > 2 && strings.Contains(low, " "+w+" ") {
					return true
				}
			}
		}
	}
	return false
}

func report(p *check.Pass, x pair, number float64) {
	f := citing.Figures(x.b, x.a)
	n := wording.Thousands(int(number))
	f.Key = n
	f.Message = fmt.Sprintf("%s and %s give the same number, %s: %s, %s; %s, %s", citing.Voice(x.a), citing.Voice(x.b), n,
		citing.Where(x.a), citing.Dated(x.a), citing.Where(x.b), citing.Dated(x.b))
	f.Help = "find out how the later body came by its number; until then count both as one origin, with the earlier date"
	f.Found, f.Expected = n, "a number of its own, or the name of the body that it was taken from"
	f.Weight = float64(evidence.Digits(number))
	switch {
	case x.said:
		f.Confidence = 0.75
		f.Why = "a remark on one of the two rows says that the numbers are the same, and they are told by different bodies"
	case evidence.Digits(number) >= 3:
		f.Severity = check.Note
		f.Why = fmt.Sprintf("a number of %d significant digits is rarely reached by two independent counts", evidence.Digits(number))
	default:
		f.Severity, f.Confidence = check.Note, 0.5
		f.Why = "the number is the same although the dates lie half a year or more apart, so that one body probably took it from the other"
	}
	p.Report(f)
}
