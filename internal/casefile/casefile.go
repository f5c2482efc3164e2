package casefile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/assaydata/assay/internal/check"
	"github.com/assaydata/assay/internal/check/rules"
	"github.com/assaydata/assay/internal/journal"
	"github.com/assaydata/assay/internal/read"
	"github.com/assaydata/assay/internal/read/cell"
	"github.com/assaydata/assay/internal/read/format"
	"github.com/assaydata/assay/internal/record"
	"github.com/assaydata/assay/internal/settings"
)

// FileName is the name under which a case is found in a folder.
const FileName = "assay.yaml"

// Case is what assay.yaml says.
type Case struct {
	Dir       string
	AsOf      record.Day // NoDay if not stated
	Inputs    []read.Input
	Rules     []Setting
	Checks    []*check.Rule // the user's own rules
	Baseline  string        // path, "" if none
	Decisions string        // path of the journal; the file need not be there
	Persons   []Person      // who may be named in outputs
	// PseudonymKey is the text under which the pseudonyms of all other persons are made, "" if none.
	PseudonymKey string
}

// Setting is what the case says about a rule or a family of rules.
type Setting struct {
	Name     string // code or family
	Off      bool
	Severity check.Severity // 0 = as it is
	Options  map[string]any
}

// Load reads the case of a folder. The error lists every mistake with its place; it wraps fs.ErrNotExist where there is no
// assay.yaml.
func Load(dir string) (*Case, error) {
	path := filepath.Join(dir, FileName)
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w (hint: assay init FILE… writes one)", path, fs.ErrNotExist)
	}
	if err != nil {
		return nil, err
	}
	return Parse(data, path)
}

// Parse reads a case; paths in it are relative to the folder of path.
func Parse(data []byte, path string) (*Case, error) {
	p := &parser{Reader: settings.Reader{File: path}, c: &Case{Dir: filepath.Dir(path), AsOf: record.NoDay}}
	p.c.Decisions = p.path(journal.FileName)
	if doc := p.Reader.Parse(data); doc != nil {
		p.top(doc)
	}
	if err := p.Err(); err != nil {
		return nil, err
	}
	return p.c, nil
}

type parser struct {
	settings.Reader
	c *Case
}

var topKeys = []string{"as_of", "datasets", "rules", "checks", "baseline", "decisions", "persons", "pseudonym_key"}

func (p *parser) top(n *yaml.Node) {
	p.Pairs(n, "a case", func(key, value *yaml.Node) {
		switch key.Value {
		case "as_of":
			day, part, ok := cell.ParseDate(p.Text(value, "as_of"), []record.DateOrder{record.DateISO})
			if !ok || part != cell.PartDay {
				p.Fail(value, "as_of is no day", "write it as 2016-12-31")
				return
			}
			p.c.AsOf = day
		case "datasets":
			p.Items(value, "datasets", p.dataset)
		case "rules":
			p.Pairs(value, "rules", p.rule)
		case "checks":
			p.Items(value, "checks", p.check)
		case "baseline":
			p.c.Baseline = p.path(p.Text(value, "baseline"))
		case "decisions":
			if s := p.Text(value, "decisions"); s != "" {
				p.c.Decisions = p.path(s)
			}
		case "persons":
			p.Items(value, "persons", p.person)
		case "pseudonym_key":
			p.pseudonymKey(value)
		default:
			p.Unknown(key, "key", topKeys)
		}
	})
}

// path makes a path relative to the folder of the case.
func (p *parser) path(s string) string {
	if s == "" || filepath.IsAbs(s) {
		return s
	}
	return filepath.Join(p.c.Dir, filepath.FromSlash(s))
}

var datasetKeys = []string{"file", "name", "version", "licence", "citation", "delimiter", "encoding", "sheet", "mapping"}

