package coverage

import (
	"fmt"
	"math"

	"github.com/assaydata/assay/internal/coverage/reach"
	"github.com/assaydata/assay/internal/wording"
)

// signs says what in the data suggests that some cases are hard to reach for all lists, so that every estimate is likely too
// low. Where it says nothing, there may still be such a class: one that hardly any list reaches leaves no trace.
func (r *Result) signs() []string {
	var out []string
	if sign, err := reach.Test(r.Table, r.StepwisePairs); err == nil && sign.Present {
		out = append(out, fmt.Sprintf("more cases are on several lists than the lists and their selected dependences explain (z = %.1f, over 1.645): some cases are easier to find than others, for all lists", sign.Z))
	}
	best := r.Best()
	for _, m := range r.Closed {
		if m.Name == "Mth Chao" && m.Why == "" && best != nil && m.N > best.N {
			out = append(out, fmt.Sprintf("the lower bound for cases that differ (Mth Chao, %s) is above the best log-linear estimate (%s)", whole(m.N), whole(best.N)))
		}
	}
	short, all := 0, 0
	for _, c := range r.Changes {
		if c.Kind == FromOthers && c.Model == "independence" && c.Why == "" {
			all++
			if c.Ratio() < 0.8 {
				short++
			}
		}
	}
	if all >= 3 && 2*short > all {
		out = append(out, fmt.Sprintf("of %d lists, %d come out more than a fifth too small when the others estimate them as if independent", all, short))
	}
	return out
}

func whole(n float64) string { return wording.Thousands(int(math.Round(n))) }
