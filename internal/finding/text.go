package finding

import (
	"cmp"
	"context"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

const (
	defaultLines   = 60
	defaultSamples = 3
	mostDatasets   = 8 // named in the heading
)

// Text writes an audit for a person at a terminal: what was read, the worst findings in full with the cells that they
// are about, a line for each further rule that found something, a scorecard, and what to do next. Lines are at most as
// wide as the terminal. The cells are read again from the files; where a file has changed, that is said instead.
func Text(w io.Writer, a *audit.Audit, o Options) error {
	if o.Lines <= 0 {
		o.Lines = defaultLines
	}
	if o.Samples <= 0 {
		o.Samples = defaultSamples
	}
	p := newPrinter(w, o)
	p.shield = a.Shield
	gs := groups(a, o)
	rank(gs)
	head := heading(a, o, p.width)
	tail := closing(a, gs, o, p.width)
	p.print(head...)
	if o.All {
		for i := range gs {
			p.printAll(&gs[i])
		}
	} else {
		p.printWorst(gs, o, o.Lines-len(head)-len(tail))
	}
	p.print(tail...)
	return p.w.Flush()
}

// heading says what was read.
func heading(a *audit.Audit, o Options, room int) []line {
	rows, events := 0, true
	for _, d := range a.Datasets {
		rows += eventsIn(d)
		events = events && d.Events != nil
	}
	parts := []string{strings.TrimSpace("assay " + clean(o.Version)), plural(len(a.Datasets), "dataset", "datasets")}
	if events {
		parts = append(parts, plural(rows, "event", "events"))
	} else {
		parts = append(parts, plural(rows, "row", "rows"))
	}
	if o.Elapsed > 0 {
		parts = append(parts, seconds(o.Elapsed))
	}
	parts = append(parts, "nothing left this computer")
	out := []line{{{parts[0], bold}, {" · " + strings.Join(parts[1:], " · "), plain}}, nil}
	remarks := 3 // shown of each dataset
	switch {
	case o.All:
		remarks = math.MaxInt - 1
	case len(a.Datasets) > 3:
		remarks = 1
	}
	for i, d := range a.Datasets {
		if i == mostDatasets && !o.All {
			out = append(out, text("… and "+plural(len(a.Datasets)-i, "more dataset", "more datasets")))
			break
		}
		most := remarks
		if d.Format.Assumed && i == 0 {
			most = math.MaxInt - 1 // what was guessed must be seen to be corrected
		}
		out = append(out, introduce(d, most, room)...)
	}
	for _, f := range a.Failed {
		for i, t := range wrap("could not be read: "+clean(f.Error()), room, room-4) {
			if i == 0 {
				out = append(out, line{{t, red}})
			} else {
				out = append(out, text("    "+t))
			}
		}
	}
	return out
}

// eventsIn is the number of events of a dataset: an event told over several rows counts once.
func eventsIn(d *record.Dataset) int {
	if d.Events == nil || d.Events.Counted == nil {
		return d.N
	}
	n := 0
	for _, counted := range d.Events.Counted {
		if counted {
			n++
		}
	}
	return n
}

// introduce says what a dataset was recognised as, and what was assumed while reading it.
func introduce(d *record.Dataset, remarks, room int) []line {
	name := clean(d.Name)
	facts := []string{clean(d.Format.Title), plural(d.N, "row", "rows")}
	if d.Format.Title == "" {
		facts = facts[1:]
	}
	if d.Encoding != "" && d.Encoding != "UTF-8" {
		facts = append(facts, clean(d.Encoding))
	}
	var out []line
	for i, t := range wrap(strings.Join(facts, " · "), room-width(name)-2, room-2) {
		if i == 0 {
			out = append(out, line{{name, bold}, {"  " + t, plain}})
		} else {
			out = append(out, text("  "+t))
		}
	}
	remark := func(s string, sty style) {
		for i, t := range wrap(clean(s), room-4, room-4) {
			lead := "    "
			if i == 0 {
				lead = "  - "
			}
			out = append(out, line{{lead, faint}, {t, sty}})
		}
	}
	if d.Unread > 0 {
		remark(plural(d.Unread, "record could not be read", "records could not be read"), yellow)
	}
	for i, r := range d.Remarks {
		if i == remarks && len(d.Remarks) > remarks+1 {
			remark(plural(len(d.Remarks)-i, "more remark", "more remarks")+" with --all", faint)
			break
		}
		remark(r, plain)
	}
	return out
}

// title introduces what one rule found in one dataset.
func (g *group) title(room int) []line {
	left := g.rule.Code + " " + clean(g.rule.Title)
	right := clean(g.data.Name) + " · " + g.extent()
	if blank := room - width(left) - width(right); blank >= 2 {
		return []line{nil, {{left, bold}, {strings.Repeat(" ", blank) + right, plain}}}
	}
	out := []line{nil}
	for i, t := range wrap(left, room, room-7) {
		if i > 0 {
			t = strings.Repeat(" ", 7) + t
		}
		out = append(out, line{{t, bold}})
	}
	return append(out, text(strings.Repeat(" ", 7)+shortenLeft(right, room-7)))
}

// more says how to see the findings of a group that are not shown.
func (g *group) more(shown, room int) line {
	lead := "  … and " + wording.Thousands(len(g.findings)-shown) + " more: "
	cmd := clean(command(g.data, g.rule))
	if width(lead)+width(cmd) > room {
		cmd = "assay check FILE --select " + g.rule.Code + " --all"
	}
	return line{{lead, plain}, {cmd, green}}
}

// printAll writes every finding of a group in the order of the rows, reading the cells of some hundred at a time.
func (p *printer) printAll(g *group) {
	const batch = 500
	p.print(g.title(p.width)...)
	layout := newDiagnostic(p.width, true)
	for at := 0; at < len(g.findings); at += batch {
		var part []*check.Finding
		for i := at; i < min(at+batch, len(g.findings)); i++ {
			part = append(part, &g.findings[i])
		}
		texts := readCells(context.Background(), p.shield, part, layout.related)
		for i, f := range part {
			if at+i > 0 {
				p.line(nil)
			}
			p.print(layout.lines(f, texts)...)
		}
	}
}

// printWorst writes within about room lines the worst findings in full, and a line for each rule of which none is shown.
func (p *printer) printWorst(gs []group, o Options, room int) {
	layout := newDiagnostic(p.width, false)
	chosen := choose(gs, layout, o.Samples, room)
	var all []*check.Finding
	for _, fs := range chosen {
		all = append(all, fs...)
	}
	texts := readCells(context.Background(), p.shield, all, layout.related)
	var rest []group
	for i := range gs {
		if len(chosen[i]) == 0 {
			rest = append(rest, gs[i])
			continue
		}
		p.print(gs[i].title(p.width)...)
		for k, f := range chosen[i] {
			if k > 0 {
				p.line(nil)
			}
			p.print(layout.lines(f, texts)...)
		}
		if len(gs[i].findings) > len(chosen[i]) {
			p.line(gs[i].more(len(chosen[i]), p.width))
		}
	}
	p.print(briefs(rest, len(rest) == len(gs), p.width)...)
}

// choose picks the findings that are shown in full, by group. One of each rule comes before the second of any, graver
// rules come before others, and notes are only summed up. The first is shown even where there is no room for it.
func choose(gs []group, layout diagnostic, samples, room int) [][]*check.Finding {
	chosen := make([][]*check.Finding, len(gs))
	worst := make([][]*check.Finding, len(gs))
	// The groups that get no finding of their own are listed, under a heading of two lines.
	listed := len(gs)
	room -= min(listed, mostBriefs) + 3
	for round := range samples {
		for turn, i := range showingOrder(gs) {
			g := &gs[i]
			if len(g.findings) <= round || len(chosen[i]) < round {
				continue
			}
			if worst[i] == nil {
				worst[i] = g.worst(samples)
			}
			f := worst[i][round]
			cost := layout.height(f) + 1 // the line before it, or the one that counts the others
			if round == 0 {
				cost += len(g.title(layout.width))
				if listed <= mostBriefs {
					cost--
				}
			}
			if cost > room && (round > 0 || turn > 0) {
				continue
			}
			if round == 0 {
				listed--
			}
			room -= cost
			chosen[i] = append(chosen[i], f)
		}
	}
	return chosen
}

// showingOrder orders the groups that may be shown in full so that the little room goes to different things: graver ones first,
// and among these one of each rule before the same rule in another dataset, one of each family before another rule of it.
func showingOrder(gs []group) []int {
	type turn struct{ i, sameRule, sameFamily int }
	var out []turn
	seen := map[string]int{}
	for i := range gs {
		g := &gs[i]
		if g.class == classNote {
			continue
		}
		rule, family := g.class.String()+g.rule.Code, g.class.String()+g.rule.Family()
		if seen[rule] == 0 {
			seen[family]++
		}
		out = append(out, turn{i, seen[rule], seen[family]})
		seen[rule]++
	}
	slices.SortStableFunc(out, func(a, b turn) int {
		return cmp.Or(cmp.Compare(gs[a.i].class, gs[b.i].class), cmp.Compare(a.sameRule, b.sameRule), cmp.Compare(a.sameFamily, b.sameFamily))
	})
	order := make([]int, len(out))
	for k, t := range out {
		order[k] = t.i
	}
	return order
}
