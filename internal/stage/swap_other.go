//go:build !linux && !darwin

package stage

import "errors"

// swap is not to be had on this system.
func swap(a, b string) error { return errors.ErrUnsupported }
