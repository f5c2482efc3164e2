package report

import (
	"io"

	"github.com/assaydata/assay/internal/casereport"
)

// writeCase writes the report of the case and the page with all its claims, where the data are claims.
func (b *builder) writeCase(f *folder) error {
	if b.story == nil {
		return nil
	}
	frame := casereport.Frame{Version: b.options.Version, Style: style}
	if err := f.file(casereport.Start, func(w io.Writer) error { return b.story.Render(w, frame) }); err != nil {
		return err
	}
	return f.file(casereport.Page, func(w io.Writer) error { return b.story.RenderClaims(w, frame) })
}
