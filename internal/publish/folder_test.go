package publish

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"diptych/internal/diag"
	"diptych/internal/site"
)

// entries lists what stands in a folder.
func entries(t *testing.T, dir string) string {
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

func TestFolderAppearsWhole(t *testing.T) {
	dir := t.TempDir()
	place := filepath.Join(dir, "public")
	for _, text := range []string{"first", "second"} {
		f, err := NewFolder(place)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Write("zh/index.html", []byte(text)); err != nil {
			t.Fatal(err)
		}
		if before, err := os.ReadFile(filepath.Join(place, "zh/index.html")); err == nil && string(before) == text {
			t.Error("a file shows before the commit")
		}
		if err := f.Commit(); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join(place, "zh/index.html")); err != nil || string(got) != text {
			t.Errorf("after the commit: %q, %v", got, err)
		}
	}
	if got := entries(t, dir); got != "public" {
		t.Errorf("left behind: %s", got)
	}
	f, err := NewFolder(place)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Write("x", nil); err != nil {
		t.Fatal(err)
	}
	if err := f.Abort(); err != nil {
		t.Fatal(err)
	}
	if got := entries(t, dir); got != "public" {
		t.Errorf("after an abort: %s", got)
	}
}

func TestFolderRefusesWhatItDidNotMake(t *testing.T) {
	dir := t.TempDir()
	write(t, dir+"/public/thesis.txt", "years of work")
	_, err := NewFolder(dir + "/public")
	var notOurs *NotOursError
	if !errors.As(err, &notOurs) {
		t.Fatalf("NewFolder = %v", err)
	}
	// Nor a folder that was filled while the site was being built.
	f, err := NewFolder(dir + "/later")
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir+"/later/thesis.txt", "years of work")
	if err := f.Commit(); !errors.As(err, &notOurs) {
		t.Fatalf("Commit = %v", err)
	}
	if got := entries(t, dir); got != "later public" {
		t.Errorf("left behind: %s", got)
	}
	write(t, dir+"/file", "")
	if _, err := NewFolder(dir + "/file"); err == nil {
		t.Error("a file is taken for a folder")
	}
}

func TestFolderFollowsALink(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(dir+"/real", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real", dir+"/public"); err != nil {
		t.Fatal(err)
	}
	f, err := NewFolder(dir + "/public")
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Write("index.html", nil), f.Commit()); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir + "/real/index.html"); err != nil {
		t.Error(err)
	}
	if info, err := os.Lstat(dir + "/public"); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link was replaced")
	}
}

// TestKilledBuildsLeaveAWholeSite is law 2. The test binary runs itself as a
// build that swaps two sites for ever, and kills it at many moments: what
// stands at the place is always one of the two, whole, and the next build
// removes what was left beside it.
func TestKilledBuildsLeaveAWholeSite(t *testing.T) {
	if place := os.Getenv("DIPTYCH_TEST_SWAP"); place != "" {
		for i := 0; ; i++ {
			if err := writeNumbered(place, i%2); err != nil {
				t.Fatal(err)
			}
			if i == 0 {
				os.Stdout.Close() // the swapping has begun
			}
		}
	}
	t.Parallel()
	dir := t.TempDir()
	place := filepath.Join(dir, "public")
	if err := writeNumbered(place, 0); err != nil {
		t.Fatal(err)
	}
	kills, apart := 40, 100*time.Microsecond // each that much later in a swap than the one before
	if testing.Short() {
		kills, apart = 6, 600*time.Microsecond
	}
	for i := range kills {
		cmd := exec.CommandContext(context.Background(), os.Args[0], "-test.run", "^TestKilledBuildsLeaveAWholeSite$")
		cmd.Env = append(os.Environ(), "DIPTYCH_TEST_SWAP="+place)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, out); err != nil { // until it closes
			t.Fatal(err)
		}
		time.Sleep(time.Duration(i) * apart)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Wait(); err == nil {
			t.Fatal("the build ended before it was killed")
		}
		first, err := os.ReadFile(filepath.Join(place, "0.html"))
		if err != nil {
			t.Fatalf("kill %d: %v", i, err)
		}
		for n := range numbered {
			got, err := os.ReadFile(filepath.Join(place, string(rune('0'+n))+".html"))
			if err != nil || string(got) != string(first) {
				t.Fatalf("kill %d: file %d is %q, %v, and the first is %q", i, n, got, err, first)
			}
		}
	}
	if err := writeNumbered(place, 0); err != nil {
		t.Fatal(err)
	}
	if got := entries(t, dir); got != "public" {
		t.Errorf("left behind: %s", got)
	}
}

// numbered is how many files writeNumbered writes.
const numbered = 9

func writeNumbered(place string, n int) error {
	f, err := NewFolder(place)
	if err != nil {
		return err
	}
	for i := range numbered {
		if err := f.Write(string(rune('0'+i))+".html", []byte{byte('a' + n)}); err != nil {
			return errors.Join(err, f.Abort())
		}
	}
	return f.Commit()
}

// TestFolderIsSparedClashes: an alias that is a file where another output is a
// folder is a problem of the sources, and no failure of the disk.
func TestFolderIsSparedClashes(t *testing.T) {
	fsys := fstest.MapFS{
		"site.toml":             {Data: []byte("title = \"T\"\nlanguages = [\"en\"]\n")},
		"content/a/policy.toml": {Data: []byte("aliases = [\"old.html\", \"old.html/a\", \"robots.txt/x\"]\n")},
		"content/a/1.0/en.md":   {Data: []byte("+++\ntitle = \"A\"\neffective = 2024-01-01\n+++\n\n[dead](dead)\n")},
	}
	f, err := NewFolder(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	_, problems, err := Run(t.Context(), Options{Options: site.Options{Source: fsys, Today: day}}, f)
	if err := errors.Join(err, f.Abort()); err != nil {
		t.Fatal(err)
	}
	count := map[diag.Rule]int{}
	for _, p := range problems {
		count[p.Rule]++
	}
	if count[diag.Address] != 2 || count[diag.Link] != 1 || len(count) != 2 {
		t.Errorf("got\n%s", printed(problems))
	}
}
