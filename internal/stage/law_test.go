package stage

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// TestNothingForeignIsLost holds on any series of outputs and of what others do in
// the folder between them: after a commit the folder holds the output and what others
// put there, and no more; after a refusal it is as it was. Nothing stays beside it.
func TestNothingForeignIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "stage")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		w := world{place: filepath.Join(dir, "public"), foreign: map[string]string{}, ours: map[string]string{}}
		w.links, w.exchanges = rapid.Bool().Draw(t, "hard links"), rapid.Bool().Draw(t, "exchange")
		w.build(t)
		for range rapid.IntRange(1, 4).Draw(t, "rounds") {
			for range rapid.IntRange(0, 4).Draw(t, "changes") {
				w.change(t)
			}
			w.build(t)
			if list, err := os.ReadDir(dir); err != nil || len(list) != 1 {
				t.Fatalf("beside the output: %v %v", list, err)
			}
		}
	})
}

// world is an output folder and what is to be in it.
type world struct {
	place            string
	links, exchanges bool
	foreign, ours    map[string]string // name to what spells its content
}

var names = []string{"index.html", "CNAME", ".git/HEAD", ".git/objects/ab/cd", "en/index.html", "en/a/index.html", "en/a", "zh", "zh/x", "en/.diptych", "ü\x1b\n", "\xff"}

// change does what somebody may do in the folder.
func (w *world) change(t *rapid.T) {
	name := rapid.SampledFrom(names).Draw(t, "name")
	full := filepath.Join(w.place, filepath.FromSlash(name))
	_, ours := w.ours[name]
	switch rapid.SampledFrom([]string{"file", "link", "folder", "remove"}).Draw(t, "what") {
	case "file":
		if os.MkdirAll(filepath.Dir(full), 0o755) != nil || isDir(full) {
			return
		}
		_ = os.Remove(full)
		content := fmt.Sprint("foreign", rapid.IntRange(0, 9).Draw(t, "content"))
		put(t, os.WriteFile(full, []byte(content), 0o640))
		stamp := time.Unix(int64(1e9+rapid.IntRange(0, 1e6).Draw(t, "time")), 0)
		put(t, os.Chtimes(full, stamp, stamp))
	case "link":
		if os.MkdirAll(filepath.Dir(full), 0o755) != nil || isDir(full) {
			return
		}
		_ = os.Remove(full)
		put(t, os.Symlink("../nowhere", full))
	case "folder":
		_ = os.MkdirAll(full, 0o750)
		return
	case "remove":
		_ = os.Remove(full)
	}
	if !ours {
		delete(w.foreign, name)
		if s := spelled(full); s != "" {
			w.foreign[name] = s
		}
	}
}

func put(t *rapid.T, err error) {
	if err != nil {
		t.Fatal(err)
	}
}

func isDir(name string) bool {
	info, err := os.Lstat(name)
	return err == nil && info.IsDir()
}

// spelled is all of a file that is kept, or "".
func spelled(name string) string {
	info, err := os.Lstat(name)
	switch {
	case err != nil || info.IsDir():
		return ""
	case info.Mode()&fs.ModeSymlink != 0:
		to, _ := os.Readlink(name)
		return "-> " + to
	}
	data, _ := os.ReadFile(name)
	return fmt.Sprint(info.Mode(), info.ModTime().UnixNano(), string(data))
}

