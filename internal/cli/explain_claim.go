package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/incident"
	"github.com/assaydata/assay/internal/privacy"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// row explains one row: its cells and, of a claim, the source, the origin, the echoes, and all that depends on it.
func (e *explanation) row(ctx context.Context, d *record.Dataset, row int) error {
	fmt.Fprintf(e.out, "%s (%s)\n", e.rowName(d, row), e.address(d, row))
	r, err := e.read(ctx, d, row, nil)
	if err != nil {
		return err
	}
	e.beside([]sheetRow{r})
	c := e.chain.Claim(d, row)
	if c == nil {
		e.head("Findings that name it")
		named := e.chain.Named(d, row)
		for _, f := range named {
			e.item(fmt.Sprintf("%s[%s] %s: %s", finding.Class(f), f.Rule.Code, f.Fingerprint, f.Message))
		}
		if len(named) == 0 {
			e.text("None.")
		}
		return nil
	}
	if p, ok := c.(*claim.Person); ok && p.Role != "" {
		e.head("In words")
		e.text(e.shield.Person(p) + ", " + privacy.RoleBy(e.publisher(c), e.about([]claim.Claim{c}).Text(p.Role), p.LegalStatus))
	}
	e.source(c)
	e.origin(c)
	e.dependents(c)
	return nil
}

// about prepares for texts about claims.
func (e *explanation) about(claims []claim.Claim) privacy.Words {
	refs := make([]privacy.Ref, len(claims))
	for i, c := range claims {
		refs[i] = privacy.Ref{Data: c.Base().Data, Row: c.Base().Row}
	}
	return e.shield.About(refs...)
}

func (e *explanation) publisher(c claim.Claim) string {
	s := c.Base().Source
	for _, text := range []string{s.Publisher, s.Title, s.Key} {
		if text != "" {
			return e.about([]claim.Claim{c}).Text(text)
		}
	}
	return ""
}

// source says what the item is, and how far it is to be relied upon.
func (e *explanation) source(c claim.Claim) {
	s := c.Base().Source
	w := e.about([]claim.Claim{c})
	e.head("The source")
	var parts []string
	for _, text := range []string{s.Key, w.Text(s.Title), w.Text(s.Publisher), s.Date.Text, e.shield.URL(s.URL)} {
		if text != "" {
			parts = append(parts, text)
		}
	}
	e.text(strings.Join(parts, ", "))
	kind := string(evidence.KindOf(s))
	if l := evidence.Language(s); l != "" {
		kind += ", " + l
	}
	grade, reason := evidence.Reliability(s)
	e.text(fmt.Sprintf("kind: %s; reliability %c: %s", kind, grade, w.Text(reason)))
}

// origin says whose voice a claim is and who shares it, and lists the edges that say so.
func (e *explanation) origin(c claim.Claim) {
	if e.audit.Case == nil {
		return
	}
	g := e.audit.Case.Evidence
	o := g.Origin(c)
	e.head("The origin")
	var ids []string
	for _, m := range o.Members {
		if m.Base() != c.Base() {
			ids = append(ids, e.rowName(m.Base().Data, m.Base().Row))
		}
	}
	text := "the voice of " + e.about([]claim.Claim{c}).Text(root(o))
	if o.Root == "" || o.Root == evidence.Unknown {
		text = "the claim does not tell where it comes from"
	}
	const most = 20
	if len(ids) > 0 {
		text += ", counted once with " + wording.List(ids, most)
	}
	e.text(text)
	e.head("Who repeats whom")
	edges := g.EdgesOf(c)
	for i, edge := range edges {
		if i == mostListed && len(edges) > mostListed+1 {
			e.text(fmt.Sprintf("and %s", wording.Count(len(edges)-i, "more edge")))
			break
		}
		e.item(e.edge(edge))
	}
	if len(edges) == 0 {
		e.text("Nothing shows that this claim repeats another, or that another repeats it.")
	}
}

// dependents lists what would have to be looked at again if the claim changed.
func (e *explanation) dependents(c claim.Claim) {
	deps := e.chain.Dependents(c)
	n := 0
	for n < len(deps) && deps[n].How == "names it" {
		n++
	}
	e.head(fmt.Sprintf("Findings that name it: %d", n))
	for _, d := range deps[:n] {
		e.item(fmt.Sprintf("%s[%s] %s: %s", finding.Class(d.Finding), d.Finding.Rule.Code, d.Finding.Fingerprint, d.Finding.Message))
	}
	e.head("What else depends on it")
	said := e.verdicts([]claim.Claim{c})
	e.list(deps[n:])
	if len(deps) == n && !said {
		e.text("Nothing.")
	}
}

// verdicts says what the claims about the incidents in question come to, and reports whether there was anything to say.
func (e *explanation) verdicts(claims []claim.Claim) bool {
	said := map[*incident.Incident]bool{}
	for _, c := range claims {
		x, ok := c.(*claim.Incident)
		if !ok || e.audit.Case == nil || e.audit.Case.Incidents == nil {
			continue
		}
		in := e.audit.Case.Incidents.Of(x)
		if in == nil || said[in] {
			continue
		}
		said[in] = true
		w := e.about(claims)
		text := fmt.Sprintf("the incident %s, of which %s: %s", w.Text(in.Key), tell(len(in.Claims)), in.Status)
		if len(in.Reasons) > 0 {
			text += " (" + w.Text(strings.Join(in.Reasons, "; ")) + ")"
		}
		e.item(text)
		for _, f := range in.Fields {
			if len(f.Positions) == 0 || f.Verdict == incident.Described {
				continue
			}
			var held []string
			for _, p := range f.Positions {
				held = append(held, fmt.Sprintf("%s (%s)", w.Text(p.Text), wording.Count(p.Origins, "origin")))
			}
			const most = 6
			e.item(fmt.Sprintf("its %s is %s: %s", f.Name, f.Verdict, wording.List(held, most)))
		}
	}
	return len(said) > 0
}

func tell(n int) string {
	if n == 1 {
		return "1 claim tells"
	}
	return fmt.Sprintf("%d claims tell", n)
}
