//go:build unix

package container

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

func TestNamedPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	go func() {
		if f, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
			f.WriteString(table)
			f.Close()
		}
	}()
	b := openOne(t, path)
	for range 2 {
		if got := readAll(t, b); got != table {
			t.Errorf("got %q", got)
		}
	}
}
