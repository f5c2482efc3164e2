package timing

import (
	"testing"

	"github.com/assaydata/assay/internal/record"
)

func TestSlip(t *testing.T) {
	day := func(y, m, d int) record.Day {
		v, ok := record.MakeDay(y, m, d)
		if !ok {
			t.Fatal(y, m, d)
		}
		return v
	}
	for _, c := range []struct {
		a, b record.Day
		want string
	}{
		{day(2014, 11, 21), day(2013, 11, 21), "exactly one year apart"},
		{day(2014, 11, 21), day(2004, 11, 21), "the same day of another year (2014 and 2004)"},
		{day(2020, 3, 4), day(2020, 4, 3), "day and month swapped"},
		{day(2005, 1, 6), day(2005, 6, 6), "the same day of another month"},
		{day(2020, 1, 12), day(2020, 1, 21), "the digits of the day swapped"},
		{day(2020, 1, 12), day(2020, 1, 12), ""},
		{day(2020, 1, 12), day(2020, 1, 13), ""},
		{record.NoDay, day(2020, 1, 13), ""},
	} {
		if got := Slip(c.a, c.b); got != c.want {
			t.Errorf("%v and %v: %q, want %q", c.a, c.b, got, c.want)
		}
		if got := Slip(c.b, c.a); (got == "") != (c.want == "") {
			t.Errorf("%v and %v the other way round: %q", c.a, c.b, got)
		}
	}
}

func TestOff(t *testing.T) {
	w := record.When{First: 10, Last: 12}
	for day, want := range map[record.Day]int{7: -3, 10: 0, 11: 0, 12: 0, 15: 3} {
		if got := Off(day, w); got != want {
			t.Errorf("%d: %d, want %d", day, got, want)
		}
	}
}
