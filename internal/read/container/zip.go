package container

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
)

// recogniseZip looks into a zip that stands inside another layer. Only a workbook may.
func (b *Blob) recogniseZip(ctx context.Context) error {
	at, size, err := b.Random(ctx)
	if err != nil {
		return err
	}
	z, err := zip.NewReader(at, size)
	if err != nil {
		return b.refuse("a zip archive or workbook that is damaged", "fetch or copy the file again")
	}
	if err := workbook(z, b.Name()); err == nil {
		b.Kind = KindXLSX
		return nil
	} else if !errors.Is(err, errNoWorkbook) {
		return err
	}
	return b.refuse("an archive inside "+b.layer.String(), "unpack the outer layer first")
}

var errNoWorkbook = errors.New("not a workbook")

// workbook returns nil for a workbook that can be read, errNoWorkbook for an ordinary archive, and another error for
// documents that are zip archives too.
func workbook(z *zip.Reader, name string) error {
	for _, f := range z.File {
		switch strings.TrimPrefix(strings.ReplaceAll(f.Name, "\\", "/"), "/") {
		case "xl/workbook.xml":
			return nil
		case "xl/workbook.bin":
			return &UnsupportedError{name, "a binary workbook (.xlsb)", asCSV}
		case "word/document.xml":
			return &UnsupportedError{name, "a Word document", "copy its table into a spreadsheet and save that"}
		case "content.xml":
			return &UnsupportedError{name, "an OpenDocument file", asCSV}
		case "Index/Document.iwa":
			return &UnsupportedError{name, "an Apple Numbers or Pages file", "export it as .xlsx or .csv"}
		case "doc.kml":
			return &UnsupportedError{name, "a KMZ file", "export it as GeoJSON or CSV"}
		}
	}
	return errNoWorkbook
}

// archive opens a file that is a zip: a workbook, or an archive with tables.
func (l Limits) archive(ctx context.Context, src *source) ([]*Blob, error) {
	z, err := zip.NewReader(src, src.size)
	if err != nil {
		if err := src.check(); err != nil {
			return nil, err
		}
		return nil, &DamagedError{Path: src.name, Reason: "the archive has no table of contents, it breaks off or is corrupt", Err: io.ErrUnexpectedEOF}
	}
	if err := workbook(z, src.name); err == nil {
		return []*Blob{{Path: src.name, Size: src.size, Kind: KindXLSX, src: src.hold(), limits: l}}, nil
	} else if !errors.Is(err, errNoWorkbook) {
		return nil, err
	}
	if len(z.File) > l.Members {
		return nil, &LimitError{src.name, int64(l.Members), fmt.Sprintf("the archive has %d members, over %d", len(z.File), l.Members)}
	}
	var blobs []*Blob
	var skipped []string
	var only error // why the last member was skipped, to be said in full if nothing is left
	for _, f := range z.File {
		if f.FileInfo().IsDir() || hidden(f.Name) {
			continue
		}
		b := &Blob{Path: src.name, Member: f.Name, Size: src.size, Compressed: true, src: src, layer: layerZip, member: f, limits: l}
		if err := b.openMember(ctx); err != nil {
			b.dropCopy()
			if fatal(err) {
				closeAll(blobs)
				return nil, err
			}
			only = err
			skipped = append(skipped, reason(f.Name, err))
			continue
		}
		src.hold()
		blobs = append(blobs, b)
	}
	if len(blobs) == 0 {
		switch {
		case len(skipped) == 0:
			return nil, fmt.Errorf("%s: the archive holds no file: %w", src.name, ErrEmpty)
		case len(skipped) == 1:
			return nil, only
		}
		return nil, &UnsupportedError{src.name, "no table in the archive: " + strings.Join(skipped, "; "), "unpack it and name the table"}
	}
	slices.SortFunc(blobs, func(a, b *Blob) int { return strings.Compare(a.Member, b.Member) })
	slices.Sort(skipped)
	blobs[0].Skipped = skipped
	return blobs, nil
}

func (b *Blob) openMember(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if b.member.Flags&1 != 0 {
		return b.refuse("protected by a password", "unpack it first")
	}
	first, err := b.head()
	if err != nil {
		return err
	}
	if err := b.recognise(ctx, first); err != nil {
		return err
	}
	if b.Kind == KindText && prose(path.Base(b.Member), first) {
		return b.refuse("text without columns", "")
	}
	return nil
}

// fatal reports errors that concern the whole archive, not the question whether a member is a table.
func fatal(err error) bool {
	var unsupported *UnsupportedError
	return !errors.As(err, &unsupported) && !errors.Is(err, ErrEmpty)
}

func reason(member string, err error) string {
	var unsupported *UnsupportedError
	if errors.As(err, &unsupported) {
		return member + ": " + unsupported.What
	}
	return member + ": empty"
}

// hidden reports what archivers add by themselves.
func hidden(name string) bool {
	base := path.Base(name)
	return strings.HasPrefix(name, "__MACOSX/") || strings.HasPrefix(base, ".") || base == "Thumbs.db" || base == "desktop.ini"
}

// prose reports a text that goes with data rather than being data: by its usual name, or because its first two lines that
// are not empty share no character that separates columns.
func prose(base string, first []byte) bool {
	stem, ext, _ := strings.Cut(strings.ToLower(base), ".")
	switch {
	case ext == "md", ext == "prj", ext == "cpg":
		return true
	case ext == "" || ext == "txt":
		for _, s := range []string{"readme", "license", "licence", "copying", "changelog", "changes", "citation"} {
			if strings.HasPrefix(stem, s) {
				return true
			}
		}
	}
	var lines []string
	for line := range strings.Lines(string(first[:min(len(first), 64<<10)])) {
		if line = strings.TrimSpace(line); line != "" {
			if lines = append(lines, line); len(lines) == 2 {
				break
			}
		}
	}
	if len(lines) == 0 {
		return true
	}
	for _, sep := range ",\t;|" {
		if strings.ContainsRune(lines[0], sep) && (len(lines) == 1 || strings.ContainsRune(lines[1], sep)) {
			return false
		}
	}
	return true
}

func closeAll(blobs []*Blob) {
	for _, b := range blobs {
		b.Close()
	}
}
