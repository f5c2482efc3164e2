package casereport

import (
	"cmp"
	"fmt"
	"html/template"
	"math"
	"slices"
	"strconv"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/roster"
	"github.com/assaydata/assay/internal/wording"
)

// tieMarks are the marks of the timeline of groups.
var tieMarks = []struct {
	kinds []roster.TieKind
	text  string
	sh    shape
	ink   string
}{
	{[]roster.TieKind{roster.Pledge, roster.Accepted, roster.Joined}, "oath, acceptance, joining", circle, "o0"},
	{[]roster.TieKind{roster.Part}, "said to belong to it", square, "o4"},
	{[]roster.TieKind{roster.Ally}, "works with it", triangle, "o2"},
	{[]roster.TieKind{roster.Split, roster.Left, roster.Formed, roster.Merged}, "split, merger, foundation out of it", diamond, "o1"},
	{[]roster.TieKind{roster.Hostile, roster.Dissolved, roster.Other}, "enmity, dissolution, other", cross, "o3"},
}

func tieMark(k roster.TieKind) int {
	for i, m := range tieMarks {
		if slices.Contains(m.kinds, k) {
			return i
		}
	}
	return len(tieMarks) - 1
}

// allegiance reports whether a tie says that one group stood with another or under it.
func allegiance(k roster.TieKind) bool {
	return slices.Contains([]roster.TieKind{roster.Pledge, roster.Accepted, roster.Joined, roster.Part, roster.Merged}, k)
}

var tieWords = map[roster.TieKind]string{
	roster.Pledge: "oath to", roster.Accepted: "accepted by", roster.Joined: "joined", roster.Part: "part, branch or affiliate of", roster.Merged: "merged into",
}

// lane is the dated claims about one group and one other.
type lane struct {
	name string
	ties []*roster.Tie
}

// lanesOf lists the dated claims about a group by the other group, the earliest first.
func lanesOf(g *roster.Group) []lane {
	var out []lane
	for _, t := range g.Ties {
		if t.A != g.Key || !t.When.Known() {
			continue
		}
		i := slices.IndexFunc(out, func(l lane) bool { return l.ties[0].B == t.B })
		if i < 0 {
			i = len(out)
			out = append(out, lane{name: t.NameB})
		}
		out[i].ties = append(out[i].ties, t)
	}
	return out
}

// groupName is what claims call a group; where none does, what the ties to others call it, which leaves out persons.
func (b *builder) groupName(g *roster.Group) string {
	if len(g.Claims) == 0 {
		for _, t := range g.Ties {
			switch g.Key {
			case t.A:
				return b.hide(t.NameA)
			case t.B:
				return b.hide(t.NameB)
			}
		}
	}
	return b.hide(g.Name)
}

// begins is when claims first speak of a group.
func begins(g *roster.Group) float64 {
	first := math.Inf(1)
	for _, m := range g.Timeline() {
		if m.When.Known() {
			first = math.Min(first, yearOf(m.When.First))
		}
	}
	return first
}

// factions is the chapter about groups and their allegiances.
func (b *builder) factions() *Chapter {
	var list []*roster.Group
	for _, g := range b.d.Roster.Groups {
		if len(lanesOf(g)) > 0 || len(g.Claims) > 0 && !math.IsInf(begins(g), 1) {
			list = append(list, g)
		}
	}
	if len(list) == 0 {
		return nil
	}
	const most = 40
	of := len(list)
	if of > most {
		slices.SortStableFunc(list, func(x, y *roster.Group) int {
			return cmp.Or(cmp.Compare(len(y.Ties)+len(y.Claims), len(x.Ties)+len(x.Claims)), cmp.Compare(x.Key, y.Key))
		})
		list = list[:most]
	}
	slices.SortStableFunc(list, func(x, y *roster.Group) int {
		return cmp.Or(cmp.Compare(begins(x), begins(y)), cmp.Compare(x.Key, y.Key))
	})
	c := &Chapter{ID: "factions", Title: "Groups and their shifting allegiances", Short: "Groups"}
	c.Intro = say("%s speak of %s. An oath is what somebody says was sworn: it is not a fact about every member, nor does it say how long it held.",
		upper(wording.Count(len(b.t.Groups)+len(b.t.Relations), "claim")), wording.Count(len(b.d.Roster.Groups), "group"))
	f := b.groupTimeline(list)
	if of > len(list) {
		f.Caption += fmt.Sprintf(" Showing the %d groups with most claims of %d.", len(list), of)
	}
	c.Sections = append(c.Sections, Section{Figures: []*Figure{f}})
	for _, s := range []Section{b.shifts(), b.unfitting()} {
		if s.Tables != nil {
			c.Sections = append(c.Sections, s)
		}
	}
	return c
}

