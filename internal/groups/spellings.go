package groups

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"
)

// spellings are the spellings of a name: a list, or lists by script, of which each spelling must be written in its script.
type spellings []string

var scripts = map[string]*unicode.RangeTable{
	"latin": unicode.Latin, "cyrillic": unicode.Cyrillic, "arabic": unicode.Arabic, "georgian": unicode.Georgian,
	"hebrew": unicode.Hebrew, "armenian": unicode.Armenian,
}

func (s *spellings) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.MappingNode {
		return n.Decode((*[]string)(s))
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name := n.Content[i].Value
		table, ok := scripts[name]
		if !ok {
			return fmt.Errorf("line %d: unknown script %q (hint: %s)", n.Content[i].Line, name, strings.Join(scriptNames(), ", "))
		}
		var list []string
		if err := n.Content[i+1].Decode(&list); err != nil {
			return err
		}
		for _, text := range list {
			if !strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(table, r) }) {
				return fmt.Errorf("line %d: %q is not in %s script", n.Content[i+1].Line, text, name)
			}
		}
		*s = append(*s, list...)
	}
	return nil
}

func scriptNames() []string {
	var out []string
	for s := range scripts {
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}
