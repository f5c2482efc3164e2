package att005

import (
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// classes names what stands on both sides, in the order in which the note counts them.
var classes = []struct {
	class record.ActorClass
	name  string
}{
	{record.ActorState, "state forces"},
	{record.ActorArmedGroup, "armed or communal groups"},
	{record.ActorProtesters, "rioters or protesters"},
	{record.ActorCivilians, "civilians"},
	{record.ActorUnidentified, "unidentified actors"},
}

func run(p *check.Pass) {
	d := p.Data
	c1, c2 := d.Role(record.RoleActor1), d.Role(record.RoleActor2)
	twin := twins(c1, c2)
	class := classOf(d, c1)
	counts := make([]int, record.ActorUnidentified+1)
	var others []int32
	n := 0
	for row, code := range c1.Codes {
		if c2.Codes[row] != twin[code] || twin[code] == 0 {
			continue
		}
		n++
		counts[class(code)]++
		if class(code) == record.ActorState {
			state(p, c1, c2, row)
		} else {
			others = append(others, int32(row))
		}
	}
	if len(others) == 0 {
		return
	}
	var parts []string
	for _, k := range classes {
		if counts[k.class] > 0 {
			parts = append(parts, fmt.Sprintf("%s %s", k.name, wording.Thousands(counts[k.class])))
		}
	}
	p.Report(check.Finding{
		Severity: check.Note, Confidence: 0.9, Row: -1, Column: c2.Index, Marked: []int{c1.Index},
		Related: tabular.Refs(d, others, c2.Index, tabular.Examples),
		Message: fmt.Sprintf("the same actor stands on both sides in %s (%s)", wording.Count(n, "row"), wording.Share(n, d.N)),
		Why:     "by class of actor: " + strings.Join(parts, ", "),
		Help:    "leave these rows out of networks of actors, or tell the factions apart from the notes",
		Found:   wording.Count(n, "row"), Weight: float64(n),
	})
}

// twins maps each code of a to the code of b with the same text, 0 (the empty cell) where there is none or the text says
// that nobody is named.
func twins(a, b *record.Column) []uint32 {
	byText := make(map[string]uint32, len(b.Dict.Texts))
	for code, text := range b.Dict.Texts {
		byText[text] = uint32(code)
	}
	out := make([]uint32, len(a.Dict.Texts))
	for code, text := range a.Dict.Texts {
		if a.Dict.States[code] == record.Present {
			out[code] = byText[text]
		}
	}
	return out
}

func classOf(d *record.Dataset, c *record.Column) func(uint32) record.ActorClass {
	if d.Events != nil && len(d.Events.Actors1) == len(c.Dict.Texts) {
		return func(code uint32) record.ActorClass { return d.Events.Actors1[code].Class }
	}
	return func(code uint32) record.ActorClass { return record.ParseActor(c.Dict.Texts[code]).Class }
}

func state(p *check.Pass, c1, c2 *record.Column, row int) {
	label, _ := c1.Text(row)
	p.Report(check.Finding{
		Row: row, Column: c2.Index, Marked: []int{c1.Index},
		Message:  fmt.Sprintf("both sides are %s", wording.Quote(label, wording.Label)),
		Why:      fmt.Sprintf("%s and %s hold the same label of state forces", tabular.Name(c1), tabular.Name(c2)),
		Help:     "read the note: mutiny, friendly fire and clashes of units are of this shape; otherwise one side is miscoded",
		Expected: "two different actors", Found: label, Weight: 1,
	})
}

// plant writes the state forces of a two-sided event on the other side too.
func plant(s *check.Sheet, n int) {
	c1, c2 := s.Data.Role(record.RoleActor1), s.Data.Role(record.RoleActor2)
	if c1 == nil || c2 == nil {
		return
	}
	ok := func(row int) bool {
		return c2.Has(row) && record.ParseActor(s.Get(row, record.RoleActor1)).Class == record.ActorState &&
			s.Get(row, record.RoleActor1) != s.Get(row, record.RoleActor2)
	}
	for _, row := range s.Pick(n, ok) {
		s.Set(row, record.RoleActor2, s.Get(row, record.RoleActor1))
		s.Add(s.Get(row, record.RoleActor1)+" set on both sides", row)
	}
}