// groupTimeline draws a line for each group and each other group that claims tie it to.
func (b *builder) groupTimeline(list []*roster.Group) *Figure {
	const width, left, right, row, gap, top, head = 900.0, 235.0, 735.0, 16.0, 9.0, 24.0, 12.0
	first, last := math.Inf(1), math.Inf(-1)
	h := top
	for _, g := range list {
		h += row*math.Max(1, float64(len(lanesOf(g)))) + gap
		for _, m := range g.Timeline() {
			if m.When.Known() {
				first, last = math.Min(first, yearOf(m.When.First)), math.Max(last, yearOf(m.When.Last))
			}
		}
	}
	from, to := math.Floor(first), math.Ceil(last)
	s := newSheet(width, h+22)
	x := func(v float64) float64 { return left + (v-from)/math.Max(to-from, 1)*(right-left) }
	for _, v := range yearTicks(int(from), int(to)) {
		s.line(inkGrid, x(float64(v)), top-6, x(float64(v)), h, 1)
		s.text(x(float64(v)), h+16, 11, "middle", inkText, strconv.Itoa(v))
		s.text(x(float64(v)), head, 11, "middle", inkText, strconv.Itoa(v))
	}
	t := &Table{Caption: "Claim by claim", Head: []Head{{"Group", false}, {"When", false}, {"What the claim says", false}, {"Voice", false}, {"Claim", false}}}
	at := top
	for _, g := range list {
		lanes := lanesOf(g)
		high := row * math.Max(1, float64(len(lanes)))
		b.activity(s, g, at, high, x, to)
		s.text(left-12, at+row/2+4, 12, "end", "strong", fit(b.groupName(g), 12.5, left-16))
		for i, l := range lanes {
			b.lane(s, l, at+row*(float64(i)+0.5), x, right)
		}
		for _, m := range g.Timeline() {
			t.Rows = append(t.Rows, []Cell{
				{HTML: esc(b.groupName(g))}, {HTML: esc(cmp.Or(m.When.Text, "no date"))}, {HTML: esc(b.hide(m.Text))}, {HTML: esc(b.origin(m.Claim))}, {HTML: b.ref(m.Claim.Base())},
			})
		}
		at += high + gap
	}
	f := &Figure{
		ID: "figure-groups", Title: "With whom, and when, as claims date it", Wide: true, Table: t,
		SVG:     s.svg("Timeline of groups and those to whom claims tie them; every entry stands in the table below"),
		Caption: "One line for each other group, named at its right. A thin line joins the first claim about a tie to the last; nothing is said beyond. The band is the time in which claims say that the group existed, pale where they disagree; a band without an end has none in the claims. A date without a month stands in the middle of its year.",
	}
	for _, m := range tieMarks {
		f.Legend = append(f.Legend, Key{swatch(func(s *sheet) { s.mark(m.sh, m.ink, 9, 6, 4, false) }), m.text})
	}
	return f
}

// lane draws the claims about one tie.
func (b *builder) lane(s *sheet, l lane, y float64, x func(float64) float64, right float64) {
	mid := func(t *roster.Tie) float64 { return x((yearOf(t.When.First) + yearOf(t.When.Last)) / 2) }
	first, last := math.Inf(1), math.Inf(-1)
	for _, t := range l.ties {
		first, last = math.Min(first, mid(t)), math.Max(last, mid(t))
	}
	if last > first {
		s.line(inkAxis, first, y, last, y, 1)
	}
	for _, t := range l.ties {
		m := tieMarks[tieMark(t.Kind)]
		s.link(b.href(&t.Relation.Head), b.hide(t.Date.Text+": "+t.Words()))
		s.mark(m.sh, m.ink, mid(t), y, 4.4, false)
		s.end()
	}
	s.text(last+9, y+3.5, 10.5, "", "text", fit(b.hide(l.name), 10.5, math.Max(150, right+150-last)))
}

