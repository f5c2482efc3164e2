// Package cases holds the cases that ship with assay: claims about one matter, with their sources and an answer key.
package cases

import (
	"embed"
	"io/fs"
)

//go:embed russian-speaking-milieu
var files embed.FS

// Founding returns the files of the founding case: assay.yaml, README.md, data/ and the answer key.
func Founding() fs.FS {
	sub, err := fs.Sub(files, "russian-speaking-milieu")
	if err != nil { // only for a name that is no path
		return files
	}
	return sub
}

// AnswerKey and Judged are the names of two files of a case: the contradictions found by hand, and the findings that
// somebody judged by reading.
const (
	AnswerKey = "answer-key.csv"
	Judged    = "judged.csv"
)
