package finding

import (
	"bufio"
	"io"
	"strings"

	"github.com/assaydata/assay/internal/privacy"
)

// style is a colour of the terminal, written as the parameters of a "select graphic rendition" sequence.
type style string

const (
	plain  style = ""
	bold   style = "1"
	faint  style = "2"
	red    style = "1;31"
	yellow style = "1;33"
	violet style = "1;35"
	cyan   style = "1;36"
	blue   style = "34"
	green  style = "1;32"
)

// span is a piece of a line in one style.
type span struct {
	text  string
	style style
}

// line is one line of the terminal without its end.
type line []span

func text(s string) line { return line{{s, plain}} }

func (l line) width() int {
	n := 0
	for _, s := range l {
		n += width(s.text)
	}
	return n
}

// printer writes lines and cuts each to the width of the terminal.
type printer struct {
	w      *bufio.Writer
	width  int
	colour bool
	shield *privacy.Shield
}

func newPrinter(w io.Writer, o Options) *printer {
	p := &printer{w: bufio.NewWriterSize(w, 1<<16), width: o.Width, colour: o.Colour}
	if p.width <= 0 {
		p.width = 80
	}
	p.width = max(p.width, 40)
	return p
}

func (p *printer) print(lines ...line) {
	for _, l := range lines {
		p.line(l)
	}
}

// line writes one line; errors stay in the writer until it is flushed.
func (p *printer) line(l line) {
	room := p.width
	for len(l) > 0 && strings.TrimRight(l[len(l)-1].text, " ") == "" {
		l = l[:len(l)-1]
	}
	on := plain
	for i, s := range l {
		t := s.text
		if i == len(l)-1 {
			t = strings.TrimRight(t, " ")
		}
		t = shorten(t, room)
		room -= width(t)
		// Blanks look the same in every style.
		if p.colour && s.style != on && strings.TrimLeft(t, " ") != "" {
			p.set(on, s.style)
			on = s.style
		}
		p.w.WriteString(t)
	}
	p.set(on, plain)
	p.w.WriteByte('\n')
}

// set goes over from one style to another.
func (p *printer) set(from, to style) {
	if from != plain {
		p.w.WriteString("\x1b[0m")
	}
	if to != plain {
		p.w.WriteString("\x1b[" + string(to) + "m")
	}
}
