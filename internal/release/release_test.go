package release

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

const header = "event_id_cnty,event_date,year,time_precision,event_type,actor1,inter1,actor2,inter2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities\n"

// Notes of invented events, each long enough to tell of one.
const (
	noteA = "Riders of the Hill Brigade burned the mill of Tarn and killed three millers"
	noteB = "Traders of Oban closed the market to protest against the new toll on salt"
	noteC = "Two boats were sunk in the bay of Oban; the fishermen blamed the Harbour Front"
	noteD = "Soldiers searched the camp at Tarn for weapons and arrested nine men"
)

func row(id, date, actor1, actor2, place, lat, note, deaths string) string {
	return fmt.Sprintf("%s,%s,2012,1,Battles,%s,3,%s,7,37,Narland,North,%s,%s,2.5,1,Daily Wire,%s,%s\n", id, date, actor1, actor2, place, lat, note, deaths)
}

var old = header +
	row("NAR1", "2012-03-01", "Hill Brigade", "Civilians", "Tarn", "6.5", noteA, "3") +
	row("NAR2", "2012-03-02", "Protesters", "", "Oban", "7.25", noteB, "0") +
	row("NAR3", "2012-03-05", "Harbour Front", "Fishers", "Oban", "7.25", noteC, "0") +
	row("NAR4", "2012-04-01", "Military Forces of Narland (1999-)", "Civilians", "Tarn", "6.5", noteD, "0") +
	row("NAR5", "2012-05-01", "Unidentified", "Civilians", "Cape", "5.5", "An attack", "11")

var now = header +
	row("NAR1", "2012-03-01", "Hill Brigade", "Civilians", "Tarn", "6.50", noteA, "13") + // toll silently raised
	row("NAR2", "2012-02-20", "Hill Brigade", "Civilians", "Glen", "6.9", "Riders took cattle from three farms in the glen and left", "1") + // another event
	row("NAR3", "02/03/2012", "Protesters", "", "Oban", "7.25", noteB, "0") + // renumbered
	row("NAR4", "2012-03-06", "Harbour Front", "Fishers", "Oban", "7.25", noteC, "0") + // renumbered, another day
	row("NAR6", "2012-04-01", "Military Forces of Narland (2010-2012)", "Civilians", "Tarn", "6.5", noteD+" overnight", "0")

