package casereport

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/claim"
	"github.com/assaydata/assay/internal/incident"
	"github.com/assaydata/assay/internal/wording"
)

// incidentsChapter is the chapter about incidents, who is said to have done them, and by what means.
func (b *builder) incidentsChapter() *Chapter {
	list := b.d.Incidents.Incidents
	if len(list) == 0 {
		return nil
	}
	c := &Chapter{ID: "incidents", Title: "Incidents, and whose they were", Short: "Incidents"}
	var n [5]int
	order := []incident.Status{incident.Confirmed, incident.Reported, incident.Disputed, incident.ClaimedOnly, incident.DidNotHappen}
	for _, in := range list {
		if i := slices.Index(order, in.Status); i >= 0 {
			n[i]++
		}
	}
	var parts []string
	for i, s := range order {
		if n[i] > 0 {
			parts = append(parts, strconv.Itoa(n[i])+" "+string(s))
		}
	}
	c.Intro = say("%s tell of %s. By the number of independent voices that vouch for them, not by anybody's judgement here: %s.",
		wording.Count(len(b.t.Incidents), "claim"), wording.Count(len(list), "incident"), wording.List(parts, 5))
	c.Sections = append(c.Sections, Section{
		Heading: "Under each reading",
		Text:    []template.HTML{say("How many incidents are a group's depends on whom one believes. The same incidents are counted four times, from the most to the least trusting reading; what stays in every row is what the claims carry furthest; what vanishes first rests on a group’s own word alone.")},
		Figures: []*Figure{b.readings(len(list))},
	})
	if f := b.incidentTimeline(list); f != nil {
		c.Sections = append(c.Sections, Section{Heading: "Over time", Figures: []*Figure{f}})
	}
	t := &Table{Caption: "Incidents in order of time", Head: []Head{{"Incident", false}, {"Claims", true}, {"Voices", true}, {"Status", false}, {"Attribution", false}, {"Said to be the work of", false}, {"Spoken against", false}, {"Means", false}, {"Dead and injured", false}, {"", false}}}
	sorted := slices.Clone(list)
	slices.SortStableFunc(sorted, func(x, y *incident.Incident) int { return cmp.Compare(x.Day(), y.Day()) })
	for _, in := range sorted {
		t.Rows = append(t.Rows, b.incidentRow(in))
	}
	t.Note = "Claimed only: by the group and nobody else; attributed: by somebody besides the group; disputed: others deny it or name somebody else. “By itself” is a group's claim of responsibility as a source reports it; “authorities” is what authorities are quoted with. None of this is a finding of a court. Where sources give several numbers all are shown."
	c.Sections = append(c.Sections, Section{Heading: "Incident by incident", Tables: []*Table{t}})
	return c
}

var voiceWords = map[incident.Voice]string{incident.Self: "by itself", incident.Authorities: "authorities", incident.Others: "others"}

func (b *builder) incidentRow(in *incident.Incident) []Cell {
	var whose, against []string
	for _, a := range in.Attribution {
		var by []string
		for _, v := range []incident.Voice{incident.Self, incident.Authorities, incident.Others} {
			if len(a.Support(v)) > 0 {
				by = append(by, voiceWords[v])
			}
		}
		if len(by) > 0 {
			whose = append(whose, a.Group.Name+" ("+strings.Join(by, ", ")+")")
		}
		if len(a.Against()) > 0 {
			against = append(against, a.Group.Name+"'s part")
		}
	}
	for _, d := range in.Denials {
		if d.Reason != "" && !slices.Contains(against, d.Reason) {
			against = append(against, d.Reason)
		}
	}
	var toll []string
	for _, n := range []string{incident.KilledCivilians, incident.KilledSecurity, incident.KilledPerpetrators, incident.Injured} {
		f := in.Field(n)
		if f == nil {
			continue
		}
		var values []string
		for _, v := range f.Values {
			if !slices.Contains(values, v.Text) {
				values = append(values, v.Text)
			}
		}
		s := strings.Join(values, " / ") + " " + tollWords[n]
		if f.Verdict == incident.Contested {
			s += " (contested)"
		}
		toll = append(toll, s)
	}
	where := in.Claims[0].Place
	when := ""
	if f := in.Field(incident.Date); f != nil && len(f.Positions) > 0 {
		when = f.Values[0].Text
	}
	var claims []claim.Claim
	for _, c := range in.Claims {
		claims = append(claims, c)
	}
	return []Cell{
		{HTML: esc(b.hide(strings.Trim(where+", "+when, ", ")))},
		{HTML: esc(strconv.Itoa(len(in.Claims))), Right: true},
		{HTML: esc(strconv.Itoa(len(b.d.Evidence.Origins(claims)))), Right: true},
		{HTML: esc(string(in.Status)), Mark: in.Status == incident.Disputed || in.Status == incident.DidNotHappen},
		{HTML: esc(attribution(in)), Mark: len(in.Disputes()) > 0},
		{HTML: esc(b.hide(strings.Join(whose, "; ")))},
		{HTML: esc(b.hide(strings.Join(against, "; ")))},
		{HTML: esc(string(in.Sophistication))},
		{HTML: esc(strings.Join(toll, "; "))},
		{HTML: b.refs("the incident at "+where, heads(in.Claims))},
	}
}

