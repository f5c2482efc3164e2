package casereport

import (
	"cmp"
	"fmt"
	"html/template"
	"math"
	"slices"
	"strconv"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/figure"
	"github.com/assaydata/assay/internal/wording"
)

// areaFigures is all figures about the people of one area who went or are there.
type areaFigures struct {
	area figure.Area
	list []*figure.Figure
}

func rowHeads(list []*figure.Figure) []*claim.Head { return heads(figure.Claims(list...)) }

// byArea groups the figures about everybody who went or is there, areas with most claims first.
func (b *builder) byArea() []areaFigures {
	var out []areaFigures
	for _, f := range b.d.Figures.Figures {
		if f.Derived || !f.Area.Known() || math.IsNaN(f.Point) || f.Point <= 0 || f.Population.Part != figure.Everybody || f.Population.Rest != "" ||
			f.Measure != figure.Present && !f.Measure.Went() {
			continue
		}
		i := slices.IndexFunc(out, func(a areaFigures) bool { return a.area.Same(f.Area) })
		if i < 0 {
			i = len(out)
			out = append(out, areaFigures{area: f.Area})
		}
		out[i].list = append(out[i].list, f)
	}
	for _, a := range out {
		figure.Order(a.list)
	}
	slices.SortStableFunc(out, func(x, y areaFigures) int {
		return cmp.Or(cmp.Compare(len(y.list), len(x.list)), cmp.Compare(x.area.String(), y.area.String()))
	})
	return out
}

// mobilisation is the chapter about how many went, by area and over time.
func (b *builder) mobilisation() *Chapter {
	areas := b.byArea()
	if len(areas) == 0 {
		return nil
	}
	c := &Chapter{ID: "mobilisation", Title: "How many went, from where, and when", Short: "Mobilisation"}
	c.Intro = say("Each mark is a published number at the time of which it speaks. Round marks count all who went until then, square ones those who were there; arrows are bounds (“at least”, “up to”); a pale bar is what rounding or a range leaves open. Within a picture one colour is one voice: marks of one colour are one witness, however many they are.")
	const most = 12
	s := Section{Heading: "By area and over time"}
	for i, a := range areas {
		if len(s.Figures) == most || len(a.list) < 2 {
			break
		}
		s.Figures = append(s.Figures, b.areaTimeline(i, a))
	}
	if len(s.Figures) > 0 {
		c.Sections = append(c.Sections, s)
	}
	if r := b.rates(); r != nil {
		c.Sections = append(c.Sections, *r)
	}
	if t := b.conflicts(); t != nil {
		c.Sections = append(c.Sections, Section{
			Heading: "What cannot all be true", Tables: []*Table{t},
			Text: []template.HTML{say("The smallest sets of figures of which at least one is wrong, or counts something else than it says. The last column says what remains possible for the first figure's quantity when one of the set is left out.")},
		})
	}
	if p := b.pooling(); p != nil {
		c.Sections = append(c.Sections, *p)
	}
	return c
}

// voicesOf numbers the origins of figures by their share of the claims.
func voicesOf(list []*figure.Figure) (keys []string, at map[string]int, label map[string]string) {
	count := map[string]int{}
	at, label = map[string]int{}, map[string]string{}
	for _, f := range list {
		if count[f.Origin.Key] == 0 {
			keys = append(keys, f.Origin.Key)
		}
		count[f.Origin.Key]++
		label[f.Origin.Key] = f.Origin.Root
	}
	slices.SortStableFunc(keys, func(x, y string) int { return cmp.Or(cmp.Compare(count[y], count[x]), cmp.Compare(x, y)) })
	for i, k := range keys {
		at[k] = i
	}
	return keys, at, label
}

