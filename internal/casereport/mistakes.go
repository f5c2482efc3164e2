package casereport

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/privacy"
	"github.com/assaydata/assay/internal/wording"
)

// kindOfError is the findings of one rule about the claims.
type kindOfError struct {
	rule     *check.Rule
	findings []*check.Finding
}

// kindsOfErrors groups the findings about claims by rule: rules with errors first, then by number.
func (b *builder) kindsOfErrors() []*kindOfError {
	at := map[*check.Rule]*kindOfError{}
	var out []*kindOfError
	for i := range b.audit.Findings {
		f := &b.audit.Findings[i]
		if f.Row < 0 || f.Rule == nil || b.headOf(f.Data, f.Row) == nil {
			continue
		}
		k := at[f.Rule]
		if k == nil {
			k = &kindOfError{rule: f.Rule}
			at[f.Rule] = k
			out = append(out, k)
		}
		k.findings = append(k.findings, f)
	}
	for _, k := range out {
		slices.SortStableFunc(k.findings, func(x, y *check.Finding) int {
			return cmp.Or(cmp.Compare(rank(x), rank(y)), cmp.Compare(y.Weight, x.Weight), cmp.Compare(y.Confidence, x.Confidence))
		})
	}
	slices.SortStableFunc(out, func(x, y *kindOfError) int {
		return cmp.Or(cmp.Compare(rank(x.findings[0]), rank(y.findings[0])), cmp.Compare(len(y.findings), len(x.findings)), cmp.Compare(x.rule.Code, y.rule.Code))
	})
	return out
}

var classes = []string{"error", "warning", "lead", "note"}

func rank(f *check.Finding) int { return slices.Index(classes, finding.Class(f)) }

// mistakes is the chapter about what the existing data gets wrong.
func (b *builder) mistakes() *Chapter {
	kinds := b.kindsOfErrors()
	if len(kinds) == 0 {
		return nil
	}
	c := &Chapter{ID: "mistakes", Title: "What the existing data gets wrong", Short: "Errors"}
	c.Intro = say("By kind of error, with the worst example of each: the claims stand side by side, and what the finding is about is marked where they differ. A contradiction says that not all of the claims can be right; it does not say which one is wrong.")
	c.Sections = append(c.Sections, Section{Figures: []*Figure{b.kindsFigure(kinds)}})
	s := Section{Heading: "The worst examples, side by side"}
	const most = 14
	for _, k := range kinds {
		if len(s.Pairs) == most {
			break
		}
		for _, f := range k.findings {
			if cs := b.claimsOf(f); len(cs) > 1 && rank(f) < 2 {
				s.Pairs = append(s.Pairs, b.comparison(f, cs, len(k.findings)))
				break
			}
		}
	}
	if len(s.Pairs) > 0 {
		c.Sections = append(c.Sections, s)
	}
	return c
}

