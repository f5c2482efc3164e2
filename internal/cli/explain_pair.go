package cli

import (
	"context"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/journal"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/place"
	"github.com/assaydata/assay/internal/record"
)

// isPair reports whether the first two arguments name records, dataset:id, and no files.
func isPair(args []string) bool {
	if len(args) < 2 {
		return false
	}
	for _, arg := range args[:2] {
		if _, err := journal.ParseRecord(arg); err != nil {
			return false
		}
		if _, err := os.Stat(arg); err == nil {
			return false
		}
	}
	return true
}

// explainPair shows two records side by side and how the weights of their comparisons add up.
func (a *app) explainPair(ctx context.Context, one, other string, files []string, f *checkFlags) error {
	cfg, err := a.config(files, f)
	if err != nil {
		return err
	}
	cfg.Rules, cfg.Link = nil, audit.LinkAll
	result, err := a.run(ctx, cfg)
	if err != nil {
		return err
	}
	defer result.Close()
	a.warn(result.Undecided)
	for _, failure := range result.Failed {
		fmt.Fprintf(a.err, "assay: %v\n", failure.Err)
	}
	if result.Across == nil && result.Entries == nil {
		return fmt.Errorf("no input holds events with dates, or two persons or groups, so that nothing was linked")
	}
	var refs [2]link.Ref
	var asked []journal.Record
	for _, s := range []string{one, other} {
		r, err := journal.ParseRecord(s)
		if err != nil {
			return err
		}
		asked = append(asked, splitAt(r, result.Datasets))
	}
	e := &explanation{audit: result, shield: result.Shield, out: a.out, width: min(a.width(), 120)}
	if l := entriesOf(result.Entries, asked, &refs); l != nil && refs[0] != refs[1] {
		return e.entries(ctx, l, refs)
	}
	if result.Across == nil {
		return fmt.Errorf("%s and %s are not two entries of one kind among the linked lists (hint: they are %s)", one, other, strings.Join(shortNames(result.Datasets), ", "))
	}
	found := journal.Find(result.Across.Linked.Datasets, asked)
	for i, r := range asked {
		at, ok := found[r]
		if !ok {
			return fmt.Errorf("no record %s among the linked datasets (hint: they are %s)", r, strings.Join(shortNames(result.Across.Linked.Datasets), ", "))
		}
		refs[i] = at.Ref
	}
	if refs[0] == refs[1] {
		return fmt.Errorf("%s and %s are one record", one, other)
	}
	return e.pair(ctx, refs)
}

// splitAt splits a record at the longest short name of a dataset with which it begins, since such a name may hold colons. A record
// that begins with none stays as it is.
func splitAt(r journal.Record, ds []*record.Dataset) journal.Record {
	s, longest := r.String(), -1
	for _, d := range ds {
		if id, ok := strings.CutPrefix(s, d.Name+":"); ok && id != "" && len(d.Name) > longest {
			longest = len(d.Name)
			r = journal.Record{Dataset: d.Name, ID: id}
		}
	}
	return r
}

func shortNames(list []*record.Dataset) []string {
	var out []string
	for _, d := range list {
		out = append(out, d.Name)
	}
	return out
}

// pair explains two records.
func (e *explanation) pair(ctx context.Context, refs [2]link.Ref) error {
	l := e.audit.Across.Linked
	p := l.PairOf(refs[0], refs[1])
	words := map[link.Relation]string{
		link.Same: "the same event", link.PartOf: "part of one event", link.Unsure: "too close to call", link.Different: "different events",
	}
	fmt.Fprintf(e.out, "%s: probability %.2f that they are the same, %.2f that they are the same or parts of one\n", words[p.Relation], p.Probability, max(p.Probability, p.Related))
	if p.Decided != "" {
		e.text("A reviewer decided so: decision " + p.Decided + " of the journal holds, whatever the weights say.")
	}
	e.head("The records")
	var rows []sheetRow
	for _, r := range refs {
		row, err := e.essentials(ctx, l.Datasets[r.Data], int(r.Row))
		if err != nil {
			return err
		}
		rows = append(rows, row)
	}
	samePoint(rows, l.Datasets[refs[0].Data].Events.Where(int(refs[0].Row)), l.Datasets[refs[1].Data].Events.Where(int(refs[1].Row)))
	e.beside(rows)
	for _, r := range refs {
		e.text(e.address(l.Datasets[r.Data], int(r.Row)))
	}
	e.waterfall(p)
	e.entity(refs)
	if a, b := l.EntityOf(refs[0]), l.EntityOf(refs[1]); p.Decided != "" || a != b || a < 0 {
		e.settle(p.Decided, "different, part-of, unsure")
	}
	return nil
}

// shownRoles are the columns that matter to linking, in the order in which they are shown.
var shownRoles = []record.Role{
	record.RoleTimePrec, record.RolePlace, record.RoleAdmin2, record.RoleAdmin1, record.RoleCountry,
	record.RoleLat, record.RoleLon, record.RolePlacePrec, record.RoleKind, record.RoleSubkind, record.RoleActor1, record.RoleAlly1,
	record.RoleActor2, record.RoleAlly2, record.RoleTarget, record.RoleWeapon, record.RoleBest, record.RoleLow, record.RoleHigh,
	record.RoleInjured, record.RoleSource, record.RoleArticle, record.RoleNote,
}

