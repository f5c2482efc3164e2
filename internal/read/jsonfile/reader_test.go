package jsonfile

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/read/rows"
)

func blob(t testing.TB, data string) *container.Blob {
	t.Helper()
	path := filepath.Join(t.TempDir(), "t.json")
	if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
	blobs, err := container.Open(context.Background(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { blobs[0].Close() })
	return blobs[0]
}

// result is a table as it was read: each record as "line: cell|cell", notes by kind and line.
type result struct {
	Header  string
	Records []string
	Notes   []string
	Lost    int
}

func read(t testing.TB, b *container.Blob) (result, error) {
	t.Helper()
	r, err := Open(context.Background(), b)
	if err != nil {
		return result{}, err
	}
	defer r.Close()
	got := result{Header: strings.Join(r.Header(), "|")}
	for {
		cells, line, err := r.Next()
		var trouble *rows.RecordError
		switch {
		case errors.As(err, &trouble):
			got.Notes = append(got.Notes, fmt.Sprintf("%s:%d", trouble.Kind, trouble.Line))
			if trouble.Lost {
				got.Lost++
			}
			continue
		case err == io.EOF:
			return got, nil
		case err != nil:
			return got, err
		}
		got.Records = append(got.Records, fmt.Sprintf("%d: %s", line, bytes.Join(cells, []byte("|"))))
	}
}

func TestRead(t *testing.T) {
	tests := []struct {
		name, in string
		want     result
	}{
		{
			"array", "[\n{\"a\":1,\"b\":\"x\"},\n {\"b\":\"y\",\"c\":null},\n\n{\"a\":1.50,\"c\":true}]",
			result{Header: "a|b|c", Records: []string{"2: 1|x|", "3: |y|", "5: 1.50||true"}},
		},
		{
			"one line array", `[{"a":1},{"a":2}]`,
			result{Header: "a", Records: []string{"1: 1", "1: 2"}},
		},
		{
			"wrapper", "{\"status\":200,\"messages\":[],\"count\":1,\n\"data\":[\n{\"event_id\":\"X1\",\"fatalities\":\"3\"}\n],\"more\":{}}",
			result{Header: "event_id|fatalities", Records: []string{"3: X1|3"}},
		},
		{
			"wrapper at depth 2", `{"meta":{"n":1},"response":{"docs":[{"a":1}]}}`,
			result{Header: "a", Records: []string{"1: 1"}},
		},
		{
			"list of numbers before the records", `{"bbox":[1,2,3,4],"Result":[{"a":1}]}`,
			result{Header: "a", Records: []string{"1: 1"}},
		},
		{
			"lines", "{\"a\":1}\n{\"a\":2,\"b\":[{\"x\":1}]}\n\n{\"b\":{\"y\": [1, 2]}}\n",
			result{Header: "a|b", Records: []string{"1: 1|", "2: 2|[{\"x\":1}]", "4: |{\"y\":[1,2]}"}},
		},
		{
			"series", "{\n \"a\": 1\n}\n{\n \"a\": 2\n}",
			result{Header: "a", Records: []string{"1: 1", "4: 2"}},
		},
		{"one object", `{"a":1,"b":2}`, result{Header: "a|b", Records: []string{"1: 1|2"}}},
		{
			"escapes", `[{"a\u0062":"x\"\\\/\n\té\ud83d\ude00\ud83dz"}]`,
			result{Header: "ab", Records: []string{"1: x\"\\/\n\té😀�z"}},
		},
		{"bytes in another encoding", "[{\"a\":\"caf\xe9\"}]", result{Header: "a", Records: []string{"1: caf\xe9"}}},
		{
			"duplicate key", `[{"a":1,"a":2},{"a":3,"a":4}]`,
			result{Header: "a", Records: []string{"1: 2", "1: 4"}, Notes: []string{"duplicate-key:1"}},
		},
		{
			"NaN and control characters", "[{\"a\":NaN,\"b\":-Infinity},\n{\"a\":\"NaN\",\"b\":\"x\x00\ty\"}]",
			result{Header: "a|b", Records: []string{"1: |", "2: NaN|x\x00\ty"}, Notes: []string{"loose-json:1"}},
		},
		{
			"broken record in an array", "[{\"a\":1},\n{\"a\":},\n{\"a\":3}, 4, [5]]",
			result{Header: "a", Records: []string{"1: 1", "3: 3"}, Notes: []string{"json:2", "not-object:3", "not-object:3"}, Lost: 3},
		},
		{
			"broken line", "{\"a\":1}\n{\"a\":2\n{\"a\":\"x}\n{\"a\":4}",
			result{Header: "a", Records: []string{"1: 1", "4: 4"}, Notes: []string{"json:2", "json:3"}, Lost: 2},
		},
		{
			"broken first line", "{\"a\"=1}\n{\"a\":2}\n",
			result{Header: "a", Records: []string{"2: 2"}, Notes: []string{"json:1"}, Lost: 1},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := read(t, blob(t, tt.in))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestGeoJSON(t *testing.T) {
	point := `{"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[ 18.5, -4.25, 100]},"properties":{"name":"A","best":3}}`
	line := `{"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]},"properties":{"name":"B"}}`
	none := `{"type":"Feature","geometry":null,"properties":null}`
	got, err := read(t, blob(t, "{\"type\":\"FeatureCollection\",\"crs\":{\"properties\":{\"name\":\"x\"}},\n\"features\":[\n"+point+",\n"+line+",\n"+line+",\n"+none+"]}"))
	if err != nil {
		t.Fatal(err)
	}
	want := result{
		Header:  "name|best|id|latitude|longitude",
		Records: []string{"3: A|3|7|-4.25|18.5", "4: B||||", "5: B||||", "6: ||||"},
		Notes:   []string{"geometry:4", "geometry:6"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	own, err := read(t, blob(t, `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{"Latitude":"2.0","Longitude":"1.0"}}]}`))
	if err != nil || own.Header != "Latitude|Longitude" || own.Records[0] != "1: 2.0|1.0" {
		t.Errorf("%v, %v", own, err)
	}
	for _, odd := range []string{`[]`, `[1]`, `["a","b"]`, `[null,1]`, `[[1,2]]`, `{}`, `"x"`} {
		in := `{"type":"FeatureCollection","features":[` + point + `,{"type":"Feature","geometry":{"type":"Point","coordinates":` + odd + `},"properties":{"name":"C"}}]}`
		got, err := read(t, blob(t, in))
		if err != nil || len(got.Records) != 2 || got.Records[1] != "1: C||||" {
			t.Errorf("coordinates %s: %v, %v", odd, got, err)
		}
	}
}

func TestNewKeys(t *testing.T) {
	var in strings.Builder
	for i := range headerRecords {
		fmt.Fprintf(&in, "{\"a\":%d}\n", i)
	}
	in.WriteString("{\"a\":1,\"late\":2}\n{\"late\":3,\"a\":2}\n")
	for i := range 3 * maxNewKeys {
		fmt.Fprintf(&in, "{\"key%d\":1}\n", i)
	}
	got, err := read(t, blob(t, in.String()))
	if err != nil {
		t.Fatal(err)
	}
	if got.Header != "a" || len(got.Records) != headerRecords+2+3*maxNewKeys || got.Records[headerRecords] != "1001: 1" {
		t.Errorf("%s, %d records", got.Header, len(got.Records))
	}
	if len(got.Notes) != maxNewKeys+1 || got.Notes[0] != "new-key:1001" || got.Lost != 0 {
		t.Errorf("%d notes, first %s", len(got.Notes), got.Notes[0])
	}
}

func TestBroken(t *testing.T) {
	tests := []struct {
		name, in, want string
		records        int
	}{
		{"array breaks off in a record", "[{\"a\":1},\n{\"a\":2},\n{\"a\":", "breaks off", 2},
		{"array breaks off between records", "[{\"a\":1},\n{\"a\":2},\n", "breaks off", 2},
		{"wrapper breaks off", "{\"data\":[{\"a\":1},{\"a\":\"x", "breaks off", 1},
		{"stray bracket", "[{\"a\":1},}", "broken JSON", 1},
		{"array of arrays", `[["a","b"],[1,2]]`, "array of arrays", 0},
		{"no records", `{"data":[]}`, "0 bytes", 0},
		{"empty array", ` [ ] `, "0 bytes", 0},
		{"numbers", `[{},1]`, "", 1},
		{"nothing but a bracket", `{`, "EOF", 0},
		{"half a key", `{"a`, "EOF", 0},
		{"only broken records", "[{\"a\":},{\"b\":}]", "no valid JSON", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := read(t, blob(t, tt.in))
			if len(got.Records) != tt.records {
				t.Errorf("%d records, want %d", len(got.Records), tt.records)
			}
			if tt.want == "" {
				if err != nil {
					t.Error(err)
				}
			} else if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

// endless gives n bytes of filler between two texts.
func endless(t testing.TB, before, filler string, n int, after string) *container.Blob {
	t.Helper()
	path := filepath.Join(t.TempDir(), "big.json")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	f.WriteString(before)
	chunk := strings.Repeat(filler, (1<<20)/len(filler))
	for written := 0; written < n; written += len(chunk) {
		f.WriteString(chunk)
	}
	f.WriteString(after)
	f.Close()
	blobs, err := container.Open(context.Background(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { blobs[0].Close() })
	return blobs[0]
}

func TestMemoryIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("writes 200 MB")
	}
	const size = 200 << 20
	tests := []struct {
		name    string
		b       func() *container.Blob
		records int
		lost    int
	}{
		{"one long line among others", func() *container.Blob {
			return endless(t, "{\"a\":1}\n{\"a\":\"", "x", size, "\"}\n{\"a\":2}\n")
		}, 2, 1},
		{"one long record in an array", func() *container.Blob {
			return endless(t, "[{\"a\":1},{\"a\":\"", "x", size, "\"},{\"a\":2}]")
		}, 2, 1},
		{"all records on one line", func() *container.Blob {
			return endless(t, `[{"a":1}`, `,{"a":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}`, size/8, "]")
		}, -1, 0},
		{"deep nesting", func() *container.Blob { return endless(t, "[{\"a\":1},{\"a\":", "[", 8<<20, "1}]") }, 1, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := tt.b()
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			r, err := Open(context.Background(), b)
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			records, lost := 0, 0
			for {
				_, _, err := r.Next()
				var trouble *rows.RecordError
				if errors.As(err, &trouble) {
					lost++
					continue
				}
				if err != nil {
					if err != io.EOF && tt.name != "deep nesting" {
						t.Error(err)
					}
					break
				}
				records++
			}
			runtime.ReadMemStats(&after)
			if grown := after.HeapSys - before.HeapSys; after.HeapSys > before.HeapSys && grown > 150<<20 {
				t.Errorf("the heap grew by %d MB", grown>>20)
			}
			if tt.records >= 0 && records != tt.records || lost != tt.lost {
				t.Errorf("%d records, %d lost; want %d, %d", records, lost, tt.records, tt.lost)
			}
		})
	}
}

func TestReread(t *testing.T) {
	var in strings.Builder
	in.WriteString("[")
	for i := range 3000 {
		fmt.Fprintf(&in, "{\"n\":%d,\"t\":\"text %d\"},\n", i, i)
		if i == 10 {
			in.WriteString("{\"broken\":},\n") // is no row
		}
	}
	in.WriteString("{}]")
	b := blob(t, in.String())
	var got []string
	err := Reread(context.Background(), b, []int{0, 10, 11, 2999}, func(row int, cells []string) error {
		got = append(got, fmt.Sprint(row, cells))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"0 [0 text 0]", "10 [10 text 10]", "11 [11 text 11]", "2999 [2999 text 2999]"}, got); diff != "" {
		t.Error(diff)
	}
	if err := Reread(context.Background(), b, []int{3001}, func(int, []string) error { return nil }); err == nil {
		t.Error("no error for a row that does not exist")
	}
	stop := errors.New("stop")
	if err := Reread(context.Background(), b, []int{5}, func(int, []string) error { return stop }); !errors.Is(err, stop) {
		t.Errorf("error of the caller: %v", err)
	}
}

// What encoding/json writes must come back, whatever the layout.
func TestRoundTrip(t *testing.T) {
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOfNDistinct(rapid.String(), 1, 5, rapid.ID).Draw(t, "keys")
		records := rapid.SliceOfN(rapid.SliceOfN(rapid.String(), len(keys), len(keys)), 1, 20).Draw(t, "records")
		indent := rapid.Bool().Draw(t, "indent")
		layout := rapid.IntRange(0, 2).Draw(t, "layout")
		var parts []string
		for _, rec := range records {
			var pairs []string
			for i, k := range keys {
				kj, _ := json.Marshal(k)
				vj, _ := json.Marshal(rec[i])
				pairs = append(pairs, string(kj)+": "+string(vj))
			}
			sep := ", "
			if indent {
				sep = ",\n  "
			}
			parts = append(parts, "{"+strings.Join(pairs, sep)+"}")
		}
		in := strings.Join(parts, "\n")
		switch layout {
		case 1:
			in = "[" + strings.Join(parts, ",\n") + "]"
		case 2:
			in = `{"n": 1, "data": [` + strings.Join(parts, ", ") + "]}"
		}
		n++
		path := filepath.Join(dir, fmt.Sprint(n))
		if err := os.WriteFile(path, []byte(in), 0o644); err != nil {
			t.Fatal(err)
		}
		blobs, err := container.Open(context.Background(), path, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer blobs[0].Close()
		r, err := Open(context.Background(), blobs[0])
		if err != nil {
			t.Fatalf("%v in %s", err, in)
		}
		defer r.Close()
		valid := func(s string) string { // as encoding/json writes it
			return strings.ToValidUTF8(s, "�")
		}
		for i, k := range keys {
			if r.Header()[i] != valid(k) {
				t.Fatalf("header %q", r.Header())
			}
		}
		for _, rec := range records {
			cells, _, err := r.Next()
			if err != nil {
				t.Fatal(err)
			}
			for i := range rec {
				if string(cells[i]) != valid(rec[i]) {
					t.Fatalf("cell %q, want %q", cells[i], rec[i])
				}
			}
		}
		if _, _, err := r.Next(); err != io.EOF {
			t.Fatalf("at the end: %v", err)
		}
	})
}

// The reader must end on any input, and agree with encoding/json about texts.
func FuzzRead(f *testing.F) {
	for _, s := range []string{
		`[{"a":1}]`, "{\"a\":1}\n{\"a\":2}", `{"data":[{"a":"x"}]}`, `{"a":{"b":[{"c":1}]}}`, `[{"a":NaN}]`, `[{"a":"\ud83d"}]`,
		`{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{}}]}`,
		`[{"a":1},]`, `[}`, `{"a"`, "[{\"a\":\"\x00\"}]", `{"a":[`, `[{"":[{"":{}}]}]`,
	} {
		f.Add([]byte(s))
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, in []byte) {
		path := filepath.Join(dir, "t")
		if err := os.WriteFile(path, in, 0o644); err != nil {
			t.Fatal(err)
		}
		blobs, err := container.Open(context.Background(), path, nil)
		if err != nil {
			return
		}
		defer blobs[0].Close()
		r, err := Open(context.Background(), blobs[0])
		if err != nil {
			return
		}
		defer r.Close()
		for range len(in) + 10 {
			cells, line, err := r.Next()
			var trouble *rows.RecordError
			if errors.As(err, &trouble) {
				continue
			}
			if err != nil {
				return
			}
			if len(cells) != len(r.Header()) || line < 1 {
				t.Fatalf("%d cells under %d names on line %d", len(cells), len(r.Header()), line)
			}
		}
		t.Fatal("the reader does not end")
	})
}

func FuzzUnquote(f *testing.F) {
	for _, s := range []string{`""`, `"a\n"`, `"\ud83d\ude00"`, `"\ud83d"`, `"\ud83d\ud83d\ude00"`, `"\u00e9\/"`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		var want string
		if !json.Valid(in) || json.Unmarshal(in, &want) != nil || in[0] != '"' || !bytes.Equal(bytes.ToValidUTF8(in, []byte("?")), in) {
			return
		}
		if got := string(unquote(nil, bytes.TrimSpace(in))); got != want {
			t.Fatalf("%s gives %q, want %q", in, got, want)
		}
	})
}

func BenchmarkNext(b *testing.B) {
	var in strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&in, "{\"event_id\":\"E%d\",\"date\":\"2020-01-%02d\",\"lat\":%d.5,\"lon\":null,\"notes\":\"%s\"}\n", i, i%28+1, i%80, strings.Repeat("text ", 50))
	}
	bl := blob(b, in.String())
	b.SetBytes(int64(in.Len()))
	b.ReportAllocs()
	for b.Loop() {
		r, err := Open(context.Background(), bl)
		if err != nil {
			b.Fatal(err)
		}
		for {
			if _, _, err := r.Next(); err != nil {
				break
			}
		}
		r.Close()
	}
}
