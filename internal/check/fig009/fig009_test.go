package fig009

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }

// tolls makes n events whose deaths follow a log-normal distribution, read at whole numbers and then changed.
func tolls(n int, change func(i, v int) string) string {
	var events []sample.Event
	for i := range n {
		q := (float64(i) + 0.5) / float64(n)
		v := int(math.Exp(1.6 + 1.1*math.Sqrt2*math.Erfinv(2*q-1)))
		events = append(events, sample.Event{Date: "2014-03-02", Deaths: change(i, v)})
	}
	return sample.ACLED(events...)
}

func keys(found []check.Finding) string {
	var out []string
	for _, f := range found {
		out = append(out, f.Key)
	}
	return strings.Join(out, ", ")
}

func TestHeaps(t *testing.T) {
	round := func(i, v, to int) int {
		if v >= 8 && i%4 == 0 {
			return (v + to/2) / to * to
		}
		return v
	}
	for _, c := range []struct {
		name   string
		n      int
		change func(i, v int) string
		want   string
	}{
		{"smooth", 3000, func(i, v int) string { return fmt.Sprint(v) }, ""},
		{"a quarter rounded to tens", 3000, func(i, v int) string { return fmt.Sprint(round(i, v, 10)) }, "multiples of 10"},
		{"a third rounded to fives", 3000, func(i, v int) string { return fmt.Sprint(round(i/2*2, v, 5)) }, "multiples of 10, multiples of 5"},
		{"a default of 3", 3000, func(i, v int) string {
			if i%4 == 0 {
				return "3"
			}
			return fmt.Sprint(v)
		}, "number 3"},
		{"a default of 20", 3000, func(i, v int) string {
			if i%40 == 0 {
				return "20"
			}
			return fmt.Sprint(v)
		}, "multiples of 10, number 20"},
		{"too few", 200, func(i, v int) string { return fmt.Sprint(round(i, v, 10)) }, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, _ := checktest.Try(t, Rule, tolls(c.n, c.change))
			if got := keys(found); got != c.want {
				t.Errorf("got %q, want %q\n%s", got, c.want, checktest.Brief(found))
			}
			for _, f := range found {
				if s := f.Stat; s == nil || s.Adjusted >= 0.01 || s.Effect < 1.5 {
					t.Errorf("evidence: %+v", f.Stat)
				}
			}
		})
	}
}

// Fractions are shares of a total (GTD), and further rows of one event repeat its number (SCAD): neither counts.
func TestWhatCounts(t *testing.T) {
	var events []sample.Event
	for i := range 400 {
		events = append(events, sample.Event{ID: "9950001", Date: "2014-03-02", Deaths: "20", Series: fmt.Sprint(i + 1)})
	}
	if found, skipped := checktest.Try(t, Rule, sample.SCAD(events...)); skipped == "" {
		t.Errorf("one event was judged: %s", checktest.Brief(found))
	}
	for i := range events {
		events[i] = sample.Event{Date: "2014-03-02", Deaths: "20.5"}
	}
	if found, skipped := checktest.Try(t, Rule, sample.GTD(events...)); skipped == "" {
		t.Errorf("fractions were judged: %s", checktest.Brief(found))
	}
}
