package linked_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/parquet-go/parquet-go"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/publish/linked"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

// Invented events.
const (
	acledCSV = `event_id_cnty,event_date,year,time_precision,event_type,actor1,inter1,actor2,inter2,interaction,country,admin1,location,latitude,longitude,geo_precision,source,notes,fatalities
NIG1,2014-03-05,2014,1,Battles,Boko Haram,2,Military Forces of Nigeria (1999-2015),1,12,Nigeria,Borno,Bama,11.52,13.69,1,Vanguard,On 5 March Amaru Tesfo was shot,10
NIG2,2014-04-05,2014,1,Battles,Boko Haram,2,,1,20,Nigeria,Borno,=Bama,-1.5,13.69,3,Vanguard,On 5 April Amaru Tesfo was shot again,2
`
	otherCSV = `id,Event Date,killed,lat,lon,perpetrator
x1,2014-03-06,0,11.53,13.69,Amaru Tesfo
`
)

func book(t *testing.T, reversed bool) (*fact.Book, *link.Result) {
	t.Helper()
	r := &link.Result{}
	for _, f := range [][2]string{{"acled", acledCSV}, {"my list", otherCSV}} {
		text := f[1]
		if reversed {
			lines := strings.Split(strings.TrimSpace(text), "\n")
			slices.Reverse(lines[1:])
			text = strings.Join(lines, "\n") + "\n"
		}
		d, err := read.Text(context.Background(), f[0], text)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		r.Datasets = append(r.Datasets, d)
	}
	first, second := int32(0), int32(1)
	if reversed {
		first, second = 1, 0
	}
	r.Entities = []link.Entity{
		{Members: []link.Member{{Ref: link.Ref{Row: first}, Relation: link.Same}, {Ref: link.Ref{Data: 1}, Relation: link.Same}, {Ref: link.Ref{Row: second}, Relation: link.PartOf}}},
		{Members: []link.Member{{Ref: link.Ref{Row: second}, Relation: link.Same}}},
	}
	r.Pairs = []link.Pair{
		{A: link.Ref{Row: first}, B: link.Ref{Data: 1}, Relation: link.Same, Probability: 0.97, Weight: 7.25, Levels: []uint8{3, 1}},
		{A: link.Ref{Row: second}, B: link.Ref{Data: 1}, Relation: link.Different},
	}
	b, err := fact.Build(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	return b, r
}

func table(t *testing.T, text string) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, r := range rows[1:] {
		m := map[string]string{}
		for i, v := range r {
			m[rows[0][i]] = v
		}
		out = append(out, m)
	}
	return out
}

func TestPairsAndEntities(t *testing.T) {
	_, r := book(t, false)
	var w bytes.Buffer
	if err := linked.Pairs(context.Background(), &w, r, []string{"time", "place"}); err != nil {
		t.Fatal(err)
	}
	want := "dataset_a,row_a,id_a,dataset_b,row_b,id_b,relation,probability,match_weight,time,place\r\nacled,1,NIG1,my list,1,x1,same,0.97,7.25,3,1\r\n"
	if w.String() != want {
		t.Errorf("%q", w.String())
	}
	w.Reset()
	ids := fact.IDs(r)
	if err := linked.Entities(context.Background(), &w, r, ids); err != nil {
		t.Fatal(err)
	}
	want = fmt.Sprintf("entity,dataset,row,id,relation\r\n%[1]s,acled,1,NIG1,same\r\n%[1]s,my list,1,x1,same\r\n%[1]s,acled,2,NIG2,part_of\r\n%[2]s,acled,2,NIG2,same\r\n", ids[0], ids[1])
	if w.String() != want {
		t.Errorf("%q", w.String())
	}
}

