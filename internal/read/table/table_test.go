package table

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/record"
)

// The columns of the tests: one of each storage and type.
var (
	header = []string{"event", "event_date", "country", "best", "lat", "text", "notes", "", "other"}
	fields = []*record.Field{
		{Name: "event", Role: record.RoleID, Type: record.TypeID},
		{Name: "event_date", Role: record.RoleDate, Type: record.TypeDate, Dates: []record.DateOrder{record.DateISO}},
		{Name: "country", Role: record.RoleCountry, Type: record.TypeLabel},
		{Name: "best", Role: record.RoleBest, Type: record.TypeInt, Missing: []record.Code{{Value: "-99", Meaning: "not known"}}},
		{Name: "lat", Role: record.RoleLat, Type: record.TypeCoord, Missing: []record.Code{{Value: "-99"}, {Value: "n/a"}}},
		{Name: "text", Type: record.TypeText},
		{Name: "notes", Role: record.RoleNote, Type: record.TypeText},
		nil, // a saved row index
		nil, // a column that no codebook knows
	}
)

// row is the cells of row i: texts that repeat, texts that don't, and cells in every state.
func row(i int) []string {
	return []string{
		fmt.Sprint("id-", i),
		[]string{"2014-01-31", "2014-02-30", "", "31.01.2014"}[i%4],
		fmt.Sprint("country ", i%13),
		[]string{"3", "-99", "x", "", " ", "0", "1,5"}[i%7],
		[]string{"33.5", "-99", "n/a", "north", "", fmt.Sprint(i % 90)}[i%6],
		fmt.Sprintf("text %d caf\xe9 %s", i%5000, strings.Repeat("x", i%40)),
		fmt.Sprintf("On 31 January 2014, %d people were killed.", i%9),
		fmt.Sprint(i),
		fmt.Sprint("label ", i%3),
	}
}

// build makes a dataset out of n rows in blocks of the given sizes, which repeat.
func build(t testing.TB, n, workers int, sizes []int) (*record.Dataset, *record.NoteFacts) {
	t.Helper()
	d := &record.Dataset{Columns: make([]record.Column, len(header))}
	for i := range header {
		d.Columns[i] = record.Column{Name: header[i], Index: i, Field: fields[i]}
	}
	b := NewBuilder(NewPlan(header, fields, container.Windows1252, [][]string{row(0), row(1)}), d)
	at, block := 0, 0
	next := func(blk *Block) bool {
		if at == n {
			return false
		}
		end := min(n, at+sizes[block%len(sizes)])
		blk.Raw = [2]int{at, end}
		at, block = end, block+1
		return true
	}
	work := func(blk *Block) {
		r := blk.Raw.([2]int)
		for i := r[0]; i < r[1]; i++ {
			blk.Row(i+2, int64(100*i))
			for k, text := range row(i) {
				blk.Cell(k, []byte(text))
			}
			if i%1000 == 0 {
				blk.Problems = append(blk.Problems, record.Problem{Row: blk.Rows() - 1, Column: -1, Kind: "ragged"})
			}
			if i%1500 == 7 {
				blk.Unread = append(blk.Unread, blk.Rows()-1)
			}
		}
	}
	if err := b.Pipe(context.Background(), workers, next, work, nil); err != nil {
		t.Fatal(err)
	}
	return d, b.Finish()
}

// exact compares whole columns, numbers by their bits: the payload of a NaN is the state of the cell.
var exact = cmp.Options{
	cmpopts.IgnoreUnexported(record.Dataset{}),
	cmp.Comparer(slices.Equal[[]uint32]), cmp.Comparer(slices.Equal[[]uint64]), cmp.Comparer(slices.Equal[[]byte]),
	cmp.Comparer(slices.Equal[[]string]), cmp.Comparer(slices.Equal[[]bool]), cmp.Comparer(slices.Equal[[]int]),
	cmp.Comparer(slices.Equal[[]int32]), cmp.Comparer(slices.Equal[[]record.Day]), cmp.Comparer(slices.Equal[[]record.State]),
	cmp.Comparer(func(a, b []float64) bool {
		return slices.EqualFunc(a, b, func(a, b float64) bool { return math.Float64bits(a) == math.Float64bits(b) })
	}),
	cmp.Comparer(func(a, b []float32) bool {
		return slices.EqualFunc(a, b, func(a, b float32) bool { return math.Float32bits(a) == math.Float32bits(b) })
	}),
}

