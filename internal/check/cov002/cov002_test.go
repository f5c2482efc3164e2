package cov002

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }

// events makes events of 1 to 40 dead with a number of sources that the caller gives.
func events(sources func(i, deaths int) int) (out []sample.Event) {
	for i := range 1200 {
		deaths := []int{1, 1, 1, 2, 3, 6, 12, 15, 30, 40}[i%10]
		n := sources(i, deaths)
		names := make([]string, n)
		for k := range names {
			names[k] = fmt.Sprintf("Outlet %d", k)
		}
		e := sample.Event{
			Date: "2014-03-02", Deaths: fmt.Sprint(deaths), Sources: strings.Join(names, "; "), Number: fmt.Sprint(n), Article: sample.Blank, Article2: sample.Blank,
		}
		if n > 0 {
			e.Article = "Courier, report"
		} else {
			e.Sources, e.Number = sample.Blank, "-1"
		}
		if n > 1 {
			e.Article2 = "Radio, report"
		}
		out = append(out, e)
	}
	return out
}

func TestSizes(t *testing.T) {
	bySize := func(i, deaths int) int {
		if deaths >= 10 && i%3 > 0 || i%7 == 0 {
			return 2
		}
		return 1
	}
	for _, c := range []struct {
		name    string
		sources func(i, deaths int) int
		want    string
	}{
		{"more sources for large events", bySize, "86 % of the events with one dead rest on a single source, 29 % of those with 25 or more dead: small events are probably missed more often"},
		{"unknown numbers of sources are left out", func(i, deaths int) int {
			if i%11 == 0 && deaths == 1 {
				return 0
			}
			return bySize(i, deaths)
		}, "86 % of the events with one dead rest on a single source, 29 % of those with 25 or more dead: small events are probably missed more often"},
		{"the same at every size", func(i, _ int) int { return 1 + i/10%2 }, ""},
		{"one source everywhere", func(_, _ int) int { return 1 }, ""},
		{"fewer sources for large events", func(i, deaths int) int { return 3 - bySize(i, deaths) }, ""},
		{"a difference that is significant but small", func(i, deaths int) int {
			if deaths >= 25 && i%30 < 10 || i%12 == 3 {
				return 1 + i%60/40
			}
			return 1
		}, ""},
	} {
		for layout, write := range map[string]func(...sample.Event) string{"acled": sample.ACLED, "ged": sample.GED, "gtd": sample.GTD} {
			t.Run(c.name+" "+layout, func(t *testing.T) {
				found := checktest.Run(t, Rule, write(events(c.sources)...))
				got := ""
				if len(found) > 0 {
					got = found[0].Message
				}
				if got != c.want {
					t.Errorf("got %q, want %q", got, c.want)
				}
			})
		}
	}
}

func TestDeclines(t *testing.T) {
	for _, csv := range []string{
		sample.SCAD(events(func(_, _ int) int { return 1 })...),
		sample.GED(sample.Event{Date: "2014-03-02"}),
		"date,killed\n2014-03-02,5\n2014-03-03,6\n",
	} {
		if found, skipped := checktest.Try(t, Rule, csv); skipped == "" {
			t.Errorf("judged: %s", checktest.Brief(found))
		}
	}
}

// TestSpearman compares the coefficient from the table with Pearson's correlation of the ranks.
func TestSpearman(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 40).Draw(t, "n")
		x, y := make([]int, n), make([]int, n)
		tab := make(table, mostDeaths+1)
		for i := range n {
			x[i], y[i] = rapid.IntRange(1, 30).Draw(t, "deaths"), rapid.IntRange(1, 5).Draw(t, "sources")
			tab[x[i]][y[i]]++
		}
		got, count := tab.spearman()
		if want := pearson(naiveRanks(x), naiveRanks(y)); count != n || math.Abs(got-want) > 1e-9 {
			t.Fatalf("got %v of %d, want %v of %d", got, count, want, n)
		}
	})
}

func naiveRanks(v []int) []float64 {
	sorted := slices.Clone(v)
	slices.Sort(sorted)
	out := make([]float64, len(v))
	for i, x := range v {
		first, _ := slices.BinarySearch(sorted, x)
		last, _ := slices.BinarySearch(sorted, x+1)
		out[i] = float64(first+1+last) / 2
	}
	return out
}

func pearson(x, y []float64) float64 {
	mean := func(v []float64) (m float64) {
		for _, a := range v {
			m += a / float64(len(v))
		}
		return m
	}
	mx, my := mean(x), mean(y)
	var xy, xx, yy float64
	for i := range x {
		xy += (x[i] - mx) * (y[i] - my)
		xx += (x[i] - mx) * (x[i] - mx)
		yy += (y[i] - my) * (y[i] - my)
	}
	if xx < 1e-9 || yy < 1e-9 {
		return 0
	}
	return xy / math.Sqrt(xx*yy)
}
