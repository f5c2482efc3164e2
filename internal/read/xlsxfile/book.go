package xlsxfile

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/assaydata/assay/internal/read/container"
)

const (
	// memoryPart is the size from which excelize keeps a sheet or the string table in a temporary file.
	memoryPart = 4 << 20

	// maxOther bounds the parts of a workbook that excelize holds in memory: all but sheets and strings.
	maxOther = 512 << 20
)

// book is a workbook: excelize's view of it, and the parts behind the sheets.
type book struct {
	blob  *container.Blob
	file  *excelize.File
	zip   *zip.Reader
	parts map[string]*zip.File // of the sheets, by name
}

func open(ctx context.Context, b *container.Blob) (bk *book, err error) {
	defer guard(b, &err)
	at, size, err := b.Random(ctx)
	if err != nil {
		return nil, err
	}
	z, err := zip.NewReader(at, size)
	if err != nil {
		return nil, broken(b, "the archive in it cannot be read", err)
	}
	bk = &book{blob: b, zip: z}
	if err := bk.checkSizes(size); err != nil {
		return nil, err
	}
	if err := bk.findParts(); err != nil {
		return nil, broken(b, "its list of sheets cannot be read", err)
	}
	if err := bk.checkStrings(); err != nil {
		return nil, broken(b, "its table of texts cannot be read", err)
	}
	bk.file, err = excelize.OpenReader(io.NewSectionReader(at, 0, size), excelize.Options{
		UnzipSizeLimit: b.Limits().Size, UnzipXMLSizeLimit: min(memoryPart, b.Limits().Size),
	})
	if err != nil {
		if bk.file != nil {
			bk.file.Close()
		}
		return nil, broken(b, "it cannot be opened", err)
	}
	if err := plainStyles(bk.file); err != nil {
		bk.close()
		return nil, broken(b, "its number formats cannot be read", err)
	}
	return bk, nil
}

// guard turns a panic of the library into an error: it trusts the parts of a workbook more than a damaged one deserves.
func guard(b *container.Blob, err *error) {
	if p := recover(); p != nil {
		*err = broken(b, "it cannot be understood", fmt.Errorf("%v", p))
	}
}

func (bk *book) close() error { return bk.file.Close() }

func broken(b *container.Blob, what string, err error) error {
	return fmt.Errorf("%s: a damaged workbook, %s: %w (hint: open it in a spreadsheet program and save it again)", b.Name(), what, err)
}

// checkSizes refuses workbooks that unfold to too much. The sizes are those of the zip directory, which package zip
// enforces while reading.
func (bk *book) checkSizes(size int64) error {
	var all, other uint64
	for _, f := range bk.zip.File {
		all += f.UncompressedSize64
		if name := strings.ToLower(f.Name); !strings.HasPrefix(name, "xl/worksheets/sheet") && name != "xl/sharedstrings.xml" {
			other += f.UncompressedSize64
		}
	}
	l := bk.blob.Limits()
	switch most := l.Unfolded(size); {
	case all > uint64(most):
		return &container.LimitError{Path: bk.blob.Name(), Limit: most, Reason: fmt.Sprintf("a workbook of %d bytes that unfolds to %d, over the limit of %d", size, all, most)}
	case other > maxOther:
		return &container.LimitError{Path: bk.blob.Name(), Limit: maxOther, Reason: fmt.Sprintf("a workbook with %d bytes of pictures and other parts, over the limit of %d", other, maxOther)}
	}
	return nil
}

// findParts maps the names of the sheets to their parts.
func (bk *book) findParts() error {
	var wb struct {
		Sheets []struct {
			Name string     `xml:"name,attr"`
			Attr []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
	}
	var rels struct {
		List []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := bk.decode("xl/workbook.xml", &wb); err != nil {
		return err
	}
	if err := bk.decode("xl/_rels/workbook.xml.rels", &rels); err != nil {
		return err
	}
	target := map[string]string{}
	for _, r := range rels.List {
		if strings.HasPrefix(r.Target, "/") {
			target[r.ID] = strings.TrimPrefix(r.Target, "/")
		} else {
			target[r.ID] = path.Join("xl", r.Target)
		}
	}
	bk.parts = map[string]*zip.File{}
	for _, s := range wb.Sheets {
		for _, a := range s.Attr {
			if a.Name.Local == "id" {
				bk.parts[s.Name] = bk.part(target[a.Value])
			}
		}
	}
	return nil
}

func (bk *book) part(name string) *zip.File {
	for _, f := range bk.zip.File {
		if strings.EqualFold(strings.ReplaceAll(f.Name, "\\", "/"), name) {
			return f
		}
	}
	return nil
}

func (bk *book) decode(name string, into any) error {
	f := bk.part(name)
	if f == nil {
		return fmt.Errorf("%s is missing", name)
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	return xml.NewDecoder(r).Decode(into)
}

// checkStrings makes sure that a large table of texts is well-formed: excelize reads it from a temporary file and takes
// the first error for its end, which would empty cells without a word.
func (bk *book) checkStrings() error {
	f := bk.part("xl/sharedStrings.xml")
	if f == nil || f.UncompressedSize64 <= memoryPart {
		return nil
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	for d := xml.NewDecoder(r); ; {
		if _, err := d.RawToken(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

var errCutOff = fmt.Errorf("it breaks off: %w", io.ErrUnexpectedEOF)

// lastRow returns the number of the last row of a sheet as its part says it, 0 where rows carry no numbers. excelize takes
// an error in the XML for the end of the sheet; a last row that it did not reach shows that, or that the sheet is not
// closed.
func (bk *book) lastRow(sheet string) (int, error) {
	f := bk.parts[sheet]
	if f == nil {
		return 0, nil
	}
	r, err := f.Open()
	if err != nil {
		return 0, err
	}
	defer r.Close()
	const overlap = 256 // holds the tag of a row
	buf := make([]byte, 256<<10)
	have, last := 0, 0
	tag, closing := []byte("<row "), []byte("</sheetData")
	closed := false
	for first := true; ; first = false {
		n, err := io.ReadFull(r, buf[have:])
		p := buf[:have+n]
		if first {
			if i := bytes.Index(p[:min(len(p), 4096)], []byte(":worksheet")); i > 0 {
				if j := bytes.LastIndexByte(p[:i], '<'); j >= 0 {
					prefix := string(p[j+1 : i+1])
					tag, closing = []byte("<"+prefix+"row "), []byte("</"+prefix+"sheetData")
				}
			}
		}
		for end := len(p); ; {
			i := bytes.LastIndex(p[:end], tag)
			if i < 0 {
				break
			}
			if k := bytes.IndexByte(p[i:], '>'); k > 0 {
				last = rowNumber(p[i : i+k])
				break
			}
			end = i // cut off; it comes again with the next piece
		}
		closed = closed || bytes.Contains(p, closing)
		switch {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			if last > 0 && !closed {
				return last, errCutOff
			}
			return last, nil
		case err != nil:
			return last, err
		}
		have = copy(buf, p[len(p)-overlap:])
	}
}

func rowNumber(tag []byte) int {
	_, after, ok := bytes.Cut(tag, []byte(` r="`))
	if !ok {
		return 0
	}
	digits, _, _ := bytes.Cut(after, []byte(`"`))
	n, _ := strconv.Atoi(string(digits))
	return n
}
