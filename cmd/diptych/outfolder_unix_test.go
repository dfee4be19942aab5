//go:build unix

package main

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// builder makes a small site and returns what starts its build into public beside
// it, as a process.
func builder(t *testing.T, dir string) func(args ...string) *exec.Cmd {
	t.Helper()
	getenv := func(string) string { return today }
	if code := run([]string{"init", "legal"}, caller{out: new(bytes.Buffer), err: new(bytes.Buffer), dir: dir, getenv: getenv}); code != exitFine {
		t.Fatal("no site")
	}
	if err := release(filepath.Join(dir, "legal"), "1.0"); err != nil {
		t.Fatal(err)
	}
	return func(args ...string) *exec.Cmd {
		cmd := exec.CommandContext(t.Context(), "diptych-process", append([]string{"build", "--site", "legal", "--out", "public"}, args...)...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "SOURCE_DATE_EPOCH="+today)
		return cmd
	}
}

// whole holds that an output is what its list says, with what is foreign, and returns
// the list.
func whole(t *testing.T, place string, foreign ...string) string {
	t.Helper()
	list, err := os.ReadFile(filepath.Join(place, ".diptych"))
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{".diptych": string(list)}
	for _, line := range strings.Split(strings.TrimSpace(string(list)), "\n")[1:] {
		var sum, name string
		var size int
		if _, err := fmt.Sscan(line, &sum, &size, &name); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(place, name))
		if err != nil || len(data) != size || fmt.Sprintf("%x", sha256.Sum256(data)) != sum {
			t.Fatalf("%s has %d bytes of %d: %v", name, len(data), size, err)
		}
		want[name] = ""
	}
	for _, name := range foreign {
		if data, err := os.ReadFile(filepath.Join(place, name)); err != nil || string(data) != "of "+name {
			t.Fatalf("%s is %q, %v", name, data, err)
		}
		want[name] = ""
	}
	for name := range holdings(t, place) {
		if _, known := want[name]; !known {
			t.Fatalf("%s is neither written nor foreign", name)
		}
	}
	return string(list)
}

// holdings is what stands in a folder: name to content.
func holdings(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		all[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func putForeign(t *testing.T, place string, names ...string) {
	t.Helper()
	for _, name := range names {
		if err := writeNew(filepath.Join(place, name), "of "+name); err != nil {
			t.Fatal(err)
		}
	}
}

// listOf lists what stands beside the output of a builder.
func listOf(t *testing.T, dir string) string {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range list {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

// TestKilledCommandLeavesAWholeSite is law 2 on the command: it is killed at any
// moment, and builds one of two sites in turn.
func TestKilledCommandLeavesAWholeSite(t *testing.T) {
	t.Parallel()
	kills := tries(200, 30, 5)
	dir := t.TempDir()
	build, place := builder(t, dir), filepath.Join(dir, "public")
	sites := [][]string{{"--base-url", "https://example.com/"}, {"--base-url", "https://example.org/"}}
	lists := map[string]bool{}
	var takes time.Duration
	for i, site := range sites {
		start := time.Now()
		if out, err := build(site...).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		takes = time.Since(start)
		if i == 0 {
			putForeign(t, place, "CNAME", ".git/HEAD", "en/note")
		}
		lists[whole(t, place, "CNAME", ".git/HEAD", "en/note")] = true
	}
	for i := range kills {
		cmd := build(sites[i%2]...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(rand.N(takes * 5 / 4))
		_ = cmd.Process.Kill() // it may have ended
		_ = cmd.Wait()
		if !lists[whole(t, place, "CNAME", ".git/HEAD", "en/note")] {
			t.Fatal("neither the old site nor the new one")
		}
	}
	out, err := build().CombinedOutput()
	if err != nil || strings.Count(string(out), "\n") != 1 || !strings.HasPrefix(string(out), "built ") {
		t.Errorf("the next build says\n%s%v", out, err)
	}
	if got := listOf(t, dir); got != "legal public" {
		t.Errorf("left behind: %s", got)
	}
}

// TestCommandsTakeTurns: two and four builds of one folder at once, of two sites. Each
// ends well and says no more than that it has built, or that it waited.
func TestCommandsTakeTurns(t *testing.T) {
	t.Parallel()
	rounds := tries(100, 5, 1)
	dir := t.TempDir()
	build, place := builder(t, dir), filepath.Join(dir, "public")
	for _, builds := range []int{2, 4} {
		for range rounds {
			var group sync.WaitGroup
			for n := range builds {
				group.Go(func() {
					out, err := build("--base-url", fmt.Sprintf("https://example.com/%d/", n)).CombinedOutput()
					text := string(out)
					if rest, ok := strings.CutPrefix(text, "another build is writing public; this one goes on when that has ended\n"); ok {
						text = rest
					}
					if err != nil || strings.Count(text, "\n") != 1 || !strings.HasPrefix(text, "built ") {
						t.Errorf("%v\n%s", err, out)
					}
				})
			}
			group.Wait()
			whole(t, place)
			if got := listOf(t, dir); got != "legal public" {
				t.Fatalf("left behind: %s", got)
			}
		}
		if err := os.RemoveAll(place); err != nil { // four begin with none
			t.Fatal(err)
		}
	}
}

// TestAFullDiskLeavesTheOldSite, byte for byte, and names the file of the output.
func TestAFullDiskLeavesTheOldSite(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	build, place := builder(t, dir), filepath.Join(dir, "public")
	if out, err := build().CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	putForeign(t, place, "CNAME")
	before := holdings(t, place)
	cmd := build()
	cmd.Args = append([]string{"sh", "-c", `ulimit -f 4; exec "$@"`, "sh", cmd.Path}, cmd.Args[1:]...)
	cmd.Path = "/bin/sh"
	out, err := cmd.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "write "+place+"/") || !strings.Contains(string(out), "file too large") || strings.Contains(string(out), ".public") {
		t.Errorf("%v\n%s", err, out)
	}
	if !maps.Equal(before, holdings(t, place)) || listOf(t, dir) != "legal public" {
		t.Errorf("the output has changed, or beside it stands something: %s", listOf(t, dir))
	}
}

// TestOutputsThatMayNotBeWritten are named as the user knows them, and stay.
func TestOutputsThatMayNotBeWritten(t *testing.T) {
	t.Parallel()
	if os.Getuid() == 0 { // who may write everywhere
		asNobody(t)
		return
	}
	dir := t.TempDir()
	build, place := builder(t, dir), filepath.Join(dir, "public")
	if out, err := build().CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	putForeign(t, place, "private/x")
	for _, c := range []struct {
		name string
		mode fs.FileMode
		says string
	}{
		{dir, 0o500, "output folder " + place + ": cannot write beside it, into " + dir + ": permission denied"},
		{place, 0o300, "output folder " + place + ": permission denied"},
		{place + "/private", 0, "output folder " + place + ": cannot read private: permission denied; it is left as it is\n  hint: move it elsewhere"},
		{place + "/.diptych", 0, "output folder " + place + ": cannot read .diptych: permission denied"},
	} {
		info, err := os.Stat(c.name)
		if err != nil {
			t.Fatal(err)
		}
		_ = os.Chmod(c.name, c.mode)
		out, err := build().CombinedOutput()
		_ = os.Chmod(c.name, info.Mode())
		if err == nil || !strings.Contains(string(out), c.says) {
			t.Errorf("%s %v: %v\n%s", c.name, c.mode, err, out)
		}
		whole(t, place, "private/x")
		if got := listOf(t, dir); got != "legal public" {
			t.Errorf("left behind: %s", got)
		}
	}
}
