package stage

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
	"time"
)

func commit(t *testing.T, s *Stage) error {
	t.Helper()
	_, err := s.Commit(t.Context())
	return err
}

func write(t *testing.T, name, data string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

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
		f, err := Open(t.Context(), place, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Write("zh/index.html", []byte(text)); err != nil {
			t.Fatal(err)
		}
		if before, err := os.ReadFile(filepath.Join(place, "zh/index.html")); err == nil && string(before) == text {
			t.Error("a file shows before the commit")
		}
		if err := commit(t, f); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(filepath.Join(place, "zh/index.html")); err != nil || string(got) != text {
			t.Errorf("after the commit: %q, %v", got, err)
		}
	}
	if got := entries(t, dir); got != "public" {
		t.Errorf("left behind: %s", got)
	}
	f, err := Open(t.Context(), place, nil)
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
	_, err := Open(t.Context(), dir+"/public", nil)
	var notOurs *Refusal
	if !errors.As(err, &notOurs) {
		t.Fatalf("NewFolder = %v", err)
	}
	// Nor a folder that was filled while the site was being built.
	f, err := Open(t.Context(), dir+"/later", nil)
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir+"/later/thesis.txt", "years of work")
	if err := commit(t, f); !errors.As(err, &notOurs) {
		t.Fatalf("Commit = %v", err)
	}
	if got := entries(t, dir); got != "later public" {
		t.Errorf("left behind: %s", got)
	}
	write(t, dir+"/file", "")
	if _, err := Open(t.Context(), dir+"/file", nil); err == nil {
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
	f, err := Open(t.Context(), dir+"/public", nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Write("index.html", nil), commit(t, f)); err != nil {
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
// stands at the place is always one of the two, whole, with what others put there,
// and the next build removes what was left beside it.
func TestKilledBuildsLeaveAWholeSite(t *testing.T) {
	if place := os.Getenv("DIPTYCH_TEST_SWAP"); place != "" {
		swapForEver(t, place)
	}
	t.Parallel()
	kills, apart := 40, 100*time.Microsecond // each that much later in a swap than the one before
	if testing.Short() {
		kills, apart = 4, 900*time.Microsecond
	}
	for _, kind := range []string{"exchange", "two renames", "copies"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			place := filepath.Join(dir, "public")
			if err := writeNumbered(place, 0); err != nil {
				t.Fatal(err)
			}
			foreign := stood{"CNAME": "x", ".git/HEAD": "y", ".git/empty": "/", "link": "->CNAME"}
			foreign.put(t, place)
			for i := range kills {
				kill(t, place, kind, time.Duration(i)*apart)
				if kind == "two renames" { // only the next build mends it
					mend(t, place)
				}
				checkNumbered(t, place, foreign)
			}
			mend(t, place)
			if got := entries(t, dir); got != "public" {
				t.Errorf("left behind: %s", got)
			}
		})
	}
}

// swapForEver is the build that is killed.
func swapForEver(t *testing.T, place string) {
	for i := 0; ; i++ {
		s, err := begunNumbered(place, i%2)
		if err != nil {
			t.Fatal(err)
		}
		switch os.Getenv("DIPTYCH_TEST_KIND") {
		case "two renames":
			s.disk.swap = func(string, string) error { return errors.ErrUnsupported }
		case "copies":
			s.disk.link = func(string, string) error { return errors.ErrUnsupported }
		}
		if _, err := s.Commit(t.Context()); err != nil {
			t.Fatal(err)
		}
		if i == 0 {
			os.Stdout.Close() // the swapping has begun
		}
	}
}

// kill kills such a build some time after it has begun.
func kill(t *testing.T, place, kind string, after time.Duration) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run", "^TestKilledBuildsLeaveAWholeSite$")
	cmd.Env = append(os.Environ(), "DIPTYCH_TEST_SWAP="+place, "DIPTYCH_TEST_KIND="+kind)
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
	time.Sleep(after)
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("the build ended before it was killed")
	}
}

// mend is a build that begins and gives up.
func mend(t *testing.T, place string) {
	t.Helper()
	s, err := Open(t.Context(), place, nil)
	if err != nil {
		t.Fatal(err)
	}
	if s.report.Left != nil {
		t.Errorf("left: %v", s.report.Left)
	}
	if err := s.Abort(); err != nil {
		t.Fatal(err)
	}
}

func checkNumbered(t *testing.T, place string, foreign stood) {
	t.Helper()
	first, err := os.ReadFile(filepath.Join(place, "0.html"))
	if err != nil {
		t.Fatal(err)
	}
	for n := range numbered {
		got, err := os.ReadFile(filepath.Join(place, string(rune('0'+n))+".html"))
		if err != nil || string(got) != string(first) {
			t.Fatalf("file %d is %q, %v, and the first is %q", n, got, err, first)
		}
	}
	for name := range foreign {
		if _, err := os.Lstat(filepath.Join(place, name)); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(filepath.Join(place, ".git/HEAD")); err != nil || string(got) != "y" {
		t.Fatalf("%q, %v", got, err)
	}
}

// numbered is how many files writeNumbered writes.
const numbered = 9

func writeNumbered(place string, n int) error {
	s, err := begunNumbered(place, n)
	if err == nil {
		_, err = s.Commit(context.Background())
	}
	return err
}

// begunNumbered is an output that a disk takes at once: what stands on it matters
// only when the power fails.
func begunNumbered(place string, n int) (*Stage, error) {
	s, err := Open(context.Background(), place, nil)
	if err != nil {
		return nil, err
	}
	s.disk.flush = func(string) error { return nil }
	s.disk.settle = s.disk.flush
	for i := range numbered {
		if err := s.Write(string(rune('0'+i))+".html", []byte{byte('a' + n)}); err != nil {
			return nil, errors.Join(err, s.Abort())
		}
	}
	return s, nil
}

// TestPlaced: whether the new output stands is known at each step, also where a
// later one fails.
func TestPlaced(t *testing.T) {
	fails := errors.New("no")
	place := filepath.Join(t.TempDir(), "public")
	for range 2 { // where nothing was, and where an output is
		s, err := Open(t.Context(), place, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Write("index.html", nil); err != nil {
			t.Fatal(err)
		}
		flush := s.disk.flush
		s.disk.flush = func(dir string) error {
			if s.Placed() {
				t.Error("placed before the swap")
			}
			return flush(dir)
		}
		s.disk.settle = func(string) error { return fails }
		if _, err := s.Commit(t.Context()); !errors.Is(err, fails) || !s.Placed() {
			t.Errorf("%v, placed %v", err, s.Placed())
		}
		if err := s.Abort(); err != nil || !s.Placed() {
			t.Errorf("after the end: %v, placed %v", err, s.Placed())
		}
	}
	s, err := Open(t.Context(), place, nil)
	if err != nil {
		t.Fatal(err)
	}
	s.disk.swap = func(string, string) error { return fails }
	if _, err := s.Commit(t.Context()); err == nil || s.Placed() {
		t.Errorf("%v, placed %v", err, s.Placed())
	}
}
