package casereport

import (
	"fmt"
	"html"
	"html/template"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/evidence"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/record"
)

// Page is the name of the appendix with all claims.
const Page = "claims.html"

// shownRefs is the number of claims that are named beside a number; the others are listed in the appendix.
const shownRefs = 4

// say formats a text for a page. Arguments are escaped unless they are HTML already.
func say(format string, args ...any) template.HTML {
	for i, a := range args {
		switch v := a.(type) {
		case template.HTML:
		case string:
			args[i] = html.EscapeString(finding.Clean(v))
		}
	}
	return template.HTML(fmt.Sprintf(html.EscapeString(format), args...))
}

// esc escapes a text.
func esc(s string) template.HTML { return template.HTML(html.EscapeString(finding.Clean(s))) }

// assign gives every claim of a table its anchor: its identifier where it has one of its own, else its row.
func (b *builder) assign(letter string, cs []*claim.Head) {
	seen := map[string]int{}
	for _, h := range cs {
		seen[h.ID]++
	}
	for _, h := range cs {
		a := "c-" + letter + "-row-" + strconv.Itoa(h.Data.RowNumber(h.Row))
		if h.ID != "" && seen[h.ID] == 1 && plain(h.ID) && b.audit.Shield.ID(h.Data, h.Row) == h.ID {
			a = "c-" + letter + "-" + h.ID
		}
		b.anchors[h] = a
	}
}

// plain reports whether a text can stand in an address as it is.
func plain(s string) bool {
	for _, r := range s {
		if !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' || r == '-') {
			return false
		}
	}
	return len(s) <= 40
}

// href is the address of a claim.
func (b *builder) href(h *claim.Head) string { return Page + "#" + b.anchors[h] }

// name is what a claim is called: its identifier, or its row.
func (b *builder) name(h *claim.Head) string {
	if h.ID != "" {
		return finding.Clean(b.audit.Shield.ID(h.Data, h.Row))
	}
	return fmt.Sprintf("%s %d", finding.Clean(h.Data.Name), h.Data.RowNumber(h.Row))
}

// ref is a link to one claim.
func (b *builder) ref(h *claim.Head) template.HTML {
	if b.anchors[h] == "" {
		return esc(b.name(h))
	}
	return template.HTML(`<a href="` + html.EscapeString(b.href(h)) + `">` + html.EscapeString(b.name(h)) + `</a>`)
}

// refs links the claims behind a number. A long list names the first few and leads to the rest in the appendix, where
// "of" says what it is the basis of.
func (b *builder) refs(of string, hs []*claim.Head) template.HTML {
	var once []*claim.Head
	seen := map[*claim.Head]bool{}
	for _, h := range hs {
		if h != nil && !seen[h] {
			seen[h] = true
			once = append(once, h)
		}
	}
	if len(once) == 0 {
		return ""
	}
	var s strings.Builder
	s.WriteString(`<span class="refs">`)
	most := shownRefs
	if len(once) <= most+1 {
		most = len(once)
	}
	for i, h := range once[:most] {
		if i > 0 {
			s.WriteString(", ")
		}
		s.WriteString(string(b.ref(h)))
	}
	if len(once) > most {
		fmt.Fprintf(&s, ` and <a href="%s#%s">%d more</a>`, Page, b.listOf(of, once), len(once)-most)
	}
	s.WriteString(`</span>`)
	return template.HTML(s.String())
}

// listOf puts a list of claims into the appendix and returns its anchor; the same list stands there once.
func (b *builder) listOf(of string, hs []*claim.Head) string {
	basis := Basis{Of: finding.Clean(b.hide(of))}
	for _, h := range hs {
		basis.Refs = append(basis.Refs, b.ref(h))
	}
	for _, old := range b.bases {
		if slices.Equal(old.Refs, basis.Refs) {
			return old.ID
		}
	}
	basis.ID = "basis-" + strconv.Itoa(len(b.bases)+1)
	b.bases = append(b.bases, basis)
	return basis.ID
}

// headOf finds the claim of a row of a dataset, nil where it is none.
func (b *builder) headOf(d *record.Dataset, row int) *claim.Head {
	return b.byRow()[rowOf{d, row}]
}

type rowOf struct {
	data *record.Dataset
	row  int
}

func (b *builder) byRow() map[rowOf]*claim.Head {
	if b.rows == nil {
		b.rows = map[rowOf]*claim.Head{}
		b.claimAt = map[*claim.Head]claim.Claim{}
		for _, c := range b.all() {
			h := c.Base()
			b.rows[rowOf{h.Data, h.Row}] = h
			b.claimAt[h] = c
		}
	}
	return b.rows
}

// claimsOf lists the claims that a finding names, the one in question first.
func (b *builder) claimsOf(f *check.Finding) []claim.Claim {
	var out []claim.Claim
	add := func(d *record.Dataset, row int) {
		if h := b.headOf(d, row); h != nil {
			out = append(out, b.claimAt[h])
		}
	}
	add(f.Data, f.Row)
	for _, r := range f.Related {
		add(r.Data, r.Row)
	}
	return out
}

// origin is the voice behind a claim among all claims about the same thing.
func (b *builder) origin(c claim.Claim) string {
	o := b.originOf(c)
	if o == nil || o.Root == "" || o.Root == evidence.Unknown {
		return "not stated"
	}
	return b.hide(short(o.Root))
}

func (b *builder) originOf(c claim.Claim) *evidence.Origin {
	h := c.Base()
	o, ok := b.origins[h]
	if !ok {
		o = b.d.Evidence.Origin(c)
		b.origins[h] = o
	}
	return o
}

// known reports whether a number is stated.
func known(v float64) bool { return !math.IsNaN(v) }

// short leaves out of the name of a voice what stands in brackets or after a semicolon at its end.
func short(s string) string {
	if at := strings.IndexAny(s, "(;"); at > 3 {
		s = s[:at]
	}
	return strings.TrimSpace(s)
}