func (b *builder) areaTimeline(i int, a areaFigures) *Figure {
	const width, height, left, right, top, bottom = 440.0, 230.0, 46.0, 426.0, 12.0, 200.0
	s := newSheet(width, height)
	low, high := math.Inf(1), 0.0
	first, last := math.Inf(1), math.Inf(-1)
	for _, f := range a.list {
		low, high = math.Min(low, f.Point), math.Max(high, f.Point)
		if f.Interval.Low > 0 {
			low = math.Min(low, f.Interval.Low)
		}
		if !math.IsInf(f.Interval.High, 1) {
			high = math.Max(high, f.Interval.High)
		}
		if f.AsOf.Known() {
			first, last = math.Min(first, yearOf(f.AsOf.First)), math.Max(last, yearOf(f.AsOf.Last))
		}
	}
	ticks := logTicks(low, high, 7)
	lo, hi := math.Log(ticks[0]), math.Log(ticks[len(ticks)-1])
	y := func(v float64) float64 {
		return bottom - (math.Log(math.Max(v, ticks[0]))-lo)/math.Max(hi-lo, 1e-9)*(bottom-top)
	}
	if first > last {
		first, last = 2000, 2001
	}
	from, to := math.Floor(first), math.Ceil(last+0.05)
	x := func(v float64) float64 { return left + 8 + (v-from)/math.Max(to-from, 1)*(right-left-26) }
	for _, v := range ticks {
		s.line(inkGrid, left, y(v), right, y(v), 1)
		s.text(left-6, y(v)+4, 11, "end", inkText, count(v))
	}
	for _, v := range yearTicks(int(from), int(to)) {
		s.line(inkAxis, x(float64(v)), bottom, x(float64(v)), bottom+4, 1)
		s.text(x(float64(v)), bottom+17, 11, "middle", inkText, strconv.Itoa(v))
	}
	s.line(inkAxis, left, bottom, right, bottom, 1)
	keys, at, label := voicesOf(a.list)
	t := &Table{Caption: "The numbers of the figure", Head: []Head{{"As of", false}, {"Number", true}, {"Counts", false}, {"Where", false}, {"Said by", false}, {"Claim", false}}}
	for _, f := range a.list {
		ink := series(at[f.Origin.Key])
		px, hollow := right-8, true
		if f.AsOf.Known() {
			px, hollow = x((yearOf(f.AsOf.First)+yearOf(f.AsOf.Last))/2), false
		}
		s.link(b.href(&f.Row.Head), b.hide(fmt.Sprintf("%s: %s %s, %s", f.Origin.Root, f.Words(), f.Measure, f.AsOf.Text)))
		if f.Interval.High > f.Interval.Low && !math.IsInf(f.Interval.High, 1) && f.Interval.Low > 0 {
			s.path("s pale "+ink, "M"+px2(px, y(f.Interval.Low))+"L"+px2(px, y(f.Interval.High)), "", 4)
		}
		switch f.Bound {
		case figure.AtLeast:
			s.path("s "+ink, "M"+px2(px, y(f.Point))+"v-15m-4 5l4-5l4 5", "", 1.6)
		case figure.UpTo:
			s.path("s "+ink, "M"+px2(px, y(f.Point))+"v15m-4-5l4 5l4-5", "", 1.6)
		}
		sh := circle
		if f.Measure == figure.Present {
			sh = square
		}
		s.mark(sh, ink, px, y(f.Point), 4.2, hollow)
		s.end()
		t.Rows = append(t.Rows, []Cell{
			{HTML: esc(cmp.Or(f.AsOf.Text, "no date"))},
			{HTML: esc(f.Words()), Right: true},
			{HTML: esc(string(f.Measure))},
			{HTML: esc(b.hide(f.Destination.Text))},
			{HTML: esc(b.hide(f.Origin.Root))},
			{HTML: b.ref(&f.Row.Head)},
		})
	}
	fig := &Figure{
		ID: "figure-area-" + strconv.Itoa(i+1), Title: b.hide(fmt.Sprintf("%s: %s from %s", a.area, wording.Count(len(a.list), "number"), wording.Count(len(keys), "voice"))),
		SVG: s.svg("Published numbers about people from " + a.area.String() + " over time; they stand in the table below"), Table: t,
	}
	for j, k := range keys {
		if j == palette {
			fig.Legend = append(fig.Legend, Key{swatch(func(s *sheet) { s.mark(circle, series(j), 9, 6, 4, false) }), wording.Count(len(keys)-palette, "further voice")})
			break
		}
		fig.Legend = append(fig.Legend, Key{swatch(func(s *sheet) { s.mark(circle, series(j), 9, 6, 4, false) }), b.hide(label[k])})
	}
	return fig
}

func px2(x, y float64) string { return px(x) + " " + px(y) }

