package audit

import (
	"math"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
)

// Card is one line of a scorecard: what the rules of one family found in one dataset. Findings of rules that only give
// leads are counted as leads and nowhere else, so that Errors, Warnings, Notes and Leads add up to all findings.
type Card struct {
	Data   *record.Dataset
	Family string // VAL, TIM …; "" for all families of the dataset together
	Title  string // of the family, for people

	Errors, Warnings, Notes, Leads int // numbers of findings

	ErrorRows   Share // rows with at least one error
	WarningRows Share // rows with at least one warning
	Rows        Share // rows with at least one error or warning

	Run     int // rules that could work on the dataset
	Skipped int // rules that could not
}

// Findings is the number of findings of all kinds.
func (c *Card) Findings() int { return c.Errors + c.Warnings + c.Notes + c.Leads }

// Share is a number of rows out of all rows of a dataset, counted as by [RowSet]. Low and High are the 95 % interval of
// [Wilson].
type Share struct {
	Count, Of int
	Low, High float64 // from 0 to 1
}

// NewShare returns count out of of with its interval.
func NewShare(count, of int) Share {
	s := Share{Count: count, Of: of}
	s.Low, s.High = Wilson(count, of)
	return s
}

// Value is the share from 0 to 1, 0 where there are no rows.
func (s Share) Value() float64 {
	if s.Of == 0 {
		return 0
	}
	return float64(s.Count) / float64(s.Of)
}

// Wilson returns the 95 % score interval of a proportion of k out of n (Wilson 1927, Journal of the American Statistical
// Association 22:209-212, doi 10.1080/01621459.1927.10502953): the rows are taken as a sample of what the coding process
// behind the dataset produces. With n = 0 it returns 0 and 1.
func Wilson(k, n int) (low, high float64) {
	if n <= 0 {
		return 0, 1
	}
	const z = 1.959963984540054 // 97.5 % point of the normal distribution
	num, p := float64(n), float64(k)/float64(n)
	mid := (p + z*z/(2*num)) / (1 + z*z/num)
	half := z / (1 + z*z/num) * math.Sqrt(p*(1-p)/num+z*z/(4*num*num))
	low, high = max(0, mid-half), min(1, mid+half)
	// At the ends the interval closes exactly; rounding must not leave a trace there.
	if k == 0 {
		low = 0
	}
	if k == n {
		high = 1
	}
	return low, high
}

// Scorecard sums the audit up: for each dataset, in order, a card of all families together and then one of each family of
// which a rule was asked for or found something, in the order of [check.Families].
func Scorecard(a *Audit) []Card {
	var out []Card
	at := 0
	for _, d := range a.Datasets {
		first := at
		for at < len(a.Findings) && a.Findings[at].Data == d {
			at++
		}
		out = append(out, cards(a, d, a.Findings[first:at])...)
	}
	return out
}

// tally counts the findings of one card.
type tally struct {
	card             Card
	errors, warnings RowSet
}

func cards(a *Audit, d *record.Dataset, findings []check.Finding) []Card {
	total := &tally{card: Card{Data: d, Title: "all families"}}
	families := make([]*tally, len(check.Families))
	family := func(r *check.Rule) *tally {
		for i, f := range check.Families {
			if f.Code == r.Family() {
				if families[i] == nil {
					families[i] = &tally{card: Card{Data: d, Family: f.Code, Title: f.Title}}
				}
				return families[i]
			}
		}
		return nil
	}
	each := func(r *check.Rule, do func(*tally)) {
		do(total)
		if t := family(r); t != nil {
			do(t)
		}
	}
	for _, r := range a.Rules {
		each(r, func(t *tally) { t.card.Run++ })
	}
	for _, s := range a.Skipped {
		if s.Data == d {
			each(s.Rule, func(t *tally) { t.card.Run--; t.card.Skipped++ })
		}
	}
	for i := range findings {
		each(findings[i].Rule, func(t *tally) { t.add(&findings[i]) })
	}
	out := []Card{total.done()}
	for _, t := range families {
		if t != nil {
			out = append(out, t.done())
		}
	}
	return out
}

func (t *tally) add(f *check.Finding) {
	var rows *RowSet
	switch {
	case f.Rule.Lead:
		t.card.Leads++
	case f.Severity == check.Error:
		t.card.Errors++
		rows = &t.errors
	case f.Severity == check.Warning:
		t.card.Warnings++
		rows = &t.warnings
	default:
		t.card.Notes++
	}
	if rows != nil {
		rows.Add(f)
	}
}

func (t *tally) done() Card {
	n := t.card.Data.N
	t.card.ErrorRows = NewShare(t.errors.Count(), n)
	t.card.WarningRows = NewShare(t.warnings.Count(), n)
	t.card.Rows = NewShare(t.errors.union(&t.warnings), n)
	return t.card
}
