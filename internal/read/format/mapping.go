package format

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/assaydata/assay/internal/record"
)

// Mapping says what the columns of a table mean, as it stands under "mapping:" in assay.yaml or in a file of its own
// (YAML or JSON):
//
//	format: gtd                      # optional: take entries, codes and missing values from this format
//	columns:
//	  group_name: actor1             # column: role
//	  attack: {as: attacktype1_txt}  # the column of the base format under another name
//	  nkill: {role: best, type: number, missing: {"-99": unknown}}
//	  date: {role: date, dates: [iso, dmy]}
//	  remark: none                   # no meaning, whatever the base format says
//
// Columns that it does not name keep their meaning in the base format if they have one.
type Mapping struct {
	Name    string // for people: the shipped example, or the file
	File    string // for positions in messages
	Format  string // base format: acled, ged, gtd, scad; "" for none
	Columns []MappedColumn

	lenient bool // a column that the file lacks is no mistake
}

// MappedColumn is one entry of a mapping. What it leaves out is taken from the base format's column, then from the role.
type MappedColumn struct {
	Name      string // as in the file
	Line, Col int    // where the mapping names it
	As        string // canonical name of a column of the base format
	None      bool   // the column has no meaning
	Role      record.Role
	Type      *record.Type
	Codes     []record.Code
	Missing   []record.Code
	Dates     []record.DateOrder
	Open      *bool
	Negative  *bool
	Required  *bool
	Separator *string
	Doc       string

	hasCodes, hasMissing bool
}

// ParseMapping reads a mapping. Each mistake is reported as file:line:column with a hint; several are joined.
func ParseMapping(data []byte, file string) (*Mapping, error) {
	var doc yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	switch err := dec.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return nil, fmt.Errorf("%s: the mapping is empty (hint: write columns: and one line per column)", file)
	case err != nil:
		return nil, syntaxError(file, err)
	}
	var more yaml.Node
	switch err := dec.Decode(&more); {
	case err == nil:
		return nil, fmt.Errorf("%s:%d:%d: a mapping is one document (hint: remove what follows ---)", file, more.Line, more.Column)
	case !errors.Is(err, io.EOF):
		return nil, syntaxError(file, err)
	}
	return ParseMappingNode(&doc, file)
}

var yamlLine = regexp.MustCompile(`line (\d+)`)

// syntaxError gives an error of the YAML library the form of the others.
func syntaxError(file string, err error) error {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	if at := yamlLine.FindStringSubmatch(text); at != nil {
		text = strings.TrimPrefix(text, at[0]+": ")
		return fmt.Errorf("%s:%s:1: not readable as YAML: %s (hint: look at colons, quotes and indentation)", file, at[1], text)
	}
	return fmt.Errorf("%s: not readable as YAML: %s (hint: look at colons, quotes and indentation)", file, text)
}

// ParseMappingNode reads a mapping that is a part of a YAML document, as in assay.yaml.
func ParseMappingNode(node *yaml.Node, file string) (*Mapping, error) {
	p := &mappingParser{file: file, m: &Mapping{Name: file, File: file}}
	p.mapping(node)
	if len(p.errs) > 0 {
		return nil, errors.Join(p.errs...)
	}
	return p.m, nil
}

type mappingParser struct {
	file string
	m    *Mapping
	errs []error
}

func (p *mappingParser) fail(n *yaml.Node, what, hint string) {
	if hint != "" {
		what += " (hint: " + hint + ")"
	}
	p.errs = append(p.errs, fmt.Errorf("%s:%d:%d: %s", p.file, n.Line, n.Column, what))
}

// pairs calls yield for each key of a YAML mapping and reports anything else and repeated keys.
func (p *mappingParser) pairs(n *yaml.Node, what string, yield func(key, value *yaml.Node)) {
	n = resolve(n)
	if n.Kind != yaml.MappingNode {
		p.fail(n, what+" must be a list of names with values", `write "name: value" lines`)
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], resolve(n.Content[i+1])
		if key.Kind != yaml.ScalarNode {
			p.fail(key, "a name is expected here", "")
			continue
		}
		if seen[key.Value] {
			p.fail(key, strconv.Quote(key.Value)+" stands here twice", "keep one of them")
			continue
		}
		seen[key.Value] = true
		yield(key, value)
	}
}

// resolve follows documents and aliases to what they stand for.
func resolve(n *yaml.Node) *yaml.Node {
	for range 8 {
		switch {
		case n.Kind == yaml.DocumentNode && len(n.Content) > 0:
			n = n.Content[0]
		case n.Kind == yaml.AliasNode && n.Alias != nil:
			n = n.Alias
		default:
			return n
		}
	}
	return n
}

func (p *mappingParser) mapping(n *yaml.Node) {
	var columns *yaml.Node
	p.pairs(n, "a mapping", func(key, value *yaml.Node) {
		switch key.Value {
		case "format":
			if bookOf(value.Value) == nil {
				p.fail(value, "unknown format "+strconv.Quote(value.Value), suggest(value.Value, Formats()))
				return
			}
			p.m.Format = value.Value
		case "columns":
			columns = value
		default:
			p.fail(key, "unknown key "+strconv.Quote(key.Value), suggest(key.Value, []string{"format", "columns"}))
		}
	})
	if columns == nil {
		if len(p.errs) == 0 && p.m.Format == "" {
			p.fail(resolve(n), "the mapping says nothing", "write columns: and one line per column")
		}
		return
	}
	roles := map[record.Role]string{}
	p.pairs(columns, "columns", func(key, value *yaml.Node) {
		c := MappedColumn{Name: key.Value, Line: key.Line, Col: key.Column}
		before := len(p.errs)
		p.column(&c, value)
		if len(p.errs) > before {
			return
		}
		if first, taken := roles[c.Role]; taken && c.Role != record.RoleNone {
			p.fail(value, fmt.Sprintf("role %s is already given to column %s", c.Role, strconv.Quote(first)), "a role belongs to one column")
			return
		}
		roles[c.Role] = c.Name
		p.m.Columns = append(p.m.Columns, c)
	})
}
