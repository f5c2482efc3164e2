package synth

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// Options say what to make.
type Options struct {
	Layout string // acled, ged, gtd or scad
	Rows   int    // events; SCAD has a few more rows than events
	Seed   uint64
	Years  int  // over how many years from 2010 on the events spread, 0 for ten
	Strict bool // no two events could be taken for one; needs time and memory in proportion to Rows, meant for up to 20,000
}

// Layouts are the layouts that can be made.
var Layouts = []string{"acled", "ged", "gtd", "scad"}

// Write writes invented events as CSV. The same options give the same bytes.
func Write(w io.Writer, o Options) error {
	var header string
	var row func(*bufio.Writer, *event)
	switch o.Layout {
	case "acled":
		header, row = acledHeader, writeACLED
	case "ged":
		header, row = gedHeader, writeGED
	case "gtd":
		header, row = gtdHeader, writeGTD
	case "scad":
		header, row = scadHeader, writeSCAD
	default:
		return fmt.Errorf("no layout %q (hint: %s)", o.Layout, strings.Join(Layouts, ", "))
	}
	out := bufio.NewWriterSize(w, 1<<20)
	if _, err := out.WriteString(header); err != nil {
		return err
	}
	g := newGenerator(o.Seed, o.Years, o.Strict)
	g.lethal = o.Layout == "ged"
	g.armed = o.Layout == "gtd"
	for range o.Rows {
		e := g.next()
		row(out, &e)
	}
	return out.Flush()
}

// Text returns a strict table as text.
func Text(layout string, rows int, seed uint64) string {
	var b strings.Builder
	if err := Write(&b, Options{Layout: layout, Rows: rows, Seed: seed, Strict: true}); err != nil {
		panic(err) // only an unknown layout can fail here
	}
	return b.String()
}
