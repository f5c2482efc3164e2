package cli

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"

	"github.com/assaydata/assay/internal/finding"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/release"
)

// diffCSV writes one line for each changed value, each record that stands under another identifier, is gone or was added,
// and each identifier that names another record.
func diffCSV(out io.Writer, d *release.Diff) error {
	w := csv.NewWriter(out)
	line := func(kind string, old, now int32, field, was, is string) error {
		cells := []string{kind, "", "", "", "", cellText(field), cellText(was), cellText(is)}
		if old >= 0 {
			cells[1], cells[2] = strconv.Itoa(d.Old.RowNumber(int(old))), cellText(release.ID(d.Old, old))
		}
		if now >= 0 {
			cells[3], cells[4] = strconv.Itoa(d.New.RowNumber(int(now))), cellText(release.ID(d.New, now))
		}
		return w.Write(cells)
	}
	if err := w.Write([]string{"kind", "old_row", "old_id", "new_row", "new_id", "field", "old", "new"}); err != nil {
		return err
	}
	for i := range d.Pairs {
		p := &d.Pairs[i]
		for _, f := range p.Changed {
			was, is := p.Values(f)
			if err := line("changed", p.Old, p.New, f.Key, was, is); err != nil {
				return err
			}
		}
		if p.Renumbered {
			if err := line("renumbered", p.Old, p.New, d.New.Role(record.RoleID).Key(), release.ID(d.Old, p.Old), release.ID(d.New, p.New)); err != nil {
				return err
			}
		}
	}
	for _, row := range d.Gone {
		if err := line("gone", row, -1, "", "", ""); err != nil {
			return err
		}
	}
	for _, row := range d.Added {
		if err := line("added", -1, row, "", "", ""); err != nil {
			return err
		}
	}
	for _, r := range d.IDs.ReusedRows {
		if err := line("reused", r.Old, r.New, "", "", ""); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// cellText keeps a text from being taken for a formula by a spreadsheet program, and drops control characters. Numbers stay
// what they are.
func cellText(s string) string {
	if s == "" {
		return s
	}
	switch s[0] {
	case '=', '+', '-', '@', '\t', '\r':
		if _, err := strconv.ParseFloat(s, 64); err != nil {
			s = "'" + s
		}
	}
	return finding.Clean(s)
}

type diffRow struct {
	File string `json:"file"`
	Row  int    `json:"row"`
	Line int    `json:"line,omitempty"`
	ID   string `json:"id,omitempty"`
}

type diffValue struct {
	Field string `json:"field"`
	Old   string `json:"old"`
	New   string `json:"new"`
}

type diffRecord struct {
	Kind       string      `json:"kind"`
	How        string      `json:"how,omitempty"`
	Old        *diffRow    `json:"old,omitempty"`
	New        *diffRow    `json:"new,omitempty"`
	Renumbered bool        `json:"renumbered,omitempty"`
	Changes    []diffValue `json:"changes,omitempty"`
}

type diffSums struct {
	Kind        string         `json:"kind"`
	OldRows     int            `json:"old_rows"`
	NewRows     int            `json:"new_rows"`
	Pairs       int            `json:"pairs"`
	Changed     int            `json:"changed"`
	Renumbered  int            `json:"renumbered"`
	Gone        int            `json:"gone"`
	Added       int            `json:"added"`
	OnlyOld     []string       `json:"columns_gone,omitempty"`
	OnlyNew     []string       `json:"columns_added,omitempty"`
	SharedIDs   int            `json:"shared_ids"`
	OtherDate   int            `json:"shared_ids_other_date"`
	KeptIDs     int            `json:"ids_kept"`
	ReusedIDs   int            `json:"ids_reused"`
	Fields      map[string]int `json:"fields"`
	Passes      map[string]int `json:"joined_by"`
	DeathsOld   float64        `json:"deaths_old"`
	DeathsNew   float64        `json:"deaths_new"`
	DeathsPairs float64        `json:"deaths_net_in_pairs"`
	DeathsGone  float64        `json:"deaths_gone"`
	DeathsAdded float64        `json:"deaths_added"`
}

// diffJSON writes one object a line: the sums first, then the records of [diffCSV] with all changes of a pair in one.
func diffJSON(out io.Writer, d *release.Diff) error {
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	sums := diffSums{
		Kind: "summary", OldRows: d.Old.N, NewRows: d.New.N, Pairs: len(d.Pairs), Changed: d.Changed(), Renumbered: d.IDs.Renumbered,
		Gone: len(d.Gone), Added: len(d.Added), SharedIDs: d.IDs.Shared, OtherDate: d.IDs.OtherDate, KeptIDs: d.IDs.Kept, ReusedIDs: d.IDs.Reused,
		Fields: map[string]int{}, Passes: map[string]int{},
		DeathsOld: d.Deaths.Old, DeathsNew: d.Deaths.New, DeathsPairs: d.Deaths.After - d.Deaths.Before, DeathsGone: d.Deaths.Gone, DeathsAdded: d.Deaths.Added,
	}
	for _, c := range d.OnlyOld {
		sums.OnlyOld = append(sums.OnlyOld, c.Name)
	}
	for _, c := range d.OnlyNew {
		sums.OnlyNew = append(sums.OnlyNew, c.Name)
	}
	for _, c := range d.Changes() {
		sums.Fields[c.Key] = c.Changed
	}
	for p, n := range d.Passes() {
		if n > 0 {
			sums.Passes[release.Pass(p).String()] = n
		}
	}
	if err := e.Encode(sums); err != nil {
		return err
	}
	row := func(of *record.Dataset, r int32) *diffRow {
		if r < 0 {
			return nil
		}
		return &diffRow{of.Path, of.RowNumber(int(r)), of.Line(int(r)), release.ID(of, r)}
	}
	for i := range d.Pairs {
		p := &d.Pairs[i]
		x := diffRecord{Kind: "changed", How: p.Pass.String(), Old: row(d.Old, p.Old), New: row(d.New, p.New), Renumbered: p.Renumbered}
		for _, f := range p.Changed {
			was, is := p.Values(f)
			x.Changes = append(x.Changes, diffValue{f.Key, was, is})
		}
		if len(x.Changes) == 0 {
			x.Kind = "renumbered"
		}
		if len(x.Changes) == 0 && !p.Renumbered {
			continue
		}
		if err := e.Encode(x); err != nil {
			return err
		}
	}
	for _, r := range d.Gone {
		if err := e.Encode(diffRecord{Kind: "gone", Old: row(d.Old, r)}); err != nil {
			return err
		}
	}
	for _, r := range d.Added {
		if err := e.Encode(diffRecord{Kind: "added", New: row(d.New, r)}); err != nil {
			return err
		}
	}
	for _, r := range d.IDs.ReusedRows {
		if err := e.Encode(diffRecord{Kind: "reused", Old: row(d.Old, r.Old), New: row(d.New, r.New)}); err != nil {
			return err
		}
	}
	return nil
}
