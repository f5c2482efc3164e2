// Package evidence says who made a statement, who repeated it, and how many independent origins stand behind it.
//
// Support is counted in origins, not in documents: twenty outlets that repeat one minister are one witness. The method is
// that of W3C PROV (wasQuotedFrom, wasDerivedFrom, hadPrimarySource): declared edges are certain, detected edges carry a
// probability and its reason, and an origin is a connected component of the edges that are more likely than not.
package evidence

import (
	"github.com/assaydata/assay/internal/claim"
)

// EdgeKind says why two claims go back to one another or to one root.
type EdgeKind string

// The kinds of edges, from the surest to the weakest.
const (
	BasedOn           EdgeKind = "declared based_on"
	SameSource        EdgeKind = "same source"
	SameAgency        EdgeKind = "same agency"
	SameEstimator     EdgeKind = "same estimator"
	Quotes            EdgeKind = "quotes"
	NearDuplicateText EdgeKind = "near-duplicate text"
	SameUnusualNumber EdgeKind = "same unusual number"
)

// Edge says that one claim probably goes back to another. From is the later or the repeating one where that is known.
type Edge struct {
	From, To    claim.Claim
	Kind        EdgeKind
	Probability float64
	Why         string // the evidence, in words
}

// Joins reports whether the edge is strong enough to make one origin of its ends.
func (e Edge) Joins() bool { return e.Probability > 0.5 }

// Origin is one independent voice: a root and the claims that go back to it.
type Origin struct {
	Root    string // name of the body, agency or publisher; "unknown" where the claims do not tell
	Key     string // stable, for comparing and sorting; different for every origin among the same claims
	Members []claim.Claim
}

// Unknown is the root of claims that do not say where they come from.
const Unknown = "unknown"

// Graph is the provenance of all claims of a case.
type Graph struct {
	Edges []Edge // in the order of the claims

	t         *claim.Tables
	citations []Citation
	origin    map[*claim.Head]*Origin
	edges     map[*claim.Head][]int
	voices    map[*claim.Head]voice
	outlet    map[string]bool   // publishers that stand alone somewhere in the case, by key
	publisher map[string]string // originator by the text of the publisher
	known     map[string]names  // by the text of the estimator
}

// Build finds sources, origins and echoes.
func Build(t *claim.Tables) *Graph {
	g := &Graph{
		t: t, origin: map[*claim.Head]*Origin{}, edges: map[*claim.Head][]int{}, voices: map[*claim.Head]voice{},
		outlet: map[string]bool{}, publisher: map[string]string{}, known: map[string]names{},
	}
	g.read()
	things := g.things()
	g.connect(things)
	g.attribute()
	for _, list := range things {
		for _, o := range g.Origins(list) {
			for _, c := range o.Members {
				g.origin[c.Base()] = o
			}
		}
	}
	return g
}

// names are the keys of those who stand behind an estimator.
type names struct{ bodies, all []string }

// read takes the texts of publishers and estimators apart, each once.
func (g *Graph) read() {
	g.outlets()
	note := func(s *claim.Source) {
		if _, ok := g.publisher[s.Publisher]; !ok {
			g.publisher[s.Publisher] = g.from(s.Publisher)
		}
	}
	for _, s := range g.t.Sources {
		note(s)
	}
	for _, f := range g.t.Figures {
		note(f.Source)
		if _, ok := g.known[f.Estimator]; !ok {
			bodies, _ := parse(f.Estimator).names()
			g.known[f.Estimator] = names{bodies, Names(f.Estimator)}
		}
	}
}

func (g *Graph) sameVoice(a, b *claim.Figure) bool {
	return share(g.known[a.Estimator].all, g.known[b.Estimator].all)
}

func (g *Graph) sameBody(a, b *claim.Figure) bool {
	return share(g.known[a.Estimator].bodies, g.known[b.Estimator].bodies)
}

// Origin returns the origin of a claim among all claims about the same thing: all figures, one incident, one person, one
// group. It is never nil.
func (g *Graph) Origin(c claim.Claim) *Origin {
	if o := g.origin[c.Base()]; o != nil {
		return o
	}
	return &Origin{Root: Unknown, Key: "?" + c.Base().ID, Members: []claim.Claim{c}}
}

// EdgesOf returns the edges that begin or end at a claim.
func (g *Graph) EdgesOf(c claim.Claim) []Edge {
	var out []Edge
	for _, i := range g.edges[c.Base()] {
		out = append(out, g.Edges[i])
	}
	return out
}

// From returns the agency or publisher that an item comes from, "" where its publisher names none.
func (g *Graph) From(s *claim.Source) string {
	if s == nil {
		return ""
	}
	return g.from(s.Publisher)
}
