package audit

import (
	"fmt"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/record"
)

// Chain follows what depends on what: from a finding to the claims that it rests on, and from a claim to the claims that
// repeat it or speak of the same thing, and to all findings that would have to be looked at again if it changed.
type Chain struct {
	audit *Audit
	claim map[rowKey]claim.Claim
	named map[rowKey][]*check.Finding
	thing map[string][]claim.Claim
}

type rowKey struct {
	data *record.Dataset
	row  int
}

// Dependent is a finding that depends on a claim, and how.
type Dependent struct {
	Finding *check.Finding
	How     string // "names it", "names I3, which repeats it (same agency)"
}

// NewChain prepares to follow the findings of an audit.
func NewChain(a *Audit) *Chain {
	c := &Chain{audit: a, claim: map[rowKey]claim.Claim{}, named: map[rowKey][]*check.Finding{}, thing: map[string][]claim.Claim{}}
	if a.Case != nil {
		for _, x := range allClaims(a.Case.Claims) {
			c.claim[keyOf(x)] = x
			for _, k := range things(x) {
				c.thing[k] = append(c.thing[k], x)
			}
		}
	}
	for i := range a.Findings {
		f := &a.Findings[i]
		for _, k := range rowsOf(f) {
			c.named[k] = append(c.named[k], f)
		}
	}
	return c
}

// allClaims lists the claims of all tables.
func allClaims(t *claim.Tables) []claim.Claim {
	return slices.Concat(asClaims(t.Figures), asClaims(t.Incidents), asClaims(t.Groups), asClaims(t.Relations), asClaims(t.People),
		asClaims(t.Populations), asClaims(t.Contexts))
}

func asClaims[C claim.Claim](list []C) []claim.Claim {
	out := make([]claim.Claim, len(list))
	for i, x := range list {
		out[i] = x
	}
	return out
}

func keyOf(x claim.Claim) rowKey { return rowKey{x.Base().Data, x.Base().Row} }

// rowsOf lists the rows that a finding names, each once, the one in question first.
func rowsOf(f *check.Finding) []rowKey {
	var out []rowKey
	seen := map[rowKey]bool{}
	add := func(d *record.Dataset, row int) {
		if k := (rowKey{d, row}); d != nil && row >= 0 && !seen[k] {
			seen[k] = true
			out = append(out, k)
		}
	}
	add(f.Data, f.Row)
	for _, r := range f.Related {
		add(r.Data, r.Row)
	}
	return out
}

// things names what a claim speaks of, where claims about one thing are weighed together. Figures are no one thing: which
// of them are compared follows from what they count, and a finding names those that it compared.
func things(x claim.Claim) []string {
	var out []string
	add := func(kind, key string) {
		if key != "" {
			out = append(out, kind+" "+key)
		}
	}
	switch x := x.(type) {
	case *claim.Incident:
		add("incident", x.Key)
	case *claim.Person:
		add("person", x.Key)
	case *claim.Group:
		add("group", x.Key)
	case *claim.Relation:
		add("group", x.A)
		if x.B != x.A {
			add("group", x.B)
		}
	case *claim.Population:
		add("area", strings.ToLower(x.Area))
	}
	return out
}

// Claim returns the claim in a row, nil where the row is none.
func (c *Chain) Claim(d *record.Dataset, row int) claim.Claim { return c.claim[rowKey{d, row}] }

// Claims lists the claims that a finding names, the one in question first.
func (c *Chain) Claims(f *check.Finding) []claim.Claim {
	var out []claim.Claim
	for _, k := range rowsOf(f) {
		if x := c.claim[k]; x != nil {
			out = append(out, x)
		}
	}
	return out
}

// Named lists the findings that name a row, in the order of the audit.
func (c *Chain) Named(d *record.Dataset, row int) []*check.Finding { return c.named[rowKey{d, row}] }

// Company lists the other claims that a claim is weighed with: those about the same thing.
func (c *Chain) Company(x claim.Claim) []claim.Claim {
	var out []claim.Claim
	for _, k := range things(x) {
		for _, o := range c.thing[k] {
			if o.Base() != x.Base() && !slices.Contains(out, o) {
				out = append(out, o)
			}
		}
	}
	return out
}

// Dependents lists the findings that may change when a claim does: those that name it first, then those that name a claim
// which it repeats or which repeats it, then those about the same thing, then those that name a figure which is compared
// with it, then those about the whole table. The order within each is that of the audit.
func (c *Chain) Dependents(x claim.Claim) []Dependent {
	var out []Dependent
	seen := map[*check.Finding]bool{}
	add := func(fs []*check.Finding, how string) {
		for _, f := range fs {
			if !seen[f] {
				seen[f] = true
				out = append(out, Dependent{f, how})
			}
		}
	}
	add(c.named[keyOf(x)], "names it")
	if c.audit.Case != nil {
		for _, e := range c.audit.Case.Evidence.EdgesOf(x) {
			if !e.Joins() {
				continue
			}
			other, how := e.To, "which it repeats"
			if e.To.Base() == x.Base() {
				other, how = e.From, "which repeats it"
			}
			add(c.named[keyOf(other)], fmt.Sprintf("names %s, %s (%s)", Name(other), how, e.Kind))
		}
	}
	for _, o := range c.Company(x) {
		add(c.named[keyOf(o)], fmt.Sprintf("names %s, about the same thing", Name(o)))
	}
	if row, ok := x.(*claim.Figure); ok && c.audit.Case != nil && c.audit.Case.Figures != nil {
		for _, y := range c.audit.Case.Figures.Compared(row) {
			add(c.named[keyOf(y.Row)], fmt.Sprintf("names %s, which is compared with it", Name(y.Row)))
		}
	}
	for i := range c.audit.Findings {
		if f := &c.audit.Findings[i]; f.Row < 0 && f.Data == x.Base().Data {
			add([]*check.Finding{f}, "is about the table as a whole")
		}
	}
	return out
}

// Name is what a claim is called: its identifier, else its row.
func Name(x claim.Claim) string {
	h := x.Base()
	if h.ID != "" {
		return h.ID
	}
	return fmt.Sprintf("%s row %d", h.Data.Name, h.Data.RowNumber(h.Row))
}

// Place is a row that something was found by.
type Place struct {
	Data *record.Dataset
	Row  int
}

// Rows finds the rows with an identifier, without regard to case.
func (c *Chain) Rows(id string) []Place {
	var out []Place
	for _, d := range c.audit.Datasets {
		col := d.Role(record.RoleID)
		if col == nil {
			continue
		}
		for row := range d.N {
			if text, ok := col.Text(row); ok && text != "" && strings.EqualFold(strings.TrimSpace(text), id) {
				out = append(out, Place{d, row})
			}
		}
	}
	return out
}

// Findings finds findings by their fingerprint or by its first six digits or more.
func (c *Chain) Findings(fingerprint string) []*check.Finding {
	const least = 6
	fingerprint = strings.ToLower(fingerprint)
	var out []*check.Finding
	for i := range c.audit.Findings {
		f := &c.audit.Findings[i]
		if f.Fingerprint == fingerprint {
			return []*check.Finding{f}
		}
		if len(fingerprint) >= least && strings.HasPrefix(f.Fingerprint, fingerprint) {
			out = append(out, f)
		}
	}
	return out
}
