package csvfile

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/read/container"
)

// all reads a text through the scanner and returns its records, the lines on which they begin and the problems.
func all(text string, d Dialect, width int) (records [][]string, lines []int, problems []string) {
	s := scanner{Dialect: d, r: iotest.OneByteReader(strings.NewReader(text)), buf: make([]byte, 8), line: 1, width: width}
	for {
		var b raw
		if !s.fill(&b) {
			return records, lines, problems
		}
		for i := range b.ends {
			records = append(records, b.texts(i, container.Windows1252))
			lines = append(lines, int(b.lines[i]))
			if got := text[b.offsets[i]:]; len(got) == 0 {
				panic("a record without text")
			}
		}
		for _, p := range b.problems {
			problems = append(problems, fmt.Sprintf("%d %s", p.Line, p.Kind))
		}
	}
}

func TestRecords(t *testing.T) {
	comma := Dialect{',', '\n'}
	for _, test := range []struct {
		name, text string
		dialect    Dialect
		width      int
		want       [][]string
		lines      []int
		problems   []string
	}{
		{"plain", "a,b\n1,2\n", comma, 2, [][]string{{"a", "b"}, {"1", "2"}}, []int{1, 2}, nil},
		{"no line end", "a,b\n1,2", comma, 2, [][]string{{"a", "b"}, {"1", "2"}}, []int{1, 2}, nil},
		{"empty last field", "a,b\n1,", comma, 2, [][]string{{"a", "b"}, {"1", ""}}, []int{1, 2}, nil},
		{"CRLF", "a,b\r\n\"1\",\"2\"\r\n", comma, 2, [][]string{{"a", "b"}, {"1", "2"}}, []int{1, 2}, nil},
		{"line ends converted twice", "a,b\r\r\n\"1\",\"2\"\r\r\n3,4\r\r\n", comma, 2, [][]string{{"a", "b"}, {"1", "2"}, {"3", "4"}}, []int{1, 2, 3}, nil},
		{"CR", "a,b\r1,2\r", Dialect{',', '\r'}, 2, [][]string{{"a", "b"}, {"1", "2"}}, []int{1, 2}, nil},
		{"blank lines", "\n\na,b\n\r\n1,2\n\n", comma, 2, [][]string{{"a", "b"}, {"1", "2"}}, []int{3, 5}, nil},
		{"quotes", "a,b\n\"x, \"\"y\"\"\",\"\"\n", comma, 2, [][]string{{"a", "b"}, {`x, "y"`, ""}}, []int{1, 2}, nil},
		{"line break in a field", "a,b\n\"x\ny\",2\n3,4\n", comma, 2, [][]string{{"a", "b"}, {"x\ny", "2"}, {"3", "4"}}, []int{1, 2, 4}, nil},
		{"mark within a field", "a,b\n5\" gun,2\n", comma, 2, [][]string{{"a", "b"}, {`5" gun`, "2"}}, []int{1, 2}, nil},
		{"text after the closing mark", "a,b\n\"x\"y,2\n", comma, 2, [][]string{{"a", "b"}, {`x"y,2` + "\n", ""}}[:1], []int{1}, []string{"2 quote"}},
		{"tab", "a\tb\n1,5\t2\n", Dialect{'\t', '\n'}, 2, [][]string{{"a", "b"}, {"1,5", "2"}}, []int{1, 2}, nil},
		{"stray opening mark", "a,b\n\"1,2\n3,4\n5,\"6\"\n7,8\n", comma, 2, [][]string{{"a", "b"}, {"3", "4"}, {"5", "6"}, {"7", "8"}}, []int{1, 3, 4, 5}, []string{"2 quote"}},
		{"never closed", "a,b\n1,\"2\n3,4\n", comma, 2, [][]string{{"a", "b"}, {"3", "4"}}, []int{1, 3}, []string{"2 quote"}},
		{"ragged", "a,b\n1\n1,2,3\n", comma, 2, [][]string{{"a", "b"}, {"1"}, {"1", "2", "3"}}, []int{1, 2, 3}, nil},
	} {
		records, lines, problems := all(test.text, test.dialect, test.width)
		if diff := cmp.Diff(test.want, records); diff != "" {
			t.Errorf("%s: records (-want +got)\n%s", test.name, diff)
		}
		if diff := cmp.Diff(test.lines, lines); diff != "" {
			t.Errorf("%s: lines (-want +got)\n%s", test.name, diff)
		}
		if diff := cmp.Diff(test.problems, problems); diff != "" {
			t.Errorf("%s: problems (-want +got)\n%s", test.name, diff)
		}
	}
}

