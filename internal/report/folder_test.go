package report

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSameAuditSameBytes(t *testing.T) {
	a := bigAudit(t, 2, 2000, 12, 6000)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	one := contents(t, write(t, a))
	runtime.GOMAXPROCS(2)
	two := contents(t, write(t, a))
	if len(one) < 10 || len(one) != len(two) {
		t.Fatalf("%d and %d files", len(one), len(two))
	}
	for name := range one {
		if one[name] != two[name] {
			t.Errorf("%s differs between two runs", name)
		}
	}
}

func TestOtherFilesAreLeftAlone(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "thesis.tex")
	if err := os.WriteFile(mine, []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	big := bigAudit(t, 1, 300, 4, 400)
	if err := Write(ctx, dir, big, Options{}); err != nil {
		t.Fatal(err)
	}
	if pages, _ := filepath.Glob(filepath.Join(dir, "rules", "*.html")); len(pages) == 0 {
		t.Fatal("no pages of rules")
	}
	if err := Write(ctx, dir, smallAudit(t), Options{}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "rules")); err == nil {
		t.Error("pages of the earlier report are left")
	}
	if data, err := os.ReadFile(mine); err != nil || string(data) != "x" {
		t.Errorf("a file of the user changed: %q, %v", data, err)
	}
	noTemporaries(t, dir)
}

func noTemporaries(t *testing.T, dir string) {
	t.Helper()
	if left, _ := filepath.Glob(filepath.Join(dir, ".assay*")); len(left) > 0 {
		t.Errorf("temporary files are left: %v", left)
	}
}

func TestForeignIndexIsNotOverwritten(t *testing.T) {
	for _, name := range []string{"index.html", "findings.csv", "report.json"} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, name), []byte("{}"), 0o600); err != nil {
			t.Fatal(err)
		}
		err := Write(context.Background(), dir, smallAudit(t), Options{})
		if err == nil || !strings.Contains(err.Error(), "hint:") {
			t.Errorf("%s: error %v", name, err)
		}
		if got := contents(t, dir); len(got) != 1 || got[name] != "{}" {
			t.Errorf("%s: the folder changed: %d files", name, len(got))
		}
	}
}

func TestManifestIsNoLicenceToDelete(t *testing.T) {
	for name, want := range map[string]bool{
		"index.html": true, "rules/VAL003-a-1.html": true, "data/a.html": true,
		"../x.html": false, "/etc/passwd": false, "rules/../../x.html": false, "thesis.tex": false, "rules/a/b.html": false, "rules/notes.txt": false, "": false,
	} {
		if own(name) != want {
			t.Errorf("own(%q) = %v", name, !want)
		}
	}
}

func TestFailureLeavesTheOldReport(t *testing.T) {
	dir := t.TempDir()
	if err := Write(context.Background(), dir, smallAudit(t), Options{Version: "1"}); err != nil {
		t.Fatal(err)
	}
	before := contents(t, dir)
	// A folder where a page should go makes the last but one file fail.
	if err := os.MkdirAll(filepath.Join(dir, "rules", "VAL900-invented-dataset-000-1.html"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := Write(context.Background(), dir, bigAudit(t, 1, 300, 4, 400), Options{Version: "2"}); err == nil {
		t.Fatal("no error")
	}
	if diff := cmp.Diff(before, contents(t, dir)); diff != "" {
		t.Errorf("the old report changed:\n%.500s", diff)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := Write(ctx, dir, smallAudit(t), Options{Version: "3"}); err == nil {
		t.Error("no error after an interruption")
	}
	noTemporaries(t, dir)
}
