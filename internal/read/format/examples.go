package format

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
	"sync"
)

//go:embed examples/*.yaml
var exampleFiles embed.FS

// Examples is the folder of the mappings that ship with assay, one NAME.yaml each.
func Examples() fs.FS {
	sub, err := fs.Sub(exampleFiles, "examples")
	if err != nil {
		return exampleFiles
	}
	return sub
}

// Example returns a shipped mapping by its name ("gtd-reworked").
func Example(name string) (*Mapping, error) {
	data, err := fs.ReadFile(Examples(), name+".yaml")
	if err != nil {
		return nil, fmt.Errorf("no mapping %q is shipped: %w", name, err)
	}
	m, err := ParseMapping(data, name+".yaml")
	if err != nil {
		return nil, err
	}
	m.Name, m.lenient = name, true
	return m, nil
}

// reworkedMapping is applied by itself to re-worked copies of GTD. A test reads every shipped example, so that the empty
// mapping returned for an unreadable one is never met.
var reworkedMapping = sync.OnceValue(func() *Mapping {
	m, err := Example("gtd-reworked")
	if err != nil {
		return &Mapping{Name: "gtd", Format: gtd.id, lenient: true}
	}
	return m
})

// ExampleNames lists the shipped mappings.
func ExampleNames() []string {
	entries, err := fs.ReadDir(Examples(), ".")
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".yaml"))
	}
	return names
}
