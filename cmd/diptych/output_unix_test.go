//go:build unix

package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestWriteOutMayNot: what may not be written stays as it is, and so does what
// stands in a folder that may not be written.
func TestWriteOutMayNot(t *testing.T) {
	t.Parallel()
	if os.Getuid() == 0 { // who may write everywhere
		asNobody(t)
		return
	}
	dir := t.TempDir()
	name := filepath.Join(dir, "redline.docx")
	for _, x := range []struct {
		what         string
		folder, file fs.FileMode
	}{{"file", 0o700, 0o400}, {"folder", 0o500, 0o600}} {
		_ = os.Chmod(dir, 0o700)
		_ = os.Remove(name)
		if err := os.WriteFile(name, []byte("old"), 0o600); err != nil {
			t.Fatal(err)
		}
		_ = os.Chmod(name, x.file)
		_ = os.Chmod(dir, x.folder)
		err := writeOut(name, []byte("new"))
		_ = os.Chmod(dir, 0o700)
		got, _ := os.ReadFile(name)
		if err == nil || !strings.Contains(err.Error(), name) || string(got) != "old" {
			t.Errorf("%s that may not be written: %v, and it holds %q", x.what, err, got)
		}
	}
}

// asNobody runs the test once more, as a user who owns nothing.
func asNobody(t *testing.T) {
	dir, err := os.MkdirTemp("", "nobody") // unlike the folder of the test, open to all
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.RemoveAll(dir) }()
	copied := filepath.Join(dir, "test")
	if os.Link(os.Args[0], copied) != nil { // another file system
		program, err := os.ReadFile(os.Args[0])
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(copied, program, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	const nobody = 65534
	cmd := exec.Command(copied, "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Dir = dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "--- PASS: "+t.Name()) {
		t.Errorf("as nobody: %v\n%s", err, out)
	}
}
