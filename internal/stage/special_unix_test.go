//go:build unix

package stage

import (
	"errors"
	"maps"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// TestSpecialFilesAreRefused: what is no file, folder or link cannot be kept.
func TestSpecialFilesAreRefused(t *testing.T) {
	for what, make := range map[string]func(name string) error{
		"pipe": func(name string) error { return unix.Mkfifo(name, 0o600) },
		"socket": func(name string) error {
			l, err := net.ListenUnix("unix", &net.UnixAddr{Name: name, Net: "unix"})
			if err == nil {
				l.SetUnlinkOnClose(false)
				err = l.Close()
			}
			return err
		},
	} {
		for _, name := range []string{"x", "f/x", "en/x", "index.html", ".diptych"} {
			dir, err := os.MkdirTemp("", "s") // the path of a socket is short
			if err != nil {
				t.Fatal(err)
			}
			defer os.RemoveAll(dir)
			place := filepath.Join(dir, "p")
			if _, err := built(t, place, "index.html", "en/index.html"); err != nil {
				t.Fatal(err)
			}
			full := filepath.Join(place, name)
			_ = os.Remove(full)
			if err := errors.Join(os.MkdirAll(filepath.Dir(full), 0o755), make(full)); err != nil {
				t.Fatal(err)
			}
			before := tree2(place)
			_, err = built(t, place, "index.html", "en/index.html")
			if refusal := (*Refusal)(nil); !errors.As(err, &refusal) || !strings.Contains(err.Error(), filepath.Base(name)) || !maps.Equal(before, tree2(place)) {
				t.Errorf("%s %s: %v", what, name, err)
			}
			if got := entries(t, dir); got != "p" {
				t.Errorf("%s %s: left behind: %s", what, name, got)
			}
		}
	}
}

// tree2 is what stands in a folder, without reading it: a pipe would wait.
func tree2(dir string) map[string]bool {
	all := map[string]bool{}
	_ = filepath.WalkDir(dir, func(name string, d os.DirEntry, _ error) error {
		all[d.Type().String()+name] = true
		return nil
	})
	return all
}

// TestSpecialFilesStay: a stage that holds one stays, and nobody waits for it.
func TestSpecialFilesStay(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, ".public.diptych-1/pipe")
	write(t, filepath.Join(filepath.Dir(pipe), listName), unfinished+"\npipe\n")
	if err := unix.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	stood{".diptych": ""}.put(t, dir+"/public")
	if err := unix.Mkfifo(dir+"/public/other", 0o600); err != nil {
		t.Fatal(err)
	}
	var left Report
	if left.sweepLeft(dir+"/public", manifest{}); len(left.Left) != 1 || left.Left[0] != pipe || left.Stuck != nil {
		t.Errorf("left %v", left)
	}
}

// TestMountsAreKnown: /dev is one everywhere.
func TestMountsAreKnown(t *testing.T) {
	if !mounted("/dev") || mounted(t.TempDir()) {
		t.Error("not known")
	}
	if _, err := inspect("/dev"); err == nil || !strings.Contains(err.Error(), "root of a file system") {
		t.Error(err)
	}
	info, err := os.Lstat("/dev")
	if err != nil {
		t.Fatal(err)
	}
	if err := (&surveyor{place: "/"}).entry("dev", info); err == nil || !strings.Contains(err.Error(), "dev is mounted") {
		t.Error(err)
	}
}

// TestTheLockOfAnother: whoever waited for a lock whose file is gone has none, and
// takes nobody's away.
func TestTheLockOfAnother(t *testing.T) {
	name := filepath.Join(t.TempDir(), "lock")
	first, err := tryLock(name)
	if err != nil || !first.isAt(name) {
		t.Fatal(err)
	}
	if err := os.Remove(name); err != nil || first.isAt(name) {
		t.Error("locked, and is not there")
	}
	second, err := tryLock(name)
	if err != nil || second == nil || first.isAt(name) {
		t.Fatal(err)
	}
	if err := first.release(); err != nil || !second.isAt(name) {
		t.Errorf("it took the lock of another away: %v", err)
	}
	if err := second.release(); err != nil {
		t.Error(err)
	}
}

// TestOneModeUnderAnyUmask: nothing in an output is more open than the rest.
func TestOneModeUnderAnyUmask(t *testing.T) {
	if place := os.Getenv("DIPTYCH_TEST_UMASK"); place != "" {
		unix.Umask(0o077)
		for range 2 {
			if _, err := built(t, place, "index.html", "en/a/index.html"); err != nil {
				t.Fatal(err)
			}
		}
		return
	}
	place := filepath.Join(t.TempDir(), "public")
	cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run", "^TestOneModeUnderAnyUmask$")
	cmd.Env = append(os.Environ(), "DIPTYCH_TEST_UMASK="+place)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	count := 0
	err := filepath.WalkDir(place, func(name string, d os.DirEntry, err error) error {
		info, e := d.Info()
		if err = errors.Join(err, e); err == nil && info.Mode().Perm() != map[bool]os.FileMode{true: 0o700, false: 0o600}[d.IsDir()] {
			t.Errorf("%s: %v", name, info.Mode())
		}
		count++
		return err
	})
	if err != nil || count != 6 {
		t.Errorf("%d files; %v", count, err)
	}
}

// TestForeignLinksKeepTheirTime, as files and folders do.
func TestForeignLinksKeepTheirTime(t *testing.T) {
	place := filepath.Join(t.TempDir(), "public")
	if _, err := built(t, place, "index.html"); err != nil {
		t.Fatal(err)
	}
	stood{"link": "->nowhere"}.put(t, place)
	stamp := unix.NsecToTimeval(1e18)
	if err := unix.Lutimes(place+"/link", []unix.Timeval{stamp, stamp}); err != nil {
		t.Fatal(err)
	}
	if _, err := built(t, place, "index.html"); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(place + "/link"); err != nil || info.ModTime().UnixNano() != 1e18 {
		t.Errorf("%v, %v", info, err)
	}
}
