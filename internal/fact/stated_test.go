package fact_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/record"
)

// Every number and every point that is chosen is that of a claim which it is said to come from: nothing is averaged. Where values tie
// nothing is chosen, and the range ends at what is claimed.
func TestChosenIsStated(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	ties, numbers, points := 0, 0, 0
	for range 150 {
		var ds []*record.Dataset
		for _, s := range inventNumbers(r) {
			ds = append(ds, dataset(t, s.name, s.head, s.lines...))
		}
		v := eventOf(t, ds)
		for i := range v.Facts {
			f := &v.Facts[i]
			if f.Verdict == fact.Unstated {
				continue
			}
			support := f.Support()
			some := func(holds func(*fact.Value) bool) bool {
				for i := range support {
					if holds(&support[i].Value) {
						return true
					}
				}
				return false
			}
			fail := func(what string) {
				var all []string
				for i := range f.Claims {
					c := &f.Claims[i]
					all = append(all, fmt.Sprintf("%s %s (origin %d, %s)", ds[c.Data].Name, c.Value.String(), c.Origin, c.Stance))
				}
				t.Errorf("%s: %s of %s, which no cited record states (%s): %s", f.Field, what, f.Value.String(), f.Why, strings.Join(all, "; "))
			}
			if f.Tie != (f.Tie && f.Verdict == fact.Contested) || f.Origins > v.Voices {
				fail("verdict")
			}
			if f.Tie {
				ties++
			}
			switch f.Field {
			case fact.Date:
				first, last := f.Value.Days()
				if !some(func(x *fact.Value) bool { a, _ := x.Days(); return a == first }) || !some(func(x *fact.Value) bool { _, b := x.Days(); return b == last }) {
					fail("days")
				}
			case fact.Place:
				points++
				if !some(func(x *fact.Value) bool { return x.Lat == f.Value.Lat && x.Lon == f.Value.Lon }) {
					fail("point")
				}
			case fact.Deaths, fact.Injured:
				low, best, high := f.Value.Bounds()
				if f.Tie && !math.IsNaN(best) {
					fail("best estimate of a tie")
				}
				if best == best {
					numbers++
					if best < low || best > high || !some(func(x *fact.Value) bool { _, b, _ := x.Bounds(); return b == best }) {
						fail("best estimate")
					}
				}
				if !some(func(x *fact.Value) bool { l, _, _ := x.Bounds(); return l == low }) || !some(func(x *fact.Value) bool { _, _, h := x.Bounds(); return h == high }) {
					fail("range")
				}
			}
		}
	}
	if ties < 100 || numbers < 100 || points < 100 {
		t.Errorf("%d ties, %d numbers and %d points: too few to tell", ties, numbers, points)
	}
}

// inventNumbers makes records of one event whose numbers and points lie close enough to agree at times.
func inventNumbers(r *rand.Rand) []source {
	n := func(most int) string { return fmt.Sprint(r.IntN(most)) }
	place := func() string { return fmt.Sprintf("%.2f", 11.5+float64(r.IntN(30))/100) }
	outlets := []string{"Vanguard", "Punch", "This Day", "Daily Trust"}
	out := []source{{"acled", acledHead, nil}, {"ged", gedHead, nil}, {"gtd", gtdHead, nil}, {"scad", scadHead, nil}}
	for i := range 1 + r.IntN(2) {
		out[0].lines = append(out[0].lines, acled{
			id: fmt.Sprintf("NIG%d", i), source: outlets[r.IntN(4)], dead: n(12), date: fmt.Sprintf("2014-03-0%d", 1+r.IntN(7)), prec: fmt.Sprint(1 + r.IntN(3)),
			lat: place(), geo: fmt.Sprint(1 + r.IntN(3)),
		}.line())
	}
	for i := range 1 + r.IntN(2) {
		low := r.IntN(8)
		best := low + r.IntN(5)
		out[1].lines = append(out[1].lines, ged{
			id: fmt.Sprint(i), article: outlets[r.IntN(4)] + ` 7 March 2014 "Market`, low: fmt.Sprint(low), best: fmt.Sprint(best), high: fmt.Sprint(best + r.IntN(6)), lat: place(),
			where: fmt.Sprint(1 + r.IntN(4)), from: fmt.Sprintf("2014-03-0%d", 1+r.IntN(7)), to: "2014-03-08", prec: fmt.Sprint(1 + r.IntN(4)),
		}.line())
	}
	for i := range 1 + r.IntN(3) {
		out[2].lines = append(out[2].lines, gtd{
			id: fmt.Sprintf("20140305000%d", i), dead: []string{"3.33", "2.5", n(12), ""}[r.IntN(4)], wounded: n(4), lat: place(),
			cite: fmt.Sprintf(`"Raid number %d on the town," %s, March 7, 2014.`, i, outlets[r.IntN(4)]),
		}.line())
	}
	out[3].lines = append(out[3].lines, "4750001,1,475,Nigeria,05-Mar-14,05-Mar-14,8,Boko Haram,Army,"+[]string{"-77", "-88", "-99", n(12)}[r.IntN(4)]+",2,"+place()+",13.69,1,1,1,2014,2014,raid")
	return out
}