// The dataset does not depend on where blocks begin or on the number of cores.
func TestDeterminism(t *testing.T) {
	const n = 20_000
	want, wantFacts := build(t, n, 1, []int{n})
	for _, workers := range []int{1, 4} {
		for _, sizes := range [][]int{{4096}, {1, 700, 3}, {n / 2}, {n - 1}} {
			got, facts := build(t, n, workers, sizes)
			if diff := cmp.Diff(want, got, exact); diff != "" {
				t.Errorf("%d workers, blocks of %v (-want +got)\n%.2000s", workers, sizes, diff)
			}
			if diff := cmp.Diff(wantFacts, facts, exact); diff != "" {
				t.Errorf("%d workers, blocks of %v: facts of notes (-want +got)\n%.2000s", workers, sizes, diff)
			}
		}
	}
	if want.N != n || want.Unread != 14 || len(want.Problems) != 20 || want.Skips[1] != 1507 {
		t.Errorf("%d rows, %d unread, %d problems, skips %v", want.N, want.Unread, len(want.Problems), want.Skips)
	}
	for i, p := range want.Problems {
		if p.Row != 1000*i {
			t.Errorf("problem %d belongs to row %d", i, p.Row)
		}
	}
}

func TestStates(t *testing.T) {
	d, facts := build(t, 42, 1, []int{10})
	column := map[string]*record.Column{}
	for i := range d.Columns {
		column[d.Columns[i].Name] = &d.Columns[i]
	}
	storages := map[string]record.Storage{
		"event": record.Packed, "event_date": record.Coded, "country": record.Coded, "best": record.Coded, "lat": record.Real,
		"text": record.Digest, "notes": record.Digest, "other": record.Coded,
	}
	for name, want := range storages {
		if got := column[name].Storage; got != want {
			t.Errorf("%s is stored as %d, want %d", name, got, want)
		}
	}
	for _, test := range []struct {
		column string
		row    int
		state  record.State
		number float64
	}{
		{"best", 0, record.Present, 3},
		{"best", 1, record.Missing, 0},
		{"best", 2, record.Invalid, 0},
		{"best", 3, record.Empty, 0},
		{"best", 4, record.Empty, 0},
		{"best", 5, record.Present, 0},
		{"lat", 0, record.Present, 33.5},
		{"lat", 1, record.Missing, 0},
		{"lat", 2, record.Missing, 0},
		{"lat", 3, record.Invalid, 0},
		{"lat", 4, record.Empty, 0},
		{"lat", 5, record.Present, 5},
		{"event_date", 0, record.Present, 0},
		{"event_date", 1, record.Invalid, 0},
		{"event_date", 2, record.Empty, 0},
		{"event_date", 3, record.Invalid, 0},
		{"text", 0, record.Present, 0},
		{"event", 7, record.Present, 0},
		{"country", 1, record.Present, 0},
	} {
		c := column[test.column]
		if got := c.State(test.row); got != test.state {
			t.Errorf("%s, row %d: state %d, want %d", test.column, test.row, got, test.state)
		}
		v, ok := c.Number(test.row)
		if ok != (test.state == record.Present && (test.column == "best" || test.column == "lat")) || ok && v != test.number {
			t.Errorf("%s, row %d: number %v, %v; want %v", test.column, test.row, v, ok, test.number)
		}
	}
	if day, ok := column["event_date"].Day(0); !ok || day.String() != "2014-01-31" {
		t.Errorf("day %v, %v", day, ok)
	}
	if text, _ := column["event"].Text(41); text != "id-41" {
		t.Errorf("text %q", text)
	}
	// Bytes that are no UTF-8 are decoded before they are counted.
	if want := record.Hash([]byte("text 0 café ")); column["text"].Hashes[0] != want {
		t.Error("the digest is not that of the decoded text")
	}
	if facts.DeadLow[3] != 3 || facts.Opens[3].String() != "2014-01-31" {
		t.Errorf("facts of the note: %v dead, opens with %v", facts.DeadLow[3], facts.Opens[3])
	}
}