// whenText is the interval of days in which a dataset places an event, as linking compares it: GTD has no column of dates, and
// precision makes a day into several.
func whenText(w record.When) string {
	switch {
	case !w.Known():
		return ""
	case w.First == w.Last:
		return w.First.String()
	}
	return w.First.String() + " to " + w.Last.String()
}

// samePoint lets two records agree in their coordinates where the points lie within ten metres, however they are written.
func samePoint(rows []sheetRow, a, b record.Where) {
	const km = 0.010
	if !a.Known() || !b.Known() || place.DistanceKm(a.Lat, a.Lon, b.Lat, b.Lon) > km {
		return
	}
	for _, r := range rows {
		for i := range r.cells {
			if n := r.cells[i].name; n == record.RoleLat.String() || n == record.RoleLon.String() {
				r.cells[i].value = "one point"
			}
		}
	}
}

// number is a count in one form however it is written, "" where a text is none.
func number(role record.Role, text string) string {
	switch role {
	case record.RoleBest, record.RoleLow, record.RoleHigh, record.RoleInjured:
		if v, err := strconv.ParseFloat(text, 64); err == nil {
			return strconv.FormatFloat(v, 'g', -1, 64)
		}
	}
	return ""
}

// essentials reads a record by the roles of its columns, so that datasets with other column names stand side by side. Long
// texts are only counted: they may name people.
func (e *explanation) essentials(ctx context.Context, d *record.Dataset, row int) (sheetRow, error) {
	out := sheetRow{title: finding.Clean(d.Name) + ":" + e.rowName(d, row)}
	if d.Events != nil && d.Events.When != nil {
		out.cells = append(out.cells, sheetField{name: record.RoleDate.String(), text: whenText(d.Events.When[row])})
	}
	err := d.Reread(ctx, []int{row}, func(_ int, cells []string) error {
		for _, role := range shownRoles {
			c := finding.RoleColumn(d, role)
			if c == nil || c.Index >= len(cells) {
				continue
			}
			text := strings.TrimSpace(cells[c.Index])
			out.cells = append(out.cells, sheetField{name: role.String(), text: e.shown(d, row, c, text), value: number(role, text)})
		}
		return nil
	})
	return out, err
}

// waterfall shows how the match weights of a pair of events add up to the log odds.
func (e *explanation) waterfall(p link.Pair) {
	l := e.audit.Across.Linked
	e.head("Match weights, in bits: each bit doubles the odds")
	sum := e.weights(l.Model, p.Levels, l.Prior(p.A, p.B), "as often as such pairs are one event")
	e.text(fmt.Sprintf("Sum %+.2f bits, a probability of %.2f. The model is %s.", sum, link.Probability(sum), l.Model.Version))
	if p.Relation == link.Different && p.Decided == "" {
		e.text("No blocking key brought the two together, or they scored too low to be kept; rivals were not looked at for this table.")
	}
}

// weights prints the weights of levels as a table with bars, from the prior on, and returns their sum with it.
func (e *explanation) weights(m *link.Model, levels []uint8, prior float64, before string) float64 {
	sum := prior
	const name, level = 14, 42
	line := func(a, b string, bits float64) {
		const unit = 2 // characters a bit
		n := min(24, int(math.Round(math.Abs(bits)*unit)))
		bar := strings.Repeat("+", n)
		if bits < 0 {
			bar = strings.Repeat("-", n)
		}
		fmt.Fprintln(e.out, strings.TrimRight(fmt.Sprintf("  %s %s %+6.2f %+7.2f  %s", padded(cut(a, name), name), padded(cut(b, level), level), bits, sum, bar), " "))
	}
	fmt.Fprintf(e.out, "  %s %s %6s %7s\n", padded("comparison", name), padded("level", level), "weight", "sum")
	line("before", before, sum)
	for _, part := range m.Explain(levels) {
		if part.Bits == 0 {
			continue
		}
		sum += part.Bits
		line(part.Comparison, part.Level, part.Bits)
	}
	return sum
}

// settle says how to decide about two records, or how to take back what was decided.
func (e *explanation) settle(decided, others string) {
	anew := "assay decide same A B --why …, or " + others
	if decided == "" {
		e.text("To settle it: " + anew)
		return
	}
	e.text(fmt.Sprintf("To undo the decision: assay decide withdraw %s --why …; to supersede it, decide anew: %s", decided, anew))
}

// entity says in which event the records ended and what follows from it.
func (e *explanation) entity(refs [2]link.Ref) {
	l := e.audit.Across.Linked
	a, b := l.EntityOf(refs[0]), l.EntityOf(refs[1])
	ids := fact.IDs(l.Result)
	e.head("The event")
	if a == b && a >= 0 {
		e.text(fmt.Sprintf("Both are records of event %s, which has %s.", ids[a], count(len(l.Entities[a].Members), "record")))
		for _, f := range e.audit.Across.Facts.Facts(a) {
			if f.Verdict == fact.Contested || f.Verdict == fact.Refuted || f.Decided() != "" {
				e.item(fmt.Sprintf("%s: %s, %s", f.Field, f.Standing(), f.Why))
			}
		}
		return
	}
	for i, x := range []int{a, b} {
		if x >= 0 {
			e.item(fmt.Sprintf("%s is a record of event %s, with %s in all", finding.Clean(e.rowName(l.Datasets[refs[i].Data], int(refs[i].Row))), ids[x], count(len(l.Entities[x].Members), "record")))
		}
	}
}
