package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

// TestFolder: a folder is read as any other file system, also by a link to it.
func TestFolder(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string]string{"site.toml": "a", "content/p/1.0/en.md": "b", "themes/custom.css": ""} {
		write(t, filepath.Join(dir, name), data)
	}
	beside := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(dir, beside); err != nil {
		t.Skip(err)
	}
	for _, at := range []string{dir, beside, beside + "/"} {
		if err := fstest.TestFS(At(at), "site.toml", "content/p/1.0/en.md", "themes/custom.css"); err != nil {
			t.Error(err)
		}
	}
	if _, err := fs.ReadFile(At(filepath.Join(dir, "none")), "site.toml"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("of no folder: %v", err)
	}
}

// TestLinks: links within the folder are followed, and no others, however they
// are written.
func TestLinks(t *testing.T) {
	above := t.TempDir()
	dir := filepath.Join(above, "site")
	write(t, filepath.Join(dir, "in/file"), "inside")
	write(t, filepath.Join(above, "out/file"), "outside")
	for name, target := range map[string]string{
		"near": "in/file", "round": "in/../in/file", "chain": "near", "folder": "in",
		"far": "../out/file", "through": "folder/../../out/file", "hop": "outer/file", "outer": "../out", "absolute": filepath.Join(dir, "in/file"),
		"loop": "pool", "pool": "loop", "gone": "nowhere", "back": "../site/in/file",
	} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	for _, name := range []string{"near", "round", "chain", "folder/file"} {
		if data, err := fs.ReadFile(At(dir), name); err != nil || string(data) != "inside" {
			t.Errorf("%s: %q, %v", name, data, err)
		}
	}
	for _, name := range []string{"far", "through", "hop", "outer/file", "absolute", "loop", "gone", "back", "outer"} {
		data, err := fs.ReadFile(At(dir), name)
		var at *fs.PathError
		if err == nil || !errors.As(err, &at) || at.Path != name {
			t.Errorf("%s: %q, %v", name, data, err)
		}
		if _, err := fs.Stat(At(dir), name); err == nil {
			t.Errorf("%s is known", name)
		}
		if outside := name != "loop" && name != "gone"; outside != errors.Is(err, ErrOutside) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestSize: no file is read whole that is larger than the limit, not even into
// memory to find that out.
func TestSize(t *testing.T) {
	dir := t.TempDir()
	for name, size := range map[string]int64{"most": MaxFile, "more": MaxFile + 1, "huge": 1 << 40} {
		write(t, filepath.Join(dir, name), "a")
		if err := os.Truncate(filepath.Join(dir, name), size); err != nil {
			t.Skip(err)
		}
		data, err := fs.ReadFile(At(dir), name)
		var at *fs.PathError
		switch {
		case size <= MaxFile && (err != nil || int64(len(data)) != size):
			t.Errorf("%s: %d bytes, %v", name, len(data), err)
		case size > MaxFile && (!errors.As(err, &at) || at.Path != name || !errors.Is(at.Err, ErrSize)):
			t.Errorf("%s: %d bytes, %v", name, len(data), err)
		}
	}
	if _, err := readAll(endless{}, 10); !errors.Is(err, ErrSize) { // a file that grows
		t.Errorf("without an end: %v", err)
	}
}

// endless is a file that has no end.
type endless struct{ fs.File }

func (endless) Read(b []byte) (int, error) { return len(b), nil }

func write(t *testing.T, name, data string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(data), 0o644)); err != nil {
		t.Fatal(err)
	}
}