// kindsFigure draws the number of findings by rule and class.
func (b *builder) kindsFigure(kinds []*kindOfError) *Figure {
	const most = 24
	shown := kinds[:min(most, len(kinds))]
	const width, row, right = 440.0, 34.0, 34.0
	s := newSheet(width, row*float64(len(shown))+4)
	top := 0
	for _, k := range shown {
		top = max(top, len(k.findings))
	}
	t := &Table{Caption: "The numbers of the figure", Head: []Head{{"Kind of error", false}, {"Errors", true}, {"Warnings", true}, {"Leads", true}, {"Notes", true}, {"Claims", false}}}
	used := [4]bool{}
	inks := []string{"c-error", "c-warning", "c-lead", "c-note"}
	for i, k := range shown {
		var n [4]int
		var hs []*claim.Head
		for _, f := range k.findings {
			n[rank(f)]++
			hs = append(hs, heads(b.claimsOf(f))...)
		}
		y := row * float64(i)
		s.text(0, y+12, 12, "", inkText, fit(upper(k.rule.Title), 12, width-4))
		x := 0.0
		for c, v := range n {
			w := (width - right) * float64(v) / float64(top)
			if v > 0 {
				s.rect(inks[c], x, y+17, w, 10)
				used[c] = true
			}
			x += w
		}
		s.text(x+6, y+26, 12, "", "strong", wording.Thousands(len(k.findings)))
		cells := []Cell{{HTML: say("%s (%s)", upper(k.rule.Title), k.rule.Code)}}
		for _, v := range n {
			cells = append(cells, Cell{HTML: esc(dotted(v)), Right: true})
		}
		t.Rows = append(t.Rows, append(cells, Cell{HTML: b.refs(k.rule.Title, hs)}))
	}
	f := &Figure{ID: "figure-kinds", Title: "Findings in the claims, by kind", SVG: s.svg("Number of findings by kind of error; the numbers are in the table below"), Table: t}
	for c, on := range used {
		if on {
			f.Legend = append(f.Legend, Key{swatch(func(s *sheet) { s.rect(inks[c], 1, 1, 15, 10) }), classes[c]})
		}
	}
	f.Caption = "An error cannot be right as it stands; a warning is probably wrong or misleading; a lead is a place to look at; a note limits what the claims can be used for."
	if len(kinds) > most {
		f.Caption += fmt.Sprintf(" Showing %d of %d kinds.", most, len(kinds))
	}
	return f
}

func dotted(n int) string {
	if n == 0 {
		return "·"
	}
	return wording.Thousands(n)
}

