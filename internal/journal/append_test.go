package journal

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// writer names the journal to which the test program appends when it runs as one of several writers.
const writer = "ASSAY_TEST_JOURNAL"

func TestMain(m *testing.M) {
	if path := os.Getenv(writer); path != "" {
		for i := range 50 {
			if err := Append(path, mine(os.Getenv(writer+"_NAME"), 2*i), mine(os.Getenv(writer+"_NAME"), 2*i+1)); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// mine is one of many decisions of a writer, some of them long.
func mine(who string, i int) Decision {
	d := pair(Same, "ged:"+who, "gtd:"+strconv.Itoa(i), i)
	d.Evidence = []string{strings.Repeat("e", i%7*3000)}
	return d.Sealed()
}

func TestManyGoroutines(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	var all sync.WaitGroup
	for g := range 16 {
		all.Go(func() {
			for i := range 10 {
				if err := Append(path, mine(fmt.Sprint(g), 2*i), mine(fmt.Sprint(g), 2*i+1)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	complete(t, path, 16, 20)
}

func TestManyProcesses(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), FileName)
	var all sync.WaitGroup
	for p := range 6 {
		all.Go(func() {
			c := exec.Command(self)
			c.Env = append(os.Environ(), writer+"="+path, writer+"_NAME="+fmt.Sprint(p))
			if out, err := c.CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	all.Wait()
	complete(t, path, 6, 100)
}

// complete reports what is missing of the decisions of several writers.
func complete(t *testing.T, path string, writers, each int) {
	t.Helper()
	j, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(j.Problems) > 0 || len(j.Decisions) != writers*each {
		t.Errorf("%d decisions, want %d; problems %v", len(j.Decisions), writers*each, problems(j.Problems))
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(data, []byte("\n\n")) {
		t.Error("there are empty lines")
	}
	for w := range writers {
		for i := range each {
			d := mine(fmt.Sprint(w), i)
			if _, ok := j.Get(d.ID); !ok {
				t.Fatalf("decision %d of writer %d is lost", i, w)
			}
		}
	}
}

// Wherever a crash cuts the file, the next decision stands on a line of its own and no other is lost.
func TestAfterCrash(t *testing.T) {
	first, second, next := pair(Same, "ged:1", "gtd:2", 0), pair(Same, "ged:1", "gtd:é", 1), pair(Unsure, "ged:1", "gtd:4", 2)
	whole := text(first, second)
	path := filepath.Join(t.TempDir(), FileName)
	for cut := range len(whole) + 1 {
		if err := os.WriteFile(path, []byte(whole[:cut]), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := Append(path, next); err != nil {
			t.Fatal(err)
		}
		j, err := Load(path)
		if err != nil {
			t.Fatal(err)
		}
		want := 1
		for _, end := range []int{len(text(first)) - 1, len(whole) - 1} {
			if cut >= end {
				want++
			}
		}
		broken := cut > 0 && cut < len(text(first))-1 || cut > len(text(first)) && cut < len(whole)-1
		if _, ok := j.Get(next.ID); !ok || len(j.Decisions) != want || (len(j.Problems) == 1) != broken || len(j.Problems) > 1 {
			t.Fatalf("cut after %d of %d bytes: %d decisions, want %d; problems %v", cut, len(whole), len(j.Decisions), want, problems(j.Problems))
		}
		if data, _ := os.ReadFile(path); !strings.HasPrefix(string(data), whole[:cut]) {
			t.Fatal("a line was rewritten")
		}
	}
}

func TestAppendRefuses(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	good := pair(Same, "ged:1", "gtd:2", 0)
	for want, d := range map[string]Decision{
		"needs who made it":  {Kind: Same, A: good.A, B: good.B, When: noon, Why: "x"},
		"needs its reason":   {Kind: Same, A: good.A, B: good.B, When: noon, Who: "x"},
		"has no time":        {Kind: Same, A: good.A, B: good.B, Who: "x", Why: "x"},
		"are both ged:1":     {Kind: Same, A: good.A, B: good.A, When: noon, Who: "x", Why: "x"},
		"has no kind":        {A: good.A, B: good.B, When: noon, Who: "x", Why: "x"},
		"that it supersedes": {Kind: Withdraw, When: noon, Who: "x", Why: "x"},
		"a line may have":    {Kind: Suppress, Finding: "00", When: noon, Who: "x", Why: strings.Repeat("x", maxLine)},
	} {
		if err := Append(path, good, d); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
	if err := Append(path); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("something was written: %v", err)
	}
	if err := Append(filepath.Join(path, "x", "y"), good); err == nil {
		t.Error("a journal in no folder")
	}
}
