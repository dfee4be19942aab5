package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/spf13/cobra"

	"diptych/internal/locale"
	"diptych/internal/publish"
	"diptych/internal/site"
	"diptych/internal/stage"
)

// TestReport: whose fault it was decides the exit code, and who is shown the
// usage.
func TestReport(t *testing.T) {
	_, full := full{}.Write(nil)
	for _, tt := range []struct {
		err  error
		code int
		said string
	}{
		{nil, exitFine, ""},
		{errProblems, exitProblems, ""},
		{fmt.Errorf("a: %w", errProblems), exitProblems, ""},
		{&failure{err: errors.New("a")}, exitProblems, "diptych: error: a\n"},
		{&failure{full, "b"}, exitProblems, "diptych: error: " + full.Error() + "\n  hint: b\n"},
		{full, exitProblems, "diptych: error: " + full.Error() + "\n"},
		{os.NewSyscallError("getwd", syscall.ENOENT), exitProblems, "diptych: error: getwd: " + syscall.ENOENT.Error() + "\n"},
		{errors.New("a"), exitUsage, "diptych: error: a\n  hint: run \"diptych pin --help\" for the usage\n"},
	} {
		var said strings.Builder
		if code := report(&said, tt.err, "diptych pin"); code != tt.code || said.String() != tt.said {
			t.Errorf("%v: code %d and %q, want %d and %q", tt.err, code, said.String(), tt.code, tt.said)
		}
	}
}

// beginSite makes a site with a public version in a new folder and returns who stands beside it.
func beginSite(t *testing.T, talk io.Writer) caller {
	t.Helper()
	c := caller{in: strings.NewReader(""), out: io.Discard, err: talk, dir: t.TempDir(), getenv: func(string) string { return "" }}
	if code := run([]string{"init", "legal"}, c); code != exitFine {
		t.Fatalf("init: code %d", code)
	}
	if err := release(c.path("legal"), "1.0"); err != nil {
		t.Fatal(err)
	}
	return c
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) {
	return 0, &fs.PathError{Op: "write", Path: "stdout", Err: syscall.ENOSPC}
}

// TestFullDisk: a command whose product nobody got did not succeed, but that pin
// has written what it wrote.
func TestFullDisk(t *testing.T) {
	c := beginSite(t, io.Discard)
	c.dir = c.path("legal")
	for _, args := range [][]string{
		{"version"}, {"completion", "bash"}, {"check", "--format", "json"}, {"new", "policy", "cookies"},
		{"new", "version", "privacy", "2.0", "--effective", "2099-01-01"}, {"diff", "privacy", "--drafts"}, {"pin", "--dry-run"}, {"pin"},
	} {
		var said strings.Builder
		c.out, c.err = full{}, &said
		if code := run(args, c); code != exitProblems || !strings.Contains(said.String(), syscall.ENOSPC.Error()) {
			t.Errorf("%v: code %d, %s", args, code, said.String())
		}
	}
	src, err := os.ReadFile(c.path("content/privacy/1.0/en.md"))
	if err != nil || !strings.Contains(string(src), "{#") {
		t.Errorf("not pinned: %v\n%s", err, src)
	}
}

// TestInterrupted: a build that is stopped says so in a word and leaves nothing.
func TestInterrupted(t *testing.T) {
	c := beginSite(t, io.Discard)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	opt := publish.Options{Options: site.Options{Source: os.DirFS(c.path("legal"))}}
	if err := buildSite(ctx, c, locale.ToolIn("en"), opt, "out"); err == nil || err.Error() != "interrupted" {
		t.Errorf("got %v", err)
	}
	if left, err := os.ReadDir(c.dir); err != nil || len(left) != 1 {
		t.Errorf("%v is there, %v", left, err)
	}
	check := newCheck(c)
	check.SetArgs([]string{"--site", "legal"})
	check.SilenceErrors, check.SilenceUsage = true, true
	if err := check.ExecuteContext(ctx); err == nil || err.Error() != "interrupted" {
		t.Errorf("check: %v", err)
	}
}

// TestStoppedAtItsLastStep: what is said of a build that does not end by itself
// after a signal is true on both sides of the swap.
func TestStoppedAtItsLastStep(t *testing.T) {
	for _, swapped := range []bool{false, true} {
		folder, err := stage.Open(t.Context(), filepath.Join(t.TempDir(), "public"), nil)
		if err != nil {
			t.Fatal(err)
		}
		want := "interrupted; the site in public is as it was"
		if swapped {
			want = "interrupted; the new site is in public"
			if _, err := folder.Commit(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		ctx, stop := context.WithCancel(t.Context())
		begun, stuck := new(undo), make(chan bool)
		hangs := &cobra.Command{RunE: func(*cobra.Command, []string) error {
			defer begun.with(taken(folder, "public"))()
			stop()
			<-stuck
			return nil
		}}
		hangs.SetArgs(nil)
		if _, err := execute(ctx, hangs, begun); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
		close(stuck)
	}
}

// TestServeWatches: the preview watches the folder that it shows, from wherever
// it is called, and no other has its address meanwhile.
func TestServeWatches(t *testing.T) {
	t.Parallel()
	var said lockedBuffer
	c := beginSite(t, &said)
	ctx, stop := context.WithTimeout(t.Context(), 10*time.Second)
	defer stop()
	root := newRoot(c)
	root.SetArgs([]string{"serve", "--site", "legal", "--addr", "127.0.0.1:0"})
	done := make(chan error, 1)
	go func() { done <- root.ExecuteContext(ctx) }()
	hears := func(words string) {
		for !strings.Contains(said.String(), words) {
			if ctx.Err() != nil {
				t.Fatalf("it did not say %q, but\n%s", words, said.String())
			}
			time.Sleep(5 * time.Millisecond)
		}
	}
	hears("serving")
	var second strings.Builder
	other := c
	other.err = &second
	address := strings.Trim(strings.TrimPrefix(serving.FindStringSubmatch(said.String())[1], "http://"), "/")
	if code := run([]string{"serve", "--site", "legal", "--addr", address}, other); code != exitProblems || !strings.Contains(second.String(), "hint: choose another address with --addr") {
		t.Errorf("the address is taken: code %d and %s", code, second.String())
	}
	said.Reset()
	name := filepath.Join(c.dir, "legal/content/privacy/1.0/en.md")
	src, err := os.ReadFile(name)
	if err == nil {
		err = os.WriteFile(name, append(src, "\nOne more.\n"...), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	hears("ready")
	stop()
	<-done
}
