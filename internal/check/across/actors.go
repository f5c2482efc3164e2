package across

import (
	"slices"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/record"
)

// Group reports whether an actor is an armed group by a name that may be compared with others: one of the registry, or one in a
// column that names groups. Columns of free text describe ("cattle rustlers") as often as they name.
func Group(d *record.Dataset, a *fact.Actor) bool {
	if a.Class != record.ActorArmedGroup {
		return false
	}
	switch d.Format.ID {
	case "acled", "ged", "gtd":
		return true
	}
	return a.Group != nil
}

// MainActors are the actors of a record that stand in the two columns of its sides: those who are named beside them (allies,
// and in ACLED whom the victims belong to) are left out.
func MainActors(d *record.Dataset, c *fact.Claim) []*fact.Actor {
	var labels []string
	for _, role := range [...]record.Role{record.RoleActor1, record.RoleActor2} {
		if col := d.Role(role); col != nil && col.Storage == record.Coded {
			if text, ok := col.Text(int(c.Row)); ok && text != "" {
				labels = append(labels, text)
			}
		}
	}
	var out []*fact.Actor
	for _, a := range c.Value.Actors {
		if slices.Contains(labels, a.Label) {
			out = append(out, a)
		}
	}
	return out
}

// Deaths is the number of dead of the event, the least where the datasets leave a range, 0 where nobody states it.
func (e *Event) Deaths() float64 {
	if f := e.Fact(fact.Deaths); f != nil {
		low, best, _ := f.Value.Bounds()
		switch {
		case best == best:
			return best
		case low == low:
			return low
		}
	}
	return 0
}
