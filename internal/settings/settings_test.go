package settings

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"
	"pgregory.net/rapid"
)

// read walks through a document of the form {name: text, list: [text…], inner: {a: text}}.
func read(text string) (values []string, err error) {
	r := &Reader{File: "f.yaml"}
	doc := r.Parse([]byte(text))
	if doc != nil {
		r.Pairs(doc, "a document", func(key, value *yaml.Node) {
			switch key.Value {
			case "name":
				values = append(values, "name="+r.Text(value, "name"))
			case "list":
				r.Items(value, "list", func(n *yaml.Node) { values = append(values, "item="+r.Text(n, "an item")) })
			case "inner":
				r.Pairs(value, "inner", func(key, value *yaml.Node) {
					values = append(values, key.Value+"="+r.Text(value, key.Value))
				})
			default:
				r.Unknown(key, "key", []string{"name", "list", "inner"})
			}
		})
	}
	if (r.Err() != nil) != r.Failed() {
		panic("Failed and Err disagree")
	}
	return values, r.Err()
}

func TestReader(t *testing.T) {
	for _, test := range []struct{ text, values, errs string }{
		{"name: a\nlist: [b, c]\ninner: {d: e}\n", "name=a item=b item=c d=e", ""},
		{"\ufeffname: a\n", "name=a", ""},
		{"name:\nlist:\ninner:\n", "name=", ""},
		{"name: &x a\nlist: [*x]\n", "name=a item=a", ""},
		{"", "", "f.yaml: nothing in it"},
		{"# only a comment\n", "", "f.yaml: nothing in it"},
		{"nmae: a\n", "", `f.yaml:1:1: unknown key "nmae" (hint: did you mean name?)`},
		{"name: a\nzzz: b\n", "name=a", `f.yaml:2:1: unknown key "zzz" (hint: one of name, list, inner)`},
		{"name: a\nname: b\n", "name=a", `f.yaml:2:1: "name" stands here twice (hint: keep one of them)`},
		{"name: [a]\n", "name=", "f.yaml:1:7: name must be one value"},
		{"list: a\n", "", "f.yaml:1:7: list must be a list (hint: begin each item with \"- \")"},
		{"inner: [a]\n", "", "f.yaml:1:8: inner must be a list of names with values (hint: write \"name: value\" lines)"},
		{"[a]: b\n", "", "f.yaml:1:1: a name is expected here"},
		{"- a\n", "", "f.yaml:1:1: a document must be a list of names with values (hint: write \"name: value\" lines)"},
		{"name: a\n---\nname: b\n", "name=a", "f.yaml:2:1: the file must be one document (hint: remove what follows ---)"},
		{"name: a\n  b: c\n", "", "f.yaml:2:1: not readable as YAML: mapping values are not allowed in this context (hint: look at colons, quotes and indentation)"},
		{"name: \"a\n", "", "f.yaml:2:1: not readable as YAML: found unexpected end of stream (hint: look at colons, quotes and indentation)"},
		{"x: 1\ny: 2\n", "", "f.yaml:1:1: unknown key \"x\" (hint: one of name, list, inner)\nf.yaml:2:1: unknown key \"y\" (hint: one of name, list, inner)"},
	} {
		values, err := read(test.text)
		text := ""
		if err != nil {
			text = err.Error()
		}
		if diff := cmp.Diff(test.errs, text); diff != "" {
			t.Errorf("%q: mistakes (-want +got)\n%s", test.text, diff)
		}
		if got := strings.TrimSpace(strings.Join(values, " ")); got != strings.TrimSpace(test.values) {
			t.Errorf("%q: %q, want %q", test.text, got, test.values)
		}
	}
}

func TestNearest(t *testing.T) {
	words := []string{"latitude", "longitude", "best", "VAL003", "VAL004"}
	for word, want := range map[string]string{
		"latitud": "latitude", "LATITUDE": "latitude", " lon gitude": "longitude", "bset": "best", "bests": "best", "val03": "VAL003",
		"zebra": "", "": "", "b": "",
	} {
		if got := Nearest(word, words); got != want {
			t.Errorf("nearest to %q: %q, want %q", word, got, want)
		}
	}
}

// The distance is the least number of changes, counted out in the plain way.
func TestDistance(t *testing.T) {
	var plain func(a, b string) int
	plain = func(a, b string) int {
		switch {
		case a == "":
			return len(b)
		case b == "":
			return len(a)
		case a[0] == b[0]:
			return plain(a[1:], b[1:])
		}
		least := min(plain(a[1:], b), plain(a, b[1:]), plain(a[1:], b[1:]))
		if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
			least = min(least, plain(a[2:], b[2:]))
		}
		return 1 + least
	}
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[abc]{0,6}`)
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		want := plain(a, b)
		if got := Distance(a, b, 10); got != want {
			t.Fatalf("%q to %q: %d, want %d", a, b, got, want)
		}
		if limit := rapid.IntRange(0, 6).Draw(t, "limit"); Distance(a, b, limit) != want && (want <= limit || Distance(a, b, limit) <= limit) {
			t.Fatalf("%q to %q: %d under the limit %d, want %d", a, b, Distance(a, b, limit), limit, want)
		}
	})
}

// FuzzReader reads arbitrary text: no panic, and every mistake names the file.
func FuzzReader(f *testing.F) {
	for _, text := range []string{"name: a\nlist: [b]\n", "a: &a [*a]\n", "? {a: b}\n: c\n", "---\n---\n", "\x00", "name: !!binary x\n", "<<: {name: a}\n", "name: 'a"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		values, err := read(text)
		if err == nil && len(values) == 0 && strings.Contains(text, "name: a") && !strings.ContainsAny(text, "#\"'|>{[&*!%@`?-<") {
			t.Fatalf("nothing came out of %q", text)
		}
		if err != nil && !strings.HasPrefix(err.Error(), "f.yaml") {
			t.Fatalf("the error names no file: %v", err)
		}
	})
}
