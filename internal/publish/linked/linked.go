// Package linked writes what linking found: the pairs of records, the entities with their records, and one consolidated row
// for each event, in which every field has its value, its verdict and the addresses of the cells that it came from.
//
// Notes, headlines and other free text are not written: they may name people. Actors are written only where a column of a
// known codebook names groups, or the registry of groups knows them. Identifiers, places and datasets are written as they are.
package linked

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link"
)

// Names of the files, in the order in which they are written.
const (
	PairsName    = "pairs.csv"
	EntitiesName = "entities.csv"
	CSVName      = "events.csv"
	ParquetName  = "events.parquet"
)

// Write writes all four files into a folder, which it makes where it is missing. They are written under other names and
// take their places together at the end, so that a run which fails leaves the files of the one before.
func Write(ctx context.Context, dir string, b *fact.Book, comparisons []string) (err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	temp, err := os.MkdirTemp(dir, ".assay-link-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	ids := fact.IDs(b.Result)
	err = file(temp, PairsName, func(w io.Writer) error { return Pairs(w, b.Result, comparisons) })
	if err != nil {
		return err
	}
	err = file(temp, EntitiesName, func(w io.Writer) error { return Entities(w, b.Result, ids) })
	if err != nil {
		return err
	}
	// Both files of events come out of one pass.
	err = file(temp, CSVName, func(asCSV io.Writer) error {
		return file(temp, ParquetName, func(asParquet io.Writer) error {
			return write(ctx, b, ids, newCSVEvents(asCSV), newParquetEvents(asParquet))
		})
	})
	if err != nil {
		return err
	}
	for _, name := range []string{PairsName, EntitiesName, CSVName, ParquetName} {
		if err := os.Rename(filepath.Join(temp, name), filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	return nil
}

// file writes one file of a folder.
func file(dir, name string, write func(io.Writer) error) error {
	f, err := os.OpenFile(filepath.Join(dir, name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 1<<16)
	err = write(w)
	if err == nil {
		err = w.Flush()
	}
	return errors.Join(err, f.Close())
}

// Pairs writes the pairs of records that are the same, parts of one thing, or too close to call: who they are, the relation with
// its calibrated probability that both are the same, the match weight in bits, and the level into which each comparison
// fell. Rows count from 1 without the header, as in findings.
func Pairs(w io.Writer, r *link.Result, comparisons []string) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	line := []string{"dataset_a", "row_a", "id_a", "dataset_b", "row_b", "id_b", "relation", "probability", "match_weight"}
	line = append(line, comparisons...)
	if err := out.Write(line); err != nil {
		return err
	}
	for i := range r.Pairs {
		p := &r.Pairs[i]
		if p.Relation == link.Different {
			continue
		}
		line = append(appendRef(appendRef(line[:0], r, p.A), r, p.B), p.Relation.String(), decimal(float64(p.Probability)), decimal(float64(p.Weight)))
		for c := range comparisons {
			level := ""
			if c < len(p.Levels) {
				level = strconv.Itoa(int(p.Levels[c]))
			}
			line = append(line, level)
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// Entities writes which records describe which entity; ids are those of [fact.IDs]. A record is the same as one entity and may
// be part of others.
func Entities(w io.Writer, r *link.Result, ids []string) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write([]string{"entity", "dataset", "row", "id", "relation"}); err != nil {
		return err
	}
	line := make([]string, 0, 5)
	for i := range r.Entities {
		for _, m := range r.Entities[i].Members {
			line = append(appendRef(append(line[:0], ids[i]), r, m.Ref), m.Relation.String())
			if err := out.Write(line); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// appendRef adds the dataset, the row and the identifier of a record.
func appendRef(line []string, r *link.Result, ref link.Ref) []string {
	d := r.Datasets[ref.Data]
	return append(line, guard(d.Name), strconv.Itoa(d.RowNumber(int(ref.Row))), guard(d.ID(int(ref.Row))))
}

// guard keeps a text from being taken for a formula by spreadsheet programs, and drops control characters.
func guard(s string) string {
	if s == "" {
		return s
	}
	switch s[0] {
	case '=', '+', '-', '@', '\t', '\r', 0:
		s = "'" + s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}

// decimal prints a number with up to six digits, nothing where there is none.
func decimal(v float64) string {
	if v != v {
		return ""
	}
	return strconv.FormatFloat(v, 'g', 6, 64)
}
