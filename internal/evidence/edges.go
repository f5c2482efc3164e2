package evidence

import (
	"cmp"
	"slices"

	"github.com/assaydata/assay/internal/claim"
)

// neighbours is how many claims before it a claim is compared with among those that share a number, a title or a name. It
// keeps the work linear in the number of claims; chains of neighbours join what belongs together all the same.
const neighbours = 12

// connect finds the edges of the graph: declared ones, and those that sources, speakers, numbers and wording suggest.
func (g *Graph) connect(things [][]claim.Claim) {
	for _, list := range things {
		if _, ok := list[0].(*claim.Figure); !ok {
			g.bySource(list)
		}
	}
	g.byEstimator()
	g.byNumber()
	g.byText(things)
	g.byDeclaration(things)
	g.byCitation()
	slices.SortStableFunc(g.Edges, func(a, b Edge) int {
		return cmp.Or(compare(a.From, b.From), compare(a.To, b.To), cmp.Compare(a.Kind, b.Kind))
	})
	for i, e := range g.Edges {
		g.edges[e.From.Base()] = append(g.edges[e.From.Base()], i)
		g.edges[e.To.Base()] = append(g.edges[e.To.Base()], i)
	}
}

func compare(a, b claim.Claim) int {
	x, y := a.Base(), b.Base()
	return cmp.Or(cmp.Compare(x.Data.Name, y.Data.Name), cmp.Compare(x.Row, y.Row))
}

// add adds an edge from the later of two claims to the earlier one.
func (g *Graph) add(a, b claim.Claim, kind EdgeKind, p float64, why string) {
	if a.Base() == b.Base() {
		return
	}
	if published(a, b) < 0 {
		a, b = b, a
	}
	g.Edges = append(g.Edges, Edge{From: a, To: b, Kind: kind, Probability: p, Why: why})
}

// published orders claims by the day on which their items appeared, undated ones last, and then by their names, so that the
// order of rows in a file decides only where nothing else does.
func published(a, b claim.Claim) int {
	x, y := a.Base(), b.Base()
	if k := later(x.Source.Date.Known(), y.Source.Date.Known()); k != 0 {
		return k
	}
	return cmp.Or(cmp.Compare(x.Source.Date.First, y.Source.Date.First), cmp.Compare(x.ID, y.ID), compare(a, b))
}

// later puts the dated before the undated.
func later(aKnown, bKnown bool) int {
	switch {
	case aKnown && !bKnown:
		return -1
	case bKnown && !aKnown:
		return 1
	}
	return 0
}

// bySource joins claims about one thing that come from one item or one agency, each with the first of them.
func (g *Graph) bySource(list []claim.Claim) {
	item, from := map[string]claim.Claim{}, map[string]claim.Claim{}
	sorted := slices.Clone(list)
	slices.SortFunc(sorted, published)
	for _, c := range sorted {
		s := c.Base().Source
		if s.Key != "" {
			if o := item[s.Key]; o != nil {
				g.add(c, o, SameSource, 1, "both stand in one item")
				continue
			}
			item[s.Key] = c
		}
		p := g.from(s.Publisher)
		k := publisherKey(p)
		if k == "" {
			continue
		}
		if o := from[k]; o != nil {
			g.add(c, o, SameAgency, 0.9, "both come from "+p)
		} else {
			from[k] = c
		}
	}
}
