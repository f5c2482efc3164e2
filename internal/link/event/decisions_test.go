package event

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
)

// small is a world with duplicates and splits, of which anything may be decided.
func small(t testing.TB) []*record.Dataset {
	r := rand.New(rand.NewPCG(5, 5))
	tables := watched(r, world(r, 12), 0.7, "acled", "ged", "scad")
	for _, x := range tables {
		for k := range 2 {
			again := map[string]string{}
			for c, v := range x.lines[k].cells {
				again[c] = v
			}
			again[idOf(x)] += "9"
			again["fatalities"] += "1"
			x.add(x.lines[k].of, false, again)
		}
		x.add(x.lines[2].of, false, x.lines[2].cells)
	}
	return readTables(t, tables...)
}

// decide draws decisions that do not contradict each other: behind them stands a partition of the records.
func decide(t *rapid.T, datasets []*record.Dataset, most int) []link.Decision {
	var refs []link.Ref
	var hidden []int
	for d, data := range datasets {
		for row := range data.N {
			refs = append(refs, link.Ref{Data: int32(d), Row: int32(row)})
			hidden = append(hidden, rapid.IntRange(0, 8).Draw(t, "thing"))
		}
	}
	var out []link.Decision
	done := map[[2]int]bool{}
	for range rapid.IntRange(0, most).Draw(t, "decisions") {
		i, j := rapid.IntRange(0, len(refs)-1).Draw(t, "a"), rapid.IntRange(0, len(refs)-1).Draw(t, "b")
		if i == j || done[[2]int{min(i, j), max(i, j)}] {
			continue
		}
		done[[2]int{min(i, j), max(i, j)}] = true
		rel := link.Same
		if hidden[i] != hidden[j] {
			rel = rapid.SampledFrom([]link.Relation{link.Different, link.PartOf, link.Unsure}).Draw(t, "relation")
		}
		out = append(out, link.Decision{A: refs[i], B: refs[j], Relation: rel, ID: fmt.Sprintf("d%d", len(out))})
	}
	return out
}

// Whatever reviewers decide holds, in pairs and in events, and replaying the decisions gives the same again, in any order and
// whichever record is named first.
func TestDecisionsHold(t *testing.T) {
	datasets := small(t)
	rapid.Check(t, func(r *rapid.T) {
		list := decide(r, datasets, 25)
		l := linkAll(t, datasets, Options{Decisions: list})
		everyRecordOnce(t, l)
		at := map[[2]link.Ref]link.Pair{}
		for _, p := range l.Pairs {
			at[[2]link.Ref{p.A, p.B}] = p
		}
		own := map[*record.Dataset]int32{}
		for d, data := range l.Datasets {
			own[data] = int32(d)
		}
		for _, d := range list {
			a, b := link.Ref{Data: own[datasets[d.A.Data]], Row: d.A.Row}, link.Ref{Data: own[datasets[d.B.Data]], Row: d.B.Row}
			if b.Compare(a) < 0 {
				a, b = b, a
			}
			p, found := at[[2]link.Ref{a, b}]
			switch {
			case l.PairOf(b, a).Decided != d.ID:
				r.Errorf("%s and %s are shown without the decision about them", l.name(a), l.name(b))
			case d.Relation == link.Different && found:
				r.Errorf("%s and %s were decided to be different and are a pair: %v", l.name(a), l.name(b), p.Relation)
			case d.Relation != link.Different && (p.Relation != d.Relation || p.Decided != d.ID):
				r.Errorf("%s and %s were decided to be %v (%s) and are %v (%s)", l.name(a), l.name(b), d.Relation, d.ID, p.Relation, p.Decided)
			}
			if together := l.EntityOf(a) == l.EntityOf(b); together != (d.Relation == link.Same) {
				r.Errorf("%s and %s were decided to be %v, and are in one event: %v", l.name(a), l.name(b), d.Relation, together)
			}
		}
		for i := range list {
			list[i].A, list[i].B = list[i].B, list[i].A
		}
		again := linkAll(t, datasets, Options{Decisions: rapid.Permutation(list).Draw(r, "order")})
		if d := cmp.Diff(pairsOf(l), pairsOf(again)); d != "" {
			r.Errorf("replayed: other pairs\n%s", d)
		}
		if d := cmp.Diff(entitiesOf(l), entitiesOf(again)); d != "" {
			r.Errorf("replayed: other events\n%s", d)
		}
	})
}

