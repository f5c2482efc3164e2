package wording

import "testing"

func TestWords(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Thousands(0), "0"},
		{Thousands(999), "999"},
		{Thousands(1000), "1,000"},
		{Thousands(-1234567), "-1,234,567"},
		{Thousands(-123), "-123"},
		{Count(1, "row"), "1 row"},
		{Count(4978, "row"), "4,978 rows"},
		{Share(1, 1), "100 %"},
		{Share(99999, 100000), "over 99.9 %"},
		{Share(1, 100000), "under 0.1 %"},
		{Share(5, 100), "5.0 %"},
		{Share(55, 100), "55 %"},
		{Share(0, 0), "0 %"},
		{Share(0, 5), "0 %"},
		{Count(3, "country"), "3 countries"},
		{Count(2, "day"), "2 days"},
		{Deaths(1), "1 death"},
		{Deaths(6.3), "6.3 deaths"},
		{Percent(0.003), "0.3 %"},
		{List([]string{"a", "b", "c"}, 5), "a, b and c"},
		{List([]string{"a", "b", "c"}, 1), "a and 2 more"},
		{Quote("ab\x00c", 10), `"ab c"`},
		{Quote("abcdef", 3), `"abc…"`},
		{Num(6.3), "6.3"},
		{Num(12), "12"},
	} {
		if c.got != c.want {
			t.Errorf("got %s, want %s", c.got, c.want)
		}
	}
}
