package roster

import (
	"regexp"
	"slices"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/record"
)

var (
	doubt     = regexp.MustCompile(`(?i)\b(?:not (?:been )?confirm\w*|cannot confirm|could not confirm|unable to confirm|unconfirmed|den(?:y|ied|ies)|reject\w*|believed (?:him|her|to be) alive|still alive|proved false|body not found|still determining|insists?|survived (?:the|an?|this|that)|seen alive)\b`)
	confirmed = regexp.MustCompile(`(?i)\b(?:identity (?:was )?confirmed|confirmed by|DNA|fingerprints)\b`)
)

// Doubt is a reported death that other words of the claims doubt.
type Doubt struct {
	Doubting, Reporting []*claim.Person
	Confirmed           bool // another claim says that the identity of the dead was established
	Later               bool // a death more than a year later is reported too, so that the doubt was right
	Settled             bool // two sources or more that are younger than every doubt report the death without one
}

// Doubts returns the claims that deny or do not confirm the death of a person, and the reports that they doubt: those
// within a year of the doubted date or, where the doubting claim gives none, those from before its source. ok is false where
// there are not both.
func (p *Person) Doubts() (d Doubt, ok bool) {
	for _, c := range p.Claims {
		text := words(c)
		if doubt.MatchString(text) && (deathWords.MatchString(text) || c.Death.Known()) {
			d.Doubting = append(d.Doubting, c)
		}
		if confirmed.MatchString(text) && !doubt.MatchString(text) {
			d.Confirmed = true
		}
	}
	const year = 366
	later := false
	for _, c := range p.Claims {
		if !c.Death.Known() {
			continue
		}
		doubted, after := false, len(d.Doubting) > 0
		for _, x := range d.Doubting {
			switch {
			case x.Death.Known():
				doubted = doubted || apart(x.Death, c.Death) <= year
				after = after && c.Death.First > x.Death.Last+year
			case !x.Source.Date.Known() || c.Death.First <= x.Source.Date.Last:
				doubted, after = true, false
			default:
				after = after && c.Death.First > x.Source.Date.Last+year
			}
		}
		if doubted {
			d.Reporting = append(d.Reporting, c)
		}
		later = later || after
	}
	d.Later = later
	d.Settled = d.settled()
	return d, len(d.Doubting) > 0 && len(d.Reporting) > 0
}

func (d *Doubt) settled() bool {
	newest := record.NoDay
	for _, x := range d.Doubting {
		if !x.Source.Date.Known() {
			return false
		}
		if newest == record.NoDay || x.Source.Date.Last > newest {
			newest = x.Source.Date.Last
		}
	}
	var after []*claim.Source
	for _, c := range d.Reporting {
		if s := c.Source; s.Date.Known() && s.Date.First > newest && !doubt.MatchString(words(c)) && !slices.Contains(after, s) {
			after = append(after, s)
		}
	}
	return len(after) > 1
}

func words(c *claim.Person) string { return c.DeathDetail + "; " + c.Locator + "; " + c.Notes }
