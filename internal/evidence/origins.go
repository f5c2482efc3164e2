package evidence

import (
	"cmp"
	"slices"

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
			k = "\x00" + c.Base().Data.Name + "\x00" + c.Base().ID
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
	out := make([][]claim.Claim, 0, len(keys))
	for _, k := range keys {
		out = append(out, by[k])
	}
	return out
}

// voice is whom a claim is counted with: the labels that it shares with the other claims of the same voice, and a name.
type voice struct {
	labels []string
	name   string
}

// attribute decides whose voice each claim is. A figure is the voice of the body that issued it, where one is named, else of
// who passed it on, else of who published it; all other claims are the voice of the agency or publisher that the item comes
// from. A figure that repeats an earlier one of another body, as "President" on the day that "Army via President" was
// published, is counted with that body; its other figures stay where they are.
func (g *Graph) attribute() {
	for _, list := range g.things() {
		for _, c := range list {
			g.voices[c.Base()] = g.own(c)
		}
	}
	repeats := map[*claim.Head][]Edge{}
	for _, e := range g.Edges {
		if _, ok := e.From.(*claim.Figure); ok && e.Joins() {
			repeats[e.From.Base()] = append(repeats[e.From.Base()], e)
		}
	}
	for _, list := range repeats {
		slices.SortStableFunc(list, func(a, b Edge) int { return cmp.Or(published(a.To, b.To), cmp.Compare(a.Kind, b.Kind)) })
	}
	sorted := slices.Clone(g.t.Figures)
	slices.SortFunc(sorted, func(a, b *claim.Figure) int { return published(a, b) })
	for _, f := range sorted {
		for _, e := range repeats[f.Base()] {
			mine, theirs := g.voices[f.Base()], g.voices[e.To.Base()]
			if !share(mine.labels, theirs.labels) && speaksFor(f, e) {
				g.voices[f.Base()] = theirs
				break
			}
		}
	}
	// The one who only passed a number on is counted with the body also where the report that names no body came first.
	for _, f := range sorted {
		for _, e := range repeats[f.Base()] {
			if to, ok := e.To.(*claim.Figure); ok && e.Kind == SameEstimator && !speaksFor(f, e) {
				if mine, theirs := g.voices[f.Base()], g.voices[to.Base()]; !share(mine.labels, theirs.labels) {
					g.voices[to.Base()] = mine
				}
			}
		}
	}
}

// speaksFor reports whether the edge leads from the one who repeats to the one who is repeated. Between a body and the one
// who speaks for it the body is the root, whichever report came first.
func speaksFor(f *claim.Figure, e Edge) bool {
	to, ok := e.To.(*claim.Figure)
	if !ok || e.Kind != SameEstimator {
		return true
	}
	bodies, _ := parse(to.Estimator).names()
	_, relays := parse(f.Estimator).names()
	return !share(bodies, relays)
}

// own returns the voice of a claim by itself.
func (g *Graph) own(c claim.Claim) voice {
	s := c.Base().Source
	if f, ok := c.(*claim.Figure); ok {
		st := parse(f.Estimator)
		bodies, _ := st.names()
		var v voice
		for _, b := range bodies {
			v.labels = append(v.labels, "voice "+b)
		}
		if len(v.labels) > 0 {
			v.name = Body(f.Estimator)
			return v
		}
		if name := Voice(f.Estimator); name != "" {
			return voice{[]string{"voice " + key(name)}, name}
		}
	}
	var v voice
	if p := g.from(s.Publisher); publisherKey(p) != "" {
		v = voice{[]string{"voice " + publisherKey(p)}, p}
	}
	if _, ok := c.(*claim.Figure); s.Key != "" && (!ok || len(v.labels) == 0) {
		v.labels = append(v.labels, "item "+s.Key)
	}
	return v
}

// Origins groups claims by the independent voices behind them: its length is the number of origins. The groups do not depend
// on the order of the claims; they come in the order of each origin's first claim.
func (g *Graph) Origins(claims []claim.Claim) []*Origin {
	n := len(claims)
	u := newUnion(n)
	at := make(map[*claim.Head]int, n)
	first := map[string]int{}
	for i, c := range claims {
		if j, ok := at[c.Base()]; ok {
			u.join(j, i)
			continue
		}
		at[c.Base()] = i
		for _, k := range g.voiceOf(c).labels {
			if j, ok := first[k]; ok {
				u.join(j, i)
			} else {
				first[k] = i
			}
		}
	}
	for _, c := range claims {
		if _, ok := c.(*claim.Figure); ok {
			continue
		}
		for _, e := range g.edges[c.Base()] {
			x := g.Edges[e]
			if x.From.Base() != c.Base() || !x.Joins() || x.Kind == SameAgency || x.Kind == SameSource {
				continue
			}
			if j, ok := at[x.To.Base()]; ok {
				u.join(at[c.Base()], j)
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
		if at[c.Base()] == i {
			o.Members = append(o.Members, c)
		}
	}
	for _, o := range out {
		g.name(o)
	}
	return out
}

func (g *Graph) voiceOf(c claim.Claim) voice {
	if v, ok := g.voices[c.Base()]; ok {
		return v
	}
	return g.own(c)
}

// name gives the origin the name that most of its claims give it, the first in the alphabet among equals. Its key is the
// first of the labels that no other origin shares.
func (g *Graph) name(o *Origin) {
	count := map[string]int{}
	var names []string
	for _, c := range o.Members {
		v := g.voiceOf(c)
		for _, k := range v.labels {
			if o.Key == "" || k < o.Key {
				o.Key = k
			}
		}
		if v.name == "" {
			continue
		}
		if count[v.name] == 0 {
			names = append(names, v.name)
		}
		count[v.name]++
	}
	if o.Key == "" {
		o.Key = "?" + slices.MinFunc(o.Members, published).Base().ID
	}
	if len(names) == 0 {
		o.Root = Unknown
		return
	}
	o.Root = slices.MinFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
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
