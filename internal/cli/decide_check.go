package cli

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/assaydata/assay/internal/audit"
	"github.com/assaydata/assay/internal/fact"
	"github.com/assaydata/assay/internal/journal"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/settings"
	"github.com/assaydata/assay/internal/wording"
)

var fingerprint = regexp.MustCompile(`^[0-9a-f]{16}(-[0-9]+)?$`)

// keyColumns hold the keys of things that several rows speak of.
var keyColumns = []string{"incident_key", "person_key", "group_key"}

// filesOf finds the files in a folder without assay.yaml that go by the names of the datasets of a decision. Where one has none, it is
// said that the decision is not looked up.
func (a *app) filesOf(d *journal.Decision, dir string) []string {
	if d.Kind == journal.Withdraw || d.Kind == journal.Suppress {
		return nil
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var out []string
	for _, r := range []journal.Record{d.A, d.B} {
		n := len(out)
		for _, e := range entries {
			path := filepath.Join(dir, e.Name())
			if r.Dataset != "" && e.Type().IsRegular() && e.Name() != journal.FileName && read.ShortName(path) == r.Dataset && !slices.Contains(out, path) {
				out = append(out, path)
			}
		}
		if r.Dataset != "" && len(out) == n && (r == d.A || r.Dataset != d.A.Dataset) {
			fmt.Fprintf(a.err, "assay: warning: %s was not looked up: %s has no assay.yaml and no file of the name %s\n", oneLine(r.String()), dir, oneLine(r.Dataset))
			return nil
		}
	}
	return out
}

// caseData reads the data of the case in a folder, or of files, and, where rules is true, audits it with nothing left out.
func (a *app) caseData(ctx context.Context, inputs []string, rules bool) (*audit.Audit, error) {
	var f checkFlags
	if st, err := os.Stat(inputs[0]); err == nil && !st.IsDir() {
		f.decisions.set = true // files are only looked into
	}
	cfg, err := a.config(inputs, &f)
	if err != nil {
		return nil, err
	}
	cfg.Baseline, cfg.Suppressed = nil, nil
	if !rules {
		cfg.Rules = nil
	}
	p := a.progress()
	cfg.Progress = p.update
	result, err := audit.Run(ctx, *cfg)
	p.clear()
	if err != nil {
		return nil, err
	}
	for _, failure := range result.Failed {
		fmt.Fprintf(a.err, "assay: warning: %v\n", failure.Err)
	}
	return result, nil
}

// lookUp makes sure that what a decision names is there, and adds what the data say about it.
func (a *app) lookUp(ctx context.Context, d *journal.Decision, inputs []string) error {
	if d.Kind == journal.Withdraw {
		return nil
	}
	result, err := a.caseData(ctx, inputs, d.Kind == journal.Suppress)
	if err != nil {
		return err
	}
	defer result.Close()
	d.A, d.B = splitAt(d.A, result.Datasets), splitAt(d.B, result.Datasets)
	switch d.Kind {
	case journal.Suppress:
		return suppressed(d, result)
	case journal.Value:
		return replaced(ctx, d, result)
	}
	places := journal.Find(result.Datasets, []journal.Record{d.A, d.B})
	for _, r := range []journal.Record{d.A, d.B} {
		p, ok := places[r]
		if !ok {
			if err := notThere(r, result); err != nil {
				return err
			}
			continue
		}
		if p.Rows > 1 {
			fmt.Fprintf(a.err, "assay: warning: %s of %s have the identifier %s; the first is meant (hint: %s:row:N names another)\n", wording.Count(p.Rows, "row"), r.Dataset, r.ID, r.Dataset)
		}
	}
	if a, b := places[d.A], places[d.B]; a.Rows > 0 && a.Ref == b.Ref && b.Rows > 0 {
		return fmt.Errorf("%s and %s are one row (hint: a decision is about two)", d.A, d.B)
	}
	return nil
}

// notThere is the mistake of naming a record that no dataset has; none where a dataset could not be read.
func notThere(r journal.Record, result *audit.Audit) error {
	var names []string
	for _, d := range result.Datasets {
		if d.Name == r.Dataset {
			hint := "identifiers are those of the column " + idColumn(d)
			if d.Role(record.RoleID) == nil {
				hint = fmt.Sprintf("the table has no identifiers: %s:row:1 to %s:row:%d", d.Name, d.Name, d.RowNumber(d.N-1))
			}
			return fmt.Errorf("there is no record %q in %s (hint: %s)", r.ID, r.Dataset, orUnchecked(hint))
		}
		names = append(names, d.Name)
	}
	if len(result.Failed) > 0 {
		return nil
	}
	return fmt.Errorf("there is no dataset %q in this case (hint: %s)", r.Dataset, orUnchecked(settings.Suggest(r.Dataset, names)))
}

// orUnchecked adds to a hint how to record what the data do not have.
func orUnchecked(hint string) string {
	switch {
	case hint == "":
	case strings.HasSuffix(hint, "?"):
		hint += " "
	default:
		hint += "; "
	}
	return hint + "--unchecked records it all the same"
}

func idColumn(d *record.Dataset) string {
	if c := d.Role(record.RoleID); c != nil {
		return c.Name
	}
	return ""
}

// suppressed completes the fingerprint of a finding and notes as evidence which rule found it where, so that people can read
// the journal.
func suppressed(d *journal.Decision, result *audit.Audit) error {
	found := audit.NewChain(result).Findings(d.Finding)
	switch {
	case len(found) > 1:
		return fmt.Errorf("%d findings have fingerprints that begin with %s (hint: write more of it)", len(found), d.Finding)
	case len(found) == 0 && len(result.Failed) > 0 && fingerprint.MatchString(d.Finding):
		return nil // it may be about the input that could not be read
	case len(found) == 0:
		return fmt.Errorf("there is no finding %q in this case (hint: %s)", d.Finding, orUnchecked("assay check --format json shows fingerprints"))
	}
	f := found[0]
	d.Finding = f.Fingerprint
	at := f.Data.Name
	if f.Row >= 0 {
		at = journal.NameOf(f.Data, f.Row).String()
	}
	if f.Column >= 0 {
		at += ":" + f.Data.Columns[f.Column].Name
	}
	d.Evidence = append(slices.Clone(d.Evidence), f.Rule.Code+" "+at)
	return nil
}

// replaced makes sure that the field is there and notes which text it replaces.
func replaced(ctx context.Context, d *journal.Decision, result *audit.Audit) error {
	p, ok := journal.Find(result.Datasets, []journal.Record{d.A})[d.A]
	if !ok {
		if isKey(result.Datasets, d.A) {
			return nil
		}
		return notThere(d.A, result)
	}
	data, row := result.Datasets[p.Data], int(p.Row)
	column := data.Column(d.Field)
	if column == nil {
		var names []string
		for i := range data.Columns {
			names = append(names, data.Columns[i].Name)
		}
		return fmt.Errorf("%s has no column %q (hint: %s)", data.Name, d.Field, orUnchecked(settings.Suggest(d.Field, names)))
	}
	d.Field = column.Key()
	return data.Reread(ctx, []int{row}, func(_ int, cells []string) error {
		text := "" // a short row lacks its last cells
		if column.Index < len(cells) {
			text = cells[column.Index]
		}
		sum := sha256.Sum256([]byte(text))
		d.Old = hex.EncodeToString(sum[:])
		return readable(ctx, data, column, d.Value)
	})
}

// readable is the mistake of a value that cannot be read as what its column holds.
func readable(ctx context.Context, d *record.Dataset, c *record.Column, value string) error {
	cells := make([]string, len(d.Columns))
	cells[c.Index] = value
	ok, err := fact.Readable(ctx, d, cells, c.Index)
	if err != nil {
		return err
	}
	if !ok {
		return fmt.Errorf("%q is no value of %s, which holds %s (hint: %s)", value, c.Name, holds(c), orUnchecked(""))
	}
	return nil
}

// holds says what the values of a column are.
func holds(c *record.Column) string {
	if most := c.Field.Role.MostDegrees(); most > 0 {
		return fmt.Sprintf("degrees from -%g to %g", most, most)
	}
	return fmt.Sprintf("a %s", c.Field.Type)
}

// isKey reports whether a record names a thing by its key.
func isKey(ds []*record.Dataset, r journal.Record) bool {
	for _, d := range ds {
		if d.Name != r.Dataset {
			continue
		}
		for _, name := range keyColumns {
			c := d.Column(name)
			if c == nil {
				continue
			}
			for row := range d.N {
				if text, _ := c.Text(row); text == r.ID {
					return true
				}
			}
		}
	}
	return false
}
