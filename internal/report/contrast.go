package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/wording"
)

// contrastGroup is the worst contradictions about one field.
type contrastGroup struct {
	ID, Title, Note string
	Events          []contrastView
}

// contrastView is one event whose records contradict each other, side by side.
type contrastView struct {
	ID, Title, Where string
	Caption          string
	Records          []contrastRecord
	Rows             []contrastRow
	Remarks          []string
}

// contrastRecord is the head of a column: a record with its address.
type contrastRecord struct {
	Dataset, ID, Address string
	Part                 bool // tells of a part of the event
}

// contrastRow is one field of all records, and what follows.
type contrastRow struct {
	Field      string
	InQuestion bool // the contradiction is about it
	Cells      []contrastCell
	Value      string // chosen
	Verdict    string
	Why        string
}

type contrastCell struct {
	Text   string
	Note   string
	Marked bool // one of the two that are furthest apart
	Stance string
}

const (
	mostContrasts = 5 // events for each field
	mostRecords   = 4 // records side by side
	longestLabel  = 110
)

// contrastFields are the fields whose contradictions are shown, the gravest first.
var contrastFields = []struct {
	field       fact.Field
	title, note string
}{
	{fact.Deaths, "Number of dead", "The furthest apart first, by the ratio of the numbers with one added to both."},
	{fact.Date, "Dates", "The most days between the intervals of both first."},
	{fact.Place, "Places", "The greatest distance beyond the radii of both first."},
	{fact.Actors, "Actors", "Groups that have nobody in common; the events with the most dead first."},
}

// contrasts chooses the worst contradictions of each field. Those between datasets come before those within one, and no
// event is shown twice.
func (a *across) contrasts() {
	shown := map[int]bool{}
	for _, x := range contrastFields {
		list := slices.Clone(a.l.Summary.Worst[x.field])
		total := a.l.Summary.Verdicts[x.field][fact.Contested] + a.l.Summary.Verdicts[x.field][fact.Refuted]
		if len(list) == 0 {
			continue
		}
		if x.field == fact.Actors {
			slices.SortStableFunc(list, func(p, q fact.Contradiction) int {
				return cmp.Or(nameless(&p)-nameless(&q), cmp.Compare(a.stake(q.Entity), a.stake(p.Entity)))
			})
		}
		within := func(c fact.Contradiction) int {
			if c.A.Data == c.B.Data {
				return 1
			}
			return 0
		}
		slices.SortStableFunc(list, func(p, q fact.Contradiction) int { return within(p) - within(q) })
		g := contrastGroup{ID: fmt.Sprintf("worst-%d", x.field), Title: x.title, Note: x.note}
		for i := range list {
			if c := &list[i]; !shown[c.Entity] && len(g.Events) < mostContrasts {
				shown[c.Entity] = true
				g.Events = append(g.Events, a.contrast(c))
			}
		}
		if len(g.Events) == 0 {
			continue
		}
		if total > len(g.Events) {
			g.Note += fmt.Sprintf(" Showing %d of %s; events.csv of assay link names all.", len(g.Events), finding.Plural(total, "event", "events"))
		}
		a.view.Contrasts = append(a.view.Contrasts, g)
	}
}

// nameless is 1 where a side of a contradiction has no actor whose name may be printed, which leaves nothing to see.
func nameless(c *fact.Contradiction) int {
	for _, claim := range []*fact.Claim{&c.A, &c.B} {
		if !slices.ContainsFunc(claim.Value.Actors, func(a *fact.Actor) bool { return a.Group != nil || a.Name() == a.Label }) {
			return 1
		}
	}
	return 0
}

// stake is how many dead an event has by the value chosen, 0 where that is not known.
func (a *across) stake(entity int) float64 {
	for _, f := range a.l.Facts.Facts(entity) {
		if f.Field == fact.Deaths {
			low, best, _ := f.Value.Bounds()
			if best == best {
				return best
			}
			if low == low {
				return low
			}
		}
	}
	return 0
}

