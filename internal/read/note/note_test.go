package note

import (
	"math"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/record"
)

func day(t *testing.T, y, m, d int) record.Day {
	t.Helper()
	v, ok := record.MakeDay(y, m, d)
	if !ok {
		t.Fatalf("no such day %d-%d-%d", y, m, d)
	}
	return v
}

func TestOpens(t *testing.T) {
	april3 := day(t, 2020, 4, 3)
	for _, c := range []struct {
		text string
		want record.Day
	}{
		{"On 3 April 2020, residents threw stones", april3},
		{"On 3rd April 2020 residents threw stones", april3},
		{"  on 03 April 2020: residents", april3},
		{"3 April 2020: residents threw stones", april3},
		{"3 Apr 2020.", april3},
		{"On April 3, 2020, residents", april3},
		{"On April 3rd 2020 residents", april3},
		{"04/03/2020: Assailants attacked", april3},
		{"4/3/2020: Assailants attacked", april3},
		{"01/21/2104: Assailants attacked", day(t, 2104, 1, 21)},

		{"", record.NoDay},
		{"Residents threw stones on 3 April 2020", record.NoDay},
		{"Around 3 April 2020, residents", record.NoDay},
		{"On 3 April, residents", record.NoDay},
		{"On 3-4 April 2020, residents", record.NoDay},
		{"On 3 April 2020 and 4 April 2020, residents", record.NoDay},
		{"On 3 April 2020 - 5 April 2020, residents", record.NoDay},
		{"On 3 April 2020–5 April 2020, residents", record.NoDay},
		{"On 31 April 2020, residents", record.NoDay},
		{"On 3 April 20201, residents", record.NoDay},
		{"04/00/2020: Assailants attacked", record.NoDay},
		{"00/00/2020: Assailants attacked", record.NoDay},
		{"13/04/2020: Assailants attacked", record.NoDay},
		{"04/03/2020 assailants attacked", record.NoDay},
		{"15 people were killed", record.NoDay},
	} {
		if got := Read([]byte(c.text)).Opens; got != c.want {
			t.Errorf("%q opens with %v, want %v", c.text, got, c.want)
		}
	}
}

func TestDead(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		text      string
		low, high float64
	}{
		{"Gunmen killed 15.", 15, 15},
		{"15 people were killed in the market.", 15, 15},
		{"Fifteen soldiers have been killed.", 15, 15},
		{"Three are dead after.", 3, 3},
		{"Twenty-five reportedly shot and killed", 25, 25},
		{"One hundred and fifty people were killed", 150, 150},
		{"2,000 people were killed", 2000, 2000},
		{"A mob attacked, killing three.", 3, 3},
		{"An attack leaving 12 dead", 12, 12},
		{"12 dead, 30 injured", 12, 12},
		{"The attack caused 15 deaths", 15, 15},
		{"Deaths: 11 soldiers", 11, 11},
		{"leading to the death of two soldiers and 15 militants", 2, 17},
		{"with a death toll of 15", 15, 15},
		{"a dozen people were killed", 12, 12},
		{"half a dozen people were killed", 6, 6},
		{"The army killed two dozen rebels", 24, 24},
		{"between 10 and 15 killed", 10, 15},
		{"10-15 killed", 10, 15},
		{"Four or five were killed", 4, 5},
		{"killed 2 militants and 3 soldiers", 2, 5},
		{"Two soldiers and three militants were killed", 2, 5},
		{"killing seven officers and one inmate", 1, 8},
		{"Six men, among them a farmer, were killed", 6, 6},
		{"Seven people, including two children, were killed", 2, 9},
		{"3 killed and 15 injured", 3, 3},
		{"killing two and wounding 15", 2, 2},
		{"killing two soldiers and 15 were injured", 2, 2},
		{"About 300 rebels killed 2 civilians", 2, 2},
		{"5 people were hacked to death", 5, 5},
		{"police shot dead 3 robbers", 3, 3},
		{"Three gunmen shoot dead two people", 2, 2},
		{"The army killed two armed residents", 2, 2},
		{"floods claimed 15 lives", 15, 15},
		{"15 people lost their lives", 15, 15},
		{"On 5 May 15 people were killed", 15, 15},
		{"killing two 20-year-old women", 2, 2},

		{"Five soldiers, three guards and a driver were killed", 3, 9},
		{"A driver and 2 passengers killed", 2, 3},
		{"one officer and a civilian dead", 1, 2},

		{"at least 15 people were killed", 15, inf},
		{"killed over 20", 20, inf},
		{"no fewer than 15 were killed", 15, inf},
		{"15 or more people were killed", 15, inf},
		{"up to 20 people were killed", 0, 20},
		{"as many as 20 killed", 0, 20},
		{"no more than 20 killed", 0, 20},
		{"about 300 people were killed", 250, 350},
		{"killing 3 and several others", 3, inf},
		{"3 killed. The body of a fourth was found", 3, inf},
	} {
		f := Read([]byte(c.text))
		if float64(f.DeadLow) != c.low || float64(f.DeadHigh) != c.high || f.NoDead {
			t.Errorf("%q: %v to %v (none %v), want %v to %v", c.text, f.DeadLow, f.DeadHigh, f.NoDead, c.low, c.high)
		}
	}
}

