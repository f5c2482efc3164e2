package journal

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

var noon = time.Date(2016, 12, 31, 12, 0, 0, 0, time.UTC)

func rec(s string) Record {
	r, err := ParseRecord(s)
	if err != nil {
		panic(err)
	}
	return r
}

// pair makes a decision on two records, made hours after noon.
func pair(kind Kind, a, b string, hours int, supersedes ...string) Decision {
	return Decision{Kind: kind, A: rec(a), B: rec(b), Who: "R. Adeyemi", When: noon.Add(time.Duration(hours) * time.Hour), Why: "read both reports", Supersedes: supersedes}.Sealed()
}

// text is the file that holds the decisions.
func text(ds ...Decision) string {
	var b strings.Builder
	for i := range ds {
		b.Write(ds[i].encode())
		b.WriteByte('\n')
	}
	return b.String()
}

func parse(t interface{ Fatal(...any) }, s string) *Journal {
	j, err := Parse(strings.NewReader(s), "decisions.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func says(ds []Decision) []string {
	var out []string
	for i := range ds {
		out = append(out, ds[i].Says())
	}
	return out
}

func problems(ps []Problem) []string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Error())
	}
	return out
}

func TestWhatHolds(t *testing.T) {
	same := pair(Same, "ged:1", "gtd:2", 0)
	value := Decision{Kind: Value, A: rec("ged:1"), Field: "best", Value: "7", Who: "a", When: noon, Why: "b"}.Sealed()
	for _, test := range []struct {
		name  string
		lines []Decision
		holds []string
		want  []string // problems
	}{
		{name: "nothing"},
		{name: "one", lines: []Decision{same}, holds: []string{"ged:1 and gtd:2 are the same"}},
		{name: "twice", lines: []Decision{same, same}, holds: []string{"ged:1 and gtd:2 are the same"}},
		{
			name: "superseded by an earlier time", lines: []Decision{pair(Different, "gtd:2", "ged:1", -5, same.ID), same},
			holds: []string{"ged:1 and gtd:2 are different"},
		},
		{
			name: "two branches at odds", lines: []Decision{pair(PartOf, "gtd:2", "ged:1", 5), same}, holds: []string{"gtd:2 is part of ged:1"},
			want: []string{"decisions.jsonl:2:1: ged:1 and gtd:2 are the same (R. Adeyemi, 2016-12-31) contradicts line 1: gtd:2 is part of ged:1 (R. Adeyemi, 2016-12-31) (hint: the later holds; assay decide settles it for both)"},
		},
		{name: "two branches agree", lines: []Decision{pair(Same, "gtd:2", "ged:1", 5), same}, holds: []string{"ged:1 and gtd:2 are the same"}},
		{
			name: "the part and the whole exchanged", lines: []Decision{pair(PartOf, "ged:1", "gtd:2", 0), pair(PartOf, "gtd:2", "ged:1", 1)},
			holds: []string{"gtd:2 is part of ged:1"},
			want:  []string{"decisions.jsonl:1:1: ged:1 is part of gtd:2 (R. Adeyemi, 2016-12-31) contradicts line 2: gtd:2 is part of ged:1 (R. Adeyemi, 2016-12-31) (hint: the later holds; assay decide settles it for both)"},
		},
		{name: "values of two fields", lines: []Decision{value, Decision{Kind: Value, A: rec("ged:1"), Field: "low", Who: "a", When: noon, Why: "b"}.Sealed()}, holds: []string{`best of ged:1 is "7"`, `low of ged:1 is ""`}},
		{name: "withdrawn", lines: []Decision{value, Decision{Kind: Withdraw, Who: "a", When: noon, Why: "b", Supersedes: []string{value.ID}}.Sealed()}},
		{
			name: "about something else", lines: []Decision{same, pair(Unsure, "ged:1", "gtd:3", 0, same.ID)},
			holds: []string{"ged:1 and gtd:2 are the same", "it cannot be told whether ged:1 and gtd:3 are the same"},
			want:  []string{"decisions.jsonl:2:1: this decision supersedes " + same.ID + ", which is about something else (hint: it is used, and so is the other; assay decide withdraw " + same.ID + " takes that back)"},
		},
		{
			name: "different, but the same through a third", lines: []Decision{same, pair(Same, "gtd:2", "scad:3", 1), pair(Different, "ged:1", "scad:3", 2)},
			holds: []string{"ged:1 and gtd:2 are the same", "gtd:2 and scad:3 are the same", "ged:1 and scad:3 are different"},
			want:  []string{"decisions.jsonl:3:1: ged:1 and scad:3 are different, but other decisions make them the same through further records (hint: one of them is wrong; assay decide list ged:1 shows them)"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			j := parse(t, text(test.lines...))
			got := says(j.Held())
			slices.Sort(got)
			slices.Sort(test.holds)
			if diff := cmp.Diff(test.holds, got); diff != "" {
				t.Errorf("holds (-want +got)\n%s", diff)
			}
			if diff := cmp.Diff(test.want, problems(j.Problems)); diff != "" {
				t.Errorf("problems (-want +got)\n%s", diff)
			}
		})
	}
}

