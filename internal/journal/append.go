package journal

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Attributes is the line of .gitattributes with which git merges two branches of a journal by keeping the lines of both.
const Attributes = FileName + " merge=union"

// Append writes decisions at the end of a journal and waits until they are on disk. The file is made where there is none.
// All lines go in one write under a lock, so that any number of writers may append at once; what a crashed writer left is
// closed with a line end first. A decision needs who, when and why; where one lacks something nothing is written.
func Append(path string, decisions ...Decision) error {
	var lines []byte
	for i := range decisions {
		d := decisions[i].Sealed()
		if err := d.complete(); err != nil {
			return err
		}
		text := d.encode()
		if len(text) > maxLine {
			return fmt.Errorf("a decision of %d bytes is over the %d that a line may have (hint: give an address as evidence, not the text)", len(text), maxLine)
		}
		lines = append(append(lines, text...), '\n')
	}
	if len(lines) == 0 {
		return nil
	}
	_, missing := os.Stat(path)
	f, err := os.OpenFile(path, os.O_RDWR|os.O_APPEND|os.O_CREATE, 0o644)
	if err != nil {
		return err
	}
	if err := appendTo(f, lines); err != nil {
		return errors.Join(fmt.Errorf("%s: %w", path, err), f.Close())
	}
	if missing != nil {
		syncFolder(filepath.Dir(path))
	}
	return f.Close()
}

func appendTo(f *os.File, lines []byte) error {
	if err := lock(f); err != nil {
		return err
	}
	st, err := f.Stat()
	if err != nil {
		return err
	}
	if n := st.Size(); n > 0 {
		var last [1]byte
		if _, err := f.ReadAt(last[:], n-1); err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if last[0] != '\n' {
			lines = append([]byte{'\n'}, lines...)
		}
	}
	if _, err := f.Write(lines); err != nil {
		return err
	}
	return f.Sync() // closing the file gives the lock back
}

// complete says what a new decision lacks; lines that are there already are used without it.
func (d *Decision) complete() error {
	if err := d.usable(); err != nil {
		return err
	}
	switch {
	case d.Who == "":
		return errors.New("a decision needs who made it")
	case d.Why == "":
		return errors.New("a decision needs its reason")
	}
	return nil
}

// syncFolder makes sure that a new file is found again after a crash. Not every system can; the lines are on disk anyway.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}
