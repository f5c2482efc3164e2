package container

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/unicode"
)

const table = "id,place,dead\n1,Arbela,3\n2,Nisibis,0\n"

func TestOpenKinds(t *testing.T) {
	workbook := string(zipped(t, "[Content_Types].xml", "<x/>", "xl/workbook.xml", "<workbook/>"))
	utf16 := func(e unicode.Endianness, bom unicode.BOMPolicy) string {
		return string(encode(t, unicode.UTF16(e, bom), "id,Ort\n1,Zürich\n"))
	}
	tests := []struct {
		name, data, text, charset string
		kind                      Kind
		compressed, random        bool
	}{
		{"plain.csv", table, table, "UTF-8", KindText, false, true},
		{"wrong-name.xlsx", table, table, "UTF-8", KindText, false, true},
		{"bom.csv", "\xef\xbb\xbf" + table, table, "UTF-8 with byte order mark", KindText, false, true},
		{"le.csv", utf16(unicode.LittleEndian, unicode.UseBOM), "id,Ort\n1,Zürich\n", "UTF-16 LE", KindText, false, false},
		{"be.csv", utf16(unicode.BigEndian, unicode.UseBOM), "id,Ort\n1,Zürich\n", "UTF-16 BE", KindText, false, false},
		{"le-without-bom.csv", utf16(unicode.LittleEndian, unicode.IgnoreBOM), "id,Ort\n1,Zürich\n", "UTF-16 LE", KindText, false, false},
		{"be-without-bom.csv", utf16(unicode.BigEndian, unicode.IgnoreBOM), "id,Ort\n1,Zürich\n", "UTF-16 BE", KindText, false, false},
		{"le.csv.gz", string(gzipped(t, []byte(utf16(unicode.LittleEndian, unicode.UseBOM)))), "id,Ort\n1,Zürich\n", "UTF-16 LE", KindText, true, false},
		{"cp1252.csv", "id,place\n1,caf\xe9\n2,B\xf6\x96x\n", "id,place\n1,caf\xe9\n2,B\xf6\x96x\n", "windows-1252", KindText, false, true},
		{"t.csv.gz", string(gzipped(t, []byte(table))), table, "UTF-8", KindText, true, false},
		{"no-name-for-it", string(gzipped(t, []byte(table))), table, "UTF-8", KindText, true, false},
		{"t.zip", string(zipped(t, "a/t.csv", table)), table, "UTF-8", KindText, true, false},
		{"array.json", ` [{"a":1}]`, ` [{"a":1}]`, "UTF-8", KindJSON, false, true},
		{"lines.csv", "{\"a\":1}\n{\"a\":2}\n", "{\"a\":1}\n{\"a\":2}\n", "UTF-8", KindJSON, false, true},
		{"bracket-header.csv", "[id],[place]\n1,x\n", "[id],[place]\n1,x\n", "UTF-8", KindText, false, true},
		{"nul.csv", "id,place\n1,a\x00b\n", "id,place\n1,a\x00b\n", "UTF-8", KindText, false, true},
		{"p.parquet", "PAR1 and so on PAR1", "PAR1 and so on PAR1", "", KindParquet, false, true},
		{"book.zip", workbook, workbook, "", KindXLSX, false, true},
		{"book.xlsx.gz", string(gzipped(t, []byte(workbook))), workbook, "", KindXLSX, true, false},
		{"book-in.zip", string(zipped(t, "deep/book.xlsx", workbook)), workbook, "", KindXLSX, true, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := openOne(t, write(t, tt.name, []byte(tt.data)))
			if b.Kind != tt.kind || b.Compressed != tt.compressed || b.Charset != tt.charset {
				t.Errorf("kind %v, compressed %v, charset %q; want %v, %v, %q", b.Kind, b.Compressed, b.Charset, tt.kind, tt.compressed, tt.charset)
			}
			for range 2 { // a blob can be read again
				if got := readAll(t, b); got != tt.text {
					t.Errorf("text %q, want %q", got, tt.text)
				}
			}
			at, size, ok := b.ReaderAt()
			if ok != tt.random {
				t.Fatalf("random access %v, want %v", ok, tt.random)
			}
			if ok {
				p := make([]byte, size-b.Skip)
				if _, err := at.ReadAt(p, b.Skip); err != nil || string(p) != tt.text {
					t.Errorf("random access gave %q, %v", p, err)
				}
			}
			if tt.kind == KindXLSX || tt.kind == KindParquet {
				at, size, err := b.Random(context.Background())
				if err != nil || size != int64(len(tt.text)) {
					t.Fatalf("Random: %d bytes, %v; want %d", size, err, len(tt.text))
				}
				p := make([]byte, size)
				if _, err := at.ReadAt(p, 0); err != nil || string(p) != tt.text {
					t.Errorf("Random gave other bytes: %v", err)
				}
			}
		})
	}
}

