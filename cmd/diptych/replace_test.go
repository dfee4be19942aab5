package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"diptych/internal/source"
)

// TestReplaceAll: all files are replaced or none, and nothing is left beside
// them.
func TestReplaceAll(t *testing.T) {
	dir := t.TempDir()
	write := func(name, data string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o640); err != nil {
			t.Fatal(err)
		}
	}
	check := func(want string) {
		t.Helper()
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range entries {
			data, _ := os.ReadFile(filepath.Join(dir, e.Name()))
			got = append(got, e.Name()+"="+string(data))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("the folder holds %v, want %s", got, want)
		}
	}
	edit := func(name, old, new string) source.Edit {
		e := source.Edit{File: name, Real: name, New: []byte(new)}
		if old != "" {
			e.Old = []byte(old)
		}
		return e
	}
	write("a", "1")
	write("b", "2")
	write(".diptych-pin-1", "left")
	if err := replaceAll(dir, []source.Edit{edit("a", "1", "A"), edit("b", "2", "B"), edit("c", "", "C")}); err != nil {
		t.Fatal(err)
	}
	check("a=A b=B c=C")
	if info, err := os.Stat(filepath.Join(dir, "b")); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	for _, c := range []struct {
		says string
		edit source.Edit
	}{
		{"b has changed meanwhile", edit("b", "2", "x")},
		{"d: no such file", edit("d", "2", "x")},
		{"c has been made meanwhile", edit("c", "", "x")},
		{"e: no such file", edit("e/f", "", "x")},
	} {
		err := replaceAll(dir, []source.Edit{edit("a", "A", "x"), c.edit})
		if err == nil || !strings.Contains(filepath.ToSlash(err.Error()), c.says) && runtime.GOOS != "windows" {
			t.Errorf("%s: %v", c.says, err)
		}
		check("a=A b=B c=C")
	}
}

// TestSwap: where one file cannot be put in its place, those before it are the
// old ones again.
func TestSwap(t *testing.T) {
	dir := t.TempDir()
	name := func(s string) string { return filepath.Join(dir, s) }
	for file, data := range map[string]string{"a": "1", "b": "2", "old": "1", "new": "A", "made": "C"} {
		if err := os.WriteFile(name(file), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	steps := []step{{name("a"), name("old"), name("new")}, {name("c"), "", name("made")}, {name("b"), "", name("gone")}}
	if err := swap(steps); err == nil {
		t.Fatal("no error")
	}
	for file, want := range map[string]string{"a": "1", "b": "2", "c": ""} {
		if got, _ := os.ReadFile(name(file)); string(got) != want {
			t.Errorf("%s holds %q, want %q", file, got, want)
		}
	}
}

// TestSwapOfWhatWasPrepared: what was prepared is enough to take every step back,
// whichever of them fails: a file is the old one again, and one that was made is gone.
func TestSwapOfWhatWasPrepared(t *testing.T) {
	for fails := range 3 {
		dir := t.TempDir()
		for file, data := range map[string]string{"a": "1", "b": "2"} {
			if err := os.WriteFile(filepath.Join(dir, file), []byte(data), 0o640); err != nil {
				t.Fatal(err)
			}
		}
		var steps []step
		for _, e := range []source.Edit{{Real: "a", Old: []byte("1"), New: []byte("A")}, {Real: "c", New: []byte("C")}, {Real: "b", Old: []byte("2"), New: []byte("B")}} {
			s, err := prepare(dir, e)
			if err != nil {
				t.Fatal(err)
			}
			steps = append(steps, s)
		}
		if err := os.Remove(steps[fails].new); err != nil {
			t.Fatal(err)
		}
		if err := swap(steps); err == nil {
			t.Fatal("no error")
		}
		for _, s := range steps {
			if err := s.clear(); err != nil {
				t.Error(err)
			}
		}
		entries, err := os.ReadDir(dir)
		if err != nil || len(entries) != 2 {
			t.Errorf("step %d: the folder holds %v, %v", fails, entries, err)
		}
		for file, want := range map[string]string{"a": "1", "b": "2"} {
			if got, _ := os.ReadFile(filepath.Join(dir, file)); string(got) != want {
				t.Errorf("step %d: %s holds %q", fails, file, got)
			}
		}
	}
}
