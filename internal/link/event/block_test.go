package event

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/link"
)

// A crowd leaves the neighbours of later records alone: each near pair is found once, and none is lost.
func TestSweepAfterCrowd(t *testing.T) {
	var b strings.Builder
	b.WriteString("id,date,lat,lon\n")
	for i := range 2 * someNear {
		fmt.Fprintf(&b, "C%d,2011-01-01,-33,-57\n", i)
	}
	for day := range 20 {
		for i := range 4 {
			fmt.Fprintf(&b, "D%d-%d,2011-03-%02d,%.3f,-57\n", day, i, 1+day, -33+0.15*float64(i)) // 17 km apart
			fmt.Fprintf(&b, "E%d-%d,2011-03-%02d,%.3f,-57\n", day, i, 1+day, -33+0.15*float64(i)+0.01)
		}
	}
	r, err := Read(context.Background(), datasetsOf(t, "plain", b.String()))
	if err != nil {
		t.Fatal(err)
	}
	pairs, capped := r.sweep(context.Background())
	if capped == 0 {
		t.Fatal("no crowd was found")
	}
	found := map[[2]int32]bool{}
	for k, c := range pairs {
		if k > 0 && (pairs[k-1].A > c.A || pairs[k-1].A == c.A && pairs[k-1].B >= c.B) {
			t.Fatalf("pair %d does not follow pair %d: %v, %v", k, k-1, pairs[k-1], c)
		}
		found[[2]int32{c.A, c.B}] = true
	}
	crowd := int32(2 * someNear)
	for i := crowd; i < int32(r.N()); i++ {
		var near []link.Candidate
		for j := i + 1; j < int32(r.N()); j++ {
			if r.first[j] <= r.last[i]+sweepDays && r.km(i, j) <= sweepKm {
				near = append(near, link.Candidate{A: i, B: j})
			}
		}
		if len(near) > someNear {
			t.Fatalf("record %d lies in a crowd of %d", i, len(near))
		}
		for _, c := range near {
			if !found[[2]int32{c.A, c.B}] {
				t.Errorf("pair %d, %d is missing", c.A, c.B)
			}
		}
	}
}
