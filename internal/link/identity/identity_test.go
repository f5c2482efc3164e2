package identity_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaydata/assay/internal/entry"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/link/identity"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/synth"
)

func table(t testing.TB, name, text string) *record.Dataset {
	t.Helper()
	d, err := read.Text(context.Background(), name, text)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

func linked(t testing.TB, kind entry.Kind, o identity.Options, ds ...*record.Dataset) *identity.Linked {
	t.Helper()
	l, err := identity.Link(context.Background(), ds, kind, o)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// told lists the pairs and the proposals by identifiers, ordered.
func told(l *identity.Linked) []string {
	id := func(r link.Ref) string { return l.Datasets[r.Data].Name + ":" + l.Datasets[r.Data].ID(int(r.Row)) }
	var out []string
	for _, p := range l.Pairs {
		a, b := id(p.A), id(p.B)
		if b < a {
			a, b = b, a
		}
		out = append(out, fmt.Sprintf("%s %s %s %.6f %.6f %v", a, b, p.Relation, p.Probability, p.Weight, p.Levels))
	}
	for _, e := range l.Proposals {
		var ids []string
		for _, m := range e.Members {
			ids = append(ids, id(m.Ref))
		}
		slices.Sort(ids)
		out = append(out, strings.Join(ids, " "))
	}
	slices.Sort(out)
	return out
}

func register(t testing.TB, o synth.PersonOptions) [][]string {
	t.Helper()
	var b strings.Builder
	if err := synth.Persons(&b, o); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func text(rows [][]string) string {
	var b strings.Builder
	csv.NewWriter(&b).WriteAll(rows)
	return b.String()
}

// quality compares the proposals with the column cluster, pair by pair.
func quality(l *identity.Linked, rows [][]string) (precision, recall float64) {
	last := len(rows[0]) - 1
	two := func(n int) float64 { return float64(n * (n - 1) / 2) }
	keys, both := map[string]int{}, map[string]int{}
	var together, meant, right float64
	for i, e := range l.Proposals {
		together += two(len(e.Members))
		for _, m := range e.Members {
			k := rows[m.Row+1][last]
			keys[k]++
			both[fmt.Sprint(i, " ", k)]++
		}
	}
	for _, n := range keys {
		meant += two(n)
	}
	for _, n := range both {
		right += two(n)
	}
	return right / together, right / meant
}

// People of an invented register who stand in it several times come together, without any labels, whether names stand in columns or as wholes.
func TestRegister(t *testing.T) {
	for _, whole := range []bool{false, true} {
		rows := register(t, synth.PersonOptions{Rows: 4000, Seed: 3, Whole: whole})
		l := linked(t, entry.Person, identity.Options{}, table(t, "r", text(rows)))
		p, r := quality(l, rows)
		t.Logf("names as wholes %v: precision %.4f, recall %.4f, %d candidates", whole, p, r, l.Candidates)
		if p < 0.99 || r < 0.97 {
			t.Errorf("names as wholes %v: precision %.4f, recall %.4f", whole, p, r)
		}
		if len(l.Entities) != len(rows)-1 {
			t.Errorf("%d entities of %d entries: something was merged without a decision", len(l.Entities), len(rows)-1)
		}
	}
}

// Nobody is found in a register in which everybody stands once.
func TestNobodyTwice(t *testing.T) {
	rows := register(t, synth.PersonOptions{Rows: 4000, Seed: 5, Single: true})
	l := linked(t, entry.Person, identity.Options{}, table(t, "r", text(rows)))
	if n := len(rows) - 1 - len(l.Proposals); n > 4 {
		t.Errorf("%d of %d persons were put together with others", n, len(rows)-1)
	}
}

// The order of rows and of files, and the number of cores, change nothing.
func TestOrderDoesNotMatter(t *testing.T) {
	rows := register(t, synth.PersonOptions{Rows: 1600, Seed: 9})
	half := len(rows) / 2
	a, b := slices.Clone(rows[:half]), append([][]string{rows[0]}, rows[half:]...)
	want := told(linked(t, entry.Person, identity.Options{}, table(t, "a", text(a)), table(t, "b", text(b))))
	r := rand.New(rand.NewPCG(1, 2))
	for range 3 {
		x, y := slices.Clone(a), slices.Clone(b)
		r.Shuffle(len(x)-1, func(i, j int) { x[i+1], x[j+1] = x[j+1], x[i+1] })
		r.Shuffle(len(y)-1, func(i, j int) { y[i+1], y[j+1] = y[j+1], y[i+1] })
		cores := runtime.GOMAXPROCS(1 + r.IntN(4))
		got := told(linked(t, entry.Person, identity.Options{}, table(t, "b", text(y)), table(t, "a", text(x))))
		runtime.GOMAXPROCS(cores)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	}
}

// Comparing is symmetric, and a record compared with itself never differs.
func TestComparingIsSymmetric(t *testing.T) {
	rows := register(t, synth.PersonOptions{Rows: 300, Seed: 11, Whole: true})
	d := table(t, "r", text(rows))
	view, err := identity.Read(context.Background(), []*record.Dataset{d}, entry.Person)
	if err != nil {
		t.Fatal(err)
	}
	n := len(identity.Comparisons)
	x, y := make([]uint8, n), make([]uint8, n)
	for i := range int32(view.N()) {
		for j := range i {
			view.Compare(i, j, x)
			view.Compare(j, i, y)
			if !slices.Equal(x, y) {
				t.Fatalf("%v and %v", x, y)
			}
		}
		view.Compare(i, i, x)
		for c, l := range x {
			if l == 1 {
				t.Errorf("record %d differs from itself in %s", i, identity.Comparisons[c].Name)
			}
		}
	}
}

const small = `id,name,birth_date,nationality
1,Taren Volarski,1970-02-03,Georgia
2,Taren Volarsky,1970-02-03,Georgia
3,Mila Ostrand,1981-05-06,Austria
4,Goran Petrik,1955,Austria
5,Abu Volar,,
6,Abu Volar,,
7,Ludo Hanselt,1990-10-11,
8,Perla Zandri,1977-07-07,
`

func entityOf(t testing.TB, l *identity.Linked, list []link.Entity, id string) int {
	t.Helper()
	for i, e := range list {
		for _, m := range e.Members {
			if l.Datasets[m.Data].ID(int(m.Row)) == id {
				return i
			}
		}
	}
	t.Fatalf("no entry %s", id)
	return -1
}

// A proposal merges nothing; a decision does, and against all weights; so does what the user accepts.
func TestDecisionsHold(t *testing.T) {
	d := table(t, "s", small)
	plain := linked(t, entry.Person, identity.Options{}, d)
	if entityOf(t, plain, plain.Proposals, "1") != entityOf(t, plain, plain.Proposals, "2") {
		t.Error("two spellings with one birth are not proposed as one")
	}
	if entityOf(t, plain, plain.Proposals, "5") == entityOf(t, plain, plain.Proposals, "6") {
		t.Error("a kunya alone makes a proposal")
	}
	if len(plain.Entities) != 8 {
		t.Errorf("%d entities", len(plain.Entities))
	}
	if l := linked(t, entry.Person, identity.Options{Accept: 0.5}, d); len(l.Entities) != 7 {
		t.Errorf("%d entities where proposals are accepted", len(l.Entities))
	}
	ref := func(row int32) link.Ref { return link.Ref{Row: row} }
	o := identity.Options{Accept: 0.5, Decisions: []link.Decision{
		{A: ref(0), B: ref(1), Relation: link.Different, ID: "d1"}, {A: ref(2), B: ref(3), Relation: link.Same, ID: "d2"},
	}}
	l := linked(t, entry.Person, o, d)
	if entityOf(t, l, l.Entities, "1") == entityOf(t, l, l.Entities, "2") || entityOf(t, l, l.Proposals, "1") == entityOf(t, l, l.Proposals, "2") {
		t.Error("decided to be different, and merged")
	}
	if entityOf(t, l, l.Entities, "3") != entityOf(t, l, l.Entities, "4") {
		t.Error("decided to be the same, and not merged")
	}
	if p := l.PairOf(ref(2), ref(3)); p.Decided != "d2" || p.Relation != link.Same {
		t.Errorf("pair %+v", p)
	}
	if p := l.PairOf(ref(1), ref(0)); p.Decided != "d1" || p.Relation != link.Different {
		t.Errorf("pair %+v", p)
	}
}

// What can't be one person is not proposed, however alike the names are.
func TestConstraints(t *testing.T) {
	others := "\n90,Mila Ostrand,1981-05-06,,,\n91,Goran Petrik,1955-01-01,,,\n92,Ludo Hanselt,1990-10-11,,,\n93,Perla Zandri,1977-07-07,,,\n"
	for name, rows := range map[string]string{
		"births":               "1,Taren Aslan Volarski,1950-02-03,,,\n2,Taren Aslan Volarski,1981-12-24,,,",
		"two numbers":          "1,Taren Aslan Volarski,1950,123456,,\n2,Taren Aslan Volarski,1950,987654,,",
		"active after death":   "1,Taren Aslan Volarski,1950,,2003-05,\n2,Taren Aslan Volarski,1950,,,2009-01",
		"a kunya only":         "1,Abu Volar,1950,,,\n2,Abu Volar,1950,,,",
		"another man's father": "1,Taren Ivanovich Volarski,,,,\n2,Taren Magomedovich Volarski,,,,",
	} {
		d := table(t, "s", "id,name,birth_date,national_id,death_date,active_from\n"+rows+others)
		l := linked(t, entry.Person, identity.Options{}, d)
		if entityOf(t, l, l.Proposals, "1") == entityOf(t, l, l.Proposals, "2") {
			p := l.PairOf(link.Ref{Row: 0}, link.Ref{Row: 1})
			t.Errorf("%s: proposed as one, %v", name, l.Model.Explain(p.Levels))
		}
	}
}

// Names across scripts, given and family names swapped, dates with a slip.
func TestProposals(t *testing.T) {
	others := "\n90,Mila Ostrand,1981-05-06,\n91,Goran Petrik,1955-01-01,\n92,Ludo Hanselt,1990-10-11,\n93,Perla Zandri,1977-07-07,\n94,Vera Lindqvar,1966-06-06,\n"
	for name, rows := range map[string]string{
		"scripts":        "1,Ruslan Magomedovich Aselderov,1981-03-09,\n2,Руслан Магомедович Асельдеров,1981-03-09,",
		"order":          "1,\"ASELDEROV, Ruslan\",1981-03-09,\n2,Ruslan Aselderov,1981-03-09,",
		"day and month":  "1,Ruslan Aselderov,1981-03-09,\n2,Ruslan Aselderov,1981-09-03,",
		"year only":      "1,Ruslan Magomedovich Aselderov,1981-03-09,\n2,Ruslan Magomedovich Aselderov,1981,",
		"one passport":   "1,Ruslan Aselderov,,AB123456\n2,R. Aselderov,,AB123456",
		"several births": "1,Ruslan Aselderov,1975; 1981-03-09,\n2,Ruslan Aselderov,1981-03-09,",
	} {
		d := table(t, "s", "id,name,birth_date,passport\n"+rows+others)
		l := linked(t, entry.Person, identity.Options{}, d)
		if entityOf(t, l, l.Proposals, "1") != entityOf(t, l, l.Proposals, "2") {
			p := l.PairOf(link.Ref{Row: 0}, link.Ref{Row: 1})
			t.Errorf("%s: not proposed, %.2f %v", name, p.Probability, l.Model.Explain(p.Levels))
		}
	}
}

// Entries that say hardly anything, or the same everywhere, are no trouble.
func TestDegenerate(t *testing.T) {
	same := "id,name,birth_date\n" + strings.Repeat("7,Taren Volarski,1970\n", 2500)
	for name, text := range map[string]string{
		"no rows":      "id,name,birth_date\n",
		"one row":      "id,name,birth_date\n1,A,\n",
		"empty cells":  "id,name,birth_date\n1,,\n2,,\n3,,\n",
		"all the same": same,
		"signs only":   "id,name,birth_date\n1,!!!,\n2,...,\n3,(),\n",
	} {
		l, err := identity.Link(context.Background(), []*record.Dataset{table(t, "s", text)}, entry.Person, identity.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if l != nil {
			n := 0
			for _, e := range l.Proposals {
				n += len(e.Members)
			}
			if n != l.Records.N() {
				t.Errorf("%s: %d of %d entries are in a proposal", name, n, l.Records.N())
			}
		}
	}
	if l := linked(t, entry.Group, identity.Options{}, table(t, "s", small)); l != nil {
		t.Error("groups in a list of persons")
	}
}
