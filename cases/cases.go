// Package cases holds the cases that ship with assay: claims with their sources, the configuration to audit them, and an
// answer key made by reading.
package cases

import (
	"embed"
	"io/fs"
)

//go:embed russian-speaking-milieu
var files embed.FS

// Founding is the case that started assay: claims about the Russian-speaking militant milieu.
func Founding() fs.FS {
	sub, err := fs.Sub(files, "russian-speaking-milieu")
	if err != nil {
		return files // the name stands in this file twice; a test opens it
	}
	return sub
}
