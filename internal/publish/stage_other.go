//go:build !unix

package publish

import (
	"os"
	"path/filepath"
)

// makeStage makes the folder in which the output at place is written. Without
// file locks a stale stage cannot be told from one in use, and is left.
func makeStage(place string) (stage string, lock *os.File, err error) {
	stage, err = os.MkdirTemp(filepath.Dir(place), stagePrefix(place))
	return stage, nil, err
}
