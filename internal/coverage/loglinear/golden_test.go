package loglinear

import (
	"context"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/coverage/captest"
	"github.com/assaydata/assay/internal/coverage/capture"
)

// near reports a value that is not within a half unit of the last digit given, or within a tolerance.
func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s: %.2f, want %.2f within %g", what, got, want, tolerance)
	}
}

func search(t *testing.T, table *capture.Table) *Search {
	t.Helper()
	s, err := All(context.Background(), table)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// Estimates by the R package Rcapture 1.4 (closedpMS) and, for Kosovo, the published figure.
func TestGoldenSearch(t *testing.T) {
	type row struct {
		rank           int // by BIC, from 0; -1 for the best by AIC
		model          string
		n, low, high   float64
		tolN, tolRange float64
	}
	for _, test := range []struct {
		table captest.Table
		name  string
		count int
		rows  []row
	}{
		{captest.Kosovo, "Kosovo", 113, []row{
			{0, "[EXH,ABA,OSCE][EXH,HRW][OSCE,HRW]", 10356.52, 9005, 12105, .005, .5},
			{1, "[EXH,ABA,OSCE][EXH,OSCE,HRW]", 12740.97, 10130, 16542, .005, .5},
			{2, "[EXH,OSCE,HRW][EXH,ABA][ABA,OSCE]", 18393.31, 15375, 22242, .005, .5},
			{-1, "[EXH,ABA,OSCE][EXH,OSCE,HRW]", 12740.97, 10130, 16542, .005, .5},
		}},
		{captest.UK5, "UK 5", 1024, []row{
			{0, "[LA,NG][LA,PFNCA][NG,PFNCA][PFNCA,GO][NG,GP]", 22991.33, 17861, 29862, .005, .6},
			{1, "", 12262.41, 0, 0, .005, 0},
			{2, "", 25978.17, 0, 0, .005, 0},
			{-1, "", 11175, 9767, 12865, .5, .5},
		}},
		{captest.NewOrleans5, "New Orleans 5", 1024, []row{
			{0, "[A][BEFG][C][D][H]", 1034.15, 658.3, 1708.6, .005, .05},
			{1, "", 924.55, 0, 0, .005, 0},
			{2, "", 1206.56, 0, 0, .005, 0},
			{-1, "", 2750, 1031, 7963, .5, .5},
		}},
		{captest.Western, "Western", 1024, []row{
			{0, "[A,E][B][C][D]", 2483.38, 1657.1, 3830, .005, .1},
			{1, "", 2175.16, 0, 0, .005, 0},
			{2, "", 2817.77, 0, 0, .005, 0},
			{-1, "", 2308, 0, 0, .5, 0},
		}},
		{captest.Australia, "Australia", 113, []row{
			// The best by AIC in R, [B,C,D][A,B] with 2,440, has no maximum: no case is on C and D without B.
			{0, "[A,B][B,C][B,D]", 6496, 2882, 15402, .5, .7}, {-1, "[A,B,C][B,D]", 24014, 3692.5, 170297.6, .5, .1},
		}},
	} {
		s := search(t, test.table.Read(t))
		total := len(s.Models)
		for _, n := range s.Refused {
			total += n
		}
		if total != test.count {
			t.Errorf("%s: %d models, want %d", test.name, total, test.count)
		}
		for _, r := range test.rows {
			i := r.rank
			if i < 0 {
				i = s.AICBest
			}
			m := s.Models[i]
			name := Name(test.table.Read(t).Lists, m.Interactions)
			near(t, test.name+" "+name, m.N, r.n, r.tolN)
			if r.model != "" && name != r.model {
				t.Errorf("%s: rank %d is %s, want %s", test.name, r.rank, name, r.model)
			}
			if r.low > 0 {
				near(t, test.name+" "+name+" low", m.Low, r.low, r.tolRange)
				near(t, test.name+" "+name+" high", m.High, r.high, r.tolRange)
			}
		}
	}
	k := search(t, captest.Kosovo.Read(t))
	near(t, "Kosovo BIC", k.Models[0].BIC, 203.03, .005)
	near(t, "Kosovo second by BIC", k.Models[1].BIC-k.Models[0].BIC, .1, .05)
	near(t, "Kosovo third by BIC", k.Models[2].BIC-k.Models[0].BIC, .9, .05)
}

// All models within 6 BIC or AIC of the best one, UK 5.
func TestGoldenRange(t *testing.T) {
	s := search(t, captest.UK5.Read(t))
	bic, aic := s.Within(6, false), s.Within(6, true)
	if bic.Models != 12 || aic.Models != 27 {
		t.Errorf("%d models within 6 BIC and %d within 6 AIC, want 12 and 27", bic.Models, aic.Models)
	}
	near(t, "BIC low", bic.Low, 10674, .5)
	near(t, "BIC high", bic.High, 25978, .5)
	near(t, "AIC low", aic.Low, 10330, .5)
	near(t, "AIC high", aic.High, 22521, .5)
}

// Stepwise selection and bootstrap by the R package SparseMSE 2.0. The bootstrap draws other random numbers: over 40 seeds
// the limits of 1,000 replicates range over 8,755 to 9,562 and 14,462 to 16,034 (UK 5), 459 to 651 and 1,468 to 1,643
// (New Orleans 5), 1,067 to 1,380 and 3,487 to 3,993 (Western), because they fall on the second smallest replicate or so.
func TestGoldenStepwise(t *testing.T) {
	for _, test := range []struct {
		table                    *capture.Table
		name, pairs              string
		n, low, high, tolerance  float64
		bcaLow, bcaHigh, bcaNear float64
	}{
		{captest.Kosovo.Read(t), "Kosovo", "", 14341.66, 12541.28, 16540.19, .005, 12484, 16623, .02},
		{captest.UK5.Read(t), "UK 5", "LA:NG NG:GP PFNCA:GP LA:PFNCA GO:GP NG:GO", 11313, 9884.4, 13027.4, .5, 8785, 14701, .10},
		{captest.NewOrleans5.Read(t), "New Orleans 5", "", 1034.15, 658.3, 1708.6, .05, 589, 1704, .16},
		{captest.Western.Read(t), "Western", "A:E", 2483.38, 1657.1, 3830, .1, 1293, 3672, .10},
	} {
		chosen, fit := Stepwise(test.table, DefaultThreshold)
		var pairs []string
		for _, m := range chosen {
			pairs = append(pairs, pairName(test.table.Lists, m))
		}
		if got := strings.Join(pairs, " "); test.pairs != "" && got != test.pairs {
			t.Errorf("%s: %s, want %s", test.name, got, test.pairs)
		}
		near(t, test.name, fit.N, test.n, test.tolerance)
		near(t, test.name+" low", fit.Low, test.low, test.tolerance)
		near(t, test.name+" high", fit.High, test.high, test.tolerance)
		b, err := BCa(context.Background(), test.table, DefaultThreshold, DefaultReplicates, 1)
		if err != nil || b.Why != "" {
			t.Errorf("%s: %v %s", test.name, err, b.Why)
			continue
		}
		t.Logf("%s: BCa %.0f to %.0f, failed %d", test.name, b.Low, b.High, b.Failed)
		near(t, test.name+" BCa low", b.Low, test.bcaLow, test.bcaNear*test.bcaLow)
		near(t, test.name+" BCa high", b.High, test.bcaHigh, test.bcaNear*test.bcaHigh)
	}
}

func pairName(lists []string, m uint32) string {
	var names []string
	for i, l := range lists {
		if m>>i&1 == 1 {
			names = append(names, l)
		}
	}
	return strings.Join(names, ":")
}

// The tables that are too large to stand here.
func TestGoldenPublished(t *testing.T) {
	ned := captest.Published(t, "ned_5").Strata[0].Table
	s := search(t, ned)
	near(t, "Netherlands 5", s.Models[0].N, 48012.73, .005)
	near(t, "Netherlands 5 low", s.Models[0].Low, 42114, .5)
	near(t, "Netherlands 5 high", s.Models[0].High, 54939, .5)
	near(t, "Netherlands 5 second", s.Models[1].N, 50455.13, .005)
	near(t, "Netherlands 5 third", s.Models[2].N, 46330.88, .005)
	_, fit := Stepwise(ned, DefaultThreshold)
	near(t, "Netherlands 5 stepwise", fit.N, 121521.6, .05)
	near(t, "Netherlands 5 stepwise low", fit.Low, 98675.43, .01)
	near(t, "Netherlands 5 stepwise high", fit.High, 150138.9, .06)

	uk := captest.Published(t, "ukdat").Strata[0].Table
	s = search(t, uk)
	if n := len(s.Models); n != 32768 {
		t.Errorf("UK 6: %d models with an estimate, want 32768; refused %v", n, s.Refused)
	}
	near(t, "UK 6", s.Models[0].N, 12350, .5)
	near(t, "UK 6 low", s.Models[0].Low, 10864, .5)
	near(t, "UK 6 high", s.Models[0].High, 14107, .5)
	chosen, fit := Stepwise(uk, DefaultThreshold)
	var pairs []string
	for _, m := range chosen {
		pairs = append(pairs, pairName(uk.Lists, m))
	}
	if got := strings.Join(pairs, " "); got != "PF:NCA LA:NG NG:GP LA:PF PF:GP GO:GP NG:GO" {
		t.Errorf("UK 6 stepwise: %s", got)
	}
	near(t, "UK 6 stepwise", fit.N, 11418, .5)
	near(t, "UK 6 stepwise low", fit.Low, 9977.3, .05)
	near(t, "UK 6 stepwise high", fit.High, 13145.7, .05)

	new8 := captest.Published(t, "neworl").Strata[0].Table
	chosen, fit = Stepwise(new8, DefaultThreshold)
	if len(chosen) != 1 || pairName(new8.Lists, chosen[0]) != "D:E" {
		t.Errorf("New Orleans 8: %v", chosen)
	}
	near(t, "New Orleans 8", fit.N, 1183.7, .05)
	near(t, "New Orleans 8 low", fit.Low, 720.9, .05)
	near(t, "New Orleans 8 high", fit.High, 2046.1, .05)
}

func TestGoldenHighest(t *testing.T) {
	k := captest.Kosovo.Read(t)
	fit := Highest(k, 1)
	near(t, "NHOI", fit.N, 16942, .5)
	near(t, "NHOI low", fit.Low, 9360, .5)
	near(t, "NHOI high", fit.High, 36116, 1) // with 1.96 for 1.95996 standard errors
	for xi, n := range map[float64]float64{.5: 10671, .8: 14434, 1.25: 20077, 2: 29484} {
		near(t, "NHOI", Highest(k, xi).N, n, .6)
	}
	// It is the model with all interactions but one.
	f := NewFitter(4)
	f.Load(k)
	models := Hierarchical(4, 3)
	full := slices.MaxFunc(models, func(a, b []uint32) int { return len(a) - len(b) })
	near(t, "saturated", f.Fit(full).N, fit.N, 1e-4)
	if got := Highest(captest.Australia.Read(t), 1).Outcome; got != Undefined {
		t.Errorf("Australia has empty patterns: %v", got)
	}
}

// Chan, Silverman and Vincent, arXiv 1902.05156, table 2: pairs AB, AC, BC of a made-up table.
func TestGoldenExistence(t *testing.T) {
	const ab, ac, bc = 3, 5, 6
	table := captest.Artificial3.Read(t)
	for _, test := range []struct {
		model []uint32
		want  Outcome
	}{
		{nil, Estimated},
		{[]uint32{ab}, NoMaximum},
		{[]uint32{ac}, Estimated},
		{[]uint32{ab, ac}, NoMaximum},
		{[]uint32{bc}, Estimated},
		{[]uint32{ab, bc}, NoMaximum},
		{[]uint32{ac, bc}, Estimated},
		{[]uint32{ab, ac, bc}, NotIdentifiable},
	} {
		if got := Exists(table, test.model); got != test.want {
			t.Errorf("%s: %v, want %v", Name(table.Lists, test.model), got, test.want)
		}
		if got := load(t, table).Fit(test.model).Outcome; got != test.want {
			t.Errorf("%s fitted: %v, want %v", Name(table.Lists, test.model), got, test.want)
		}
	}
	for name, c := range map[string]captest.Table{"Kosovo": captest.Kosovo, "Western": captest.Western, "New Orleans 5": captest.NewOrleans5, "UK 5": captest.UK5} {
		table := c.Read(t)
		for _, m := range Hierarchical(len(table.Lists), 2) {
			if got := Exists(table, m); got != Estimated {
				t.Errorf("%s %s: %v", name, Name(table.Lists, m), got)
			}
		}
	}
}

func load(t testing.TB, table *capture.Table) *Fitter {
	t.Helper()
	f := NewFitter(len(table.Lists))
	f.Load(table)
	return f
}
