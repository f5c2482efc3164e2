// Package settings reads YAML that people write by hand: every mistake is reported with file, line and column and with a
// hint, all mistakes of a file at once.
package settings

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Reader collects the mistakes in one file.
type Reader struct {
	File string
	errs []error
}

var yamlLine = regexp.MustCompile(`line (\d+)`)

// Parse reads the only document of a file; it is nil, with a mistake, where there is none.
func (r *Reader) Parse(data []byte) *yaml.Node {
	dec := yaml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	var doc, more yaml.Node
	switch err := dec.Decode(&doc); {
	case errors.Is(err, io.EOF):
		r.errs = append(r.errs, fmt.Errorf("%s: nothing in it", r.File))
		return nil
	case err != nil:
		r.syntax(err)
		return nil
	}
	switch err := dec.Decode(&more); {
	case err == nil:
		r.Fail(&more, "the file must be one document", "remove what follows ---")
	case !errors.Is(err, io.EOF):
		r.syntax(err)
	}
	return &doc
}

// syntax gives an error of the YAML library the form of the others.
func (r *Reader) syntax(err error) {
	text, place := strings.TrimPrefix(err.Error(), "yaml: "), ""
	if at := yamlLine.FindStringSubmatch(text); at != nil {
		text, place = strings.TrimPrefix(text, at[0]+": "), ":"+at[1]+":1"
	}
	r.errs = append(r.errs, fmt.Errorf("%s%s: not readable as YAML: %s (hint: look at colons, quotes and indentation)", r.File, place, text))
}

// Fail records a mistake at a place.
func (r *Reader) Fail(n *yaml.Node, what, hint string) {
	if hint != "" {
		what += " (hint: " + hint + ")"
	}
	r.errs = append(r.errs, fmt.Errorf("%s:%d:%d: %s", r.File, n.Line, n.Column, what))
}

// Add records a mistake that has its place already.
func (r *Reader) Add(err error) { r.errs = append(r.errs, err) }

// Failed reports whether there is any mistake so far.
func (r *Reader) Failed() bool { return len(r.errs) > 0 }

// Count returns the number of mistakes so far.
func (r *Reader) Count() int { return len(r.errs) }

// Err joins the mistakes, nil if there are none.
func (r *Reader) Err() error { return errors.Join(r.errs...) }

// Resolve follows documents and aliases to what they stand for.
func Resolve(n *yaml.Node) *yaml.Node {
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

// Pairs calls yield for each name of a list of names with values, and reports anything else and repeated names. An empty
// value counts as an empty list.
func (r *Reader) Pairs(n *yaml.Node, what string, yield func(key, value *yaml.Node)) {
	n = Resolve(n)
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return
	}
	if n.Kind != yaml.MappingNode {
		r.Fail(n, what+" must be a list of names with values", `write "name: value" lines`)
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], Resolve(n.Content[i+1])
		switch {
		case key.Kind != yaml.ScalarNode:
			r.Fail(key, "a name is expected here", "")
		case seen[key.Value]:
			r.Fail(key, strconv.Quote(key.Value)+" stands here twice", "keep one of them")
		default:
			seen[key.Value] = true
			yield(key, value)
		}
	}
}

// Items calls yield for each item of a list.
func (r *Reader) Items(n *yaml.Node, what string, yield func(*yaml.Node)) {
	n = Resolve(n)
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return
	}
	if n.Kind != yaml.SequenceNode {
		r.Fail(n, what+" must be a list", `begin each item with "- "`)
		return
	}
	for _, item := range n.Content {
		yield(Resolve(item))
	}
}

// Text returns the text of a value and reports lists.
func (r *Reader) Text(n *yaml.Node, what string) string {
	n = Resolve(n)
	if n.Kind != yaml.ScalarNode {
		r.Fail(n, what+" must be one value", "")
		return ""
	}
	if n.Tag == "!!null" {
		return ""
	}
	return n.Value
}

// Unknown reports a name that nobody asked for, with the nearest of the known ones.
func (r *Reader) Unknown(n *yaml.Node, what string, known []string) {
	r.Fail(n, "unknown "+what+" "+strconv.Quote(n.Value), Suggest(n.Value, known))
}

// Suggest is a hint that names the nearest of the words allowed, or all of them where none is near.
func Suggest(word string, allowed []string) string {
	if near := Nearest(word, allowed); near != "" {
		return "did you mean " + near + "?"
	}
	if len(allowed) > 40 {
		return ""
	}
	return "one of " + strings.Join(allowed, ", ")
}

// Nearest returns the word at the smallest edit distance, "" where that is more than a third of the word's length.
func Nearest(word string, allowed []string) string {
	word = strings.ToLower(strings.TrimSpace(word))
	best, at := "", len(word)/3+1
	for _, a := range allowed {
		if d := Distance(word, strings.ToLower(a), at); d < at || d == at && best == "" {
			best, at = a, d
		}
	}
	return best
}

// Distance is the edit distance in bytes with transpositions of neighbours (optimal string alignment); beyond limit any
// greater number may be returned.
func Distance(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, row, next := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		next[0] = i + 1
		for j := range len(b) {
			change := row[j]
			if a[i] != b[j] {
				change++
			}
			next[j+1] = min(change, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row, next = row, next, before
	}
	return row[len(b)]
}