// contrast puts the records of an event side by side.
func (a *across) contrast(c *fact.Contradiction) contrastView {
	v := a.l.Facts.Event(c.Entity)
	refs, rest := chooseRecords(v, c)
	out := contrastView{
		ID: "event-" + a.ids[c.Entity], Title: a.say(v, c), Caption: "Records of event " + a.ids[c.Entity] + " side by side",
	}
	where := []string{"event " + a.ids[c.Entity], finding.Plural(len(v.Same), "record", "records")}
	if len(v.Parts) > 0 {
		where = append(where, finding.Plural(len(v.Parts), "record of a part", "records of parts"))
	}
	out.Where = strings.Join(append(where, finding.Plural(v.Voices, "independent origin", "independent origins")), " · ")
	for _, r := range refs {
		out.Records = append(out.Records, a.head(r, slices.Contains(v.Parts, r)))
	}
	for _, f := range []fact.Field{fact.Date, fact.Place, fact.Actors, fact.Deaths} {
		out.Rows = append(out.Rows, a.fieldRow(v, f, refs, c))
	}
	out.Rows = append(out.Rows, a.sourceRow(v, refs))
	if c.Zero {
		out.Remarks = append(out.Remarks, "One record counts nobody: often that means that no number was reported, not that nobody was killed.")
	}
	if c.Origin {
		out.Remarks = append(out.Remarks, "Both records go back to one origin: the same report was read in two ways, or its number was divided among events.")
	}
	if rest > 0 {
		out.Remarks = append(out.Remarks, upper(finding.Plural(rest, "further record of the event is", "further records of the event are"))+" not shown.")
	}
	return out
}

// chooseRecords takes the two that are furthest apart, then the other records of the event, then those of its parts.
func chooseRecords(v *fact.Event, c *fact.Contradiction) (refs []link.Ref, rest int) {
	refs = []link.Ref{c.A.Ref, c.B.Ref}
	for _, r := range append(slices.Clone(v.Same), v.Parts...) {
		if !slices.Contains(refs, r) {
			refs = append(refs, r)
		}
	}
	rest = max(0, len(refs)-mostRecords)
	return refs[:min(len(refs), mostRecords)], rest
}

// say tells a contradiction in one line.
func (a *across) say(v *fact.Event, c *fact.Contradiction) string {
	x, y := a.value(&c.A), a.value(&c.B)
	switch c.Field {
	case fact.Deaths:
		return x + " against " + y + " dead"
	case fact.Date:
		return fmt.Sprintf("%s against %s: %s apart", x, y, wording.Count(int(c.Size), "day"))
	case fact.Place:
		far := finding.Thousands(int(math.Round(c.Size))) + " km further apart than the precision of both allows"
		if x, y = a.placeName(v, c.A.Ref), a.placeName(v, c.B.Ref); x != "" && y != "" && x != y {
			return x + " against " + y + ": " + far
		}
		return far
	}
	return x + " against " + y
}

// value is what a claim says, as it may be shown.
func (a *across) value(c *fact.Claim) string { return a.text(c.Value.String()) }

func (a *across) text(s string) string {
	s = strings.TrimSpace(finding.Clean(a.b.audit.Shield.Text(s)))
	if r := []rune(s); len(r) > longestLabel {
		s = string(r[:longestLabel-1]) + "…"
	}
	return s
}

// head names a record and where it stands.
func (a *across) head(r link.Ref, part bool) contrastRecord {
	d := a.l.Linked.Datasets[r.Data]
	out := contrastRecord{
		Dataset: d.Name, ID: finding.Clean(a.b.audit.Shield.ID(d, int(r.Row))), Part: part,
		Address: fmt.Sprintf("%s:%d", finding.Clean(finding.File(d)), d.RowNumber(int(r.Row))),
	}
	if n := d.Line(int(r.Row)); n > 0 {
		out.Address += ", line " + finding.Thousands(n)
	}
	return out
}
