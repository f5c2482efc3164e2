package latent

import "math"

// modes finds where draws gather: maxima of a kernel density of log N that hold at least one draw in twenty between the minima beside
// them. The bandwidth is Silverman's for as many independent draws as there are effective ones, so that a chain that lingers makes no
// mode by that alone.
func modes(sorted []float64, ess float64) []Mode {
	logs := make([]float64, len(sorted))
	mean, sd := 0.0, 0.0
	for i, n := range sorted {
		logs[i] = math.Log(n)
		mean += logs[i] / float64(len(sorted))
	}
	for _, x := range logs {
		sd += (x - mean) * (x - mean) / float64(len(sorted))
	}
	sd = math.Sqrt(sd)
	if sd < 1e-12 {
		return []Mode{{N: sorted[0], Share: 1}}
	}
	scale := sd
	if iqr := (quantile(logs, 0.75) - quantile(logs, 0.25)) / 1.349; iqr > 0 {
		scale = math.Min(sd, iqr)
	}
	h := 0.9 * scale * math.Pow(math.Max(ess, 20), -0.2)
	const points = 512
	from, to := logs[0]-3*h, logs[len(logs)-1]+3*h
	step := (to - from) / (points - 1)
	var density [points]float64
	for _, x := range logs {
		for g := max(0, int((x-5*h-from)/step)); g < points; g++ {
			d := (from + float64(g)*step - x) / h
			if d > 5 {
				break
			}
			density[g] += math.Exp(-d * d / 2)
		}
	}
	var found []Mode
	for g, left := 1, 0; g < points-1; g++ {
		if density[g] <= density[g-1] || density[g] < density[g+1] {
			continue
		}
		right := g + 1
		for right < points-1 && density[right+1] <= density[right] {
			right++
		}
		inside := 0
		for _, x := range logs {
			if at := (x - from) / step; at > float64(left) && at <= float64(right) {
				inside++
			}
		}
		found = append(found, Mode{N: math.Exp(from + float64(g)*step), Share: float64(inside) / float64(len(logs))})
		left = right
	}
	kept := found[:0]
	for _, m := range found {
		if m.Share >= 0.05 {
			kept = append(kept, m)
		}
	}
	return kept
}
