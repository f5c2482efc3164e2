package event

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
)

// truth is the event of each row of the datasets of a result, in their order.
type truth struct {
	l    *Linked
	line map[link.Ref]line
}

func linkTables(t testing.TB, tables []*table) *truth {
	t.Helper()
	l := linkAll(t, readTables(t, tables...), Options{})
	everyRecordOnce(t, l)
	out := &truth{l, map[link.Ref]line{}}
	for d, data := range l.Datasets {
		for _, x := range tables {
			if x.name == data.Name {
				for row := range x.lines {
					out.line[link.Ref{Data: int32(d), Row: int32(row)}] = x.lines[row]
				}
			}
		}
	}
	return out
}

// quality is what came of pairs of whole records of one event.
type quality struct{ found, missed, wrong int }

func (q quality) recall() float64 { return float64(q.found) / float64(max(1, q.found+q.missed)) }
func (q quality) precision() float64 {
	return float64(q.found) / float64(max(1, q.found+q.wrong))
}

func (q quality) String() string {
	return fmt.Sprintf("%d found, %d missed, %d wrong: recall %.3f, precision %.3f", q.found, q.missed, q.wrong, q.recall(), q.precision())
}

// same compares the pairs across datasets that are said to be the same with those that are. Parts are left out.
func (x *truth) same() (q quality) {
	said := map[[2]link.Ref]bool{}
	for _, p := range x.l.Pairs {
		a, b := x.line[p.A], x.line[p.B]
		if p.Relation != link.Same || p.A.Data == p.B.Data || a.part || b.part {
			continue
		}
		if a.of != b.of {
			q.wrong++
			continue
		}
		said[[2]link.Ref{p.A, p.B}] = true
	}
	q.found = len(said)
	for a, la := range x.line {
		for b, lb := range x.line {
			if a.Data < b.Data && la.of == lb.of && !la.part && !lb.part && !said[[2]link.Ref{a, b}] {
				q.missed++
			}
		}
	}
	return q
}

// relation is what is said of two records.
func (x *truth) relation(a, b link.Ref) link.Relation { return x.l.PairOf(a, b).Relation }

// ref finds the k-th row of a dataset.
func (x *truth) ref(data string, row int) link.Ref {
	for d := range x.l.Datasets {
		if x.l.Datasets[d].Name == data {
			return link.Ref{Data: int32(d), Row: int32(row)}
		}
	}
	return link.Ref{Data: -1}
}

// What several datasets tell of one event within their precision is found, and little else.
func TestObviousMatches(t *testing.T) {
	for _, layouts := range [][]string{
		{"acled", "ged"},
		{"acled", "gtd"},
		{"ged", "gtd"},
		{"acled", "scad"},
		{"acled", "plain"},
		{"ged", "plain"},
		{"acled", "ged", "gtd", "scad"},
	} {
		for _, n := range []int{60, 400} {
			var q quality // of several worlds: one alone may be lucky
			for seed := range uint64(4) {
				r := rand.New(rand.NewPCG(seed, uint64(n)))
				x := linkTables(t, watched(r, world(r, n), 0.7, layouts...)).same()
				q = quality{q.found + x.found, q.missed + x.missed, q.wrong + x.wrong}
			}
			t.Logf("%d events, %s: %v", n, strings.Join(layouts, " "), q)
			if q.recall() < 0.95 || q.precision() < 0.95 {
				t.Errorf("%d events, %s: %v", n, strings.Join(layouts, " "), q)
			}
		}
	}
}

// copyOf is a copy of a row that may be changed.
func copyOf(cells map[string]string, change ...string) map[string]string {
	out := map[string]string{}
	for c, v := range cells {
		out[c] = v
	}
	for i := 0; i < len(change); i += 2 {
		out[change[i]] = change[i+1]
	}
	return out
}