// attribution says in one word how it stands with the question whose an incident was.
func attribution(in *incident.Incident) string {
	word := "nobody named"
	for _, a := range in.Attribution {
		switch {
		case len(in.Disputes()) > 0:
			return "disputed"
		case len(a.Support(incident.Authorities, incident.Others)) > 0:
			word = "attributed"
		case len(a.Support(incident.Self)) > 0 && word != "attributed":
			word = "claimed only"
		}
	}
	return word
}

var tollWords = map[string]string{
	incident.KilledCivilians: "civilians killed", incident.KilledSecurity: "security forces killed", incident.KilledPerpetrators: "attackers killed", incident.Injured: "injured",
}

// readings draws whose the incidents are under each reading.
func (b *builder) readings(total int) *Figure {
	const width, left, right, row, top = 760.0, 250.0, 740.0, 46.0, 8.0
	list := b.d.Incidents.Readings()
	s := newSheet(width, top+row*float64(len(list))+22)
	x := func(n int) float64 { return left + float64(n)/float64(max(total, 1))*(right-left) }
	var names []string
	for _, r := range list {
		for _, sh := range r.Shares {
			if !slices.Contains(names, sh.Group.Name) {
				names = append(names, sh.Group.Name)
			}
		}
	}
	t := &Table{Caption: "The numbers of the figure", Head: []Head{{"Reading", false}, {"Group", false}, {"Incidents", true}, {"Rudimentary", true}, {"Complex", true}, {"Claims", false}}}
	for i, r := range list {
		y := top + row*float64(i)
		for j, line := range wrap(r.Name, 12, left-20) {
			s.text(left-12, y+16+float64(j)*15, 12, "end", inkText, line)
		}
		at := 0
		for _, sh := range r.Shares {
			w := x(at+len(sh.Incidents)) - x(at)
			s.rect(series(slices.Index(names, sh.Group.Name)), x(at), y+6, w-1, 24)
			if w > 20 {
				s.text(x(at)+w/2, y+22, 12, "middle", "onbar", strconv.Itoa(len(sh.Incidents)))
			}
			at += len(sh.Incidents)
			t.Rows = append(t.Rows, b.shareRow(r.Name, b.hide(sh.Group.Name), sh.Incidents, strconv.Itoa(sh.Rudimentary), strconv.Itoa(sh.Complex)))
		}
		s.rect("pale "+inkSoft, x(at), y+6, x(min(at+len(r.None), total))-x(at), 24)
		s.text(x(at)+8, y+22, 12, "", inkText, strconv.Itoa(len(r.None))+" nobody's")
		t.Rows = append(t.Rows, b.shareRow(r.Name, "nobody", r.None, "·", "·"))
	}
	f := &Figure{ID: "figure-readings", Title: "Incidents by group under each reading", SVG: s.svg("Number of incidents by group and reading; the numbers are in the table below"), Table: t, Wide: true}
	for i, n := range names {
		if i >= palette {
			f.Legend = append(f.Legend, Key{swatch(func(s *sheet) { s.rect(series(i), 1, 1, 15, 10) }), wording.Count(len(names)-palette, "further group")})
			break
		}
		f.Legend = append(f.Legend, Key{swatch(func(s *sheet) { s.rect(series(i), 1, 1, 15, 10) }), b.hide(n)})
	}
	f.Caption = "An incident that two groups are said to have done counts for both. A province or branch counts with the organisation that it is part of."
	return f
}

func (b *builder) shareRow(reading, group string, list []*incident.Incident, rudimentary, complex string) []Cell {
	var hs []*claim.Head
	for _, in := range list {
		hs = append(hs, heads(in.Claims)...)
	}
	return []Cell{
		{HTML: esc(reading)},
		{HTML: esc(group)},
		{HTML: esc(strconv.Itoa(len(list))), Right: true},
		{HTML: esc(rudimentary), Right: true},
		{HTML: esc(complex), Right: true},
		{HTML: b.refs(reading+": "+group, hs)},
	}
}

// wrap breaks a text into lines of a width.
func wrap(s string, size, width float64) []string {
	var lines []string
	line := ""
	for _, w := range strings.Fields(s) {
		if line != "" && textWidth(line+" "+w, size) > width {
			lines = append(lines, line)
			line = ""
		}
		line = strings.TrimSpace(line + " " + w)
	}
	return append(lines, line)
}