// rates compares areas by those who went per 100,000 inhabitants.
func (b *builder) rates() *Section {
	list := b.d.Figures.Rates()
	if len(list) < 2 {
		return nil
	}
	const width, left, right, row, top = 700.0, 190.0, 640.0, 24.0, 22.0
	s := newSheet(width, top+row*float64(len(list))+26)
	high := 0.0
	for _, r := range list {
		high = math.Max(high, r.High)
	}
	ticks := linearTicks(high, 6)
	x := func(v float64) float64 { return left + v/ticks[len(ticks)-1]*(right-left) }
	bottom := top + row*float64(len(list))
	for _, v := range ticks {
		s.line(inkGrid, x(v), top-6, x(v), bottom, 1)
		s.text(x(v), bottom+16, 11, "middle", inkText, count(v))
	}
	t := &Table{Caption: "The numbers of the figure", Head: []Head{{"Area", false}, {"Lowest", true}, {"Middle", true}, {"Highest", true}, {"Place", true}, {"Inhabitants", true}, {"Claims", false}}}
	for i, r := range list {
		yy := top + row*(float64(i)+0.5)
		s.text(left-10, yy+4, 12, "end", inkText, fit(r.Area.String(), 12, left-14))
		s.line(inkData, x(r.Low), yy, x(r.High), yy, 3)
		s.mark(circle, inkData, x(r.Best), yy, 4.5, false)
		place := strconv.Itoa(r.First)
		if r.Last != r.First {
			place += "–" + strconv.Itoa(r.Last)
		}
		s.text(right+14, yy+4, 11, "", inkText, place)
		t.Rows = append(t.Rows, []Cell{
			{HTML: esc(r.Area.String())},
			{HTML: esc(count(significant(r.Low, 2))), Right: true},
			{HTML: esc(count(significant(r.Best, 2))), Right: true},
			{HTML: esc(count(significant(r.High, 2))), Right: true},
			{HTML: esc(place), Right: true},
			{HTML: say("%s in %s %s", count(r.People.N), r.People.AsOf.Text, b.ref(&r.People.Population.Head)), Right: true},
			{HTML: b.refs("rate of "+r.Area.String(), rowHeads(r.Figures))},
		})
	}
	s.text(right+14, 12, 11, "", "strong", "place")
	t.Note = "The last total of each voice over the population nearest in time; a line runs from the lowest to the highest voice. The place is given as a range where the lines overlap. Populations that other rules hold for slips are left out."
	return &Section{Heading: "Per 100,000 inhabitants", Figures: []*Figure{{ID: "figure-rates", Title: "Those who went, per 100,000 inhabitants", SVG: s.svg("Rates by area; the numbers are in the table below"), Table: t, Wide: true}}}
}

func interval(i figure.Interval) string {
	switch {
	case i.Low > i.High:
		return "nothing: the others contradict each other too"
	case i.Low <= 0 && math.IsInf(i.High, 1):
		return "anything"
	case math.IsInf(i.High, 1):
		return "at least " + count(math.Ceil(i.Low))
	case i.Low <= 0:
		return "at most " + count(math.Floor(i.High))
	}
	if math.Ceil(i.Low) == math.Floor(i.High) {
		return "exactly " + count(math.Ceil(i.Low))
	}
	return count(math.Ceil(i.Low)) + " to " + count(math.Floor(i.High))
}

func (b *builder) conflicts() *Table {
	list := b.d.Figures.Conflicts()
	if len(list) == 0 {
		return nil
	}
	t := &Table{Head: []Head{{"Figures", false}, {"Why not all", false}, {"What remains without each", false}}}
	for _, c := range list {
		var says, rest template.HTML
		for i, f := range c.Figures {
			if i > 0 {
				says += template.HTML("<br>")
				rest += template.HTML("<br>")
			}
			says += say("%s %s, %s, %s (%s)", f.Words(), string(f.Measure), f.Area.String(), f.AsOf.Text, b.ref(&f.Row.Head))
			rest += say("without %s: %s", b.ref(&f.Row.Head), interval(c.Bounds[i]))
		}
		t.Rows = append(t.Rows, []Cell{{HTML: says}, {HTML: esc(b.hide(c.Why))}, {HTML: rest}})
	}
	return t
}

// pooling says which definitions several voices speak of, and what they come to or why they are not pooled.
func (b *builder) pooling() *Section {
	t := &Table{Head: []Head{{"What is counted", false}, {"Claims", true}, {"Voices", true}, {"The voices", false}, {"Pooled", false}, {"Claims", false}}}
	for _, d := range b.d.Figures.Definitions() {
		if len(d.Voices) < 2 {
			continue
		}
		x := d.Figures[0]
		var voices string
		for i, v := range d.Voices {
			if i > 0 {
				voices += "; "
			}
			voices += v.Name + " " + count(significant(v.Value, 3))
		}
		pooled := esc("no: " + d.Why)
		if p := d.Pooled; p != nil {
			pooled = say("%s (95 %% interval %s to %s)", count(significant(p.Value, 2)), count(significant(p.Low, 2)), count(significant(p.High, 2)))
		}
		t.Rows = append(t.Rows, []Cell{
			{HTML: esc(b.hide(fmt.Sprintf("%s, %s, to %s, from %s", x.Measure, x.Area, x.Destination.Text, x.AsOf.Text)))},
			{HTML: esc(strconv.Itoa(len(d.Figures))), Right: true},
			{HTML: esc(strconv.Itoa(len(d.Voices))), Right: true},
			{HTML: esc(b.hide(voices))},
			{HTML: pooled},
			{HTML: b.refs("figures of one definition", rowHeads(d.Figures))},
		})
	}
	if len(t.Rows) == 0 {
		return nil
	}
	t.Note = "Figures are pooled only within one whole definition and half a year, from three voices on, by Student's t on the logarithms of one value a voice, and only where the voices are not further apart than a factor of one and a half."
	return &Section{Heading: "One definition, several voices", Tables: []*Table{t}}
}
