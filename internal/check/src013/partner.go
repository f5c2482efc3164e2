package src013

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/read/cell"
)

// card is what of a claim remarks can speak of.
type card struct {
	claim  claim.Claim
	thing  string // claims of one thing are compared
	values [][]float64
	date   cell.Span
	words  map[string]bool // names of its body, publisher, groups and persons
	loose  bool            // stands for itself: joined to others by day and name
}

func lower(texts ...string) map[string]bool {
	m := map[string]bool{}
	for _, t := range texts {
		for _, w := range strings.FieldsFunc(t, func(c rune) bool { return !unicode.IsLetter(c) }) {
			if r := []rune(w); len(r) > 2 && unicode.IsUpper(r[0]) {
				m[strings.ToLower(w)] = true
			}
		}
	}
	return m
}

// one puts every value into a field of its own, as incidents have them.
func one(values ...float64) [][]float64 {
	var out [][]float64
	for _, v := range values {
		var field []float64
		if !math.IsNaN(v) {
			field = []float64{v}
		}
		out = append(out, field)
	}
	return out
}

// deck lays out all claims of a case.
func deck(t *claim.Tables) []*card {
	var out []*card
	for _, c := range t.Figures {
		out = append(out, &card{
			claim: c, thing: "figure " + strings.ToLower(c.Origin), values: [][]float64{evidence.Numbers(c)}, date: c.AsOf,
			words: lower(c.Estimator, c.Source.Publisher),
		})
	}
	for _, c := range t.Incidents {
		k := c.Key
		if k == "" {
			k = "\x00" + c.ID
		}
		out = append(out, &card{
			claim: c, thing: "incident " + k, values: one(c.KilledCivilians, c.KilledSecurity, c.KilledPerpetrators, c.Injured),
			date: c.Date, words: lower(c.Source.Publisher),
		})
	}
	for _, c := range t.People {
		out = append(out, &card{claim: c, thing: "person " + c.Key, date: c.Death, words: lower(c.Source.Publisher)})
	}
	for _, c := range t.Groups {
		out = append(out, &card{claim: c, thing: "group " + c.Key, date: c.From, words: lower(c.Source.Publisher)})
	}
	for _, c := range t.Populations {
		out = append(out, &card{claim: c, thing: "population " + strings.ToLower(c.Area), values: one(c.N), date: c.AsOf, words: lower(c.Source.Publisher)})
	}
	for _, c := range t.Relations {
		out = append(out, &card{claim: c, thing: "relation " + c.A + " " + c.B, date: c.Date, words: lower(c.Locator, c.Notes), loose: true})
	}
	for _, c := range t.Contexts {
		out = append(out, &card{claim: c, date: c.Date, words: lower(c.Event, c.Locator), loose: true})
	}
	return out
}

// partners returns the claims among list that a remark on c speaks of, those with most in common first.
func partners(c *card, r remark, list []*card, most int) []claim.Claim {
	type match struct {
		c     *card
		score int
	}
	var found []match
	for _, o := range list {
		if o == c {
			continue
		}
		if s := common(c, r, o); s > 0 {
			found = append(found, match{o, s})
		}
	}
	slices.SortStableFunc(found, func(a, b match) int { return b.score - a.score })
	var out []claim.Claim
	for _, m := range found[:min(len(found), most)] {
		out = append(out, m.c.claim)
	}
	return out
}

// common counts what a remark on c shares with another claim; 0 where that is not enough to say that it speaks of it.
func common(c *card, r remark, o *card) int {
	names := 0
	for w := range r.names {
		if o.words[w] && !c.words[w] {
			names++
		}
	}
	dated := false
	for _, d := range r.dates {
		if o.date.Known() && d.First == o.date.First && d.Last == o.date.Last && !(c.date.Known() && c.date.First == d.First && c.date.Last == d.Last) {
			dated = true
		}
	}
	if o.loose || c.loose {
		if dated && (names > 0 || sharesWord(r, o)) {
			return 2 + names
		}
		return 0
	}
	number, large, own := false, false, false
	for i, field := range o.values {
		for _, v := range field {
			mine := i < len(c.values) && slices.Contains(c.values[i], v)
			own = own || mine && (r.same || slices.Contains(r.numbers, v))
			if !slices.Contains(r.numbers, v) || v == 0 || mine {
				continue
			}
			number = true
			large = large || v >= 100
		}
	}
	_, isFigure := c.claim.(*claim.Figure)
	switch {
	case isFigure && own && names > 0 && (r.same || near(c.date, o.date)):
		return 6 + names
	case number && names > 0:
		return 4 + names
	case number && !r.weak && (!isFigure || large && !r.owned && near(c.date, o.date)):
		return 3
	case dated:
		return 2
	case !isFigure && names >= 2 && !r.weak:
		return 1
	}
	return 0
}

// sharesWord reports whether a name in the remark stands in the other claim, also where this claim has it too.
func sharesWord(r remark, o *card) bool {
	for w := range r.names {
		if o.words[w] {
			return true
		}
	}
	return false
}

// near reports whether two dates lie within half a year of one another.
func near(a, b cell.Span) bool {
	return a.Known() && b.Known() && a.First <= b.Last+183 && b.First <= a.Last+183
}
