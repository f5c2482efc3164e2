// Package xmlfile reads the consolidated list of the United Nations Security Council, in the XML in which it is published
// (https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list), as a table with a row for each entry.
//
// Elements that an entry may have several times become lists in one cell, separated by semicolons. Dates become dates of the Extended
// Date/Time Format, as precise as the list gives them. A file is never trusted: document types and entities of its own are refused,
// depth, length and number of elements are bounded, and memory holds one entry.
package xmlfile

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/assaydata/assay/internal/read/container"
	"github.com/assaydata/assay/internal/read/rows"
)

// Header are the columns, in the names of the codebook (package format).
var Header = []string{
	"reference_number", "data_id", "kind", "name", "original_name", "aliases", "weak_aliases", "title", "role", "sex", "birth_date",
	"birth_place", "nationality", "documents", "address", "un_list", "listed_on", "remarks",
}

// Bounds of one entry. The fullest of the list has a few hundred elements.
const (
	maxDepth    = 16
	maxElements = 20_000
	maxText     = 1 << 20 // bytes of an entry
	maxToken    = 4 << 20 // bytes that are read for one piece of XML
)

// Reader yields the entries of one list. It implements [rows.Records].
type Reader struct {
	name     string
	ctx      context.Context
	stream   io.ReadCloser
	in       *bounded
	dec      *xml.Decoder
	cells    [][]byte
	finished error
}

var _ rows.Records = (*Reader)(nil)

// Open begins to read a list.
func Open(ctx context.Context, b *container.Blob) (*Reader, error) {
	s, err := b.Open()
	if err != nil {
		return nil, err
	}
	in := &bounded{r: s}
	r := &Reader{name: b.Name(), ctx: ctx, stream: s, in: in, dec: xml.NewDecoder(in), cells: make([][]byte, len(Header))}
	r.dec.Strict = true
	r.dec.CharsetReader = func(charset string, input io.Reader) (io.Reader, error) {
		if c := strings.ToLower(charset); c == "utf-8" || c == "us-ascii" || strings.HasPrefix(c, "utf-16") { // of which the blob makes UTF-8
			return input, nil
		}
		return nil, fmt.Errorf("the encoding %q (hint: save the file as UTF-8)", charset)
	}
	return r, nil
}

// Header implements rows.Records.
func (r *Reader) Header() []string { return Header }

// Close implements rows.Records.
func (r *Reader) Close() error { return r.stream.Close() }

// Next implements rows.Records. XML that is broken ends the table: nothing behind the place can be trusted.
func (r *Reader) Next() ([][]byte, int, error) {
	if r.finished != nil {
		return nil, 0, r.finished
	}
	for {
		if err := r.ctx.Err(); err != nil {
			return nil, 0, err
		}
		t, err := r.token()
		if err != nil {
			return nil, 0, r.end(err)
		}
		start, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		kind := ""
		switch start.Name.Local {
		case "INDIVIDUAL":
			kind = "individual"
		case "ENTITY":
			kind = "entity"
		default:
			continue
		}
		line, _ := r.dec.InputPos()
		e, err := r.element(&budget{}, 0)
		if err != nil {
			return nil, 0, r.end(err)
		}
		r.fill(kind, e)
		return r.cells, line, nil
	}
}

// end tells what ended the table, once.
func (r *Reader) end(err error) error {
	var syntax *xml.SyntaxError
	switch {
	case err == io.EOF && r.dec.InputOffset() > 0:
		r.finished = io.EOF
		return io.EOF
	case errors.As(err, &syntax):
		r.finished = fmt.Errorf("%s:%d: broken XML: %s (hint: download the list again)", r.name, syntax.Line, syntax.Msg)
	default:
		line, column := r.dec.InputPos()
		r.finished = fmt.Errorf("%s:%d:%d: %w", r.name, line, column, err)
	}
	return r.finished
}

var (
	errDocumentType = errors.New("a document type of its own, which a list never has (hint: download it from the UN)")
	errTooMuch      = errors.New("an entry too large or too deep to be one of the list (hint: download it from the UN)")
)

func (r *Reader) token() (xml.Token, error) {
	r.in.left = maxToken
	t, err := r.dec.Token()
	if err != nil {
		return nil, err
	}
	if _, ok := t.(xml.Directive); ok {
		return nil, errDocumentType
	}
	return t, nil
}

// bounded fails where one piece of XML goes on and on: the decoder would hold it all.
type bounded struct {
	r    io.Reader
	left int
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errTooMuch
	}
	if len(p) > 4096 {
		p = p[:4096]
	}
	n, err := b.r.Read(p)
	b.left -= n
	return n, err
}

// element is a piece of an entry.
type element struct {
	name     string
	text     string
	children []*element
}

type budget struct{ elements, text int }

// element reads what is in an element whose beginning was read.
func (r *Reader) element(b *budget, depth int) (*element, error) {
	if b.elements++; b.elements > maxElements || depth > maxDepth {
		return nil, errTooMuch
	}
	e := &element{}
	for {
		t, err := r.token()
		if err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			c, err := r.element(b, depth+1)
			if err != nil {
				return nil, err
			}
			c.name = t.Name.Local
			e.children = append(e.children, c)
		case xml.EndElement:
			e.text = strings.Join(strings.Fields(e.text), " ")
			return e, nil
		case xml.CharData:
			if b.text += len(t); b.text > maxText {
				return nil, errTooMuch
			}
			e.text += string(t)
		}
	}
}
