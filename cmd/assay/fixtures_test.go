package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// fixture makes a command for scripts out of a function of its arguments. The commands write the binary files that a
// script cannot hold as text.
func fixture(f func(args []string) error) func() {
	return func() {
		if err := f(os.Args[1:]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func readCSV(name string) ([][]string, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return csv.NewReader(f).ReadAll()
}

// mkxlsx IN.csv OUT.xlsx [SHEET] writes a workbook; numbers become numbers.
func mkxlsx(args []string) error {
	records, err := readCSV(args[0])
	if err != nil {
		return err
	}
	book := excelize.NewFile()
	defer book.Close()
	sheet := "Sheet1"
	if len(args) > 2 {
		sheet = args[2]
		if err := book.SetSheetName("Sheet1", sheet); err != nil {
			return err
		}
	}
	for i, record := range records {
		row := make([]any, len(record))
		for k, text := range record {
			row[k] = text
			if v, err := strconv.ParseFloat(text, 64); err == nil {
				row[k] = v
			}
		}
		if err := book.SetSheetRow(sheet, "A"+strconv.Itoa(i+1), &row); err != nil {
			return err
		}
	}
	return book.SaveAs(args[1])
}

// mkparquet IN.csv OUT.parquet writes columns of text, columns of numbers as doubles.
func mkparquet(args []string) error {
	records, err := readCSV(args[0])
	if err != nil {
		return err
	}
	header, records := records[0], records[1:]
	group := parquet.Group{}
	numeric := make([]bool, len(header))
	for k, name := range header {
		numeric[k] = len(records) > 0
		for _, r := range records {
			if _, err := strconv.ParseFloat(r[k], 64); err != nil {
				numeric[k] = false
			}
		}
		if numeric[k] {
			group[name] = parquet.Leaf(parquet.DoubleType)
		} else {
			group[name] = parquet.String()
		}
	}
	var out bytes.Buffer
	w := parquet.NewGenericWriter[map[string]any](&out, parquet.NewSchema("table", group))
	for _, r := range records {
		row := map[string]any{}
		for k, name := range header {
			row[name] = r[k]
			if numeric[k] {
				if row[name], err = strconv.ParseFloat(r[k], 64); err != nil {
					return err
				}
			}
		}
		if _, err := w.Write([]map[string]any{row}); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(args[1], out.Bytes(), 0o644)
}

// mkgzip IN OUT compresses.
func mkgzip(args []string) error {
	data, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	z.Write(data) // into memory: only Close can fail
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(args[1], out.Bytes(), 0o644)
}

// mkzip OUT IN… packs files.
func mkzip(args []string) error {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range args[1:] {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		w, err := z.Create(name)
		if err != nil {
			return err
		}
		if _, err := w.Write(data); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(args[0], out.Bytes(), 0o644)
}

// recode ENCODING IN OUT writes a UTF-8 text in another encoding; with "append" before the encoding it is added to OUT.
func recode(args []string) error {
	flags := os.O_CREATE | os.O_WRONLY | os.O_TRUNC
	if args[0] == "append" {
		flags, args = os.O_CREATE|os.O_WRONLY|os.O_APPEND, args[1:]
	}
	var enc encoding.Encoding
	switch args[0] {
	case "utf-16le":
		enc = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case "utf-16be":
		enc = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case "utf-8-bom":
		enc = unicode.UTF8BOM
	case "utf-8":
		enc = unicode.UTF8
	case "windows-1252":
		enc = charmap.Windows1252
	case "latin-1":
		enc = charmap.ISO8859_1
	default:
		return fmt.Errorf("no encoding %s", args[0])
	}
	data, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	out, err := enc.NewEncoder().Bytes(data)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(args[2], flags, 0o644)
	if err != nil {
		return err
	}
	if _, err := f.Write(out); err != nil {
		return err
	}
	return f.Close()
}

// replace IN OUT OLD NEW replaces texts, in which \t, \n, \r and \x00 are understood.
func replace(args []string) error {
	data, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	text := string(data)
	for i := 2; i+1 < len(args); i += 2 {
		from, err := strconv.Unquote(`"` + args[i] + `"`)
		if err != nil {
			return err
		}
		to, err := strconv.Unquote(`"` + args[i+1] + `"`)
		if err != nil {
			return err
		}
		if !strings.Contains(text, from) {
			return fmt.Errorf("%s does not hold %q", args[0], from)
		}
		text = strings.ReplaceAll(text, from, to)
	}
	return os.WriteFile(args[1], []byte(text), 0o644)
}

// head N IN OUT keeps the first N bytes; a negative N leaves out that many at the end.
func head(args []string) error {
	n, err := strconv.Atoi(args[0])
	if err != nil {
		return err
	}
	data, err := os.ReadFile(args[1])
	if err != nil {
		return err
	}
	if n < 0 {
		n += len(data)
	}
	return os.WriteFile(args[2], data[:n], 0o644)
}

// fill TEMPLATE ROWS puts rows into an empty table: ROWS is a table that has some of its columns, in any order. A column that
// the template lacks is a mistake.
func fill(args []string) error {
	template, err := readCSV(args[0])
	if err != nil {
		return err
	}
	rows, err := readCSV(args[1])
	if err != nil {
		return err
	}
	if len(template) != 1 {
		return fmt.Errorf("%s holds rows already", args[0])
	}
	var at []int
	for _, name := range rows[0] {
		i := slices.Index(template[0], name)
		if i < 0 {
			return fmt.Errorf("%s has no column %s", args[0], name)
		}
		at = append(at, i)
	}
	for _, row := range rows[1:] {
		cells := make([]string, len(template[0]))
		for k, text := range row {
			cells[at[k]] = text
		}
		template = append(template, cells)
	}
	var out bytes.Buffer
	if err := csv.NewWriter(&out).WriteAll(template); err != nil {
		return err
	}
	return os.WriteFile(args[0], out.Bytes(), 0o644)
}
