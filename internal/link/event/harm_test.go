package event

import "testing"

func TestUnhurt(t *testing.T) {
	r := newReader()
	for text, want := range map[string]bool{
		"No casualties were reported.":                                   true,
		"causing damage to a vehicle but no injuries":                    true,
		"there were no reported injuries":                                true,
		"it exploded without wounding anyone":                            true,
		"Nobody was hurt in the blast":                                   true,
		"No one was injured":                                             true,
		"The minister was not injured":                                   true,
		"did not cause any casualties":                                   true,
		"There were zero fatalities":                                     true,
		"Police defused the bomb":                                        true,
		"The device failed to detonate":                                  true,
		"an explosive device that did not explode":                       true,
		"The attack was foiled":                                          true,
		"L\u2019explosion n\u2019a fait aucune victime":                  true,
		"sans faire de bless\u00e9s":                                     true,
		"una bomba estall\u00f3 sin dejar heridos":                       true,
		"Three were killed":                                              false,
		"There are no details of casualties":                             false,
		"No immediate word on casualties":                                false,
		"No specification of casualties":                                 false,
		"The number of injured is not known":                             false,
		"No group claimed responsibility; two people were killed":        false,
		"a bomb exploded":                                                false,
		"they failed to enter, and later a car bomb exploded":            false,
		"It was not clear whether anybody had been killed in the attack": false,
	} {
		var s said
		s.reset()
		r.read(forText, text, &s)
		if s.unhurt != want {
			t.Errorf("%q: unhurt %v", text, s.unhurt)
		}
		s.reset()
		r.read(forText|forHeadline, text, &s)
		if s.unhurt {
			t.Errorf("%q as a headline, which may be about several events: unhurt", text)
		}
	}
}

// A zero that the text confirms is told apart from one that only stands in a column, from either side.
func TestNoneAsTheTextSays(t *testing.T) {
	exact := func(n float32) count { return count{n, n, n} }
	unknown := count{nan32, nan32, nan32}
	for _, c := range []struct {
		deaths, sums [2]count
		note         count // of the first
		want         string
	}{
		{[2]count{exact(0), exact(3)}, [2]count{exact(0), exact(3)}, exact(0), "none, as its text says, against some"},
		{[2]count{exact(0), exact(30)}, [2]count{exact(0), exact(30)}, exact(0), "none, as its text says, against some"},
		{[2]count{unknown, exact(3)}, [2]count{unknown, exact(3)}, exact(0), "none, as its text says, against some"},
		{[2]count{exact(0), {0, 1, 4}}, [2]count{exact(0), {0, 1, 4}}, exact(0), "none, as its text says, against some"},
		{[2]count{exact(0), exact(3)}, [2]count{exact(0), exact(3)}, unknown, "none against a few"},
		{[2]count{exact(0), exact(0)}, [2]count{exact(0), exact(0)}, exact(0), "both none"},
		{[2]count{exact(0), {0, 0, 2}}, [2]count{exact(0), {0, 0, 2}}, exact(0), "ranges of at most 3 meet"},
		{[2]count{exact(0), exact(3)}, [2]count{exact(3), exact(3)}, exact(0), "as the sum of several records"},
	} {
		r := &Records{deaths: c.deaths[:], sums: c.sums[:], daySums: []count{unknown, unknown}, noted: []count{c.note, unknown}, unit: []int32{0, 1}}
		for _, at := range [][2]int32{{0, 1}, {1, 0}} {
			if got := Comparisons[cDeaths].Levels[r.compareDeaths(at[0], at[1])]; got != c.want {
				t.Errorf("%v (note %v): %s, want %s", c.deaths, c.note, got, c.want)
			}
		}
	}
}
