package csvfile

import (
	"bytes"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/assaydata/assay/internal/read/container"
)

// endless yields n bytes of a line that does not end, then a regular record.
type endless struct {
	n    int64
	rest *strings.Reader
}

func (e *endless) Read(p []byte) (int, error) {
	if e.n == 0 {
		return e.rest.Read(p)
	}
	k := int(min(e.n, int64(len(p))))
	for filled := copy(p[:k], "x"); filled < k; {
		filled += copy(p[filled:k], p[:filled])
	}
	e.n -= int64(k)
	return k, nil
}

// A line of any length takes bounded memory, and reading goes on behind it.
func TestEndlessLine(t *testing.T) {
	size := int64(10 << 30)
	if testing.Short() {
		size = 256 << 20
	}
	s := scanner{Dialect: Dialect{',', '\n'}, r: &endless{size, strings.NewReader("\na,b\n")}, line: 1, width: 2}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	var records, problems int
	var b raw
	for s.fill(&b) {
		records += len(b.ends)
		problems += len(b.problems)
	}
	runtime.ReadMemStats(&after)
	if records != 1 || problems != 1 || s.line != 3 {
		t.Errorf("%d records, %d problems, line %d", records, problems, s.line)
	}
	if used := after.TotalAlloc - before.TotalAlloc; used > 64<<20 {
		t.Errorf("%d MB were allocated", used>>20)
	}
}

// A stray quotation mark on every line costs one line each, and not a search through megabytes each.
func TestManyStrayMarks(t *testing.T) {
	const lines = 200_000
	for name, line := range map[string]string{
		"never closed":            "1,2,3,4,5,6,7,\"five\n",
		"closed at the very end":  "1,2,3,4,5,6,7,\"five\n",
		"closed with wrong width": "\"1,2,3,4,5,6,7,five\n",
	} {
		text := "a,b,c,d,e,f,g,h\n" + strings.Repeat(line, lines)
		if name != "never closed" {
			text += "1,2,3,4,5,6,7,z\"\n"
		}
		start := time.Now()
		s := scanner{Dialect: Dialect{',', '\n'}, r: strings.NewReader(text), line: 1, width: 8}
		var b raw
		records, unread := 0, 0
		for s.fill(&b) {
			records += len(b.ends)
			unread += len(b.unread)
		}
		if records+unread < lines || unread < lines-1 {
			t.Errorf("%s: %d records and %d unread of %d lines", name, records, unread, lines)
		}
		if spent := time.Since(start); spent > 20*time.Second {
			t.Errorf("%s: %s for %d lines", name, spent, lines)
		}
	}
}

// A record that a damaged end cut is not taken for a record: its last number may be half of one.
func TestBreakOff(t *testing.T) {
	text := "a,b\n1,22\n3,4444\n"
	for cut := range text {
		s := scanner{Dialect: Dialect{',', '\n'}, r: io.MultiReader(strings.NewReader(text[:cut]), failing{}), line: 1, width: 2}
		var got [][]string
		unread := 0
		var b raw
		for s.fill(&b) {
			for i := range b.ends {
				got = append(got, b.texts(i, container.Windows1252))
			}
			unread += len(b.unread)
		}
		whole := bytes.Count([]byte(text[:cut]), []byte("\n"))
		partial := 0
		if cut > 0 && text[cut-1] != '\n' {
			partial = 1
		}
		if len(got) != whole || unread != partial || s.err != io.ErrUnexpectedEOF {
			t.Errorf("cut at %d: records %v, %d unread, error %v", cut, got, unread, s.err)
		}
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// A closing mark that is missing where the next one closes the field with the right number of fields: the record between
// them is not swallowed.
func TestMissingClosingMark(t *testing.T) {
	text := "id,date,country,place,best,low,high,note\n" +
		"1,2014-01-01,A,B,1,1,1,\"first\n" + // the mark that closes is missing
		"2,2014-01-02,A,B,1,1,1,\"second\"\n" +
		"3,2014-01-03,A,B,1,1,1,\"third, with a list:\n- one, two\n- three\"\n" +
		"\"4\n5\",2014-01-04,A,B,1,1,1,fourth\n"
	records, lines, problems := all(text, Dialect{',', '\n'}, 8)
	want := [][]string{
		{"id", "date", "country", "place", "best", "low", "high", "note"},
		{"2", "2014-01-02", "A", "B", "1", "1", "1", "second"},
		{"3", "2014-01-03", "A", "B", "1", "1", "1", "third, with a list:\n- one, two\n- three"},
		{"4\n5", "2014-01-04", "A", "B", "1", "1", "1", "fourth"},
	}
	if diff := cmp.Diff(want, records); diff != "" {
		t.Errorf("records (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]int{1, 3, 4, 7}, lines); diff != "" {
		t.Errorf("lines (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"2 quote"}, problems); diff != "" {
		t.Errorf("problems (-want +got)\n%s", diff)
	}
}
