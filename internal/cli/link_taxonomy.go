package cli

import (
	"fmt"
	"os"
	"strings"

	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/link/event"
)

// readTaxonomies reads the taxonomies that flags name: COLUMN=FILE, of actors actor:COLUMN=FILE.
func (a *app) readTaxonomies(flags []string) ([]*event.Taxonomy, error) {
	var out []*event.Taxonomy
	for _, flag := range flags {
		t, err := readTaxonomy(flag)
		if err != nil {
			return nil, err
		}
		for _, o := range out {
			if o.Actors == t.Actors {
				return nil, fmt.Errorf("--taxonomy %q: there is one of this sort already (hint: one of kinds of event, and one of actors as actor:COLUMN=FILE; precision is read from the codes of the datasets)", flag)
			}
		}
		out = append(out, t)
		if n := len(t.Repeated); n > 0 {
			const most = 5
			fmt.Fprintf(a.err, "assay: %s with other levels than before, the first line holds: %s\n", count(n, "line"),
				finding.Clean(strings.Join(t.Repeated[:min(n, most)], "; ")))
		}
	}
	return out, nil
}

func readTaxonomy(flag string) (*event.Taxonomy, error) {
	column, path, ok := strings.Cut(flag, "=")
	column, actors := strings.CutPrefix(column, "actor:")
	if !ok || column == "" || path == "" {
		return nil, fmt.Errorf("--taxonomy %q names no column and file (hint: --taxonomy event_type=taxonomy.csv)", flag)
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("--taxonomy: %w (hint: COLUMN=FILE, with the path of the file from here)", err)
	}
	defer file.Close()
	t, err := event.ReadTaxonomy(file, path, column)
	if err != nil {
		return nil, err
	}
	t.Actors = actors
	return t, nil
}
