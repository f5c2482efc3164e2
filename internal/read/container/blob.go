package container

import (
	"archive/zip"
	"bufio"
	"compress/flate"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Kind is what the bytes of a blob are.
type Kind uint8

const (
	KindText    Kind = iota // delimited text: CSV, TSV
	KindJSON                // JSON, JSON Lines, GeoJSON
	KindXLSX                // a workbook
	KindParquet             // Apache Parquet
	KindXML                 // the consolidated list of the UN
)

func (k Kind) String() string {
	return [...]string{"text", "JSON", "XLSX", "Parquet", "XML"}[min(k, KindXML)]
}

// Blob is the bytes of one table (of one workbook, for XLSX). It can be read many times and by several goroutines.
type Blob struct {
	Path       string // as the user named it, "-" for standard input
	Member     string // member of a zip archive, "" where the file itself is the table
	Kind       Kind
	Size       int64 // bytes on disk, of the whole archive if it is one
	Compressed bool  // gzip or zip; not set for XLSX as such
	Skip       int64 // bytes of a byte order mark before the text

	Charset  string   // the encoding of the text as a whole, for people: "UTF-8", "UTF-16 LE", "windows-1252"
	Encoding Encoding // decodes the cells that are not valid UTF-8

	Skipped []string // on the first blob of an archive: members that are no tables, each with the reason

	src    *source
	layer  layer
	member *zip.File
	utf16  unicode.Endianness
	wide   bool // UTF-16
	limits Limits

	mu     sync.Mutex
	plain  *source // decompressed copy, for kinds that need random access
	kept   map[string]io.Closer
	closed bool
}

// layer is the compression around a blob.
type layer uint8

const (
	layerNone layer = iota
	layerGzip
	layerZip
)

// Name is the path, with the member of an archive after a colon.
func (b *Blob) Name() string {
	if b.Member == "" {
		return b.Path
	}
	return b.Path + ":" + b.Member
}

// Open reads the decoded bytes from the beginning: compression undone, UTF-16 turned into UTF-8, byte order mark left
// out. Read fails with a [*DamagedError] where compressed data breaks off (what came before is good), with a
// [*ChangedError] where the file is no longer the same, and with a [*LimitError].
func (b *Blob) Open() (io.ReadCloser, error) {
	raw, err := b.unpacked()
	if err != nil {
		return nil, err
	}
	var r io.Reader = raw
	if b.Skip > 0 {
		if _, err := io.CopyN(io.Discard, r, b.Skip); err != nil {
			raw.Close()
			return nil, err
		}
	}
	if b.wide {
		r = transform.NewReader(r, unicode.UTF16(b.utf16, unicode.IgnoreBOM).NewDecoder())
	}
	return &stream{r, raw}, nil
}

type stream struct {
	io.Reader
	io.Closer
}

// unpacked reads the bytes with compression undone.
func (b *Blob) unpacked() (io.ReadCloser, error) {
	if err := b.src.check(); err != nil {
		return nil, err
	}
	switch b.layer {
	case layerGzip:
		z, err := gzip.NewReader(bufio.NewReaderSize(b.src.reader(), 1<<16))
		if err != nil {
			return nil, damaged(b.Name(), 0, err)
		}
		return &stream{&whole{r: b.limits.bound(z, b.Name(), b.Size), name: b.Name()}, z}, nil
	case layerZip:
		z, err := b.member.Open()
		if errors.Is(err, zip.ErrAlgorithm) {
			return nil, &UnsupportedError{
				b.Name(), fmt.Sprintf("compressed by zip method %d, which cannot be read", b.member.Method),
				"pack it again with the usual method, deflate",
			}
		}
		if err != nil {
			return nil, damaged(b.Name(), 0, err)
		}
		r := b.limits.bound(z, b.Name(), int64(b.member.CompressedSize64))
		return &stream{&whole{r: r, name: b.Name(), src: b.src}, z}, nil
	}
	return io.NopCloser(b.src.reader()), nil
}

// whole counts decompressed bytes and turns errors of decompression into a DamagedError.
type whole struct {
	r    io.Reader
	n    int64
	name string
	src  *source // checked at the end, nil where the reader below does it
}

func (w *whole) Read(p []byte) (int, error) {
	n, err := w.r.Read(p)
	w.n += int64(n)
	if err == nil {
		return n, nil
	}
	if err == io.EOF {
		if w.src != nil {
			if changed := w.src.check(); changed != nil {
				return n, changed
			}
		}
		return n, io.EOF
	}
	return n, damaged(w.name, w.n, err)
}

func damaged(name string, after int64, err error) error {
	var corrupt flate.CorruptInputError
	e := &DamagedError{Path: name, After: after, Err: err}
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF) || err == io.EOF:
		e.Err = io.ErrUnexpectedEOF
		e.Reason = "the compressed data breaks off"
	case errors.Is(err, gzip.ErrChecksum) || errors.Is(err, zip.ErrChecksum):
		e.Reason = "the checksum of the compressed data is wrong"
	case errors.As(err, &corrupt):
		e.Reason = "the compressed data is corrupt"
	case errors.Is(err, gzip.ErrHeader):
		e.Reason = "something that is not gzip follows the compressed data"
	case errors.Is(err, zip.ErrFormat):
		e.Reason = "the archive is corrupt"
	default:
		return err
	}
	return e
}