// A circle of supersessions, which only a forged file can hold, ends and leaves the latest.
func TestCircle(t *testing.T) {
	a, b, c := pair(Same, "ged:1", "gtd:2", 0), pair(Different, "ged:1", "gtd:2", 1), pair(Unsure, "ged:1", "gtd:2", 2)
	a.ID, b.ID, c.ID = "a", "b", "c"
	a.Supersedes, b.Supersedes, c.Supersedes = []string{"b", "a"}, []string{"c"}, []string{"a"}
	j := parse(t, text(a, b, c))
	if got := says(j.Held()); len(got) != 1 || got[0] != c.Says() {
		t.Errorf("holds %v", got)
	}
	if n := len(j.Problems); n != 4 || !strings.Contains(j.Problems[3].Text, "in a circle") {
		t.Errorf("problems %v", problems(j.Problems))
	}
}

// A new decision settles what two branches left at odds.
func TestNext(t *testing.T) {
	j := parse(t, text(pair(Same, "ged:1", "gtd:2", 9), pair(Different, "ged:1", "gtd:2", 5)))
	next := j.Next(pair(Unsure, "gtd:2", "ged:1", 1))
	if len(next.Supersedes) != 2 {
		t.Fatalf("supersedes %v", next.Supersedes)
	}
	j = parse(t, text(append(j.Decisions, next)...))
	if got := says(j.Held()); len(j.Problems) > 0 || len(got) != 1 || got[0] != next.Says() {
		t.Errorf("holds %v, problems %v", got, problems(j.Problems))
	}
	for _, d := range j.Decisions {
		if by := j.SupersededBy(d.ID); by != next.ID && d.ID != next.ID || j.Holds(d.ID) != (d.ID == next.ID) {
			t.Errorf("%s is superseded by %q", d.Says(), by)
		}
		if got, ok := j.Get(d.ID[:8]); !ok || got.ID != d.ID {
			t.Errorf("%s is not found by its first digits", d.ID)
		}
	}
	if _, ok := j.Get(""); ok {
		t.Error("nothing names a decision")
	}
}

// state is everything that a journal comes to but the addresses of lines.
func state(j *Journal) string {
	var b strings.Builder
	b.WriteString(text(j.Decisions...))
	for _, d := range j.Held() {
		fmt.Fprintf(&b, "%s holds: %s\n", d.ID, d.Says())
	}
	for _, d := range j.Decisions {
		fmt.Fprintf(&b, "%s < %s\n", d.ID, j.SupersededBy(d.ID))
	}
	fmt.Fprintln(&b, len(j.Values()), j.Suppressed(), len(j.Pairs()))
	return b.String()
}

// some draws decisions about few things, so that many are about the same.
var some = rapid.Custom(func(t *rapid.T) []Decision {
	var out []Decision
	records := []string{"ged:1", "ged:2", "gtd:1", "gtd:a:b", "own:row:3"}
	word := rapid.SampledFrom([]string{"", "a", "é\u2028<&>", "line\nend", "\xff", `"`, "x y"})
	for range rapid.IntRange(0, 12).Draw(t, "decisions") {
		d := Decision{
			Kind: rapid.SampledFrom(Kinds).Draw(t, "kind"), Who: "x" + word.Draw(t, "who"), Why: "x" + word.Draw(t, "why"), Model: word.Draw(t, "model"),
			When:     noon.Add(time.Duration(rapid.IntRange(0, 3).Draw(t, "hours")) * time.Hour).In(time.FixedZone("", 3600)),
			Evidence: rapid.SliceOfN(word, 0, 2).Draw(t, "evidence"),
		}
		if n := len(out); n > 0 && (d.Kind == Withdraw || rapid.Bool().Draw(t, "supersedes")) {
			d.Supersedes = []string{out[rapid.IntRange(0, n-1).Draw(t, "which")].ID}
		}
		a := rapid.IntRange(0, len(records)-1).Draw(t, "a")
		b := rapid.IntRange(1, len(records)-1).Draw(t, "b")
		switch d.Kind {
		case Value:
			d.A, d.Field, d.Value = rec(records[a]), rapid.SampledFrom([]string{"best", "low"}).Draw(t, "field"), word.Draw(t, "value")
		case Suppress:
			d.Finding = rapid.SampledFrom([]string{"00ff", "00fe"}).Draw(t, "finding")
		case Withdraw:
			if d.Supersedes == nil {
				continue
			}
		default:
			d.A, d.B = rec(records[a]), rec(records[(a+b)%len(records)])
		}
		out = append(out, d.Sealed())
	}
	return out
})

