package att003

import (
	"fmt"
	"math"
	"strings"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/tabular"
	"github.com/assaydata/assay/internal/groups"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
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
	dated    groups.Span
}

// limits holds the limits of the codes of one column; most codes have none, which bounded tells without a look at them.
type limits struct {
	column  *record.Column
	bounded []bool
	of      [][]limit
}

// hit is an event outside a limit.
type hit struct {
	row  int
	code uint32
	part int
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
		ally := role == record.RoleAlly1 || role == record.RoleAlly2
		var hits []hit
		for row, code := range c.Codes {
			if !l.bounded[code] || !when[row].Known() {
				continue
			}
			w := &when[row]
			for i := range l.of[code] {
				if lim := &l.of[code][i]; w.Last < lim.from || w.First > lim.to {
					hits = append(hits, hit{row, code, i})
					break // one cell, one finding; the years in the label are the stronger evidence and come first
				}
			}
		}
		reportAll(p, l, hits, ally)
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
	// Members of a former government act after its end.
	former := strings.HasPrefix(strings.ToLower(label), "former ")
	if d, ok := record.MakeDay(a.To, 12, 31); ok && a.To > 0 && !former {
		l.to = d
	}
	return l
}

func registryLimit(label string, m groups.Match, span groups.Span) limit {
	l := limit{from: earliest, to: latest, label: label, match: m, dated: span}
	if span.From.Known() {
		l.from = span.From.First
	}
	if span.To.Known() {
		l.to = span.To.Last
	}
	return l
}

// usual is the number of rows of one label outside its time from which on, if they are most of its rows, the dataset uses
// the label so as a matter of course.
const usual = 20

// reportAll reports the hits of a column: one by one, or per label where most of its rows are hits.
func reportAll(p *check.Pass, l *limits, hits []hit, ally bool) {
	outside, carried := map[uint32]int{}, map[uint32]int{}
	for _, h := range hits {
		outside[h.code]++
	}
	if len(hits) >= usual {
		for _, code := range l.column.Codes {
			if l.bounded[code] && outside[code] >= usual {
				carried[code]++
			}
		}
	}
	told := map[uint32]bool{}
	for _, h := range hits {
		lim := &l.of[h.code][h.part]
		switch n := outside[h.code]; {
		case n >= usual && 2*n > carried[h.code]:
			if !told[h.code] {
				told[h.code] = true
				reportUsage(p, l, h, hits, carried[h.code])
			}
		case lim.match.Group != nil:
			reportRegistry(p, l.column, h.row, lim)
		default:
			reportYears(p, l.column, h.row, lim, ally)
		}
	}
}

func reportYears(p *check.Pass, c *record.Column, row int, l *limit, ally bool) {
	w := p.Data.Events.When[row]
	side, days := outside(w, l)
	f := check.Finding{
		Row: row, Column: c.Index, Marked: dates(p),
		Message:  fmt.Sprintf("event of %s lies %s the years of %s", words(w), side, wording.Quote(l.label, wording.Label)),
		Why:      fmt.Sprintf("the label holds %s; the event lies %s %s that", l.span(), wording.Count(days, "day"), side),
		Help:     "check the date against the source; if it is right, use the label of the forces in office then",
		Expected: "a label valid in " + words(w), Found: l.label,
		Weight: float64(days) / 365,
	}
	if ally { // side actors may be persons of an earlier regime
		f.Severity, f.Confidence = check.Warning, 0.7
	}
	p.Report(f)
}

func reportRegistry(p *check.Pass, c *record.Column, row int, l *limit) {
	w := p.Data.Events.When[row]
	side, days := outside(w, l)
	p.Report(check.Finding{
		Severity: check.Warning, Confidence: p.Float("registry_confidence"),
		Row: row, Column: c.Index, Marked: dates(p),
		Message:  fmt.Sprintf("event of %s lies %s the time of %s (%s)", words(w), side, wording.Quote(l.label, wording.Label), l.span()),
		Why:      l.why(),
		Help:     "look up who acted: a predecessor, a successor, remnants under the old name, or another date",
		Expected: l.span(), Found: words(w),
		Weight: float64(days) / 365,
	})
}

// reportUsage reports a label most of whose rows lie outside its time.
func reportUsage(p *check.Pass, l *limits, first hit, hits []hit, of int) {
	lim := &l.of[first.code][first.part]
	var rows []int32
	for _, h := range hits {
		if h.code == first.code {
			rows = append(rows, int32(h.row))
		}
	}
	p.Report(check.Finding{
		Severity: check.Warning, Confidence: 0.9,
		Row: -1, Column: l.column.Index, Related: tabular.Refs(p.Data, rows, l.column.Index, tabular.Examples),
		Message: fmt.Sprintf("%s (%s) is used for events outside its time in %s of %s", wording.Quote(lim.label, wording.Label),
			lim.span(), wording.Thousands(len(rows)), wording.Count(of, "row")),
		Why:      lim.why(),
		Help:     "the label seems to stand for predecessors or successors too: do not read it as the name of that day",
		Expected: lim.span(), Found: wording.Count(len(rows), "row") + " outside",
		Weight: float64(len(rows)),
	})
}

// span prints the time of the label for people.
func (l *limit) span() string {
	if l.match.Group != nil {
		return l.dated.String()
	}
	a := l.actor
	switch {
	case a.From == 0:
		return fmt.Sprintf("up to %d", a.To)
	case a.To == 0:
		return fmt.Sprintf("from %d on", a.From)
	}
	return fmt.Sprintf("%d to %d", a.From, a.To)
}

// why gives the evidence for the time of the label.
func (l *limit) why() string {
	if l.match.Group == nil {
		return "the years stand in the label: " + l.span()
	}
	s := fmt.Sprintf("%s, %s: %s", l.match.Name.Text, l.span(), l.match.Source())
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

func dates(p *check.Pass) []int { return p.Cols(record.RoleDate, record.RoleDateEnd, record.RoleYear) }