// activity draws the time in which claims say that a group existed: dark where all agree, pale where some say so.
func (b *builder) activity(s *sheet, g *roster.Group, y, h float64, x func(float64) float64, end float64) {
	early, late, lateTo, earlyTo := math.Inf(1), math.Inf(-1), math.Inf(-1), math.Inf(1)
	var hint *claim.Group
	for _, c := range g.Claims {
		if c.From.Known() {
			early, late = math.Min(early, yearOf(c.From.First)), math.Max(late, yearOf(c.From.First))
			hint = c
		}
		if c.To.Known() {
			lateTo, earlyTo = math.Max(lateTo, yearOf(c.To.Last)), math.Min(earlyTo, yearOf(c.To.Last))
		}
	}
	if hint == nil {
		return
	}
	if math.IsInf(lateTo, -1) {
		lateTo, earlyTo = end, end
	}
	s.link(b.href(&hint.Head), b.hide(groupSays(hint)))
	s.rect("band", x(early), y, x(lateTo)-x(early), h)
	if earlyTo > late {
		s.rect("band", x(late), y, x(earlyTo)-x(late), h)
	}
	s.end()
}

// shifts lists the groups that claims put with more than one other over time.
func (b *builder) shifts() Section {
	t := &Table{Caption: "Groups that are said to have been with more than one other, in the order of the dates", Head: []Head{{"Group", false}, {"Is said to have been with", false}, {"Voices", true}}}
	for _, g := range b.d.Roster.Groups {
		var text template.HTML
		var claims []claim.Claim
		names := map[string]bool{}
		for _, m := range g.Timeline() {
			r, ok := m.Claim.(*claim.Relation)
			if !ok || !m.When.Known() {
				continue
			}
			i := slices.IndexFunc(g.Ties, func(t *roster.Tie) bool { return t.Relation == r })
			if i < 0 || g.Ties[i].A != g.Key || !allegiance(g.Ties[i].Kind) {
				continue
			}
			if text != "" {
				text += "; "
			}
			names[r.B] = true
			claims = append(claims, r)
			text += say("%s %s %s (%s)", m.When.Text, tieWords[g.Ties[i].Kind], b.hide(g.Ties[i].NameB), b.ref(&r.Head))
		}
		if len(names) > 1 {
			t.Rows = append(t.Rows, []Cell{{HTML: esc(b.groupName(g))}, {HTML: text}, {HTML: esc(strconv.Itoa(len(b.d.Evidence.Origins(claims)))), Right: true}})
		}
	}
	if t.Rows == nil {
		return Section{}
	}
	return Section{Heading: "Changing sides", Tables: []*Table{t}}
}

// unfitting lists the allegiances and dates that do not fit together.
func (b *builder) unfitting() Section {
	t := &Table{Caption: "Claims about groups that do not fit together", Head: []Head{{"Group", false}, {"What does not fit", false}, {"Claims", false}}}
	for _, a := range b.d.Roster.Conflicts() {
		what := "under two at one time: "
		if a.Denied {
			what = "claimed by some and denied by others: "
		}
		t.Rows = append(t.Rows, []Cell{{HTML: esc(b.groupName(a.Group))}, {HTML: esc(b.hide(what + wording.List(a.Names, 4)))}, {HTML: b.refs("allegiances of "+a.Group.Name, heads(a.Claims))}})
	}
	for _, r := range b.d.Roster.Redated() {
		var hs []*claim.Head
		for _, x := range r.Ties {
			hs = append(hs, &x.Relation.Head)
		}
		t.Rows = append(t.Rows, []Cell{{HTML: esc(b.hide(r.Ties[0].NameA))}, {HTML: esc(b.hide(r.Ties[0].Words() + ", dated " + wording.List(r.Values, 4)))}, {HTML: b.refs("dates of one event", hs)}})
	}
	if t.Rows == nil {
		return Section{}
	}
	return Section{Heading: "What does not fit together", Tables: []*Table{t}}
}
