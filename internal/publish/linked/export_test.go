package linked

import (
	"context"
	"io"

	"github.com/assaydata/assay/internal/fact"
)

// Event is a row of events.parquet.
type Event = event

// CSVLine is the line of events.csv for a row of events.parquet.
func CSVLine(e *Event) string {
	var l lines
	l.event(e)
	return string(l.buf)
}

// Both writes both files of events.
func Both(ctx context.Context, b *fact.Book, ids []string, asCSV, asParquet io.Writer, meanwhile func() error) error {
	return write(ctx, b, ids, asCSV, asParquet, nil, meanwhile)
}
