//go:build unix

package stage

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// lock is a lock on an output, by flock(2): on a file beside it, and on the stage,
// by which an earlier program knows that it is in use.
type lock struct{ file, stage *os.File }

// tryLock returns nil where somebody else holds the lock.
func tryLock(name string) (*lock, error) {
	for {
		f, err := os.OpenFile(name, os.O_RDONLY|os.O_CREATE|unix.O_NOFOLLOW|unix.O_NONBLOCK, 0o644)
		if err != nil {
			return nil, err
		}
		if held, err := flock(f); held || err != nil {
			return nil, errors.Join(err, f.Close())
		}
		if l := (&lock{file: f}); l.isAt(name) {
			return l, nil
		}
		if err := f.Close(); err != nil { // who had it has removed it
			return nil, err
		}
	}
}

// isAt reports whether the file that is locked is still the one of its name.
func (l *lock) isAt(name string) bool {
	mine, erra := l.file.Stat()
	now, errb := os.Lstat(name)
	return erra == nil && errb == nil && os.SameFile(mine, now)
}

// flock locks an open file until it is closed. It reports whether another has it
// locked.
func flock(f *os.File) (held bool, err error) {
	for {
		err = unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		if !errors.Is(err, unix.EINTR) {
			break
		}
	}
	if errors.Is(err, unix.EWOULDBLOCK) {
		return true, nil
	}
	return false, err
}

// guard locks the stage as well.
func (l *lock) guard(stage string) (err error) {
	if l.stage, err = os.Open(stage); err == nil {
		_, err = flock(l.stage)
	}
	return err
}

// release removes the lock file while it is still locked, so that whoever waits
// for it sees that it is another.
func (l *lock) release() error {
	if l == nil {
		return nil
	}
	var err error
	if l.isAt(l.file.Name()) {
		err = os.Remove(l.file.Name())
	}
	err = errors.Join(err, l.file.Close())
	if l.stage != nil {
		err = errors.Join(err, l.stage.Close())
	}
	return err
}

// free reports whether no program is writing a stage.
func free(stage string) bool {
	d, err := os.Open(stage)
	if err != nil {
		return true // what may not be read is no stage in use
	}
	defer d.Close()
	held, err := flock(d)
	return !held && err == nil
}
