package synth

import (
	"encoding/csv"
	"strings"
	"testing"
)

func TestPersons(t *testing.T) {
	for _, whole := range []bool{false, true} {
		var a, b strings.Builder
		for _, w := range []*strings.Builder{&a, &b} {
			if err := Persons(w, PersonOptions{Rows: 2000, Seed: 7, Whole: whole}); err != nil {
				t.Fatal(err)
			}
		}
		if a.String() != b.String() {
			t.Error("two runs differ")
		}
		rows, err := csv.NewReader(strings.NewReader(a.String())).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		size := map[string]int{}
		for _, r := range rows[1:] {
			size[r[len(r)-1]]++
		}
		several := 0
		for _, n := range size {
			if n > 1 {
				several++
			}
		}
		if len(rows) != 2001 || several < len(size)/8 || several > len(size)/3 {
			t.Errorf("%d rows, %d persons, of whom %d stand more than once", len(rows)-1, len(size), several)
		}
	}
}
