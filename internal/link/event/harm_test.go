package event

import (
	"testing"

	"github.com/assaydata/assay/internal/link"
)

func TestHarm(t *testing.T) {
	var w words
	for want, list := range map[bool][]string{
		true: {
			"No casualties were reported.",
			"causing damage to a vehicle but no injuries",
			"there were no reported injuries",
			"it exploded without wounding anyone",
			"Nobody was hurt in the blast",
			"No one was injured",
			"The minister was not injured",
			"did not cause any casualties",
			"There were zero fatalities",
			"Police defused the bomb",
			"The device failed to detonate",
			"The second device failed to fully explode; three were injured",
			"an explosive device that did not explode",
			"The attack was foiled",
			"no loss of life",
			"No casualties or material damage were reported and no group claimed responsibility",
			"L’explosion n’a fait aucune victime",
			"sans faire de blessés",
			"L'attaque n'a pas fait de victimes",
			"una bomba estalló sin dejar heridos",
			"No hubo víctimas",
		},
		false: {
			"Three were killed",
			"There are no details of casualties",
			"No immediate word on casualties",
			"No specification of casualties",
			"The number of injured is not known",
			"No group claimed responsibility; two people were killed",
			"a bomb exploded",
			"they failed to enter, and later a car bomb exploded",
			"It was not clear whether anybody had been killed in the attack",
			"several military personnel were killed",
			"Plusieurs personnes sont mortes, une personne blessée",
			"A leader is stabbed to death at his residence in Ilesa",
			"Frustrated youths attacked the village",
			"No explosives were found",
			"Several soldiers were killed. A second bomb was defused.",
			"The governor escaped unhurt, but his aides were killed",
			"Clashes leave many dead; no breakdown of death toll",
			"No casualty figures were available",
			"No death toll was available",
			"No reports of casualty numbers",
			"Gunmen opened fire without warning, killing the trader",
			"No group claimed the killing",
			"Police did not say how many died",
			"Authorities did not identify the victim",
			"No arrests. The victim, a trader, died.",
			"Not only were people killed, houses were burned",
			"Un hombre no identificado fue muerto a tiros",
			"No se sabe cuántos muertos hubo",
			"No menos de cinco muertos",
			"Aucune revendication des morts",
			"sans compter les blessés",
			"No civilian casualties; militants were killed",
			"no other casualties",
			"No casualties among the soldiers",
			"a man was hit by unexploded ordnance",
			"police intervened to defuse the situation",
			"",
		},
	} {
		for _, text := range list {
			var h harm
			h.read(&w, text)
			if h.none() != want {
				t.Errorf("%q: denied %v, dead stated %v", text, h.denied, h.stated)
			}
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

// Texts are read from the files: a denial counts where the columns count nobody, whatever else is a zero.
func TestDenialsOfFiles(t *testing.T) {
	row := func(id, note, dead string) string {
		return id + ",2011-03-05,2011,1,Battles,,Ostra Column,2,,,20,Portugal,,Tarsk,39.1,-8.1,1,Ostra Post,\"" + note + "\"," + dead + "\n"
	}
	const denied = "none, as its text says, against some"
	for _, c := range []struct{ note, dead, want string }{
		{"A bomb exploded at the market; no casualties were reported", "0", denied},
		{"The device was defused in time by the police of the town", "0", denied},
		{"Gunmen attacked the market of the town and fled to the hills", "0", "none against 5 or more"},
		{"Several soldiers were killed. A second bomb was defused", "0", "none against 5 or more"},
		{"A second bomb of the series was defused by the police", "5", "within a factor of 2"},
		{"", "0", "none against 5 or more"},
	} {
		l := linkAll(t, datasetsOf(t, "one", acledColumns+"\n"+row("A1", c.note, c.dead), "two", acledColumns+"\n"+row("B1", "", "9")), Options{})
		levels := l.PairOf(link.Ref{Data: 0}, link.Ref{Data: 1}).Levels
		if got := Comparisons[cDeaths].Levels[levels[cDeaths]]; got != c.want {
			t.Errorf("%q, %s dead: %s, want %s", c.note, c.dead, got, c.want)
		}
	}
}
