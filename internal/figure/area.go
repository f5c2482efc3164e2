package figure

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"github.com/assaydata/assay/internal/place"
)

//go:embed areas.yaml
var areasYAML []byte

// tree is the containment of areas. Regions may overlap; a country or unit that the file does not name is added when a text
// names it.
type tree struct {
	names   map[string]string   // lower-case name → key
	parents map[string][]string // key → areas that contain it
	sources map[string]string   // key → citation
}

type areaFile struct {
	Version int
	Sources map[string]string
	Areas   []struct {
		Key, In, Source string
		Aliases, Parts  []string
	}
}

// World is the key of the area that contains all others.
const World = "World"

var areas = sync.OnceValues(loadAreas)

func loadAreas() (*tree, error) {
	var f areaFile
	if err := yaml.Unmarshal(areasYAML, &f); err != nil {
		return nil, err
	}
	t := &tree{names: map[string]string{}, parents: map[string][]string{}, sources: map[string]string{}}
	for _, a := range f.Areas {
		t.names[strings.ToLower(a.Key)] = a.Key
		for _, n := range a.Aliases {
			t.names[strings.ToLower(n)] = a.Key
		}
		t.sources[a.Key] = f.Sources[a.Source]
	}
	for _, a := range f.Areas {
		for _, p := range a.Parts {
			key := t.find(p)
			if key == "" {
				key = p
				t.names[strings.ToLower(p)] = p
			}
			t.parents[key] = append(t.parents[key], a.Key)
		}
		if a.In != "" {
			if key := t.find(a.In); !slices.Contains(t.parents[a.Key], key) {
				t.parents[a.Key] = append(t.parents[a.Key], key)
			}
		}
	}
	return t, nil
}

// find returns the key of a name: an area of the file, else a country of the map by its usual name; "" if there is none.
func (t *tree) find(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	if k, ok := t.names[name]; ok {
		return k
	}
	if k, ok := t.names[strings.TrimPrefix(name, "the ")]; ok {
		return k
	}
	if len(name) < 4 {
		return "" // codes of two or three letters are words too
	}
	x := place.World()
	if c, ok := x.FindCountry(name); ok {
		return x.CountryName(c)
	}
	return ""
}

// inside reports whether area a lies in area b or is b. Units that no file names are written "Unit, Country".
func (t *tree) inside(a, b string) bool {
	if a == b || b == World {
		return true
	}
	if _, country, ok := strings.Cut(a, ", "); ok && t.inside(country, b) {
		return true
	}
	for _, p := range t.parents[a] {
		if t.inside(p, b) {
			return true
		}
	}
	return false
}

// Area is an area expression: "CIS excl. Russia" is {CIS} without {Russia}.
type Area struct {
	Text   string
	Plus   []string // keys of the tree, sorted; empty = not understood
	Minus  []string
	Beyond bool   // also people of the area who live elsewhere
	Alone  bool   // a name that neither the tree nor the map knows: compared only with the same name
	Rest   string // a restriction that was not understood ("mostly the south")
}

// Known reports whether the text was understood.
func (a Area) Known() bool { return len(a.Plus) > 0 }

// String prints the area as understood.
func (a Area) String() string {
	if !a.Known() {
		return a.Text
	}
	s := strings.Join(a.Plus, " and ")
	if len(a.Minus) > 0 {
		s += " without " + strings.Join(a.Minus, " and ")
	}
	if a.Beyond {
		s += " and diaspora"
	}
	return s
}

// Contains reports whether everybody of b is of a.
func (a Area) Contains(b Area) bool {
	t, err := areas()
	if err != nil || !a.Known() || !b.Known() || b.Beyond && !a.Beyond && !a.world() || a.Rest != "" && a.Rest != b.Rest {
		return false
	}
	for _, x := range b.Plus {
		if !slices.ContainsFunc(a.Plus, func(y string) bool { return t.inside(x, y) }) {
			return false
		}
		for _, m := range a.Minus {
			out := slices.ContainsFunc(b.Minus, func(n string) bool { return t.inside(m, n) })
			if !out && (t.inside(m, x) || t.inside(x, m)) {
				return false
			}
		}
	}
	return true
}

func (a Area) world() bool { return slices.Contains(a.Plus, World) }

// Same reports whether both mean the same people.
func (a Area) Same(b Area) bool { return a.Contains(b) && b.Contains(a) }

// Source returns who draws the areas of the expression so, "" for countries and units of the map.
func (a Area) Source() string {
	t, err := areas()
	if err != nil {
		return ""
	}
	var out []string
	for _, k := range a.Plus {
		if s := t.sources[k]; s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return strings.Join(out, "; ")
}
