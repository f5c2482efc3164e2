package xlsxfile

import (
	"context"
	"fmt"

	"github.com/assaydata/assay/internal/read/container"
)

// Sheet is a sheet of a workbook.
type Sheet struct {
	Name    string
	Columns int  // cells with text in the first row that has any
	Table   bool // some row near its beginning has at least two columns
	Hidden  bool
}

// titleRows is how many rows with text are looked at for the header: a title or a licence may stand above it.
const titleRows = 20

// Sheets lists the sheets of a workbook in its order. Charts and empty sheets have no columns.
func Sheets(ctx context.Context, b *container.Blob) ([]Sheet, error) {
	bk, err := open(ctx, b)
	if err != nil {
		return nil, err
	}
	defer bk.close()
	return bk.sheets(ctx)
}

func (bk *book) sheets(ctx context.Context) ([]Sheet, error) {
	var list []Sheet
	for _, name := range bk.file.GetSheetList() {
		s := Sheet{Name: name}
		if visible, err := bk.file.GetSheetVisible(name); err == nil {
			s.Hidden = !visible
		}
		rows, err := bk.file.Rows(name)
		if err != nil { // a chart sheet
			list = append(list, s)
			continue
		}
		for filled := 0; filled < titleRows && !s.Table && rows.Next(); {
			if err := ctx.Err(); err != nil {
				rows.Close()
				return nil, err
			}
			cells, err := rows.Columns()
			if err != nil {
				break // said when the sheet is read
			}
			if n := texts(cells); n > 0 {
				if filled == 0 {
					s.Columns = n
				}
				s.Table = n > 1
				filled++
			}
		}
		rows.Close()
		list = append(list, s)
	}
	return list, nil
}

// texts counts the cells that are not empty.
func texts(cells []string) int {
	n := 0
	for _, c := range cells {
		if c != "" {
			n++
		}
	}
	return n
}

// choose returns the first visible sheet whose first row has two columns, else the first that has such a row below a
// title, else a hidden one.
func choose(list []Sheet) (string, error) {
	for _, want := range []func(Sheet) bool{
		func(s Sheet) bool { return s.Columns > 1 && !s.Hidden },
		func(s Sheet) bool { return s.Table && !s.Hidden },
		func(s Sheet) bool { return s.Table },
	} {
		for _, s := range list {
			if want(s) {
				return s.Name, nil
			}
		}
	}
	return "", fmt.Errorf("no sheet has a row with two columns or more: %w", container.ErrEmpty)
}
