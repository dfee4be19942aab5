package stage

import (
	"errors"
	"os"
)

// exchange puts the folder stage at place, and returns where the old one is then.
// The two change places by one system call where the system has it; elsewhere there
// is a moment in which place is missing, and the old output stands beside it: the
// next build puts it back.
func exchange(swap func(a, b string) error, stage, place string, there bool) (old string, err error) {
	if !there {
		return "", os.Rename(stage, place)
	}
	err = swap(stage, place)
	if !errors.Is(err, errors.ErrUnsupported) {
		return stage, err
	}
	old = stage + oldSuffix
	if err := os.Rename(place, old); err != nil {
		return stage, err
	}
	if err := os.Rename(stage, place); err != nil {
		return stage, errors.Join(err, os.Rename(old, place))
	}
	return old, nil
}
