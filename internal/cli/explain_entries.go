package cli

import (
	"context"
	"fmt"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/journal"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/link/identity"
	"github.com/assaydata/assay/internal/wording"
)

// entriesOf finds the linking that holds both of the entries asked for, nil where none does.
func entriesOf(e *check.Entries, asked []journal.Record, refs *[2]link.Ref) *identity.Linked {
	if e == nil {
		return nil
	}
	for _, l := range e.Each() {
		found := journal.Find(l.Datasets, asked)
		a, ok1 := found[asked[0]]
		b, ok2 := found[asked[1]]
		if ok1 && ok2 && l.Holds(a.Ref) && l.Holds(b.Ref) {
			refs[0], refs[1] = a.Ref, b.Ref
			return l
		}
	}
	return nil
}

// entries explains two entries of lists.
func (e *explanation) entries(ctx context.Context, l *identity.Linked, refs [2]link.Ref) error {
	p := l.PairOf(refs[0], refs[1])
	one := kindWord(l.Kind)
	words := map[link.Relation]string{
		link.Same: "proposed as one " + one, link.PartOf: "part of one another", link.Unsure: "too close to call", link.Different: "not proposed",
	}
	fmt.Fprintf(e.out, "%s: probability %.2f that they are one %s\n", words[p.Relation], p.Probability, one)
	switch {
	case p.Decided != "":
		e.text("A reviewer decided: decision " + p.Decided + " of the journal holds, whatever the weights say.")
	case p.Relation == link.Same:
		e.text("A proposal merges nothing: names are shared, and lists err. It is for a reader to decide.")
	}
	e.head("The entries")
	var rows []sheetRow
	for _, r := range refs {
		row, err := e.read(ctx, l.Datasets[r.Data], int(r.Row), nil)
		if err != nil {
			return err
		}
		row.title = finding.Clean(l.Datasets[r.Data].Name) + ":" + row.title
		rows = append(rows, row)
	}
	e.beside(rows)
	for _, r := range refs {
		e.text(e.address(l.Datasets[r.Data], int(r.Row)))
	}
	e.head("Match weights, in bits: each bit doubles the odds")
	sum := e.weights(l.Model, p.Levels, l.Model.Alone.Prior, "as often as two entries are one "+one)
	e.text(fmt.Sprintf("Sum %+.2f bits, a probability of %.2f by the two alone. The model is %s, fitted to %s.", sum, link.Probability(sum), l.Model.Version,
		wording.Count(l.Model.Fit.Pairs, "pair")))
	if own := float32(link.Probability(sum)); p.Relation == link.Same && p.Probability > own+0.005 {
		e.text(fmt.Sprintf("By way of a third entry that goes with both it is %.2f.", p.Probability))
	}
	e.head("What they are put together with")
	for i := range l.Proposals {
		var with []string
		here := false
		for _, m := range l.Proposals[i].Members {
			if m.Ref == refs[0] || m.Ref == refs[1] {
				here = true
				continue
			}
			with = append(with, e.rowName(l.Datasets[m.Data], int(m.Row)))
		}
		switch {
		case !here:
		case len(with) > 0:
			const most = 12
			e.item("with " + wording.List(with, most))
		default:
			e.item("with no other entry")
		}
	}
	e.settle(p.Decided, "different, unsure")
	return nil
}
