package format

import (
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/settings"
)

// The words that stand for types and orders of dates in a mapping.
var (
	typeNames = []string{
		record.TypeLabel: "text", record.TypeText: "long_text", record.TypeID: "id", record.TypeInt: "int",
		record.TypeNumber: "number", record.TypeCode: "code", record.TypeEnum: "category", record.TypeDate: "date",
		record.TypeCoord: "coordinate", record.TypeSerial: "serial",
	}
	orderNames = []string{
		record.DateISO: "iso", record.DateDMY: "dmy", record.DateMDY: "mdy", record.DateDMonY: "dmony",
		record.DateSerial: "days", record.DateExcel: "excel", record.DateUnix: "unix", record.DateYear: "year",
		record.DateYearMonth: "year_month", record.DateCompactISO: "compact",
	}
	columnKeys = []string{
		"as", "role", "type", "codes", "missing", "dates", "open", "negative", "required", "separator", "doc",
	}
)

func roleList() []string {
	list := []string{"none"}
	for r := record.RoleNone + 1; r < record.NumRoles; r++ {
		list = append(list, r.String())
	}
	return list
}

// column reads the short form, a role, or the long one.
func (p *mappingParser) column(c *MappedColumn, value *yaml.Node) {
	if value.Kind == yaml.ScalarNode {
		p.role(c, value)
		return
	}
	p.Pairs(value, "what a column means", func(key, v *yaml.Node) {
		switch key.Value {
		case "as":
			p.as(c, v)
		case "role":
			p.role(c, v)
		case "type":
			if i := slices.Index(typeNames, v.Value); i >= 0 {
				t := record.Type(i)
				c.Type = &t
			} else {
				p.Fail(v, "unknown type "+strconv.Quote(v.Value), settings.Suggest(v.Value, typeNames))
			}
		case "codes":
			c.Codes, c.hasCodes = p.codes(v), true
		case "missing":
			c.Missing, c.hasMissing = p.codes(v), true
		case "dates":
			c.Dates = p.orders(v)
		case "open":
			c.Open = p.yes(v)
		case "negative":
			c.Negative = p.yes(v)
		case "required":
			c.Required = p.yes(v)
		case "separator":
			if v.Kind != yaml.ScalarNode {
				p.Fail(v, "separator must be a text", "")
				return
			}
			c.Separator = &v.Value
		case "doc":
			c.Doc = v.Value
		default:
			p.Fail(key, "unknown key "+strconv.Quote(key.Value), settings.Suggest(key.Value, columnKeys))
		}
	})
	if c.None && c.As != "" {
		p.Fail(value, "a column cannot have no meaning and that of another", "remove role: none or as:")
	}
}

func (p *mappingParser) role(c *MappedColumn, v *yaml.Node) {
	if v.Value == "none" {
		c.None = true
		return
	}
	role, ok := record.ParseRole(v.Value)
	if !ok || v.Kind != yaml.ScalarNode {
		p.Fail(v, "unknown role "+strconv.Quote(v.Value), settings.Suggest(v.Value, roleList()))
		return
	}
	c.Role = role
}

func (p *mappingParser) as(c *MappedColumn, v *yaml.Node) {
	b := bookOf(p.m.Format)
	if b == nil {
		p.Fail(v, "as: needs a base format", "write format: with one of "+strings.Join(Formats(), ", ")+" above columns:")
		return
	}
	f := b.index[Normalise(v.Value)]
	if f == nil || v.Value == "" {
		p.Fail(v, b.title+" has no column "+strconv.Quote(v.Value), settings.Suggest(v.Value, fieldNames(b)))
		return
	}
	c.As = f.Name
}

func fieldNames(b *book) []string {
	names := make([]string, len(b.fields))
	for i := range b.fields {
		names[i] = b.fields[i].Name
	}
	return names
}

// codes reads {value: meaning} or [value, value].
func (p *mappingParser) codes(n *yaml.Node) []record.Code {
	list := []record.Code{}
	switch n.Kind {
	case yaml.SequenceNode:
		for _, v := range n.Content {
			if v = settings.Resolve(v); v.Kind != yaml.ScalarNode {
				p.Fail(v, "a value is expected here", "")
				continue
			}
			list = append(list, record.Code{Value: v.Value})
		}
	case yaml.ScalarNode:
		list = append(list, record.Code{Value: n.Value})
	default:
		p.Pairs(n, "a list of values", func(key, v *yaml.Node) {
			list = append(list, record.Code{Value: key.Value, Meaning: v.Value})
		})
	}
	return list
}

func (p *mappingParser) orders(n *yaml.Node) []record.DateOrder {
	items := n.Content
	if n.Kind == yaml.ScalarNode {
		items = []*yaml.Node{n}
	}
	var list []record.DateOrder
	for _, v := range items {
		v = settings.Resolve(v)
		i := slices.Index(orderNames, v.Value)
		if i < 0 {
			p.Fail(v, "unknown way of writing dates "+strconv.Quote(v.Value), settings.Suggest(v.Value, orderNames))
			continue
		}
		list = append(list, record.DateOrder(i))
	}
	if len(items) == 0 {
		p.Fail(n, "dates: is empty", "one or several of "+strings.Join(orderNames, ", "))
	}
	return list
}

func (p *mappingParser) yes(v *yaml.Node) *bool {
	var b bool
	if err := v.Decode(&b); err != nil {
		p.Fail(v, strconv.Quote(v.Value)+" is neither true nor false", "")
		return nil
	}
	return &b
}
