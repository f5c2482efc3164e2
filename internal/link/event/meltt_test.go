package event

import (
	"fmt"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/link"
)

// at is a record of the cases in which MELTT 0.4.3 returns a worse match than there is: day of January 2011, end, point, kind.
type at struct {
	id         string
	day, until int
	lat, lon   float64
	kind       int // 5 a battle, 6 violence against civilians
}

// left and right write records in two layouts, without any words.
func left(list ...at) string {
	var b strings.Builder
	b.WriteString(acledColumns + "\n")
	for _, r := range list {
		kind, inter := "Battles", "1"
		actor2 := "Military Forces of Nigeria (1999-2015)"
		if r.kind == 6 {
			kind, inter, actor2 = "Violence against civilians", "7", "Civilians (Nigeria)"
		}
		fmt.Fprintf(&b, "%s,2011-01-%02d,2011,1,%s,,Ostra Column,2,%s,%s,2%s,Nigeria,,,%.4f,%.4f,1,,,\n", r.id, r.day, kind, actor2, inter, inter, r.lat, r.lon)
	}
	return b.String()
}

func right(list ...at) string {
	var b strings.Builder
	b.WriteString(gedColumns + "\n")
	for _, r := range list {
		kind, a, c, prec := 1, "Government of Nigeria", "Ostra Column", 1
		if r.kind == 6 {
			kind, a, c = 3, "Ostra Column", "Civilians"
		}
		until := r.day
		if r.until > 0 {
			until, prec = r.until, 4
		}
		fmt.Fprintf(&b, "%s,%d,1,%s,%s,,1,,,%.4f,%.4f,Nigeria,1,%d,2011-01-%02d,2011-01-%02d,,,\n", r.id, kind, a, c, r.lat, r.lon, prec, r.day, until)
	}
	return b.String()
}

// The cases of the replication archive in which the order of rows, a lesser match or the end of a window decided
// (https://doi.org/10.1177/0022002718777050, package meltt 0.4.3).
func TestBetterThanFirstFound(t *testing.T) {
	for _, c := range []struct {
		name        string
		left, right []at
		same        string
		no          []string
	}{
		{
			"A: the best of two candidates",
			[]at{{"L", 10, 0, 9, 7, 5}},
			[]at{{"1", 9, 0, 9.02, 7, 6}, {"2", 10, 0, 9, 7, 5}},
			"L 2",
			[]string{"L 1"},
		},
		{
			"C: the better of two that compete",
			[]at{{"L1", 9, 0, 9, 7, 6}, {"L2", 10, 0, 9, 7, 5}},
			[]at{{"1", 10, 0, 9, 7, 5}},
			"L2 1",
			[]string{"L1 1"},
		},
		{
			"D: distance and days settle a tie",
			[]at{{"L", 10, 0, 9, 7, 5}},
			[]at{{"1", 8, 0, 9.04, 7, 5}, {"2", 10, 0, 9, 7, 5}},
			"L 2",
			[]string{"L 1"},
		},
	} {
		for _, turned := range []bool{false, true} {
			a, b := left(c.left...), right(c.right...)
			if turned {
				a, b = left(reversed(c.left)...), right(reversed(c.right)...)
			}
			got := map[string]link.Pair{}
			l := linkAll(t, datasetsOf(t, "l", a, "r", b), Options{})
			for _, p := range l.Pairs {
				got[l.Datasets[p.A.Data].ID(int(p.A.Row))+" "+l.Datasets[p.B.Data].ID(int(p.B.Row))] = p
			}
			if p := got[c.same]; p.Relation != link.Same {
				t.Errorf("%s: %s is %v, probability %.2f\n%v", c.name, c.same, p.Relation, p.Probability, pairsOf(l))
			}
			for _, n := range c.no {
				if p := got[n]; p.Relation == link.Same {
					t.Errorf("%s: %s is the same, probability %.2f", c.name, n, p.Probability)
				}
			}
			everyRecordOnce(t, l)
		}
	}
}

// Case E: what happened within a month at one place is part of the record that tells of the month.
func TestPartsOfAMonth(t *testing.T) {
	days := []at{{"1", 3, 0, 9, 7, 5}, {"2", 15, 0, 9, 7, 5}, {"3", 16, 0, 9, 7, 5}, {"4", 20, 0, 9, 7, 5}}
	for _, list := range [][]at{days, reversed(days)} {
		l := linkAll(t, datasetsOf(t, "days", left(list...), "month", right(at{"M", 1, 31, 9, 7, 5})), Options{})
		n := 0
		for _, p := range l.Pairs {
			if p.A.Data == p.B.Data {
				if p.Relation == link.Same {
					t.Errorf("two days are the same: %v", p)
				}
				continue
			}
			if p.Relation != link.PartOf {
				t.Errorf("%s and %s: %v, %.2f, %.2f", l.name(p.A), l.name(p.B), p.Relation, p.Probability, p.Related)
				continue
			}
			n++
		}
		if n != len(days) {
			t.Errorf("%d of %d days are part of the month\n%s", n, len(days), strings.Join(pairsOf(l), "\n"))
		}
	}
}