// Numbers that are not the dead of the event must not be taken for them.
func TestNotDead(t *testing.T) {
	for _, text := range []string{
		"",
		"Police dispersed 300 protesters",
		"15 people were injured; a man was killed",
		"Gunmen abducted 3 people and killed a farmer",
		"A man, 25, was killed",
		"A man (25) was killed",
		"A man aged 25 was killed",
		"A 25-year-old man was killed",
		"One hour after the attack a man was killed",
		"killed on 3 April 2020",
		"killed on April 3, 2020",
		"In 2012 a man was killed",
		"killing 20 cattle",
		"thieves killed 70 head of cattle",
		"paid $20 after a man was killed",
		"the 7th battalion killed a man",
		"the army's battalion 101 was killed in an ambush",
		"attempted to kill 3 people",
		"3 people were not killed",
		"Students protested the killing of 3 colleagues",
		"protest after police killed 3 students",
		"15 were killed. Fatalities split between 3 events",
		"68 soldiers were killed in these incidents",
		"15 people were killed in three villages",
		"15 people killed over 18-21 May",
		"9 were killed over two days",
		"raising the death toll to 20",
		"Three of the dead were soldiers",
		"One killed was a commander",
		"several people were killed",
		"Scores were killed and dozens injured",
		"no breakdown of death toll",
		"a mob killed a driver after he killed four people",
		"3rd, 4th and 5th men killed",
		"50% of those killed",
		"3.5 killed",
		"M23 killed a man at 7:30",
		"40 students died in 1968",
		"students demonstrating against the death of five colleagues",
		"a man with a reward of Rs. 5 lakh was killed",
		"a reward of 5 rupees; a man was killed",
	} {
		if f := Read([]byte(text)); f.DeadLow == f.DeadLow || f.NoDead {
			t.Errorf("%q: %v to %v (none %v), want nothing", text, f.DeadLow, f.DeadHigh, f.NoDead)
		}
	}
}

func TestNoDead(t *testing.T) {
	for text, want := range map[string]bool{
		"There were no casualties.":                                  true,
		"No casualties or injuries were reported.":                   true,
		"No reported fatalities":                                     true,
		"There were no injuries or deaths in the attack":             true,
		"The blast did not cause any casualties":                     true,
		"No one was killed":                                          true,
		"Nobody was reported killed":                                 true,
		"without casualties":                                         true,
		"No casualty figures available":                              false,
		"No casualties details given":                                false,
		"No deaths for the rebels were recorded":                     false,
		"There were no casualties on the side of the army":           false,
		"No military deaths reported":                                false,
		"No injuries were reported":                                  false,
		"No other casualties":                                        false,
		"no casualties among the soldiers, but 3 rebels were killed": false,
		"Casualties unknown":                                         false,
		"No one was killed by police":                                false,
	} {
		if got := Read([]byte(text)).NoDead; got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}

func TestLexiconHasEveryWordOnce(t *testing.T) {
	seen := map[key]string{}
	for c, list := range lexicon {
		for _, w := range strings.Fields(list) {
			k := word(w)
			if before, ok := seen[k]; ok {
				t.Errorf("%s and %s have one key", before, w)
			}
			seen[k] = w
			if lookup(k).class != c {
				t.Errorf("%s is not found under its class", w)
			}
		}
	}
	for w := range numberWords {
		if before, ok := seen[word(w)]; ok {
			t.Errorf("%s and %s have one key", before, w)
		}
	}
	if n := len(seen) + len(numberWords); n*2 > len(table) {
		t.Errorf("%d words are too many for a table of %d", n, len(table))
	}
}

// The search finds every stem at every place, whatever its case.
func TestMentionsDeath(t *testing.T) {
	for _, stem := range stems {
		for before := range 9 {
			for after := range 3 {
				for _, s := range []string{stem, strings.ToUpper(stem)} {
					text := strings.Repeat("x", before) + s + strings.Repeat("x", after)
					if !mentionsDeath([]byte(text)) {
						t.Errorf("%q is not found", text)
					}
				}
			}
		}
	}
	if mentionsDeath([]byte("shots were heard near the old market")) {
		t.Error("deaths found where there are none")
	}
}

func TestReadDoesNotAllocate(t *testing.T) {
	text := []byte(typical)
	if n := testing.AllocsPerRun(100, func() { Read(text) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

const typical = "On 3 April 2020, suspected rebels attacked a military position near the village of Nowhere in the north of the country, " +
	"killing at least three soldiers and wounding five others. The army repelled the attack and recovered two vehicles and several weapons."

func FuzzRead(f *testing.F) {
	for _, s := range []string{typical, "04/03/2020: 10-15 killed", "On 3–4 April – no casualties", "a hundred and", "\xe2\x80", "3-", "of of of killed of", "(((( killed )"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		x := Read(text)
		if x.DeadLow != x.DeadLow != (x.DeadHigh != x.DeadHigh) {
			t.Fatalf("half a range: %+v", x)
		}
		if x.DeadLow < 0 || x.DeadHigh < x.DeadLow {
			t.Fatalf("no range: %+v", x)
		}
		if x.NoDead && x.DeadLow == x.DeadLow {
			t.Fatalf("some and none: %+v", x)
		}
		if x != x && x.DeadLow == x.DeadLow {
			t.Fatal("not a number")
		}
	})
}

func BenchmarkRead(b *testing.B) {
	for name, text := range map[string]string{
		"deaths": typical,
		"none":   strings.Replace(strings.Replace(typical, "killing", "hitting", 1), "wounding", "touching", 1),
	} {
		b.Run(name, func(b *testing.B) {
			data := []byte(text)
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				Read(data)
			}
		})
	}
}
