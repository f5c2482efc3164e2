package att003

import (
	"fmt"
	"math"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/valutil"
	"github.com/assaydata/assay/internal/groups"
	"github.com/assaydata/assay/internal/record"
)

const (
	earliest record.Day = record.NoDay + 1
	latest   record.Day = math.MaxInt32
)

// limit is what one label says about dates. An event that ends before from or begins after to does not fit it.
type limit struct {
	from, to record.Day
	label    string       // the part of the cell that carries the dates
	actor    record.Actor // for years in brackets
	match    groups.Match // for the registry; its Group is nil else
	span     groups.Span
}

// limits holds the limits of the codes of one column; most codes have none, which bounded tells without a look at them.
type limits struct {
	column  *record.Column
	bounded []bool
	of      [][]limit
}

func run(p *check.Pass) {
	when := p.Data.Events.When
	for _, role := range actorRoles {
		c := p.Data.Role(role)
		if c == nil || c.Storage != record.Coded {
			continue
		}
		l := limitsOf(p, c)
		if l == nil {
			continue
		}
		var registry []hit
		for row, code := range c.Codes {
			if !l.bounded[code] || !when[row].Known() {
				continue
			}
			w := &when[row]
			for i := range l.of[code] {
				lim := &l.of[code][i]
				if w.Last >= lim.from && w.First <= lim.to {
					continue
				}
				if lim.match.Group != nil {
					registry = append(registry, hit{row, code, i})
				} else {
					reportYears(p, c, row, lim)
				}
				break // one label, one finding: the years in the label are the stronger evidence and come first
			}
		}
		reportRegistry(p, l, registry)
	}
}

// limitsOf reads the labels of a column once; nil where none has dates.
func limitsOf(p *check.Pass, c *record.Column) *limits {
	n := len(c.Dict.Texts)
	l := &limits{column: c, bounded: make([]bool, n), of: make([][]limit, n)}
	registry := groups.Default()
	oneName := p.Data.Format.ID == "ged"
	any := false
	for code, text := range c.Dict.Texts {
		if text == "" {
			continue
		}
		parts := []string{text}
		if c.Field != nil && c.Field.Separator != "" {
			parts = strings.Split(text, c.Field.Separator)
		}
		var years, dated []limit
		for _, part := range parts {
			part = strings.TrimSpace(part)
			if a := record.ParseActor(part); a.Dated {
				years = append(years, yearLimit(part, a))
			}
			if m, ok := registry.Lookup(part); ok && p.Bool("registry") {
				span := m.NameSpan()
				if oneName {
					span = m.Group.Span
				}
				if span.Dated() {
					dated = append(dated, registryLimit(part, m, span))
				}
			}
		}
		if l.of[code] = append(years, dated...); len(l.of[code]) > 0 {
			l.bounded[code], any = true, true
		}
	}
	if !any {
		return nil
	}
	return l
}

func yearLimit(label string, a record.Actor) limit {
	l := limit{from: earliest, to: latest, label: label, actor: a}
	if d, ok := record.MakeDay(a.From, 1, 1); ok && a.From > 0 {
		l.from = d
	}
	if d, ok := record.MakeDay(a.To, 12, 31); ok && a.To > 0 {
		l.to = d
	}
	return l
}

func registryLimit(label string, m groups.Match, span groups.Span) limit {
	l := limit{from: earliest, to: latest, label: label, match: m, span: span}
	if span.From.Known() {
		l.from = span.From.First
	}
	if span.To.Known() {
		l.to = span.To.Last
	}
	return l
}

func reportYears(p *check.Pass, c *record.Column, row int, l *limit) {
	w := p.Data.Events.When[row]
	side, days := outside(w, l)
	p.Report(check.Finding{
		Row: row, Column: c.Index, Marked: dates(p),
		Message:  fmt.Sprintf("event of %s lies %s the years of %s", words(w), side, valutil.Quote(l.label, valutil.Label)),
		Why:      fmt.Sprintf("the label holds %s; the event lies %s %s that", yearsOf(l.actor), valutil.Count(days, "day"), side),
		Help:     "check the date against the source; if it is right, use the label of the forces in office then",
		Expected: "a label valid in " + words(w), Found: l.label,
		Weight: float64(days) / 365,
	})
}

