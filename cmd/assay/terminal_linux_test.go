package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// terminal opens a pseudo-terminal of 80 columns.
func terminal(t *testing.T) (ours, theirs *os.File) {
	t.Helper()
	ours, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skipf("no pseudo-terminals here: %v", err)
	}
	t.Cleanup(func() { ours.Close() })
	fd := int(ours.Fd())
	if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: 40, Col: 80}); err != nil {
		t.Fatal(err)
	}
	theirs, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	return ours, theirs
}

// onTerminal runs the program with stdout and stderr on a terminal and returns what appears there.
func onTerminal(t *testing.T, dir string, env []string, args ...string) string {
	t.Helper()
	ours, theirs := terminal(t)
	c := program(t, dir, args...)
	c.Env = append(c.Env, env...)
	c.Stdout, c.Stderr = theirs, theirs
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	theirs.Close()
	var out bytes.Buffer
	read := make(chan struct{})
	go func() {
		defer close(read)
		out.ReadFrom(ours) // ends with an error once the other side is closed
	}()
	c.Wait() // the exit code is that of the findings
	select {
	case <-read:
	case <-time.After(5 * time.Second):
		t.Fatal("the terminal stays open")
	}
	return strings.ReplaceAll(out.String(), "\r\n", "\n")
}

// Colours appear on a terminal, and not with NO_COLOR, --no-color or on a dumb terminal; lines fit into the terminal.
func TestColour(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "events.csv"), []byte(eventHeader+eventRow(1)+"e2,2014-06-03,Iraq,9,1,2\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name   string
		env    []string
		args   []string
		colour bool
	}{
		{"terminal", []string{"TERM=xterm-256color", "NO_COLOR="}, nil, true},
		{"NO_COLOR", []string{"TERM=xterm-256color", "NO_COLOR=1"}, nil, false},
		{"--no-color", []string{"TERM=xterm-256color", "NO_COLOR="}, []string{"--no-color"}, false},
		{"dumb", []string{"TERM=dumb", "NO_COLOR="}, nil, false},
		{"json", []string{"TERM=xterm-256color", "NO_COLOR="}, []string{"--format", "json"}, false},
		{"concise", []string{"TERM=xterm-256color", "NO_COLOR="}, []string{"--format", "concise"}, false},
	} {
		got := onTerminal(t, dir, test.env, append([]string{"check", "events.csv", "--select", "VAL003"}, test.args...)...)
		if !strings.Contains(got, "best 9 lies over high 2") || strings.Contains(got, "\x1b[") != test.colour {
			t.Errorf("%s: colours should be %v\n%s", test.name, test.colour, got)
		}
		if test.colour || test.name == "json" {
			continue
		}
		for line := range strings.Lines(got) {
			if n := len([]rune(strings.TrimRight(line, "\n"))); n > 80 {
				t.Errorf("%s: a line of %d characters: %q", test.name, n, line)
			}
		}
	}
}

// Progress is shown on a terminal during a long run, on one line that is wiped at the end.
func TestProgress(t *testing.T) {
	if testing.Short() {
		t.Skip("needs a run of more than half a second")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "events.csv"), []byte(eventHeader+strings.Repeat(rows(1000), 1500)), 0o644); err != nil {
		t.Fatal(err)
	}
	got := onTerminal(t, dir, []string{"TERM=xterm-256color", "NO_COLOR=1"}, "check", "events.csv", "--select", "VAL,DUP,TIM", "--fail-on", "never", "--jobs", "1")
	shown, rest, ok := strings.Cut(got, "assay 0.")
	if !ok || !strings.Contains(shown, "events.csv") && !strings.Contains(shown, "checking") {
		t.Fatalf("no progress in %.300q", got)
	}
	if strings.Contains(rest, "\r") || !strings.HasSuffix(shown, "\r") || strings.Contains(shown, "\n") {
		t.Errorf("progress is not one line that is wiped: %q", shown)
	}
	for _, part := range strings.Split(shown, "\r") {
		if n := len([]rune(part)); n >= 80 {
			t.Errorf("%d characters wide: %q", n, part)
		}
	}
}
