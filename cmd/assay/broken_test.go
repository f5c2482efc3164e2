package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

const (
	eventHeader = "event_id,event_date,country,best,low,high\n"
	maxMemory   = 400 << 20
)

func eventRow(i int) string {
	return fmt.Sprintf("e%d,2014-06-%02d,Iraq,%d,%d,%d\n", i, 1+i%28, i%9, i%9, i%9+1)
}

// program prepares a run of assay in a process of its own.
func program(t testing.TB, dir string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self, args...)
	c.Dir = dir
	c.Env = append(os.Environ(), asProgram+"=1", "TMPDIR="+t.TempDir(), "COLUMNS=80")
	return c
}

// made writes a file by a function, so that large ones are never held in memory.
func made(f func(w io.Writer) error) func(string) error {
	return func(path string) error {
		out, err := os.Create(path)
		if err != nil {
			return err
		}
		if err := f(out); err != nil {
			return err
		}
		return out.Close()
	}
}

func text(parts ...string) func(string) error {
	return made(func(w io.Writer) error {
		_, err := io.WriteString(w, strings.Join(parts, ""))
		return err
	})
}

var confidence = regexp.MustCompile(`(?m)confidence [0-9.]+$`)

func repeat(w io.Writer, s string, total int) error {
	block := bytes.Repeat([]byte(s), 1+(1<<20)/len(s))
	for total > 0 {
		n, err := w.Write(block[:min(total, len(block))])
		if err != nil {
			return err
		}
		total -= n
	}
	return nil
}

func rows(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(eventRow(i))
	}
	return b.String()
}

