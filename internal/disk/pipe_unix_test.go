//go:build unix

package disk

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// TestNoWait: what is no file is refused, and not waited for: a pipe without a
// writer, and one whose writer is silent, a socket, a device, and links to them.
func TestNoWait(t *testing.T) {
	dir, err := os.MkdirTemp("", "d") // the path of a socket is short
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	for _, name := range []string{"pipe", "silent"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	writer, err := os.OpenFile(filepath.Join(dir, "silent"), os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer writer.Close()
	socket, err := net.Listen("unix", filepath.Join(dir, "socket"))
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	if err := os.Symlink("pipe", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"pipe", "silent", "socket", "link"} {
		refused := make(chan error, 1)
		go func() {
			_, err := fs.ReadFile(At(dir), name)
			refused <- err
		}()
		select {
		case err := <-refused:
			if !errors.Is(err, ErrKind) {
				t.Errorf("%s: %v", name, err)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("%s is waited for", name)
		}
	}
	if _, err := At("/dev").Open("null"); !errors.Is(err, ErrKind) {
		t.Errorf("a device: %v", err)
	}
}
