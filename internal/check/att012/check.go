package att012

import (
	"fmt"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) { across.Each(p, func(e *across.Event) { compare(p, e) }) }

// stand is what the records of one dataset say of who did it.
type stand struct {
	data  *record.Dataset
	rows  []link.Ref
	names []string // groups, and states that attack civilians
	open  bool     // somebody did it who is not named
	votes []int    // origins of the records that name a group
	state bool
	doubt bool // the dataset itself marks its attribution as suspected
}

func compare(p *check.Pass, e *across.Event) {
	var named, open []*stand
	for _, s := range stands(e) {
		switch {
		case s.open && len(s.names) > 0: // one side of a fight is named, the other is not
		case len(s.names) > 0:
			named = append(named, s)
		case s.open:
			open = append(open, s)
		}
	}
	if len(named) == 0 || len(open) == 0 || voices(named) > 1 {
		return
	}
	a, b, linked, reread := surest(e, named, open)
	if linked < across.Sure || a.names[0] == states && b.state { // the state may be whom they attacked
		return
	}
	x := check.Finding{Data: a.data, Row: int(a.rows[0].Row), Column: index(a.data), Key: "attribution"}
	for _, s := range slices.Concat(named, open) {
		for _, r := range s.rows {
			if r != a.rows[0] {
				x.Related = append(x.Related, check.Ref{Data: s.data, Row: int(r.Row), Column: index(s.data)})
			}
		}
	}
	x.Alike = len(x.Related)
	x.Severity, x.Confidence = check.Note, across.Doubt{Linked: linked}.Confidence()
	x.Weight = 1 + e.Deaths()
	x.Message = fmt.Sprintf("%s: %s; %s", e.Head(), say(named), leaves(open))
	x.Found, x.Expected = strings.Join(a.names, "; "), "named in both, or open in both"
	x.Why = fmt.Sprintf("the records of %s and %s are one event with probability %.2f; %s", a.data.Name, b.data.Name, linked, e.Voiced())
	if reread != "" {
		x.Severity, x.Confidence = check.Warning, across.Doubt{Linked: linked, Reread: reread}.Confidence()
		x.Why += fmt.Sprintf("; both go back to one report (%s), so that one coder named whom the other did not find in it", reread)
	}
	if a.doubt {
		x.Severity = check.Note
		x.Why += fmt.Sprintf("; %s itself marks its attribution as suspected", a.data.Name)
	}
	x.Help = "look in the source for who names the actor, and whether it is a claim, an accusation or the coder's conclusion; analyse such events under both readings"
	p.Report(x)
}

const states = "state forces"

// stands reads the records of the event by dataset.
func stands(e *across.Event) []*stand {
	var out []*stand
	by := map[int32]*stand{}
	for _, d := range e.Datasets() {
		by[d] = &stand{}
		out = append(out, by[d])
	}
	f := e.Fact(fact.Actors)
	for _, r := range e.Same {
		s := by[r.Data]
		s.data = e.Data(r)
		s.rows = append(s.rows, r)
		if c := s.data.Role(record.RoleActor1); c != nil && c.State(int(r.Row)) == record.Missing {
			s.open = true
		}
		s.doubt = s.doubt || suspected(s.data, int(r.Row))
		if f == nil {
			continue
		}
		for i := range f.Claims {
			if f.Claims[i].Ref == r {
				s.read(&f.Claims[i])
			}
		}
	}
	return out
}

// read takes in the two sides of a record. A state counts as the one that did it only where it stands against civilians alone.
func (s *stand) read(c *fact.Claim) {
	has := map[record.ActorClass]bool{}
	for _, a := range across.MainActors(s.data, c) {
		has[a.Class] = true
		if across.Group(s.data, a) && !slices.Contains(s.names, a.Name()) {
			s.names = append(s.names, a.Name())
		}
	}
	s.open = s.open || has[record.ActorUnidentified]
	s.state = s.state || has[record.ActorState]
	if has[record.ActorState] && has[record.ActorCivilians] && !has[record.ActorUnidentified] && len(s.names) == 0 {
		s.names = append(s.names, states)
	}
	if len(s.names) > 0 {
		s.votes = append(s.votes, c.Origin)
	}
}

// voices counts the independent origins that name the group which the first of them names.
func voices(named []*stand) int {
	seen := map[int]bool{}
	for _, s := range named {
		if slices.Contains(s.names, named[0].names[0]) {
			for _, v := range s.votes {
				seen[v] = true
			}
		}
	}
	return len(seen)
}

// suspected reports whether GTD marks the attribution of a row as suspected.
func suspected(d *record.Dataset, row int) bool {
	if d.Format.ID != "gtd" {
		return false
	}
	c := d.Column("guncertain1")
	if c == nil {
		return false
	}
	v, ok := c.Number(row)
	return ok && v == 1
}

// surest finds the two records, one of either kind, whose link is the surest, and whether they are one report.
func surest(e *across.Event, named, open []*stand) (a, b *stand, linked float64, reread string) {
	linked = -1
	for _, x := range named {
		for _, y := range open {
			for _, r := range x.rows {
				for _, q := range y.rows {
					l, why := e.Linked(r, q), e.SameReport(r, q)
					if reread == "" && why != "" || (why != "") == (reread != "") && l > linked {
						a, b, linked, reread = x, y, l, why
					}
				}
			}
		}
	}
	return a, b, linked, reread
}

func say(list []*stand) string {
	var out []string
	for _, s := range list {
		out = append(out, s.data.Name+" names "+wording.List(s.names, 3))
	}
	return wording.List(out, 4)
}

func leaves(list []*stand) string {
	var out []string
	for _, s := range list {
		out = append(out, s.data.Name)
	}
	verb := " leaves it open"
	if len(out) > 1 {
		verb = " leave it open"
	}
	return wording.List(out, 4) + verb
}

func index(d *record.Dataset) int {
	if c := d.Role(record.RoleActor1); c != nil {
		return c.Index
	}
	return -1
}