// What holds does not depend on the order of the lines nor on how often each stands there, and replaying what was read
// changes nothing.
func TestStateIsOfTheSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ds := some.Draw(t, "decisions")
		want := state(parse(t, text(ds...)))
		seed := rapid.Uint64().Draw(t, "seed")
		r := rand.New(rand.NewPCG(seed, 0))
		more := slices.Clone(ds)
		for _, d := range ds {
			if r.IntN(3) == 0 {
				more = append(more, d)
			}
		}
		r.Shuffle(len(more), func(i, k int) { more[i], more[k] = more[k], more[i] })
		j := parse(t, text(more...))
		if diff := cmp.Diff(want, state(j)); diff != "" {
			t.Fatalf("(-in order +shuffled)\n%s", diff)
		}
		if diff := cmp.Diff(want, state(parse(t, text(j.Decisions...)))); diff != "" {
			t.Fatalf("(-once +replayed)\n%s", diff)
		}
		subjects := map[string]bool{}
		for _, d := range j.Held() {
			if subjects[d.subject()] {
				t.Fatalf("two decisions hold for %s", d.subject())
			}
			subjects[d.subject()] = true
		}
	})
}

// Two branches from one beginning, merged by keeping all lines in whatever order, hold the same.
func TestMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := some.Draw(t, "decisions")
		i := rapid.IntRange(0, len(all)).Draw(t, "common")
		k := rapid.IntRange(i, len(all)).Draw(t, "ours")
		common, ours, theirs := all[:i], all[i:k], all[k:]
		one := text(common...) + text(ours...) + text(theirs...)
		other := text(theirs...) + text(common...) + text(ours...) + text(common...)
		if diff := cmp.Diff(state(parse(t, one)), state(parse(t, other))); diff != "" {
			t.Fatalf("(-ours first +theirs first)\n%s", diff)
		}
	})
}

// What is appended is what is read.
func TestAppendAndLoad(t *testing.T) {
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		ds := some.Draw(t, "decisions")
		want := parse(t, text(ds...))
		n++
		path := filepath.Join(dir, fmt.Sprint(n))
		for len(ds) > 0 {
			k := rapid.IntRange(1, len(ds)).Draw(t, "batch")
			if err := Append(path, ds[:k]...); err != nil {
				t.Fatal(err)
			}
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			ds = ds[k:]
			if len(ds) > 0 {
				if err := Append(path, ds[0]); err != nil {
					t.Fatal(err)
				}
				after, err := os.ReadFile(path)
				if err != nil || !bytes.HasPrefix(after, before) {
					t.Fatalf("lines were rewritten, %v", err)
				}
				ds = ds[1:]
			}
		}
		j, err := Load(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(state(want), state(j)); diff != "" {
			t.Fatalf("(-want +got)\n%s", diff)
		}
	})
}

func TestSealed(t *testing.T) {
	a := Decision{Kind: Same, A: rec("gtd:2"), B: rec("ged:1"), Who: "x", Why: "y\xff", When: noon.In(time.FixedZone("", 7200)), Supersedes: []string{"b", "a", "b"}, Evidence: []string{}}
	b := Decision{Kind: Same, A: rec("ged:1"), B: rec("gtd:2"), Who: "x", Why: "y\ufffd", When: noon, Supersedes: []string{"a", "b"}, ID: "whatever"}
	if diff := cmp.Diff(a.Sealed(), b.Sealed()); diff != "" {
		t.Errorf("one decision, two lines (-a +b)\n%s", diff)
	}
	part := Decision{Kind: PartOf, A: rec("gtd:2"), B: rec("ged:1")}.Sealed()
	if part.A != rec("gtd:2") || len(part.ID) != 16 {
		t.Errorf("part %s, identifier %s", part.A, part.ID)
	}
	const line = `{"id":"b47fa4015146ddd1","kind":"value","a":{"dataset":"ged","id":"219459"},"field":"best","value":"<142>","who":"R. Adeyemi","when":"2016-12-31T12:00:00Z","why":"the report says so","evidence":["https://example.org/a"]}`
	d := Decision{Kind: Value, A: rec("ged:219459"), Field: "best", Value: "<142>", Who: "R. Adeyemi", When: noon, Why: "the report says so", Evidence: []string{"https://example.org/a"}}.Sealed()
	if got := string(d.encode()); got != line {
		t.Errorf("the form of a line changed: identifiers of all journals depend on it\n got %s\nwant %s", got, line)
	}
}

func TestParseRecord(t *testing.T) {
	if r, err := ParseRecord("gtd:2014:7"); err != nil || r != (Record{"gtd", "2014:7"}) || r.String() != "gtd:2014:7" {
		t.Errorf("%v, %v", r, err)
	}
	for _, s := range []string{"", "ged", "ged:", ":1"} {
		if _, err := ParseRecord(s); err == nil || !strings.Contains(err.Error(), "(hint: dataset:id") {
			t.Errorf("%q: %v", s, err)
		}
	}
}
