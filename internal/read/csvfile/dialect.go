package csvfile

import "bytes"

// Dialect is how a file separates fields and records.
type Dialect struct {
	Delimiter byte
	Newline   byte // '\n', or '\r' for files with old Macintosh line ends
}

// Sniff guesses the dialect from the beginning of a file. Of the usual delimiters it takes the one that splits the most
// records into the same number of fields as the first, and among equals the one that gives the most fields.
func Sniff(head []byte) Dialect {
	d := Dialect{Delimiter: ',', Newline: '\n'}
	if bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0 {
		d.Newline = '\r'
	}
	best := 0.0
	for _, delim := range []byte{',', ';', '\t', '|', '^', 0x01} {
		s := scanner{Dialect: Dialect{delim, d.Newline}, buf: head, end: len(head), eof: true, line: 1}
		width, records, agree := 0, 0, 0
		for records < 50 {
			var b raw
			if !s.record(&b) {
				break
			}
			if s.pos >= len(head) && records > 0 {
				break // the last record may be cut by the end of the sample
			}
			n := len(b.cells)
			if records == 0 {
				width = n
			}
			if n == width {
				agree++
			}
			records++
		}
		if width < 2 {
			continue
		}
		if score := float64(agree)/float64(records) + float64(width)/10000; score > best {
			best, d.Delimiter = score, delim
		}
	}
	return d
}
