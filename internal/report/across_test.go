package report

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

// Three invented datasets about the same months of an invented country, in the columns of three real ones.
const (
	acledHead = "event_id_cnty,event_date,year,time_precision,event_type,actor1,inter1,actor2,inter2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities\n"
	gedHead   = "id,year,dyad_new_id,type_of_violence,side_a,side_b,number_of_sources,source_article,source_office,source_date,source_headline,where_prec,where_coordinates,adm_1,latitude,longitude,country,event_clarity,date_prec,date_start,date_end,best,high,low\n"
	gtdHead   = "eventid,iyear,imonth,iday,approxdate,country_txt,provstate,city,latitude,longitude,specificity,vicinity,summary,attacktype1,targtype1,gname,nkill,nwound,scite1,scite2,scite3\n"
)

// told is one event as all three datasets tell it, before they contradict each other.
type told struct {
	n, month, day, dead int
	place               string
	lat, lon            float64
}

func (e told) acled(id string, day, dead int, source string) string {
	return fmt.Sprintf("%s,2014-%02d-%02d,2014,1,Battles,Free Tarn Movement,2,Military Forces of Narland (2015-),1,12,Narland,Tarn,%s,%.4f,%.4f,1,%s,\"%s near %s, Anna Secretname saw it\",%d\n",
		id, e.month, day, e.place, e.lat, e.lon, source, []string{"Raid", "Clash", "Ambush"}[e.n%3], e.place, dead)
}

func (e told) ged(id string, day, dead, high int, lat float64, side, article string) string {
	return fmt.Sprintf("%s,2014,77,1,Government of Narland,%s,1,%s,,,,1,%s town,Tarn state,%.4f,%.4f,Narland,1,1,2014-%02d-%02d,2014-%02d-%02d,%d,%d,%d\n",
		id, side, article, e.place, lat, e.lon, e.month, day, e.month, day, dead, high, dead)
}

func (e told) gtd(id string, day, dead int, cite string) string {
	return fmt.Sprintf("%s,2014,%d,%d,,Narland,Tarn,%s,%.4f,%.4f,1,0,Anna Secretname was there,2,4,Free Tarn Movement,%d,,%s,,\n",
		id, e.month, day, e.place, e.lat, e.lon, dead, cite)
}

// threeTables invents n events. Every third stands in the first table only; of the others every fourth is contested.
func threeTables(n int) map[string]string {
	r := rand.New(rand.NewPCG(7, 11))
	var acled, ged, gtd strings.Builder
	acled.WriteString(acledHead)
	ged.WriteString(gedHead)
	gtd.WriteString(gtdHead)
	for i := range n {
		e := told{n: i, month: 1 + i%12, day: 3 + i%20, dead: 2 + i%9, place: fmt.Sprintf("%sburg %c", []string{"Tarn", "Ost", "Brack", "Hill"}[i%4], 'A'+rune(i%26))}
		e.lat, e.lon = 6+4*r.Float64(), 2+5*r.Float64()
		acled.WriteString(e.acled(fmt.Sprintf("NAR%d", i+1), e.day, e.dead, []string{"Daily Wire", "Evening Post; Daily Wire", "AFP"}[i%3]))
		if i%3 == 0 {
			continue
		}
		day, dead, high, lat, side := e.day, e.dead, e.dead+1, e.lat, "Free Tarn Movement"
		switch i % 16 {
		case 1:
			dead, high = e.dead+40, e.dead+60
		case 5:
			day++
		case 10:
			lat += 0.4
		case 14:
			side = "Harbour Front"
		}
		ged.WriteString(e.ged(fmt.Sprint(500+i), day, dead, high, lat, side,
			`"""Reuters News,2014-02-01,Anna Secretname held in Brack"";""Jon Secretname,2014-02-01,Raid"""`))
		if i%2 == 0 {
			gtd.WriteString(e.gtd(fmt.Sprintf("2014%02d%02d%04d", e.month, e.day, i), e.day, e.dead, `"Jon Secretname, ""Secretname Flees,"" Coast Radio, February 2, 2014."`))
		}
	}
	return map[string]string{"north": acled.String(), "middle": ged.String(), "south": gtd.String()}
}

