// Package linked writes what linking found: the pairs of records, the entities with their records, and one consolidated row
// for each event, in which every field has its value, its verdict and the addresses of the cells that it came from.
//
// Notes, headlines and other free text are not written: they may name people. Actors are written only where a column of a
// known codebook names groups, or the registry of groups knows them. Identifiers, places and datasets are written as they are.
package linked

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/link"
)

// Names of the files.
const (
	PairsName    = "pairs.csv"
	EntitiesName = "entities.csv"
	CSVName      = "events.csv"
	ParquetName  = "events.parquet"
)

// Write writes all four files into a folder, which it makes where it is missing. They are written under other names and
// take their places together at the end, so that a run which fails leaves the files of the one before. The summary is that of
// [fact.Book.Summarise]: events are worked out once for all of it.
func Write(ctx context.Context, dir string, b *fact.Book, comparisons []string) (s *fact.Summary, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	temp, err := os.MkdirTemp(dir, ".assay-link-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(temp)) }()
	ids := fact.IDs(b.Result)
	records := func() error {
		if err := file(temp, PairsName, func(w io.Writer) error { return Pairs(ctx, w, b.Result, comparisons) }); err != nil {
			return err
		}
		return file(temp, EntitiesName, func(w io.Writer) error { return Entities(ctx, w, b.Result, ids) })
	}
	// Both files of events and the summary come out of one pass.
	tally := b.Tally()
	err = file(temp, CSVName, func(asCSV io.Writer) error {
		return file(temp, ParquetName, func(asParquet io.Writer) error {
			return write(ctx, b, ids, asCSV, asParquet, tally, records)
		})
	})
	if err != nil {
		return nil, err
	}
	for _, name := range []string{PairsName, EntitiesName, CSVName, ParquetName} {
		if err := os.Rename(filepath.Join(temp, name), filepath.Join(dir, name)); err != nil {
			return nil, err
		}
	}
	return tally.Summary(), nil
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
func Pairs(ctx context.Context, w io.Writer, r *link.Result, comparisons []string) error {
	var head lines
	for _, name := range []string{"dataset_a", "row_a", "id_a", "dataset_b", "row_b", "id_b", "relation", "probability", "match_weight"} {
		head.word(name)
	}
	for _, name := range comparisons {
		head.text(name)
	}
	return inOrder(ctx, w, head, len(r.Pairs), func(l *lines, i int) {
		p := &r.Pairs[i]
		if p.Relation == link.Different {
			return
		}
		l.ref(r, p.A)
		l.ref(r, p.B)
		l.word(p.Relation.String())
		l.decimal(float64(p.Probability))
		l.decimal(float64(p.Weight))
		for c := range comparisons {
			if c < len(p.Levels) {
				l.int(int(p.Levels[c]))
			} else {
				l.word("")
			}
		}
		l.end()
	})
}

// Entities writes which records describe which entity; ids are those of [fact.IDs]. A record is the same as one entity and may
// be part of others.
func Entities(ctx context.Context, w io.Writer, r *link.Result, ids []string) error {
	var head lines
	for _, name := range []string{"entity", "dataset", "row", "id", "relation"} {
		head.word(name)
	}
	return inOrder(ctx, w, head, len(r.Entities), func(l *lines, i int) {
		for _, m := range r.Entities[i].Members {
			l.text(ids[i])
			l.ref(r, m.Ref)
			l.word(m.Relation.String())
			l.end()
		}
	})
}

// inOrder writes a head and the lines that add makes of each of n things, which it does on all cores.
func inOrder(ctx context.Context, w io.Writer, head lines, n int, add func(l *lines, i int)) error {
	head.end()
	if _, err := w.Write(head.buf); err != nil {
		return err
	}
	const block = 4096
	free := sync.Pool{New: func() any { return &lines{} }}
	return link.Ordered(ctx, n, block, func(from, to int) *lines {
		l := free.Get().(*lines)
		l.buf = l.buf[:0]
		for i := from; i < to; i++ {
			add(l, i)
		}
		return l
	}, func(l *lines) error {
		defer free.Put(l)
		_, err := w.Write(l.buf)
		return err
	})
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
	if plain(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}

// plain reports whether a text is printable ASCII.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return true
}

// decimal prints a number with up to six digits, nothing where there is none.
func decimal(v float64) string {
	if v != v {
		return ""
	}
	return strconv.FormatFloat(v, 'g', 6, 64)
}