// ReaderAt gives random access to a text that stands on disk as it is read: neither compressed nor UTF-16. The text
// begins at Skip and ends at the returned size. The reader belongs to the blob and fails with a [*ChangedError] where
// the file became shorter; call [Blob.Check] after the last read.
func (b *Blob) ReaderAt() (io.ReaderAt, int64, bool) {
	if b.layer != layerNone || b.wide {
		return nil, 0, false
	}
	return b.src, b.src.size, true
}

// Random gives random access to the decompressed bytes, for kinds that need it (XLSX, Parquet). A compressed blob is
// copied to a temporary file on the first call. The reader belongs to the blob.
func (b *Blob) Random(ctx context.Context) (io.ReaderAt, int64, error) {
	if err := b.src.check(); err != nil {
		return nil, 0, err
	}
	if b.layer == layerNone {
		return b.src, b.src.size, nil
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.plain == nil {
		r, err := b.unpacked()
		if err != nil {
			return nil, 0, err
		}
		defer r.Close()
		s, err := spool(ctx, b.Name(), r, b.limits.Size)
		if err != nil {
			return nil, 0, err
		}
		b.plain = s.hold()
	}
	return b.plain, b.plain.size, nil
}

// Check returns a [*ChangedError] if the file on disk is no longer what it was when it was opened.
func (b *Blob) Check() error { return b.src.check() }

// Sum returns the SHA-256 of the bytes on disk in hexadecimal. It reads the file on the first call (about 0.4 s for 470
// MB) and may run beside other readers. The blobs of an archive share it.
func (b *Blob) Sum() (string, error) { return b.src.digest() }

// Close lets go of the file and removes temporary copies. Close of one blob does not disturb others of the same archive.
func (b *Blob) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return nil
	}
	b.closed = true
	err := b.src.release()
	if b.plain != nil {
		err = errors.Join(err, b.plain.release())
	}
	for _, c := range b.kept {
		err = errors.Join(err, c.Close())
	}
	return err
}

// Keep gives the blob something that a reader derived from it, to be closed with it. It reports false, and keeps nothing, if there is something already or the blob is closed.
func (b *Blob) Keep(key string, c io.Closer) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed || b.kept[key] != nil {
		return false
	}
	if b.kept == nil {
		b.kept = map[string]io.Closer{}
	}
	b.kept[key] = c
	return true
}

// Kept returns what [Blob.Keep] was given, nil if nothing was.
func (b *Blob) Kept(key string) io.Closer {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.kept[key]
}

// Limits returns the limits that hold for the blob, for readers of kinds that are compressed within.
func (b *Blob) Limits() Limits { return b.limits }
