package casereport

import (
	"cmp"
	"fmt"
	"html/template"
	"math"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/wording"
)

// voice is an origin with all that goes back to it, whatever it speaks about.
type voice struct {
	root     string
	claims   []claim.Claim
	carriers []string // those who print it, the most frequent first
	by       map[string][]claim.Claim
	sources  int
}

// carrier is who printed an item: of "Agency via Outlet" the outlet.
func (b *builder) carrier(c claim.Claim) string {
	s := c.Base().Source
	if s == nil || s.Publisher == "" {
		return "not stated"
	}
	p := b.hide(s.Publisher)
	if _, after, ok := strings.Cut(p, " via "); ok {
		p = after
	}
	if at := strings.IndexAny(p, "(;"); at > 3 {
		p = p[:at]
	}
	return strings.TrimSpace(finding.Clean(p))
}

// allVoices gathers the claims by the body, agency or publisher at their root, the most carried first.
func (b *builder) allVoices() []*voice {
	at := map[string]*voice{}
	var out []*voice
	for _, c := range b.all() {
		root := b.origin(c)
		v := at[root]
		if v == nil {
			v = &voice{root: root, by: map[string][]claim.Claim{}}
			at[root] = v
			out = append(out, v)
		}
		k := b.carrier(c)
		if v.by[k] == nil {
			v.carriers = append(v.carriers, k)
		}
		v.claims, v.by[k] = append(v.claims, c), append(v.by[k], c)
	}
	for _, v := range out {
		slices.SortStableFunc(v.carriers, func(x, y string) int { return cmp.Or(cmp.Compare(len(v.by[y]), len(v.by[x])), cmp.Compare(x, y)) })
		seen := map[string]bool{}
		for _, c := range v.claims {
			if s := c.Base().Source; s != nil && !seen[s.Key] {
				seen[s.Key] = true
				v.sources++
			}
		}
	}
	slices.SortStableFunc(out, func(x, y *voice) int {
		return cmp.Or(cmp.Compare(len(y.carriers), len(x.carriers)), cmp.Compare(len(y.claims), len(x.claims)), cmp.Compare(x.root, y.root))
	})
	return out
}

const mostVoices = 14

// voices is the chapter about sources and who echoes whom.
func (b *builder) voices() *Chapter {
	all := b.allVoices()
	claims := b.all()
	if len(claims) == 0 {
		return nil
	}
	c := &Chapter{ID: "voices", Title: "Sources, and who echoes whom", Short: "Sources"}
	c.Intro = say("Twenty outlets that repeat one minister are one witness. Claims are therefore counted twice: as documents, and as the independent voices that they go back to.")
	var echoed []*voice
	for _, v := range all {
		if v.root != "not stated" && len(v.carriers) > 1 {
			echoed = append(echoed, v)
		}
	}
	s := Section{}
	if len(echoed) > 0 {
		s.Figures = append(s.Figures, b.echoGraph(echoed[:min(len(echoed), mostVoices)], len(echoed)))
	}
	c.Sections = append(c.Sections, s)
	c.Sections = append(c.Sections, b.kindsOfSources(claims), b.mostEchoed(echoed), b.edges())
	c.Sections = slices.DeleteFunc(c.Sections, func(s Section) bool { return s.Text == nil && s.Figures == nil && s.Tables == nil })
	return c
}

