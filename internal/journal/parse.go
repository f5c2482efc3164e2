package journal

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/assaydata/assay/internal/settings"
)

// maxLine bounds a line in bytes. A decision with its evidence takes some hundreds.
const maxLine = 1 << 20

// Problem is something in a journal that people should look at; everything else of the journal is used. Line and Column
// count from 1; 0 = not about a line.
type Problem struct {
	File         string
	Line, Column int
	Text, Hint   string
}

// Error says where the problem is, what is wrong and what to do.
func (p Problem) Error() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", p.Line, max(p.Column, 1))
	}
	b.WriteString(": " + p.Text)
	if p.Hint != "" {
		b.WriteString(" (hint: " + p.Hint + ")")
	}
	return b.String()
}

// Load reads a journal and replays it. A missing file is an empty journal. The error says that the file as a whole can't be
// read; what is wrong with single lines is in Problems.
func Load(path string) (*Journal, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return Parse(strings.NewReader(""), path)
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return Parse(f, path)
}

// Parse reads a journal from r; path is its name in messages.
func Parse(r io.Reader, path string) (*Journal, error) {
	j := &Journal{Path: path}
	p := parser{journal: j, byID: map[string]entry{}}
	if err := eachLine(r, p.line); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	for _, one := range p.byID {
		j.Decisions = append(j.Decisions, one.Decision)
	}
	j.replay(p.byID)
	return j, nil
}

// eachLine calls yield with every line, without its end. Of a line over maxLine it gives a part and says so.
func eachLine(r io.Reader, yield func(n int, text []byte, ended, long bool)) error {
	in := bufio.NewReaderSize(r, 1<<16)
	var text []byte
	long := false
	for n := 1; ; {
		part, err := in.ReadSlice('\n')
		if !long {
			text = append(text, part...)
			long = len(text) > maxLine+1
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if len(text) > 0 {
			if n == 1 {
				text = bytes.TrimPrefix(text, []byte("\ufeff"))
			}
			yield(n, text, err == nil, long)
		}
		if err != nil {
			return nil
		}
		text, long = text[:0], false
		n++
	}
}

// entry is a decision with the line on which it stands.
type entry struct {
	Decision
	line   int
	proven bool // the identifier is that of the content
}

type parser struct {
	journal *Journal
	byID    map[string]entry
	n       int
	text    []byte // the whole line, for columns
}

func (p *parser) fail(column int, what, hint string) {
	p.journal.Problems = append(p.journal.Problems, Problem{p.journal.Path, p.n, column, what, hint})
}

const torn = "a crash leaves this; the line does no harm and what it was to record must be decided again"

// line reads one line. More than one decision on it, which a merge by hand may leave, are all used.
func (p *parser) line(n int, text []byte, ended, long bool) {
	p.n, p.text = n, text
	if long {
		p.fail(1, fmt.Sprintf("this line is longer than %d bytes and is left out", maxLine), "a decision is one line of some hundred bytes; is this the right file?")
		return
	}
	if len(bytes.TrimSpace(text)) == 0 {
		return
	}
	for _, mark := range []string{"<<<<<<<", "=======", ">>>>>>>", "|||||||"} {
		if bytes.HasPrefix(text, []byte(mark)) {
			p.fail(1, "a merge left its mark here", "delete this line and keep all others; "+Attributes+" in .gitattributes spares this")
			return
		}
	}
	text = bytes.TrimRight(text, "\r\n") // a line that a crash cut within a text ends there, and not at a wrong character
	dec := json.NewDecoder(bytes.NewReader(text))
	for more := false; ; more = true {
		start := int(dec.InputOffset())
		var raw json.RawMessage
		switch err := dec.Decode(&raw); {
		case errors.Is(err, io.EOF):
			return
		case errors.Is(err, io.ErrUnexpectedEOF) && !ended:
			p.fail(len(text)+1, "the last line breaks off", torn)
			return
		case errors.Is(err, io.ErrUnexpectedEOF):
			p.fail(len(text)+1, "this line breaks off", torn)
			return
		case err != nil:
			p.fail(column(err, 0), "this line cannot be read as JSON: "+err.Error(), "it is left out; decide again what it was to record")
			return
		}
		if more {
			p.fail(start+1, "two decisions stand on one line", "both are used; put each on a line of its own")
		}
		p.decision(raw, int(dec.InputOffset())-len(raw))
	}
}

// column is the place of an error in a line whose JSON begins at start.
func column(err error, start int) int {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return start + int(syntax.Offset)
	case errors.As(err, &kind):
		return start + int(kind.Offset)
	}
	return start + 1
}

