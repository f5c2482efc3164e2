package casereport

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/incident"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

type statusInk struct {
	status incident.Status
	ink    string
}

type meansMark struct {
	how incident.Sophistication
	sh  shape
}

// statuses are the ways in which it stands with an incident, the surest first.
var statuses = []statusInk{
	{incident.Confirmed, "o2"}, {incident.Reported, "o0"}, {incident.Disputed, "o1"}, {incident.ClaimedOnly, "o4"}, {incident.DidNotHappen, "o3"},
}

// means are the marks of sophistication.
var means = []meansMark{
	{incident.Rudimentary, circle}, {incident.Complex, square}, {incident.UnknownSophistication, diamond},
}

// ascribed names those to whom anybody ascribes an incident, at face value.
func ascribed(in *incident.Incident, of map[*incident.Incident][]string) string {
	if n := of[in]; len(n) > 0 {
		return strings.Join(n, " and ")
	}
	return "nobody"
}

// incidentTimeline draws when incidents were, to whom they are ascribed, how they stand and by what means.
func (b *builder) incidentTimeline(list []*incident.Incident) *Figure {
	const width, left, right, top, dot = 860.0, 220.0, 835.0, 10.0, 12.0
	of := map[*incident.Incident][]string{}
	if r := b.d.Incidents.Readings(); len(r) > 0 {
		for _, s := range r[0].Shares {
			for _, in := range s.Incidents {
				of[in] = append(of[in], s.Group.Name)
			}
		}
	}
	type line struct {
		name string
		list []*incident.Incident
		at   []int // level of each above the axis of the line
		high int
	}
	var lines []*line
	first, last := math.Inf(1), math.Inf(-1)
	undated := 0
	for _, in := range list {
		if in.Day() == record.NoDay {
			undated++
			continue
		}
		y := yearOf(in.Day())
		first, last = math.Min(first, y), math.Max(last, y)
		n := ascribed(in, of)
		i := slices.IndexFunc(lines, func(l *line) bool { return l.name == n })
		if i < 0 {
			i = len(lines)
			lines = append(lines, &line{name: n})
		}
		lines[i].list = append(lines[i].list, in)
	}
	if len(lines) == 0 {
		return nil
	}
	slices.SortStableFunc(lines, func(x, y *line) int {
		return cmp.Or(cmp.Compare(len(y.list), len(x.list)), cmp.Compare(x.name, y.name))
	})
	from, to := math.Floor(first), math.Ceil(last+0.01)
	x := func(v float64) float64 { return left + (v-from)/math.Max(to-from, 1)*(right-left) }
	h := top
	for _, l := range lines {
		slices.SortStableFunc(l.list, func(x, y *incident.Incident) int { return cmp.Compare(x.Day(), y.Day()) })
		var ends []float64 // where the last mark of each level ends
		for _, in := range l.list {
			px := x(yearOf(in.Day()))
			i := slices.IndexFunc(ends, func(e float64) bool { return px-e >= dot })
			if i < 0 {
				i = len(ends)
				ends = append(ends, 0)
			}
			ends[i] = px
			l.at = append(l.at, i)
		}
		l.high = len(ends)
		h += dot*float64(l.high) + 14
	}
	s := newSheet(width, h+24)
	for _, v := range yearTicks(int(from), int(to)) {
		s.line(inkGrid, x(float64(v)), top, x(float64(v)), h, 1)
		s.text(x(float64(v)), h+16, 11, "middle", inkText, strconv.Itoa(v))
	}
	at := top
	for _, l := range lines {
		at += dot*float64(l.high) + 14
		s.line(inkGrid, left, at, right, at, 1)
		s.text(left-12, at-5, 12, "end", inkText, fit(b.hide(l.name)+" ("+strconv.Itoa(len(l.list))+")", 12, left-16))
		for i, in := range l.list {
			st := max(0, slices.IndexFunc(statuses, func(s statusInk) bool { return s.status == in.Status }))
			m := max(0, slices.IndexFunc(means, func(m meansMark) bool { return m.how == in.Sophistication }))
			s.link(b.href(in.Claims[0].Base()), b.hide(fmt.Sprintf("%s, %s: %s, %s, %s", in.Claims[0].Place, in.Day(), in.Status, in.Sophistication, wording.Count(len(in.Claims), "claim"))))
			s.mark(means[m].sh, statuses[st].ink, x(yearOf(in.Day())), at-7-dot*float64(l.at[i]), 4.6, means[m].how == incident.UnknownSophistication)
			s.end()
		}
	}
	f := &Figure{
		ID: "figure-incidents", Title: "Incidents over time, by those to whom anybody ascribes them", Wide: true,
		SVG:     s.svg("Timeline of incidents; they stand in the table below"),
		Caption: "One mark is an incident on the day on which most voices place it. Its line is who is named for it when every claim is taken at face value; its colour is its status, its shape the means. Each mark leads to its first claim.",
	}
	if undated > 0 {
		f.Caption += " Not shown, for want of a date: " + wording.Count(undated, "incident") + "."
	}
	for _, st := range statuses {
		if slices.ContainsFunc(list, func(in *incident.Incident) bool { return in.Status == st.status }) {
			f.Legend = append(f.Legend, Key{swatch(func(s *sheet) { s.rect(st.ink, 2, 2, 13, 8) }), string(st.status)})
		}
	}
	for _, m := range means {
		if slices.ContainsFunc(list, func(in *incident.Incident) bool { return in.Sophistication == m.how }) {
			f.Legend = append(f.Legend, Key{swatch(func(s *sheet) { s.mark(m.sh, inkAxis, 9, 6, 4, m.how == incident.UnknownSophistication) }), string(m.how) + " means"})
		}
	}
	return f
}
