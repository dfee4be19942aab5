package stage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Commit puts the output in its place: at any moment the place holds the old
// output or the new one. What the tool did not make stands in both. Where it fails
// the old output stays.
func (s *Stage) Commit(ctx context.Context) (Report, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return Report{}, errors.New("the output is no longer written")
	}
	before, found, err := s.prepare(ctx)
	if err == nil {
		err = s.enter(before)
	}
	if err != nil {
		return Report{}, errors.Join(err, s.close())
	}
	s.report.count(found.edited, s)
	if s.path != "" { // the old output
		s.report.sweep(s.path, s.place, s.written, true)
		s.path = ""
	}
	return s.report, errors.Join(s.disk.settle(filepath.Dir(s.place)), s.close())
}

// prepare makes the stage whole, and returns what stood at the place.
func (s *Stage) prepare(ctx context.Context) (before fs.FileInfo, found survey, err error) {
	list, err := inspect(s.place) // somebody may have used the folder meanwhile
	if err != nil {
		return nil, found, err
	}
	if before, err = os.Lstat(s.place); errors.Is(err, fs.ErrNotExist) {
		before = nil
	} else if err != nil {
		return nil, found, err
	}
	if found, err = s.look(list); err != nil {
		return nil, found, err
	}
	s.foreign = found.foreign
	if list.kind == unknown {
		s.report.Unsure = unsure(found.foreign)
	}
	if err := s.keep(found.foreign); err != nil {
		return nil, found, err
	}
	if err := s.finish(); err != nil {
		return nil, found, s.spoken(err)
	}
	if err := s.disk.flush(s.path); err != nil {
		return nil, found, fmt.Errorf("output folder %s: cannot write it to the disk: %w", s.place, bare(err))
	}
	return before, found, errors.Join(ctx.Err(), s.unchanged(found.foreign))
}

// finish puts the finished list into the stage, all at once.
func (s *Stage) finish() error {
	if err := s.journal.Close(); err != nil {
		return err
	}
	s.journal = nil
	tmp := s.path + listSuffix
	if err := os.WriteFile(tmp, s.written.bytes(), 0o644); err != nil {
		_ = os.Remove(tmp) // it may not be there
		return err
	}
	return os.Rename(tmp, filepath.Join(s.path, listName))
}

// enter swaps the stage in. Where the folder at the place is another than it was,
// it is put back.
func (s *Stage) enter(before fs.FileInfo) error {
	old, err := exchange(s.disk.swap, s.path, s.place, before != nil)
	if err != nil && before == nil {
		return fmt.Errorf("output folder %s: cannot put it in its place: %w", s.place, bare(err))
	}
	if err != nil {
		return refuse(elsewhere, "output folder %s: cannot put the new output in its place: %v", s.place, bare(err))
	}
	if now, err := os.Lstat(old); before != nil && (err != nil || !os.SameFile(now, before)) {
		s.path, err = exchange(s.disk.swap, old, s.place, true)
		return errors.Join(s.meanwhile(s.place), err)
	}
	s.placed.Store(true)
	s.path = old
	return nil
}

// unsure are the files among those that were kept which may be old pages.
func unsure(foreign []entry) (names []string) {
	for _, e := range foreign {
		if e.info.Mode().IsRegular() && e.name[0] != '.' {
			names = append(names, e.name)
		}
	}
	return names
}

// count adds the files that somebody had edited. One that is what it was made again
// is none.
func (r *Report) count(edited []string, s *Stage) {
	for _, name := range edited {
		f, again := s.written.files[name]
		if !again {
			r.Dropped = append(r.Dropped, name)
			continue
		}
		full := filepath.Join(s.path, filepath.FromSlash(name))
		if info, err := os.Lstat(full); err == nil && info.Mode().IsRegular() {
			if sum, err := sumOf(full); err == nil && sum == f.sum {
				continue
			}
		}
		r.Edited = append(r.Edited, name)
	}
}

// close ends the work on the stage: what is in it goes, the lock is free.
func (s *Stage) close() (err error) {
	if s.closed {
		return nil
	}
	s.closed = true
	if s.journal != nil {
		err = s.journal.Close()
	}
	if s.path != "" {
		left, stuck := s.discard()
		if stuck {
			left = append(left, s.path)
		}
		for _, left := range left {
			err = errors.Join(err, fmt.Errorf("cannot remove %s", left))
		}
	}
	err = errors.Join(err, s.lock.release())
	for _, dir := range slices.Backward(s.made) {
		_ = os.Remove(dir) // unless somebody uses it
	}
	return err
}

// discard takes a stage away that was not swapped in. What this build linked or
// copied into it is the tool's as well, whatever has become of the file itself.
func (s *Stage) discard() (left []string, stuck bool) {
	for _, e := range s.foreign {
		if !e.info.IsDir() {
			_ = os.Remove(filepath.Join(s.path, filepath.FromSlash(e.name)))
		}
	}
	return sweep(s.path, s.place, manifest{}, false)
}
