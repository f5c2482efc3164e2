package checktest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/across"
	"github.com/assaydata/assay/internal/check/planting"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/synth"
)

// Linked reads tables of events through the real reader and links them. Each goes by the name of its format, a second of one
// format by that with a number behind.
func Linked(t testing.TB, tables ...string) *check.Linkage {
	t.Helper()
	used := map[string]int{}
	var ds []*record.Dataset
	for _, text := range tables {
		d, err := read.Text(context.Background(), "table", text)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close() })
		d.Name = d.Format.ID
		if used[d.Format.ID]++; used[d.Format.ID] > 1 {
			d.Name = fmt.Sprintf("%s-%d", d.Format.ID, used[d.Format.ID])
		}
		ds = append(ds, d)
	}
	in, err := across.Link(context.Background(), ds)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// Across runs a rule across datasets over tables of events.
func Across(t testing.TB, r *check.Rule, tables []string, options ...map[string]any) []check.Finding {
	t.Helper()
	return OnLinked(t, r, Linked(t, tables...), options...)
}

// OnLinked runs a rule across datasets over what is linked. Every finding must stand on a dataset, say why it is one and what to do,
// and do so in a sentence without a full stop.
func OnLinked(t testing.TB, r *check.Rule, in *check.Linkage, options ...map[string]any) []check.Finding {
	t.Helper()
	all := map[string]any{}
	for _, o := range options {
		set, err := r.Settings(o)
		if err != nil {
			t.Fatal(err)
		}
		for k, v := range set {
			all[k] = v
		}
	}
	found, skipped := check.NewPass(context.Background(), r, nil, &check.Env{AsOf: record.NoDay, Across: in}, 0, all).Run()
	if skipped != "" && len(found) > 0 {
		t.Errorf("%s says that it did not run, %q, and has findings", r.Code, skipped)
	}
	for _, f := range found {
		if f.Data == nil || f.Message == "" || f.Why == "" || f.Help == "" || strings.HasSuffix(f.Message, ".") {
			t.Errorf("incomplete: %+v", f)
		}
		if r.Method == check.Statistical && f.Stat == nil {
			t.Errorf("no statistic: %s", f.Message)
		}
	}
	return found
}

// Linking is one test of a rule across datasets: tables, the findings as [Cells] prints them, and words that they must say.
type Linking = struct {
	Name   string
	Tables []string
	Want   string
	Says   string
}

// TellLinked runs a rule across datasets over the tables of each test.
func TellLinked(t *testing.T, r *check.Rule, tests []Linking) {
	t.Helper()
	for _, c := range tests {
		t.Run(c.Name, func(t *testing.T) {
			var got, texts []string
			for _, f := range Across(t, r, c.Tables) {
				got = append(got, Cells(f))
				texts = append(texts, f.Message+" / "+f.Why)
			}
			all := strings.Join(texts, "\n")
			if s := strings.Join(got, "; "); s != c.Want {
				t.Errorf("got %q, want %q\n%s", s, c.Want, all)
			}
			if !strings.Contains(all, c.Says) {
				t.Errorf("%q does not say %q", all, c.Says)
			}
		})
	}
}

// PlantAcross runs a rule over invented datasets that watch one world of so many events, and over copies of them into which its errors
// are planted, once for each way. It fails where the rule speaks of the datasets as a whole before, or is silent after, and returns what it
// says for each way.
func PlantAcross(t *testing.T, r *check.Rule, plant across.Plant, events int) (said []string) {
	t.Helper()
	world := synth.Overlapping
	if plant.Apart {
		world = synth.Apart
	}
	texts := world(events, 7)
	var clean []*planting.Clean
	var tables []string
	for _, layout := range synth.Layouts {
		table, err := planting.ParseTable(layout, texts[layout])
		if err != nil {
			t.Fatal(err)
		}
		c, err := planting.NewClean(context.Background(), table)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { c.Data.Close() })
		clean = append(clean, c)
		tables = append(tables, string(c.CSV()))
	}
	in := Linked(t, tables...)
	if found := OnLinked(t, r, in); len(found) > 0 {
		t.Errorf("%s on clean datasets:\n%s", r.Code, found[0].Message)
	}
	for way := range max(1, plant.Ways) {
		s := &across.Sheets{In: in, Way: way, Rand: rand.New(rand.NewPCG(5, uint64(way)))}
		for _, c := range clean {
			s.Sheets = append(s.Sheets, c.Sheet(1))
		}
		plant.Do(s, 20)
		var planted []string
		for i, c := range clean {
			p := &planting.Table{Name: c.Name, Header: c.Header, Rows: s.Sheets[i].Rows}
			planted = append(planted, string(p.CSV()))
		}
		all := ""
		for _, f := range Across(t, r, planted) {
			all += f.Message + " / " + f.Why + "\n"
		}
		if all == "" {
			t.Errorf("%s does not find: %v", r.Code, s.Planted)
		}
		said = append(said, all)
	}
	return said
}
