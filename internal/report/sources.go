package report

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/privacy"
	"github.com/assaydata/assay/internal/record"
)

// sourceView says on whom a dataset rests.
type sourceView struct {
	Dataset  string
	Text     []string
	Sources  []sourceLine
	Rest     string
	Articles []articleLine
}

type sourceLine struct {
	Name, Rows, Share string
	Bar               template.HTML
}

type articleLine struct{ Rows, Deaths, First, Span string }

const (
	mostSources  = 12
	mostArticles = 8
)

// sources looks at who reported the rows of a dataset. It is nil where no column says so.
func sources(shield *privacy.Shield, d *record.Dataset) *sourceView {
	v := &sourceView{Dataset: d.Name}
	outlets(shield, d, v)
	articles(shield, d, v)
	if v.Text == nil && v.Sources == nil && v.Articles == nil {
		return nil
	}
	return v
}

// outlets counts the outlets. The texts of the column are taken apart once each, not once a row.
func outlets(shield *privacy.Shield, d *record.Dataset, v *sourceView) {
	c := d.Role(record.RoleSource)
	if c == nil || c.Storage != record.Coded || d.N == 0 {
		return
	}
	rows := make([]int, len(c.Dict.Texts))
	for _, code := range c.Codes {
		rows[code]++
	}
	separator := ""
	if c.Field != nil {
		separator = c.Field.Separator
	}
	counts := map[string]int{}
	none, single, several := 0, 0, 0
	for code, n := range rows {
		if n == 0 {
			continue
		}
		if c.Dict.States[code] != record.Present {
			none += n
			continue
		}
		parts := []string{c.Dict.Texts[code]}
		if separator != "" {
			parts = strings.Split(parts[0], separator)
		}
		var distinct []string
		for _, p := range parts {
			if p = strings.TrimSpace(p); p != "" && !slices.Contains(distinct, p) {
				distinct = append(distinct, p)
				counts[p] += n
			}
		}
		switch len(distinct) {
		case 0:
			none += n
		case 1:
			single += n
		default:
			several += n
		}
	}
	type name struct {
		text string
		n    int
	}
	list := make([]name, 0, len(counts))
	for t, n := range counts {
		list = append(list, name{t, n})
	}
	if len(list) == 0 {
		v.Text = append(v.Text, "No row names a source.")
		return
	}
	slices.SortFunc(list, func(a, b name) int { return cmp.Or(cmp.Compare(b.n, a.n), strings.Compare(a.text, b.text)) })
	share := func(n int) string { return percent(float64(n) / float64(d.N)) }
	text := fmt.Sprintf("%s named in column %s.", finding.Plural(len(list), "source is", "different sources are"), finding.Clean(c.Name))
	if separator != "" {
		text += fmt.Sprintf(" %s of the rows rest on a single one (%s), %s on two or more.", share(single), finding.Thousands(single), share(several))
		if none > 0 {
			text += fmt.Sprintf(" %s name none.", share(none))
		}
	} else if none > 0 {
		text += fmt.Sprintf(" %s of the rows name none.", share(none))
	}
	v.Text = append(v.Text, text)
	for _, s := range list[:min(mostSources, len(list))] {
		v.Sources = append(v.Sources, sourceLine{shorten(shield.Text(s.text)), finding.Thousands(s.n), share(s.n), lengthBar(float64(s.n) / float64(list[0].n))})
	}
	if len(list) > mostSources {
		rest := 0
		for _, s := range list[mostSources:] {
			rest += s.n
		}
		v.Rest = fmt.Sprintf("Showing %d of %s; the others are named %s times in all.", mostSources, finding.Plural(len(list), "source", "sources"), finding.Thousands(rest))
	}
}

// lengthBar draws a value from 0 to 1 as the length of a bar.
func lengthBar(v float64) template.HTML {
	return template.HTML(`<svg viewBox="0 0 140 12" width="140" height="12" aria-hidden="true"><path class="data" d="M0 2H` +
		coordinate(max(1, 140*v)) + `V10H0z"/></svg>`)
}

// articles finds references that many rows share. Their titles are not shown, since headlines name people.
func articles(shield *privacy.Shield, d *record.Dataset, v *sourceView) {
	c := d.Role(record.RoleArticle)
	if c == nil {
		return
	}
	rows := map[uint64]int{}
	filled := 0
	for row := range d.N {
		if c.Has(row) {
			filled++
			rows[c.Same(row)]++
		}
	}
	if filled == 0 {
		return
	}
	type article struct {
		key uint64
		n   int
	}
	var many []article
	covered := 0
	for k, n := range rows {
		if n >= 10 {
			many = append(many, article{k, n})
			covered += n
		}
	}
	v.Text = append(v.Text, fmt.Sprintf("%s with a reference share %s. %s of ten or more rows each: together %s of those rows.",
		finding.Plural(filled, "row", "rows"), finding.Plural(len(rows), "distinct one", "distinct ones"),
		finding.Plural(len(many), "reference is the basis", "references are the basis"), percent(float64(covered)/float64(filled))))
	slices.SortFunc(many, func(a, b article) int { return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.key, b.key)) })
	many = many[:min(mostArticles, len(many))]
	at := map[uint64]int{}
	for i, a := range many {
		at[a.key] = i
	}
	lines := make([]articleLine, len(many))
	deaths := make([]float64, len(many))
	first, last := make([]record.Day, len(many)), make([]record.Day, len(many))
	for row := range d.N {
		if len(many) == 0 || !c.Has(row) {
			continue
		}
		i, ok := at[c.Same(row)]
		if !ok {
			continue
		}
		l := &lines[i]
		if l.First == "" {
			l.Rows = finding.Thousands(many[i].n)
			l.First = "row " + finding.Thousands(d.RowNumber(row))
			if id := finding.Clean(shield.ID(d, row)); id != "" {
				l.First += " (" + id + ")"
			}
			first[i], last[i] = record.NoDay, record.NoDay
		}
		e := d.Events
		if e == nil {
			continue
		}
		if e.Deaths != nil && e.Deaths[row].Known() && (e.Counted == nil || e.Counted[row]) {
			deaths[i] += float64(e.Deaths[row].Best)
		}
		if e.When != nil && e.When[row].Known() {
			if w := e.When[row]; first[i] == record.NoDay {
				first[i], last[i] = w.First, w.Last
			} else {
				first[i], last[i] = min(first[i], w.First), max(last[i], w.Last)
			}
		}
	}
	for i := range lines {
		lines[i].Deaths = count(deaths[i])
		if first[i] != record.NoDay {
			lines[i].Span = first[i].String() + " to " + last[i].String()
		}
	}
	v.Articles = lines
}