func TestOpenRefuses(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"empty.csv", "", "0 bytes"},
		{"only-bom.csv", "\xef\xbb\xbf", "nothing in it but a byte order mark"},
		{"empty.gz", string(gzipped(t, nil)), "0 bytes"},
		{"empty.zip", string(zipped(t)), "holds no file"},
		{"twice.gz", string(gzipped(t, gzipped(t, []byte(table)))), "compressed twice"},
		{"gz-in.zip", string(zipped(t, "t.csv.gz", string(gzipped(t, []byte(table))))), "compressed twice"},
		{"zip-in.zip", string(zipped(t, "t.zip", string(zipped(t, "t.csv", table)))), "an archive inside zip"},
		{"zip-in.gz", string(gzipped(t, zipped(t, "t.csv", table))), "an archive inside gzip"},
		{"old.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on", "old Excel workbook"},
		{"page.csv", "\n <!DOCTYPE HTML><html>", "web page"},
		{"pointer.csv", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "git lfs pull"},
		{"doc.docx", string(zipped(t, "word/document.xml", "<x/>")), "Word document"},
		{"binary.xlsx", string(zipped(t, "xl/workbook.bin", "x")), "binary workbook"},
		{"noise", "\x01\x02\x03\x04\x05abc\x00\x07\x08", "binary data"},
		{"cut.zip", string(zipped(t, "t.csv", table)[:60]), "table of contents"},
		{"notes.zip", string(zipped(t, "README.txt", "a,b\n1,2\n", "p.pdf", "%PDF-1.7", "e.csv", "")), "no table in the archive"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := write(t, tt.name, []byte(tt.data))
			blobs, err := Open(context.Background(), path, nil)
			if err == nil {
				t.Fatalf("no error, but %d blobs", len(blobs))
			}
			if !strings.Contains(err.Error(), tt.want) || !strings.HasPrefix(err.Error(), path) {
				t.Errorf("error %q; want it to begin with the path and say %q", err, tt.want)
			}
		})
	}
}

