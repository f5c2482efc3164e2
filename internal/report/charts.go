package report

import "fmt"

// charts draws what there is to draw of each dataset.
func (b *builder) charts() {
	total := 0
	for _, d := range b.audit.Datasets {
		p := b.profiles[d]
		set := coverageView{Dataset: d.Name, Slug: b.slug[d]}
		if p.first > p.last {
			set.Note = "No charts over time: no column of this dataset is known to hold dates, or none could be read."
		} else {
			fs := setOf(b.audit.Findings, d)
			for _, f := range []*figure{
				p.byYear(), p.byMonth(timeMarks(fs)), p.tollHeaping(), p.dayHeaping(), p.placePrecision(), p.timePrecision(), p.unknownActors(),
			} {
				set.add(f)
			}
			if h := p.heat(b.groups); h != nil {
				b.view.Heats = append(b.view.Heats, *h)
			}
		}
		set.add(p.worldMap(largeMap))
		deaths := (*figure)(nil)
		if p.first <= p.last {
			deaths = p.deathsByYear()
		}
		if deaths != nil {
			deaths.ID = "deaths-" + set.Slug
			b.view.Figures = append(b.view.Figures, setFigure{d.Name, deaths})
			total += deaths.bytes()
		} else {
			b.view.NoFigures = append(b.view.NoFigures, d.Name)
		}
		for _, f := range set.Figures {
			total += f.bytes()
		}
		b.view.Coverage = append(b.view.Coverage, set)
		if s := sources(b.audit.Shield, d); s != nil {
			b.view.Sources = append(b.view.Sources, *s)
		}
	}
	if total > figuresBudget {
		b.apart = true
		for _, f := range b.view.Figures {
			for i := range b.view.Coverage {
				if b.view.Coverage[i].Dataset == f.Dataset {
					b.view.Coverage[i].add(f.Figure)
				}
			}
		}
		b.view.Figures = nil
	}
	b.view.Apart = b.apart
	if n := len(b.view.Sources); n > mostCards {
		b.view.Sources = b.view.Sources[:mostCards]
	}
	if n := len(b.view.Heats); n > mostCards {
		b.view.Heats = b.view.Heats[:mostCards]
	}
}

func (s *coverageView) add(f *figure) {
	if f == nil {
		return
	}
	if f.ID == "" {
		f.ID = fmt.Sprintf("figure-%s-%d", s.Slug, len(s.Figures)+1)
	}
	s.Figures = append(s.Figures, f)
}

// bytes is about the size of a figure in a page.
func (f *figure) bytes() int {
	n := len(f.SVG) + len(f.Caption) + 600
	if f.Table != nil {
		for _, r := range f.Table.Rows {
			for _, c := range r {
				n += len(c) + 9
			}
		}
	}
	return n
}
