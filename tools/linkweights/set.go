package main

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strconv"

	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/link/event"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
)

// set is some datasets with pairs that were read.
type set struct {
	name       string
	group      string  // sets that are left out together
	counts     float64 // how much its labels count in fitting
	records    *event.Records
	candidates []link.Candidate
	labels     []label
}

// label is one pair that was read, by positions.
type label struct {
	a, b   int32
	across bool
	part   string // same, part, different
	weight float64
	link.Labelled
}

var relations = map[string]link.Relation{"same": link.Same, "part": link.PartOf, "part_of": link.PartOf, "different": link.Different, "unsure": link.Unsure}

func open(ctx context.Context, path string, files []string) (*set, error) {
	s := &set{name: path}
	var ds []*record.Dataset
	for _, f := range files {
		d, err := read.Open(ctx, read.Input{Path: f}, read.Options{})
		if err != nil {
			return nil, err
		}
		ds = append(ds, d...)
	}
	var err error
	if s.records, err = event.Read(ctx, ds); err != nil {
		return nil, err
	}
	if s.candidates, _, err = s.records.Candidates(ctx); err != nil {
		return nil, err
	}
	return s, s.read(path)
}

func (s *set) read(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if len(rows) == 0 {
		return fmt.Errorf("%s: no header", path)
	}
	at := map[string]int{}
	for i, n := range rows[0] {
		at[n] = i
	}
	for _, n := range []string{"dataset_a", "row_a", "dataset_b", "row_b", "label", "weight"} {
		if _, ok := at[n]; !ok {
			return fmt.Errorf("%s: no column %s", path, n)
		}
	}
	position := map[string]int32{}
	for i, ref := range s.records.Refs {
		d := s.records.Datasets[ref.Data]
		position[d.Name+" "+strconv.Itoa(d.RowNumber(int(ref.Row)))] = int32(i)
	}
	for n, row := range rows[1:] {
		a, ok1 := position[row[at["dataset_a"]]+" "+row[at["row_a"]]]
		b, ok2 := position[row[at["dataset_b"]]+" "+row[at["row_b"]]]
		if !ok1 || !ok2 {
			return fmt.Errorf("%s:%d: a record that the data do not hold", path, n+2)
		}
		w, err := strconv.ParseFloat(row[at["weight"]], 64)
		if err != nil {
			return fmt.Errorf("%s:%d:weight: %w", path, n+2, err)
		}
		l := label{a: min(a, b), b: max(a, b), across: s.records.Refs[a].Data != s.records.Refs[b].Data, part: row[at["label"]], weight: w}
		l.Levels = make([]uint8, len(event.Comparisons))
		s.records.Compare(l.a, l.b, l.Levels)
		if l.Relation, ok1 = relations[l.part]; !ok1 {
			return fmt.Errorf("%s:%d:label: %q is no label (hint: same, part, different, unsure)", path, n+2, l.part)
		}
		if l.part != "unsure" {
			s.labels = append(s.labels, l)
		}
	}
	// The order of the file must not matter to the folds.
	slices.SortFunc(s.labels, func(x, y label) int {
		if x.a != y.a {
			return int(x.a) - int(y.a)
		}
		return int(x.b) - int(y.b)
	})
	return nil
}
