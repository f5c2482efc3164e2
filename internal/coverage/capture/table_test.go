package capture

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestNewRefuses(t *testing.T) {
	for name, test := range map[string]struct {
		lists []string
		dense []int64
		want  string
	}{
		"no list":       {nil, []int64{0}, "0 lists (hint: a table has 1 to 16)"},
		"wrong length":  {[]string{"A"}, []int64{0}, "1 counts for 1 lists, want 2"},
		"unseen cases":  {[]string{"A"}, []int64{3, 1}, "a count of 3 for cases on no list (hint: those are what is estimated; leave the row out)"},
		"negative":      {[]string{"A"}, []int64{0, -1}, "a negative count, -1"},
		"too many":      {[]string{"A"}, []int64{0, MaxCases + 1}, "more than 70368744177664 cases"},
		"sum too large": {[]string{"A", "B"}, []int64{0, MaxCases, 1, 0}, "more than 70368744177664 cases"},
	} {
		if _, err := New(test.lists, test.dense); err == nil || err.Error() != test.want {
			t.Errorf("%s: %v, want %s", name, err, test.want)
		}
	}
}

func TestSubTables(t *testing.T) {
	full, err := New([]string{"A", "B", "C"}, []int64{0, 10, 20, 3, 30, 4, 5, 6})
	if err != nil {
		t.Fatal(err)
	}
	given, size := full.Given(1)
	for name, test := range map[string]struct{ got, want *Table }{
		"without B":      {full.Drop(1), &Table{[]string{"A", "C"}, []uint32{1, 2, 3}, []int64{13, 35, 10}}},
		"A and C as one": {full.Merge(2, 0), &Table{[]string{"A+C", "B"}, []uint32{1, 2, 3}, []int64{44, 20, 14}}},
		"those on B":     {given, &Table{[]string{"A", "C"}, []uint32{1, 2, 3}, []int64{3, 5, 6}}},
	} {
		if diff := cmp.Diff(test.want, test.got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
	if size != 34 || full.Size(1) != 34 || full.Overlap(3) != 9 || full.Seen(2) != 12 || full.N() != 78 {
		t.Errorf("size %d, overlap %d, seen twice %d, N %d", size, full.Overlap(3), full.Seen(2), full.N())
	}
}

// Merging loses no case; dropping loses those on that list alone; dense counts and the table are the same.
func TestSubTablesKeepCases(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lists := []string{"A", "B", "C", "D"}
		dense := make([]int64, 16)
		for i := 1; i < 16; i++ {
			dense[i] = rapid.Int64Range(0, 50).Draw(t, "count")
		}
		full, err := New(lists, dense)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(dense, full.Dense()); diff != "" {
			t.Fatal(diff)
		}
		i := rapid.IntRange(0, 3).Draw(t, "i")
		j := (i + rapid.IntRange(1, 3).Draw(t, "j")) % 4
		if n := full.Merge(i, j).N(); n != full.N() {
			t.Fatalf("merging lists %d and %d: %d cases of %d", i, j, n, full.N())
		}
		if n := full.Drop(i).N(); n != full.N()-dense[1<<i] {
			t.Fatalf("without list %d: %d cases, want %d", i, n, full.N()-dense[1<<i])
		}
		given, size := full.Given(i)
		if given.N() != size-dense[1<<i] {
			t.Fatalf("on list %d: %d of %d on others", i, given.N(), size)
		}
	})
}
