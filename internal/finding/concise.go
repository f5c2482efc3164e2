package finding

import (
	"bufio"
	"io"
	"strconv"

	"github.com/assaydata/assay/internal/audit"
)

// Concise writes one line a finding:
//
//	file:row:column: CODE message (line 1843)
//
// Row is the data row, counted from 1 without the header and an HXL row, since that is what a person looks up in a table;
// it is 0 for a finding about the dataset as a whole. Column is the name in the file, empty for the row as a whole. The
// physical line on which the record begins follows in brackets where the file has lines.
func Concise(w io.Writer, a *audit.Audit, o Options) error {
	b := bufio.NewWriterSize(w, 1<<16)
	var buf []byte
	for i := range a.Findings {
		f := &a.Findings[i]
		if !o.selects(f.Rule) {
			continue
		}
		buf = append(buf[:0], clean(file(f.Data))...)
		buf = append(buf, ':')
		buf = strconv.AppendInt(buf, int64(rowNumber(f.Data, f.Row)), 10)
		buf = append(buf, ':')
		buf = append(buf, clean(columnName(f.Data, f.Column))...)
		buf = append(buf, ": "...)
		buf = append(buf, f.Rule.Code...)
		buf = append(buf, ' ')
		buf = append(buf, clean(f.Message)...)
		if n := f.Data.Line(f.Row); n > 0 {
			buf = append(buf, " (line "...)
			buf = strconv.AppendInt(buf, int64(n), 10)
			buf = append(buf, ')')
		}
		buf = append(buf, '\n')
		if _, err := b.Write(buf); err != nil {
			return err
		}
	}
	return b.Flush()
}
