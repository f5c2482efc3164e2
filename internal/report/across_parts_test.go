package report

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/link/event"
	"github.com/assaydata/assay/internal/record"
)

// overlapOf is a linkage of n datasets with the given overlaps and nothing else.
func overlapOf(n int, list ...fact.Overlap) *across {
	l := &check.Linkage{Linked: &event.Linked{Result: &link.Result{}}, Summary: &fact.Summary{Overlap: list}}
	for i := range n {
		l.Linked.Datasets = append(l.Linked.Datasets, &record.Dataset{Name: fmt.Sprintf("set%02d", i)})
	}
	for _, o := range list {
		l.Summary.Events += o.Events
		if len(o.Datasets) > 1 {
			l.Summary.Shared += o.Events
		}
	}
	return &across{l: l}
}

func TestUpset(t *testing.T) {
	f := overlapOf(3,
		fact.Overlap{Datasets: []int{0}, Events: 900}, fact.Overlap{Datasets: []int{1, 2}, Events: 60}, fact.Overlap{Datasets: []int{0, 1, 2}, Events: 40},
	).upset()
	var got []string
	for _, r := range f.Table.Rows {
		got = append(got, strings.Join(r, " "))
	}
	want := "set00 only 900 90\u00a0%|set01 + set02 60 6.0\u00a0%|set00 + set01 + set02 40 4.0\u00a0%|" +
		"set00, alone or with others 940 94\u00a0%|set01, alone or with others 100 10\u00a0%|set02, alone or with others 100 10\u00a0%"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("the numbers are\n%s, want\n%s", s, want)
	}
	if !strings.Contains(f.Caption, "cut short") {
		t.Errorf("a bar of 900 beside one of 60 is not cut: %s", f.Caption)
	}
	if s := string(f.SVG); !strings.Contains(s, ">900<") || !strings.Contains(s, "<desc>") {
		t.Error("the number of a bar or the description is missing")
	}
}

// However many datasets there are, the plot and the table beside it stay small, and say what they leave out.
func TestUpsetOfManyDatasets(t *testing.T) {
	var list []fact.Overlap
	const n = 90
	for i := range n {
		list = append(list, fact.Overlap{Datasets: []int{i}, Events: 2000 - i})
	}
	for i := range n - 1 {
		list = append(list, fact.Overlap{Datasets: []int{i, i + 1}, Events: 100 - i})
	}
	a := overlapOf(n, list...)
	f := a.upset()
	if size := f.bytes(); size > 60_000 {
		t.Errorf("the plot takes %d bytes", size)
	}
	if !strings.Contains(f.Caption, "of 179 combinations") {
		t.Errorf("the caption does not say what is left out: %s", f.Caption)
	}
	if s := a.sharing(); len(s.Rows) != mostSharing || !strings.Contains(s.Note, "of 90") {
		t.Errorf("%d lines, %q", len(s.Rows), s.Note)
	}
}

// One event with a wrong year does not press all others into a line.
func TestTimelineWithAnOutlier(t *testing.T) {
	y := tally{months: map[int]*[numStates]int{}}
	for m := range 24 {
		y.months[12*2014+m] = &[numStates]int{10, 3, 2}
	}
	y.months[12*1914+3] = &[numStates]int{1, 0, 0}
	y.vague = 4
	f := y.timeline()
	if len(f.Table.Rows) != 24 || f.Table.Rows[0][0] != "2014-01" {
		t.Errorf("%d bars from %s", len(f.Table.Rows), f.Table.Rows[0][0])
	}
	for _, want := range []string{"360 events, 48 of them contested", "1 event that is dated far from all others", "4 events that are dated to no month"} {
		if !strings.Contains(f.Caption, want) {
			t.Errorf("the caption does not say %q: %s", want, f.Caption)
		}
	}
	long := tally{months: map[int]*[numStates]int{}}
	for m := 12 * 1970; m < 12*2021; m++ {
		long.months[m] = &[numStates]int{1, 1, 1}
	}
	if f := long.timeline(); len(f.Table.Rows) > mostBins || !strings.HasPrefix(f.Title, "Events per year") {
		t.Errorf("%s in %d bars", f.Title, len(f.Table.Rows))
	}
}

// Authors and headlines that stand where an outlet should are counted and not printed.
func TestOnlyOutletsAreNamed(t *testing.T) {
	s := &sourceNames{known: map[string]bool{"vanguard": true}}
	for _, c := range []struct {
		want string
		list []fact.Source
	}{
		{"", nil},
		{"Reuters; Vanguard", []fact.Source{{Outlet: "Reuters", Agency: "Reuters"}, {Outlet: "Vanguard"}, {Outlet: "Vanguard"}}},
		{"Daily Herald and 1 other", []fact.Source{{Outlet: "Jon Secretname"}, {Outlet: "Daily Herald"}}},
		{"1 source not named here", []fact.Source{{Outlet: "All Africa, Jon Secretname", Relay: true}}},
		{"2 sources not named here", []fact.Source{{Outlet: "Narland: Five Dead in the Daily News of Tarn and Ost"}, {Outlet: "Secretname"}}},
		{"HRW", []fact.Source{{Outlet: "HRW"}, {}}},
		{"A1; A2; A3; A4; A5 and 2 others", []fact.Source{{Outlet: "A1"}, {Outlet: "A2"}, {Outlet: "A3"}, {Outlet: "A4"}, {Outlet: "A5"}, {Outlet: "A6"}, {Outlet: "A7"}}},
	} {
		if got := s.cited(c.list); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestSuppressedFindingsAreCounted(t *testing.T) {
	a := smallAudit(t)
	a.Suppressed = 3
	page := contents(t, write(t, a))["index.html"]
	if !strings.Contains(page, "3 findings are left out because a decision in the journal of the case says that they are none") {
		t.Error("the methods do not say how many findings are suppressed")
	}
}

// The page stays small whatever the size of the data.
func TestAcrossIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("links 10,000 records")
	}
	dir := write(t, linkedAudit(t, threeTables(6000)))
	info, err := os.Stat(filepath.Join(dir, acrossPage))
	if err != nil {
		t.Fatal(err)
	}
	if info.Size() > 600_000 {
		t.Errorf("%s has %d bytes", acrossPage, info.Size())
	}
	checkPages(t, dir)
}
