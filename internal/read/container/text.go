package container

import (
	"bytes"
	"io"

	"golang.org/x/text/encoding/unicode"
)

const bom8 = "\xef\xbb\xbf"

// recogniseText settles the encoding and tells JSON from delimited text.
func (b *Blob) recogniseText(first []byte) error {
	b.Encoding = Windows1252
	b.Charset = "UTF-8"
	switch wide, order := utf16Order(first); {
	case wide:
		b.wide, b.utf16 = true, order
		b.Charset = "UTF-16 LE"
		if order == unicode.BigEndian {
			b.Charset = "UTF-16 BE"
		}
		if bytes.HasPrefix(first, []byte("\xff\xfe")) || bytes.HasPrefix(first, []byte("\xfe\xff")) {
			b.Skip = 2
		}
		r, err := b.Open()
		if err != nil {
			return err
		}
		defer r.Close()
		first = make([]byte, headSize)
		n, _ := io.ReadFull(r, first) // an error in the text is met again by whoever reads it
		first = first[:n]
	case bytes.HasPrefix(first, []byte(bom8)):
		b.Skip = int64(len(bom8))
		b.Charset = "UTF-8 with byte order mark"
		first = first[len(bom8):]
	}
	if len(first) == 0 {
		return b.refuse("nothing in it but a byte order mark", "was the download or export finished?")
	}
	if controls(first) {
		return b.refuse("binary data of an unknown kind, no table", "read are CSV, TSV, XLSX, JSON, GeoJSON and Parquet, also as .gz or .zip")
	}
	if startsJSON(first) {
		b.Kind = KindJSON
	}
	if consolidated(first) {
		b.Kind = KindXML
	}
	if !b.wide {
		b.guessEncoding(first)
	}
	return nil
}

// utf16Order recognises UTF-16 by its byte order mark, or by zero bytes on every other place as Latin text has them.
func utf16Order(p []byte) (bool, unicode.Endianness) {
	if bytes.HasPrefix(p, []byte("\xff\xfe")) {
		return true, unicode.LittleEndian
	}
	if bytes.HasPrefix(p, []byte("\xfe\xff")) {
		return true, unicode.BigEndian
	}
	p = p[:min(len(p), 4096)&^1]
	var zeros [2]int
	for i, c := range p {
		if c == 0 {
			zeros[i&1]++
		}
	}
	pairs := len(p) / 2
	switch {
	case pairs < 4:
	case zeros[1]*10 > pairs*4 && zeros[0]*20 < pairs:
		return true, unicode.LittleEndian
	case zeros[0]*10 > pairs*4 && zeros[1]*20 < pairs:
		return true, unicode.BigEndian
	}
	return false, unicode.LittleEndian
}

// controls reports bytes that are no text in any encoding: over a tenth of them are control characters. A table with some
// NUL bytes in it stays a table; they are reported where they stand.
func controls(p []byte) bool {
	p = p[:min(len(p), 8192)]
	n := 0
	for _, c := range p {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' {
			n++
		}
	}
	return n*10 > len(p)
}

// startsJSON reports whether a text opens like JSON. One more character than the bracket is looked at, because a header
// may begin with a bracket too.
func startsJSON(p []byte) bool {
	p = bytes.TrimLeft(p, " \t\r\n")
	if len(p) == 0 || p[0] != '{' && p[0] != '[' {
		return false
	}
	rest := bytes.TrimLeft(p[1:], " \t\r\n")
	if len(rest) == 0 {
		return true
	}
	if p[0] == '{' {
		return rest[0] == '"' || rest[0] == '}'
	}
	return bytes.IndexByte([]byte(`{["]`), rest[0]) >= 0
}

// guessEncoding samples the text and chooses the fallback.
func (b *Blob) guessEncoding(first []byte) {
	var g guess
	g.add(first, true)
	// A file can be plain ASCII for long before the first accent, so that the beginning alone says too little.
	if at, size, ok := b.ReaderAt(); ok && size > headSize {
		const samples, length = 32, 32 << 10
		p := make([]byte, length)
		step := (size - headSize) / samples
		for i := range int64(samples) {
			n, _ := at.ReadAt(p, headSize+i*step)
			g.add(p[:n], false)
		}
	}
	if g.stray == 0 {
		return
	}
	b.Encoding = g.best()
	if b.Charset == "UTF-8" && g.multi <= g.stray {
		b.Charset = b.Encoding.Name
	} else {
		b.Charset += " with parts in " + b.Encoding.Name
	}
}
