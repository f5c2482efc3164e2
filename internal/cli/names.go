package cli

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/assaydata/assay/internal/casefile"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/names"
)

func (a *app) namesCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "names",
		Short: "compare names of persons and groups across scripts and spellings",
		Long: `Compare names: Омар аш-Шишани, Omar al-Shishani and عمر الشيشاني are one name. A score says how alike two names are, not that two people
are one: names are shared.`,
	}
	ofCommands(c)
	c.AddCommand(a.namesScoreCommand(), a.namesSearchCommand(), a.namesExplainCommand(), a.namesParseCommand())
	return c
}

// columns are those of a table that a command of names reads, by name.
type nameColumns struct {
	d  *record.Dataset
	at map[string]int
}

// nameTable opens a table with columns of these names, letter case aside; those that end in "?" may be missing.
func (a *app) nameTable(ctx context.Context, path string, columns ...string) (*nameColumns, error) {
	d, err := a.table(ctx, path, "")
	if err != nil {
		return nil, err
	}
	t := &nameColumns{d, map[string]int{}}
	for _, want := range columns {
		name, optional := strings.CutSuffix(want, "?")
		i := slices.IndexFunc(d.Columns, func(c record.Column) bool { return strings.EqualFold(strings.TrimSpace(c.Name), name) })
		if i < 0 && !optional {
			d.Close()
			return nil, fmt.Errorf("%s:1: there is no column %q (hint: the columns needed are %s)", path, name, strings.Join(columns, ", "))
		}
		t.at[name] = i
	}
	return t, nil
}

// header is the names of the columns.
func (t *nameColumns) header() []string {
	out := make([]string, len(t.d.Columns))
	for i := range t.d.Columns {
		out[i] = t.d.Columns[i].Name
	}
	return out
}

// each calls yield with all rows in the order of the file. cells is good for the length of the call.
func (t *nameColumns) each(ctx context.Context, yield func(row int, cells []string) error) error {
	rows := make([]int, t.d.N)
	for i := range rows {
		rows[i] = i
	}
	return t.d.Reread(ctx, rows, yield)
}

func (t *nameColumns) cell(cells []string, name string) string {
	if i := t.at[name]; i >= 0 && i < len(cells) {
		return strings.TrimSpace(cells[i])
	}
	return ""
}

// kind reads the kind of a name from a cell; an empty one is a person.
func (t *nameColumns) kind(row int, cells []string, column string) (names.Kind, error) {
	text := t.cell(cells, column)
	switch strings.ToLower(text) {
	case "", "p", "person", "individual":
		return names.Person, nil
	case "o", "group", "entity", "organisation", "other":
		return names.Organization, nil
	}
	k, ok := names.ParseKind(text)
	if !ok {
		return k, fmt.Errorf("%s:%d:%s: unknown kind %q (hint: Person, Organization, Company, LegalEntity or Vessel)", t.d.Path, t.d.Line(row), column, text)
	}
	return k, nil
}

// csvOut writes CSV to a file, which appears when all is written, or to stdout.
func (a *app) csvOut(path string, write func(w *csv.Writer) error) error {
	do := func(w io.Writer) error {
		c := csv.NewWriter(w)
		if err := write(c); err != nil {
			return err
		}
		c.Flush()
		return c.Error()
	}
	if path == "" {
		return do(a.out)
	}
	return casefile.Replace(path, do)
}

// partly turns records that could not be read into the exit code that says so.
func (a *app) partly(tables ...*nameColumns) error {
	partial := false
	for _, t := range tables {
		partial = a.unread(t.d) || partial
	}
	if partial {
		return &exitError{code: exitPartial}
	}
	return nil
}
