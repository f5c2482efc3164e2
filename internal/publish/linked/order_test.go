package linked_test

import (
	"bytes"
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link/event"
	"github.com/assaydata/assay/internal/publish/linked"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

// An invented event that SCAD tells over three rows, one for each place, and ACLED in one.
var series = []string{
	"4750001,1,475,Nigeria,05-Mar-14,05-Mar-14,8,Boko Haram,Army,12,2,11.52,13.69,1,1,1,2014,2014,Bama,raid",
	"4750001,2,475,Nigeria,05-Mar-14,05-Mar-14,8,Boko Haram,Army,12,2,11.83,13.15,1,2,2,2014,2014,Maiduguri,raid",
	"4750001,3,475,Nigeria,05-Mar-14,05-Mar-14,8,Boko Haram,Army,12,2,10.61,12.19,1,3,3,2014,2014,Biu,raid",
}

const (
	seriesHead = "eventid,id,ccode,countryname,startdate,enddate,etype,actor1,target1,ndeath,npart,latitude,longitude,gislocnum,locnum,sublocal,styr,eyr,elocal,issuenote"
	besideIt   = `event_id_cnty,event_date,year,time_precision,event_type,actor1,inter1,actor2,inter2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities
NIG1,2014-03-05,2014,1,Battles,Boko Haram,2,Military Forces of Nigeria (1999-2015),1,12,Nigeria,Borno,Maiduguri,11.83,13.15,1,Vanguard,Boko Haram raid on the army in Maiduguri,12
`
)

// The row that speaks for a series follows from content: wherever it stands in its file, the event keeps its date, kind and dead.
func TestSeriesInAnyOrder(t *testing.T) {
	rows := regexp.MustCompile(`(acled|scad):\d+:`)
	for _, beside := range []bool{false, true} {
		want := ""
		for _, order := range [][]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}} {
			text := seriesHead + "\n"
			for _, i := range order {
				text += series[i] + "\n"
			}
			files := [][2]string{{"scad", text}}
			if beside {
				files = append(files, [2]string{"acled", besideIt})
			}
			var ds []*record.Dataset
			for _, f := range files {
				d, err := read.Text(context.Background(), f[0], f[1])
				if err != nil {
					t.Fatal(err)
				}
				defer d.Close()
				ds = append(ds, d)
			}
			l, err := event.Link(context.Background(), ds, event.Options{})
			if err != nil {
				t.Fatal(err)
			}
			b, err := fact.Build(context.Background(), l.Result)
			if err != nil {
				t.Fatal(err)
			}
			var w bytes.Buffer
			if err := linked.EventsCSV(context.Background(), &w, b, fact.IDs(l.Result)); err != nil {
				t.Fatal(err)
			}
			list := table(t, w.String())
			told := slices.ContainsFunc(list, func(r map[string]string) bool {
				return strings.Contains(r["deaths_cells"], "scad:") && r["deaths_best"] == "12" && r["date_first"] == "2014-03-05" && r["country"] == "Nigeria" && r["kind"] != ""
			})
			if len(list) != 1 || !told {
				t.Errorf("order %v, beside ACLED %v: the series is not told\n%s", order, beside, w.String())
			}
			got := rows.ReplaceAllString(w.String(), "$1:")
			if want == "" {
				want = got
			}
			if got != want {
				t.Errorf("order %v, beside ACLED %v:\n%s\nwant\n%s", order, beside, got, want)
			}
		}
	}
}
