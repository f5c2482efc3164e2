package casereport

// probabilityWord turns a probability into a word of one row of the scale of the US intelligence community (Intelligence
// Community Directive 203, 2015): the same number always gives the same word, and rows are not mixed. Numbers outside 1 to
// 99 per cent have no word of their own on the scale and take that of its end.
func probabilityWord(p float64) string {
	switch {
	case p < 0.05:
		return "almost no chance"
	case p < 0.20:
		return "very unlikely"
	case p < 0.45:
		return "unlikely"
	case p <= 0.55:
		return "roughly even chance"
	case p <= 0.80:
		return "likely"
	case p <= 0.95:
		return "very likely"
	}
	return "almost certain"
}

// Levels of confidence. Confidence is a statement about the evidence, never about how probable a thing is, and never
// stands in one clause with a probability.
const (
	confHigh     = "high"
	confModerate = "moderate"
	confLow      = "low"
)

// confidence follows from the number of independent voices and from whether they agree: three or more that agree are
// high, two moderate, one, or any number that contradict one another, low.
func confidence(origins int, agree bool) (level, because string) {
	switch {
	case !agree:
		return confLow, "the claims contradict one another"
	case origins >= 3:
		return confHigh, ""
	case origins == 2:
		return confModerate, "two independent voices"
	}
	return confLow, "one voice only"
}
