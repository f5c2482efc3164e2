package groups

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// file is the shape of a registry file; groups.yaml explains it.
type file struct {
	Version int               `yaml:"version"`
	Sources map[string]string `yaml:"sources"`
	Groups  []struct {
		Key    string `yaml:"key"`
		Name   string `yaml:"name"`
		From   string `yaml:"from"`
		To     string `yaml:"to"`
		Source string `yaml:"source"`
		Note   string `yaml:"note"`
		Names  []struct {
			Name      string    `yaml:"name"`
			From      string    `yaml:"from"`
			To        string    `yaml:"to"`
			Source    string    `yaml:"source"`
			Spellings spellings `yaml:"spellings"`
			Short     []string  `yaml:"short"`
		} `yaml:"names"`
		Links []struct {
			Kind   string `yaml:"kind"`
			Key    string `yaml:"key"`
			On     string `yaml:"on"`
			Source string `yaml:"source"`
		} `yaml:"links"`
		Relations []struct {
			Kind   string `yaml:"kind"`
			Key    string `yaml:"key"`
			Name   string `yaml:"name"`
			On     string `yaml:"on"`
			Source string `yaml:"source"`
			Note   string `yaml:"note"`
		} `yaml:"relations"`
	} `yaml:"groups"`
}

// Parse reads a registry. The name is that of the file, for messages. An error says which group and which entry is wrong.
func Parse(name string, data []byte) (*Registry, error) {
	var f file
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(&f); err != nil && !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if f.Version != 1 {
		return nil, fmt.Errorf("%s: version is %d (hint: this program reads version 1)", name, f.Version)
	}
	var all []*Group
	for _, y := range f.Groups {
		var firstErr error
		fail := func(err error) {
			if err != nil && firstErr == nil {
				firstErr = fmt.Errorf("%s: group %s: %w", name, y.Key, err)
			}
		}
		cite := func(keys string) string {
			var out []string
			for _, k := range strings.Fields(keys) {
				text, ok := f.Sources[k]
				if !ok {
					fail(fmt.Errorf("no source %q (hint: add it under sources)", k))
				}
				out = append(out, text)
			}
			return strings.Join(out, "; ")
		}
		span := func(from, to string) (s Span) {
			var err error
			if from != "" {
				s.From, err = ParseDate(from)
				fail(err)
			}
			if to != "" {
				s.To, err = ParseDate(to)
				fail(err)
			}
			if s.From.Known() && s.To.Known() && s.To.Last < s.From.First {
				fail(fmt.Errorf("ends %s before it begins %s", to, from))
			}
			return s
		}
		g := &Group{Key: y.Key, Name: y.Name, Span: span(y.From, y.To), Source: cite(y.Source), Note: y.Note}
		if g.Key == "" || g.Name == "" {
			fail(errors.New("has no key or no name"))
		}
		for _, n := range y.Names {
			g.Names = append(g.Names, Name{
				Text: n.Name, Span: span(n.From, n.To), Source: cite(n.Source), Spellings: n.Spellings, Short: n.Short,
			})
		}
		for _, l := range y.Links {
			link := Link{Kind: l.Kind, Key: l.Key, On: span(l.On, "").From, Source: cite(l.Source)}
			if !slices.Contains(LinkKinds, l.Kind) {
				fail(fmt.Errorf("unknown kind of link %q (hint: %s)", l.Kind, strings.Join(LinkKinds, ", ")))
			}
			g.Links = append(g.Links, link)
		}
		for _, r := range y.Relations {
			relation := Relation{Kind: r.Kind, Key: r.Key, Name: r.Name, On: span(r.On, "").From, Source: cite(r.Source), Note: r.Note}
			switch {
			case !slices.Contains(RelationKinds, r.Kind):
				fail(fmt.Errorf("unknown kind of relation %q (hint: %s)", r.Kind, strings.Join(RelationKinds, ", ")))
			case (r.Key == "") == (r.Name == ""):
				fail(fmt.Errorf("a relation %s needs a key or a name (hint: a name where the other is not listed)", r.Kind))
			case relation.Source == "":
				fail(fmt.Errorf("a relation %s has no source", r.Kind))
			}
			g.Relations = append(g.Relations, relation)
		}
		for i := range g.Names {
			if m := (Match{g, &g.Names[i]}); m.NameSpan().Dated() && m.Source() == "" {
				fail(fmt.Errorf("name %q is dated but has no source", m.Name.Text))
			}
		}
		if firstErr != nil {
			return nil, firstErr
		}
		all = append(all, g)
	}
	return index(name, all)
}

// index builds the tables of a registry. Two groups may not share a key or a spelling.
func index(file string, all []*Group) (*Registry, error) {
	slices.SortStableFunc(all, func(a, b *Group) int { return strings.Compare(a.Key, b.Key) })
	r := &Registry{Groups: all, byKey: map[string]*Group{}, byName: map[string]Match{}, short: map[string]*Group{}}
	for _, g := range all {
		if r.byKey[g.Key] != nil {
			return nil, fmt.Errorf("%s: group %s is listed twice", file, g.Key)
		}
		r.byKey[g.Key] = g
	}
	for _, g := range all {
		for i := range g.Names {
			n := &g.Names[i]
			for _, s := range append(append([]string{n.Text}, n.Spellings...), n.Short...) {
				key := Fold(s)
				if key == "" {
					return nil, fmt.Errorf("%s: group %s: a name without letters", file, g.Key)
				}
				if m, ok := r.byName[key]; ok && m.Name != n {
					return nil, fmt.Errorf("%s: %q names both %s and %s", file, s, m.Group.Key, g.Key)
				}
				r.byName[key] = Match{g, n}
			}
			for _, s := range n.Short {
				r.short[Fold(s)] = g
			}
		}
		for _, l := range g.Links {
			if r.byKey[l.Key] == nil {
				return nil, fmt.Errorf("%s: group %s: no group %q to link to", file, g.Key, l.Key)
			}
		}
		for i := range g.Relations {
			l := &g.Relations[i]
			if l.Key == "" {
				continue
			}
			other := r.byKey[l.Key]
			if other == nil {
				return nil, fmt.Errorf("%s: group %s: no group %q to relate to (hint: give its name instead)", file, g.Key, l.Key)
			}
			l.Name = other.Name
		}
	}
	return r, nil
}
