package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"diptych/internal/source"
)

// replaceAll puts the new content in the place of all files or of none. Both
// contents of each are written beside it first, so that a disk without room
// stops it before the first file is another, and taking back needs none. A file
// that is not there yet is made.
func replaceAll(dir string, edits []source.Edit) (err error) {
	var steps []step
	defer func() {
		for _, s := range steps {
			err = errors.Join(err, s.clear())
		}
	}()
	for _, e := range edits {
		if err := removeLeft(filepath.Dir(filepath.Join(dir, filepath.FromSlash(e.Real)))); err != nil {
			return err
		}
	}
	for _, e := range edits {
		s, err := prepare(dir, e)
		steps = append(steps, s)
		if err != nil {
			return err
		}
	}
	return swap(steps)
}

// swap puts all new contents in their places, or the old ones again.
func swap(steps []step) error {
	for i := range steps {
		if err := os.Rename(steps[i].new, steps[i].name); err != nil {
			for _, s := range slices.Backward(steps[:i]) {
				err = errors.Join(err, s.back())
			}
			return err
		}
	}
	return nil
}

// step is a file that is about to be replaced, with both its contents beside it.
type step struct{ name, old, new string }

func prepare(dir string, e source.Edit) (s step, err error) {
	s.name = filepath.Join(dir, filepath.FromSlash(e.Real))
	mode := fs.FileMode(0o644)
	if e.Old == nil {
		if _, err := os.Lstat(s.name); err == nil {
			return s, fmt.Errorf("%s has been made meanwhile", e.File)
		}
	} else {
		if err := mayReplace(dir, e); err != nil {
			return s, err
		}
		info, err := os.Stat(s.name)
		if err != nil {
			return s, err
		}
		mode = info.Mode().Perm()
	}
	err = s.write(e, mode)
	return s, err
}

// write writes the contents beside the file, the old one where it has one.
func (s *step) write(e source.Edit, mode fs.FileMode) (err error) {
	if e.Old != nil {
		if s.old, err = beside(s.name, e.Old, mode); err != nil {
			return err
		}
	}
	s.new, err = beside(s.name, e.New, mode)
	return err
}

// back puts the old content in its place again.
func (s step) back() error {
	if s.old == "" {
		return os.Remove(s.name)
	}
	return os.Rename(s.old, s.name)
}

// clear removes what is left beside the file.
func (s step) clear() (err error) {
	for _, name := range []string{s.old, s.new} {
		if name == "" {
			continue
		}
		if left := os.Remove(name); !errors.Is(left, fs.ErrNotExist) {
			err = errors.Join(err, left)
		}
	}
	return err
}

// beside writes a whole file into the folder of another, and returns its name.
func beside(name string, data []byte, mode fs.FileMode) (string, error) {
	tmp, err := os.CreateTemp(filepath.Dir(name), pinPrefix+"*")
	if err != nil {
		return "", err
	}
	_, err = tmp.Write(data)
	if err = errors.Join(err, tmp.Chmod(mode), tmp.Sync(), tmp.Close()); err != nil {
		return "", errors.Join(err, os.Remove(tmp.Name()))
	}
	return tmp.Name(), nil
}