// A record that stands twice in its dataset is found, and does not cost the match with the other dataset.
func TestPlantedDuplicates(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 1))
	without := watched(r, world(r, 200), 0.8, "acled", "ged")
	acled := &table{name: "acled", header: acledColumns, lines: slices.Clone(without[0].lines)}
	tables := []*table{acled, without[1]}
	n := len(acled.lines)
	const planted = 40
	for k := range planted {
		acled.add(acled.lines[k].of, false, copyOf(acled.lines[k].cells, "event_id_cnty", "URY"+str(9000+k)))
	}
	before, x := linkTables(t, without), linkTables(t, tables)
	found := 0
	for k := range planted {
		if x.relation(x.ref("acled", k), x.ref("acled", n+k)) == link.Same {
			found++
		}
	}
	q, alarms := x.same(), x.inside()
	t.Logf("%d of %d duplicates are the same; %d pairs of different events within a dataset are linked, without duplicates %d; across: %v", found, planted, alarms, before.inside(), q)
	if found < planted*95/100 || q.recall() < 0.95 || q.precision() < 0.95 {
		t.Errorf("%d of %d duplicates; across: %v", found, planted, q)
	}
	// A false alarm on one of two copies is one on the other, and on both.
	if rows := len(x.line); alarms > rows/5 || before.inside() > rows/8 {
		t.Errorf("%d pairs of different events within a dataset are linked, without duplicates %d, of %d rows", alarms, before.inside(), rows)
	}
}

// inside counts the pairs within a dataset that are said to be the same or parts of one and are neither.
func (x *truth) inside() int {
	n := 0
	for _, p := range x.l.Pairs {
		if p.A.Data == p.B.Data && p.Relation >= link.PartOf && x.line[p.A].of != x.line[p.B].of {
			n++
		}
	}
	return n
}

// An event that a dataset splits into two rows with one note is one event, with parts.
func TestPlantedSplits(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 1))
	events := world(r, 200)
	for i := range events {
		events[i].dead += 4
	}
	tables := watched(r, events, 0.8, "acled", "ged")
	acled := tables[0]
	n := len(acled.lines)
	const planted = 40
	for k := range planted {
		c := acled.lines[k].cells
		dead := events[acled.lines[k].of].dead
		c["fatalities"] = str(dead - 2)
		acled.lines[k].part = true
		acled.add(acled.lines[k].of, true, copyOf(c, "event_id_cnty", "URY"+str(9000+k), "fatalities", "2"))
	}
	x := linkTables(t, tables)
	together, parts, linked, whole := 0, 0, 0, 0
	for k := range planted {
		a, b := x.ref("acled", k), x.ref("acled", n+k)
		if x.l.EntityOf(a) == x.l.EntityOf(b) {
			together++
		}
		if x.relation(a, b) == link.PartOf {
			parts++
		}
		for ref, ln := range x.line {
			if ref.Data != a.Data && ln.of == acled.lines[k].of {
				whole++
				if x.l.EntityOf(ref) == x.l.EntityOf(a) {
					linked++
				}
			}
		}
	}
	q := x.same()
	t.Logf("%d of %d splits are one event, %d as parts; %d of %d records of the other dataset are with them; the rest: %v", together, planted, parts, linked, whole, q)
	if together < planted*95/100 || parts < planted*95/100 || linked < whole*8/10 || q.precision() < 0.9 {
		t.Errorf("%d of %d splits are one event, %d as parts; %d of %d records of the other dataset are with them; %v", together, planted, parts, linked, whole, q)
	}
}

// A record that sums up a month at a place contains what happened in it, and is the same as none of that. Where its words are its
// own, fewer of them are found.
func TestPlantedAggregates(t *testing.T) {
	for _, c := range []struct {
		headline string // %s the place, %d the dead
		least    float64
	}{{"", 0.6}, {"Month of fighting around %s leaves %d dead", 0.25}} {
		r := rand.New(rand.NewPCG(14, 1))
		events := world(r, 120)
		tables, months := aggregated(r, events, c.headline)
		x := linkTables(t, tables)
		parts, same, all, wrong := 0, 0, 0, 0
		contained := map[int]bool{}
		for row, days := range months {
			for _, day := range days {
				contained[day] = true
				all++
				switch x.relation(x.ref("ged", row), x.ref("acled", day)) {
				case link.PartOf:
					parts++
				case link.Same:
					same++
				}
			}
		}
		for _, p := range x.l.Pairs {
			a, b := x.line[p.A], x.line[p.B]
			if p.Relation == link.PartOf && (a.of < 0) != (b.of < 0) && !contained[max(a.of, b.of)] {
				wrong++
			}
		}
		q := x.same()
		t.Logf("headline %q: %d of %d events are part of the month that sums them up, %d are said to be it; %d others are said to be part of one; the rest: %v", c.headline, parts, all, same, wrong, q)
		if float64(parts) < c.least*float64(all) || same > all/10 || wrong > 5 || q.recall() < 0.95 || q.precision() < 0.95 {
			t.Errorf("headline %q: %d of %d events are part of the month, %d are said to be it; %d others are said to be part of one; the rest: %v", c.headline, parts, all, same, wrong, q)
		}
	}
}

