package rules

import (
	_ "embed"
	"encoding/csv"
	"strconv"
	"strings"
	"sync"
)

// Rates are the measured error rates of a rule.
type Rates struct {
	Code    string
	Planted int      // errors of the rule's own kind planted into clean data
	Found   int      // of these
	Rows    int      // clean rows it was run on
	Alarms  int      // findings on them
	Formats []string // formats into which errors were planted
}

// Recall is the share of planted errors that were found, 1 where none were planted.
func (r Rates) Recall() float64 {
	if r.Planted == 0 {
		return 1
	}
	return float64(r.Found) / float64(r.Planted)
}

// AlarmsPer10000 is the number of false alarms per 10,000 clean rows.
func (r Rates) AlarmsPer10000() float64 {
	return float64(r.Alarms) / float64(max(r.Rows, 1)) * 10000
}

// measured.csv is written by "make docs" from measurements on the bundled generated data.
//
//go:embed measured.csv
var measuredCSV string

var measured = sync.OnceValue(func() map[string]Rates {
	out := map[string]Rates{}
	records, err := csv.NewReader(strings.NewReader(measuredCSV)).ReadAll()
	if err != nil {
		return out // a test reads the file
	}
	for _, r := range records {
		if len(r) != 6 || r[0] == "code" {
			continue
		}
		n := func(i int) int { v, _ := strconv.Atoi(r[i]); return v }
		out[r[0]] = Rates{r[0], n(1), n(2), n(3), n(4), strings.Fields(r[5])}
	}
	return out
})

// Measured returns the error rates of a rule, false where they were not measured (rules of the user's own).
func Measured(code string) (Rates, bool) {
	r, ok := measured()[code]
	return r, ok
}