// upper makes a text begin with a capital.
func upper(s string) string {
	if s == "" || s[0] >= 0x80 {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// property is one line of a comparison.
type property struct{ name, value string }

// properties lists what a claim says, by name.
func (b *builder) properties(c claim.Claim) []property {
	switch c := c.(type) {
	case *claim.Figure:
		return []property{
			{"says", value(c.Low, c.Best, c.High)},
			{"who", c.Population},
			{"measure", c.Measure},
			{"from", c.Origin},
			{"where", c.Destination},
			{"as of", c.AsOf.Text},
			{"estimate by", b.body(c)},
		}
	case *claim.Incident:
		return []property{
			{"date", c.Date.Text},
			{"place", c.Place},
			{"region", c.Region},
			{"what", c.Kind},
			{"civilians killed", count(c.KilledCivilians)},
			{"security killed", count(c.KilledSecurity)},
			{"attackers killed", count(c.KilledPerpetrators)},
			{"injured", count(c.Injured)},
			{"claimed by", c.ClaimedBy},
			{"attributed to", c.AttributedTo},
			{"status", c.Status},
			{"means", c.Sophistication},
			{"point", point(c)},
		}
	case *claim.Group:
		return []property{{"name", c.Name}, {"active from", c.From.Text}, {"active to", c.To.Text}, {"affiliation", c.Affiliation}}
	case *claim.Relation:
		return []property{{"group", plainKey(c.A)}, {"relation", plainKey(c.Relation)}, {"with", plainKey(c.B)}, {"date", c.Date.Text}}
	case *claim.Person:
		return []property{
			{"role", privacy.RoleWords(c.Role, c.LegalStatus)},
			{"group", c.Group},
			{"born", b.audit.Shield.Birth(c)},
			{"reported dead", c.Death.Text},
			{"from", c.From.Text},
			{"until", c.To.Text},
		}
	case *claim.Population:
		return []property{{"area", c.Area}, {"as of", c.AsOf.Text}, {"inhabitants", count(c.N)}}
	case *claim.Context:
		return []property{{"date", c.Date.Text}, {"event", c.Event}, {"value", c.Value}}
	}
	return nil
}

func point(c *claim.Incident) string {
	if math.IsNaN(c.Lat) || math.IsNaN(c.Lon) {
		return ""
	}
	return fmt.Sprintf("%.3f, %.3f", c.Lat, c.Lon)
}

// comparison sets the claims of a finding side by side.
func (b *builder) comparison(f *check.Finding, cs []claim.Claim, n int) Comparison {
	const most = 4
	out := Comparison{Class: finding.Class(f), Code: f.Rule.Code, Title: upper(f.Rule.Title), Message: sentence(b.hide(f.Message)), Why: sentence(b.hide(f.Why))}
	shown := cs[:min(most, len(cs))]
	var names []string
	values := map[string][]string{}
	for i, c := range shown {
		for _, p := range b.properties(c) {
			if values[p.name] == nil {
				names = append(names, p.name)
				values[p.name] = make([]string, len(shown))
			}
			values[p.name][i] = b.hide(finding.Clean(p.value))
		}
		h := c.Base()
		src := b.sourceLine(h.Source)
		out.Columns = append(out.Columns, say("%s %s", b.ref(h), strings.Trim(src.Publisher+", "+src.Date, ", ")))
	}
	for _, name := range names {
		vs := values[name]
		row := ComparisonRow{Name: name, Values: vs}
		first := ""
		for _, v := range vs {
			if v == "" {
				continue
			}
			if first == "" {
				first = v
			} else if !strings.EqualFold(v, first) {
				row.Differs = true
			}
		}
		if first != "" {
			out.Rows = append(out.Rows, row)
		}
	}
	onlyInQuestion(out.Rows, inQuestion(f, cs[0].Base()))
	if len(cs) > most {
		out.More = say("With %s.", b.refs(out.Message, heads(cs[most:])))
	}
	if n > 1 {
		out.Title += fmt.Sprintf(" (1 of %d)", n)
	}
	return out
}

// columnsOf are the canonical columns behind the properties of a comparison.
var columnsOf = map[string][]string{
	"says": {"low", "best", "high"}, "who": {"population_definition"}, "measure": {"measure"}, "from": {"origin_area"}, "where": {"destination"},
	"as of": {"as_of"}, "estimate by": {"estimator"}, "date": {"date_claimed", "date"}, "place": {"place"}, "region": {"region"}, "what": {"event_type"},
	"civilians killed": {"killed_civilians"}, "security killed": {"killed_security"}, "attackers killed": {"killed_perpetrators"}, "injured": {"injured"},
	"claimed by": {"claimed_by"}, "attributed to": {"attributed_by_authorities_to"}, "status": {"status"}, "means": {"sophistication"}, "point": {"lat", "lon"},
	"name": {"name_in_source"}, "active from": {"active_from"}, "active to": {"active_to"}, "affiliation": {"affiliation"}, "group": {"group_a", "group"},
	"relation": {"relation"}, "with": {"group_b"}, "role": {"role"}, "born": {"birth_date"}, "reported dead": {"death_date"}, "from date": {"from"}, "until": {"to"},
	"inhabitants": {"population"}, "area": {"area"}, "event": {"event"}, "value": {"value"},
}

// inQuestion lists the properties that a finding is about.
func inQuestion(f *check.Finding, h *claim.Head) map[string]bool {
	out := map[string]bool{}
	for name, columns := range columnsOf {
		for _, c := range columns {
			if i := h.Column(c); i >= 0 && (i == f.Column || slices.Contains(f.Marked, i)) {
				out[name] = true
			}
		}
	}
	return out
}

// onlyInQuestion takes the marks off properties that differ but are not what a finding is about, unless nothing would be
// marked then.
func onlyInQuestion(rows []ComparisonRow, about map[string]bool) {
	if !slices.ContainsFunc(rows, func(r ComparisonRow) bool { return r.Differs && about[r.Name] }) {
		return
	}
	for i := range rows {
		rows[i].Differs = rows[i].Differs && about[rows[i].Name]
	}
}

// sentence begins with a capital and ends with a full stop.
func sentence(s string) string {
	s = upper(strings.TrimSpace(finding.Clean(s)))
	if s != "" && !strings.ContainsRune(".?!", rune(s[len(s)-1])) {
		s += "."
	}
	return s
}