// aggregated has ten months of fighting of one group in one town, three events each: ACLED has them one by one, GED has a row a
// month. months holds the events, which are rows of ACLED, by row of GED.
func aggregated(r *rand.Rand, events []happening, headline string) (tables []*table, months map[int][]int) {
	tables = watched(r, events, 1, "acled", "ged")
	acled, ged := tables[0], tables[1]
	start, _ := record.MakeDay(2011, 1, 1)
	months = map[int][]int{}
	ged.lines = ged.lines[30:]
	for m := range 10 {
		first, dead := start+record.Day(30*m), 0
		row := len(ged.lines)
		for k := range 3 {
			h := &events[3*m+k]
			h.day, h.town, h.group, h.what = first+record.Day(5+8*k), events[3*m].town, groupNames[m%len(groupNames)], 2
			acled.lines[h.n].cells = acledLine(r, h.n+1, h)
			months[row] = append(months[row], h.n)
			dead += h.dead
		}
		c := gedLine(r, 900+m, &events[3*m])
		c["date_start"], c["date_end"], c["date_prec"], c["event_clarity"] = first.String(), (first + 29).String(), "4", "2"
		c["best"], c["low"], c["high"], c["source_article"] = str(dead), str(dead), str(dead), ""
		if headline != "" {
			c["source_article"] = fmt.Sprintf("World Service,%s,"+headline, first+31, events[3*m].town.name, dead)
		}
		ged.add(-1-m, true, c)
	}
	return tables, months
}

// Where a dataset writes the month for the day, its record is far from the others. It must not be taken for something else.
func TestPlantedSwappedDates(t *testing.T) {
	r := rand.New(rand.NewPCG(15, 1))
	events := world(r, 200)
	tables := watched(r, events, 0.9, "acled", "plain")
	plain := tables[1]
	planted := map[int]bool{}
	for k := range plain.lines {
		c := plain.lines[k].cells
		if y, m, d := c["date"][:4], c["date"][5:7], c["date"][8:]; d <= "12" && d != m && len(planted) < 40 {
			c["date"] = y + "-" + d + "-" + m
			plain.lines[k].part = true // measured apart
			planted[k] = true
		}
	}
	x := linkTables(t, tables)
	found, all, wrong := 0, 0, 0
	for k := range planted {
		at := x.ref("plain", k)
		for ref, ln := range x.line {
			if ref.Data == at.Data {
				continue
			}
			rel := x.relation(at, ref)
			switch {
			case ln.of == plain.lines[k].of:
				all++
				if rel == link.Same {
					found++
				}
			case rel == link.Same:
				wrong++
			}
		}
	}
	q := x.same()
	t.Logf("%d of %d swapped dates are linked all the same, %d to something else; the rest: %v", found, all, wrong, q)
	if wrong > len(planted)/6 || q.recall() < 0.95 || q.precision() < 0.95 {
		t.Errorf("of %d swapped dates %d are linked to something else; the rest: %v", all, wrong, q)
	}
}

// Dates a day apart and points up to 15 km apart are still found.
func TestJitter(t *testing.T) {
	r := rand.New(rand.NewPCG(16, 1))
	events := world(r, 200)
	tables := watched(r, events, 0.9, "acled", "gtd")
	for k := range tables[0].lines {
		h := events[tables[0].lines[k].of]
		h.day += record.Day(r.IntN(3) - 1)
		lat, lon := jitter(r, h.town, 15)
		c := tables[0].lines[k].cells
		c["event_date"], c["latitude"], c["longitude"] = h.day.String(), lat, lon
	}
	q := linkTables(t, tables).same()
	t.Log(q)
	if q.recall() < 0.9 || q.precision() < 0.95 {
		t.Error(q)
	}
}
