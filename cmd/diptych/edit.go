package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"diptych/internal/diag"
	"diptych/internal/source"
)

// refused puts what a command of package source says into words of this one.
func refused(err error) error {
	if err == nil {
		return nil
	}
	var r *source.Refusal
	if errors.As(err, &r) {
		return &failure{err, r.Hint}
	}
	var p diag.Problem
	if errors.As(err, &p) {
		return &failure{errors.New(strings.TrimPrefix(p.Pos.String()+": ", ": ") + p.Text), p.Hint}
	}
	return &failure{err: err}
}

// makeFiles makes files and prints their names.
func makeFiles(ctx context.Context, c caller, dir string, edits []source.Edit) error {
	if err := makeAll(ctx, c.path(dir), edits); err != nil {
		return err
	}
	for _, e := range edits {
		if _, err := fmt.Fprintln(c.out, diag.Visible(filepath.ToSlash(filepath.Join(dir, filepath.FromSlash(e.File))))); err != nil {
			return err
		}
	}
	return nil
}

// makeAll makes files, and the folders above them. Nothing stays behind when it
// fails, and nothing goes that another program has made meanwhile.
func makeAll(ctx context.Context, dir string, edits []source.Edit) (err error) {
	var made []string
	defer func() {
		if err == nil {
			return
		}
		for _, name := range slices.Backward(made) {
			left := os.Remove(name)
			if errors.Is(left, fs.ErrNotExist) || errors.Is(left, fs.ErrExist) {
				continue // a folder that is not empty: somebody else uses it, too
			}
			err = errors.Join(err, left)
		}
	}()
	for _, e := range edits {
		if err := interrupted(ctx, nil); err != nil {
			return &failure{err: err}
		}
		name := filepath.Join(dir, filepath.FromSlash(e.Real))
		made = append(made, absent(filepath.Dir(name))...)
		if err := writeNew(name, string(e.New)); err != nil {
			return err
		}
		made = append(made, name)
	}
	return nil
}

// absent lists a folder and those above it, as far as they are not there,
// from the outermost inwards.
func absent(name string) []string {
	if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	above := filepath.Dir(name)
	if above == name {
		return nil
	}
	return append(absent(above), name)
}

// mayReplace returns why a file cannot be replaced: it may not be written, or is
// not what was read. It returns nil for one that can.
func mayReplace(dir string, f source.Edit) error {
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
func replace(dir string, f source.Edit) error {
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
	tmp, err := beside(name, f.New, info.Mode().Perm())
	if err != nil {
		return err
	}
	if err := os.Rename(tmp, name); err != nil {
		return errors.Join(err, os.Remove(tmp))
	}
	return nil
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
