package event

import (
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
)

// mixed is a world with everything that makes order matter: dense days, duplicates, splits, rows without dates or points.
func mixed(seed uint64) []*table {
	r := rand.New(rand.NewPCG(seed, 1))
	events := world(r, 60)
	for i := range 20 { // a crowded week
		events[i].day = events[0].day + record.Day(i%7)
		events[i].town = events[i%3].town
	}
	tables := watched(r, events, 0.6, "acled", "ged", "gtd", "scad", "plain")
	for _, t := range tables {
		for k := range 4 {
			again := map[string]string{}
			for c, v := range t.lines[k].cells {
				again[c] = v
			}
			switch k {
			case 0: // the same under another number
				again[idOf(t)] += "9"
			case 1: // all the same
			case 2:
				again[idOf(t)] += "8"
				again["latitude"], again["longitude"], again["lat"], again["lon"] = "", "", "", ""
			case 3:
				again[idOf(t)] += "7"
				again["event_date"], again["date_start"], again["iday"], again["startdate"], again["date"] = "", "", "0", "", ""
			}
			t.add(t.lines[k].of, false, again)
		}
	}
	return tables
}

func idOf(t *table) string {
	for _, c := range []string{"event_id_cnty", "eventid"} {
		if _, ok := t.lines[0].cells[c]; ok {
			return c
		}
	}
	return "id"
}

// The result is the same in any order of files and rows and on any number of cores.
func TestOrderDoesNotMatter(t *testing.T) {
	for seed := range uint64(3) {
		tables := mixed(seed)
		first := linkAll(t, readTables(t, tables...), Options{})
		everyRecordOnce(t, first)
		pairs, entities := pairsOf(first), entitiesOf(first)
		r := rand.New(rand.NewPCG(seed, 2))
		for run := range 6 {
			r.Shuffle(len(tables), func(i, j int) { tables[i], tables[j] = tables[j], tables[i] })
			for _, x := range tables {
				r.Shuffle(len(x.lines), func(i, j int) { x.lines[i], x.lines[j] = x.lines[j], x.lines[i] })
			}
			before := runtime.GOMAXPROCS([]int{1, 2, 4}[run%3])
			l := linkAll(t, readTables(t, tables...), Options{})
			runtime.GOMAXPROCS(before)
			if d := cmp.Diff(pairs, pairsOf(l)); d != "" {
				t.Fatalf("world %d, run %d: other pairs\n%s", seed, run, d)
			}
			if d := cmp.Diff(entities, entitiesOf(l)); d != "" {
				t.Fatalf("world %d, run %d: other events\n%s", seed, run, d)
			}
		}
		if len(pairs) < 50 {
			t.Errorf("world %d: only %d pairs, too few to show anything", seed, len(pairs))
		}
	}
}

// Two records compare as they do the other way round.
func TestCompareIsSymmetric(t *testing.T) {
	for seed := range uint64(3) {
		ctx := t.Context()
		r, err := Read(ctx, readTables(t, mixed(seed)...))
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := r.Candidates(ctx); err != nil { // sums of units and crowds are compared as well
			t.Fatal(err)
		}
		var a, b [nComparisons]uint8
		for i := range int32(r.N()) {
			for j := range i {
				r.Compare(i, j, a[:])
				r.Compare(j, i, b[:])
				if a != b {
					t.Errorf("world %d: %v and %v, turned round %v", seed, r.Refs[i], r.Refs[j], cmp.Diff(a, b))
				}
				for c, l := range a {
					if int(l) >= len(Comparisons[c].Levels) {
						t.Errorf("%s has no level %d", Comparisons[c].Name, l)
					}
				}
			}
		}
	}
}

func TestCrosswalkIsSymmetric(t *testing.T) {
	for a := range kinds {
		for b := range kinds[a] {
			known := a >= int(record.KindBattle) && a <= int(record.KindStrategic) && b >= int(record.KindBattle) && b <= int(record.KindStrategic)
			switch l := kinds[a][b]; {
			case l != kinds[b][a]:
				t.Errorf("%v and %v: %d, turned round %d", record.Kind(a), record.Kind(b), l, kinds[b][a])
			case known && (l == 1) != (a == b), known && l == 0, !known && l != 0, int(l) >= len(Comparisons[cKind].Levels):
				t.Errorf("%v and %v: level %d", record.Kind(a), record.Kind(b), l)
			}
		}
	}
}

// The pairs that are compared are within reach of some key, ordered and each once.
func TestCandidates(t *testing.T) {
	ctx := t.Context()
	r, err := Read(ctx, readTables(t, mixed(1)...))
	if err != nil {
		t.Fatal(err)
	}
	pairs, stats, err := r.Candidates(ctx)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[[2]int32]bool{}
	for n, p := range pairs {
		if p.A >= p.B || p.Keys == 0 || n > 0 && (p.A < pairs[n-1].A || p.A == pairs[n-1].A && p.B <= pairs[n-1].B) {
			t.Errorf("candidate %d: %+v", n, p)
		}
		seen[[2]int32{p.A, p.B}] = true
	}
	if len(stats) != len(keyNames) {
		t.Errorf("%d keys are counted, of %d", len(stats), len(keyNames))
	}
	// The sweep misses nothing in reach.
	for i := range int32(r.N()) {
		for j := i + 1; j < int32(r.N()); j++ {
			known := r.first[i] <= r.last[i] && r.first[j] <= r.last[j] && r.lat[i] == r.lat[i] && r.lat[j] == r.lat[j]
			if known && r.first[j] <= r.last[i]+closeDays && r.km(i, j) <= closeKm && !seen[[2]int32{i, j}] {
				t.Errorf("%v and %v lie within a day and %.1f km and are not compared", r.Refs[i], r.Refs[j], r.km(i, j))
			}
		}
	}
	if !slices.ContainsFunc(pairs, func(c link.Candidate) bool { return r.data[c.A] == r.data[c.B] }) {
		t.Error("records of one dataset are not compared")
	}
}
