package arch

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// platforms are the systems on which assay runs.
var platforms = []string{"linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64", "windows/amd64", "windows/arm64"}

// source is what go list says of a package on one system.
type source struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	ImportMap  map[string]string
}

// sources lists a program and all that it imports, each package after its imports.
func sources(system, processor, program string) ([]source, error) {
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Dir,GoFiles,ImportMap", program)
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH="+processor, "CGO_ENABLED=0")
	var trouble bytes.Buffer
	cmd.Stderr = &trouble
	out, err := cmd.Output()
	if err != nil {
		return nil, errors.New(trouble.String())
	}
	var all []source
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var s source
		switch err := d.Decode(&s); err {
		case nil:
			all = append(all, s)
		case io.EOF:
			return all, nil
		default:
			return nil, err
		}
	}
}

// known are the packages that were checked already, as one package of the list sees them.
type known struct {
	packages map[string]*types.Package
	as       map[string]string
}

func (k known) Import(path string) (*types.Package, error) {
	if name, ok := k.as[path]; ok {
		path = name
	}
	if p := k.packages[path]; p != nil {
		return p, nil
	}
	return nil, errors.New("the package is not listed: " + path)
}

// checker checks programs as the compiler does before it makes code: their own packages whole, those of others by their declarations.
type checker struct {
	files  *token.FileSet
	parsed map[string]*ast.File // most files are those of several systems
}

func newChecker() *checker { return &checker{token.NewFileSet(), map[string]*ast.File{}} }

func (c *checker) parse(path string, own bool) (*ast.File, error) {
	if f := c.parsed[path]; f != nil {
		return f, nil
	}
	f, err := parser.ParseFile(c.files, path, nil, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	for _, d := range f.Decls {
		if function, ok := d.(*ast.FuncDecl); ok && !own && function.Body != nil {
			function.Body = &ast.BlockStmt{} // memory
		}
	}
	c.parsed[path] = f
	return f, nil
}

// errors returns what is wrong with a program on a system.
func (c *checker) errors(system, processor, program string) ([]string, error) {
	list, err := sources(system, processor, program)
	if err != nil {
		return nil, err
	}
	var found []string
	packages := map[string]*types.Package{"unsafe": types.Unsafe}
	for _, s := range list {
		if s.ImportPath == "unsafe" {
			continue
		}
		own := strings.HasPrefix(s.ImportPath, module)
		var files []*ast.File
		for _, name := range s.GoFiles {
			f, err := c.parse(filepath.Join(s.Dir, name), own)
			if err != nil {
				return nil, err
			}
			files = append(files, f)
		}
		conf := types.Config{
			Importer: known{packages, s.ImportMap}, Sizes: types.SizesFor("gc", processor), IgnoreFuncBodies: !own,
			Error: func(err error) { found = append(found, err.Error()) },
		}
		packages[s.ImportPath], _ = conf.Check(s.ImportPath, c.files, files, nil) // its errors went to conf.Error
	}
	return found, nil
}

// The program is sound Go on every system, also where it is not compiled. make cross compiles and links it once for each operating
// system and each processor.
func TestEveryPlatform(t *testing.T) {
	c := newChecker()
	for _, platform := range platforms {
		if platform == runtime.GOOS+"/"+runtime.GOARCH {
			continue // this test was compiled there
		}
		t.Run(platform, func(t *testing.T) {
			system, processor, _ := strings.Cut(platform, "/")
			found, err := c.errors(system, processor, "./cmd/assay")
			if err != nil {
				t.Fatal(err)
			}
			for _, text := range found {
				t.Error(text)
			}
		})
	}
}

// What is wrong on one system alone is found there and nowhere else.
func TestPlatformErrorsAreFound(t *testing.T) {
	c := newChecker()
	for platform, want := range map[string]string{"windows/amd64": "undefined: lock", "linux/arm64": ""} {
		system, processor, _ := strings.Cut(platform, "/")
		found, err := c.errors(system, processor, "./internal/arch/testdata/unlocked")
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(found, "\n"); !strings.HasSuffix(got, want) || want == "" && got != "" {
			t.Errorf("%s: %q, want %q", platform, got, want)
		}
	}
}