// hit is a row outside the registry's dates.
type hit struct {
	row  int
	code uint32
	part int
}

// manyOutside is the number of rows of one label from which on the label may be used for predecessors as a matter of course.
const manyOutside = 100

func reportRegistry(p *check.Pass, l *limits, hits []hit) {
	byCode := map[uint32]int{}
	for _, h := range hits {
		byCode[h.code]++
	}
	carried := map[uint32]int{}
	for _, code := range l.column.Codes {
		if l.bounded[code] && byCode[code] > manyOutside {
			carried[code]++
		}
	}
	told := map[uint32]bool{}
	for _, h := range hits {
		n := byCode[h.code]
		if n <= manyOutside || 2*n <= carried[h.code] {
			reportLead(p, l.column, h.row, &l.of[h.code][h.part])
		} else if !told[h.code] {
			told[h.code] = true
			reportUsage(p, l, h, hits, carried[h.code])
		}
	}
}

func reportLead(p *check.Pass, c *record.Column, row int, l *limit) {
	w := p.Data.Events.When[row]
	side, days := outside(w, l)
	p.Report(check.Finding{
		Severity: check.Warning, Confidence: p.Float("registry_confidence"),
		Row: row, Column: c.Index, Marked: dates(p),
		Message:  fmt.Sprintf("event of %s lies %s the time of %s (%s)", words(w), side, valutil.Quote(l.label, valutil.Label), l.span),
		Why:      why(l),
		Help:     "look up who acted: a predecessor, a successor, remnants under the old name, or another date",
		Expected: l.span.String(), Found: words(w),
		Weight: float64(days) / 365,
	})
}

func reportUsage(p *check.Pass, l *limits, first hit, hits []hit, of int) {
	lim := &l.of[first.code][first.part]
	var rows []int32
	for _, h := range hits {
		if h.code == first.code {
			rows = append(rows, int32(h.row))
		}
	}
	p.Report(check.Finding{
		Severity: check.Note, Confidence: 0.9,
		Row: -1, Column: l.column.Index, Related: valutil.Refs(p.Data, rows, l.column.Index, valutil.MaxRelated),
		Message: fmt.Sprintf("%s is used for events outside its time (%s) in %s of %s", valutil.Quote(lim.label, valutil.Label),
			lim.span, valutil.Int(len(rows)), valutil.Count(of, "row")),
		Why:      why(lim),
		Help:     "the label seems to stand for predecessors or successors too: do not read it as the name of that day",
		Expected: lim.span.String(), Found: valutil.Count(len(rows), "row") + " outside",
		Weight: float64(len(rows)),
	})
}

func why(l *limit) string {
	s := fmt.Sprintf("%s, %s: %s", l.match.Name.Text, l.span, l.match.Source())
	if l.match.Group.Note != "" {
		s += "; " + l.match.Group.Note
	}
	return s
}

// outside says on which side of the limit the event lies, and by how many days.
func outside(w record.When, l *limit) (string, int) {
	if w.Last < l.from {
		return "before", int(l.from - w.Last)
	}
	return "after", int(w.First - l.to)
}

func words(w record.When) string {
	if w.First == w.Last {
		return w.First.String()
	}
	return w.First.String() + " to " + w.Last.String()
}

func yearsOf(a record.Actor) string {
	switch {
	case a.From == 0:
		return fmt.Sprintf("up to %d", a.To)
	case a.To == 0:
		return fmt.Sprintf("from %d on", a.From)
	}
	return fmt.Sprintf("%d to %d", a.From, a.To)
}

func dates(p *check.Pass) []int { return p.Cols(record.RoleDate, record.RoleDateEnd, record.RoleYear) }
