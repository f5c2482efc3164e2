package evidence

import (
	"cmp"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/claim"
)

// things groups all claims by what they are about, in the order of the tables. Figures are one thing, because one body's
// numbers about several quantities are still one voice.
func (g *Graph) things() [][]claim.Claim {
	var keys []string
	by := map[string][]claim.Claim{}
	add := func(k string, c claim.Claim) {
		if by[k] == nil {
			keys = append(keys, k)
		}
		by[k] = append(by[k], c)
	}
	thing := func(kind, k string, c claim.Claim) {
		if k == "" {
			k = "\x00" + c.Base().ID
		}
		add(kind+k, c)
	}
	for _, c := range g.t.Figures {
		add("figure", c)
	}
	for _, c := range g.t.Incidents {
		thing("incident ", c.Key, c)
	}
	for _, c := range g.t.Groups {
		thing("group ", c.Key, c)
	}
	for _, c := range g.t.Relations {
		thing("relation ", c.A+" "+c.B, c)
	}
	for _, c := range g.t.People {
		thing("person ", c.Key, c)
	}
	for _, c := range g.t.Populations {
		thing("population ", c.Area, c)
	}
	for _, c := range g.t.Contexts {
		add("context", c)
	}
	var out [][]claim.Claim
	for _, k := range keys {
		out = append(out, by[k])
	}
	return out
}

// Origins groups claims by the independent voices behind them: its length is the number of origins. For figures that is the
// estimating body, where one is named; otherwise, and for all other claims, the agency or publisher and the source item.
// Joining edges count too. The order is that of each origin's first claim.
func (g *Graph) Origins(claims []claim.Claim) []*Origin {
	n := len(claims)
	u := newUnion(n)
	at := make(map[*claim.Head]int, n)
	first := map[string]int{}
	labels := make([][]string, n)
	for i, c := range claims {
		at[c.Base()] = i
		labels[i] = g.labels(c)
		for _, k := range labels[i] {
			if j, ok := first[k]; ok {
				u.join(j, i)
			} else {
				first[k] = i
			}
		}
	}
	for i, c := range claims {
		for _, e := range g.edges[c.Base()] {
			x := g.Edges[e]
			j, ok := at[x.To.Base()]
			if k, found := at[x.From.Base()]; ok && found && k == i && x.Joins() && x.Kind != SameAgency && x.Kind != SameSource {
				u.join(i, j)
			}
		}
	}
	var out []*Origin
	index := map[int]*Origin{}
	for i, c := range claims {
		r := u.find(i)
		o := index[r]
		if o == nil {
			o = &Origin{}
			index[r] = o
			out = append(out, o)
		}
		o.Members = append(o.Members, c)
	}
	for _, o := range out {
		g.name(o)
	}
	return out
}

// labels returns what a claim shares with the claims of the same voice.
func (g *Graph) labels(c claim.Claim) []string {
	if f, ok := c.(*claim.Figure); ok {
		var out []string
		bodies, _ := parse(f.Estimator).names()
		for _, b := range bodies {
			out = append(out, "body "+b)
		}
		if len(out) > 0 {
			return out
		}
	}
	s := c.Base().Source
	var out []string
	for _, p := range originators(s.Publisher, g.outlet) {
		if k := key(p); k != "" {
			out = append(out, "from "+k)
		}
	}
	if s.Key != "" {
		out = append(out, "item "+s.Key)
	}
	return out
}

// name gives the origin the name that most of its claims give it, the first in the alphabet among equals.
func (g *Graph) name(o *Origin) {
	count := map[string]int{}
	var names []string
	for _, c := range o.Members {
		var n string
		if f, ok := c.(*claim.Figure); ok {
			n = Body(f.Estimator)
		}
		if n == "" {
			if list := originators(c.Base().Source.Publisher, g.outlet); len(list) > 0 {
				n = list[0]
			}
		}
		if n == "" {
			continue
		}
		if count[n] == 0 {
			names = append(names, n)
		}
		count[n]++
	}
	if len(names) == 0 {
		o.Root, o.Key = Unknown, "?"+o.Members[0].Base().ID
		return
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	o.Root, o.Key = names[0], strings.ToLower(names[0])
}

// union is a union-find forest.
type union []int

func newUnion(n int) union {
	u := make(union, n)
	for i := range u {
		u[i] = i
	}
	return u
}

func (u union) find(i int) int {
	for u[i] != i {
		u[i] = u[u[i]]
		i = u[i]
	}
	return i
}

func (u union) join(i, j int) {
	if a, b := u.find(i), u.find(j); a < b {
		u[b] = a
	} else {
		u[a] = b
	}
}
