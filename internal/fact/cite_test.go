package fact

import (
	"testing"

	"github.com/assaydata/assay/internal/record"
)

func TestCitations(t *testing.T) {
	for _, c := range []struct {
		read                        func(string) []Source
		text                        string
		outlet, agency, date, title string
		relay                       bool
	}{
		{gedSources, `"Reuters News,2014-03-06,Gunmen raid town, ten dead"`, "Reuters", "Reuters", "2014-03-06", "Gunmen raid town, ten dead", false},
		{gedSources, `"HRW,2017-10-05,they-said-so"`, "HRW", "", "2017-10-05", "They said so", false},
		{gedSources, `Agence France Presse 24 February 2011 "Two police killed in north`, "AFP", "AFP", "2011-02-24", "two police killed in north", false},
		{gedSources, `AI March 2011 "Report on the north`, "AI", "", "no date", "Report on the north", false},
		{gedSources, `All Africa 1/8-11, "Ten Die in Crash`, "All Africa", "", "no date", "ten die in crash", true},
		{gtdSource, `Author Name, "Bomb Blast Rocks Town," Daily Times, April 6, 2011, http://times.example/a-b.`, "Daily Times", "", "2011-04-06", "bomb blast rocks town", false},
		{gtdSource, `New York Times, "Ten Killed Ahead of Poll," Reuters, April 8, 2011, http://x.example/?ref=world.`, "Reuters", "Reuters", "2011-04-08", "ten killed ahead of poll", false},
		{gtdSource, `Author Name, "Arraigned in Town," LexisNexis Academic, This Day, April 6, 2011.`, "This Day", "", "2011-04-06", "arraigned in town", false},
		{gtdSource, `Voice of Northland, "Blast Reported," http://v.example/x (April 9, 2011).`, "Voice of Northland", "", "2011-04-09", "blast reported", false},
		{gtdSource, `Author Name, "Town Burns," November 6, 2011.`, "", "", "2011-11-06", "town burns", false},
		{gtdSource, `“Over 13 Dead in Town,” Xinhua News Agency, November 6, 2011.`, "Xinhua", "Xinhua", "2011-11-06", "over 13 dead in town", false},
		{gtdSource, `"Town Burns," LexisNexis Academic, November 6, 2011.`, "LexisNexis Academic", "", "2011-11-06", "town burns", true},
	} {
		list := c.read(c.text)
		if len(list) != 1 {
			t.Errorf("%s: %d sources", c.text, len(list))
			continue
		}
		s := list[0]
		want := Source{}
		want.entitle(c.title)
		if s.Outlet != c.outlet || s.Agency != c.agency || s.Date.String() != c.date || s.Title != want.Title || s.Relay != c.relay {
			t.Errorf("%s: %q / %q %s title %v relay %v", c.text, s.Outlet, s.Agency, s.Date, s.Title == want.Title, s.Relay)
		}
	}
	if n := len(gedSources(`Reuters News 3 March 2011 "First"; This Day 4 March 2011 "Second`)); n != 2 {
		t.Errorf("%d sources", n)
	}
	if got := gedSources(""); got != nil {
		t.Error(got)
	}
}

func TestOutlets(t *testing.T) {
	for text, want := range map[string]string{
		"Agence France Presse": "AFP", "AFP": "AFP", "The Press Trust of India Limited": "PTI", "Reuters": "Reuters", "Retuers": "Reuters",
		"Vanguard (Nigeria)": "Vanguard", "Xinhua News Agency": "Xinhua", "BBC Monitoring Africa": "", "": "",
	} {
		s := readOutlet(text)
		if got := s.Voice(); got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
	if voiceKey("The Daily News") != voiceKey("daily news") {
		t.Error("one outlet, two voices")
	}
}

func TestResemblance(t *testing.T) {
	text := "On 5 March gunmen stormed the market of the town at dawn, fired at traders and set forty shops alight before soldiers arrived"
	if r := resemblance(sketch(text), sketch(text+" again")); r < nearIdentity {
		t.Error(r)
	}
	if r := resemblance(sketch(text), sketch("On 5 March gunmen attacked a police post in the hills and took away rifles, the governor said in a statement")); r > 0.2 {
		t.Error(r)
	}
	if sketch("gunmen attack town") != nil {
		t.Error("a formula is compared")
	}
}

func TestSpanKeepsStatedIntervals(t *testing.T) {
	w := record.When{First: 10, Last: 12, Precision: record.TimeMonth}
	if a, b := span(w); a != 10 || b != 12 {
		t.Error(a, b)
	}
}
