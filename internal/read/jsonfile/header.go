package jsonfile

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/read/rows"
)

const (
	headerRecords = 1000     // records whose keys make the header
	headerBytes   = 64 << 20 // bytes after which the header is settled even if there were fewer records
	maxColumns    = 10_000   // different keys in the header
	maxNewKeys    = 100      // keys outside the header that are named one by one
)

// settleHeader reads the first records for their keys.
func (r *Reader) settleHeader() error {
	r.index = map[string]int{}
	points, ids := false, false
	add := func(key []byte) {
		name := string(unquote(nil, key))
		if _, ok := r.index[name]; !ok && len(r.header) < maxColumns {
			r.index[name] = len(r.header)
			r.header = append(r.header, name)
		}
	}
	objects := 0
	var first error
	for objects < headerRecords && r.s.offset()-r.shape.start < headerBytes {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		object, _, err := r.record()
		var trouble *rows.RecordError
		if errors.As(err, &trouble) {
			if first == nil {
				first = fmt.Errorf("%s: %w", r.name, trouble)
			}
			continue
		}
		if err != nil {
			if err != io.EOF && first == nil {
				first = err
			}
			break
		}
		f := feature(object)
		if objects == 0 {
			r.geo = f.ok
		}
		objects++
		if !r.geo {
			fields(object, func(key, _ []byte) { add(key) })
			continue
		}
		if f.properties != nil {
			fields(f.properties, func(key, _ []byte) { add(key) })
		}
		points = points || f.point
		ids = ids || f.id != nil
	}
	r.notes, r.known = nil, map[string]bool{}
	switch {
	case objects == 0 && first != nil:
		return first
	case objects == 0 && r.shape.empty:
		return fmt.Errorf("%s: an array without records: %w", r.name, container.ErrEmpty)
	case objects == 0:
		return fmt.Errorf("%s: %w", r.name, errNoRecords)
	}
	if ids && !r.has("id") {
		r.id = len(r.header)
		r.header = append(r.header, "id")
	}
	if points && !r.has("latitude", "lat", "y") && !r.has("longitude", "lon", "lng", "long", "x") {
		r.lat = len(r.header)
		r.header = append(r.header, "latitude", "longitude")
	}
	r.cells = make([][]byte, len(r.header))
	r.spans = make([]span, len(r.header))
	return nil
}

func (r *Reader) has(names ...string) bool {
	for _, h := range r.header {
		for _, n := range names {
			if strings.EqualFold(h, n) {
				return true
			}
		}
	}
	return false
}
