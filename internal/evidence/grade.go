package evidence

import "github.com/assaydata/assay/internal/claim"

// EffectiveSources is the number of independent sources that m sources with a common correlation rho are worth:
// m / (1 + (m-1) rho). With rho 0.9 twenty sources are worth 1.1. (The result is usually credited to Clemen and Winkler,
// Operations Research 33(2), 1985.)
func EffectiveSources(m int, rho float64) float64 {
	if m <= 0 {
		return 0
	}
	rho = min(max(rho, 0), 1)
	return float64(m) / (1 + float64(m-1)*rho)
}

// Credibility grades what the claims agree on by the second half of the Admiralty code, against the claims that say
// otherwise. It counts origins, never documents, and does not look at the reliability of the sources, which is the other
// half of the code: 1 confirmed by other independent sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable,
// 6 cannot be judged.
func (g *Graph) Credibility(agree []claim.Claim, against ...claim.Claim) int {
	known := 0
	for _, o := range g.Origins(agree) {
		if o.Root != Unknown {
			known++
		}
	}
	other := 0
	for _, o := range g.Origins(against) {
		if o.Root != Unknown {
			other++
		}
	}
	switch {
	case known == 0:
		return 6
	case known >= 2 && other == 0:
		return 1
	case known >= 2 && known > other:
		return 2
	case known >= other:
		return 3
	case other >= 3*known:
		return 5
	}
	return 4
}

// CredibilityWords are the words of the Admiralty code for the grades 1 to 6.
var CredibilityWords = [...]string{
	"", "confirmed by independent origins", "probably true", "possibly true", "doubtful", "improbable", "cannot be judged",
}
