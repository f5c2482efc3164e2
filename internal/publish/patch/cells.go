package patch

import "bytes"

// span is a cell in a text: what stands between delimiters without the quotation marks around it.
type span struct {
	start, end int
	quoted     bool
	escaped    bool // holds doubled quotation marks
}

// cellsOf finds the cells of the record that begins at pos and the place after its line end. The rules are those of the
// reader (package csvfile): RFC 4180, and beyond it a quotation mark inside an unquoted cell, or after which no delimiter
// or line end comes, is text. It reports false where a quoted cell is never closed.
func cellsOf(text []byte, pos int, delimiter, newline byte) (cells []span, next int, ok bool) {
	returns := func(i int) int { // carriage returns that belong to a line end
		for newline == '\n' && i < len(text) && text[i] == '\r' {
			i++
		}
		return i
	}
	for i := pos; ; {
		c := span{start: i}
		if i < len(text) && text[i] == '"' {
			c.start, c.quoted = i+1, true
			for j := c.start; ; {
				q := bytes.IndexByte(text[j:], '"')
				if q < 0 {
					return nil, 0, false
				}
				j += q + 1
				if end := returns(j); end == len(text) || text[end] == newline || text[j] == delimiter {
					c.end, i = j-1, j
					break
				}
				if text[j] == '"' {
					c.escaped = true
					j++
				}
			}
		} else {
			for i < len(text) && text[i] != delimiter && text[i] != newline {
				i++
			}
			c.end = i
			for newline == '\n' && c.end > c.start && (i == len(text) || text[i] == newline) && text[c.end-1] == '\r' {
				c.end--
			}
		}
		cells = append(cells, c)
		if i < len(text) && text[i] == delimiter {
			i++
			continue
		}
		if c.quoted {
			i = returns(i)
		}
		return cells, min(i+1, len(text)), true
	}
}

// text is the content of a cell with doubled quotation marks made single.
func (c span) text(in []byte) []byte {
	p := in[c.start:c.end]
	if !c.escaped {
		return p
	}
	var out []byte
	for i := 0; i < len(p); i++ {
		out = append(out, p[i])
		if p[i] == '"' && i+1 < len(p) && p[i+1] == '"' {
			i++
		}
	}
	return out
}

// appendCell appends a cell with a new content. A cell that stood in quotation marks keeps them; another gets them where
// its content needs them.
func appendCell(dst, content []byte, quoted, alone bool, delimiter byte) []byte {
	// A record of one empty cell would be a blank line, which is no record.
	if !quoted && bytes.IndexByte(content, delimiter) < 0 && !bytes.ContainsAny(content, "\"\r\n") && !(alone && len(content) == 0) {
		return append(dst, content...)
	}
	dst = append(dst, '"')
	for _, b := range content {
		if b == '"' {
			dst = append(dst, '"')
		}
		dst = append(dst, b)
	}
	return append(dst, '"')
}
