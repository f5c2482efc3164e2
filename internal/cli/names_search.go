package cli

import (
	"context"
	"encoding/csv"
	"fmt"
	"runtime"
	"strconv"
	"sync"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/names"
)

func (a *app) namesSearchCommand() *cobra.Command {
	var out string
	var top int
	c := &cobra.Command{
		Use:   "search LIST QUERIES",
		Short: "find the names of a list that are most like each query",
		Long: `Find for each query the entities of a list whose names are most like it. LIST has columns id and name, and may have kind (Person,
Organization, …; Person if empty); an entity with several names has several rows with one id. QUERIES has a column name and may
have kind. Several names in one cell are parted by semicolons or line breaks. Written are query, rank, id, name (that of the entity which is
most like the query) and score.

Exit codes: 0 searched, 2 usage, 3 an input could be read only in part, 130 interrupted.`,
		Example: "  assay names search sanctions.csv my-names.csv --top 5 --out hits.csv",
		Args:    arguments(cobra.ExactArgs(2)),
		RunE: func(c *cobra.Command, args []string) error {
			return a.namesSearch(c.Context(), args[0], args[1], top, out)
		},
	}
	c.Flags().IntVar(&top, "top", 5, "entities to list for each query")
	c.Flags().StringVar(&out, "out", "", "the file to write (stdout)")
	return c
}

type nameQuery struct {
	text string
	kind names.Kind
	hits []names.Hit
}

func (a *app) namesSearch(ctx context.Context, list, queries string, top int, out string) error {
	if top < 1 {
		return fmt.Errorf("--top %d lists nothing (hint: 1 or more)", top)
	}
	l, err := a.nameTable(ctx, list, "id", "name", "kind?")
	if err != nil {
		return err
	}
	defer l.d.Close()
	q, err := a.nameTable(ctx, queries, "name", "kind?")
	if err != nil {
		return err
	}
	defer q.d.Close()
	index := names.NewIndex(names.NewMatcher())
	var ids []string
	entity := map[string]int{}
	err = l.each(ctx, func(row int, cells []string) error {
		kind, err := l.kind(row, cells, "kind")
		if err != nil {
			return err
		}
		id := l.cell(cells, "id")
		e, ok := entity[id]
		if !ok || id == "" { // rows without an id are entities of their own
			e = len(ids)
			ids = append(ids, id)
			entity[id] = e
		}
		for _, name := range names.Split(l.cell(cells, "name")) {
			index.Add(e, names.Parse(name, kind))
		}
		return nil
	})
	if err != nil {
		return err
	}
	var all []nameQuery
	err = q.each(ctx, func(row int, cells []string) error {
		kind, err := q.kind(row, cells, "kind")
		all = append(all, nameQuery{text: q.cell(cells, "name"), kind: kind})
		return err
	})
	if err != nil {
		return err
	}
	p := a.progress()
	err = search(ctx, index, all, top, func(done int) { p.update("searching", int64(done), int64(len(all))) })
	p.clear()
	if err != nil {
		return err
	}
	err = a.csvOut(out, func(w *csv.Writer) error {
		if err := w.Write([]string{"query", "rank", "id", "name", "score"}); err != nil {
			return err
		}
		for _, q := range all {
			for i, h := range q.hits {
				if err := w.Write([]string{q.text, strconv.Itoa(i + 1), ids[h.Entity], h.Name.Text, value(h.Score)}); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return a.partly(l, q)
}

// search fills the hits of all queries on all cores.
func search(ctx context.Context, index *names.Index, all []nameQuery, top int, progress func(done int)) error {
	const block = 16
	var wg sync.WaitGroup
	var mu sync.Mutex
	next := 0
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for {
				mu.Lock()
				from := next
				next += block
				if from < len(all) {
					progress(from)
				}
				mu.Unlock()
				if from >= len(all) || ctx.Err() != nil {
					return
				}
				for i := from; i < min(from+block, len(all)); i++ {
					q := &all[i]
					q.hits = index.SearchText(q.text, q.kind, top)
				}
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}
