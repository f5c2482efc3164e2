package journal

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

// table reads a table from text.
func table(t testing.TB, name, text string) *record.Dataset {
	t.Helper()
	path := filepath.Join(t.TempDir(), name+".csv")
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	ds, err := read.Open(context.Background(), read.Input{Path: path, Name: name}, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ds[0].Close() })
	return ds[0]
}

func tables(t testing.TB) []*record.Dataset {
	return []*record.Dataset{
		table(t, "ged", "id,type_of_violence,side_a,side_b,country,date_start,date_end,latitude,longitude,best\n"+
			"11,1,A,B,Iraq,2014-06-01,2014-06-01,36,43,5\n12,1,A,B,Iraq,2014-06-02,2014-06-02,36,43,5\n13,1,A,B,Iraq,2014-06-03,2014-06-03,36,43,5\n"),
		table(t, "own", "event_id,event_date,country,killed\nx:1,2014-05-01,Iraq,3\nx:2,2014-05-02,Iraq,4\nx:2,2014-05-03,Iraq,4\n,2014-05-03,Iraq,4\n"),
		table(t, "bare", "event_date,country,killed\n2014-05-01,Iraq,3\n2014-05-02,Iraq,4,1,1\n2014-05-03,Iraq,5\n"),
	}
}

func TestFind(t *testing.T) {
	ds := tables(t)
	want := map[string]Place{
		"ged:11": {link.Ref{Data: 0, Row: 0}, 1}, "ged:13": {link.Ref{Data: 0, Row: 2}, 1}, "ged:row:2": {link.Ref{Data: 0, Row: 1}, 1},
		"own:x:1": {link.Ref{Data: 1, Row: 0}, 1}, "own:x:2": {link.Ref{Data: 1, Row: 1}, 2}, "own:row:4": {link.Ref{Data: 1, Row: 3}, 1},
		"bare:row:1": {link.Ref{Data: 2, Row: 0}, 1}, "bare:row:3": {link.Ref{Data: 2, Row: 2}, 1},
	}
	var asked []Record
	for _, s := range []string{
		"ged:11", "ged:13", "ged:row:2", "own:x:1", "own:x:2", "own:row:4", "bare:row:1", "bare:row:3", "ged:14", "ged:011", "ged:11.0", "ged:row:4", "ged:row:0",
		"ged:row:-1", "ged:row:01", "ged:row:", "ged:row:99999999999999999999", "own:x", "bare:1", "gtd:11",
	} {
		asked = append(asked, rec(s))
	}
	got := map[string]Place{}
	for r, p := range Find(ds, asked) {
		got[r.String()] = p
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, d := range ds {
		for row := range d.N {
			name := NameOf(d, row)
			p, ok := Find(ds, []Record{name})[name]
			if !ok || p.Rows == 1 && (ds[p.Data] != d || int(p.Row) != row) {
				t.Errorf("%s row %d is named %s and found at %+v", d.Name, row, name, p)
			}
		}
	}
}

// Identifiers are found however their column is held in memory.
func TestFindStorages(t *testing.T) {
	ids := []string{"7", "", "9", "7"}
	coded := record.Column{Name: "id", Storage: record.Coded, Codes: []uint32{1, 0, 2, 1}, Dict: &record.Dict{Texts: []string{"", "7", "9"}, States: make([]record.State, 3)}}
	packed := record.Column{Name: "id", Storage: record.Packed, Bytes: []byte("797"), Ends: []uint32{1, 1, 2, 3}}
	reals := record.Column{Name: "id", Storage: record.Real, Reals: []float64{7, record.NaNOf(record.Empty), 9, 7}}
	digest := record.Column{Name: "id", Storage: record.Digest, Hashes: make([]uint64, 4), Lengths: []uint32{1, 0, 1, 1}}
	for _, c := range []record.Column{coded, packed, reals, digest} {
		d := &record.Dataset{Name: "d", N: len(ids), Columns: []record.Column{c}, Skips: []int{1, 3}}
		d.SetRole(record.RoleID, 0)
		got := rowsOf(d, map[string]bool{"7": true, "9": true, "8": true, "": true, "row:3": true, "row:2": true})
		want := map[string]span{"7": {0, 2}, "9": {2, 1}, "row:3": {1, 1}} // the record before row 3 could not be read
		if c.Storage == record.Digest {
			want = map[string]span{"row:3": {1, 1}}
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(span{})); diff != "" {
			t.Errorf("storage %d (-want +got)\n%s", c.Storage, diff)
		}
	}
}

func TestResolve(t *testing.T) {
	ds := tables(t)
	same, part := pair(Same, "own:x:1", "ged:12", 0), pair(PartOf, "own:x:1", "ged:11", 0)
	twice, gone := pair(Different, "ged:13", "own:x:2", 0), pair(Same, "ged:99", "own:x:1", 0)
	other, itself := pair(Same, "ged:12", "gtd:1", 0), pair(Same, "ged:12", "ged:row:2", 0)
	byRow := pair(Unsure, "own:row:1", "ged:12", 3)
	j := parse(t, text(same, part, twice, gone, other, itself, byRow))
	got, bad := j.Resolve(ds)
	want := []link.Decision{
		{A: link.Ref{Data: 0, Row: 1}, B: link.Ref{Data: 1, Row: 0}, Relation: link.Unsure, ID: byRow.ID},
		{A: link.Ref{Data: 0, Row: 2}, B: link.Ref{Data: 1, Row: 1}, Relation: link.Different, ID: twice.ID},
		{A: link.Ref{Data: 1, Row: 0}, B: link.Ref{Data: 0, Row: 0}, Relation: link.PartOf, ID: part.ID},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("decisions (-want +got)\n%s", diff)
	}
	texts := []string{
		"decisions.jsonl:1:1: ged:12 and own:x:1 are the same contradicts line 7 on the same rows under other names (hint: the later holds; withdraw one: assay decide withdraw " + same.ID + ")",
		"decisions.jsonl:3:1: 2 rows have the identifier of own:x:2; the first is taken (hint: name the row itself, own:row:N)",
		"decisions.jsonl:4:1: there is no record 99 in ged (hint: the decision is kept and waits for it; it may belong to another release of the data)",
		"decisions.jsonl:5:1: there is no dataset gtd (hint: the decision is kept and waits for it; the datasets here are ged, own and bare)",
		"decisions.jsonl:6:1: ged:12 and ged:row:2 are one row (hint: withdraw this decision: assay decide withdraw " + itself.ID + ")",
	}
	if diff := cmp.Diff(texts, problems(bad)); diff != "" {
		t.Errorf("problems (-want +got)\n%s", diff)
	}
	if got, bad := parse(t, "").Resolve(ds); got != nil || bad != nil {
		t.Errorf("an empty journal: %v, %v", got, bad)
	}
}

// A format that tells one event over several rows does so on purpose.
func TestResolveSeveralRowsOfOneEvent(t *testing.T) {
	ds := tables(t)
	ds[1].Events = &record.Events{Counted: []bool{true, true, false, true}}
	got, bad := parse(t, text(pair(Same, "ged:13", "own:x:2", 0))).Resolve(ds)
	if len(got) != 1 || len(bad) > 0 {
		t.Errorf("%v, %v", got, problems(bad))
	}
}

// The rows found are those that a look at every row finds.
func TestFindInMany(t *testing.T) {
	var b strings.Builder
	b.WriteString("event_id,event_date,country,killed\n")
	for i := range 5000 {
		b.WriteString("IRQ" + strings.Repeat("9", i%3) + strings.Repeat("7", i%7) + ",2014-05-01,Iraq,3\n")
	}
	d := table(t, "many", b.String())
	asked := map[string]bool{"IRQ": true, "IRQ99777": true, "IRQ9": true, "none": true}
	want := map[string]span{}
	for row := range d.N {
		if id := d.ID(row); asked[id] {
			s, ok := want[id]
			if !ok {
				s.first = row
			}
			s.n++
			want[id] = s
		}
	}
	if diff := cmp.Diff(want, rowsOf(d, asked), cmp.AllowUnexported(span{})); diff != "" || len(want) != 3 {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
