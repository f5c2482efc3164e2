package cov008

import "testing"

func TestSilent(t *testing.T) {
	for _, c := range []struct {
		text    string
		word    string
		missing int
	}{
		{"about 3,000 fighters, Ministry of Defence", "", 0},
		{"the MSE team of the ministry", "MSE", 5},
		{"multiple systems estimation, 95 % interval", "multiple systems", 5},
		{"12,000 (95% CI 9,000-15,000)", "95% CI", 5},
		{"capture-recapture over three lists", "capture-recapture", 4},
		{"capture–recapture (Lincoln-Petersen) of two sources", "capture–recapture", 4},
		{"multiple systems estimation over four lists with 1,900 persons identified, matched by hand (precision .96), assuming no four-list interaction; sensitivity to each list tested", "multiple systems", 0},
		{"Kosovo: 10,356 (95 % confidence interval), 4 lists, 4,400 documented killings, matched by name; log-linear model with interactions, goodness of fit reported", "95 % confidence", 0},
		{"mark-recapture, independence assumed, two registers", "mark-recapture", 3},
	} {
		word, missing := silent(c.text)
		if word != c.word || len(missing) != c.missing {
			t.Errorf("%q: %q, missing %q; want %q, %d", c.text, word, missing, c.word, c.missing)
		}
	}
}