func open(t testing.TB, name, text string) *record.Dataset {
	t.Helper()
	d, err := read.Text(context.Background(), name, text)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

func compare(t testing.TB, before, after string) *Diff {
	t.Helper()
	d, err := Compare(context.Background(), open(t, "old", before), open(t, "new", after))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// say describes a diff by identifiers, so that the order of rows does not show.
func say(d *Diff) []string {
	var out []string
	for i := range d.Pairs {
		p := &d.Pairs[i]
		var fields []string
		for _, f := range p.Changed {
			was, is := p.Values(f)
			fields = append(fields, f.Key+" "+was+">"+is)
		}
		slices.Sort(fields)
		out = append(out, strings.TrimSpace(fmt.Sprintf("%s=%s by %s: %s", d.Old.ID(int(p.Old)), d.New.ID(int(p.New)), p.Pass, strings.Join(fields, ", "))))
	}
	for _, r := range d.Gone {
		out = append(out, "gone "+d.Old.ID(int(r)))
	}
	for _, r := range d.Added {
		out = append(out, "added "+d.New.ID(int(r)))
	}
	slices.Sort(out)
	return out
}

func TestCompare(t *testing.T) {
	d := compare(t, old, now)
	want := []string{
		"NAR1=NAR1 by every field but one: fatalities 3>13",
		"NAR2=NAR3 by every field the same:",
		"NAR3=NAR4 by every field but one: event_date 2012-03-05>2012-03-06",
		"NAR4=NAR6 by date, point and actors: actor1 Military Forces of Narland (1999-)>Military Forces of Narland (2010-2012), notes (not shown)>(not shown)",
		"added NAR2",
		"gone NAR5",
	}
	if diff := cmp.Diff(want, say(d)); diff != "" {
		t.Error(diff)
	}
	ids := d.IDs
	if ids.Shared != 4 || ids.OtherDate != 3 || ids.Kept != 1 || ids.Reused != 3 || ids.Unclear != 0 || ids.Renumbered != 3 {
		t.Errorf("identifiers: %+v", ids)
	}
	if x := d.Deaths; x.Old != 14 || x.New != 14 || x.Raised != 1 || x.RaisedBy != 10 || x.Gone != 11 || x.Added != 1 {
		t.Errorf("deaths: %+v", x)
	}
	for _, c := range d.Changes() {
		if c.Key == "actor1" && c.Respelt != 1 || c.Key == "fatalities" && c.SameID != 1 {
			t.Errorf("%s: %+v", c.Key, c)
		}
	}
}

func TestNothingChanged(t *testing.T) {
	lines := strings.SplitAfter(strings.TrimPrefix(old, header), "\n")
	slices.Reverse(lines)
	if d := compare(t, old, header+strings.Join(lines, "")); !d.Empty() {
		t.Errorf("turned upside down: %v", say(d))
	}
}

// Copies of one row are joined one to one, and a copy that is gone is gone.
func TestCopies(t *testing.T) {
	one := func(id string) string {
		return row(id, "2012-03-01", "Hill Brigade", "Civilians", "Tarn", "6.5", noteA, "3")
	}
	d := compare(t, header+one("A")+one("B")+one("C"), header+one("X")+one("C"))
	if want := []string{"A=X by every field the same:", "C=C by every field the same:", "gone B"}; cmp.Diff(want, say(d)) != "" {
		t.Error(cmp.Diff(want, say(d)))
	}
	if r := d.Reports; r.Keys != 1 || r.OneToOne != 2 || r.Pairs != 6 || r.SameID != 1 {
		t.Errorf("%+v", r)
	}
}

// More copies than are weighed against each other: one identifier still finds itself.
func TestManyCopies(t *testing.T) {
	var a, b strings.Builder
	a.WriteString(header)
	b.WriteString(header)
	for i := range 300 {
		a.WriteString(row(fmt.Sprint("K", i), "2012-03-01", "Hill Brigade", "Civilians", "Tarn", "6.5", noteA, "3"))
		b.WriteString(row(fmt.Sprint("K", i+100), "2012-03-01", "Hill Brigade", "Civilians", "Tarn", "6.5", noteA, "3"))
	}
	d := compare(t, a.String(), b.String())
	if len(d.Pairs) != 300 || d.IDs.Kept != 200 || d.IDs.Renumbered != 100 {
		t.Errorf("%d pairs, %+v", len(d.Pairs), d.IDs)
	}
}

// A table without dates and places is joined by its identifiers, and one of another format is refused.
func TestOtherTables(t *testing.T) {
	a, b := "claim_id,area,as_of,population,source_id\nN1,Mali,2015,17000000,S9\nN2,Niger,2015,19000000,S9\n", "claim_id,area,as_of,population,source_id\nN2,Niger,2015,20000000,S9\n"
	if want := []string{"N2=N2 by identifier and most fields: population 19000000>20000000", "gone N1"}; cmp.Diff(want, say(compare(t, a, b))) != "" {
		t.Error(cmp.Diff(want, say(compare(t, a, b))))
	}
	_, err := Compare(context.Background(), open(t, "a", a), open(t, "b", old))
	if !errors.Is(err, ErrFormats) {
		t.Errorf("two formats: %v", err)
	}
	_, err = Compare(context.Background(), open(t, "a", "x,y\n1,2\n"), open(t, "b", "p,q\n1,2\n"))
	if !errors.Is(err, ErrColumns) {
		t.Errorf("no common column: %v", err)
	}
}

// Rows of people are joined, but neither their identifiers nor their values are shown.
func TestPeopleAreNotShown(t *testing.T) {
	table := "claim_id,person_key,name_in_source,birth_date,role,source_id\n"
	d := compare(t, table+"P-karo-1,karo,Karo Venn,1980,courier,S1\n", table+"P-karo-1,karo,Karo Venn,1981,emir,S1\n")
	if len(d.Pairs) != 1 || len(d.Pairs[0].Changed) != 2 {
		t.Fatalf("%+v", d.Pairs)
	}
	for _, f := range d.Pairs[0].Changed {
		if was, is := d.Pairs[0].Values(f); was != NotShown || is != NotShown {
			t.Errorf("%s: %s, %s", f.Key, was, is)
		}
	}
	if got := Address(d.New, 0); got != "-:1" {
		t.Error(got)
	}
}

// The order of rows in either file does not change what is joined.
func TestOrderOfRows(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		draw := func(label string) []string {
			n := rapid.IntRange(1, 12).Draw(rt, label)
			lines := make([]string, n)
			for i := range lines {
				pick := func(name string, of ...string) string { return rapid.SampledFrom(of).Draw(rt, name) }
				lines[i] = row(fmt.Sprint("R", i), pick("date", "2012-03-01", "2012-03-02"), pick("actor", "Hill Brigade", "Harbour Front"), pick("actor2", "", "Civilians"),
					pick("place", "Tarn", "Oban"), pick("lat", "6.5", "7.25"), pick("note", "", noteA, noteB), pick("deaths", "0", "1", "7"))
			}
			return lines
		}
		a, b := draw("old"), draw("new")
		want := say(compare(t, header+strings.Join(a, ""), header+strings.Join(b, "")))
		a, b = rapid.Permutation(a).Draw(rt, "old order"), rapid.Permutation(b).Draw(rt, "new order")
		if diff := cmp.Diff(want, say(compare(t, header+strings.Join(a, ""), header+strings.Join(b, "")))); diff != "" {
			rt.Fatal(diff)
		}
	})
}