func TestOpenPaths(t *testing.T) {
	ctx := context.Background()
	var unsupported *UnsupportedError
	if _, err := Open(ctx, t.TempDir(), nil); !errors.As(err, &unsupported) || unsupported.Hint == "" {
		t.Errorf("folder: %v", err)
	}
	if _, err := Open(ctx, filepath.Join(t.TempDir(), "none.csv"), nil); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "hint") {
		t.Errorf("missing file: %v", err)
	}
	if _, err := Open(ctx, write(t, "e", nil), nil); !errors.Is(err, ErrEmpty) {
		t.Errorf("empty file: %v", err)
	}
	if runtime.GOOS != "windows" {
		if _, err := Open(ctx, os.DevNull, nil); !errors.As(err, &unsupported) {
			t.Errorf("device: %v", err)
		}
		if os.Getuid() != 0 {
			path := write(t, "secret.csv", []byte(table))
			os.Chmod(path, 0)
			if _, err := Open(ctx, path, nil); !errors.Is(err, fs.ErrPermission) {
				t.Errorf("unreadable file: %v", err)
			}
		}
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := Open(cancelled, "-", strings.NewReader(table)); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestStandardInput(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	blobs, err := Open(context.Background(), "-", strings.NewReader(table))
	if err != nil {
		t.Fatal(err)
	}
	b := blobs[0]
	for range 2 {
		if got := readAll(t, b); got != table {
			t.Errorf("got %q", got)
		}
	}
	sum, err := b.Sum()
	if want := "37fa817fdf277e31e12539cdf2aed156d251aebb0985b9773776ee34b9c00fcc"; err != nil || sum != want {
		t.Errorf("sum %q, %v, want %s", sum, err, want)
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
	if left, _ := os.ReadDir(temp); len(left) > 0 {
		t.Errorf("temporary files are left: %v", left)
	}
	if _, err := Open(context.Background(), "-", strings.NewReader("")); !errors.Is(err, ErrEmpty) {
		t.Errorf("empty input: %v", err)
	}
	small := Limits{Size: 10, Ratio: 200, RatioFree: 1 << 20, Members: 10}
	var limit *LimitError
	if _, err := small.Open(context.Background(), "-", strings.NewReader(table)); !errors.As(err, &limit) {
		t.Errorf("input over the limit: %v", err)
	}
}

func TestArchive(t *testing.T) {
	path := write(t, "many.zip", zipped(t,
		"z.csv", table, "dir/", "", "__MACOSX/._z.csv", "x", ".DS_Store", "x", "README.md", "# about, this",
		"codebook.txt", "prose without columns\nand more of it\n", "a.json", `[{"a":1}]`, "chart.png", "\x89PNG…"))
	blobs, err := Open(context.Background(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer closeAll(blobs)
	var members []string
	for _, b := range blobs {
		members = append(members, b.Member)
	}
	if got := strings.Join(members, " "); got != "a.json z.csv" {
		t.Errorf("members %q", got)
	}
	if got := strings.Join(blobs[0].Skipped, "; "); got != "README.md: text without columns; chart.png: a picture; codebook.txt: text without columns" {
		t.Errorf("skipped %q", got)
	}
	blobs[0].Close() // does not disturb the other
	if got := readAll(t, blobs[1]); got != table {
		t.Errorf("text %q", got)
	}
	few := DefaultLimits()
	few.Members = 3
	var limit *LimitError
	if _, err := few.Open(context.Background(), path, nil); !errors.As(err, &limit) {
		t.Errorf("too many members: %v", err)
	}
}

func TestDamagedGzip(t *testing.T) {
	var long strings.Builder
	for i := range 200_000 {
		long.WriteString(strings.Repeat("abcdefgh"[i%8:], 1+i%3))
		long.WriteByte('\n')
	}
	whole := gzipped(t, []byte(long.String()))
	b := openOne(t, write(t, "cut.csv.gz", whole[:len(whole)*2/3]))
	for range 2 {
		text, err := tryRead(b)
		var damaged *DamagedError
		if !errors.As(err, &damaged) || !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Fatalf("error %v, want a DamagedError", err)
		}
		if len(text) == 0 || !strings.HasPrefix(long.String(), text) || damaged.After != int64(len(text)) {
			t.Errorf("%d bytes were read, the error says %d", len(text), damaged.After)
		}
	}
	flipped := append([]byte(nil), whole...)
	flipped[len(flipped)-6] ^= 0xff // in the checksum
	_, err := tryRead(openOne(t, write(t, "sum.csv.gz", flipped)))
	var damaged *DamagedError
	if !errors.As(err, &damaged) || damaged.After != int64(long.Len()) || !strings.Contains(err.Error(), "checksum") {
		t.Errorf("wrong checksum: %v", err)
	}
	_, err = tryRead(openOne(t, write(t, "tail.csv.gz", append(append([]byte(nil), whole...), "garbage garbage"...))))
	if !errors.As(err, &damaged) || damaged.After != int64(long.Len()) {
		t.Errorf("bytes after the end: %v", err)
	}
	if _, err := Open(context.Background(), write(t, "head.gz", whole[:12]), nil); !errors.As(err, &damaged) {
		t.Errorf("cut off in the header: %v", err)
	}
}

func TestBombs(t *testing.T) {
	zeros := []byte("a,b\n" + strings.Repeat("0", 3<<20))
	l := Limits{Size: 1 << 30, Ratio: 200, RatioFree: 1 << 20, Members: 10}
	for name, data := range map[string][]byte{"bomb.gz": gzipped(t, zeros), "bomb.zip": zipped(t, "t.csv", "a,b\n1,2\n"+string(zeros))} {
		blobs, err := l.Open(context.Background(), write(t, name, data), nil)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		text, err := tryRead(blobs[0])
		var limit *LimitError
		if !errors.As(err, &limit) || int64(len(text)) != limit.Limit {
			t.Errorf("%s: %d bytes, %v", name, len(text), err)
		}
		closeAll(blobs)
	}
	// The default limits let 64 MB pass whatever the ratio.
	if got := DefaultLimits().Unfolded(100); got != 64<<20 {
		t.Errorf("100 bytes may unfold to %d", got)
	}
	if got := DefaultLimits().Unfolded(10 << 20); got != 2000<<20 {
		t.Errorf("10 MB may unfold to %d", got)
	}
	if got := DefaultLimits().Unfolded(1 << 60); got != MaxSize {
		t.Errorf("2^60 bytes may unfold to %d", got)
	}
}

func TestChangedFile(t *testing.T) {
	big := []byte(strings.Repeat("1,2,3\n", 100_000))
	tests := map[string]func(path string) error{
		"shrank": func(path string) error { return os.Truncate(path, 1000) },
		"grew": func(path string) error {
			f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
			if err != nil {
				return err
			}
			f.WriteString("4,5,6\n")
			return f.Close()
		},
		"written": func(path string) error { return os.Chtimes(path, time.Time{}, time.Now().Add(time.Hour)) },
	}
	for name, change := range tests {
		t.Run(name, func(t *testing.T) {
			path := write(t, "t.csv", big)
			b := openOne(t, path)
			r, err := b.Open()
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			io.ReadFull(r, make([]byte, 10))
			if err := change(path); err != nil {
				t.Fatal(err)
			}
			var changed *ChangedError
			if _, err := io.Copy(io.Discard, r); !errors.As(err, &changed) || !strings.Contains(err.Error(), name) {
				t.Errorf("while reading: %v", err)
			}
			if _, err := b.Open(); !errors.As(err, &changed) {
				t.Errorf("reading again: %v", err)
			}
			if err := b.Check(); !errors.As(err, &changed) {
				t.Errorf("Check: %v", err)
			}
			if name == "shrank" {
				at, size, _ := b.ReaderAt()
				if _, err := at.ReadAt(make([]byte, 10), size-10); !errors.As(err, &changed) {
					t.Errorf("random access: %v", err)
				}
			}
		})
	}
	t.Run("replaced", func(t *testing.T) {
		path := write(t, "t.csv", []byte(table))
		b := openOne(t, path)
		if err := os.Remove(path); err != nil {
			t.Skip(err) // a system that protects open files
		}
		os.WriteFile(path, big, 0o644)
		if got := readAll(t, b); got != table {
			t.Errorf("another file is read under the old name")
		}
	})
}

func TestSum(t *testing.T) {
	b := openOne(t, write(t, "abc.csv.gz", gzipped(t, []byte(table))))
	c := openOne(t, write(t, "abc.csv", []byte("abc")))
	sum, err := c.Sum()
	if want := "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; err != nil || sum != want { // FIPS 180-2, B.1
		t.Errorf("sum %s, %v", sum, err)
	}
	if again, _ := b.Sum(); again == sum || len(again) != 64 {
		t.Errorf("sum of another file %s", again)
	}
}
