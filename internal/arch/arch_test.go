// Package arch holds the tests that keep the shape of the program: which package may import which, and how long files are.
package arch

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const module = "github.com/assaydata/assay/"

// layers lists the packages in the order of the pipeline (docs/architecture.md). A package imports only packages of
// earlier layers; packages of one layer do not import each other. A name ending in "/" stands for all packages below it.
var layers = [][]string{
	{"names/internal/phone"},
	{"names/internal/"},
	{"names"},
	{"internal/wording", "internal/coverage/capture", "internal/coverage/glm"},
	{"internal/coverage/captest"},
	{"internal/coverage/bounds", "internal/coverage/loglinear", "internal/coverage/latent", "internal/coverage/graph", "internal/coverage/reach"},
	{"internal/coverage"},
	{"internal/record"},
	{"internal/settings", "internal/read/cell", "internal/read/container"},
	{"internal/read/note", "internal/read/rows"},
	{"internal/read/format", "internal/read/xlsxfile", "internal/read/jsonfile", "internal/read/parquetfile", "internal/read/xmlfile"},
	{"internal/read/table"},
	{"internal/read/csvfile"},
	{"internal/read"},
	{"internal/place", "internal/groups"},
	{"internal/synth", "internal/claim", "internal/entry"},
	{"internal/link"},
	{"internal/link/event", "internal/link/identity"},
	{"internal/journal"},
	{"internal/evidence", "internal/privacy"},
	{"internal/figure", "internal/incident", "internal/roster", "internal/fact", "internal/release"},
	{"internal/figure/draw", "internal/overlap"},
	{"internal/dossier"},
	{"internal/check"},
	{"internal/check/tabular", "internal/check/stats", "internal/check/planting"},
	{"internal/check/grouping", "internal/check/timing", "internal/check/territory", "internal/check/citing", "internal/check/across", "internal/check/listing"},
	{"internal/check/checktest"},
	{"internal/check/tabular/tabletest"},
	{"internal/check/"},
	{"internal/check/across/acrosstest"},
	{"internal/check/rules"},
	{"internal/casefile"},
	{"internal/audit"},
	{"internal/publish/"},
	{"cases"},
	{"internal/demo", "internal/planted", "internal/golden"},
	{"internal/bench"},
	{"internal/bench/perf"},
	{"internal/finding"},
	{"internal/casereport"},
	{"internal/report"},
	{"tools/linkweights", "tools/namefrequencies"},
	{"internal/cli"},
	{"cmd/assay"},
}

type listed struct {
	ImportPath string
	Imports    []string
	Standard   bool
}

func packages(t *testing.T) []listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports,Standard", module+"...")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []listed
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		var p listed
		if err := d.Decode(&p); err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	return all
}

// layer returns the layer of a package; an exact name wins over a prefix.
func layer(path string) int {
	path = strings.TrimPrefix(path, module)
	found := -1
	for i, names := range layers {
		for _, n := range names {
			if n == path {
				return i
			}
			if strings.HasSuffix(n, "/") && strings.HasPrefix(path, n) {
				found = i
			}
		}
	}
	return found
}

func TestImportsGoOneWay(t *testing.T) {
	for _, p := range packages(t) {
		if p.ImportPath == module+"internal/arch" {
			continue
		}
		from := layer(p.ImportPath)
		if from < 0 {
			t.Errorf("%s has no layer: add it to the list and to docs/architecture.md", p.ImportPath)
		}
		for _, imp := range p.Imports {
			if !strings.HasPrefix(imp, module) {
				if p.ImportPath == module+"internal/record" && strings.Contains(imp, ".") {
					t.Errorf("internal/record imports %s: only the standard library is allowed", imp)
				}
				continue
			}
			if to := layer(imp); to >= from {
				t.Errorf("%s (layer %d) imports %s (layer %d)", p.ImportPath, from, imp, to)
			}
		}
	}
}

// Checks look at columns; they open no files and no connections.
func TestChecksDoNoInputOrOutput(t *testing.T) {
	for _, p := range packages(t) {
		path := strings.TrimPrefix(p.ImportPath, module)
		if !strings.HasPrefix(path, "internal/check") || path == "internal/check/checktest" {
			continue
		}
		for _, imp := range p.Imports {
			switch imp {
			case "os", "net", "net/http", "os/exec":
				t.Errorf("%s imports %s", path, imp)
			}
		}
	}
}

// The result of an audit must not depend on when it runs.
func TestNoClockInResults(t *testing.T) {
	for _, p := range packages(t) {
		path := strings.TrimPrefix(p.ImportPath, module)
		if path == "internal/cli" || path == "internal/arch" {
			continue
		}
		files, err := filepath.Glob(filepath.Join("../..", path, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if strings.HasSuffix(f, "_test.go") {
				continue
			}
			text, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			for _, call := range []string{"time.Now(", "time.Since(", "rand.N(", "rand.IntN(", "rand.Float64()"} {
				if bytes.Contains(text, []byte(call)) {
					t.Errorf("%s calls %s", f, call)
				}
			}
		}
	}
}

// long lists files over the limit with the reason why they may be.
var long = map[string]string{}

func TestFilesAreShort(t *testing.T) {
	const limit = 500
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel := filepath.ToSlash(strings.TrimPrefix(path, "../../"))
		if n := bytes.Count(text, []byte{'\n'}); n > limit && long[rel] == "" {
			t.Errorf("%s has %d lines, over %d: split it, or say here why not", rel, n, limit)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