func (p *parser) decision(raw []byte, start int) {
	var l line
	if err := json.Unmarshal(raw, &l); err != nil || raw[0] != '{' {
		what := "this is no decision"
		var kind *json.UnmarshalTypeError
		if errors.As(err, &kind) && kind.Field != "" {
			what = fmt.Sprintf("%s cannot be a %s", kind.Field, kind.Value)
		}
		p.fail(column(err, start), what, "the line is left out; docs/decisions.md shows the form")
		return
	}
	d := Decision{
		ID: l.ID, Kind: l.Kind, A: l.A, B: l.B, Field: l.Field, Old: l.Old, Finding: l.Finding, Who: l.Who,
		Why: l.Why, Evidence: l.Evidence, Model: l.Model, Supersedes: l.Supersedes,
	}
	if l.Value != nil {
		d.Value = *l.Value
	}
	when, err := time.Parse(time.RFC3339, l.When)
	switch {
	case l.When == "":
		p.fail(start+1, "this decision has no time", "the line is left out; write when, such as 2016-12-31T09:30:00Z")
		return
	case err != nil:
		p.fail(p.place(l.When, start), fmt.Sprintf("%q is no time", l.When), "the line is left out; write it as 2016-12-31T09:30:00Z")
		return
	case l.Kind == Value && l.Value == nil:
		p.fail(start+1, "this value has no value", `the line is left out; an empty text is written as "value":""`)
		return
	}
	d.When = when
	sealed := d.Sealed()
	if err := sealed.usable(); err != nil {
		hint := "the line is left out"
		if d.Kind != "" && !slices.Contains(Kinds, d.Kind) {
			hint += ", a newer assay may know it; " + settings.Suggest(string(d.Kind), kindNames())
		}
		p.fail(p.place(string(d.Kind), start), err.Error(), hint)
		return
	}
	one := entry{sealed, p.n, true}
	if d.ID != "" && d.ID != sealed.ID {
		// A newer version may count fields that this one does not know into the identifier.
		one.ID, one.proven = d.ID, false
		if !foreign(raw) {
			p.fail(p.place(d.ID, start), "this line was changed after it was written", "it is used as it is; to change a decision record a new one, assay decide")
		}
	}
	if before, ok := p.byID[one.ID]; ok && !before.yields(&one) {
		return
	}
	p.byID[one.ID] = one
}

// yields reports whether another line with the same identifier stands in for this one. Which does must not depend on their
// order.
func (r *entry) yields(o *entry) bool {
	if r.proven != o.proven {
		return o.proven
	}
	return bytes.Compare(o.encode(), r.encode()) < 0
}

// place is the column at which a word stands in the line.
func (p *parser) place(word string, start int) int {
	if i := bytes.Index(p.text[start:], []byte(`"`+word+`"`)); word != "" && i >= 0 {
		return start + i + 1
	}
	return start + 1
}

func kindNames() []string {
	var out []string
	for _, k := range Kinds {
		out = append(out, string(k))
	}
	return out
}

// fields are the names that a line may have.
var fields = func() map[string]bool {
	out := map[string]bool{}
	for t, i := reflect.TypeFor[line](), 0; i < t.NumField(); i++ {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		out[name] = true
	}
	return out
}()

// foreign reports whether a line has fields that this version does not know.
func foreign(raw []byte) bool {
	var all map[string]json.RawMessage
	if json.Unmarshal(raw, &all) != nil {
		return false
	}
	for name := range all {
		if !fields[name] {
			return true
		}
	}
	return false
}
