package serve

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long the folder must be still before a change is passed on:
// editors write a file in several steps. A change waits for no more than the
// most, so that a folder which is never still starves no edit.
const (
	quiet = 20 * time.Millisecond
	most  = 500 * time.Millisecond
)

// watched are the entries of a site's folder that its pages are made from.
var watched = [...]string{"site.toml", "content", "themes", "i18n"}

// watch passes on changes in a site's sources when its folder has been still for
// a while, or when one has waited for the most. stop ends it.
func watch(dir string, still, most time.Duration) (changes <-chan struct{}, stop func(), err error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, nil, err
	}
	if err := w.Add(dir); err != nil {
		return nil, nil, errors.Join(err, w.Close())
	}
	t := tree{watcher: w, dir: dir, still: still, most: most}
	if t.real, err = realPath(dir); err != nil {
		return nil, nil, errors.Join(err, w.Close())
	}
	for _, name := range watched {
		if err := t.add(filepath.Join(dir, name), []string{t.real}); err != nil {
			return nil, nil, errors.Join(err, w.Close())
		}
	}
	out := make(chan struct{}, 1)
	go t.follow(out)
	return out, func() { w.Close() }, nil
}

// tree is a site's folder that is watched.
type tree struct {
	watcher *fsnotify.Watcher
	dir     string // as it was named
	real    string // where it is
	still   time.Duration
	most    time.Duration
}

// follow turns the watcher's events into changes, and watches new folders.
func (t tree) follow(out chan<- struct{}) {
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	var since time.Time // of the first change that was not passed on
	wait := func() {
		if since.IsZero() {
			since = time.Now()
		}
		timer.Reset(max(0, min(t.still, t.most-time.Since(since))))
	}
	for {
		select {
		case ev, open := <-t.watcher.Events:
			if !open {
				return
			}
			touched := ev.Op == fsnotify.Chmod
			if !concerns(t.dir, ev.Name) || touched && !isLink(ev.Name) {
				continue
			}
			if touched || ev.Op.Has(fsnotify.Create) { // a link is touched when its file is replaced
				_ = t.add(ev.Name, []string{t.real}) // gone again; or reading will say what is wrong
			}
			wait()
		case _, open := <-t.watcher.Errors:
			if !open {
				return
			}
			wait() // events were lost: read everything again
		case <-timer.C:
			since = time.Time{}
			select {
			case out <- struct{}{}:
			default: // one is waiting already
			}
		}
	}
}

// concerns reports whether a path belongs to the site's sources.
func concerns(dir, name string) bool {
	rel, err := filepath.Rel(dir, name)
	if err != nil {
		return false
	}
	first, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
	for _, entry := range watched {
		if first == entry {
			return true
		}
	}
	return false
}

// add watches a folder and all below it; nothing is fine, and the folder around
// a file is watched. Symbolic links are followed inside the site, as they are
// when it is read. around are the real paths of the folders around name.
func (t tree) add(name string, around []string) error {
	real, err := realPath(name)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if rel, err := filepath.Rel(t.real, real); err != nil || !filepath.IsLocal(rel) || slices.Contains(around, real) {
		return nil // a link out of the site, or round in a circle
	}
	info, err := os.Stat(real)
	if err != nil {
		return err
	}
	if info.IsDir() || isLink(name) {
		if err := t.watcher.Add(name); err != nil {
			return err
		}
	}
	if !info.IsDir() {
		return nil
	}
	entries, err := os.ReadDir(real)
	for _, e := range entries {
		inside := filepath.Join(name, e.Name())
		switch {
		case e.IsDir():
			err = errors.Join(err, t.add(inside, append(slices.Clip(around), real)))
		case e.Type()&fs.ModeSymlink != 0:
			_ = t.add(inside, append(slices.Clip(around), real)) // reading says what is wrong with a link
		}
	}
	return err
}

// isLink reports whether a path is that of a symbolic link.
func isLink(name string) bool {
	info, err := os.Lstat(name)
	return err == nil && info.Mode()&fs.ModeSymlink != 0
}

// realPath is the absolute path of a file without symbolic links.
func realPath(name string) (string, error) {
	abs, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(abs)
}