// build writes an output and checks the folder.
func (w *world) build(t *rapid.T) {
	before := tree(w.place)
	s, err := Open(t.Context(), w.place, nil)
	put(t, err)
	s.disk.flush = func(string) error { return nil }
	s.disk.settle = s.disk.flush // the time that it takes is not of interest
	if !w.links {
		s.disk.link = func(from, to string) error {
			return &os.LinkError{Op: "link", Old: from, New: to, Err: syscall.EPERM}
		}
	}
	if !w.exchanges {
		s.disk.swap = func(string, string) error { return errors.ErrUnsupported }
	}
	output := map[string]string{}
	for _, name := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"index.html", "en/index.html", "en/a/index.html", "zh/index.html", "zh/x"}), 1, 5, rapid.ID[string]).Draw(t, "output") {
		output[name] = rapid.SampledFrom([]string{"one", "two"}).Draw(t, "words")
		put(t, s.Write(name, []byte(output[name])))
	}
	report, err := s.Commit(t.Context())
	if refusal := (*Refusal)(nil); errors.As(err, &refusal) {
		if after := tree(w.place); !maps.Equal(before, after) {
			t.Fatalf("%v, and the folder was\n%v\nand is\n%v", err, before, after)
		}
		if !w.clashes(output) {
			t.Fatalf("refused: %v, with foreign %v and output %v", err, w.foreign, output)
		}
		return
	}
	put(t, err)
	if len(report.Left) != 0 {
		t.Fatalf("left %v", report.Left)
	}
	want := maps.Clone(w.foreign)
	for name, words := range output {
		want[name] = words
	}
	got := tree(w.place)
	for name := range got {
		if _, ours := output[name]; ours {
			data, _ := os.ReadFile(filepath.Join(w.place, name))
			got[name] = string(data)
		}
	}
	delete(got, listName)
	maps.DeleteFunc(got, func(_, s string) bool { return s == "" })
	if !maps.Equal(got, want) {
		t.Fatalf("the folder holds\n%q\nwant\n%q", got, want)
	}
	w.ours = output
	for name := range output {
		delete(w.foreign, name)
	}
}

// clashes reports whether something foreign stands where the output has a file or a
// folder.
func (w *world) clashes(output map[string]string) bool {
	for name := range tree(w.place) {
		if _, ours := w.ours[name]; ours && !isDir(filepath.Join(w.place, name)) {
			continue
		}
		for o := range output {
			folder := isDir(filepath.Join(w.place, name))
			if name == o || strings.HasPrefix(name, o+"/") || !folder && strings.HasPrefix(o, name+"/") {
				return true
			}
		}
	}
	return false
}

// tree is what stands in a folder. Folders are "".
func tree(dir string) map[string]string {
	all := map[string]string{}
	_ = filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		if rel, e := filepath.Rel(dir, name); e == nil && err == nil && rel != "." {
			all[path.Clean(filepath.ToSlash(rel))] = spelled(name)
		}
		return nil
	})
	return all
}

// TestListsAreRead: what is spelled is read, byte for byte, whatever the names.
func TestListsAreRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := manifest{kind: listed, files: map[string]file{}}
		for _, b := range rapid.SliceOf(rapid.SliceOfN(rapid.Byte(), 1, 12)).Draw(t, "names") {
			m.files[string(b)] = file{size: rapid.Int64Min(0).Draw(t, "size"), sum: [32]byte(rapid.SliceOfN(rapid.Byte(), 32, 32).Draw(t, "sum"))}
		}
		got, err := parseList(m.bytes())
		if err != nil || !maps.Equal(got.files, m.files) {
			t.Fatalf("%v\n%v\n%v", err, got.files, m.files)
		}
		begun := unfinished + "\n"
		for _, name := range slices.Sorted(maps.Keys(m.files)) {
			begun += spell(name) + "\n"
		}
		got, err = parseList([]byte(begun + "half a na"))
		if err != nil || len(got.files) != len(m.files) {
			t.Fatalf("%v, %d names of %d", err, len(got.files), len(m.files))
		}
	})
}

// TestLinesOfAList: a line of a list names a file with its sum and size, or the list
// is none. A name that is one line of text stands as it is.
func TestLinesOfAList(t *testing.T) {
	sum := strings.Repeat("ab", 32)
	for _, line := range []string{sum, sum + " 5", sum + " 5 ", sum + " five a", sum + " -5 a", sum + "  a", sum[1:] + " 5 a", sum + "ab 5 a", "zz" + sum[2:] + " 5 a",
		sum + ` 5 "a`, sum + ` 5 ""`, ""} {
		if m, err := parseList([]byte(finished + "\n" + line + "\n")); err == nil {
			t.Errorf("%q: %v", line, m.files)
		}
	}
	for name, want := range map[string]string{"a b.html": "a b.html", "zh/隐私.html": "zh/隐私.html", `a"b`: `a"b`, `"a`: `"\"a"`, "a\nb": `"a\nb"`, "\xff": `"\xff"`, "\u202e": `"\u202e"`} {
		if got := spell(name); got != want {
			t.Errorf("%q is spelled %s", name, got)
		}
	}
}
