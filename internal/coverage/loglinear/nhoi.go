package loglinear

import (
	"math"

	"github.com/assaydata/assay/internal/coverage/capture"
)

// Highest is the estimate that a value xi of the highest interaction gives: how many times as many cases are unseen as when
// the interaction of all lists is absent (xi = 1). The data say nothing about xi (Aleshin-Guendel, Sadinle and Wakefield,
// arXiv 2101.09304). It uses all counts, and none may be 0: the Outcome is then [Undefined].
func Highest(t *capture.Table, xi float64) Fit {
	dense := t.Dense()
	lists := len(t.Lists)
	if t.N() == 0 {
		return Fit{Outcome: NoCases}
	}
	if lists < 2 {
		return Fit{Outcome: NotIdentifiable}
	}
	log, variance := math.Log(xi), 0.0
	for c, y := range dense[1:] {
		if y == 0 {
			return Fit{Outcome: Undefined}
		}
		if order(uint32(c+1))%2 == 1 {
			log += math.Log(float64(y))
		} else {
			log -= math.Log(float64(y))
		}
		variance += 1 / float64(y)
	}
	n := float64(t.N())
	unseen, se := math.Exp(log), math.Sqrt(variance)
	spread := math.Exp(normal975 * se)
	out := Fit{N: n + unseen, Low: n + unseen/spread, High: n + unseen*spread, Unseen: unseen, SE: se, Params: len(dense) - 1}
	if math.IsInf(out.High, 0) || math.IsNaN(out.High) {
		return Fit{Outcome: NotFound}
	}
	return out
}
