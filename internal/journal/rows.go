package journal

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/wording"
)

// rowPrefix begins the name of a record that has no identifier.
const rowPrefix = "row:"

// NameOf names a row of a dataset: by its identifier, or as "row:N" where it has none.
func NameOf(d *record.Dataset, row int) Record {
	id := d.ID(row)
	if id == "" {
		id = rowPrefix + strconv.Itoa(d.RowNumber(row))
	}
	return Record{d.Name, id}
}

// Place is where a record stands: the first of the Rows rows that have its identifier.
type Place struct {
	link.Ref
	Rows int
}

// Find returns the place of each record that is in the datasets. It takes one pass over the rows of each dataset that is
// named, and memory for the records that are asked for.
func Find(ds []*record.Dataset, records []Record) map[Record]Place {
	asked := map[string]map[string]bool{}
	for _, r := range records {
		if asked[r.Dataset] == nil {
			asked[r.Dataset] = map[string]bool{}
		}
		asked[r.Dataset][r.ID] = true
	}
	out := map[Record]Place{}
	for i, d := range ds {
		if asked[d.Name] == nil {
			continue
		}
		for id, rows := range rowsOf(d, asked[d.Name]) {
			out[Record{d.Name, id}] = Place{link.Ref{Data: int32(i), Row: int32(rows.first)}, rows.n}
		}
	}
	return out
}

// span is the first row with an identifier and the number of all.
type span struct{ first, n int }

// rowsOf finds the rows of the identifiers asked for.
func rowsOf(d *record.Dataset, asked map[string]bool) map[string]span {
	out := make(map[string]span, len(asked))
	note := func(id string, row int) {
		s, ok := out[id]
		if !ok {
			s.first = row
		}
		s.n++
		out[id] = s
	}
	if c := d.Role(record.RoleID); c != nil {
		switch c.Storage {
		case record.Coded:
			match := make([]bool, len(c.Dict.Texts))
			for code, text := range c.Dict.Texts {
				match[code] = text != "" && asked[text]
			}
			for row, code := range c.Codes {
				if match[code] {
					note(c.Dict.Texts[code], row)
				}
			}
		case record.Packed:
			start := uint32(0)
			for row, end := range c.Ends {
				if asked[string(c.Bytes[start:end])] && end > start { // looked up without making a text of it
					note(string(c.Bytes[start:end]), row)
				}
				start = end
			}
		case record.Real:
			numbers := map[float64]string{}
			for id := range asked {
				if v, err := strconv.ParseFloat(id, 64); err == nil && strconv.FormatFloat(v, 'f', -1, 64) == id {
					numbers[v] = id
				}
			}
			for row, v := range c.Reals {
				if id, ok := numbers[v]; ok {
					note(id, row)
				}
			}
		}
	}
	for id := range asked {
		number, ok := strings.CutPrefix(id, rowPrefix)
		if _, taken := out[id]; !ok || taken {
			continue
		}
		n, err := strconv.Atoi(number)
		if err != nil || strconv.Itoa(n) != number {
			continue
		}
		// Records that could not be read count, so the row stands at its number or before it.
		low, high := max(0, n-1-len(d.Skips)), min(n, d.N)
		for row := low; row < high; row++ {
			if d.RowNumber(row) == n {
				note(id, row)
			}
		}
	}
	return out
}

// FindID returns the records with an identifier in any dataset, for identifiers that come without the name of one.
func FindID(ds []*record.Dataset, identifiers []string) map[string][]Record {
	asked := map[string]bool{}
	for _, id := range identifiers {
		asked[id] = true
	}
	out := map[string][]Record{}
	for _, d := range ds {
		for id := range rowsOf(d, asked) {
			if !strings.HasPrefix(id, rowPrefix) {
				out[id] = append(out[id], Record{d.Name, id})
			}
		}
	}
	return out
}

// Resolve turns the decisions on two records that hold into such on rows of datasets, ordered by A, B. Of PartOf, A is the
// part and B the whole; of the others A comes before B. A decision on a record that is not there gives a problem and nothing
// else: the data may have changed, or be of another release.
func (j *Journal) Resolve(ds []*record.Dataset) ([]link.Decision, []Problem) {
	pairs := j.Pairs()
	var records []Record
	for _, d := range pairs {
		records = append(records, d.A, d.B)
	}
	places := Find(ds, records)
	var problems []Problem
	fail := func(d *Decision, what, hint string) {
		problems = append(problems, Problem{j.Path, j.lines[d.ID], 1, what, hint})
	}
	at := map[[2]link.Ref]int{} // index into out
	from := []Decision(nil)     // parallel to out
	var out []link.Decision
	for _, d := range pairs {
		found := true
		for _, r := range []Record{d.A, d.B} {
			p, ok := places[r]
			switch {
			case !ok:
				what, hint := missing(ds, r)
				fail(&d, what, hint)
				found = false
			case p.Rows > 1 && !told(ds[p.Data], int(p.Row)):
				fail(&d, fmt.Sprintf("%s have the identifier of %s; the first is taken", wording.Count(p.Rows, "row"), r), "name the row itself, "+r.Dataset+":"+rowPrefix+"N")
			}
		}
		if !found {
			continue
		}
		rel, _ := d.Kind.Relation()
		x := link.Decision{A: places[d.A].Ref, B: places[d.B].Ref, Relation: rel, ID: d.ID}
		if x.A == x.B {
			fail(&d, fmt.Sprintf("%s and %s are one row", d.A, d.B), "withdraw this decision: assay decide withdraw "+d.ID)
			continue
		}
		key := [2]link.Ref{x.A, x.B}
		if x.B.Compare(x.A) < 0 {
			key = [2]link.Ref{x.B, x.A}
			if rel != link.PartOf {
				x.A, x.B = x.B, x.A
			}
		}
		i, twice := at[key]
		if !twice {
			at[key] = len(out)
			out, from = append(out, x), append(from, d)
			continue
		}
		// One row under two names. Pairs come in the order of time, so that this one is the later.
		if out[i].Relation != x.Relation || rel == link.PartOf && out[i].A != x.A {
			fail(&from[i], fmt.Sprintf("%s contradicts line %d on the same rows under other names", from[i].Says(), j.lines[d.ID]), "the later holds; withdraw one: assay decide withdraw "+from[i].ID)
		}
		out[i], from[i] = x, d
	}
	slices.SortFunc(out, func(x, y link.Decision) int {
		if c := x.A.Compare(y.A); c != 0 {
			return c
		}
		return x.B.Compare(y.B)
	})
	slices.SortStableFunc(problems, func(a, b Problem) int { return a.Line - b.Line })
	return out, problems
}

// told reports whether a row is the first of several that tell of one event, as a format with one row a place has them:
// there an identifier on several rows is no ambiguity.
func told(d *record.Dataset, row int) bool {
	return d.Events != nil && d.Events.Counted != nil && d.Events.Counted[row]
}

// missing says that a record is not there.
func missing(ds []*record.Dataset, r Record) (what, hint string) {
	var names []string
	for _, d := range ds {
		if d.Name == r.Dataset {
			return fmt.Sprintf("there is no record %s in %s", r.ID, r.Dataset), "the decision is kept and waits for it; it may belong to another release of the data"
		}
		names = append(names, d.Name)
	}
	return fmt.Sprintf("there is no dataset %s", r.Dataset), "the decision is kept and waits for it; the datasets here are " + wording.List(names, 10)
}
