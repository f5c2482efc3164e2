package overlap

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaydata/assay/internal/coverage"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link/event"
	"github.com/assaydata/assay/internal/record"
)

// Invented attacks, far from each other in space, each told by some of three invented datasets.
type attack struct {
	year, state string
	country     string
	dead        int
	lists       string // letters of acled, ged, gtd
}

const (
	acledHead = "event_id_cnty,event_date,year,time_precision,event_type,actor1,inter1,actor2,inter2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities"
	gedHead   = "id,year,dyad_new_id,type_of_violence,side_a,side_b,number_of_sources,source_article,source_office,source_date,source_headline,where_prec,where_coordinates,adm_1,latitude,longitude,country,event_clarity,date_prec,date_start,date_end,best,high,low"
	gtdHead   = "eventid,iyear,imonth,iday,approxdate,country_txt,provstate,city,latitude,longitude,specificity,vicinity,summary,attacktype1,targtype1,gname,nkill,nwound,scite1,scite2,scite3"
)

func files(t *testing.T, attacks []attack) []*record.Dataset {
	t.Helper()
	acled, ged, gtd := []string{acledHead}, []string{gedHead}, []string{gtdHead}
	for k, a := range attacks {
		lat, lon := 5+float64(k%40)*0.2, 4+float64(k/40)*1.1
		country := a.country
		if country == "" {
			country = "Nigeria"
		}
		y, m, d := a.year, fmt.Sprintf("%02d", 1+k%12), fmt.Sprintf("%02d", 1+k/12*4%27)
		day := y + "-" + m + "-" + d
		town := fmt.Sprintf("Town%d", k)
		if strings.Contains(a.lists, "a") {
			acled = append(acled, fmt.Sprintf("A%d,%s,%s,1,Violence against civilians,Boko Haram,2,Civilians,7,27,%s,%s,%s,%.3f,%.3f,1,Paper %d,gunmen killed villagers,%d", k, day, y, country, a.state, town, lat, lon, k, a.dead))
		}
		if strings.Contains(a.lists, "g") {
			ged = append(ged, fmt.Sprintf("%d,%s,7,3,Boko Haram,Civilians,1,,,,,1,%s,%s state,%.3f,%.3f,%s,1,1,%s,%s,%d,%d,%d", k, y, town, a.state, lat, lon, country, day, day, a.dead, a.dead, a.dead))
		}
		if strings.Contains(a.lists, "t") {
			gtd = append(gtd, fmt.Sprintf("%s%s%s%04d,%s,%s,%s,,%s,%s,%s,%.3f,%.3f,1,0,gunmen killed villagers,2,14,Boko Haram,%d,0,,,", y, m, d, k, y, m, d, country, a.state, town, lat, lon, a.dead))
		}
	}
	dir := t.TempDir()
	var paths []string
	for name, lines := range map[string][]string{"acled.csv": acled, "ged.csv": ged, "gtd.csv": gtd} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return open(t, paths...)
}

