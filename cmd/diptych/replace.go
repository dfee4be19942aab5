package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"diptych/internal/source"
)

// mayReplace tells why a file cannot be replaced: it may not be written, or is
// not what was read.
func mayReplace(dir string, f source.Pinned) error {
	name := filepath.Join(dir, filepath.FromSlash(f.Real))
	now, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if !bytes.Equal(now, f.Old) {
		return fmt.Errorf("%s has changed meanwhile", f.File)
	}
	w, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return w.Close()
}

// replace puts the new content in the place of a file: whatever the moment at
// which it is interrupted, the file is the old one or the new one. Its mode
// stays. What may be left behind is a file whose name begins with a dot, which
// is none of a site's and which the next run removes.
func replace(dir string, f source.Pinned) (err error) {
	if err := mayReplace(dir, f); err != nil {
		return err
	}
	name := filepath.Join(dir, filepath.FromSlash(f.Real))
	info, err := os.Stat(name)
	if err != nil {
		return err
	}
	if err := removeLeft(filepath.Dir(name)); err != nil {
		return err
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), pinPrefix+"*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(tmp.Name()))
		}
	}()
	_, err = tmp.Write(f.New)
	err = errors.Join(err, tmp.Chmod(info.Mode().Perm()), tmp.Sync(), tmp.Close())
	if err != nil {
		return err
	}
	return os.Rename(tmp.Name(), name)
}

// pinPrefix begins the names of files that are being written.
const pinPrefix = ".diptych-pin-"

// removeLeft removes what a killed run has left in a folder.
func removeLeft(dir string) error {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), pinPrefix) && e.Type().IsRegular() {
			err = errors.Join(err, os.Remove(filepath.Join(dir, e.Name())))
		}
	}
	return err
}