// Confirming all that was found changes nothing of it.
func TestConfirmingChangesNothing(t *testing.T) {
	datasets := small(t)
	slices.SortFunc(datasets, func(a, b *record.Dataset) int { return strings.Compare(a.Name, b.Name) })
	l := linkAll(t, datasets, Options{Fixed: true})
	var list []link.Decision
	for i, p := range l.Pairs {
		if p.Relation == link.Same {
			list = append(list, link.Decision{A: p.A, B: p.B, Relation: link.Same, ID: fmt.Sprint(i)})
		}
	}
	again := linkAll(t, datasets, Options{Fixed: true, Decisions: list})
	if d := cmp.Diff(entitiesOf(l), entitiesOf(again)); d != "" {
		t.Error(d)
	}
	if len(list) < 10 || len(again.Pairs) < len(l.Pairs) {
		t.Errorf("%d pairs confirmed, %d pairs, were %d", len(list), len(again.Pairs), len(l.Pairs))
	}
}

// Enough decisions move the weights; they are counted, and the others follow.
func TestRefitToDecisions(t *testing.T) {
	r := rand.New(rand.NewPCG(8, 8))
	events := world(r, 60)
	tables := watched(r, events, 1, "acled", "plain")
	datasets := readTables(t, tables...)
	var list []link.Decision
	for i := range 40 {
		rel, other := link.Same, i
		if i%2 == 1 {
			rel, other = link.Different, (i+7)%60
		}
		list = append(list, link.Decision{A: link.Ref{Row: int32(i)}, B: link.Ref{Data: 1, Row: int32(other)}, Relation: rel, ID: fmt.Sprint(i)})
	}
	was, l := linkAll(t, datasets, Options{}), linkAll(t, datasets, Options{Decisions: list})
	if was.Model.Fit.Decisions != 0 || l.Model.Fit.Decisions != 40 {
		t.Errorf("refitted to %d and %d decisions", was.Model.Fit.Decisions, l.Model.Fit.Decisions)
	}
	few := linkAll(t, datasets, Options{Decisions: list[:12]})
	if few.Model.Fit.Decisions != 0 {
		t.Errorf("refitted to %d decisions, which are too few", few.Model.Fit.Decisions)
	}
}

// Decisions about records that are not there, or about one record, are left out.
func TestDecisionsAboutNothing(t *testing.T) {
	datasets := small(t)
	want := entitiesOf(linkAll(t, datasets, Options{}))
	for _, d := range []link.Decision{
		{A: link.Ref{Data: 9}, B: link.Ref{}, Relation: link.Same},
		{A: link.Ref{Row: 9999}, B: link.Ref{}, Relation: link.Same},
		{A: link.Ref{Row: 1}, B: link.Ref{Row: 1}, Relation: link.Different},
	} {
		if diff := cmp.Diff(want, entitiesOf(linkAll(t, datasets, Options{Decisions: []link.Decision{d}}))); diff != "" {
			t.Errorf("%v: %s", d, diff)
		}
	}
}

// Two rows of one unit come apart where each is decided to be the same as one of two records that are different.
func TestUnitsComeApart(t *testing.T) {
	rows := acledColumns + `
URY1,2011-03-05,2011,1,Battles,,Ostra Column,2,Velian Brigade,2,22,Uruguay,Province A,Tarsk,-33,-57,1,Evening Courier,A note that both rows share,3
URY2,2011-03-05,2011,1,Battles,,Ostra Column,2,Velian Brigade,2,22,Uruguay,Province A,Tarsk,-33,-57,1,Evening Courier,A note that both rows share,4
`
	other := plainColumns + `
P1,2011-03-05,Tarsk,-33,-57,Ostra Column,3,,
P2,2011-03-05,Tarsk,-33,-57,Velian Brigade,4,,
`
	datasets := datasetsOf(t, "acled", rows, "plain", other)
	if l := linkAll(t, datasets, Options{}); l.EntityOf(link.Ref{}) != l.EntityOf(link.Ref{Row: 1}) {
		t.Error("two rows with one note are not one event")
	}
	acled, plain := func(r int32) link.Ref { return link.Ref{Row: r} }, func(r int32) link.Ref { return link.Ref{Data: 1, Row: r} }
	for name, list := range map[string][]link.Decision{
		"told apart":           {{A: acled(0), B: acled(1), Relation: link.Different}},
		"one is, one is not":   {{A: acled(0), B: plain(0), Relation: link.Same}, {A: acled(1), B: plain(0), Relation: link.Different}},
		"by way of two others": {{A: acled(0), B: plain(0), Relation: link.Same}, {A: acled(1), B: plain(1), Relation: link.Same}, {A: plain(0), B: plain(1), Relation: link.Unsure}},
	} {
		l := linkAll(t, datasets, Options{Decisions: list})
		for _, d := range list {
			if (l.EntityOf(d.A) == l.EntityOf(d.B)) != (d.Relation == link.Same) {
				t.Errorf("%s: %v does not hold: %q", name, d, entitiesOf(l))
			}
		}
	}
}