// echoGraph draws voices on the left, those who printed them on the right, and a line for every pair.
func (b *builder) echoGraph(vs []*voice, of int) *Figure {
	const width, left, right, row, top = 860.0, 300.0, 560.0, 25.0, 34.0
	var carriers []string
	n, weight := map[string]int{}, map[string]float64{}
	for i, v := range vs {
		for _, k := range v.carriers {
			if n[k] == 0 {
				carriers = append(carriers, k)
			}
			n[k] += len(v.by[k])
			weight[k] += float64(i) * float64(len(v.by[k]))
		}
	}
	total := len(carriers)
	const most = 30
	slices.SortStableFunc(carriers, func(x, y string) int { return cmp.Or(cmp.Compare(n[y], n[x]), cmp.Compare(x, y)) })
	// Every voice keeps the outlet that printed it most; those that printed most fill the rest.
	kept := map[string]bool{}
	for _, v := range vs {
		kept[v.carriers[0]] = true
	}
	slices.SortStableFunc(carriers, func(x, y string) int {
		if kept[x] != kept[y] {
			if kept[x] {
				return -1
			}
			return 1
		}
		return 0
	})
	carriers = carriers[:min(most, len(carriers))]
	// Outlets stand near the voices that they repeat (barycentre), so that fewer lines cross.
	slices.SortStableFunc(carriers, func(x, y string) int {
		return cmp.Or(cmp.Compare(weight[x]/float64(n[x]), weight[y]/float64(n[y])), cmp.Compare(x, y))
	})
	h := top + row*float64(max(len(vs), len(carriers))) + 6
	s := newSheet(width, h)
	at := func(i, of int) float64 { return top + (h-top-6)*(float64(i)+0.5)/float64(of) }
	s.text(left-14, 14, 12, "end", "strong", "who said it")
	s.text(right+14, 14, 12, "", "strong", "who printed it")
	y := map[string]float64{}
	for i, k := range carriers {
		y[k] = at(i, len(carriers))
	}
	for i, v := range vs {
		for _, k := range v.carriers {
			cs := v.by[k]
			yk, ok := y[k]
			if !ok {
				continue
			}
			yv := at(i, len(vs))
			s.link(b.href(cs[0].Base()), fmt.Sprintf("%s in %s: %s", v.root, k, wording.Count(len(cs), "claim")))
			s.path("s edge "+series(i%palette), fmt.Sprintf("M%s %sC%s %s %s %s %s %s", px(left), px(yv), px(left+110), px(yv), px(right-110), px(yk), px(right), px(yk)), "", math.Min(9, 1+0.9*math.Sqrt(float64(len(cs)))))
			s.end()
		}
	}
	table := &Table{Caption: "The numbers of the figure", Head: []Head{{"Voice", false}, {"Printed by", false}, {"Claims", true}}}
	for i, v := range vs {
		yv := at(i, len(vs))
		s.mark(circle, series(i%palette), left, yv, math.Min(10, 2.5+0.8*math.Sqrt(float64(len(v.claims)))), false)
		s.text(left-14, yv+4, 12, "end", inkText, fit(v.root, 12, left-60)+" ("+wording.Thousands(len(v.claims))+")")
		for _, k := range v.carriers {
			table.Rows = append(table.Rows, []Cell{{HTML: esc(v.root)}, {HTML: esc(k)}, {HTML: b.refs(v.root+" in "+k, heads(v.by[k]))}})
		}
	}
	table.Head[2].Right = false
	for i, k := range carriers {
		yk := at(i, len(carriers))
		s.mark(square, inkAxis, right, yk, 3.5, false)
		s.text(right+14, yk+4, 12, "", inkText, fit(k, 12, width-right-24))
	}
	caption := "Voices that more than one outlet printed, with the number of their claims in brackets; a line is an outlet that printed the voice, the thicker the more claims. Every line leads to the first of its claims."
	if of > len(vs) {
		caption += fmt.Sprintf(" Showing the %d most carried of %d voices.", len(vs), of)
	}
	if total > len(carriers) {
		caption += fmt.Sprintf(" Showing %d of %d outlets.", len(carriers), total)
	}
	return &Figure{ID: "figure-echo", Title: "Who echoes whom", Caption: caption, SVG: s.svg("Voices and the outlets that printed them; the numbers are in the table below"), Table: table, Wide: true}
}

