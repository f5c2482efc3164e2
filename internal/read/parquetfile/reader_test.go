package parquetfile

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/deprecated"

	"github.com/assaydata/assay/internal/read/container"
)

func blobOf(t testing.TB, data []byte, l container.Limits) *container.Blob {
	t.Helper()
	path := filepath.Join(t.TempDir(), "t.parquet")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	blobs, err := l.Open(context.Background(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { blobs[0].Close() })
	return blobs[0]
}

func encode[T any](t testing.TB, groups [][]T, options ...parquet.WriterOption) []byte {
	t.Helper()
	var out bytes.Buffer
	w := parquet.NewGenericWriter[T](&out, options...)
	for _, g := range groups {
		if _, err := w.Write(g); err != nil {
			t.Fatal(err)
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func readAll(t testing.TB, b *container.Blob) (header string, records []string, err error) {
	t.Helper()
	r, err := Open(context.Background(), b)
	if err != nil {
		return "", nil, err
	}
	defer r.Close()
	for {
		cells, _, err := r.Next()
		if err != nil {
			if err == io.EOF {
				err = nil
			}
			return strings.Join(r.Header(), "|"), records, err
		}
		records = append(records, string(bytes.Join(cells, []byte("|"))))
	}
}

func TestTypes(t *testing.T) {
	type place struct {
		Name string  `parquet:"name"`
		Lat  float64 `parquet:"lat"`
	}
	type event struct {
		ID      string            `parquet:"id"`
		Best    int32             `parquet:"best"`
		Big     int64             `parquet:"big"`
		Count   uint32            `parquet:"count"`
		Huge    uint64            `parquet:"huge"`
		Real    float64           `parquet:"real"`
		Single  float32           `parquet:"single"`
		Flag    bool              `parquet:"flag"`
		Day     int32             `parquet:"day,date"`
		At      int64             `parquet:"at,timestamp(microsecond)"`
		Milli   time.Time         `parquet:"milli,timestamp(millisecond)"`
		Price   int64             `parquet:"price,decimal(2:10)"`
		Wide    [16]byte          `parquet:"wide,decimal(3:38)"`
		Unique  [16]byte          `parquet:"unique,uuid"`
		Maybe   *string           `parquet:"maybe,optional"`
		Raw     []byte            `parquet:"raw"`
		Old     deprecated.Int96  `parquet:"old"`
		Where   place             `parquet:"where"`
		Tags    []string          `parquet:"tags,list"`
		Numbers []int32           `parquet:"numbers"`
		More    map[string]string `parquet:"more"`
	}
	text := "yes"
	wide := [16]byte{}
	for i := range wide { // -1.5 with three digits after the point
		wide[i] = 0xff
	}
	wide[14], wide[15] = 0xfa, 0x24
	full := event{
		"a", -3, 1 << 40, 4_000_000_000, 1 << 63, 0.1, 2.5, true, 16495, 1425168000_000_000 + 500_000,
		time.Date(1969, 12, 31, 23, 59, 59, 0, time.UTC), -5, wide,
		[16]byte{0xde, 0xad, 15: 1},
		&text,
		[]byte{0xff, 0},
		deprecated.Int96{0, 0, 2457083},
		place{"X", 1.25},
		[]string{"p", `q"`},
		[]int32{1, 2},
		map[string]string{"k": "v"},
	}
	nan := event{Real: math.NaN(), Day: -1, Milli: time.Unix(0, 0), Old: deprecated.Int96{0, 0, 2_440_588}}
	b := blobOf(t, encode(t, [][]event{{full, nan}}), container.DefaultLimits())
	header, got, err := readAll(t, b)
	if err != nil {
		t.Fatal(err)
	}
	if want := "id|best|big|count|huge|real|single|flag|day|at|milli|price|wide|unique|maybe|raw|old|where.name|where.lat|tags|numbers|more.key|more.value"; header != want {
		t.Errorf("header %s", header)
	}
	want := []string{
		"a|-3|1099511627776|4000000000|9223372036854775808|0.1|2.5|true|2015-03-01|2015-03-01 00:00:00.5|1969-12-31 23:59:59|-0.05|-1.500|" +
			`dead0000-0000-0000-0000-000000000001|yes|0xff00|2015-03-01 00:00:00|X|1.25|["p","q\""]|[1,2]|["k"]|["v"]`,
		"|0|0|0|0||0|false|1969-12-31|1970-01-01 00:00:00|1970-01-01 00:00:00|0.00|0.000|00000000-0000-0000-0000-000000000000|||1970-01-01 00:00:00||0||||",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

type row struct {
	ID   int64  `parquet:"id"`
	Note string `parquet:"note,zstd"`
	Kind string `parquet:"kind,dict"`
}

func table(groups, n int) [][]row {
	var out [][]row
	for g := range groups {
		var rows []row
		for i := range n {
			id := int64(g*n + i)
			rows = append(rows, row{id, fmt.Sprintf("note %d %s", id, strings.Repeat("x", int(id%50))), fmt.Sprint("kind ", id%7)})
		}
		out = append(out, rows)
	}
	return out
}

func (r row) text() string { return fmt.Sprintf("%d|%s|%s", r.ID, r.Note, r.Kind) }

// Pages smaller than a batch, so that batches cross pages and groups.
func TestPagesAndGroups(t *testing.T) {
	groups := table(3, 1001)
	b := blobOf(t, encode(t, groups, parquet.PageBufferSize(512)), container.DefaultLimits())
	header, got, err := readAll(t, b)
	if err != nil || header != "id|note|kind" {
		t.Fatal(header, err)
	}
	var want []string
	for _, g := range groups {
		for _, r := range g {
			want = append(want, r.text())
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	wanted := []int{0, 1, 63, 64, 70, 500, 1000, 1001, 2002, 3002}
	k := 0
	err = Reread(context.Background(), b, wanted, func(row int, cells []string) error {
		if row != wanted[k] || strings.Join(cells, "|") != want[row] {
			t.Errorf("row %d: %q, want %q", row, cells, want[row])
		}
		k++
		return nil
	})
	if err != nil || k != len(wanted) {
		t.Errorf("%d rows, %v", k, err)
	}
	if err := Reread(context.Background(), b, []int{3003}, func(int, []string) error { return nil }); err == nil {
		t.Error("no error for a row that does not exist")
	}
}

func TestGzip(t *testing.T) {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	z.Write(encode(t, table(1, 10)))
	z.Close()
	if _, got, err := readAll(t, blobOf(t, out.Bytes(), container.DefaultLimits())); err != nil || len(got) != 10 {
		t.Errorf("%d rows, %v", len(got), err)
	}
}

func TestDamaged(t *testing.T) {
	data := encode(t, table(2, 200), parquet.PageBufferSize(512))
	if _, _, err := readAll(t, blobOf(t, data[:len(data)/2], container.DefaultLimits())); err == nil || !strings.Contains(err.Error(), "damaged Parquet") {
		t.Errorf("cut file: %v", err)
	}
	failed := 0
	for i := 4; i < len(data); i += 13 {
		bad := append([]byte(nil), data...)
		bad[i] ^= 0x55
		if _, _, err := readAll(t, blobOf(t, bad, container.DefaultLimits())); err != nil { // must not panic
			failed++
		}
	}
	if failed == 0 {
		t.Error("no damage was noticed")
	}
	small := container.Limits{Size: 1 << 30, Ratio: 1, RatioFree: 100, Members: 1}
	var limit *container.LimitError
	zeros := table(1, 20_000)
	for i := range zeros[0] {
		zeros[0][i].Note = strings.Repeat("0", 100)
	}
	if _, _, err := readAll(t, blobOf(t, encode(t, zeros), small)); !errors.As(err, &limit) {
		t.Errorf("file that unfolds: %v", err)
	}
	if _, got, err := readAll(t, blobOf(t, encode(t, [][]row{}), container.DefaultLimits())); err != nil || len(got) != 0 {
		t.Errorf("file without rows: %v, %v", got, err)
	}
}

func BenchmarkNext(b *testing.B) {
	const n = 100_000
	bl := blobOf(b, encode(b, table(4, n/4)), container.DefaultLimits())
	b.ReportAllocs()
	for b.Loop() {
		if r, err := Open(context.Background(), bl); err == nil {
			for err == nil {
				_, _, err = r.Next()
			}
			r.Close()
		}
	}
	b.ReportMetric(n*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