func TestSniff(t *testing.T) {
	for text, want := range map[string]Dialect{
		"a,b,c\n1,2,3\n":                      {',', '\n'},
		"a;b;c\n1,5;2,5;3\n4,5;6,1;7\n":       {';', '\n'},
		"a\tb\tc\n\"x, y, z\"\t2\t3\n":        {'\t', '\n'},
		"a|b|c\n1|2, 3|4\n":                   {'|', '\n'},
		"a,b\r1,2\r":                          {',', '\r'},
		"only\none\n":                         {',', '\n'},
		"id,note\n1,\"a;b;c;d\"\n2,\"e;f\"\n": {',', '\n'},
	} {
		if got := Sniff([]byte(text)); got != want {
			t.Errorf("%q: %+v, want %+v", text, got, want)
		}
	}
}

// Every table written by the standard library is read back.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(2, 6).Draw(t, "width")
		cell := rapid.StringOfN(rapid.SampledFrom([]rune(`ab,"é; 1`+"\n")), 0, 8, -1)
		rows := rapid.SliceOfN(rapid.SliceOfN(cell, width, width), 1, 20).Draw(t, "rows")
		var out strings.Builder
		w := csv.NewWriter(&out)
		for _, r := range rows {
			r[0] = "x" + r[0] // a record must not look like a blank line
			w.Write(r)
		}
		w.Flush()
		got, _, problems := all(out.String(), Dialect{',', '\n'}, width)
		if diff := cmp.Diff(rows, got); diff != "" || problems != nil {
			t.Fatalf("problems %v, records (-want +got)\n%s", problems, diff)
		}
	})
}

func FuzzScan(f *testing.F) {
	f.Add("a,b\n\"1,2\n3,4\n5,\"6\"\n", byte(','), 2)
	f.Add("a\tb\r\n\"x\"\"\"\ty\r\n", byte('\t'), 2)
	f.Fuzz(func(t *testing.T, text string, delim byte, width int) {
		if delim == '"' || delim == '\n' || delim == '\r' {
			return
		}
		records, lines, problems := all(text, Dialect{delim, '\n'}, width%8)
		last := 0
		for _, l := range lines {
			if l < last || l > strings.Count(text, "\n")+1 {
				t.Fatalf("line %d after %d", l, last)
			}
			last = l
		}
		// Nothing is dropped silently: every line that is not blank belongs to a record or to a problem.
		if strings.TrimSpace(text) != "" && len(records)+len(problems) == 0 {
			t.Fatalf("nothing came out of %q", text)
		}
	})
}

// A record that does not end within the buffer is read again from its beginning; its fields must not change by that.
func TestQuotedOverBlocks(t *testing.T) {
	const rows = 60_000
	var text strings.Builder
	for i := range rows {
		fmt.Fprintf(&text, "\"%d\",\"a\",\"%s\",\"\",\"z%d\"\n", i, strings.Repeat("x", i%90), i)
	}
	s := scanner{Dialect: Dialect{',', '\n'}, r: strings.NewReader(text.String()), buf: make([]byte, blockBytes), line: 1, width: 5}
	row := 0
	for {
		var b raw
		if !s.fill(&b) {
			break
		}
		if len(b.problems) > 0 {
			t.Fatalf("%+v", b.problems[0])
		}
		for i := range b.ends {
			got := b.texts(i, container.Windows1252)
			want := []string{fmt.Sprint(row), "a", strings.Repeat("x", row%90), "", fmt.Sprintf("z%d", row)}
			if !slices.Equal(got, want) {
				t.Fatalf("row %d: %q", row, got)
			}
			row++
		}
	}
	if row != rows {
		t.Errorf("%d rows of %d", row, rows)
	}
}
