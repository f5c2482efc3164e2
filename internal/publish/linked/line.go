package linked

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/assaydata/assay/internal/link"
	"github.com/assaydata/assay/internal/record"
)

// lines writes lines of CSV after RFC 4180, as package encoding/csv does with UseCRLF, into memory: blocks of lines are made on all
// cores and written in order.
type lines struct {
	buf   []byte
	begun bool // the line holds a field
}

func (l *lines) next() {
	if l.begun {
		l.buf = append(l.buf, ',')
	}
	l.begun = true
}

func (l *lines) end() {
	l.buf = append(l.buf, '\r', '\n')
	l.begun = false
}

// word adds a text of the program's own, which holds nothing that must be quoted.
func (l *lines) word(s string) {
	l.next()
	l.buf = append(l.buf, s...)
}

func (l *lines) int(n int) {
	l.next()
	l.buf = strconv.AppendInt(l.buf, int64(n), 10)
}

// decimal adds a number with up to six digits, nothing where there is none.
func (l *lines) decimal(v float64) {
	l.next()
	if v == v {
		l.buf = strconv.AppendFloat(l.buf, v, 'g', 6, 64)
	}
}

// digits adds a number with as many digits as it has.
func (l *lines) digits(v *float64) {
	l.next()
	if v != nil {
		l.buf = strconv.AppendFloat(l.buf, *v, 'f', -1, 64)
	}
}

func (l *lines) date(d *int32) {
	l.next()
	if d != nil {
		l.buf = append(l.buf, record.Day(*d).String()...)
	}
}

// text adds a text that stands in a file, guarded.
func (l *lines) text(s string) {
	l.next()
	s = guard(s)
	if !quoted(s) {
		l.buf = append(l.buf, s...)
		return
	}
	l.buf = append(l.buf, '"')
	for {
		before, after, found := strings.Cut(s, `"`)
		l.buf = append(l.buf, before...)
		if !found {
			break
		}
		l.buf = append(l.buf, '"', '"')
		s = after
	}
	l.buf = append(l.buf, '"')
}

// list adds several texts, guarded.
func (l *lines) list(items []string, between string) {
	switch len(items) {
	case 0:
		l.next()
	case 1:
		l.text(items[0])
	default:
		l.text(strings.Join(items, between))
	}
}

// quoted reports whether a text without control characters must stand in quotation marks.
func quoted(s string) bool {
	if s == "" {
		return false
	}
	if s == `\.` || strings.IndexByte(s, ',') >= 0 || strings.IndexByte(s, '"') >= 0 {
		return true
	}
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(first)
}

// ref adds the dataset, the row and the identifier of a record.
func (l *lines) ref(r *link.Result, ref link.Ref) {
	d := r.Datasets[ref.Data]
	l.text(d.Name)
	l.int(d.RowNumber(int(ref.Row)))
	l.text(d.ID(int(ref.Row)))
}