func TestEvents(t *testing.T) {
	b, r := book(t, false)
	var w bytes.Buffer
	if err := linked.EventsCSV(context.Background(), &w, b, fact.IDs(r)); err != nil {
		t.Fatal(err)
	}
	rows := table(t, w.String())
	if len(rows) != 2 {
		t.Fatal(w.String())
	}
	for name, want := range map[string]string{
		"country_verdict": "uncontested", "country_origins": "1", "country_cells": "acled:1:country", "country_why": "", "admin1": "Borno", "admin1_cells": "acled:1:admin1",
		"place": "Bama", "place_name_verdict": "uncontested", "place_name_cells": "acled:1:location", "parts": "1", "refuted": "",
		"deaths_origins": "1", "deaths_why": "2 records differ, and no value has more independent origins behind it", "deaths_cells": "acled:1:fatalities my%20list:1:killed",
		"injured_origins": "0", "injured_why": "",
		"records": "2", "datasets": "acled my%20list", "origins": "2", "date_first": "2014-03-05", "date_verdict": "contested",
		"deaths_low": "0", "deaths_best": "", "deaths_high": "10", "deaths_verdict": "contested",
		"country": "Nigeria", "injured_low": "", "injured_verdict": "unstated", "injured_cells": "",
		"actors": "Boko Haram; Military Forces of Nigeria (1999-2015); an actor named by the source", "kind": "battle", "kind_verdict": "uncontested", "kind_cells": "acled:1:event_type",
	} {
		if got := rows[0][name]; got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if got := rows[1]; got["latitude"] != "-1.5" || got["radius_km"] != "150" || got["place"] != "'=Bama" || got["deaths_cells"] != "acled:2:fatalities" {
		t.Errorf("%v", got)
	}
	for _, secret := range []string{"Tesfo", "shot", "Vanguard"} {
		if strings.Contains(w.String(), secret) {
			t.Errorf("%s is printed", secret)
		}
	}
}

func TestParquetSaysTheSame(t *testing.T) {
	b, r := book(t, false)
	ids := fact.IDs(r)
	var w bytes.Buffer
	if err := linked.EventsParquet(context.Background(), &w, b, ids); err != nil {
		t.Fatal(err)
	}
	f, err := parquet.OpenFile(bytes.NewReader(w.Bytes()), int64(w.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if f.NumRows() != 2 {
		t.Errorf("%d rows", f.NumRows())
	}
	var names []string
	for _, c := range f.Schema().Fields() {
		names = append(names, c.Name())
	}
	var asCSV bytes.Buffer
	if err := linked.EventsCSV(context.Background(), &asCSV, b, ids); err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(asCSV.String(), "\r\n")
	if diff := cmp.Diff(strings.Split(head, ","), names); diff != "" {
		t.Error(diff)
	}
	type row struct {
		Entity string   `parquet:"entity"`
		First  *int32   `parquet:"date_first,optional,date"`
		Low    *float64 `parquet:"deaths_low,optional"`
		Cells  []string `parquet:"deaths_cells,list"`
	}
	in := parquet.NewGenericReader[row](bytes.NewReader(w.Bytes()))
	defer in.Close()
	got := make([]row, 2)
	if n, err := in.Read(got); n != 2 || err != nil && err != io.EOF {
		t.Fatal(n, err)
	}
	if got[0].Entity != ids[0] || *got[0].First != int32(mustDay(t, 2014, 3, 5)) || *got[0].Low != 0 || len(got[0].Cells) == 0 || *got[1].Low != 2 {
		t.Errorf("%+v", got)
	}
}

// Every column of events.parquet holds what that of events.csv does.
func TestParquetHoldsTheLinesOfCSV(t *testing.T) {
	b, ids := refuting(t)
	var asCSV, asParquet bytes.Buffer
	if err := linked.EventsCSV(context.Background(), &asCSV, b, ids); err != nil {
		t.Fatal(err)
	}
	if err := linked.EventsParquet(context.Background(), &asParquet, b, ids); err != nil {
		t.Fatal(err)
	}
	rows, err := parquet.Read[linked.Event](bytes.NewReader(asParquet.Bytes()), int64(asParquet.Len()))
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(asCSV.String(), "\r\n")
	got := ""
	for i := range rows {
		got += linked.CSVLine(&rows[i])
	}
	if diff := cmp.Diff(text, got); diff != "" || len(rows) != 1 {
		t.Error(diff)
	}
}

// A verdict says how the value beside it stands; what was refuted stands by itself.
func TestRefuted(t *testing.T) {
	b, ids := refuting(t)
	var w bytes.Buffer
	if err := linked.EventsCSV(context.Background(), &w, b, ids); err != nil {
		t.Fatal(err)
	}
	got := table(t, w.String())[0]
	for name, want := range map[string]string{
		"deaths_best": "10", "deaths_verdict": "corroborated", "deaths_origins": "2", "refuted": "deaths: 50",
		"deaths_why": "2 independent origins agree, and all contradict the one that differs", "deaths_cells": "a:1:killed b:1:killed",
	} {
		if got[name] != want {
			t.Errorf("%s: %q, want %q", name, got[name], want)
		}
	}
}

// Rows of many events are made in memory that is used again: nothing of one may be left in another, on however many cores.
func TestManyEvents(t *testing.T) {
	const n = 5000
	var texts [3]strings.Builder
	for i := range texts {
		texts[i].WriteString("id,Event Date,killed,lat,lon,per,\"place, é\"\n")
	}
	r := &link.Result{}
	for i := range n {
		var e link.Entity
		for d := range texts {
			dead := 10
			if d == 2 {
				dead = 50
			}
			fmt.Fprintf(&texts[d], "x%d,2014-03-05,%d,11.53,13.69,Boko Haram,p\n", i, dead)
			if d == 0 || i%3 == 0 {
				e.Members = append(e.Members, link.Member{Ref: link.Ref{Data: int32(d), Row: int32(i)}, Relation: link.Same})
			}
		}
		r.Entities = append(r.Entities, e)
	}
	for i := range texts {
		d, err := read.Text(context.Background(), string(rune('a'+i)), texts[i].String())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		r.Datasets = append(r.Datasets, d)
	}
	b, err := fact.Build(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	ids := fact.IDs(r)
	for _, cores := range []int{1, 4} {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
		var asCSV, asParquet bytes.Buffer
		if err := linked.Both(context.Background(), b, ids, &asCSV, &asParquet, nil); err != nil {
			t.Fatal(err)
		}
		rows, err := parquet.Read[linked.Event](bytes.NewReader(asParquet.Bytes()), int64(asParquet.Len()))
		if err != nil {
			t.Fatal(err)
		}
		lines := table(t, asCSV.String())
		if len(lines) != n || len(rows) != n {
			t.Fatalf("%d and %d rows", len(lines), len(rows))
		}
		for i, x := range lines {
			datasets, cells, refuted := "a", fmt.Sprintf("a:%d:killed", i+1), ""
			if i%3 == 0 {
				datasets, cells, refuted = "a b c", fmt.Sprintf("a:%d:killed b:%d:killed", i+1, i+1), "deaths: 50"
			}
			if x["entity"] != ids[i] || x["datasets"] != datasets || x["deaths_cells"] != cells || x["refuted"] != refuted {
				t.Fatalf("%d cores, event %d: %v", cores, i, x)
			}
			if rows[i].Entity != ids[i] || strings.Join(rows[i].Datasets, " ") != datasets || strings.Join(rows[i].DeathsCells, " ") != cells || strings.Join(rows[i].Refuted, "; ") != refuted {
				t.Fatalf("%d cores, event %d in Parquet: %v", cores, i, rows[i])
			}
		}
	}
}

// The bounds of the pages of events.parquet hold what is in them: readers skip pages by them.
func TestPageBounds(t *testing.T) {
	b, ids := refuting(t)
	var w bytes.Buffer
	if err := linked.EventsParquet(context.Background(), &w, b, ids); err != nil {
		t.Fatal(err)
	}
	f, err := parquet.OpenFile(bytes.NewReader(w.Bytes()), int64(w.Len()))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, chunk := range f.RowGroups()[0].ColumnChunks() {
		index, err := chunk.ColumnIndex()
		if err != nil {
			t.Fatal(err)
		}
		pages := chunk.Pages()
		for p := range index.NumPages() {
			page, err := pages.ReadPage()
			if err != nil {
				t.Fatal(err)
			}
			values := make([]parquet.Value, page.NumValues())
			if k, err := page.Values().ReadValues(values); k != len(values) && err != nil {
				t.Fatal(err)
			}
			for _, v := range values {
				if v.IsNull() {
					continue
				}
				n++
				if index.NullPage(p) || chunk.Type().Compare(v, index.MinValue(p)) < 0 || chunk.Type().Compare(v, index.MaxValue(p)) > 0 {
					t.Errorf("column %d: %v is not between %v and %v", chunk.Column(), v, index.MinValue(p), index.MaxValue(p))
				}
			}
		}
		pages.Close()
	}
	if n == 0 {
		t.Error("no values")
	}
}

// What is written beside the files of events may fail.
func TestFailureBesides(t *testing.T) {
	b, ids := refuting(t)
	failed := errors.New("no room")
	var asCSV, asParquet bytes.Buffer
	if err := linked.Both(context.Background(), b, ids, &asCSV, &asParquet, func() error { return failed }); !errors.Is(err, failed) {
		t.Errorf("error %v", err)
	}
}

// refuting makes an event of three origins, two of which agree against one.
func refuting(t *testing.T) (*fact.Book, []string) {
	t.Helper()
	r := &link.Result{Entities: make([]link.Entity, 1)}
	for i, dead := range []string{"10", "10", "50"} {
		d, err := read.Text(context.Background(), string(rune('a'+i)), "id,Event Date,killed,lat,lon,perpetrator\nx,2014-03-05,"+dead+",11.53,13.69,Boko Haram\n")
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		r.Datasets = append(r.Datasets, d)
		r.Entities[0].Members = append(r.Entities[0].Members, link.Member{Ref: link.Ref{Data: int32(i)}, Relation: link.Same})
	}
	b, err := fact.Build(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	return b, fact.IDs(r)
}

func mustDay(t *testing.T, y, m, d int) record.Day {
	t.Helper()
	day, ok := record.MakeDay(y, m, d)
	if !ok {
		t.Fatal("no day")
	}
	return day
}

func TestIDsDoNotDependOnRows(t *testing.T) {
	_, r := book(t, false)
	_, s := book(t, true)
	if diff := cmp.Diff(fact.IDs(r), fact.IDs(s)); diff != "" {
		t.Error(diff)
	}
	for _, id := range fact.IDs(r) {
		if len(id) != 13 || id[0] != 'E' {
			t.Errorf("%q", id)
		}
	}
}

func TestWrite(t *testing.T) {
	b, _ := book(t, false)
	dir := filepath.Join(t.TempDir(), "out")
	for range 2 { // the second run takes the place of the first
		got, err := linked.Write(context.Background(), dir, b, []string{"time"})
		if err != nil {
			t.Fatal(err)
		}
		want, err := b.Summarise(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmpopts.EquateNaNs(), cmp.Exporter(func(reflect.Type) bool { return true })); diff != "" {
			t.Error(diff)
		}
	}
	names := func() (out []string) {
		list, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range list {
			out = append(out, e.Name())
		}
		return out
	}
	want := []string{"entities.csv", "events.csv", "events.parquet", "pairs.csv"}
	if diff := cmp.Diff(want, names()); diff != "" {
		t.Error(diff)
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := linked.Write(ctx, dir, b, nil); err == nil {
		t.Error("no error after the end")
	}
	if diff := cmp.Diff(want, names()); diff != "" {
		t.Error(diff)
	}
	if text, err := os.ReadFile(filepath.Join(dir, "pairs.csv")); err != nil || !strings.Contains(string(text), ",time\r\n") {
		t.Error("a failed run replaced the files of the one before")
	}
}
