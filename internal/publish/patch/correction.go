// Package patch reads, makes, writes and applies corrections: changes of single cells that can be published where the data
// itself may not be. A correction names a cell by dataset, identifier and field, proves by the SHA-256 of the old text that
// it means what stands there, and says what the new value rests on. Applied to a fresh copy of the file it changes those
// cells and not one byte elsewhere; where the old text differs, nothing is written.
package patch

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
)

// Correction is one line of corrections.csv.
type Correction struct {
	Dataset   string   // short name: the file's base name without extensions unless the case gave another
	ID        string   // the record's own identifier; may be empty where Row is set
	Field     string   // canonical name of the column, or its name in the file
	OldSHA256 string   // of the cell's text as UTF-8, without quotation marks of the file; lower-case hexadecimal
	New       string   // the new text of the cell
	Citations []string // what the new value rests on, at least one
	Row       int      // data row from 1; 0 where the identifier is enough
	Decision  string   // identifier of the decision in the journal, "" if none

	at problemAt // where it was read
}

// problemAt is a place in a corrections file.
type problemAt struct {
	file string
	row  int // from 1, without the header; 0 = not from a file
}

// Hash is the SHA-256 of a cell's text in hexadecimal, as it stands in old_sha256.
func Hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// Separator stands between two citations in one cell.
const Separator = " | "

// Problem is what is wrong with one correction: in the file itself, or with the data that it is applied to.
type Problem struct {
	File   string // corrections file, "" where the correction was made in memory
	Row    int    // row of it, from 1; 0 for the header
	Column string // of the corrections file
	Text   string // what is wrong; never the value of a cell, since it may name people
	Hint   string // what to do
}

func (p Problem) Error() string {
	file := p.File
	if file == "" {
		file = "correction"
	}
	s := fmt.Sprintf("%s:%d:%s: %s", file, p.Row, p.Column, p.Text)
	if p.Hint != "" {
		s += " (hint: " + p.Hint + ")"
	}
	return s
}

// Problems is an error with one line for each problem.
type Problems []Problem

func (p Problems) Error() string {
	lines := make([]string, len(p))
	for i := range p {
		lines[i] = p[i].Error()
	}
	return strings.Join(lines, "\n")
}

var (
	// ErrMalformed is in the chain of the errors of [Read]: the file is no list of corrections.
	ErrMalformed = errors.New("these are no corrections that can be read")

	// ErrRefused is in the chain of the error of [Apply] where a correction does not fit the data; nothing was written.
	ErrRefused = errors.New("nothing was written")

	// ErrUnsupported is in the chain of the error of [Apply] for files that are not delimited text.
	ErrUnsupported = errors.New("corrections are applied to delimited text (CSV, TSV, also as .gz)")

	// ErrUnreadable is in the chain of the error of [Apply] for a file of which a part, or all, could not be read.
	ErrUnreadable = errors.New("no copy can be made")
)

// failed wraps problems, of which there is at least one, under one of the errors above.
type failed struct {
	Problems
	kind error
}

func (e *failed) Unwrap() []error { return []error{e.Problems, e.kind} }
