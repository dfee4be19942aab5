package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"diptych/internal/source"
)

// TestReplace: a file that is not what was read is left, and nothing stays
// behind, not even of a run that was killed.
func TestReplace(t *testing.T) {
	dir := t.TempDir()
	files := []source.Pinned{
		{Edit: source.Edit{File: "a.md", Real: "a.md", Old: []byte("a"), New: []byte("A")}},
		{Edit: source.Edit{File: "b.md", Real: "b.md", Old: []byte("b"), New: []byte("B")}},
	}
	check := func(want string) {
		t.Helper()
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		var got strings.Builder
		for _, e := range entries {
			data, _ := os.ReadFile(filepath.Join(dir, e.Name()))
			got.WriteString(e.Name() + "=" + string(data) + " ")
		}
		if strings.TrimSpace(got.String()) != want {
			t.Errorf("the folder holds %s, want %s", got.String(), want)
		}
	}
	run := func(ctx context.Context) string {
		var out, talk bytes.Buffer
		err := writePins(ctx, caller{out: &out, err: &talk}, dir, files)
		if err != nil {
			return err.Error()
		}
		return talk.String()
	}
	write := func(name, data string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("a.md", "a")
	if got := run(t.Context()); !strings.HasSuffix(got, "nothing was written") {
		t.Errorf("a file is missing: %s", got)
	}
	write("b.md", "c")
	if got := run(t.Context()); got != "b.md has changed meanwhile; nothing was written" {
		t.Errorf("a file has changed: %s", got)
	}
	check("a.md=a b.md=c")
	write("b.md", "b")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if got := run(ctx); got != "interrupted; 0 of 2 files written" {
		t.Errorf("interrupted: %s", got)
	}
	check("a.md=a b.md=b")
	write(".diptych-pin-1", "half")
	if got := run(t.Context()); got != "" {
		t.Errorf("written: %s", got)
	}
	check("a.md=A b.md=B")
}

// TestMakeAllInterrupted: an interruption makes nothing.
func TestMakeAllInterrupted(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err := makeAll(ctx, dir, []source.Edit{{Real: "a/b.md"}})
	if left, _ := os.ReadDir(dir); len(left) > 0 || err == nil || err.Error() != "interrupted" {
		t.Errorf("%v, and %v is there", err, left)
	}
}

// TestMakeAll: what was made goes again where a file cannot be made, and what
// was there stays.
func TestMakeAll(t *testing.T) {
	dir := t.TempDir()
	list := func() string {
		var out []string
		err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
			if rest := strings.TrimPrefix(filepath.ToSlash(name), filepath.ToSlash(dir)); rest != "" {
				out = append(out, rest)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return strings.Join(out, " ")
	}
	edit := func(name string) source.Edit { return source.Edit{File: name, Real: name, New: []byte("x")} }
	if err := makeAll(t.Context(), dir, []source.Edit{edit("a/b/1"), edit("a/2")}); err != nil {
		t.Fatal(err)
	}
	const want = "/a /a/2 /a/b /a/b/1"
	if got := list(); got != want {
		t.Errorf("made: %s", got)
	}
	for _, edits := range [][]source.Edit{
		{edit("a/c/3"), edit("d/e/4"), edit("a/2")},
		{edit("a/b/5"), edit("a/b/5/6")},
	} {
		if err := makeAll(t.Context(), dir, edits); err == nil {
			t.Error("made what cannot be made")
		}
		if got := list(); got != want {
			t.Errorf("left behind: %s", got)
		}
	}
}

// TestMakeAllAtOnce: of those who make the same files at the same time one does,
// and the others take nothing away.
func TestMakeAllAtOnce(t *testing.T) {
	edits := []source.Edit{{Real: "a/b/1", New: []byte("1")}, {Real: "a/2", New: []byte("2")}, {Real: "c/3", New: []byte("3")}}
	rounds := 100
	if testing.Short() {
		rounds = 30
	}
	for range rounds {
		dir := t.TempDir()
		var made atomic.Int32
		var all sync.WaitGroup
		begin := make(chan struct{})
		for range 4 {
			all.Go(func() {
				<-begin
				if err := makeAll(t.Context(), dir, edits); err == nil {
					made.Add(1)
				}
			})
		}
		close(begin)
		all.Wait()
		for _, e := range edits {
			if got, err := os.ReadFile(filepath.Join(dir, e.Real)); err != nil || string(got) != string(e.New) {
				t.Fatalf("%q, %v", got, err)
			}
		}
		if n := made.Load(); n != 1 {
			t.Fatalf("%d have made the files", n)
		}
	}
}
