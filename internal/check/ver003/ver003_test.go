package ver003

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/checktest"
	"github.com/assaydata/assay/internal/check/grouping/sample"
)

func TestPlant(t *testing.T) { checktest.Plant(t, Rule) }

// monthly makes as many events in each month as the caller says, with a small number of ups and downs; months count from 0.
func monthly(from, years int, n func(month int) float64, one func(month, i int) sample.Event) (out []sample.Event) {
	for m := range years * 12 {
		for i := range int(n(m) * (1 + float64(m*5%7-3)/20)) {
			e := sample.Event{}
			if one != nil {
				e = one(m, i)
			}
			e.Date = fmt.Sprintf("%04d-%02d-%02d", from+m/12, m%12+1, 1+i%28)
			out = append(out, e)
		}
	}
	return out
}

func keys(found []check.Finding) string {
	var out []string
	for _, f := range found {
		out = append(out, f.Key)
	}
	return strings.Join(out, ", ")
}

func step(at int, before, after float64) func(int) float64 {
	return func(m int) float64 {
		if m < at {
			return before
		}
		return after
	}
}

func TestLevels(t *testing.T) {
	for _, c := range []struct {
		name string
		n    func(int) float64
		want string
	}{
		{"constant", step(0, 30, 30), ""},
		{"a step up", step(48, 30, 75), "2005-01"},
		{"a step down", step(51, 75, 30), "2005-04"},
		{"a step under the factor", step(48, 30, 50), ""},
		{"a slow rise to ten times as many", func(m int) float64 { return 20 * (1 + 9*float64(m)/144) }, ""},
		{"a wave of four months", func(m int) float64 { return step(48, 30, 30)(m) + map[bool]float64{true: 90}[m >= 48 && m < 52] }, ""},
		{"few events", step(48, 1, 3), ""},
		{"near the edge", step(5, 30, 90), ""},
		{"near the other edge", step(138, 30, 90), ""},
		{"four steps, of which three are told", func(m int) float64 { return []float64{20, 60, 20, 90, 20}[m/30] }, "2006-01, 2008-07, 2011-01"},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := checktest.Run(t, Rule, sample.ACLED(monthly(2001, 12, c.n, nil)...))
			if got := keys(found); got != c.want {
				t.Errorf("got %q, want %q\n%s", got, c.want, checktest.Brief(found))
			}
			for _, f := range found {
				if len(found) == 3 && !strings.Contains(f.Why, "1 weaker change of the dataset not told") {
					t.Errorf("what is left out is not said: %s", f.Why)
				}
				if s := f.Stat; s == nil || s.Adjusted >= 0.01 || s.Effect < 1.8 || s.EffectIs != "factor" {
					t.Errorf("evidence: %+v", f.Stat)
				}
			}
		})
	}
}

func TestComposition(t *testing.T) {
	events := monthly(2001, 8, step(0, 40, 40), func(m, i int) sample.Event {
		deaths := "2"
		if m < 50 && i%4 == 0 || m >= 50 && i%4 < 2 {
			deaths = "0"
		}
		return sample.Event{Deaths: deaths}
	})
	found := checktest.Run(t, Rule, sample.ACLED(events...))
	if len(found) != 1 || found[0].Message != "from 2005-03 on the share of events without deaths rises from 26 % to 51 %, for a year at least" {
		t.Error(checktest.Brief(found))
	}
}

// What GTD's codebook says is named where it fits, and only there.
func TestReason(t *testing.T) {
	for _, c := range []struct {
		at   int
		want bool
	}{{0, true}, {1, true}, {-14, false}} {
		from := 1994
		at := 48 + c.at
		found := checktest.Run(t, Rule, sample.GTD(monthly(from, 8, step(at, 75, 30), nil)...))
		if len(found) != 1 {
			t.Fatal(checktest.Brief(found))
		}
		if got := strings.Contains(found[0].Why, "PGIS to CETIS"); got != c.want {
			t.Errorf("%s: %s", found[0].Key, found[0].Why)
		}
	}
}

// In a dataset of many countries a war in one of them is no break; a step in most of them is.
func TestCountries(t *testing.T) {
	for _, c := range []struct {
		name string
		n    func(country, month int) float64
		want string
	}{
		{"one war", func(k, m int) float64 {
			if k == 0 {
				return step(48, 10, 150)(m)
			}
			return 10
		}, ""},
		{"most of them", func(k, m int) float64 {
			if k < 5 {
				return step(48, 10, 30)(m)
			}
			return 10
		}, "2005-01"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var b strings.Builder
			b.WriteString("event_id_cnty,event_date,year,time_precision,event_type,actor1,inter1,actor2,inter2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities\n")
			id := 0
			for k := range 6 {
				for _, e := range monthly(2001, 8, func(m int) float64 { return c.n(k, m) }, nil) {
					id++
					fmt.Fprintf(&b, "VEL%d,%s,%s,1,Battles,Red Column,2,Blue Column,2,22,Velia %d,North,Ostra,12.5,41.2,1,Courier,National,Report %d,1\n", id, e.Date, e.Date[:4], k, id)
				}
			}
			found := checktest.Run(t, Rule, b.String())
			if got := keys(found); got != c.want {
				t.Errorf("got %q, want %q\n%s", got, c.want, checktest.Brief(found))
			}
		})
	}
}

func TestShort(t *testing.T) {
	if _, skipped := checktest.Try(t, Rule, sample.ACLED(monthly(2001, 1, step(6, 30, 90), nil)...)); skipped == "" {
		t.Error("one year was judged")
	}
}