// The hash of a row leaves out a saved row index, and nothing else.
func TestRowHash(t *testing.T) {
	hash := func(cells []string) uint64 {
		d := &record.Dataset{Columns: make([]record.Column, len(header))}
		b := NewBuilder(NewPlan(header, fields, container.Windows1252, nil), d)
		done := false
		err := b.Pipe(context.Background(), 1, func(blk *Block) bool {
			if done {
				return false
			}
			done = true
			blk.Row(2, 0)
			for k, text := range cells {
				blk.Cell(k, []byte(text))
			}
			return true
		}, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		return d.RowHash[0]
	}
	base := hash(row(5))
	for k := range header {
		changed := row(5)
		changed[k] += "1"
		if same := hash(changed) == base; same != (header[k] == "") {
			t.Errorf("a change of column %q leaves the hash the same: %v", header[k], same)
		}
	}
}

// The interner gives equal texts equal codes and different texts different ones, the empty text code 0.
func TestInterner(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOf(rapid.StringN(0, 6, -1)).Draw(t, "words")
		n := newInterner()
		codes := map[string]uint32{"": 0}
		for _, w := range words {
			code, fresh := n.code([]byte(w), record.Hash([]byte(w)))
			known, seen := codes[w]
			if fresh == seen || seen && code != known {
				t.Fatalf("%q: code %d, fresh %v; before %d, %v", w, code, fresh, known, seen)
			}
			codes[w] = code
			if string(n.text(code)) != w {
				t.Fatalf("code %d is %q, want %q", code, n.text(code), w)
			}
		}
		if n.len() != len(codes) {
			t.Fatalf("%d codes for %d texts", n.len(), len(codes))
		}
		for code, text := range n.texts() {
			if codes[text] != uint32(code) {
				t.Fatalf("text %q has code %d, want %d", text, code, codes[text])
			}
		}
	})
}

// Trouble that ends a file keeps the rows before it; an interruption ends the pipe.
func TestPipeErrors(t *testing.T) {
	broken := errors.New("broken")
	for _, workers := range []int{1, 3} {
		d := &record.Dataset{Columns: []record.Column{{Name: "a"}}}
		b := NewBuilder(NewPlan([]string{"a"}, nil, container.Windows1252, nil), d)
		blocks := 0
		err := b.Pipe(context.Background(), workers, func(blk *Block) bool {
			blocks++
			blk.Row(blocks, 0)
			blk.Cell(0, []byte("x"))
			if blocks == 5 {
				blk.Err = broken
			}
			return true
		}, nil, nil)
		if err != broken || d.N != 5 {
			t.Errorf("%d workers: %v after %d rows", workers, err, d.N)
		}

		ctx, cancel := context.WithCancel(context.Background())
		d = &record.Dataset{Columns: []record.Column{{Name: "a"}}}
		b = NewBuilder(NewPlan([]string{"a"}, nil, container.Windows1252, nil), d)
		err = b.Pipe(ctx, workers, func(blk *Block) bool {
			blk.Row(1, 0)
			blk.Cell(0, nil)
			return true
		}, nil, func(*Block) {
			if d.N == 100 {
				cancel()
			}
		})
		if !errors.Is(err, context.Canceled) || d.N < 100 {
			t.Errorf("%d workers: %v after %d rows", workers, err, d.N)
		}
	}
}
