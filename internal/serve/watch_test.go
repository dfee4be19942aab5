package serve

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestWatchFollowsLinks: what stands in the site by a symbolic link is watched
// where it is; links that lead out of the site or round in a circle are no
// harm.
func TestWatchFollowsLinks(t *testing.T) {
	t.Parallel()
	dir, outside := t.TempDir(), t.TempDir()
	put(t, dir, "shared/terms/1.0/en.md", "a")
	put(t, dir, "shared/own.css", "a")
	put(t, dir, "content/privacy/1.0/en.md", "a")
	put(t, dir, "themes/own/x.css", "a")
	for link, to := range map[string]string{
		"content/terms": "../shared/terms", "themes/custom.css": "../shared/own.css", "content/out": outside, "content/round": "..", "content/again": "..",
		"content/self": "self", "content/nothing": "nowhere",
	} {
		if err := os.Symlink(filepath.FromSlash(to), filepath.Join(dir, link)); err != nil {
			t.Skipf("no symbolic links here: %v", err)
		}
	}
	const still = 5 * time.Millisecond
	changes, stop, err := watch(dir, still, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	hears := func(wait time.Duration) bool {
		select {
		case <-changes:
			return true
		case <-time.After(wait):
			return false
		}
	}
	settles := func(wait time.Duration) { // editors and copies write in several steps
		for hears(wait) {
		}
	}
	replace := func(name string) {
		t.Helper()
		put(t, dir, "new", "c")
		if err := os.Rename(filepath.Join(dir, "new"), filepath.Join(dir, filepath.FromSlash(name))); err != nil {
			t.Fatal(err)
		}
	}
	heard := func() bool {
		if !hears(10 * time.Second) {
			return false
		}
		settles(2 * still)
		return true
	}
	for _, name := range []string{"content/privacy/1.0/en.md", "shared/terms/1.0/en.md", "shared/own.css"} {
		put(t, dir, name, "b")
		if !heard() {
			t.Errorf("%s is not watched", name)
		}
		for range 2 {
			replace(name)
			if !heard() {
				t.Errorf("%s is not watched when it is replaced", name)
			}
		}
	}
	put(t, dir, "shared/terms/2.0/en.md", "a")
	if !heard() {
		t.Error("a folder that comes is not watched")
	}
	put(t, dir, "shared/terms/2.0/en.md", "b")
	if !heard() {
		t.Error("what stands in a folder that came is not watched")
	}
	settles(20 * still)
	put(t, dir, "public/index.html", "b")
	put(t, outside, "x.md", "b")
	if hears(20 * still) {
		t.Error("what does not belong to the site is watched")
	}
}

// TestNoEditIsStarved: a change is passed on while the folder is never still.
func TestNoEditIsStarved(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	put(t, dir, "content/privacy/1.0/en.md", "a")
	changes, stop, err := watch(dir, time.Minute, 20*time.Millisecond)
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	for range 2 { // the second change has a patience of its own
		put(t, dir, "content/privacy/1.0/en.md", "b")
		select {
		case <-changes:
		case <-time.After(10 * time.Second):
			t.Fatal("the change is not passed on")
		}
	}
}
