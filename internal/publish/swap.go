package publish

import (
	"errors"
	"os"
)

// exchange puts the folder stage at place. Where place exists the two change
// places, by one system call where the system has it; elsewhere there is a
// moment in which place is missing, and the old output stands beside it.
func exchange(stage, place string) error {
	if _, err := os.Lstat(place); errors.Is(err, os.ErrNotExist) {
		return os.Rename(stage, place)
	}
	err := swap(stage, place)
	if !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	old := stage + "-old"
	if err := os.Rename(place, old); err != nil {
		return err
	}
	if err := os.Rename(stage, place); err != nil {
		return errors.Join(err, os.Rename(old, place))
	}
	return os.Rename(old, stage)
}
