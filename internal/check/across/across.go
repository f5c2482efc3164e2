// Package across holds what rules about several datasets share: the events that two datasets or more tell, what each of
// them says of a field, how sure it is that their records are one event, and how a finding names all of them.
package across

import (
	"cmp"
	"slices"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
)

// Event is an event with records of two datasets or more.
type Event struct {
	*fact.Event
	in *check.Linkage
}

// Each calls yield with every event that two datasets or more tell, in the order of the entities. Events of one dataset are
// passed over without working out their facts: most events are of that kind.
func Each(p *check.Pass, yield func(*Event)) {
	for i := range p.Across.Facts.Result.Entities {
		if i%4096 == 0 && p.Cancelled() {
			return
		}
		if shared(p.Across.Facts.Result.Entities[i].Members) {
			yield(&Event{p.Across.Facts.Event(i), p.Across})
		}
	}
}

func shared(members []link.Member) bool {
	for _, m := range members[1:] {
		if m.Relation == link.Same && m.Data != members[0].Data {
			return true
		}
	}
	return false
}

// Data is the dataset of a record.
func (e *Event) Data(r link.Ref) *record.Dataset { return e.in.Facts.Result.Datasets[r.Data] }

// Sure is the least probability from which on two records count as one event without doubt: what contradicts between them is
// a matter of the data, and not of the link.
const Sure = 0.8

// Likely is the least probability for speaking of a contradiction at all: under it, two events are as likely as one.
const Likely = 0.5

// Linked is the probability that two records of the event are one event: what the model says of the pair, 1 where a reviewer
// said so, and for two records that were not compared what the best third record of the event makes of them.
func (e *Event) Linked(a, b link.Ref) float64 {
	best := pair(e.in, a, b)
	for _, c := range e.Same {
		if c != a && c != b {
			best = max(best, pair(e.in, a, c)*pair(e.in, c, b))
		}
	}
	return best
}

func pair(in *check.Linkage, a, b link.Ref) float64 {
	if b.Compare(a) < 0 {
		a, b = b, a
	}
	list := in.Linked.Pairs
	i, ok := slices.BinarySearchFunc(list, [2]link.Ref{a, b}, func(p link.Pair, t [2]link.Ref) int {
		return cmp.Or(p.A.Compare(t[0]), p.B.Compare(t[1]))
	})
	switch {
	case !ok || list[i].Relation != link.Same:
		return 0
	case list[i].Decided != "":
		return 1
	}
	return float64(list[i].Probability)
}

// Datasets lists the datasets that tell the event, by their indices, ascending.
func (e *Event) Datasets() []int32 {
	var out []int32
	for _, r := range e.Same {
		if !slices.Contains(out, r.Data) {
			out = append(out, r.Data)
		}
	}
	slices.Sort(out)
	return out
}

// Origin is the voice behind a record of the event.
func (e *Event) Origin(r link.Ref) int {
	for i, o := range e.Origins() {
		if slices.Contains(o.Records, r) {
			return i
		}
	}
	return -1
}

// SameReport says why two records of the event are one report that was read twice, "" where they are not: they cite one
// article, or their notes are nearly one text. That two datasets rest on one agency makes them one voice too, but says not
// that both read the same item.
func (e *Event) SameReport(a, b link.Ref) string {
	if o := e.Origin(a); o >= 0 && o == e.Origin(b) {
		switch why := e.Origins()[o].Why; why {
		case "same article", "nearly the same text":
			return why
		}
	}
	return ""
}

// Head names the event: its day and its place, as far as they are known.
func (e *Event) Head() string {
	if f := e.Fact(fact.Date); f != nil {
		return f.Value.String() + " " + e.Place()
	}
	return e.Place()
}

// Place names the place of the event, as far as it is known.
func (e *Event) Place() string {
	for _, field := range []fact.Field{fact.PlaceName, fact.Admin1, fact.Country} {
		if f := e.Fact(field); f != nil && f.Value.Text != "" {
			return f.Value.Text
		}
	}
	return "a place without a name"
}
