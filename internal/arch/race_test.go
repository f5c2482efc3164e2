package arch

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var racedList = regexp.MustCompile(`(?m)^RACED = ((?:.*\\\n)*.*)$`)

// raced reports whether a list of patterns of the go command has a package, both from the root of the module.
func raced(patterns []string, folder string) bool {
	for _, p := range patterns {
		if below, ok := strings.CutSuffix(p, "/..."); ok && (folder == below || strings.HasPrefix(folder, below+"/")) || p == folder {
			return true
		}
	}
	return false
}

// startsGoroutines reports whether a file has a go statement or a call of a method Go, as of sync.WaitGroup.
func startsGoroutines(f *ast.File) (found bool) {
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			found = true
		case *ast.CallExpr:
			if s, ok := n.Fun.(*ast.SelectorExpr); ok && s.Sel.Name == "Go" {
				found = true
			}
		}
		return !found
	})
	return found
}

// The race detector sees every package that starts goroutines.
func TestGoroutinesAreRaced(t *testing.T) {
	text, err := os.ReadFile("../../Makefile")
	if err != nil {
		t.Fatal(err)
	}
	m := racedList.FindSubmatch(text)
	if m == nil {
		t.Fatal("the Makefile has no list RACED")
	}
	patterns := strings.Fields(strings.ReplaceAll(strings.ReplaceAll(string(m[1]), "\\\n", " "), "./", ""))
	starting := 0
	for _, root := range []string{"internal", "names"} {
		err := filepath.WalkDir(filepath.Join("../..", root), func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			if !startsGoroutines(f) {
				return nil
			}
			starting++
			name = strings.TrimPrefix(filepath.ToSlash(name), "../../")
			if !raced(patterns, path.Dir(name)) {
				t.Errorf("%s starts goroutines, but its package is not in RACED of the Makefile", name)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if starting < 10 {
		t.Errorf("only %d files start goroutines", starting)
	}
}
