package linked

// Event is a row of events.parquet.
type Event = event

// CSVLine is the line of events.csv for a row of events.parquet.
func CSVLine(e *Event) string {
	var l lines
	l.event(e)
	return string(l.buf)
}
