package roster

import (
	"slices"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/record"
)

// Impossible is what does not fit into one life: the claims of it, and the claims of birth or death that it is held against.
type Impossible struct {
	Claims, Against []*claim.Person
	Why             string
}

// grace is how many days after a death a list may still carry a role.
const grace = 31

// Impossibles returns activity after the last reported death, and roles or deaths at an age under 10 or over 90 by every
// date of birth that claims give.
func (p *Person) Impossibles() []Impossible {
	var out []Impossible
	if x := p.afterDeath(); len(x.Claims) > 0 {
		out = append(out, x)
	}
	if x := p.wrongAge(); len(x.Claims) > 0 {
		out = append(out, x)
	}
	return out
}

func (p *Person) afterDeath() (x Impossible) {
	last := record.NoDay
	for _, c := range p.Claims {
		if !c.Death.Known() {
			continue
		}
		switch end := loosen(c.Death).Last; {
		case last == record.NoDay || end > last:
			last, x.Against = end, []*claim.Person{c}
		case end == last:
			x.Against = append(x.Against, c)
		}
	}
	if last == record.NoDay {
		return x
	}
	death := x.Against[0].Death.Text
	for _, c := range p.Claims {
		switch {
		case c.From.Known() && loosen(c.From).First > last+grace:
			x.Why = "a role begins (" + c.From.Text + ") after the last reported death (" + death + ")"
		case c.To.Known() && loosen(c.To).First > last+grace:
			x.Why = "a role goes on (" + c.To.Text + ") after the last reported death (" + death + ")"
		default:
			continue
		}
		x.Claims = append(x.Claims, c)
	}
	return x
}

func (p *Person) wrongAge() (x Impossible) {
	var births []*claim.Person
	for _, c := range p.Claims {
		if c.Birth.Known() {
			births = append(births, c)
		}
	}
	for _, c := range p.Claims {
		for _, s := range []cell.Span{c.From, c.Death} {
			if !s.Known() || len(births) == 0 {
				continue
			}
			s = loosen(s)
			young, old := true, true
			for _, b := range births {
				born := loosen(b.Birth)
				young = young && yearsBefore(s.Last, 10) < born.First
				old = old && yearsBefore(s.First, 90) > born.Last
			}
			if !young && !old || slices.Contains(x.Claims, c) {
				continue
			}
			if len(x.Claims) == 0 {
				x.Against = births
				x.Why = "under 10 years old"
				if old {
					x.Why = "over 90 years old"
				}
				x.Why += " when active or dead (" + s.Text + ")"
			}
			x.Claims = append(x.Claims, c)
		}
	}
	return x
}
