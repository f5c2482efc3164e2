package jsonfile

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/assaydata/assay/internal/read/rows"
)

// split takes an object apart into the cells of its columns.
func (r *Reader) split(object []byte) {
	clear(r.spans)
	r.text = r.text[:0]
	r.compact.Reset()
	body := object
	var f parts
	if r.geo {
		f = feature(object)
		body = f.properties
	}
	n := 0
	if body != nil {
		fields(body, func(key, value []byte) {
			c := r.column(n, key)
			n++
			if c < 0 {
				r.unknown(key)
				return
			}
			if r.spans[c].set {
				r.noteOnce("duplicate-key", r.line, fmt.Sprintf("key %s stands twice in this record; the last value is used", key), "")
			}
			r.set(c, value)
		})
	}
	if r.geo {
		r.splitFeature(f)
	}
	for c, s := range r.spans {
		if s.set {
			r.cells[c] = r.text[s.start:s.end]
		} else {
			r.cells[c] = nil
		}
	}
}

// column finds the column of the n-th key of a record. Records mostly have the same keys in the same order, so that the
// key of the record before is tried first.
func (r *Reader) column(n int, key []byte) int {
	if n < len(r.order) && bytes.Equal(r.order[n].raw, key) {
		return r.order[n].column
	}
	r.key = unquote(r.key[:0], key)
	c, ok := r.index[string(r.key)]
	if !ok {
		return -1
	}
	for len(r.order) <= n {
		r.order = append(r.order, keyed{column: -1})
	}
	r.order[n] = keyed{append(r.order[n].raw[:0], key...), c}
	return c
}

// set stores the text of a value. Texts are copied, since a buffer that grows would move under the cells.
func (r *Reader) set(c int, value []byte) {
	start := len(r.text)
	switch value[0] {
	case '"':
		r.text = unquote(r.text, value)
	case 'n': // null
	case '{', '[':
		r.compact.Reset()
		if json.Compact(&r.compact, value) == nil {
			r.text = append(r.text, r.compact.Bytes()...)
		}
	default:
		r.text = append(r.text, value...)
	}
	r.spans[c] = span{start: start, end: len(r.text), set: true}
}

// unknown notes a key that the header lacks, once.
func (r *Reader) unknown(key []byte) {
	name := string(unquote(nil, key))
	if r.known["key "+name] || r.newKeys > maxNewKeys {
		return
	}
	r.newKeys++
	note := &rows.RecordError{Line: r.line, Kind: "new-key", Hint: "put a record that has all keys among the first"}
	if r.newKeys > maxNewKeys {
		note.Text = fmt.Sprintf("over %d keys appear only after the first %d records; their values are not read", maxNewKeys, headerRecords)
	} else {
		r.known["key "+name] = true
		note.Text = fmt.Sprintf("key %q appears for the first time after the first %d records; its values are not read", clip(name), headerRecords)
	}
	r.notes = append(r.notes, note)
}

func clip(s string) string {
	const most = 80
	if len(s) <= most {
		return s
	}
	return s[:most] + "…"
}
