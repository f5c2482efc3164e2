package event_test

import (
	"encoding/csv"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/assaydata/assay/cases"
	"github.com/assaydata/assay/internal/link/event"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

// The claims of the founding case come back together by what they say, without the keys under which they were collected.
func TestFoundingIncidents(t *testing.T) {
	text, err := fs.ReadFile(cases.Founding(), "data/incidents.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := slices.Index(rows[0], "incident_key")
	if at < 0 {
		t.Fatalf("no column incident_key in %v", rows[0])
	}
	var keys []string
	for i, r := range rows {
		keys = append(keys, r[at])
		rows[i] = slices.Delete(slices.Clone(r), at, at+1)
	}
	keys = keys[1:]
	var b strings.Builder
	csv.NewWriter(&b).WriteAll(rows)
	d, err := read.Text(t.Context(), "incidents", b.String())
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	l, err := event.Link(t.Context(), []*record.Dataset{d}, event.Options{})
	if err != nil {
		t.Fatal(err)
	}
	of := map[int32]int{}
	for e, x := range l.Entities {
		for _, m := range x.Members {
			of[m.Row] = e
		}
	}
	if len(of) != len(keys) {
		t.Errorf("%d of %d claims are in an incident", len(of), len(keys))
	}
	both, linked, meant := 0, 0, 0
	for i := range keys {
		for j := range i {
			same, together := keys[i] == keys[j], of[int32(i)] == of[int32(j)]
			if same {
				meant++
			}
			if together {
				linked++
			}
			if same && together {
				both++
			}
		}
	}
	precision, recall := float64(both)/float64(linked), float64(both)/float64(meant)
	f1 := 2 * precision * recall / (precision + recall)
	t.Logf("%d claims, %d incidents: precision %.3f, recall %.3f, F1 %.3f", len(keys), len(l.Entities), precision, recall, f1)
	if f1 < 0.93 {
		t.Errorf("F1 %.3f: precision %.3f, recall %.3f", f1, precision, recall)
	}
}
