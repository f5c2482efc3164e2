package event

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/record"
)

// Taxonomy is a user's crosswalk between the categories of datasets, in the form of the R package meltt (Donnay et al. 2019,
// https://doi.org/10.1177/0022002718777050): each category of each dataset has a name on every level, from fine to broad. One of kinds takes
// the place of the shipped crosswalk between kinds of event, for records whose category it lists; one of actors says of what sort
// actors are whose names do not agree.
type Taxonomy struct {
	Column   string   // of the datasets, that holds the category
	Actors   bool     // of actors, else of kinds of event
	Repeated []string // categories that stand again with other levels, as dataset and text: the first line holds
	codes    map[[2]string]int32
	levels   [][]string // by code, from fine to broad
}

// ReadTaxonomy reads a taxonomy: the columns data.source (short name of a dataset), base.categories, and the levels from fine to broad.
// Of a category that stands twice for one dataset the first line holds. name is that of the file, for messages.
func ReadTaxonomy(from io.Reader, name, column string) (*Taxonomy, error) {
	in := csv.NewReader(from)
	head, err := in.Read()
	if err == io.EOF {
		return nil, fmt.Errorf("%s: the taxonomy is empty (hint: its columns are data.source, base.categories and the levels from fine to broad)", name)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	head[0] = strings.TrimPrefix(head[0], "\ufeff")
	source, base := slices.Index(head, "data.source"), slices.Index(head, "base.categories")
	if source < 0 || base < 0 || len(head) < 3 {
		return nil, fmt.Errorf("%s:1: a taxonomy has the columns data.source, base.categories and at least one level (hint: meltt's documentation describes the form)", name)
	}
	t := &Taxonomy{Column: column, codes: map[[2]string]int32{}, levels: [][]string{nil}}
	for row := 1; ; row++ {
		cells, err := in.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		key := [2]string{strings.ToLower(strings.TrimSpace(cells[source])), strings.TrimSpace(cells[base])}
		var levels []string
		for i, c := range cells {
			if i != source && i != base {
				levels = append(levels, strings.TrimSpace(c))
			}
		}
		if code, ok := t.codes[key]; ok {
			if !slices.Equal(t.levels[code], levels) {
				t.Repeated = append(t.Repeated, fmt.Sprintf("%s:%d: %s: %s", name, row, key[0], key[1]))
			}
			continue
		}
		t.codes[key] = int32(len(t.levels))
		t.levels = append(t.levels, levels)
	}
	if len(t.levels) == 1 {
		return nil, fmt.Errorf("%s: the taxonomy lists no category", name)
	}
	return t, nil
}

// categories holds the code of the category of each record in a taxonomy, 0 where the taxonomy does not list it.
type categories struct {
	in   *Taxonomy
	code []int32
}

// apply gives each record the codes of its categories. It returns the categories, as dataset and text, that occur in the data but not in
// the taxonomy. The error is for a column that no dataset has.
func (t *Taxonomy) apply(r *Records) (unknown []string, err error) {
	of := &categories{t, make([]int32, r.N())}
	if t.Actors {
		r.actorCategories = of
	} else {
		r.kindCategories = of
	}
	byDataset := make([][]int32, len(r.Datasets))
	columns := make([]*record.Column, len(r.Datasets))
	for d, data := range r.Datasets {
		for i := range data.Columns {
			c := &data.Columns[i]
			if !strings.EqualFold(c.Name, t.Column) && c.Key() != strings.ToLower(t.Column) || c.Storage != record.Coded {
				continue
			}
			columns[d] = c
			for code, text := range c.Dict.Texts {
				at := t.codes[[2]string{strings.ToLower(data.Name), strings.TrimSpace(text)}]
				byDataset[d] = append(byDataset[d], at)
				if at == 0 && code > 0 {
					unknown = append(unknown, fmt.Sprintf("%s: %s", data.Name, text))
				}
			}
			break
		}
	}
	if !slices.ContainsFunc(columns, func(c *record.Column) bool { return c != nil }) {
		return nil, fmt.Errorf("no dataset has a column %q of categories for the taxonomy (hint: --taxonomy COLUMN=FILE names the column of the data)", t.Column)
	}
	for i, ref := range r.Refs {
		if c := columns[ref.Data]; c != nil {
			of.code[i] = byDataset[ref.Data][c.Codes[ref.Row]]
		}
	}
	slices.Sort(unknown)
	return unknown, nil
}

// level compares the categories of two records, from 1, the same, to 4, nothing in common; 0 where one is not listed.
func (c *categories) level(i, j int32) uint8 {
	if c == nil || c.code[i] == 0 || c.code[j] == 0 {
		return 0
	}
	return c.in.compare(c.code[i], c.code[j])
}

// compare is the level of two categories: one on the finest level, then by how broad the first level is on which they agree.
func (t *Taxonomy) compare(a, b int32) uint8 {
	x, y := t.levels[a], t.levels[b]
	n := min(len(x), len(y))
	for l := range n {
		if x[l] == "" || x[l] != y[l] {
			continue
		}
		switch {
		case l == 0:
			return 1
		case 2*l < n:
			return 2
		}
		return 3
	}
	return 4
}

// compareKind compares by the taxonomy where it lists both categories, else by the shipped crosswalk.
func (r *Records) compareKind(i, j int32) uint8 {
	if l := r.kindCategories.level(i, j); l > 0 {
		return l
	}
	return kinds[r.kind[i]][r.kind[j]]
}

// compareActor compares by the names, and where these do not agree by the taxonomy.
func (f *focus) compareActor(j int32) uint8 {
	level := f.compareNames(j)
	if level != 0 && level != 5 {
		return level
	}
	switch l := f.actorCategories.level(f.i, j); {
	case l == 0:
		return level
	case l == 4:
		return 5
	}
	return 3
}
