package val003

import (
	"fmt"
	"math"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// bounds reports rows in which low <= best <= high does not hold. Comparisons with an empty bound are false.
func bounds(p *check.Pass) {
	cl, cb, ch := p.Data.Role(record.RoleLow), p.Data.Role(record.RoleBest), p.Data.Role(record.RoleHigh)
	low, best, high := tabular.NumbersOf(cl), tabular.NumbersOf(cb), tabular.NumbersOf(ch)
	if !low.OK() && !high.OK() {
		return
	}
	at := func(n tabular.Numbers, row int) float64 {
		if !n.OK() {
			return math.NaN()
		}
		return n.At(row)
	}
	t := tabular.Test{
		What: "low <= best <= high", Columns: tabular.Columns(cb, cl, ch),
		Whole: "check whether the columns of the estimates are swapped: releases print them in different orders",
	}
	for row := range p.Data.N {
		l, b, h := at(low, row), at(best, row), at(high, row)
		if b < l || b > h || l > h {
			t.Hit(row)
		}
		if b == b && (l == l || h == h) {
			t.Checked++
		}
	}
	t.Report(p, func(row int) check.Finding { return broken(at(low, row), at(best, row), at(high, row)) })
}

func broken(l, b, h float64) check.Finding {
	f := check.Finding{Expected: "low <= best <= high", Found: fmt.Sprintf("low %s, best %s, high %s", stated(l), stated(b), stated(h))}
	switch {
	case b < l && b > h:
		f.Message = fmt.Sprintf("best %s lies under low %s and over high %s", wording.Num(b), wording.Num(l), wording.Num(h))
		f.Weight = max(l-b, b-h)
	case b < l:
		f.Message = fmt.Sprintf("best %s lies under low %s", wording.Num(b), wording.Num(l))
		f.Weight = l - b
	case b > h:
		f.Message = fmt.Sprintf("best %s lies over high %s", wording.Num(b), wording.Num(h))
		f.Weight = b - h
	default:
		f.Message = fmt.Sprintf("low %s lies over high %s", wording.Num(l), wording.Num(h))
		f.Weight = l - h
	}
	f.Why = "the row states " + f.Found
	f.Help = "compare the parts of the total and the source; at least one of the numbers is wrong"
	return f
}

func stated(v float64) string {
	if math.IsNaN(v) {
		return "not stated"
	}
	return wording.Num(v)
}
