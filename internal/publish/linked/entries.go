package linked

import (
	"cmp"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/link/identity"
)

// Names of the files about entries of lists where the same folder holds those about events.
const (
	EntryPairsName    = "entry-pairs.csv"
	EntryEntitiesName = "entry-entities.csv"
)

// Status says how the relation of two entries stands. Persons and groups are merged by people.
const (
	Decided  = "decided"  // by a reviewer
	Accepted = "accepted" // the user accepts proposals of this probability
	Proposal = "proposal" // by the model; nothing was merged
)

// Entries writes the two files about entries of lists, persons and groups together. beside says that the folder holds files about
// events. It returns the names of the files.
func Entries(dir string, kinds []*identity.Linked, accept float64, beside bool) (written []string, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	temp, err := os.MkdirTemp(dir, ".assay-link-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	pairs, entities := PairsName, EntitiesName
	if beside {
		pairs, entities = EntryPairsName, EntryEntitiesName
	}
	if err = file(temp, pairs, func(w io.Writer) error { return entryPairs(w, kinds, accept) }); err != nil {
		return nil, err
	}
	if err = file(temp, entities, func(w io.Writer) error { return entryEntities(w, kinds, accept) }); err != nil {
		return nil, err
	}
	for _, name := range []string{pairs, entities} {
		if err := os.Rename(filepath.Join(temp, name), filepath.Join(dir, name)); err != nil {
			return nil, err
		}
	}
	return []string{pairs, entities}, nil
}

// statusOf is the status of a pair that is the same, "" for others.
func statusOf(p *link.Pair, accept float64) string {
	switch {
	case p.Decided != "":
		return Decided
	case p.Relation != link.Same:
		return ""
	case accept > 0 && float64(p.Probability) >= accept:
		return Accepted
	}
	return Proposal
}

// entryPairs has the columns of pairs of events, and the status.
func entryPairs(w io.Writer, kinds []*identity.Linked, accept float64) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	line := []string{"dataset_a", "row_a", "id_a", "dataset_b", "row_b", "id_b", "relation", "probability", "match_weight"}
	for _, c := range identity.Comparisons {
		line = append(line, column(c.Name))
	}
	if err := out.Write(append(line, "status")); err != nil {
		return err
	}
	type at struct {
		l *identity.Linked
		p *link.Pair
	}
	var all []at
	for _, l := range kinds {
		for i := range l.Pairs {
			all = append(all, at{l, &l.Pairs[i]})
		}
	}
	slices.SortStableFunc(all, func(x, y at) int { return cmp.Or(x.p.A.Compare(y.p.A), x.p.B.Compare(y.p.B)) })
	for _, x := range all {
		p := x.p
		line = append(appendRef(appendRef(line[:0], x.l.Result, p.A), x.l.Result, p.B), p.Relation.String(), decimal(float64(p.Probability)), decimal(float64(p.Weight)))
		for _, v := range p.Levels {
			line = append(line, strconv.Itoa(int(v)))
		}
		if err := out.Write(append(line, statusOf(p, accept))); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func column(name string) string {
	b := []byte(name)
	for i := range b {
		if b[i] == ' ' {
			b[i] = '_'
		}
	}
	return string(b)
}

// entryEntities has the columns of entities of events; proposal names what the model takes for one person or group, and status says
// whether that was merged: "decided" or "accepted" where the entity holds more than the entry, "proposal" where only the model would
// merge it, nothing where it stands alone.
func entryEntities(w io.Writer, kinds []*identity.Linked, accept float64) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write([]string{"entity", "dataset", "row", "id", "relation", "proposal", "status"}); err != nil {
		return err
	}
	for _, l := range kinds {
		ids := fact.IDs(l.Result)
		proposed := fact.IDs(&link.Result{Datasets: l.Datasets, Entities: l.Proposals})
		in, size := map[link.Ref]string{}, map[string]int{}
		for i := range l.Proposals {
			for _, m := range l.Proposals[i].Members {
				in[m.Ref] = proposed[i]
				size[proposed[i]]++
			}
		}
		decided := map[link.Ref]bool{}
		for i := range l.Pairs {
			if p := &l.Pairs[i]; p.Decided != "" && p.Relation == link.Same {
				decided[p.A], decided[p.B] = true, true
			}
		}
		line := make([]string, 0, 7)
		for i := range l.Entities {
			for _, m := range l.Entities[i].Members {
				status := ""
				switch {
				case len(l.Entities[i].Members) > 1 && decided[m.Ref]:
					status = Decided
				case len(l.Entities[i].Members) > 1:
					status = Accepted
				case size[in[m.Ref]] > 1:
					status = Proposal
				}
				line = append(appendRef(append(line[:0], ids[i]), l.Result, m.Ref), m.Relation.String(), in[m.Ref], status)
				if err := out.Write(line); err != nil {
					return err
				}
			}
		}
	}
	out.Flush()
	return out.Error()
}
