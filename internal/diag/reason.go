package diag

import (
	"errors"
	"io/fs"
)

// Reason is an error without the path that the place of a problem names already.
func Reason(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}
