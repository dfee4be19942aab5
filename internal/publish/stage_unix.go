//go:build unix

package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/sys/unix"
)

// makeStage makes the folder in which the output at place is written, marks it
// as in use for as long as the process lives, and removes the stages that
// killed builds left. Builds take turns at this by a lock on the folder above.
func makeStage(place string) (stage string, lock *os.File, err error) {
	parent := filepath.Dir(place)
	turn, err := lockFolder(parent, 0)
	if err != nil {
		return "", nil, err
	}
	defer turn.Close()
	removeStale(place)
	if stage, err = os.MkdirTemp(parent, stagePrefix(place)); err != nil {
		return "", nil, err
	}
	if lock, err = lockFolder(stage, unix.LOCK_NB); err != nil {
		return "", nil, errors.Join(err, os.Remove(stage))
	}
	return stage, lock, nil
}

// lockFolder locks a folder by flock(2) until the file is closed.
func lockFolder(dir string, how int) (*os.File, error) {
	d, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	if err := unix.Flock(int(d.Fd()), unix.LOCK_EX|how); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return d, nil
}

// removeStale removes the stages beside place that nobody has locked. What
// cannot be removed stays: it is in nobody's way.
func removeStale(place string) {
	parent := filepath.Dir(place)
	entries, err := os.ReadDir(parent)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !e.IsDir() || !strings.HasPrefix(e.Name(), stagePrefix(place)) {
			continue
		}
		stage := filepath.Join(parent, e.Name())
		if lock, err := lockFolder(stage, unix.LOCK_NB); err == nil {
			os.RemoveAll(stage)
			lock.Close()
		}
	}
}
