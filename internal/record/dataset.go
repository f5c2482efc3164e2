package record

import (
	"context"
	"errors"
	"slices"
)

// Dataset is one table of records read from one file, with what was learnt while reading it.
type Dataset struct {
	Name    string // short name, unique within an audit: the file's base name without extensions unless the user gave one
	Path    string // the file as the user named it
	Member  string // file inside an archive or sheet of a workbook, "" if the file is the table
	SHA256  string // of the bytes on disk, hexadecimal; "" where the input was not a file
	Bytes   int64  // size on disk
	Version string // from assay.yaml
	Licence string
	Cite    string

	Format   Format
	Encoding string   // for people: "UTF-8", "windows-1252"
	Remarks  []string // what was assumed while reading, one sentence each
	Mapping  string   // what the columns were taken to mean, as YAML, where a mapping or a guess was at work; else ""

	N       int      // number of rows
	Columns []Column // in file order
	Lines   []uint32 // physical line on which each record begins, from 1; nil where the file has no lines (XLSX rows count as lines)
	RowHash []uint64 // hash over all cells of the row except an unnamed row index: equal for identical rows

	Problems []Problem // what could not be read, in file order
	Unread   int       // records that could not be read at all; each has a Problem
	Skips    []int     // for each unreadable record the index of the row before which it stood, ascending; they count as rows in RowNumber

	Events *Events // the rows as events; nil where the format is no event table or its roles are not known

	Source Rereader // reads records again from the file

	roles [NumRoles]int // column index + 1
	close func() error
}

// OnClose registers what [Dataset.Close] does.
func (d *Dataset) OnClose(f func() error) { d.close = f }

// Close lets go of the file. The columns stay usable; [Dataset.Reread] does not.
func (d *Dataset) Close() error {
	if d.close == nil {
		return nil
	}
	return d.close()
}

// Problem is something that the reader could not read. Row is the index of the row it belongs to, -1 for a record that
// gave no row (then Line says where it stands) and for the file as a whole (Line 0).
type Problem struct {
	Row    int
	Line   int
	Column int    // index into Columns, -1 for the record as a whole
	Kind   string // short stable key: ragged, quote, nul, encoding, truncated, too-long …
	Text   string // what is wrong, for people
	Hint   string // what to do
}

// Rereader reads the original records again, each as the texts of its cells. Rows must ascend. It returns an error where
// the file is gone or is no longer the file that was read.
type Rereader interface {
	Reread(ctx context.Context, rows []int, yield func(row int, cells []string) error) error
}

// ColumnRereader is a Rereader that can leave the cells of other columns than those asked for empty, which spares making their texts.
type ColumnRereader interface {
	RereadColumns(ctx context.Context, rows, columns []int, yield func(row int, cells []string) error) error
}

// ErrNoSource is returned by [Dataset.Reread] for a dataset that was not read from anything.
var ErrNoSource = errors.New("this dataset cannot be read again")

// Reread calls yield with the original cells of the given rows, which must ascend.
func (d *Dataset) Reread(ctx context.Context, rows []int, yield func(row int, cells []string) error) error {
	if d.Source == nil {
		return ErrNoSource
	}
	if len(rows) == 0 {
		return nil
	}
	return d.Source.Reread(ctx, rows, yield)
}

// RereadColumns is Reread for whoever looks at some columns only, which must ascend: cells of others may be empty, and there may be
// fewer cells than columns.
func (d *Dataset) RereadColumns(ctx context.Context, rows, columns []int, yield func(row int, cells []string) error) error {
	if s, ok := d.Source.(ColumnRereader); ok && len(rows) > 0 {
		return s.RereadColumns(ctx, rows, columns, yield)
	}
	return d.Reread(ctx, rows, yield)
}

// RowNumber is the number of a row for people: data rows from 1, without the header and an HXL row. Records that could not
// be read count, so that the number is the one that a spreadsheet program or a line count leads to. It is 0 for row -1, the
// dataset as a whole.
func (d *Dataset) RowNumber(row int) int {
	before, _ := slices.BinarySearch(d.Skips, row+1)
	return row + 1 + before*min(row+1, 1)
}

// Line is the physical line on which a row begins, 0 where the file has no lines.
func (d *Dataset) Line(row int) int {
	if row < 0 || row >= len(d.Lines) {
		return 0
	}
	return int(d.Lines[row])
}

// SetRole says that a column has a role. The reader calls it.
func (d *Dataset) SetRole(r Role, column int) { d.roles[r] = column + 1 }

// Role returns the column that has a role, nil where the file has none.
func (d *Dataset) Role(r Role) *Column {
	if i := d.roles[r]; i > 0 {
		return &d.Columns[i-1]
	}
	return nil
}

// Column finds a column by its canonical name, then by its name in the file; nil where there is none.
func (d *Dataset) Column(name string) *Column {
	for i := range d.Columns {
		if f := d.Columns[i].Field; f != nil && f.Name == name {
			return &d.Columns[i]
		}
	}
	for i := range d.Columns {
		if d.Columns[i].Name == name {
			return &d.Columns[i]
		}
	}
	return nil
}

// ID is the record's own identifier, "" where it has none.
func (d *Dataset) ID(row int) string {
	c := d.Role(RoleID)
	if c == nil || row < 0 {
		return ""
	}
	s, _ := c.Text(row)
	return s
}

// Events holds the rows as events: each slice has one element a row, or is nil where the file says nothing of it.
type Events struct {
	When      []When
	Lat, Lon  []float64 // degrees; NaN where missing
	PlacePrec []PlacePrecision
	Kinds     []Kind
	Deaths    []Count
	Injured   []float32 // NaN where not stated

	// Actors[i] describes code i of the column with RoleActor1, likewise Actors2. They are parallel to the dictionaries.
	Actors1, Actors2 []Actor

	// Counted is true for the first row of each event: false for the further rows of one event that is told over several
	// rows (SCAD: one row a place), whose counts must not be added again. nil = every row counts.
	Counted []bool

	Note *NoteFacts // what the note of each row says; nil where the format has no notes
}

// Where returns the point of a row.
func (e *Events) Where(row int) Where {
	w := Where{Lat: NaNOf(Empty), Lon: NaNOf(Empty)}
	if e.Lat != nil && e.Lon != nil {
		w.Lat, w.Lon = e.Lat[row], e.Lon[row]
	}
	if e.PlacePrec != nil {
		w.Precision = e.PlacePrec[row]
	}
	return w
}

// NoteFacts holds what was understood of the free text of each row while it passed by, so that the text itself need not
// be held. Each slice has one element a row.
type NoteFacts struct {
	Opens    []Day     // the date with which the note opens, NoDay where it does not open with one
	DeadLow  []float32 // number of dead that the note states: the single number, or the least of several; NaN = none found, 0 = only an upper bound
	DeadHigh []float32 // the greatest; +Inf = only a lower bound is stated ("at least 15")
	NoDead   []bool    // the note says that nobody was killed

	// SaidLow and SaidHigh are the numbers of dead that the note states for all that it tells, of which the row may be a
	// part: the greatest number and the sum of all; NaN = none. DeadLow is NaN where a note tells of several days or places.
	SaidLow, SaidHigh []float32
}
