//go:build unix

package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// An interruption ends the program with 130, also while it waits for input, and leaves nothing half-written.
func TestInterruptWaiting(t *testing.T) {
	dir := t.TempDir()
	c := program(t, dir, "check", "-", "--report", "out", "--write-baseline")
	stdin, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	interrupt(t, dir, func() error {
		_, err := io.WriteString(stdin, eventHeader+eventRow(1))
		return err
	}, c.Start, c.Wait, func() error { return c.Process.Signal(os.Interrupt) }, &c.Stderr)
	if code := c.ProcessState.ExitCode(); code != 130 {
		t.Errorf("exit code %d", code)
	}
}

func TestInterruptWorking(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "events.csv")
	if err := os.WriteFile(path, []byte(eventHeader+strings.Repeat(rows(1000), 1500)), 0o644); err != nil {
		t.Fatal(err)
	}
	c := program(t, dir, "check", "events.csv", "--report", "out")
	interrupt(t, dir, func() error { return nil }, c.Start, c.Wait, func() error { return c.Process.Signal(syscall.SIGTERM) }, &c.Stderr)
	if code := c.ProcessState.ExitCode(); code != 130 {
		t.Errorf("exit code %d", code)
	}
}

func interrupt(t *testing.T, dir string, feed, start, wait, signal func() error, stderr *io.Writer) {
	t.Helper()
	before, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	*stderr = &out
	if err := start(); err != nil {
		t.Fatal(err)
	}
	if err := feed(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(300 * time.Millisecond) // the program must have begun; how far it has come does not matter
	if err := signal(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- wait() }()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		t.Fatal("the program goes on 10 s after the interruption")
	}
	if got := out.String(); got != "assay: interrupted; nothing was written\n" {
		t.Errorf("stderr %q", got)
	}
	after, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(after) != len(before) {
		t.Errorf("something was written: %v", after)
	}
}
