package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/assaydata/assay/internal/cli"
)

// asProgram makes the test binary behave as assay, for tests that watch the process itself.
const asProgram = "ASSAY_TEST_AS_PROGRAM"

func run() { os.Exit(cli.Run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		run()
	}
	testscript.Main(m, map[string]func(){
		"assay":     run,
		"mkxlsx":    fixture(mkxlsx),
		"mkparquet": fixture(mkparquet),
		"mkgzip":    fixture(mkgzip),
		"mkzip":     fixture(mkzip),
		"recode":    fixture(recode),
		"replace":   fixture(replace),
		"head":      fixture(head),
		"fill":      fixture(fill),
	})
}

// TestScripts runs the whole program, one behaviour a script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("COLUMNS", "80")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":  exits,
			"fields": fields,
			"plain":  plain,
		},
	})
}

// exits runs a command and checks its exit code: exits 3 assay check data.csv.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARGUMENT…]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// fields checks that every line of a file is a JSON object with the named keys: fields stdout rule severity. A key
// related.row stands for a key of each element of a list, which must have one.
func fields(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: fields FILE KEY…")
	}
	lines := strings.Split(strings.TrimSuffix(ts.ReadFile(args[0]), "\n"), "\n")
	for i, line := range lines {
		var object map[string]any
		if err := json.Unmarshal([]byte(line), &object); err != nil {
			ts.Fatalf("line %d is no JSON object: %v: %s", i+1, err, line)
		}
		for _, key := range args[1:] {
			ts.Check(has(object, key, i+1))
		}
	}
}

func has(object map[string]any, key string, line int) error {
	list, inner, nested := strings.Cut(key, ".")
	value, ok := object[list]
	if !ok {
		return fmt.Errorf("line %d has no key %q", line, list)
	}
	if !nested {
		return nil
	}
	elements, _ := value.([]any)
	if len(elements) == 0 {
		return fmt.Errorf("line %d: %q is no list with elements", line, list)
	}
	for _, e := range elements {
		if o, _ := e.(map[string]any); o[inner] == nil {
			return fmt.Errorf("line %d: an element of %q has no %q", line, list, inner)
		}
	}
	return nil
}

// plain checks that files hold no escape codes: plain stdout stderr.
func plain(ts *testscript.TestScript, neg bool, args []string) {
	for _, name := range args {
		if strings.Contains(ts.ReadFile(name), "\x1b") != neg {
			ts.Fatalf("escape codes in %s: want %v", name, neg)
		}
	}
}
