package coverage

import "testing"

// Two families of models that exclude each other give no estimate; those that meet say so.
func TestModelsThatExcludeEachOther(t *testing.T) {
	latent := func(low, high float64) *Result {
		return &Result{Lines: []Line{
			line("latent", "", (low+high)/2, low, high, "posterior"),
			line("log-linear BIC", "", 8000, 7700, 8300, "count"),
		}}
	}
	for _, c := range []struct {
		low, high float64
		want      Verdict
	}{{5300, 5800, Withheld}, {8400, 9000, Withheld}, {7000, 7700, Pass}, {7900, 8100, Pass}} {
		r := latent(c.low, c.high)
		r.agree()
		if len(r.Gates) != 1 || r.Gates[0].Name != "agreement" || r.Gates[0].Verdict != c.want {
			t.Errorf("%v to %v: %+v", c.low, c.high, r.Gates)
		}
	}
	r := latent(7900, 8100)
	r.Lines[0] = noLine("latent", "", "did not converge")
	if r.agree(); len(r.Gates) != 0 {
		t.Errorf("a model without estimate: %+v", r.Gates)
	}
}