// kindsOfSources compares claims and independent voices by the kind of the source.
func (b *builder) kindsOfSources(claims []claim.Claim) Section {
	by := map[evidence.Kind][]claim.Claim{}
	var kinds []evidence.Kind
	sources := map[evidence.Kind]map[string]bool{}
	for _, c := range claims {
		k := evidence.UnknownKind
		key := ""
		if s := c.Base().Source; s != nil {
			k, key = evidence.KindOf(s), s.Key
		}
		if by[k] == nil {
			kinds = append(kinds, k)
			sources[k] = map[string]bool{}
		}
		by[k] = append(by[k], c)
		sources[k][key] = true
	}
	slices.SortStableFunc(kinds, func(x, y evidence.Kind) int { return cmp.Or(cmp.Compare(len(by[y]), len(by[x])), cmp.Compare(x, y)) })
	t := &Table{Caption: "Claims and independent voices by the kind of the source that was read", Head: []Head{{"Kind of source", false}, {"Sources", true}, {"Claims", true}, {"Voices", true}, {"Claims per voice", true}, {"", false}, {"Claims", false}}}
	top := 0
	for _, k := range kinds {
		top = max(top, len(by[k]))
	}
	for _, k := range kinds {
		o := len(b.d.Evidence.Origins(by[k]))
		t.Rows = append(t.Rows, []Cell{
			{HTML: esc(string(k))},
			{HTML: esc(wording.Thousands(len(sources[k]))), Right: true},
			{HTML: esc(wording.Thousands(len(by[k]))), Right: true},
			{HTML: esc(wording.Thousands(o)), Right: true},
			{HTML: esc(fmt.Sprintf("%.1f", float64(len(by[k]))/float64(max(o, 1)))), Right: true},
			{HTML: twoBars(float64(len(by[k]))/float64(top), float64(o)/float64(top))},
			{HTML: b.refs("claims of sources of the kind "+string(k), heads(by[k]))},
		})
	}
	t.Note = "The pale bar is the claims, the dark bar the independent voices behind them. A kind is taken from the table of sources where it says so, and else from the words of the publisher."
	return Section{Heading: "Claims and voices by kind of source", Tables: []*Table{t}}
}

// twoBars draws a part within a whole, both from 0 to 1.
func twoBars(whole, part float64) template.HTML {
	s := newSheet(140, 12)
	s.rect(inkSoft, 0, 1, 140*math.Min(whole, 1), 10)
	s.rect(inkData, 0, 4, 140*math.Min(part, 1), 4)
	return template.HTML(`<svg class="bars" viewBox="0 0 140 12" width="140" height="12" aria-hidden="true">` + s.b.String() + `</svg>`)
}

func (b *builder) mostEchoed(vs []*voice) Section {
	if len(vs) == 0 {
		return Section{}
	}
	const most = 15
	t := &Table{Caption: "Voices behind the most documents", Head: []Head{{"Voice", false}, {"Outlets", true}, {"Items", true}, {"Claims", true}, {"Claims", false}}}
	for _, v := range vs[:min(most, len(vs))] {
		t.Rows = append(t.Rows, []Cell{
			{HTML: esc(v.root)},
			{HTML: esc(wording.Thousands(len(v.carriers))), Right: true},
			{HTML: esc(wording.Thousands(v.sources)), Right: true},
			{HTML: esc(wording.Thousands(len(v.claims))), Right: true},
			{HTML: b.refs("claims that go back to "+v.root, heads(v.claims))},
		})
	}
	t.Note = "If one of these voices is wrong, all claims of its line are."
	return Section{Heading: "The voices that carry most", Tables: []*Table{t}}
}

// edges counts why claims were taken to go back to one another.
func (b *builder) edges() Section {
	type line struct {
		n, joins int
		hs       []*claim.Head
		why      string
	}
	by := map[evidence.EdgeKind]*line{}
	var kinds []evidence.EdgeKind
	for _, e := range b.d.Evidence.Edges {
		l := by[e.Kind]
		if l == nil {
			l = &line{why: e.Why}
			by[e.Kind] = l
			kinds = append(kinds, e.Kind)
		}
		l.n++
		if e.Joins() {
			l.joins++
		}
		if e.From != nil && e.To != nil {
			l.hs = append(l.hs, e.From.Base(), e.To.Base())
		}
	}
	if len(kinds) == 0 {
		return Section{}
	}
	slices.SortStableFunc(kinds, func(x, y evidence.EdgeKind) int { return cmp.Or(cmp.Compare(by[y].n, by[x].n), cmp.Compare(x, y)) })
	t := &Table{Caption: "Why pairs of claims were taken to go back to one another", Head: []Head{{"Reason", false}, {"Pairs", true}, {"Strong enough to count as one voice", true}, {"For example", false}, {"Claims", false}}}
	for _, k := range kinds {
		l := by[k]
		t.Rows = append(t.Rows, []Cell{
			{HTML: esc(string(k))},
			{HTML: esc(wording.Thousands(l.n)), Right: true},
			{HTML: esc(wording.Thousands(l.joins)), Right: true},
			{HTML: esc(b.hide(l.why))},
			{HTML: b.refs("pairs of claims: "+string(k), l.hs)},
		})
	}
	return Section{Heading: "How the links were found", Tables: []*Table{t}}
}