func (p *parser) dataset(n *yaml.Node) {
	var in read.Input
	file := false
	p.Pairs(n, "a dataset", func(key, value *yaml.Node) {
		text := func() string { return p.Text(value, key.Value) }
		switch key.Value {
		case "file":
			in.Path, file = p.path(text()), true
		case "name":
			in.Name = text()
		case "version":
			in.Version = text()
		case "licence", "license":
			in.Licence = text()
		case "citation":
			in.Cite = text()
		case "delimiter":
			in.Delimiter = text()
			if read.CheckDelimiter(in.Delimiter) != nil {
				p.Fail(value, fmt.Sprintf("%q is no delimiter", in.Delimiter), "one character, or tab, comma, semicolon, bar")
			}
		case "encoding":
			in.Encoding = text()
			if read.CheckEncoding(in.Encoding) != nil {
				p.Fail(value, fmt.Sprintf("unknown encoding %q", in.Encoding), "windows-1252, latin-1, macroman, windows-1251 …")
			}
		case "sheet":
			in.Sheet = text()
		case "mapping":
			in.Mapping = p.mapping(value)
		default:
			p.Unknown(key, "key", datasetKeys)
		}
	})
	if !file {
		p.Fail(n, "this dataset names no file", "write file: data/events.csv")
		return
	}
	for _, other := range p.c.Inputs {
		if in.Name != "" && other.Name == in.Name {
			p.Fail(n, fmt.Sprintf("two datasets are called %q", in.Name), "give each a name of its own")
		}
	}
	p.c.Inputs = append(p.c.Inputs, in)
}

// mapping reads a mapping that stands in the case, in a file, or among the shipped examples.
func (p *parser) mapping(n *yaml.Node) *format.Mapping {
	if n.Kind != yaml.ScalarNode {
		m, err := format.ParseMappingNode(n, p.File)
		if err != nil {
			p.Add(err)
		}
		return m
	}
	m, err := LoadMapping(p.path(n.Value), n.Value)
	if err != nil {
		if errors.Is(err, errNoMapping) {
			p.Fail(n, "there is no mapping "+n.Value, "a file, or one of the shipped examples: "+strings.Join(format.ExampleNames(), ", "))
		} else {
			p.Add(err)
		}
	}
	return m
}

var errNoMapping = errors.New("there is no such mapping")

// LoadMapping reads a mapping from a file, or the shipped example of that name.
func LoadMapping(path, name string) (*format.Mapping, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) && slices.Contains(format.ExampleNames(), name) {
		return format.Example(name)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w (hint: a file, or one of the shipped examples: %s)", path, errNoMapping, strings.Join(format.ExampleNames(), ", "))
	}
	if err != nil {
		return nil, err
	}
	return format.ParseMapping(data, path)
}

// rule reads "GEO005: off", "ATT: note" and "DUP001: {severity: note, options: {days: 3}}".
func (p *parser) rule(key, value *yaml.Node) {
	s := Setting{Name: strings.ToUpper(key.Value)}
	var matched []*check.Rule
	var names []string
	for _, r := range rules.All() {
		if !slices.Contains(names, r.Family()) {
			names = append(names, r.Family())
		}
		names = append(names, r.Code)
		if r.Code == s.Name || r.Family() == s.Name {
			matched = append(matched, r)
		}
	}
	if len(matched) == 0 {
		near := settings.Nearest(s.Name, names)
		hint := "assay rules lists them"
		if near != "" {
			hint = "did you mean " + near + "? assay rules lists them"
		}
		p.Fail(key, "there is no rule or family "+key.Value, hint)
		return
	}
	switch {
	case value.Kind == yaml.ScalarNode:
		p.level(&s, value)
	default:
		p.Pairs(value, "a rule", func(k, v *yaml.Node) {
			switch k.Value {
			case "severity":
				p.level(&s, v)
			case "options":
				s.Options = p.options(matched, v)
			default:
				p.Unknown(k, "key", []string{"severity", "options"})
			}
		})
	}
	p.c.Rules = append(p.c.Rules, s)
}

// level reads on, off or a severity. YAML reads on and off as truth values.
func (p *parser) level(s *Setting, n *yaml.Node) {
	switch strings.ToLower(n.Value) {
	case "off", "false", "no":
		s.Off = true
	case "on", "true", "yes":
	default:
		sev, err := check.ParseSeverity(n.Value)
		if err != nil {
			p.Unknown(n, "severity", []string{"off", "on", "note", "warning", "error"})
		}
		s.Severity = sev
	}
}

func (p *parser) options(matched []*check.Rule, n *yaml.Node) map[string]any {
	if len(matched) > 1 {
		p.Fail(n, "options belong to one rule, not to a family", "name the rule")
		return nil
	}
	out := map[string]any{}
	p.Pairs(n, "options", func(k, v *yaml.Node) {
		var value any
		if err := v.Decode(&value); err != nil {
			p.Fail(v, err.Error(), "")
			return
		}
		set, err := matched[0].Settings(map[string]any{k.Value: value})
		if err != nil {
			p.Fail(k, err.Error(), "")
			return
		}
		out[k.Value] = set[k.Value]
	})
	return out
}