// linkedAudit is an audit of several tables without rules.
func linkedAudit(t testing.TB, tables map[string]string, order ...string) *audit.Audit {
	t.Helper()
	if order == nil {
		for name := range tables {
			order = append(order, name)
		}
		slices.Sort(order)
	}
	var ds []*record.Dataset
	for _, name := range order {
		d, err := read.Text(context.Background(), name, tables[name])
		if err != nil {
			t.Fatal(err)
		}
		d.Path = "data/" + name + ".csv"
		ds = append(ds, d)
	}
	a, err := audit.Datasets(context.Background(), audit.Config{AsOf: record.NoDay}, ds...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	if a.Across == nil || a.Across.Summary.Shared == 0 {
		t.Fatal("nothing is linked")
	}
	return a
}

func TestAcrossGolden(t *testing.T) {
	dir := write(t, linkedAudit(t, threeTables(48)))
	checkPages(t, dir)
	text := contents(t, dir)[acrossPage]
	text = strings.ReplaceAll(strings.ReplaceAll(text, style, ""), script, "")
	text = strings.ReplaceAll(text, policyFor(t, text), "")
	// How many pairs each key gives is for the packages that link to test.
	begin, end := strings.Index(text, `<section id="linking">`), strings.Index(text, "</main>")
	if begin < 0 || end < begin {
		t.Fatal("nothing says how the datasets were linked")
	}
	text = text[:begin] + text[end:]
	path := filepath.Join("testdata", "linked.html")
	if *update {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (hint: go test -update)", err)
	}
	if diff := cmp.Diff(string(want), text); diff != "" {
		t.Errorf("%s (-want +got):\n%s", acrossPage, diff)
	}
}

// What the page says in numbers is what the summary counts, and everything that the issue of a chapter asks for is there.
func TestAcrossSaysWhatTheSummaryCounts(t *testing.T) {
	a := linkedAudit(t, threeTables(60))
	got := contents(t, write(t, a))
	page, index := got[acrossPage], got["index.html"]
	s := a.Across.Summary
	for _, want := range []string{
		fmt.Sprintf("%d of %d events stand in two datasets or more", s.Shared, s.Events),
		fmt.Sprintf("%d in exactly one dataset", s.Events-s.Shared),
		`id="figure-overlap"`, `id="figure-time"`, `id="figure-verdicts"`, `id="figure-map"`, "<desc>UpSet plot of 3 datasets",
		"Number of dead", ">Dates<", ">Places<", ">Actors<", "data/middle.csv:", "data/north.csv:", "independent origin", "assay decide", "assay link",
		"north and south", a.Across.Linked.Model.Version, "UCDP GED has no category for the means", "Reuters and 1 other",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	for _, want := range []string{`href="linked.html"`, fmt.Sprintf("%d of %d events stand in two datasets or more", s.Shared, s.Events)} {
		if !strings.Contains(index, want) {
			t.Errorf("the index does not say %q", want)
		}
	}
	for name, text := range got {
		if strings.Contains(text, "Secretname") {
			at := strings.Index(text, "Secretname")
			t.Errorf("%s holds a name out of a note, a headline or a citation: %s", name, text[max(0, at-80):at+40])
		}
	}
	if _, there := contents(t, write(t, smallAudit(t)))[acrossPage]; there {
		t.Error("a page across datasets of an audit that linked none")
	}
}

// The page does not depend on the order of files.
func TestAcrossDoesNotDependOnTheOrderOfFiles(t *testing.T) {
	tables := threeTables(60)
	a := contents(t, write(t, linkedAudit(t, tables, "north", "middle", "south")))
	b := contents(t, write(t, linkedAudit(t, tables, "south", "north", "middle")))
	if diff := cmp.Diff(a[acrossPage], b[acrossPage]); diff != "" {
		t.Errorf("the page depends on the order of files:\n%s", diff)
	}
}
