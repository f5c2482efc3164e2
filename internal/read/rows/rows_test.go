package rows

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// fake yields n records of one cell each, with trouble before each record in trouble.
type fake struct {
	n, next int
	trouble map[int]bool
}

func (f *fake) Header() []string { return []string{"n"} }
func (f *fake) Close() error     { return nil }
func (f *fake) Next() ([][]byte, int, error) {
	if f.trouble[f.next] {
		f.trouble[f.next] = false
		return nil, 0, &RecordError{Kind: "odd", Text: "odd"}
	}
	if f.next == f.n {
		return nil, 0, io.EOF
	}
	f.next++
	return [][]byte{fmt.Append(nil, f.next-1)}, f.next, nil
}

func TestReread(t *testing.T) {
	var got []string
	r := &fake{n: 100, trouble: map[int]bool{3: true, 7: true}}
	err := Reread(context.Background(), r, []int{3, 3, 8}, func(row int, cells []string) error {
		got = append(got, fmt.Sprint(row, cells))
		return nil
	})
	if err != nil || cmp.Diff([]string{"3 [3]", "3 [3]", "8 [8]"}, got) != "" {
		t.Errorf("%v, %v", got, err)
	}
	if r.next != 9 {
		t.Errorf("read on to %d after the last wanted row", r.next)
	}
	if err := Reread(context.Background(), &fake{n: 5}, []int{5}, nil); err == nil {
		t.Error("no error for a row that does not exist")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Reread(ctx, &fake{n: 5}, []int{1}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestStore(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	rapid.Check(t, func(t *rapid.T) {
		records := rapid.SliceOfN(rapid.SliceOf(rapid.StringN(0, 300, -1)), 1, 30).Draw(t, "records")
		s, err := NewStore()
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		for _, rec := range records {
			var cells [][]byte
			for _, c := range rec {
				cells = append(cells, []byte(c))
			}
			s.Add(cells)
		}
		if err := s.Finish(); err != nil || s.Len() != len(records) {
			t.Fatalf("%d records, %v", s.Len(), err)
		}
		rows := rapid.SliceOf(rapid.IntRange(0, len(records)-1)).Draw(t, "rows")
		k := 0
		err = s.Reread(context.Background(), rows, func(row int, cells []string) error {
			if row != rows[k] || len(cells) != len(records[row]) {
				t.Fatalf("row %d, %q", row, cells)
			}
			for i, c := range cells {
				if c != records[row][i] {
					t.Fatalf("row %d: %q, want %q", row, cells, records[row])
				}
			}
			k++
			return nil
		})
		if err != nil || k != len(rows) {
			t.Fatalf("%d rows, %v", k, err)
		}
		if err := s.Reread(context.Background(), []int{len(records)}, nil); err == nil {
			t.Fatal("no error for a row that does not exist")
		}
	})
	if left, _ := os.ReadDir(temp); len(left) > 0 {
		t.Errorf("%d temporary files are left", len(left))
	}
}