// TestBrokenInput runs the program on damaged and hostile files: it says what is wrong and where, gives the right exit
// code, uses what is good, and its memory stays bounded.
func TestBrokenInput(t *testing.T) {
	for _, test := range []struct {
		name  string
		write func(path string) error
		code  int
		wants []string // regular expressions for stdout or stderr
		large bool     // left out with -short
	}{
		{name: "empty.csv", write: text(""), code: 3, wants: []string{`(?m)^assay: empty.csv: nothing in it: 0 bytes \(hint: .*\)$`}},
		{name: "blank.csv", write: text("\n\r\n\n"), code: 3, wants: []string{`^assay: blank.csv: .*only blank lines \(hint: `}},
		{name: "bom.csv", write: text("\ufeff"), code: 3, wants: []string{`^assay: bom.csv: nothing in it but a byte order mark \(hint: `}},
		{name: "header.csv", write: text(eventHeader), code: 0, wants: []string{`0 rows`, `there is a header, but no row below it`}},
		{name: "folder.csv", write: func(p string) error { return os.MkdirAll(p, 0o755) }, code: 2, wants: []string{`^assay: folder.csv.assay.yaml: `, `\(hint: assay init FILE…`}},
		{name: "picture.csv", write: text("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", strings.Repeat("\x00\xff\x10", 2000)), code: 3, wants: []string{`^assay: picture.csv: a picture`}},
		{name: "random.csv", write: made(func(w io.Writer) error { return repeat(w, "\x00\x01\x07\x93\xfe\x1a\x02", 500_000) }), code: 3, wants: []string{`^assay: random.csv: binary data`}},
		{name: "page.csv", write: text("<!doctype html><html><body>Sign in</body></html>"), code: 3, wants: []string{`^assay: page.csv: a web page, not data \(hint: `}},
		{name: "deep.json", write: text(`[{"a":`, strings.Repeat("[", 200_000), strings.Repeat("]", 200_000), "}]"), code: 3, wants: []string{`^assay: deep.json: line 1: `}},
		{
			name: "wrong delimiter.csv", write: text(strings.ReplaceAll(eventHeader+rows(50), ",", "¦")), code: 3,
			wants: []string{`only one column was found, with comma as the delimiter`, `name it with --delimiter`},
		},
		{
			name: "ragged.csv", write: text(eventHeader, eventRow(1), "e2,2014\n", eventRow(3)), code: 1,
			wants: []string{`ragged.csv:2 +\(row 2, line 3\)`, `2 fields where the header has 6`, `3 rows`},
		},
		{
			name: "nul.csv", write: text(eventHeader, eventRow(1), strings.Replace(eventRow(2), "Iraq", "Ir\x00aq", 1), eventRow(3)), code: 1,
			wants: []string{`nul.csv:2:country +\(row 2, line 3\)`, `control character U\+0000`},
		},
		{
			name: "mixed.csv", write: text(eventHeader, strings.Replace(eventRow(1), "Iraq", "S\xe3o Tom\xe9", 1), strings.Replace(eventRow(2), "Iraq", "Côte d’Ivoire", 1)),
			code: 0, wants: []string{`2 rows`},
		},
		{
			name: "unclosed.csv", write: text(eventHeader, eventRow(1), "e2,\"2014-06-03,Iraq,1,1,2\n", eventRow(3), eventRow(4)), code: 3,
			wants: []string{`line 3: a quotation mark that opens a field is never closed`, `3 rows`, `(?s)1 record could not be read.*An input could be read only in part`},
		},
		{
			name: "twice.csv", write: text("event_id,event_date,country,best,best,low,high\ne1,2014-01-01,Iraq,3,4,1,5\n"), code: 0,
			wants: []string{`columns 4 and 5 are both called "best"`},
		},
		{
			name: "cut.csv.gz", code: 3,
			write: made(func(w io.Writer) error {
				var packed bytes.Buffer
				z := gzip.NewWriter(&packed)
				if _, err := io.WriteString(z, eventHeader+rows(20_000)); err != nil {
					return err
				}
				if err := z.Close(); err != nil {
					return err
				}
				_, err := w.Write(packed.Bytes()[:packed.Len()/2])
				return err
			}),
			wants: []string{`the file breaks off within this record`, `the compressed data breaks off after [0-9]+ bytes of text`, `fetch or copy the file again`},
		},
		{
			name: "cut.zip", write: text("PK\x03\x04\x14\x00", strings.Repeat("x", 1000)), code: 3,
			wants: []string{`^assay: cut.zip: the archive has no table of contents`, `\(hint: `},
		},
		{
			name: "long line.csv", large: true, code: 3,
			write: made(func(w io.Writer) error {
				if _, err := io.WriteString(w, eventHeader+eventRow(1)); err != nil {
					return err
				}
				if err := repeat(w, "x,", 200_000_000); err != nil {
					return err
				}
				_, err := io.WriteString(w, "\n"+eventRow(3))
				return err
			}),
			wants: []string{`line 3: a line of 200000000 bytes is longer than a record may be \(8 MB\)`, `2 rows`},
		},
		{
			name: "only a long line.csv", large: true, code: 3,
			write: made(func(w io.Writer) error { return repeat(w, "\"x", 200_000_000) }), wants: []string{`the header could not be read: line 1: `},
		},
		{
			name: "stray marks.csv", code: 3,
			write: text(eventHeader, strings.Repeat("e1,2014-01-01,Iraq,1,1,\"2\n", 100_000)),
			wants: []string{`100,000 records, most of the file: a quotation mark that opens a field is`},
		},
		{
			name: "bomb.csv.gz", large: true, code: 3,
			write: made(func(w io.Writer) error {
				z, err := gzip.NewWriterLevel(w, gzip.BestSpeed)
				if err != nil {
					return err
				}
				if _, err := io.WriteString(z, eventHeader); err != nil {
					return err
				}
				if err := repeat(z, "a,b,c,1,1,1\n", 6_000_000); err != nil {
					return err
				}
				if err := repeat(z, "0", 400_000_000); err != nil {
					return err
				}
				return z.Close()
			}),
			wants: []string{`unfold to more than [0-9]+ MB, over 200 times as much`},
		},
		{
			name: "bomb.zip", large: true, code: 3,
			write: made(func(w io.Writer) error {
				z := zip.NewWriter(w)
				m, err := z.Create("events.csv")
				if err != nil {
					return err
				}
				if _, err := io.WriteString(m, eventHeader+rows(100)); err != nil {
					return err
				}
				if err := repeat(m, "0", 500_000_000); err != nil {
					return err
				}
				return z.Close()
			}),
			wants: []string{`unfold to more than [0-9]+ MB, over 200 times as much`, `100 rows`},
		},
		{
			name: "empty rows.xlsx", large: true, code: 0,
			write: func(path string) error {
				book := excelize.NewFile()
				defer book.Close()
				w, err := book.NewStreamWriter("Sheet1")
				if err != nil {
					return err
				}
				for i := range 1_000_000 {
					row := []any{nil, nil, nil, nil}
					switch i {
					case 0:
						row = []any{"event_id", "event_date", "country", "best"}
					case 1, 999_999:
						row = []any{fmt.Sprint("e", i), "2014-06-01", "Iraq", 3}
					}
					if err := w.SetRow(fmt.Sprint("A", i+1), row); err != nil {
						return err
					}
				}
				if err := w.Flush(); err != nil {
					return err
				}
				return book.SaveAs(path)
			},
			wants: []string{`2 rows`},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.large && testing.Short() {
				t.Skip("large")
			}
			t.Parallel()
			dir := t.TempDir()
			if err := test.write(filepath.Join(dir, test.name)); err != nil {
				t.Fatal(err)
			}
			c := program(t, dir, "check", test.name, "--select", "VAL001,VAL003,GEO001", "--all")
			start := time.Now()
			out, err := c.CombinedOutput()
			t.Logf("%.2f s, %d MB", time.Since(start).Seconds(), peak(c.ProcessState)>>20)
			if got := c.ProcessState.ExitCode(); got != test.code {
				t.Errorf("exit code %d (%v), want %d", got, err, test.code)
			}
			// Messages are wrapped around the confidence, which stands at the right edge.
			flat := strings.Join(strings.Fields(confidence.ReplaceAllString(string(out), "")), " ")
			for _, want := range test.wants {
				re := regexp.MustCompile(want)
				if !re.Match(out) && !re.MatchString(flat) {
					t.Errorf("no match for %s", want)
				}
			}
			if bytes.Contains(out, []byte("goroutine ")) || bytes.Contains(out, []byte("panic")) {
				t.Error("it panicked")
			}
			if t.Failed() {
				t.Logf("output:\n%.3000s", out)
			}
			if used := peak(c.ProcessState); used > maxMemory {
				t.Errorf("peak memory %d MB, limit %d MB", used>>20, maxMemory>>20)
			}
			if left, _ := os.ReadDir(envOf(c, "TMPDIR")); len(left) > 0 {
				t.Errorf("%d temporary files are left", len(left))
			}
		})
	}
}

func envOf(c *exec.Cmd, name string) (value string) {
	for _, e := range c.Env {
		if v, ok := strings.CutPrefix(e, name+"="); ok {
			value = v // the last one counts
		}
	}
	return value
}
