package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

// marker is the file that tells the tool's own output folders from others.
const marker = ".diptych"

// Folder is an output that becomes a folder all at once: it is written beside
// its place, and Commit swaps it in.
type Folder struct {
	place string // where it shall stand; absolute, links resolved
	stage string // where it is written
	lock  *os.File
	dirs  sync.Map // folders made
}

// NewFolder prepares an output that shall stand at place. It refuses a folder
// that holds anything the tool did not make.
func NewFolder(place string) (*Folder, error) {
	abs, err := filepath.Abs(place)
	if err != nil {
		return nil, err
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		abs = real
	}
	if err := ours(abs); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(abs), 0o755); err != nil {
		return nil, err
	}
	stage, lock, err := makeStage(abs)
	if err != nil {
		return nil, err
	}
	f := &Folder{place: abs, stage: stage, lock: lock}
	if err := os.Chmod(stage, 0o755); err != nil {
		return nil, errors.Join(err, f.Abort())
	}
	return f, nil
}

// stagePrefix begins the names of the folders in which the output at place is
// written; they are its siblings, so that a swap is a rename.
func stagePrefix(place string) string { return "." + filepath.Base(place) + ".diptych-" }

// ours reports whether a folder may be replaced: it does not exist, is empty, or
// carries the tool's marker.
func ours(place string) error {
	entries, err := os.ReadDir(place)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("output folder %s: %w", place, err)
	}
	if len(entries) == 0 {
		return nil
	}
	for _, e := range entries {
		if e.Name() == marker {
			return nil
		}
	}
	return &NotOursError{Place: place}
}

// NotOursError says that an output folder holds something that the tool did
// not make.
type NotOursError struct{ Place string }

func (e *NotOursError) Error() string {
	return fmt.Sprintf("output folder %s holds files that diptych did not make; it is left as it is", e.Place)
}

// Write writes a file into the stage.
func (f *Folder) Write(name string, data []byte) error {
	path := filepath.Join(f.stage, filepath.FromSlash(name))
	if err := f.mkdir(filepath.Dir(path)); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}

// mkdir makes a folder of the stage, and those around it, once.
func (f *Folder) mkdir(dir string) error {
	if _, ok := f.dirs.Load(dir); ok || len(dir) <= len(f.stage) {
		return nil
	}
	if err := f.mkdir(filepath.Dir(dir)); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o755); err != nil && !errors.Is(err, os.ErrExist) {
		return err
	}
	f.dirs.Store(dir, true)
	return nil
}

// Commit puts the output in its place: at any moment the place holds the old
// output or the new one.
func (f *Folder) Commit() error {
	if err := f.Write(marker, []byte("made by diptych; the next build replaces this folder\n")); err != nil {
		return errors.Join(err, f.Abort())
	}
	if err := ours(f.place); err != nil { // somebody may have used the folder meanwhile
		return errors.Join(err, f.Abort())
	}
	if err := exchange(f.stage, f.place); err != nil {
		return errors.Join(fmt.Errorf("output folder %s: %w", f.place, err), f.Abort())
	}
	return f.Abort() // what stands in the stage now is the old output
}

// Abort removes the stage and leaves the place as it is.
func (f *Folder) Abort() error {
	err := os.RemoveAll(f.stage)
	if f.lock != nil {
		err = errors.Join(err, f.lock.Close())
		f.lock = nil
	}
	return err
}
