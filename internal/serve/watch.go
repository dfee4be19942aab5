package serve

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long the folder must be still before a change is passed on:
// editors write a file in several steps.
const quiet = 20 * time.Millisecond

// watched are the entries of a site's folder that its pages are made from.
var watched = [...]string{"site.toml", "content", "themes", "i18n"}

// watch passes on changes in a site's sources. stop ends it.
func watch(dir string) (changes <-chan struct{}, stop func(), err error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, nil, err
	}
	if err := w.Add(dir); err != nil {
		return nil, nil, errors.Join(err, w.Close())
	}
	for _, name := range watched {
		if err := addTree(w, filepath.Join(dir, name)); err != nil {
			return nil, nil, errors.Join(err, w.Close())
		}
	}
	out := make(chan struct{}, 1)
	go follow(w, dir, out)
	return out, func() { w.Close() }, nil
}

// follow turns the watcher's events into changes, and watches new folders.
func follow(w *fsnotify.Watcher, dir string, out chan<- struct{}) {
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	for {
		select {
		case ev, open := <-w.Events:
			if !open {
				return
			}
			if !concerns(dir, ev.Name) || ev.Op == fsnotify.Chmod {
				continue
			}
			if ev.Op.Has(fsnotify.Create) {
				_ = addTree(w, ev.Name) // gone again, or a file; its folder is watched
			}
			timer.Reset(quiet)
		case _, open := <-w.Errors:
			if !open {
				return
			}
			timer.Reset(quiet) // events were lost: read everything again
		case <-timer.C:
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

// addTree watches a folder and all below it; a file or nothing is fine.
func addTree(w *fsnotify.Watcher, root string) error {
	return filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, os.ErrNotExist) {
			return nil
		}
		if err != nil {
			return err
		}
		if d.IsDir() {
			return w.Add(name)
		}
		return nil
	})
}
