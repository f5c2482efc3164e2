package xlsxfile

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/read/rows"
)

func blobOf(t testing.TB, data []byte, l container.Limits) (*container.Blob, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "t.xlsx")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	blobs, err := l.Open(context.Background(), path, nil)
	if err != nil {
		return nil, err
	}
	t.Cleanup(func() { blobs[0].Close() })
	return blobs[0], nil
}

// save writes a workbook and opens it.
func save(t testing.TB, f *excelize.File) *container.Blob {
	t.Helper()
	b, err := blobOf(t, workbookBytes(t, f), container.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func workbookBytes(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	f.Close()
	return out.Bytes()
}

func set(t testing.TB, f *excelize.File, sheet, cell string, v any) {
	t.Helper()
	if err := f.SetCellValue(sheet, cell, v); err != nil {
		t.Fatal(err)
	}
}

func setFormat(t testing.TB, f *excelize.File, cell, code string, v any) {
	t.Helper()
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
	if err != nil {
		t.Fatal(err)
	}
	set(t, f, "Sheet1", cell, v)
	if err := f.SetCellStyle("Sheet1", cell, cell, style); err != nil {
		t.Fatal(err)
	}
}

// read returns each row as "line: cell|cell".
func read(t testing.TB, b *container.Blob, sheet string) (header string, records, notes []string, err error) {
	t.Helper()
	r, err := Open(context.Background(), b, sheet)
	if err != nil {
		return "", nil, nil, err
	}
	defer r.Close()
	header = strings.Join(r.Header(), "|")
	for {
		cells, line, err := r.Next()
		var note *rows.RecordError
		switch {
		case errors.As(err, &note):
			notes = append(notes, fmt.Sprintf("%s:%d", note.Kind, note.Line))
			continue
		case err == io.EOF:
			return header, records, notes, nil
		case err != nil:
			return header, records, notes, err
		}
		records = append(records, fmt.Sprintf("%d: %s", line, bytes.Join(cells, []byte("|"))))
	}
}

func TestCells(t *testing.T) {
	f := excelize.NewFile()
	for i, h := range []string{"id", "value", "note"} {
		set(t, f, "Sheet1", fmt.Sprintf("%c1", 'A'+i), h)
	}
	day := time.Date(2015, 3, 1, 0, 0, 0, 0, time.UTC)
	var want []string
	row := 1
	add := func(text string, put func(cell string)) {
		row++
		set(t, f, "Sheet1", fmt.Sprintf("A%d", row), row)
		put(fmt.Sprintf("B%d", row))
		want = append(want, fmt.Sprintf("%d: %d|%s|", row, row, text))
	}
	for _, code := range []string{
		"yyyy-mm-dd", "dd/mm/yyyy", "m/d/yy", "d-mmm-yy", "mmm-yy", "d mmmm yyyy", "[$-409]d-mmm-yy;@", `[$-F800]dddd\,\ mmmm\ dd\,\ yyyy`,
		`"on "dd.mm.yyyy`, "yyyy",
	} {
		add("2015-03-01", func(c string) { setFormat(t, f, c, code, day) })
	}
	add("2015-03-01 14:30:00", func(c string) { setFormat(t, f, c, "m/d/yy h:mm", day.Add(14*time.Hour+30*time.Minute)) })
	add("14:30:00", func(c string) { setFormat(t, f, c, "h:mm AM/PM", 14.5/24) })
	add("1.5", func(c string) { setFormat(t, f, c, "[h]:mm", 1.5) })
	for _, code := range []string{"0", "0.0", "#,##0", "0.00E+00", "0%", `"day" 0`, "General", `#,##0\ "years"`, "[Red]0", "@"} {
		add("1234567.125", func(c string) { setFormat(t, f, c, code, 1234567.125) })
	}
	add("201208050006", func(c string) { set(t, f, "Sheet1", c, 201208050006) })
	add("-11.352841", func(c string) { set(t, f, "Sheet1", c, -11.352841) })
	add("0.3", func(c string) { set(t, f, "Sheet1", c, 0.1+0.2) })
	add("TRUE", func(c string) { set(t, f, "Sheet1", c, true) })
	add("FALSE", func(c string) { set(t, f, "Sheet1", c, false) })
	add("0012", func(c string) { set(t, f, "Sheet1", c, "0012") })
	add("not a date", func(c string) { setFormat(t, f, c, "dd/mm/yyyy", "not a date") })
	add("42064", func(c string) { setFormat(t, f, c, "dd/mm/yyyy", "42064") }) // text that looks like a number
	add("two words", func(c string) {
		if err := f.SetCellRichText("Sheet1", c, []excelize.RichTextRun{{Text: "two "}, {Text: "words", Font: &excelize.Font{Bold: true}}}); err != nil {
			t.Fatal(err)
		}
	})
	add("7", func(c string) {
		set(t, f, "Sheet1", c, 7)
		if err := f.SetCellFormula("Sheet1", c, "=3+4"); err != nil {
			t.Fatal(err)
		}
	})
	b := save(t, f)
	header, got, notes, err := read(t, b, "")
	if err != nil || header != "id|value|note" || len(notes) > 0 {
		t.Fatalf("%s, %v, %v", header, notes, err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestDate1904(t *testing.T) {
	f := excelize.NewFile()
	yes := true
	if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}); err != nil {
		t.Fatal(err)
	}
	set(t, f, "Sheet1", "A1", "id")
	set(t, f, "Sheet1", "B1", "date")
	set(t, f, "Sheet1", "A2", 1)
	setFormat(t, f, "B2", "dd/mm/yyyy", 40602) // 2015-03-01 counted from 1904
	_, got, _, err := read(t, save(t, f), "")
	if err != nil || len(got) != 1 || got[0] != "2: 1|2015-03-01" {
		t.Errorf("%v, %v", got, err)
	}
}

func TestSheets(t *testing.T) {
	f := excelize.NewFile()
	set(t, f, "Sheet1", "A1", "About these data")
	for _, name := range []string{"Hidden", "Titled", "Data", "Empty"} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
	}
	set(t, f, "Hidden", "A1", "a")
	set(t, f, "Hidden", "B1", "b")
	if err := f.SetSheetVisible("Hidden", false); err != nil {
		t.Fatal(err)
	}
	set(t, f, "Titled", "A1", "Export of today")
	set(t, f, "Titled", "A3", "id")
	set(t, f, "Titled", "B3", "place")
	set(t, f, "Titled", "A4", 1)
	set(t, f, "Data", "B2", "id")
	set(t, f, "Data", "C2", "place")
	set(t, f, "Data", "B5", 9)
	b := save(t, f)
	list, err := Sheets(context.Background(), b)
	if err != nil {
		t.Fatal(err)
	}
	want := []Sheet{{"Sheet1", 1, false, false}, {"Hidden", 2, true, true}, {"Titled", 1, true, false}, {"Data", 2, true, false}, {"Empty", 0, false, false}}
	if diff := cmp.Diff(want, list); diff != "" {
		t.Error(diff)
	}
	header, got, notes, err := read(t, b, "")
	if err != nil || header != "|id|place" || len(notes) > 0 || cmp.Diff([]string{"5: |9|"}, got) != "" {
		t.Errorf("chosen: %q, %v, %v, %v", header, got, notes, err)
	}
	header, got, notes, err = read(t, b, "titled")
	if err != nil || header != "id|place" || len(notes) != 1 || notes[0] != "preamble:1" || cmp.Diff([]string{"4: 1|"}, got) != "" {
		t.Errorf("titled: %q, %v, %v, %v", header, got, notes, err)
	}
	if _, _, _, err := read(t, b, "Nowhere"); err == nil || !strings.Contains(err.Error(), "Titled") {
		t.Errorf("no such sheet: %v", err)
	}
	if _, _, _, err := read(t, b, "Empty"); !errors.Is(err, container.ErrEmpty) {
		t.Errorf("empty sheet: %v", err)
	}
	if _, _, _, err := read(t, save(t, excelize.NewFile()), ""); !errors.Is(err, container.ErrEmpty) {
		t.Errorf("empty workbook: %v", err)
	}
}

// stream writes rows to Sheet1 without holding them.
func stream(t testing.TB, f *excelize.File, n int, row func(i int) []any) {
	t.Helper()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		if err := w.SetRow(fmt.Sprintf("A%d", i+1), row(i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
}

func TestEmptyRows(t *testing.T) {
	if testing.Short() {
		t.Skip("a million rows")
	}
	f := excelize.NewFile()
	stream(t, f, 1_000_000, func(i int) []any {
		switch i {
		case 0:
			return []any{"id", "place"}
		case 1, 500_000:
			return []any{i, "x"}
		}
		return []any{}
	})
	b := save(t, f)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	_, got, _, err := read(t, b, "")
	runtime.ReadMemStats(&after)
	if err != nil || cmp.Diff([]string{"2: 1|x", "500001: 500000|x"}, got) != "" {
		t.Errorf("%v, %v", got, err)
	}
	t.Logf("%v, heap %d MB", time.Since(start), after.HeapSys>>20)
	if after.HeapSys > before.HeapSys+100<<20 {
		t.Errorf("the heap grew from %d to %d MB", before.HeapSys>>20, after.HeapSys>>20)
	}
}

func TestFarRow(t *testing.T) {
	f := excelize.NewFile()
	set(t, f, "Sheet1", "A1", "id")
	set(t, f, "Sheet1", "B1", "place")
	set(t, f, "Sheet1", "B1048576", "last")
	_, got, _, err := read(t, save(t, f), "")
	if err != nil || cmp.Diff([]string{"1048576: |last"}, got) != "" {
		t.Errorf("%v, %v", got, err)
	}
}

func TestReread(t *testing.T) {
	f := excelize.NewFile()
	stream(t, f, 2001, func(i int) []any {
		switch {
		case i == 0:
			return []any{"id", "note"}
		case i%10 == 5:
			return []any{} // no row
		}
		return []any{i, fmt.Sprintf("note %d", i)}
	})
	b := save(t, f)
	for i := range 2 { // from the workbook, then from what a reader left
		if i == 1 {
			if _, got, _, err := read(t, b, ""); err != nil || len(got) != 1800 || b.Kept(storeKey) == nil {
				t.Fatalf("%d rows, %v", len(got), err)
			}
		}
		var got []string
		err := Reread(context.Background(), b, "", []int{0, 4, 1799}, func(row int, cells []string) error {
			got = append(got, fmt.Sprint(row, cells))
			return nil
		})
		if err != nil || cmp.Diff([]string{"0 [1 note 1]", "4 [6 note 6]", "1799 [2000 note 2000]"}, got) != "" {
			t.Errorf("%v, %v", got, err)
		}
	}
	if err := Reread(context.Background(), b, "", []int{1800}, func(int, []string) error { return nil }); err == nil {
		t.Error("no error for a row that does not exist")
	}
}

// repack copies a workbook with one part changed.
func repack(t *testing.T, data []byte, part string, change func([]byte) []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r, _ := f.Open()
		content, _ := io.ReadAll(r)
		if f.Name == part {
			content = change(content)
		}
		p, _ := w.Create(f.Name)
		p.Write(content)
	}
	w.Close()
	return out.Bytes()
}

func TestDamaged(t *testing.T) {
	build := func() []byte {
		f := excelize.NewFile()
		stream(t, f, 1000, func(i int) []any { return []any{fmt.Sprint("id", i), fmt.Sprint("note ", i)} })
		return workbookBytes(t, f)
	}
	const sheet = "xl/worksheets/sheet1.xml"
	t.Run("broken XML in the sheet", func(t *testing.T) {
		data := repack(t, build(), sheet, func(p []byte) []byte { return bytes.Replace(p, []byte("note 500"), []byte("note \x01 500"), 1) })
		b, err := blobOf(t, data, container.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		_, got, _, err := read(t, b, "")
		if err == nil || !errors.Is(err, io.ErrUnexpectedEOF) || !strings.Contains(err.Error(), "rows up to 1000 are lost") {
			t.Errorf("error %v", err)
		}
		if len(got) < 499 || len(got) > 500 {
			t.Errorf("%d rows", len(got))
		}
	})
	t.Run("namespace prefix", func(t *testing.T) {
		data := repack(t, build(), sheet, func(p []byte) []byte {
			s := strings.NewReplacer("<row", "<x:row", "</row", "</x:row", "<worksheet xmlns=", "<x:worksheet xmlns:x=", "</worksheet", "</x:worksheet",
				"<c ", "<x:c ", "</c>", "</x:c>", "<is>", "<x:is>", "</is>", "</x:is>", "<t>", "<x:t>", "</t>", "</x:t>", "<sheetData", "<x:sheetData",
				"</sheetData", "</x:sheetData", "<v>", "<x:v>", "</v>", "</x:v>").Replace(string(p))
			return []byte(s[:strings.Index(s, `<x:row r="700"`)])
		})
		b, err := blobOf(t, data, container.DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		_, got, _, err := read(t, b, "")
		if len(got) != 698 || !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("%d rows, %v", len(got), err)
		}
	})
	t.Run("cut archive", func(t *testing.T) {
		data := build()
		if b, err := blobOf(t, data[:len(data)/2], container.DefaultLimits()); err == nil {
			t.Errorf("opened as %v", b.Kind)
		}
	})
	t.Run("flipped bits", func(t *testing.T) {
		data, step := build(), 97
		if testing.Short() {
			step *= 7
		}
		for i := 0; i < len(data); i += step {
			bad := append([]byte(nil), data...)
			bad[i] ^= 0x55
			if b, err := blobOf(t, bad, container.DefaultLimits()); err == nil {
				read(t, b, "") // must return
			}
		}
	})
	t.Run("too large once unfolded", func(t *testing.T) {
		b, err := blobOf(t, build(), container.Limits{Size: 1 << 30, Ratio: 2, RatioFree: 1 << 10, Members: 100})
		if err != nil {
			t.Fatal(err)
		}
		var limit *container.LimitError
		if _, _, _, err := read(t, b, ""); !errors.As(err, &limit) {
			t.Errorf("error %v", err)
		}
	})
}

// A large table of shared texts goes through a temporary file.
func TestSharedStrings(t *testing.T) {
	build := func() []byte {
		f := excelize.NewFile()
		stream(t, f, 20_001, func(i int) []any { return []any{i, i} })
		return repack(t, workbookBytes(t, f), "xl/worksheets/sheet1.xml", func(p []byte) []byte {
			return []byte(strings.NewReplacer(`<c r="B`, `<c t="s" r="B`).Replace(string(p)))
		})
	}
	var sst strings.Builder
	sst.WriteString(`<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`)
	for i := range 20_001 {
		fmt.Fprintf(&sst, "<si><t>text %d %s</t></si>", i, strings.Repeat("x", 250))
	}
	sst.WriteString("</sst>")
	with := func(data []byte, texts string) []byte {
		return addPart(t, data, "xl/sharedStrings.xml", []byte(texts))
	}
	b, err := blobOf(t, with(build(), sst.String()), container.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	_, got, _, err := read(t, b, "")
	if err != nil || len(got) != 20_000 || !strings.HasPrefix(got[19_999], "20001: 20000|text 20000 x") {
		t.Errorf("%d rows, %v", len(got), err)
	}
	bad, err := blobOf(t, with(build(), strings.Replace(sst.String(), "text 9999", "te\x02t", 1)), container.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if _, _, _, err := read(t, bad, ""); err == nil {
		t.Error("no error for a broken table of texts")
	}
}

func addPart(t *testing.T, data []byte, name string, content []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		if f.Name != name {
			if err := w.Copy(f); err != nil {
				t.Fatal(err)
			}
		}
	}
	p, _ := w.Create(name)
	p.Write(content)
	w.Close()
	return out.Bytes()
}

func BenchmarkNext(b *testing.B) {
	const n = 20_000
	f := excelize.NewFile()
	stream(b, f, n+1, func(i int) []any {
		row := make([]any, 0, 18)
		for c := range 12 {
			row = append(row, fmt.Sprint("text ", i%(100*(c+1)), " ", c))
		}
		return append(row, i, float64(i)/7, 2015, 3, strings.Repeat("note ", 40), "x")
	})
	bl := save(b, f)
	b.ReportAllocs()
	for b.Loop() {
		r, err := Open(context.Background(), bl, "")
		if err != nil {
			b.Fatal(err)
		}
		k := 0
		for {
			if _, _, err := r.Next(); err != nil {
				break
			}
			k++
		}
		if r.Close(); k != n {
			b.Fatal(k)
		}
	}
	b.ReportMetric(n*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
