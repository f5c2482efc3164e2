package container

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// Open recognises the tables in a file and returns one blob for each: one for a plain or gzip file, one for each member
// of a zip archive that is a table. The path "-" reads stdin, which is kept in a temporary file, because records are read
// again later; so are pipes. The blobs must be closed.
func Open(ctx context.Context, path string, stdin io.Reader) ([]*Blob, error) {
	return DefaultLimits().Open(ctx, path, stdin)
}

// Open is like the function [Open] with limits other than the default ones.
func (l Limits) Open(ctx context.Context, path string, stdin io.Reader) ([]*Blob, error) {
	src, err := l.source(ctx, path, stdin)
	if err != nil {
		return nil, err
	}
	src.hold()
	defer src.release() // the blobs hold it too
	if src.size == 0 {
		return nil, fmt.Errorf("%s: %w (hint: was the download or export finished?)", src.name, ErrEmpty)
	}
	first := make([]byte, min(src.size, headSize))
	if _, err := io.ReadFull(io.NewSectionReader(src, 0, src.size), first); err != nil {
		return nil, fmt.Errorf("%s: %w", src.name, err)
	}
	b := &Blob{Path: src.name, Size: src.size, src: src, limits: l}
	switch magic(first) {
	case magicZip:
		return l.archive(ctx, src)
	case magicGzip:
		b.layer, b.Compressed = layerGzip, true
		if first, err = b.head(); err != nil {
			return nil, err
		}
	}
	if err := b.recognise(ctx, first); err != nil {
		b.dropCopy()
		return nil, err
	}
	src.hold()
	return []*Blob{b}, nil
}

// source opens what the path names and makes sure that it can be read twice.
func (l Limits) source(ctx context.Context, path string, stdin io.Reader) (*source, error) {
	if path == "-" {
		if stdin == nil {
			return nil, errors.New("-: there is no standard input")
		}
		return spool(ctx, path, stdin, l.Size)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, openError(path, err)
	}
	st, err := f.Stat()
	switch {
	case err != nil:
	case st.IsDir():
		err = &UnsupportedError{path, "this is a folder", "name the files in it, or a folder that has an assay.yaml"}
	case st.Mode().IsRegular():
		s, err := newSource(path, f)
		if err != nil {
			f.Close()
			return nil, err
		}
		return s, nil
	case st.Mode()&fs.ModeNamedPipe != 0:
		defer f.Close()
		return spool(ctx, path, f, l.Size)
	default:
		err = &UnsupportedError{path, "this is a device or socket, not a file", ""}
	}
	f.Close()
	return nil, err
}

func openError(path string, err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: %w (hint: check the spelling and the folder)", path, err)
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s: %w (hint: you may not read this file; change its permissions)", path, err)
	}
	return fmt.Errorf("%s: %w", path, err)
}

// head returns the first decompressed bytes. A blob that breaks off after at least one byte is no error here: whoever
// reads it will meet the place.
func (b *Blob) head() ([]byte, error) {
	r, err := b.unpacked()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	p := make([]byte, headSize)
	n, err := io.ReadFull(r, p)
	var damaged *DamagedError
	switch {
	case n == 0 && err == io.EOF:
		return nil, fmt.Errorf("%s: %w once decompressed", b.Name(), ErrEmpty)
	case err == nil, err == io.EOF, err == io.ErrUnexpectedEOF, n > 0 && errors.As(err, &damaged):
		return p[:n], nil
	}
	return nil, err
}

// recognise decides what the bytes are and how their text is encoded.
func (b *Blob) recognise(ctx context.Context, first []byte) error {
	switch m := magic(first); m {
	case magicZip:
		if b.layer != layerNone { // else the archive was opened already
			return b.recogniseZip(ctx)
		}
	case magicGzip:
		return b.refuse("compressed twice, with gzip inside "+b.layer.String(), "decompress the outer layer first")
	case magicParquet:
		b.Kind = KindParquet
		return nil
	case magicNone:
	default:
		return b.refuse(m.what, m.hint)
	}
	return b.recogniseText(first)
}

func (b *Blob) refuse(what, hint string) error { return &UnsupportedError{b.Name(), what, hint} }

func (l layer) String() string { return [...]string{"a file", "gzip", "zip"}[l] }

func (b *Blob) dropCopy() {
	if b.plain != nil {
		b.plain.release()
		b.plain = nil
	}
}
