package casereport

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/roster"
	"github.com/assaydata/assay/internal/wording"
)

// marks of a group's timeline.
var tieMarks = []struct {
	kinds []roster.TieKind
	text  string
	sh    shape
}{
	{[]roster.TieKind{roster.Pledge, roster.Accepted, roster.Joined}, "oath, acceptance, joining", circle},
	{[]roster.TieKind{roster.Part, roster.Ally}, "belongs to, works with", square},
	{[]roster.TieKind{roster.Split, roster.Left, roster.Formed, roster.Merged}, "split, merger, foundation out of another", diamond},
	{[]roster.TieKind{roster.Hostile, roster.Dissolved, roster.Other}, "enmity, dissolution, other", cross},
}

func tieMark(k roster.TieKind) int {
	for i, m := range tieMarks {
		if slices.Contains(m.kinds, k) {
			return i
		}
	}
	return len(tieMarks) - 1
}

// factions is the chapter about groups and their allegiances.
func (b *builder) factions() *Chapter {
	var list []*roster.Group
	for _, g := range b.d.Roster.Groups {
		dated := 0
		for _, t := range g.Ties {
			if t.When.Known() {
				dated++
			}
		}
		if dated > 0 && len(g.Claims) > 0 {
			list = append(list, g)
		}
	}
	if len(list) == 0 {
		return nil
	}
	slices.SortStableFunc(list, func(x, y *roster.Group) int {
		return cmp.Or(cmp.Compare(len(y.Ties), len(x.Ties)), cmp.Compare(x.Key, y.Key))
	})
	c := &Chapter{ID: "factions", Title: "Groups and their shifting allegiances", Short: "Groups"}
	c.Intro = say("What %s say about %s: each mark is a claim about a group and another one at the time to which the claim dates it. A bar is the time in which claims say the group was active, pale where they disagree. An oath is what somebody says was sworn, not a fact about every member.",
		wording.Count(len(b.t.Groups)+len(b.t.Relations), "claim"), wording.Count(len(list), "group"))
	shown := list[:min(20, len(list))]
	c.Sections = append(c.Sections, Section{Figures: []*Figure{b.groupTimeline(shown)}})
	t := &Table{Head: []Head{{"Group", false}, {"When", false}, {"Claim", false}, {"Said by", false}, {"", false}}}
	for _, g := range shown {
		for i, m := range g.Timeline() {
			name := ""
			if i == 0 {
				name = g.Name
			}
			t.Rows = append(t.Rows, []Cell{{HTML: esc(b.hide(name))}, {HTML: esc(cmp.Or(m.When.Text, "no date"))}, {HTML: esc(b.hide(m.Text))}, {HTML: esc(b.origin(m.Claim))}, {HTML: b.ref(m.Claim.Base())}})
		}
	}
	c.Sections = append(c.Sections, Section{Heading: "Claim by claim", Tables: []*Table{t}})
	return c
}

func (b *builder) groupTimeline(list []*roster.Group) *Figure {
	const width, left, right, row, top = 860.0, 230.0, 830.0, 26.0, 10.0
	first, last := math.Inf(1), math.Inf(-1)
	for _, g := range list {
		for _, m := range g.Timeline() {
			if m.When.Known() {
				first, last = math.Min(first, yearOf(m.When.First)), math.Max(last, yearOf(m.When.Last))
			}
		}
	}
	from, to := math.Floor(first), math.Ceil(last)
	s := newSheet(width, top+row*float64(len(list))+28)
	bottom := top + row*float64(len(list))
	x := func(v float64) float64 { return left + (v-from)/math.Max(to-from, 1)*(right-left) }
	for _, v := range yearTicks(int(from), int(to)) {
		s.line(inkGrid, x(float64(v)), top, x(float64(v)), bottom, 1)
		s.text(x(float64(v)), bottom+16, 11, "middle", inkText, strconv.Itoa(v))
	}
	for i, g := range list {
		yy := top + row*(float64(i)+0.5)
		s.text(left-12, yy+4, 12, "end", inkText, fit(b.hide(g.Name), 12, left-16))
		b.activity(s, g, yy, x, to)
		for _, t := range g.Ties {
			if !t.When.Known() {
				continue
			}
			k := tieMark(t.Kind)
			s.link(b.href(&t.Relation.Head), b.hide(t.Date.Text+": "+t.Words()))
			s.mark(tieMarks[k].sh, series(k), x((yearOf(t.When.First)+yearOf(t.When.Last))/2), yy, 4.2, false)
			s.end()
		}
	}
	f := &Figure{ID: "figure-groups", Title: "Allegiances, splits and enmities as claims date them", SVG: s.svg("Timeline of groups; every entry stands in the table below"), Wide: true}
	for i, m := range tieMarks {
		f.Legend = append(f.Legend, Key{swatch(func(s *sheet) { s.mark(m.sh, series(i), 9, 6, 4, false) }), m.text})
	}
	return f
}

// activity draws the time in which claims say that a group was active: dark where all agree, pale where some say so.
func (b *builder) activity(s *sheet, g *roster.Group, y float64, x func(float64) float64, end float64) {
	early, late, lateTo, earlyTo := math.Inf(1), math.Inf(-1), math.Inf(-1), math.Inf(1)
	var of *claim.Group
	for _, c := range g.Claims {
		if c.From.Known() {
			early, late = math.Min(early, yearOf(c.From.First)), math.Max(late, yearOf(c.From.First))
			of = c
		}
		if c.To.Known() {
			lateTo, earlyTo = math.Max(lateTo, yearOf(c.To.Last)), math.Min(earlyTo, yearOf(c.To.Last))
		}
	}
	if of == nil {
		return
	}
	if math.IsInf(lateTo, -1) {
		lateTo, earlyTo = end, end
	}
	s.rect("pale "+inkSoft, x(early), y-3, x(lateTo)-x(early), 6)
	if earlyTo > late {
		s.rect(inkSoft, x(late), y-3, x(earlyTo)-x(late), 6)
	}
}
