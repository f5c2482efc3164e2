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

	plainCells bool // addresses of cells hold nothing that must be guarded or quoted
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
		l.buf = record.Day(*d).Append(l.buf)
	}
}

// text adds a text that stands in a file, guarded.
func (l *lines) text(s string) {
	l.next()
	begin := len(l.buf)
	l.buf = append(l.buf, s...)
	l.tame(begin)
}

// tame brings the field that was added from begin on into form. Most fields stand as they are.
func (l *lines) tame(begin int) {
	field := l.buf[begin:]
	if len(field) == 0 {
		return
	}
	is := byteClass[field[0]] & (first | anywhere)
	for _, c := range field {
		is |= byteClass[c] & anywhere
	}
	if is == 0 && string(field) != `\.` {
		return
	}
	s := guard(string(field))
	l.buf = l.buf[:begin]
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

// Bits of what keeps a byte from standing in a field as it is.
const (
	anywhere = 1 << iota // it must be quoted, or may have to be dropped
	first                // at the beginning of a field
)

// byteClass says more than guard and quoted would: where it says nothing, neither changes a field.
var byteClass = func() (t [256]uint8) {
	for c := range t {
		if c < ' ' || c >= 0x7f || c == ',' || c == '"' {
			t[c] = anywhere
		}
	}
	for _, c := range "=+-@ " {
		t[c] = first
	}
	return t
}()

// list adds several texts as one, guarded.
func (l *lines) list(items []string, between string) { l.tame(l.join(items, between)) }

// join adds several texts as one and returns where they begin.
func (l *lines) join(items []string, between string) (begin int) {
	l.next()
	begin = len(l.buf)
	for i, s := range items {
		if i > 0 {
			l.buf = append(l.buf, between...)
		}
		l.buf = append(l.buf, s...)
	}
	return begin
}

// cells adds addresses of cells.
func (l *lines) cells(items []string) {
	if begin := l.join(items, " "); !l.plainCells {
		l.tame(begin)
	}
}

// verbatim reports whether a field that begins with a text, and goes on with such texts, stands as it is.
func verbatim(s string) bool {
	for i := range len(s) {
		if byteClass[s[i]]&anywhere != 0 || i == 0 && byteClass[s[i]] != 0 {
			return false
		}
	}
	return true
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
