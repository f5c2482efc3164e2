package casereport

import (
	"cmp"
	"math"
	"slices"

	"github.com/assaydata/assay/internal/figure"
	"github.com/assaydata/assay/internal/wording"
)

// fighters is everybody where a figure says that fighters are counted.
const fighters figure.Part = "fighters"

// role is the part of the people that a figure counts, "" where it does not say.
func role(f *figure.Figure) figure.Part {
	switch {
	case f.Population.Part != figure.Everybody:
		return f.Population.Part
	case f.Population.Belonging == figure.Fighters && !f.Derived:
		return fighters
	}
	return ""
}

// roles is the chapter about women, children and men among those who went.
func (b *builder) roles() *Chapter {
	var list []*figure.Figure
	for _, f := range b.d.Figures.Figures {
		if role(f) != "" && !math.IsNaN(f.Point) && f.Point > 0 && f.Measure != figure.Share {
			list = append(list, f)
		}
	}
	if len(list) == 0 {
		return nil
	}
	slices.SortStableFunc(list, func(x, y *figure.Figure) int {
		return cmp.Or(cmp.Compare(x.Area.String(), y.Area.String()), cmp.Compare(role(x), role(y)), cmp.Compare(x.AsOf.Last, y.AsOf.Last))
	})
	c := &Chapter{ID: "roles", Title: "Roles: fighters, women, children", Short: "Roles"}
	total := 0
	for _, f := range b.d.Figures.Figures {
		if !f.Derived {
			total++
		}
	}
	c.Intro = say("Of %s, %s say how many of the people counted were fighters, women, children or men. Most totals do not say whether families are in them; they can be compared neither with totals of fighters nor with one another without that.",
		wording.Count(total, "figure"), wording.Thousands(len(list)))
	const width, left, right, row, top = 820.0, 370.0, 730.0, 20.0, 10.0
	s := newSheet(width, top+row*float64(len(list))+26)
	low, high := math.Inf(1), 0.0
	for _, f := range list {
		low, high = math.Min(low, f.Point), math.Max(high, f.Point)
	}
	ticks := logTicks(low, high, 8)
	lo, hi := math.Log(ticks[0]), math.Log(ticks[len(ticks)-1])
	x := func(v float64) float64 { return left + (math.Log(v)-lo)/math.Max(hi-lo, 1e-9)*(right-left) }
	bottom := top + row*float64(len(list))
	for _, v := range ticks {
		s.line(inkGrid, x(v), top, x(v), bottom, 1)
		s.text(x(v), bottom+16, 11, "middle", inkText, count(v))
	}
	parts := []figure.Part{figure.Women, figure.Children, figure.WomenAndChildren, figure.Men, fighters}
	shapes := map[figure.Part]shape{figure.Women: circle, figure.Children: triangle, figure.WomenAndChildren: diamond, figure.Men: square, fighters: cross}
	t := &Table{Caption: "The numbers of the figure", Head: []Head{{"Area", false}, {"Who", false}, {"Counts", false}, {"Where", false}, {"As of", false}, {"Number", true}, {"Said by", false}, {"Claim", false}}}
	before := ""
	for i, f := range list {
		yy := top + row*(float64(i)+0.5)
		if a := f.Area.String(); a != before {
			if before != "" {
				s.line(inkGrid, 0, yy-row/2, right, yy-row/2, 1)
			}
			before = a
			s.text(0, yy+4, 12, "", "strong", fit(a, 12, 130))
		}
		s.text(left-12, yy+4, 11, "end", inkText, fit(string(role(f))+", "+cmp.Or(string(f.Measure), "measure not stated")+", "+cmp.Or(f.AsOf.Text, "no date"), 11, 225))
		s.link(b.href(&f.Row.Head), b.hide(f.Origin.Root+": "+f.Words()))
		s.mark(shapes[role(f)], series(slices.Index(parts, role(f))), x(f.Point), yy, 4.4, false)
		s.text(x(f.Point)+9, yy+4, 11, "", inkText, f.Words())
		s.end()
		t.Rows = append(t.Rows, []Cell{
			{HTML: esc(f.Area.String())},
			{HTML: esc(string(role(f)))},
			{HTML: esc(string(f.Measure))},
			{HTML: esc(b.hide(f.Destination.Text))},
			{HTML: esc(f.AsOf.Text)},
			{HTML: esc(f.Words()), Right: true},
			{HTML: esc(b.hide(f.Origin.Root))},
			{HTML: b.ref(&f.Row.Head)},
		})
	}
	fig := &Figure{ID: "figure-roles", Title: "Fighters, women, children and men in published numbers", SVG: s.svg("Numbers by area, sex and age; they stand in the table below"), Table: t, Wide: true}
	for i, p := range parts {
		if slices.ContainsFunc(list, func(f *figure.Figure) bool { return role(f) == p }) {
			fig.Legend = append(fig.Legend, Key{swatch(func(s *sheet) { s.mark(shapes[p], series(i), 9, 6, 4, false) }), string(p)})
		}
	}
	c.Sections = append(c.Sections, Section{Figures: []*Figure{fig}})
	return c
}
