package src008

import (
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/check/stats"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

func run(p *check.Pass) {
	across.Each(p, func(e *across.Event) {
		if n := len(e.Datasets()); n >= p.Int("datasets") && e.Voices == 1 {
			single(p, e, n)
		}
	})
	pairs := across.Pairs(p)
	var list []shared
	var ps []float64
	for _, x := range pairs {
		if len(x.Events) < p.Int("shared") {
			continue
		}
		s := count(x)
		list = append(list, s)
		ps = append(ps, stats.Over(len(s.one), len(x.Events), p.Float("share")))
	}
	for i, adjusted := range stats.Holm(ps, len(ps)) {
		if adjusted < p.Float("level") {
			together(p, &list[i], ps[i], adjusted, len(ps))
		}
	}
}

// single tells an event that several datasets have from one source.
func single(p *check.Pass, e *across.Event, n int) {
	o := e.Origins()[0]
	r := e.Same[0]
	x := check.Finding{Data: e.Data(r), Row: int(r.Row), Column: source(e.Data(r)), Key: "voice", Weight: float64(n) + e.Deaths()/1000}
	for _, q := range e.Same[1:] {
		x.Related = append(x.Related, check.Ref{Data: e.Data(q), Row: int(q.Row), Column: source(e.Data(q))})
	}
	x.Alike = len(x.Related)
	linked := 1.0
	for i, a := range e.Same {
		for _, b := range e.Same[:i] {
			if a.Data != b.Data {
				linked = min(linked, e.Linked(a, b))
			}
		}
	}
	x.Confidence = across.Doubt{Linked: linked}.Confidence()
	x.Message = fmt.Sprintf("%s: %d datasets have the event, and all go back to one voice%s", e.Head(), n, voice(e, o))
	x.Found, x.Expected = "1", "2 or more independent voices"
	x.Why = fmt.Sprintf("%s; the least sure two of the records are one event with probability %.2f", o.Why, linked)
	x.Help = "count the event as told once: that the datasets agree on it is no corroboration"
	p.Report(x)
}

func source(d *record.Dataset) int {
	for _, role := range [...]record.Role{record.RoleSource, record.RoleArticle} {
		if c := d.Role(role); c != nil {
			return c.Index
		}
	}
	if c := d.Column("scite1"); c != nil {
		return c.Index
	}
	return -1
}

// shared is how many of the events that two datasets have go back to one voice.
type shared struct {
	*across.Pair
	one []*across.Event
	why map[string]int
}

func count(x *across.Pair) shared {
	s := shared{Pair: x, why: map[string]int{}}
	for _, e := range x.Events {
		for _, o := range e.Origins() {
			var a, b bool
			for _, r := range o.Records {
				a, b = a || r.Data == x.A, b || r.Data == x.B
			}
			if a && b {
				s.one = append(s.one, e)
				s.why[o.Why]++
				break
			}
		}
	}
	return s
}

// together tells that two datasets mostly repeat each other's sources.
func together(p *check.Pass, s *shared, one, adjusted float64, tests int) {
	a, b := s.Data[0], s.Data[1]
	n, all := len(s.one), len(s.Events)
	x := check.Finding{Data: a, Row: -1, Column: source(a), Key: "with " + b.Name, Weight: float64(n) / float64(all)}
	x.Related = across.Examples(s.one, 3)
	x.Message = fmt.Sprintf("of the %s that %s and %s have in common, %s go back to one voice: only the rest can corroborate each other",
		wording.Count(all, "event"), a.Name, b.Name, wording.Share(n, all))
	x.Found, x.Expected = wording.Share(n, all), "at most "+wording.Percent(p.Float("share"))
	x.Why = fmt.Sprintf("%s of %s; %s", wording.Thousands(n), wording.Thousands(all), reasons(s.why))
	x.Help = "count voices and not datasets when asking whether an event or a number is confirmed"
	x.Confidence = 0.85
	x.Stat = &check.Stat{
		Test: fmt.Sprintf("exact binomial test against a share of %s", wording.Percent(p.Float("share"))), Statistic: float64(n), P: one, Adjusted: adjusted, Tests: tests, Method: "Holm",
		Effect: float64(n) / float64(all), EffectIs: "share of the common events with one voice",
	}
	p.Report(x)
}

// voice names the voice of an origin where it is a news agency or stands in a column of names of sources. Other names are read out
// of citations, where the name of an author can stand in place of an outlet, and are not shown.
func voice(e *across.Event, o fact.Origin) string {
	for _, r := range o.Records {
		for _, s := range e.Sources(r) {
			c := e.Data(r).Role(record.RoleSource)
			coded := c != nil && c.Index == s.Column && c.Storage == record.Coded
			if s.Agency != "" && s.Agency == o.Name || coded && s.Outlet == o.Name {
				return ", " + o.Name
			}
		}
	}
	return ""
}