// TestACLEDNigeria compares versions 6 and 7 of ACLED Nigeria, of which ASSAY_DATA names the folder (doi
// 10.1177/0022343310378914). The first four numbers were also counted with a CSV reader of another language.
func TestACLEDNigeria(t *testing.T) {
	d := compareFiles(t, "acled_nigeria_1997_2015_v6.csv", "acled_nigeria_1997_2016_v7.csv")
	if d.IDs.Shared != 8541 || d.IDs.OtherDate != 7590 {
		t.Errorf("identifiers: %d shared, %d with another date; want 8,541 and 7,590", d.IDs.Shared, d.IDs.OtherDate)
	}
	if want := (Reports{Keys: 7581, OneToOne: 7708, Pairs: 8002, SameID: 651, OtherDeaths: 112}); d.Reports != want {
		t.Errorf("joined by date, point and note: %+v, want %+v", d.Reports, want)
	}
	// One to one, copies of a report are no longer compared with each other, and few tolls are left that changed.
	if got := []int{len(d.Pairs), len(d.Gone), len(d.Added), d.IDs.Renumbered, d.Deaths.Raised, d.Deaths.Lowered}; !slices.Equal(got, []int{8512, 29, 1486, 7815, 21, 3}) {
		t.Errorf("pairs, gone, added, renumbered, deaths raised, lowered: %v", got)
	}
}

// TestGEDNigeria compares 2011 in GED 3.0 with the same year in the release of 2020 (doi 10.1177/0022343313484347).
func TestGEDNigeria(t *testing.T) {
	d := compareFiles(t, "nigeria-2011/ged.csv", "ged_nigeria_hdx.csv")
	changes := map[string]int{}
	for _, c := range d.Changes() {
		changes[c.Key] = c.Changed
	}
	if len(d.Pairs) != 247 || len(d.Gone) != 1 || d.IDs.Kept != 247 || changes["latitude"] != 4 || changes["best"] != 1 {
		t.Errorf("%d pairs, %d gone, %+v, %v; want 247, 1, all kept, 4 moved, 1 with other deaths", len(d.Pairs), len(d.Gone), d.IDs, changes)
	}
}

// compareFiles compares two files both ways of order: turned upside down, the old one must give the same.
func compareFiles(t *testing.T, before, after string) *Diff {
	t.Helper()
	folder := os.Getenv("ASSAY_DATA")
	if folder == "" {
		t.Skip("ASSAY_DATA is not set: it names the folder that holds the published event files")
	}
	load := func(path string) *record.Dataset {
		ds, err := read.Open(context.Background(), read.Input{Path: path, Encoding: "windows-1252"}, read.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { ds[0].Close() })
		return ds[0]
	}
	old, now := load(filepath.Join(folder, before)), load(filepath.Join(folder, after))
	d, err := Compare(context.Background(), old, now)
	if err != nil {
		t.Fatal(err)
	}
	turned, err := Compare(context.Background(), load(upsideDown(t, old.Path)), now)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(say(d), say(turned)); diff != "" {
		t.Errorf("%s upside down: %.2000s", before, diff)
	}
	return d
}

func upsideDown(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(records[1:])
	var b strings.Builder
	if err := csv.NewWriter(&b).WriteAll(records); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), filepath.Base(path))
	if err := os.WriteFile(out, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return out
}
