// Package stage writes a folder that appears whole or not at all: its files are
// written beside their place, and Commit swaps them in. It keeps the law that
// nothing is lost that it did not write: a file in the folder that its list does
// not name stands in the new one too. What the files are it leaves to others.
package stage

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
)

// Stage is an output folder that is being written.
type Stage struct {
	place string // where it shall stand; absolute, links resolved
	path  string // where it is written
	lock  *lock  // held as long as the stage lives
	made  []string
	dirs  sync.Map // folders made
	disk  disk

	placed  atomic.Bool  // it was swapped in
	mu      sync.RWMutex // held for reading while a file is written
	closed  bool
	journal *os.File
	listing sync.Mutex
	written manifest
	foreign []entry // what was put into the stage that the tool did not make
	report  Report
}

// Report is what became of files in the folder that a build did not simply
// write. Names are slash-separated below the folder.
type Report struct {
	Edited  []string // its own that somebody edited, and that were made again
	Dropped []string // its own that somebody edited, and that the site no longer has
	Unsure  []string // kept, as an earlier program left no list of what it had written
	Left    []string // paths of what a stopped build left, and nobody else has
	Stuck   []string // paths of folders beside it that nobody needs, and that the system does not let go
}

// Open begins to write an output that shall stand at place. It refuses a folder
// that holds anything but what an output holds. While another program writes the
// same output it waits; waits is called where that takes long, and may be nil.
func Open(ctx context.Context, place string, waits func()) (*Stage, error) {
	abs, err := Resolve(place)
	if err != nil {
		return nil, err
	}
	if _, err := mayStand(abs); err != nil {
		return nil, err
	}
	s := &Stage{place: abs, disk: system(), written: manifest{files: make(map[string]file)}}
	if err := s.open(ctx, waits); err != nil {
		return nil, errors.Join(err, s.close())
	}
	return s, nil
}

// open takes the lock, clears up what stopped builds left, and makes the stage.
func (s *Stage) open(ctx context.Context, waits func()) (err error) {
	if s.made, err = makeFolders(filepath.Dir(s.place)); err != nil {
		return fmt.Errorf("output folder %s: cannot make %w", s.place, err)
	}
	if s.lock, err = acquire(ctx, besides(s.place)+"lock", waits); err != nil {
		return s.beside(err)
	}
	if err := restore(s.place); err != nil {
		return s.beside(err)
	}
	old, err := inspect(s.place)
	if err != nil {
		return err
	}
	s.report.sweepLeft(s.place, old)
	return s.begin()
}

// begin makes the folder in which the output is written, and the list that names
// each of its files before it is there.
func (s *Stage) begin() (err error) {
	for s.path == "" {
		path := fmt.Sprint(besides(s.place), rand.Uint32())
		if err := os.Mkdir(path, 0o755); err == nil {
			s.path = path
		} else if !errors.Is(err, fs.ErrExist) {
			return s.beside(err)
		}
	}
	if err := s.lock.guard(s.path); err != nil {
		return s.beside(err)
	}
	s.journal, err = os.OpenFile(filepath.Join(s.path, listName), os.O_WRONLY|os.O_CREATE|os.O_EXCL|os.O_APPEND, 0o644)
	if err == nil {
		_, err = s.journal.WriteString(unfinished + "\n")
	}
	return s.spoken(err)
}

// beside puts an error at a file beside the output into words that name the
// output, which is all that the user knows of.
func (s *Stage) beside(err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return fmt.Errorf("output folder %s: cannot write beside it, into %s: %w", s.place, filepath.Dir(s.place), bare(err))
}

// spoken is an error at a file of the stage as one at the file of the output
// that it was to become.
func (s *Stage) spoken(err error) error {
	var at *fs.PathError
	if !errors.As(err, &at) {
		return err
	}
	if rel, ok := strings.CutPrefix(at.Path, s.path); ok {
		return &fs.PathError{Op: at.Op, Path: s.place + rel, Err: at.Err}
	}
	return err
}

// Write writes a file of the output.
func (s *Stage) Write(name string, data []byte) error {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.closed {
		return errors.New("the output is no longer written")
	}
	if err := s.note(name); err != nil {
		return s.spoken(err)
	}
	path := filepath.Join(s.path, filepath.FromSlash(name))
	if err := s.mkdir(filepath.Dir(path)); err != nil {
		return s.spoken(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		return s.spoken(err)
	}
	sum := sha256.Sum256(data)
	s.listing.Lock()
	s.written.files[name] = file{size: int64(len(data)), sum: sum}
	s.listing.Unlock()
	return nil
}

// note writes the name of a file into the list of the stage, before the file.
func (s *Stage) note(name string) error {
	if name == listName {
		return fmt.Errorf("%s is the list of the output, and no file of it", name)
	}
	_, err := s.journal.WriteString(spell(name) + "\n")
	return err
}

// mkdir makes a folder of the stage, and those around it, once.
func (s *Stage) mkdir(dir string) error {
	if _, ok := s.dirs.Load(dir); ok || len(dir) <= len(s.path) {
		return nil
	}
	if err := s.mkdir(filepath.Dir(dir)); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o755); err != nil && !errors.Is(err, os.ErrExist) {
		return err
	}
	s.dirs.Store(dir, true)
	return nil
}

// Placed reports whether the new output stands at its place. It may be called at
// any time.
func (s *Stage) Placed() bool { return s.placed.Load() }

// Abort removes the stage and leaves the place as it is. It may be called at any
// time and more than once, and after Commit does nothing.
func (s *Stage) Abort() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.close()
}