// patterns makes attacks of each pattern of lists as often as asked.
func patterns(counts map[string]int, a attack) []attack {
	var keys []string
	for k := range counts {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var out []attack
	for _, k := range keys {
		for range counts[k] {
			x := a
			x.lists = k
			out = append(out, x)
		}
	}
	return out
}

func cells(s coverage.Study, i int) map[string]int64 {
	out := map[string]int64{}
	t := s.Strata[i].Table
	for k, p := range t.Pattern {
		name := ""
		for j, l := range t.Lists {
			if p>>j&1 == 1 {
				name += map[string]string{"acled": "a", "ged": "g", "gtd": "t"}[l]
			}
		}
		out[name] = t.Count[k]
	}
	return out
}

func TestTables(t *testing.T) {
	want := map[string]int{"a": 14, "g": 12, "t": 13, "ag": 6, "at": 4, "gt": 5, "agt": 3}
	attacks := patterns(want, attack{year: "2011", state: "Borno", dead: 6})
	attacks = append(attacks, patterns(map[string]int{"a": 12, "agt": 3}, attack{year: "2011", state: "Yobe", dead: 5})...)
	attacks = append(attacks, patterns(map[string]int{"at": 4}, attack{year: "2011", state: "Borno", dead: 0})...)                         // nobody died
	attacks = append(attacks, patterns(map[string]int{"a": 3}, attack{year: "2011", state: "Far North", country: "Cameroon", dead: 4})...) // other ground
	attacks = append(attacks, patterns(map[string]int{"a": 12, "at": 2}, attack{year: "2009", state: "Borno", dead: 4})...)                // before the others begin
	datasets := files(t, attacks)
	got := build(t, datasets, Options{By: []Key{Admin1, Year}, Draws: 3, Seed: 1, BuiltOn: map[string]string{"gtd": "ged"}})
	var names []string
	for _, s := range got.Study.Strata {
		names = append(names, s.Name)
	}
	if diff := cmp.Diff([]string{"Borno, 2011", "Yobe, 2011"}, names); diff != "" {
		t.Fatal(diff)
	}
	for k, n := range want {
		if c := cells(*got.Study, 0)[k]; c != int64(n) {
			t.Errorf("Borno, pattern %s: %d events, want %d", k, c, n)
		}
	}
	if c := cells(*got.Study, 1); c["a"] != 12 || c["agt"] != 3 {
		t.Errorf("Yobe: %v", c)
	}
	if diff := cmp.Diff([]Left{{"no death is counted", 4}, {"a country that not every dataset has", 3}, {"outside the months that all datasets have", 14}}, got.Left); diff != "" {
		t.Error(diff)
	}
	if got.From.String() != "2011-01-01" || got.To.String() != "2011-12-31" || !slices.Equal(got.Countries, []string{"Nigeria"}) {
		t.Errorf("%v, %s to %s", got.Countries, got.From, got.To)
	}
	lists := got.Study.Lists
	if lists[0].Origin != "" || lists[1].Origin != "ged" || lists[2].Origin != "ged" || lists[0].Unit != lists[2].Unit {
		t.Errorf("lists %+v", lists)
	}
	if len(got.Study.Replicates) != 3 {
		t.Fatalf("%d replicates", len(got.Study.Replicates))
	}
	for _, r := range got.Study.Replicates {
		if n := r[0].Table.N(); n < 55 || n > 70 {
			t.Errorf("a draw has %d events, before %d", n, got.Study.Strata[0].Table.N())
		}
	}
	slices.Reverse(datasets)
	if diff := cmp.Diff(got, build(t, datasets, Options{By: []Key{Admin1, Year}, Draws: 3, Seed: 1, BuiltOn: map[string]string{"gtd": "ged"}})); diff != "" {
		t.Errorf("the order of the files matters:\n%s", diff)
	}
}

func TestUnitsDiffer(t *testing.T) {
	attacks := append(patterns(map[string]int{"a": 20, "at": 10}, attack{year: "2011", state: "Borno", dead: 0}),
		patterns(map[string]int{"agt": 20, "g": 20}, attack{year: "2011", state: "Yobe", dead: 5})...)
	got := build(t, files(t, attacks), Options{Violent: true})
	units := map[string]string{}
	for _, l := range got.Study.Lists {
		units[l.Name] = l.Unit
	}
	if units["acled"] == units["ged"] {
		t.Errorf("a dataset of deadly events only has the same unit as another: %v", units)
	}
	rep, err := coverage.Run(context.Background(), got.Study, coverage.Options{Quick: true})
	if err != nil {
		t.Fatal(err)
	}
	if rep.Results[0].Verdict != coverage.Refused {
		t.Errorf("verdict %v", rep.Results[0].Verdict)
	}
}

func TestNothingInCommon(t *testing.T) {
	for name, attacks := range map[string][]attack{
		"countries": append(patterns(map[string]int{"a": 5}, attack{year: "2011", state: "Borno", dead: 3}),
			patterns(map[string]int{"gt": 5}, attack{year: "2011", state: "Far North", country: "Cameroon", dead: 3})...),
		"months": append(patterns(map[string]int{"a": 15}, attack{year: "2005", state: "Borno", dead: 3}),
			patterns(map[string]int{"gt": 15}, attack{year: "2011", state: "Borno", dead: 3})...),
		"deaths": patterns(map[string]int{"agt": 5}, attack{year: "2011", state: "Borno", dead: 0}),
	} {
		l, err := event.Link(t.Context(), files(t, attacks), event.Options{})
		if err != nil {
			t.Fatal(err)
		}
		b, err := fact.Build(t.Context(), l.Result)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Build(t.Context(), l, b, Options{}); err == nil {
			t.Errorf("%s: tables are made of datasets that have nothing in common", name)
		}
		if _, err := Build(t.Context(), l, b, Options{By: []Key{"moon"}}); err == nil {
			t.Error("strata by moon")
		}
	}
}

func TestDrawsNeedWeights(t *testing.T) {
	l, err := event.Link(t.Context(), files(t, patterns(map[string]int{"agt": 15}, attack{year: "2011", state: "Borno", dead: 3})), event.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := fact.Build(t.Context(), l.Result)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Build(t.Context(), l, b, Options{Draws: 1}); !errors.Is(err, event.ErrNotKept) {
		t.Errorf("%v, want %v", err, event.ErrNotKept)
	}
}

func TestOrigin(t *testing.T) {
	on := map[string]string{"a": "b", "b": "c", "x": "y", "y": "z", "z": "x", "w": "y"}
	for name, want := range map[string]string{"a": "c", "b": "c", "c": "c", "x": "x", "y": "x", "z": "x", "w": "x", "alone": "alone"} {
		if got := origin(name, on); got != want {
			t.Errorf("origin of %s is %s, want %s", name, got, want)
		}
	}
}
