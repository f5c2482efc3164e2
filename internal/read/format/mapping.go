package format

import (
	"fmt"
	"strconv"

	"go.yaml.in/yaml/v3"

	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/settings"
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
	p := newMappingParser(file)
	if doc := p.Parse(data); doc != nil {
		p.mapping(doc)
	}
	return p.m, p.Err()
}

// ParseMappingNode reads a mapping that is a part of a YAML document, as in assay.yaml.
func ParseMappingNode(node *yaml.Node, file string) (*Mapping, error) {
	p := newMappingParser(file)
	p.mapping(node)
	return p.m, p.Err()
}

type mappingParser struct {
	settings.Reader
	m *Mapping
}

func newMappingParser(file string) *mappingParser {
	return &mappingParser{Reader: settings.Reader{File: file}, m: &Mapping{Name: file, File: file}}
}

func (p *mappingParser) mapping(n *yaml.Node) {
	var columns *yaml.Node
	p.Pairs(n, "a mapping", func(key, value *yaml.Node) {
		switch key.Value {
		case "format":
			if bookOf(value.Value) == nil {
				p.Fail(value, "unknown format "+strconv.Quote(value.Value), settings.Suggest(value.Value, Formats()))
				return
			}
			p.m.Format = value.Value
		case "columns":
			columns = value
		default:
			p.Fail(key, "unknown key "+strconv.Quote(key.Value), settings.Suggest(key.Value, []string{"format", "columns"}))
		}
	})
	if columns == nil {
		if !p.Failed() && p.m.Format == "" {
			p.Fail(settings.Resolve(n), "the mapping says nothing", "write columns: and one line per column")
		}
		return
	}
	roles := map[record.Role]string{}
	p.Pairs(columns, "columns", func(key, value *yaml.Node) {
		c := MappedColumn{Name: key.Value, Line: key.Line, Col: key.Column}
		before := p.Count()
		p.column(&c, value)
		if p.Count() > before {
			return
		}
		if first, taken := roles[c.Role]; taken && c.Role != record.RoleNone {
			p.Fail(value, fmt.Sprintf("role %s is already given to column %s", c.Role, strconv.Quote(first)), "a role belongs to one column")
			return
		}
		roles[c.Role] = c.Name
		p.m.Columns = append(p.m.Columns, c)
	})
}
